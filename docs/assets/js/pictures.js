// @ts-check
// The picture of a count, and what every picture is made of. It only places dates that the calculator gave, with its words.
/** What every picture needs: an ISO date in words, and the day on which it is looked at. @typedef {{ say: Say, today: string | null }} Seen */
var CaseReviewPictures = (() => {
  "use strict";

  const { made } = CaseReviewDom;
  const WEEK = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
  const MOST_MONTHS = 5; // drawn of one count; of a longer one, the first two and the last two
  const MOST_STEPS = 14; // drawn of a count in months: a year and its start

  // ---- Dates, for their place on paper alone ----

  /** The number of a day, the 1st of January 1970 being 0. @param {string} iso */
  const number = (iso) => Date.parse(iso) / 86_400_000;

  /** The ISO date of such a number. @param {number} day */
  const iso = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);

  /** The column of a day in a week that begins on Monday, from 0. @param {number} day */
  const column = (day) => (((day + 3) % 7) + 7) % 7;

  /** A date's words cut short: 'Wed 18 Feb', with the year if it is wanted. @param {string} words @param {boolean} year */
  const short = (words, year) => {
    const [weekday, day, month, its] = words.split(" ");
    const date = made("span", "");
    date.append(made("span", `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)}`, "cr-short"), year ? ` ${its}` : "");
    return date;
  };

  /** One day, or the first and last of several. @param {string} from @param {string | null} to @param {Say} say @param {boolean} year @returns {(string | HTMLElement)[]} */
  const stretch = (from, to, say, year) => [short(say(from), year), ...(to && to !== from ? [" to ", short(say(to), year)] : [])];

  /** The month and year of a date's words. @param {string} words */
  const monthOf = (words) => words.split(" ").slice(2).join(" ");

  /** Whether dates lie in more than one year, so that each must say its own. @param {string[]} days */
  const severalYears = (days) => new Set(days.map((day) => day.slice(0, 4))).size > 1;

  /** An element with its numbers for the stylesheet. @template {HTMLElement} T @param {T} element @param {Record<string, number>} numbers */
  const measured = (element, numbers) => {
    for (const [name, value] of Object.entries(numbers)) element.style.setProperty(`--${name}`, String(value));
    return element;
  };

  /** A key of what a picture's signs mean. @param {[HTMLElement, string][]} signs */
  const key = (signs) => {
    const list = made("ul", "", "cr-key");
    list.setAttribute("aria-hidden", "true");
    for (const [drawn, meaning] of signs) {
      const item = made("li", "");
      item.append(drawn, meaning);
      list.append(item);
    }
    return list;
  };

  /** A sign of a key that is drawn by the stylesheet alone, if the picture has it. @param {boolean} shown @param {string} kind @param {string} meaning @returns {[HTMLElement, string][]} */
  const dot = (shown, kind, meaning) => (shown ? [[made("span", "", `cr-dot cr-dot--${kind}`), meaning]] : []);

  // ---- The months of a count ----

  /** The day that a count leads to, at the other end from where it begins. @param {DayReply[]} days */
  const goal = (days) => {
    const last = days[days.length - 1];
    return last.day === "excluded" && !last.name ? days[0] : last;
  };

  /** Draw a count: its months week by week, or, where only months are counted, its steps.
   * Hidden from screen readers: the table beside it says every day in words, and a grid of signs would say it worse.
   * @param {DayReply[]} days @param {Seen & { ends?: string }} seen `ends` is what the last day is called, in a few letters */
  const month = (days, { say, today, ends = "due" }) => {
    const picture = made("div", "", "cr-picture");
    picture.setAttribute("aria-hidden", "true");
    if (!days.length) return picture;
    const end = goal(days);
    const drawn = days.some((day) => day.day === "month") ? steps(days, end, ends, say) : grids(days, end, ends, say, today);
    picture.append(drawn, key(daySigns(days, drawn, say)));
    return picture;
  };

  /** @param {DayReply[]} days @param {DayReply} end @param {string} ends @param {Say} say @param {string | null} today */
  const grids = (days, end, ends, say, today) => {
    /** @type {Map<string, DayReply[]>} */
    const months = new Map();
    for (const day of days) months.set(day.date.slice(0, 7), [...(months.get(day.date.slice(0, 7)) ?? []), day]);
    /** @type {HTMLElement[]} */
    const drawn = [...months.values()].map((those) => grid(those, end, ends, say, today));
    if (drawn.length > MOST_MONTHS) drawn.splice(2, drawn.length - 4, between([...months.values()].slice(2, -2).flat(), say));
    const all = made("div", "", "cr-grids");
    all.append(...drawn);
    return all;
  };

  /** The weeks of one month that a count touches. @param {DayReply[]} days @param {DayReply} end @param {string} ends @param {Say} say @param {string | null} today */
  const grid = (days, end, ends, say, today) => {
    const counted = new Map(days.map((day) => [day.date, day]));
    const [first, last] = [number(days[0].date), number(days[days.length - 1].date)];
    const table = /** @type {HTMLTableElement} */ (made("table", "", "cr-grid"));
    table.createCaption().textContent = monthOf(say(days[0].date));
    table.createTHead().insertRow().append(...WEEK.map((name) => made("th", name)));
    const body = table.createTBody();
    for (let monday = first - column(first); monday <= last; monday += 7) {
      const dates = WEEK.map((_, place) => iso(monday + place));
      body.insertRow().append(...dates.map((date) => (date.slice(0, 7) === days[0].date.slice(0, 7) ? cell(date, counted.get(date), end, ends, today) : made("td", ""))));
    }
    return table;
  };

  /** One day of a grid: its date, and how the count treats it. @param {string} date @param {DayReply | undefined} day @param {DayReply} end @param {string} ends @param {string | null} today */
  const cell = (date, day, end, ends, today) => {
    const box = made("td", "", day && `cr-day cr-day--${day === end ? "end" : day.day}`);
    box.append(made("span", String(Number(date.slice(8))), date === today ? "cr-day__date cr-day__date--today" : "cr-day__date"));
    if (day) box.append(sign(day));
    if (day === end) box.append(made("span", ends, "cr-day__end"));
    return box;
  };

  /** How a count treats a day, in as few letters as a narrow cell has room for. @param {DayReply} day */
  const sign = (day) => {
    const signs = { excluded: day.name ? "" : "from", counted: "from", weekend: "–", holiday: "BH", closed: "×", month: "" };
    return made("span", day.n === null ? signs[day.day] : String(day.n), `cr-sign cr-sign--${day.n === null ? day.day : "counted"}`);
  };

  /** What stands in a long count's place between its first and last months. @param {DayReply[]} days @param {Say} say */
  const between = (days, say) => {
    const [first, last] = [days[0], days[days.length - 1]].map((day) => monthOf(say(day.date)));
    const numbers = days.map((day) => day.n).filter((n) => n !== null);
    return made("p", `${first === last ? first : `${first} to ${last}`}: days ${numbers[0]} to ${numbers[numbers.length - 1]}, in the table`, "cr-grids__fold");
  };

  /** The signs that a count's picture uses, each bank holiday by name. @param {DayReply[]} days @param {HTMLElement} drawn @param {Say} say @returns {[HTMLElement, string][]} */
  const daySigns = (days, drawn, say) => {
    const year = severalYears(days.map((day) => day.date));
    /** @param {(day: DayReply) => boolean} test @param {string} meaning @returns {[HTMLElement, string][]} */
    const first = (test, meaning) => days.filter(test).slice(0, 1).map((day) => [sign(day), meaning]);
    return [
      ...first((day) => day.day === "excluded" && !day.name, "the clock runs from this day, which is not counted"),
      ...first((day) => day.day === "counted" && day.n === null, "the period begins with this day"),
      ...first((day) => day.day === "counted" && day.n !== null, "day counted"),
      ...first((day) => day.day === "month", "month counted, to the day it ends"),
      ...first((day) => day.day === "weekend", "weekend"),
      ...days.filter((day) => day.day === "holiday").map((day) => /** @type {[HTMLElement, string]} */ ([sign(day), `${day.name}, ${short(say(day.date), year).textContent}`])),
      ...first((day) => day.day === "closed", "a day you were closed"),
      ...dot(drawn.querySelector(".cr-day__date--today") !== null, "boxed", "today"),
    ];
  };

  /** A count of months: the date each of them ends on. @param {DayReply[]} days @param {DayReply} end @param {string} ends @param {Say} say */
  const steps = (days, end, ends, say) => {
    const list = made("ol", "", "cr-steps-row");
    const items = days.map((day) => {
      const item = made("li", "", day === end ? "cr-step cr-step--end" : "cr-step");
      item.append(sign(day), short(say(day.date), false), made("span", day.date.slice(0, 4)));
      if (day === end) item.append(made("span", ends, "cr-day__end"));
      return item;
    });
    if (items.length > MOST_STEPS) items.splice(3, items.length - 6, made("li", "…", "cr-step cr-step--fold"));
    list.append(...items);
    return list;
  };

  return { month, parts: { number, column, stretch, severalYears, measured, key, dot } };
})();
