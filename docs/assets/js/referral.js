// @ts-check
// Writes the dates of a case on the referral form: a link from the workbench has them in its fragment, and nothing else of it is read.
(() => {
  "use strict";
  const dates = document.getElementById("cr-dates");
  if (!dates) return;
  const months = (dates.dataset.months ?? "").split(" ");
  for (const [event, day] of new URLSearchParams(location.hash.slice(1))) {
    const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
    const name = months[Number(month) - 1];
    const row = [...dates.querySelectorAll("div")].find((one) => one.dataset.event === event);
    const said = row?.querySelector("dd");
    if (!row || !said || !name) continue;
    said.textContent = `${Number(date)} ${name} ${year}`;
    row.hidden = false;
    dates.hidden = false;
  }
})();
