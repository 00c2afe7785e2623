// One document: its text whole, with the facts that were read from it beside it.
"use strict";

(function (chancery) {
  const { make, fill, say, at, address, facts, known, naming } = chancery;
  const article = document.querySelector("article.document");
  const number = Number(article.dataset.number);
  const listed = JSON.parse(at("facts").textContent);
  const told = () => chancery.data.record.documents[number];
  const SAFE = /^https?:\/\//i;
  /** How far from the top of the notes the chosen one is brought. */
  const NOTES_TOP = 24;

  function about(day) {
    const here = told();
    const books = known.library(day);
    const entry = (key, ...value) => make("div", {}, make("dt", {}, say(key)), make("dd", {}, value));
    const root = books.holds(number) ? books.root(number) : number;
    const size = books.sizes.get(root) ?? 1;
    const parts = [...new Set([here.outlet ?? (here.agency ? undefined : here.voice), here.agency, here.author, here.place].filter(Boolean))].join(", ") || say("sources.no_outlet");
    fill(at("about-document"),
      !books.holds(number) && make("p", { class: "warning", role: "note" }, here.published && here.known ? say("document.unknown_yet", { day: chancery.day(day), published: chancery.day(here.published) }) : say("document.unknown_undated")),
      make("dl", {},
        entry("document.where", parts),
        entry("card.published", here.published ? `${chancery.day(here.published)} (${say(`basis.${here.basis}`)})` : say("card.not_known")),
        size > 1 && entry("sources.copies", root === number ? say("sources.root", { n: size }) : [say("sources.family", { n: size }), " ", make("a", { href: address.document(root) }, chancery.data.record.documents[root].title)]),
        entry("card.document", here.url && SAFE.test(here.url) ? make("a", { href: here.url, rel: "noreferrer noopener" }, here.url) : here.url ?? here.origin),
        here.live && entry("document.told", say("sources.live")),
        here.reading_minutes && entry("document.reading", say("document.minutes", { n: here.reading_minutes }))),
      here.translated_from && make("p", { class: "warning" }, translated(here), here.translation_basis && make("span", { class: "basis", lang: "en" }, ` ${here.translation_basis}`)));
  }

  /** That it is a translation, and from what where that is known ("und" is what is not, ISO 639-2). */
  function translated({ translated_from: from }) {
    if (from === "und") return say("document.translated");
    return say("document.translated_from", { language: languageName(from) });
  }

  /** What a language is called; its tag where it is none that is known. */
  function languageName(tag) {
    try {
      return new Intl.DisplayNames([chancery.language()], { type: "language" }).of(tag) ?? tag;
    } catch {
      return tag;
    }
  }

  const marks = (fact) => document.querySelectorAll(`[data-facts~="${CSS.escape(fact)}"]`);

  function forget() {
    for (const each of document.querySelectorAll(".f.chosen, .row.chosen")) each.classList.remove("chosen");
  }

  /** The fact that the address names; none where it is no address of one. */
  function asked() {
    try {
      return location.hash.startsWith("#f-") ? decodeURIComponent(location.hash.slice(3)) : "";
    } catch {
      return "";
    }
  }

  /** Brings out the words of a fact, and opens its card among the notes. */
  function choose(fact) {
    forget();
    marks(fact).forEach((each) => each.classList.add("chosen"));
    const row = at(`row-${fact}`);
    if (!row) return;
    row.classList.add("chosen");
    if (!row.querySelector(".close")) row.prepend(make("button", { type: "button", class: "plain close", onclick: forget }, say("document.close")));
    row.querySelector("details").open = true;
    const notes = row.closest(".notes");
    if (notes.scrollHeight > notes.clientHeight) notes.scrollTop += row.getBoundingClientRect().top - notes.getBoundingClientRect().top - NOTES_TOP;
  }

  /** The same, with the words brought into view. */
  function goTo(fact, { words = true } = {}) {
    choose(fact);
    if (words) marks(fact)[0]?.scrollIntoView({ block: "center" });
  }

  const fromAddress = () => { if (asked()) goTo(asked()); };

  function show(day) {
    about(day);
    const held = known.library(day).holds(number) ? listed : [];
    const rows = held.map((fact) => ({ fact, copies: [], compared: [], standing: fact.kind === "commitment" ? known.standing(fact, known.judged(known.library(day))) : undefined }));
    article.classList.toggle("not-known", !held.length && listed.length > 0);
    chancery.listAll(rows);
    if (asked()) choose(asked());
  }

  function bindKinds() {
    at("kinds").addEventListener("change", ({ target }) => {
      article.classList.toggle(`without-${target.name}`, !target.checked);
      const left = [...document.querySelectorAll(".notes .row")].filter((row) => row.checkVisibility()).length;
      fill(at("count"), say("count.facts", { n: left }));
    });
    addEventListener("keydown", ({ key }) => { if (key === "Escape") forget(); });
    at("text").addEventListener("click", ({ target }) => {
      const ids = target.closest("[data-facts]")?.dataset.facts.split(" ");
      if (!getSelection().isCollapsed) return;
      if (!ids) return forget();
      const next = ids[(ids.indexOf(asked()) + 1) % ids.length];
      history.replaceState(null, "", `#f-${next}`);
      goTo(next, { words: false });
    });
  }

  /** The browser's own voice reads the article. */
  function bindListening() {
    const button = at("listen");
    if (!("speechSynthesis" in window)) return;
    button.hidden = false;
    const label = (key) => { button.dataset.say = key; button.textContent = say(key); };
    button.addEventListener("click", () => {
      if (speechSynthesis.speaking) return speechSynthesis.cancel();
      const spoken = new SpeechSynthesisUtterance([...document.querySelectorAll(".b-headline, .b-body")].map((each) => each.textContent).join("\n"));
      spoken.lang = told().language;
      spoken.onend = spoken.onerror = () => label("document.listen");
      speechSynthesis.speak(spoken);
      label("document.stop");
    });
  }

  bindKinds();
  bindListening();
  addEventListener("hashchange", fromAddress);
  chancery.begin(show);
  fromAddress();
})(window.chancery);
