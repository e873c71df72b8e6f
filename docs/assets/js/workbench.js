(() => {
  const form = document.getElementById("cr-form"), out = document.getElementById("cr-out");
  CaseReviewEngine.hear((s, d) => { out.textContent = s + " " + d; });
  form.onsubmit = async (e) => { e.preventDefault();
    try { const a = await CaseReviewEngine.ask({ask: "plan", edition: form.edition.value, events: {"authority-aware": form.date.value}});
    out.textContent = JSON.stringify(a, null, 1); } catch (x) { out.textContent = "FAILED " + x.message; } };
})();
