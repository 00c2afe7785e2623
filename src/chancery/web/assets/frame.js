// What stands around every page: the day as of which, the language, the search, the keys.
"use strict";

(function (chancery) {
  const { at, say, address, fill } = chancery;
  const documents = () => chancery.data.record.documents;
  /** How long the slider has to rest on a day before the page shows it. */
  const SETTLED_MS = 60;
  let days = [];
  let shown = () => {};

  // As of

  const asOf = () => address.day("as_of");
  chancery.asOf = asOf;

  function showKnown() {
    const day = asOf();
    const books = chancery.known.library(day);
    const total = documents().length;
    const sources = say("count.sources", { n: books.sources });
    at("as-of-day").value = day;
    at("as-of-range").max = String(days.length);
    const place = day ? days.findLastIndex((each) => each <= day) : days.length;
    at("as-of-range").value = String(place);
    at("as-of-range").setAttribute("aria-valuetext", day ? chancery.day(day) : say("as_of.all"));
    at("as-of-all").disabled = !day;
    at("as-of-earlier").disabled = place <= 0;
    at("as-of-later").disabled = !day;
    document.documentElement.classList.toggle("as-of-a-day", Boolean(day));
    const undated = documents().filter((each) => !each.known).length;
    const given = address.get("as_of");
    const whole = () => [given && say("as_of.invalid", { given }), given && " ", say("as_of.whole", { documents: say("count.documents", { n: total }), sources })];
    const known = () => [say("as_of.known", { day: chancery.day(day), documents: say("count.documents", { n: books.count }), total }), `, ${sources}`, undated > 0 && say("as_of.undated", { n: undated })];
    fill(at("as-of-known"), day ? known() : whole());
  }

  function step(by) {
    const day = asOf();
    const place = (day ? days.findLastIndex((each) => each <= day) : days.length) + by;
    address.set({ as_of: days[place] ?? (place < 0 ? days[0] : "") });
  }

  function bindAsOf() {
    days = [...new Set(documents().map((each) => each.known).filter(Boolean))].sort();
    at("as-of-day").addEventListener("change", () => address.set({ as_of: at("as-of-day").value }));
    let waiting;
    at("as-of-range").addEventListener("input", () => {
      clearTimeout(waiting);  // browsers refuse an address that changes many times a second
      waiting = setTimeout(() => address.set({ as_of: days[Number(at("as-of-range").value)] ?? "" }, { quiet: true }), SETTLED_MS);
    });
    at("as-of-earlier").addEventListener("click", () => step(-1));
    at("as-of-later").addEventListener("click", () => step(1));
    at("as-of-all").addEventListener("click", () => address.set({ as_of: "" }));
    at("as-of").addEventListener("submit", (event) => event.preventDefault());
  }

  // Language, search, doors

  function bindLanguages() {
    for (const button of document.querySelectorAll("[data-language]")) button.addEventListener("click", () => address.set({ lang: button.dataset.language }, { quiet: true }));
  }

  function bindSearch() {
    at("find").addEventListener("submit", (event) => {
      event.preventDefault();
      location.href = address.page("search", { words: at("search-words").value.trim() });
    });
  }

  /** The links of the frame keep the day and the language. */
  function showDoors() {
    for (const door of document.querySelectorAll("[data-door]")) door.href = address.page(door.dataset.door);
  }

  // Keys

  const rows = () => [...document.querySelectorAll("main .row, main tr[data-fact]")].filter((each) => each.checkVisibility());
  const current = () => document.activeElement?.closest(".row, tr[data-fact]") ?? document.querySelector("main .row.chosen");

  function move(by) {
    const all = rows();
    const here = all.indexOf(current());
    const next = all[Math.min(all.length - 1, Math.max(0, here < 0 ? (by > 0 ? 0 : all.length - 1) : here + by))];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  }

  /** Opens the words of a row; whoever comes back goes on from it. */
  function leave(row) {
    if (row) history.replaceState({ row: row.dataset.fact }, "");
    row?.querySelector("[data-words]")?.click();
  }

  function comeBack() {
    const left = history.state?.row;
    if (left) rows().find((each) => each.dataset.fact === left)?.focus({ preventScroll: true });
  }

  const KEYS = {
    n: () => chancery.turn?.(1),
    p: () => chancery.turn?.(-1),
    "/": () => at("search-words").focus(),
    j: () => move(1),
    k: () => move(-1),
    o: () => leave(current()),
    c: () => { const card = current()?.querySelector("details"); if (card) card.open = !card.open; },
    t: () => at("as-of-day").focus(),
    "?": () => at("keys").showModal(),
  };

  function bindKeys() {
    at("help").addEventListener("click", () => at("keys").showModal());
    addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input, select, textarea, dialog");
      if (event.key === "Escape" && typing) event.target.blur?.();
      if (typing || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
      event.preventDefault();
      KEYS[event.key]();
    });
  }

  // Coming back to where one was, which the browser cannot know before the facts stand there

  const place = () => `place ${location.href}`;

  /** Does what a browser may forbid a page that was opened from disk. */
  function allowed(act) {
    try {
      return act();
    } catch {
      return null;
    }
  }

  function keepPlace() {
    history.scrollRestoration = "manual";
    addEventListener("pagehide", () => allowed(() => sessionStorage.setItem(place(), String(scrollY))));
  }

  function goBack() {
    const [visit] = performance.getEntriesByType("navigation");
    const kept = visit?.type === "back_forward" && !location.hash && allowed(() => sessionStorage.getItem(place()));
    if (kept) scrollTo(0, Number(kept));
  }

  function show() {
    chancery.speak();
    showKnown();
    showDoors();
    chancery.readLimits?.();
    shown(asOf());
    comeBack();
    document.documentElement.dataset.shown = String(Number(document.documentElement.dataset.shown ?? 0) + 1);
  }

  /** Starts a page: `page(day)` shows what it has as of a day, now and after each change of the address. */
  chancery.begin = function (page) {
    shown = page;
    bindAsOf();
    bindLanguages();
    bindSearch();
    bindKeys();
    keepPlace();
    address.changed(show);
    show();
    goBack();
    chancery.prepare(Object.values(chancery.data).flatMap((each) => each.facts ?? []));
  };
})(window.chancery);
