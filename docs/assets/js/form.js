// @ts-check
// The workbench's form: shows the fields that apply, gathers what was typed, and puts each error at its field. No date and
// no condition is understood here: the calculator is asked.
var CaseReviewForm = (() => {
  "use strict";

  const { PARTS, at, made, typedDate } = CaseReviewDom;
  const form = /** @type {HTMLFormElement} */ (at("case"));
  const SHOWN_AT_FIRST = 3; // events not yet given
  /** How the mark of where an edition stands looks; one that is not yet in force looks like none of these. @type {Record<string, string>} */
  const STANDINGS = { "In force": " cr-tag--current", Superseded: " cr-tag--superseded" };
  /** @type {string | null} the one rule that a link asked for */
  let onlyRule = null;
  /** @type {string | null} the one test that a link asked for, as `edition#test` */
  let onlyTest = null;
  /** Whether the reader chose the edition; if not, the incident's date picks it. */
  let editionChosen = false;
  /** @type {Set<string> | null} facts that can still change something, as the calculator said last; null before */
  let open = null;
  let further = false;
  let onRefresh = () => {};

  /** @param {string} name @returns {HTMLInputElement | null} */
  const chosen = (name) => form.querySelector(`input[name="${name}"]:checked`);
  const edition = () => chosen("edition")?.value ?? null;
  const nation = () => chosen("nation")?.value ?? null;
  /** What an edition's guidance is called; nothing if the form has no such edition. @param {string} id */
  const guidanceOf = (id) => /** @type {HTMLElement | null} */ (form.querySelector(`input[name="edition"][value="${CSS.escape(id)}"]`))?.dataset.guidance ?? "";
  /** @param {string} selector @returns {HTMLElement[]} */
  const every = (selector) => /** @type {HTMLElement[]} */ ([...form.querySelectorAll(selector)]);
  /** @param {string | undefined} list @param {string | null} name */
  const lists = (list, name) => name !== null && (list ?? "").split(" ").includes(name);

  /** The facts as answered, those left unknown out. */
  const facts = () => {
    /** @type {Record<string, string>} */
    const said = {};
    for (const question of every("[data-fact]")) {
      const answer = /** @type {HTMLInputElement | null} */ (question.querySelector("input:checked"))?.value ?? "unknown";
      if (answer !== "unknown" && usedHere(question)) said[question.dataset.fact ?? ""] = answer;
    }
    return said;
  };
  /** @param {HTMLElement} question */
  const usedHere = (question) => lists(question.dataset.askedIn, edition()) || lists(question.dataset.weighedIn, edition());

  /** What was answered and is used by nothing of what is chosen, in words. */
  const unusedFacts = () =>
    every("[data-fact]").flatMap((question) => {
      const value = /** @type {HTMLInputElement | null} */ (question.querySelector('input:checked:not([value="unknown"])'))?.value;
      return value && !usedHere(question) ? [`${question.querySelector("legend")?.textContent} ${value === "yes" ? "Yes" : "No"}`] : [];
    });

  /** Show what applies to the chosen nation and edition. */
  const refresh = () => {
    for (const ways of every("[data-nation]")) {
      ways.hidden = ways.dataset.nation !== nation();
      if (ways.hidden) for (const radio of ways.querySelectorAll("input")) radio.checked = false;
    }
    const way = chosen("edition");
    at("guidance").hidden = !nation();
    at("cr-steps").hidden = !way;
    showGuidance(way);
    showQuestions();
    CaseReviewAdded.offerAll(edition());
    showEvents();
    const named = onlyRule ? ["rule", ruleName(onlyRule)] : onlyTest ? ["test", onlyTest.split("#")[1]] : null;
    at("cr-only").hidden = !named;
    if (named) {
      at("cr-only").querySelector("span").textContent = named[0];
      at("cr-only").querySelector("strong").textContent = named[1];
    }
    say();
    onRefresh();
  };

  /** @param {HTMLInputElement | null} way */
  const showGuidance = (way) => {
    at("guidance-name").textContent = way?.dataset.guidance ?? "not settled: choose an edition below";
    const standing = way?.dataset.standing ?? "";
    at("guidance-standing").textContent = standing;
    at("guidance-standing").className = `cr-tag${STANDINGS[standing] ?? ""}`;
    at("guidance-standing").hidden = !way;
    at("guidance-page").hidden = !way;
    at("guidance-page").href = way ? `${way.value}.html` : "";
    if (way && !at("guidance-reason").textContent) at("guidance-reason").textContent = way.dataset.dates ?? "";
    for (const ways of every("[data-nation]")) if (!way) /** @type {HTMLDetailsElement} */ (ways).open ||= !ways.hidden;
  };

  const showQuestions = () => {
    let any = false;
    let late = false;
    for (const question of every("#cr-questions [data-fact], #cr-later [data-fact]")) {
      const answered = question.querySelector('input:checked:not([value="unknown"])') !== null;
      const asked = onlyTest ? lists(question.dataset.tests, onlyTest) : lists(question.dataset.askedIn, edition());
      question.hidden = !asked || !(answered || onlyTest || !open || open.has(question.dataset.fact ?? ""));
      if (question.closest("#cr-later")) late ||= !question.hidden;
      else any ||= !question.hidden;
    }
    at("cr-no-questions").hidden = any;
    at("cr-later").hidden = !late;
    let weighed = false;
    for (const question of every("#cr-weighed [data-fact]")) {
      question.hidden = !(onlyTest ? lists(question.dataset.tests, onlyTest) : lists(question.dataset.weighedIn, edition()));
      weighed ||= !question.hidden;
    }
    at("cr-weighed").hidden = !weighed;
    if (onlyTest && weighed) at("cr-weighed").open = true;
    for (const meaning of every("[data-defined-in]")) meaning.hidden = !lists(meaning.dataset.definedIn, edition());
    at("step-child").hidden = onlyRule !== null;
  };

  const showEvents = () => {
    const rule = onlyRule && edition() ? `${edition()}#${onlyRule}` : null;
    const read = (/** @type {HTMLElement} */ select) => /** @type {HTMLSelectElement | null | undefined} */ (select.closest(".cr-limit")?.querySelector('[data-limit="read"]'))?.value !== "";
    const own = every('[data-own-field="event"], [data-limit="event"]').filter(read).map((select) => /** @type {HTMLSelectElement} */ (select).value);
    let empty = 0;
    let more = 0;
    for (const field of every("[data-event]")) {
      const id = field.dataset.event ?? "";
      const usedBy = (field.dataset.usedBy ?? "").split(" ");
      const used = (rule ? usedBy.includes(rule) : usedBy.some((each) => each.startsWith(`${edition()}#`))) || own.includes(id);
      const unknown = at(`event-${id}-unknown`).checked;
      for (const part of PARTS) at(`event-${id}-${part}`).disabled = unknown;
      const given = typedDate(`event-${id}`) !== null || unknown;
      const asked = used && !(onlyTest && !given);
      if (asked && !given && id !== "incident") empty += 1;
      const late = asked && !given && !rule && !further && empty > SHOWN_AT_FIRST;
      if (late) more += 1;
      if (id === "incident") continue;
      field.hidden = !asked || late;
    }
    at("cr-further").hidden = !more;
    at("cr-further").querySelector("span").textContent = `${more}`;
    at("step-happened").hidden = onlyTest !== null;
  };

  /** Everything in the form, as the calculator's question. */
  const question = () => {
    /** @type {Record<string, any>} */
    const events = {};
    for (const field of every("[data-event]")) {
      const typed = field.dataset.event === "incident" || !field.hidden ? typedDate(`event-${field.dataset.event}`) : null;
      if (typed) events[field.dataset.event ?? ""] = typed;
    }
    return { ask: "plan", edition: edition(), rule: onlyRule, events, facts: facts(), closed: CaseReviewAdded.closed(), today: typedDate("today"), own: CaseReviewAdded.own(), notes: at("notes").value, reference: at("reference").value };
  };

  /** The element at which an error of the calculator belongs. @param {string | null} field */
  const placeOf = (field) => {
    const [kind, key, part] = (field ?? "").split(".");
    if (kind === "events" && document.getElementById(`event-${key}`)) return `event-${key}`;
    if (kind === "facts" && document.getElementById(`fact-${key}`)) return `fact-${key}`;
    if (kind === "done" && document.getElementById(`done-${key}`)) return `done-${key}`;
    if (kind === "today" || kind === "reference" || kind === "notes" || kind === "nation") return kind;
    if (kind === "figures") return CaseReviewLimits.placeOf(field ?? "");
    if (kind === "edition") return nation() ? "edition" : "nation";
    const list = kind === "own" || kind === "closed" ? CaseReviewAdded.filled(`cr-${kind}-list`) : [];
    const row = list[Number(key) - 1];
    if (row) return part && document.getElementById(`${row.id}-${part}`) ? `${row.id}-${part}` : row.id;
    return "events";
  };
  /** Show errors in the summary and at their fields, and take the reader there. @param {ErrorReply[]} errors */
  const showErrors = (errors) => {
    CaseReviewSteps.unfold();
    const choice = errors.some(({ field }) => field === "edition") && at(`ways-${nation()}`)?.querySelector("input");
    CaseReviewDom.showErrors(form, errors.map(({ field, message }) => ({ place: placeOf(field), message })), choice || at("cr-go"));
  };
  const clearErrors = () => CaseReviewDom.clearErrors(form);

  /** Choose an edition, its nation with it; false if the form has none of that id. @param {string} id @param {boolean} [byReader] */
  const choose = (id, byReader = true) => {
    const way = /** @type {HTMLInputElement | null} */ (form.querySelector(`input[name="edition"][value="${CSS.escape(id)}"]`));
    const its = /** @type {HTMLElement | null} */ (way?.closest("[data-nation]") ?? null)?.dataset.nation;
    if (!way || !its) return false;
    if (!way.checked) open = null;
    at(`nation-${its}`).checked = true;
    way.checked = true;
    editionChosen = byReader;
    if (byReader) at("guidance-reason").textContent = way.dataset.dates ?? "";
    refresh();
    return true;
  };

  /** Choose a nation; the edition in force today is taken until the incident's date says otherwise. @param {string} id */
  const chooseNation = (id) => {
    const radio = document.getElementById(`nation-${id}`);
    if (!(radio instanceof HTMLInputElement)) return false;
    radio.checked = true;
    editionChosen = false;
    const current = /** @type {HTMLInputElement | null} */ (form.querySelector(`[data-nation="${CSS.escape(id)}"] input[data-standing="In force"]`));
    at("guidance-reason").textContent = "";
    if (current) choose(current.value, false);
    refresh();
    return true;
  };

  /** Take the edition that governs on the incident's date, as the calculator says it; or none, if that is not settled. @param {GovernsReply} governs */
  const governed = (governs) => {
    if (governs.nation !== nation()) return;
    if (editionChosen) {
      const fits = governs.editions.includes(edition() ?? "");
      at("guidance-reason").textContent = fits ? governs.reason : `You chose this edition. ${governs.reason}`;
      return;
    }
    at("guidance-reason").textContent = governs.reason;
    if (governs.editions.length === 1) {
      if (governs.editions[0] !== edition()) choose(governs.editions[0], false);
    } else {
      for (const radio of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll('input[name="edition"]'))) radio.checked = false;
      refresh();
    }
  };

  /** The incident's date was taken away: take again the edition in force today, unless the reader chose one. */
  const ungoverned = () => {
    if (editionChosen) at("guidance-reason").textContent = chosen("edition")?.dataset.dates ?? "";
    else chooseNation(nation() ?? "");
  };

  /** Show only what one rule needs; false if the chosen edition has no such rule with a date. @param {string | null} rule */
  const only = (rule) => {
    const name = rule && edition() ? `${edition()}#${rule}` : null;
    const known = name && every("[data-used-by]").some((each) => lists(each.dataset.usedBy, name));
    onlyRule = known ? rule : null;
    if (!rule) onlyTest = null;
    refresh();
    return Boolean(known) || rule === null;
  };
  /** Show only the questions of one test; false if there is none of that name. @param {string} name as `edition#test` */
  const onlyAsk = (name) => {
    const known = every("[data-tests]").some((each) => lists(each.dataset.tests, name));
    onlyTest = known ? name : null;
    refresh();
    return known;
  };
  /** @param {string} rule */
  const ruleName = (rule) => [...document.querySelectorAll("#cr-table a")].find((link) => link.getAttribute("href") === `${edition()}.html#rule-${rule}`)?.textContent ?? rule;

  /** Put a date written as YYYY-MM-DD into three fields; false if it is not so written. @param {string} id @param {string} iso */
  const fill = (id, iso) => {
    const parts = iso.split("-");
    if (parts.length !== 3 || !document.getElementById(`${id}-day`)) return false;
    [parts[2], parts[1], parts[0]].forEach((value, index) => {
      at(`${id}-${PARTS[index]}`).value = value.replace(/^0+(?=.)/, "");
    });
    return true;
  };

  /** Answer one fact; false if the form does not ask it. @param {string} fact @param {string} value */
  const answer = (fact, value) => {
    const radio = document.getElementById(`fact-${fact}-${value}`);
    if (!(radio instanceof HTMLInputElement)) return false;
    radio.checked = true;
    return true;
  };

  /** Say at its field which date is before one that it follows. @param {PlanReply["out_of_order"]} found */
  const showOrder = (found) => {
    for (const place of /** @type {HTMLElement[]} */ (every(".cr-order"))) {
      const said = found.filter(({ event }) => place.id === `event-${event}-order`).map(({ words }) => words);
      place.textContent = said.join(" ");
      place.hidden = !said.length;
    }
  };

  /** Take from the calculator's answer what the form should still ask, and what stands beside its questions. @param {PlanReply & InFullReply} reply */
  const heard = (reply) => {
    open = new Set(reply.open ?? []);
    showOrder(reply.out_of_order);
    CaseReviewSteps.heard(reply);
    for (const place of every("[data-window]")) showWindow(place, "");
    for (const test of reply.tests ?? []) {
      const said = CaseReviewDom.windowSaid(test.window, (day) => (day ? reply.in_full[day] : ""));
      for (const fact of Object.keys(test.facts).filter((name) => name.endsWith("-in-window"))) {
        const place = /** @type {HTMLElement | null} */ (form.querySelector(`#fact-${CSS.escape(fact)} [data-window]`));
        if (place && said) showWindow(place, said);
      }
    }
    at("cr-either").replaceChildren(...(reply.alternatives ?? []).flatMap(({ question, words }) => [`${question} `, made("strong", words)]));
    showQuestions();
    say();
  };

  /** Put the window's dates into its question, in place of the hint to work them out. @param {HTMLElement} place @param {string} said */
  const showWindow = (place, said) => {
    place.textContent = said;
    place.hidden = !said;
    const hint = /** @type {HTMLElement} */ (place.parentElement?.querySelector(":scope > .cr-hint"));
    hint.hidden = said !== "";
  };

  const say = () => CaseReviewSteps.say(usedHere);

  /** Empty the form but for today's date. */
  const clear = () => {
    const today = typedDate("today");
    CaseReviewAdded.clear();
    form.reset();
    onlyRule = onlyTest = open = null;
    further = editionChosen = false;
    at("guidance-reason").textContent = "";
    if (today) for (const part of PARTS) at(`today-${part}`).value = today[part];
    CaseReviewLimits.clear();
    clearErrors();
    CaseReviewSteps.unfold();
    refresh();
  };

  /** Return what puts back the form as it is now. */
  const hold = () => {
    const fields = /** @type {(HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[]} */ ([...form.querySelectorAll("input:not([type=file]), select, textarea")]);
    const values = fields.map((field) => ({ field, value: field.value, checked: field instanceof HTMLInputElement && field.checked }));
    const state = { onlyRule, onlyTest, open, further, editionChosen };
    const reason = at("guidance-reason").textContent;
    const parts = [CaseReviewAdded.hold(), CaseReviewLimits.hold()];
    return () => {
      clear();
      for (const back of parts) back();
      for (const { field, value, checked } of values) {
        field.value = value;
        if (field instanceof HTMLInputElement) field.checked = checked;
      }
      ({ onlyRule, onlyTest, open, further, editionChosen } = state);
      at("guidance-reason").textContent = reason;
      refresh();
    };
  };

  form.addEventListener("change", (event) => {
    const target = /** @type {HTMLInputElement} */ (event.target);
    if (target.name === "nation") {
      onlyRule = onlyTest = null;
      chooseNation(target.value);
    } else if (target.name === "edition") {
      onlyRule = onlyTest = null;
      choose(target.value);
    }
    if (target.type === "checkbox" && target.id.endsWith("-unknown")) {
      const id = target.id.slice(0, -"-unknown".length);
      for (const part of PARTS) {
        if (target.checked) at(`${id}-${part}`).value = "";
      }
    }
    refresh();
  });
  at("cr-further").onclick = () => {
    const first = /** @type {HTMLElement | undefined} */ (every("#cr-first-events [data-event][hidden]").find((field) => (field.dataset.usedBy ?? "").includes(`${edition()}#`)));
    further = true;
    refresh();
    first?.querySelector("input")?.focus();
  };
  at("cr-every").onclick = () => {
    only(null);
    at("step-child").scrollIntoView();
  };
  at("cr-add-own").onclick = () => {
    CaseReviewAdded.addOwn(edition()).querySelector("input")?.focus();
    refresh();
  };
  at("cr-add-closed").onclick = () => CaseReviewAdded.addClosed().querySelector("input")?.focus();
  CaseReviewAdded.hear(refresh);
  CaseReviewDom.splitPastes(form);

  return {
    refresh, question, showErrors, clearErrors, choose, chooseNation, governed, ungoverned, only, onlyAsk, fill, answer, heard, clear, hold, say, unusedFacts,
    test: () => onlyTest, edition, nation, guidanceOf,
    hear: (/** @type {typeof onRefresh} */ listener) => (onRefresh = listener),
  };
})();
