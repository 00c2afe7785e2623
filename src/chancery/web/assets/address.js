// The state of a page, which is its address: the day as of which, the language, the limits, the place in the list.
"use strict";

(function (chancery) {
  const FILES = { overview: "index" };
  const EVERYWHERE = ["as_of", "lang"];
  const root = document.documentElement.dataset.root;
  const listeners = [];

  const now = () => new URLSearchParams(location.search);

  function text(params) {
    const kept = new URLSearchParams();
    for (const [name, value] of params) if (value !== "" && value !== null && value !== undefined) kept.set(name, value);
    const query = kept.toString();
    return query ? `?${query}` : "";
  }

  chancery.address = {
    get: (name) => now().get(name) ?? "",

    /** A part of the state that is a day; none where it is no day that there is. */
    day(name) {
      const day = now().get(name) ?? "";
      const moment = new Date(/^\d{4}-\d\d-\d\d$/.test(day) ? `${day}T00:00:00Z` : NaN);
      return Number.isNaN(+moment) || !moment.toISOString().startsWith(day) ? "" : day;
    },

    /** Changes parts of the state; an empty value takes one out. `quiet` leaves no step to go back to. */
    set(changes, { quiet = false } = {}) {
      const params = now();
      for (const [name, value] of Object.entries(changes)) params.set(name, value ?? "");
      const there = location.pathname + text(params);
      if (there !== location.pathname + location.search) history[quiet ? "replaceState" : "pushState"](null, "", there);
      for (const listener of listeners) listener(changes);
    },

    /** Keeps parts of the state in the address without showing the page anew. */
    keep(changes) {
      const params = now();
      for (const [name, value] of Object.entries(changes)) params.set(name, value ?? "");
      history.replaceState(history.state, "", location.pathname + text(params) + location.hash);
    },

    /** Where a page is, with these limits, as of the same day and in the same language. */
    page(name, limits = {}, place = "") {
      const params = new URLSearchParams(limits);
      const here = now();
      for (const each of EVERYWHERE) if (here.get(each)) params.set(each, here.get(each));
      return `${root}${FILES[name] ?? name}.html${text(params)}${place ? `#${place}` : ""}`;
    },

    /** Where the words of a fact stand in their document; without a fact, where the document begins. */
    document: (number, fact) => chancery.address.page(`documents/${chancery.data.record.documents[number].page}`, {}, fact ? `f-${fact}` : ""),

    /** Calls back after every change, with what was changed. */
    changed: (listener) => listeners.push(listener),
  };

  addEventListener("popstate", () => listeners.forEach((listener) => listener({})));
})(window.chancery);
