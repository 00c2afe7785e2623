// A long list of rows a page at a time, with its limits and its footnotes.
"use strict";

(function (chancery) {
  const { make, fill, at, say, address, naming, facts } = chancery;
  const TOGETHER = 60;
  /** Rows that a printed list holds at most. */
  const PRINTED = 1000;
  let whole = null;
  /** The fact that was last brought into view because the address names it. */
  let brought = "";

  /** The rows of one page of a list, with a heading before each day where `byDay` says so. */
  function rows(listed, byDay, notes) {
    const note = (fact) => {
      if (!notes.has(fact.document)) notes.set(fact.document, notes.size + 1);
      return notes.get(fact.document);
    };
    let last;
    return listed.flatMap((row) => {
      const day = row.fact ? facts.dayOf(row.fact) : undefined;
      const heading = byDay && day !== last ? [make("h2", { class: "day" }, day ? chancery.day(day) : say("row.undated_day"))] : [];
      last = day;
      return [...heading, row.made?.() ?? chancery.row(row, { note: note(row.fact), day: !byDay })];
    });
  }

  /** Where the rows come from, in full: shown on paper only. */
  function footnotes(notes) {
    const documents = chancery.data.record.documents;
    return make("ol", {}, [...notes.keys()].map((number) => {
      const { title, url, origin, published, author, agency } = documents[number];
      const parts = [author, naming.publisher(documents[number]), agency, published ? chancery.day(published) : say("row.undated"), url ?? origin];
      return make("li", {}, make("cite", {}, title), `, ${[...new Set(parts.filter(Boolean))].join(", ")}`);
    }));
  }

  function paging(page, pages, go) {
    const step = (to, key, mark) => make("button", { type: "button", class: "plain", disabled: to < 1 || to > pages, onclick: () => go(to) }, mark === "‹" ? `‹ ${say(key)}` : `${say(key)} ›`);
    return pages > 1 ? [step(page - 1, "paging.previous", "‹"), make("span", {}, say("paging.at", { page, pages })), step(page + 1, "paging.next", "›")] : [];
  }

  /** The latest first where the address says so; what has no day stays last. */
  function ordered(listed) {
    if (address.get("order") !== "latest") return listed;
    const dated = ({ fact, document }) => Boolean(fact ? facts.dayOf(fact) : document?.published);
    return [...listed.filter(dated).reverse(), ...listed.filter((row) => !dated(row))];
  }

  function turning(many) {
    const latest = address.get("order") === "latest";
    const turn = () => {
      address.set({ order: latest ? "" : "latest", page: "", fact: "" });
      at("order").focus();
    };
    return many && [" ", make("button", { type: "button", class: "plain", id: "order", onclick: turn }, say(latest ? "count.earliest" : "count.latest"))];
  }

  /** Shows a list: `given` rows, a page of them at a time. The page and the order are part of the address.
   *  `notes` numbers the documents that stand above the list already, for the footnotes of a printed page. */
  chancery.list = function (given, { byDay = false, notes = new Map() } = {}) {
    const listed = ordered(given);
    const pages = Math.max(1, Math.ceil(listed.length / TOGETHER));
    const asked = address.get("fact");
    const found = asked ? listed.findIndex((row) => row.fact?.fact === asked) : -1;
    const page = found >= 0 ? Math.floor(found / TOGETHER) + 1 : Math.min(pages, Math.max(1, Number.parseInt(address.get("page"), 10) || 1));
    const show = (from, to) => {
      const numbered = new Map(notes);
      const made = rows(listed.slice(from, to), byDay, numbered);
      fill(at("listing"), made.length ? made : make("p", { class: "note" }, say("count.none")));
      fill(at("footnotes"), footnotes(numbered));
      fill(at("count"), listed.length ? say("count.shown", { first: from + 1, last: Math.min(listed.length, to), total: listed.length }) : "", turning(listed.length > 1));
    };
    const first = (page - 1) * TOGETHER;
    show(first, first + TOGETHER);
    const turn = (to) => {
      address.set({ page: to > 1 ? String(to) : "", fact: "" });
      at("count").focus();
    };
    fill(at("paging"), paging(page, pages, turn));
    chancery.turn = (by) => page + by >= 1 && page + by <= pages && turn(page + by);
    const again = (from, to) => {
      show(from, to);
      open(address.get("fact"), false);
    };
    whole = { all: () => again(0, PRINTED), part: () => again(first, first + TOGETHER), more: listed.length > TOGETHER };
    if (found >= 0) open(asked, asked !== brought);
    brought = asked;
  };

  /** Shows a list whole, without pages: the facts of one document. */
  chancery.listAll = function (listed) {
    const notes = new Map();
    const made = rows(listed, false, notes);
    fill(at("listing"), made.length ? made : make("p", { class: "note" }, say("count.none")));
    fill(at("count"), say("count.facts", { n: listed.length }));
    fill(at("footnotes"), footnotes(notes));
  };

  /** Opens the card of a fact in the list; brings it into view where it was not asked for before. */
  function open(fact, bring) {
    const row = at(`row-${fact}`);
    if (!row) return;
    row.querySelector("details").open = true;
    if (!bring) return;
    row.scrollIntoView({ block: "center" });
    row.focus({ preventScroll: true });
  }

  addEventListener("beforeprint", () => whole?.more && whole.all());
  addEventListener("afterprint", () => whole?.more && whole.part());

  chancery.paging = paging;

  /** What could not be read, and why. */
  chancery.refused = function (element) {
    const { refused } = chancery.data.record;
    const told = ({ origin, reason, hint }) => make("li", {}, make("code", {}, origin), ` : ${reason}`, hint ? ` (${hint})` : "");
    fill(element, refused.length ? make("ul", { class: "refused", lang: "en" }, refused.map(told)) : make("p", { class: "note" }, say("overview.no_refusals")));
  };

  // Limits

  /** Ties the form of limits to the address, both ways. `offer` gives the names that each field of names may take. */
  chancery.limits = function (offer = {}) {
    const form = at("filters");
    if (!form) return;
    const fields = [...form.elements].filter((each) => each.name);
    const read = () => fields.filter((field) => document.activeElement !== field).forEach((field) => put(field, address.get(field.name)));
    const write = (field) => address.set({ [field.name]: taken(field), page: "", fact: "" }, { quiet: true });
    const waiting = new Map();
    if (innerWidth < NARROW) at("limits").open = fields.some((field) => address.get(field.name));
    form.addEventListener("input", ({ target }) => {
      clearTimeout(waiting.get(target));
      if (TYPED.has(target.type)) waiting.set(target, setTimeout(() => write(target), TYPING_MS));
      else write(target);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      const names = [...fields.map((field) => field.name), ...EXTRA, "page", "fact"];
      address.set(Object.fromEntries(names.map((name) => [name, ""])));
      fields.forEach((field) => put(field, ""));
    });
    chancery.readLimits = () => {
      read();
      form.querySelector("[type=reset]").hidden = ![...fields.map((field) => field.name), ...EXTRA].some((name) => address.get(name));
      for (const [name, numbers] of Object.entries(offer)) offered(`${name}-names`, numbers);
      fill(at("limits-told"), told(fields).join("; "));
    };
  };

  /** Below this width, in pixels, the limits are folded away until they are wanted. */
  const NARROW = 832;

  /** The limits that are set, as a printed page says them. */
  function told(fields) {
    const shown = (field) => (field.tagName === "SELECT" ? field.selectedOptions[0]?.textContent : field.value);
    const label = (field) => field.closest("label")?.querySelector("[data-say]")?.textContent ?? "";
    return fields.filter((field) => address.get(field.name)).map((field) => `${label(field)}${say("row.colon")}${shown(field)}`);
  }

  /** Fields that wait until the reader pauses. */
  const TYPED = new Set(["text", "search"]);
  const TYPING_MS = 120;

  const taken = (field) => (field.type === "checkbox" ? (field.checked ? "1" : "") : field.value.trim());

  /** Puts a limit into its field; an actor by name, where the address has an id. */
  function put(field, value) {
    if (field.type === "checkbox") field.checked = Boolean(value);
    else if (field.type === "date") field.value = value && address.day(field.name);
    else field.value = field.hasAttribute("list") ? naming.nameOf(value) : value;
  }

  /** Limits that links set and no field shows. */
  const EXTRA = ["topic"];
  const OFFERED = 400;

  /** The actors that occur most, for a field of names. */
  function offered(id, numbers) {
    const list = at(id);
    if (!list || list.dataset.filled === chancery.language()) return;
    list.dataset.filled = chancery.language();
    const names = [...numbers()].sort((a, b) => b[1] - a[1]).slice(0, OFFERED).map(([number]) => naming.name(number));
    fill(list, [...new Set(names)].map((name) => make("option", { value: name })));
  }

  /** How often each actor occurs in a field of facts. */
  chancery.occurring = (listed, of) => {
    const counts = new Map();
    for (const fact of listed) for (const number of of(fact) ?? []) counts.set(number, (counts.get(number) ?? 0) + 1);
    return counts;
  };

  /** Whether a fact passes the limits that every list has. */
  chancery.passes = function () {
    const [from, to, words] = [address.day("from"), address.day("to"), naming.wanted(address.get("words"))];
    return ({ fact }) => facts.within(fact, from, to) && (!words.length || naming.holdsReady(searched(fact), words));
  };

  /** What words are looked for in: those of the fact, who says them, whom it is about in either language. Folding takes long, so it is kept. */
  function searched(fact) {
    if (!kept.has(fact)) {
      const names = facts.actorsOf(fact).flatMap((number) => chancery.data.record.actors[number].slice(1));
      kept.set(fact, naming.ready([fact.words, facts.voiceOf(fact), fact.speaker, fact.place, fact.where, fact.what, ...names].filter(Boolean).join(" ")));
    }
    return kept.get(fact);
  }
  const kept = new WeakMap();

  /** Makes the words of these facts ready while the page is idle, so that the first word typed into the limits does not wait for it. */
  chancery.prepare = function (listed) {
    let at = 0;
    const some = (deadline) => {
      while (at < listed.length && deadline.timeRemaining() > 2) searched(listed[at++]);
      if (at < listed.length) requestIdleCallback(some);
    };
    if ("requestIdleCallback" in window) requestIdleCallback(some);
  };

  /** Whether one of a fact's actors is meant by the limit of that name; where nobody is called so, whether `called` gives those words. */
  chancery.isAbout = function (name, of, called = () => "") {
    const text = address.get(name);
    if (!text) return () => true;
    const [meant, words] = [naming.called(text), naming.wanted(text)];
    if (!meant.size) return ({ fact }) => words.length > 0 && naming.holds(called(fact) ?? "", words);
    return ({ fact }) => (of(fact) ?? []).some((number) => meant.has(number));
  };
})(window.chancery);
