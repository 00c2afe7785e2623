// A fact in a list, and the card that it opens as.
"use strict";

(function (chancery) {
  const { make, say, naming, address } = chancery;
  const documents = () => chancery.data.record.documents;
  /** Whether the whole text stands beside the facts. */
  const BESIDE_TEXT = document.documentElement.dataset.page === "document";
  const SHELVES = { statement: "voices", event: "chronology", meeting: "chronology", position: "positions", commitment: "commitments", figure: "forces" };

  // What a fact stands under, and who says so

  const documentOf = (fact) => documents()[fact.document];
  const dayOf = (fact) => fact.day ?? documentOf(fact).published;
  const voiceOf = (fact) => fact.voice ?? naming.publisher(documentOf(fact));
  const boundsOf = (fact) => (fact.day ? [fact.first, fact.last] : [documentOf(fact).first, documentOf(fact).last]);
  const actorsOf = (fact) => [fact.actors, fact.body === undefined ? [] : [fact.body], fact.who, fact.targets, fact.holders, fact.towards, fact.beneficiary].flatMap((each) => each ?? []);
  const isMachine = (fact) => Boolean(documentOf(fact).translated_from);

  /** Whether a fact may fall on a day from `from` to `to`; what has no day falls on none. */
  function within(fact, from, to) {
    if (!from && !to) return true;
    const day = dayOf(fact);
    if (!day || day.includes("X")) return false;
    const [first, last] = boundsOf(fact);
    return (!from || !last || last >= from) && (!to || !first || first <= to);
  }

  // Words

  /** The exact words as a link to their place; in quotation marks only where they are the speaker's own. */
  function words(fact) {
    const own = fact.kind === "statement" && fact.verbatim;
    const text = make("q", { class: own ? "own" : "told", lang: documentOf(fact).language }, fact.words);
    const mark = isMachine(fact) ? [" ", make("abbr", { class: "machine", title: say("row.translated") }, say("row.translated_mark"))] : [];
    return make("p", { class: "words" }, make("a", { href: address.document(fact.document, fact.fact), "data-words": fact.fact, title: say("row.words_of") }, text), mark);
  }

  const tag = (text, kind = "") => make("span", { class: `tag ${kind}` }, text);
  const arrow = () => make("span", { class: "arrow", "aria-hidden": "true" }, " → ");

  /** An amount as the text gives it: a number or a range, exact or not, with its unit unless what is counted says as much. */
  function amount(fact, { unit = true } = {}) {
    const number = fact.value === undefined ? "" : fact.value_max === undefined ? chancery.number(fact.value) : say("row.between", { from: fact.value, to: fact.value_max });
    const bound = fact.bound ? say(`row.${fact.bound}`) : fact.approximate && fact.value_max === undefined ? say("row.about") : "";
    const called = fact.unit && (chancery.canSay(`unit.${fact.unit}`) ? say(`unit.${fact.unit}`) : fact.unit);
    return [bound, number, unit && called].filter(Boolean).join(" ");
  }

  /** What is counted, with the amount: the unit is left out where the noun stands for it ("40 000 soldats", not "40 000 personnes soldats"). */
  function counted(fact) {
    const noun = fact.what && fact.what !== fact.unit ? fact.what : "";
    const bare = noun && (fact.unit === "personnes" || naming.fold(noun).includes(naming.fold(fact.unit ?? "")));
    return [make("b", { class: "amount" }, amount(fact, { unit: !bare })), noun && [" ", make("span", { lang: documentOf(fact).language }, noun)]];
  }

  // The line above the words: who did what to whom

  const HEADS = {
    statement(fact) {
      const speaker = fact.actors?.length ? naming.linked(fact.actors.slice(0, 1), "voices", "by") : fact.speaker ?? say("row.unnamed");
      const person = fact.actors?.length && naming.isPerson(fact.actors[0]);
      const called = fact.actors?.length && fact.speaker && naming.fold(fact.speaker) !== naming.fold(naming.name(fact.actors[0])) && !person ? ` (${fact.speaker})` : "";
      const side = person && fact.office ? naming.office(fact.office) : person && fact.actors.length > 1 ? naming.names(fact.actors.slice(1, 2)) : "";
      return [
        make("b", {}, speaker), called, side && make("span", { class: "office" }, `, ${side}`),
        " ", tag(say(fact.cue_class && chancery.canSay(`cue.${fact.cue_class}`) ? `cue.${fact.cue_class}` : "cue.say"), "act"),
        fact.addressee && [arrow(), make("span", { lang: documentOf(fact).language }, fact.addressee)],
        fact.anonymous && [" ", tag(say("how.anonymous"))],
        fact.via && make("span", { class: "via" }, " ", say("row.via", { who: fact.via })),
      ];
    },
    event(fact) {
      return [
        make("b", {}, fact.who?.length ? naming.linked(fact.who, "chronology", "actor") : say("row.nobody")), " ",
        tag(say(chancery.canSay(`event.${fact.type}`) ? `event.${fact.type}` : "kind.event"), "act"),
        fact.targets?.length && [arrow(), naming.linked(fact.targets, "chronology", "actor")],
        fact.place && make("span", { class: "place-name" }, " ", say("row.in_place", { place: fact.place })),
        !chancery.known.isReal(fact) && [" ", tag(say(`status.${fact.status}`), "unreal")],
      ];
    },
    meeting(fact) {
      return [
        tag(say("kind.meeting"), "act"), " ",
        fact.body !== undefined && [make("b", {}, naming.linked([fact.body], "chronology", "actor")), " "],
        fact.mode && [make("span", { class: "mode" }, chancery.canSay(`format.${fact.mode}`) ? say(`format.${fact.mode}`) : fact.mode), " "],
        fact.who?.length && naming.linked(fact.who, "chronology", "actor"),
        fact.place && make("span", { class: "place-name" }, " ", say("row.in_place", { place: fact.place })),
        !chancery.known.isReal(fact) && [" ", tag(say(`status.${fact.status}`), "unreal")],
      ];
    },
    position(fact) {
      return [
        make("b", {}, naming.linked(fact.holders, "positions", "by")), " ", tag(say(`stance.${fact.stance}`), `act s-${fact.stance}`),
        fact.towards?.length && [arrow(), naming.linked(fact.towards, "positions", "towards")],
      ];
    },
    commitment(fact, row) {
      return [
        make("b", {}, naming.linked(fact.who, "commitments", "by")), " ", tag(say(`commitment.${fact.type}`), "act"),
        fact.beneficiary?.length && make("span", {}, " ", say("row.for", { whom: naming.names(fact.beneficiary) })),
        row?.standing && [" ", tag(say(`standing.${row.standing}`), `standing-${row.standing}`)],
      ];
    },
    figure(fact, row) {
      return [
        counted(fact),
        fact.who?.length && [", ", naming.linked(fact.who, "forces", "actor")],
        fact.about?.length && [", ", make("span", { class: "place-name", title: say("row.around") }, say("row.in_place", { place: naming.names(fact.about) }))],
        fact.where && make("span", { class: "place-name" }, " ", say("row.in_place", { place: fact.where })),
        relations(row),
      ];
    },
  };

  /** How a figure stands to others: of each relation the first, which is named and led to. */
  function relations(row) {
    const first = new Map((row?.compared ?? []).toReversed().map((each) => [each.relation, each]));
    return [...first.values()].map(({ fact, relation }) => [" ", make("span", { class: `tag ${relation === "conflict" ? "conflict" : ""}` },
      say(`relation.${relation.replace(" ", "_")}`), " ", link(fact, amount(fact, { unit: false })), ` (${naming.publisher(documentOf(fact))})`)]);
  }

  /** What stands below the words, where there is more to say. */
  const BELOW = {
    position: (fact) => [
      fact.condition && [make("dt", {}, say("row.condition")), make("dd", { lang: documentOf(fact).language }, fact.condition)],
      fact.response && [make("dt", {}, say("row.response")), make("dd", { lang: documentOf(fact).language }, fact.response)],
    ],
    commitment: (fact) => [
      fact.starts && [make("dt", {}, say("row.starts")), make("dd", {}, chancery.day(fact.starts))],
      fact.deadline && [make("dt", {}, say("row.deadline")), make("dd", {}, chancery.deadline(fact.deadline))],
      fact.condition && [make("dt", {}, say("row.condition")), make("dd", { lang: documentOf(fact).language }, fact.condition)],
    ],
  };

  // The side note: who tells it, where

  function side(row, note) {
    const { fact } = row;
    const document = documentOf(fact);
    const told = row.tellings && row.tellings.length > 1;
    const sources = told ? say("count.told", { n: row.sources }) : "";
    return [
      make("span", { class: "source" }, fact.claim ? [voiceOf(fact), ", "] : "", make("cite", {}, naming.publisher(document))),
      make("span", { class: "published" }, document.published ? chancery.shortDay(document.published) : say("row.undated")),
      told && make("span", { class: "told" }, row.documents > row.sources ? say("row.told_by_documents", { sources, documents: say("count.documents", { n: row.documents }) }) : sources),
      row.copies.length > 0 && make("span", { class: "copied" }, say("row.copied", { n: row.copies.length })),
      note && make("sup", { class: "note-number", "aria-hidden": "true" }, String(note)),
    ];
  }

  /** A fact as a row. `note` is the number of its source among the footnotes of a printed page; rows outside the list of a page have none, and no id. */
  chancery.row = function (row, { note, day = true, listed = Boolean(note) } = {}) {
    const { fact } = row;
    const below = (BELOW[fact.kind]?.(fact) ?? []).filter(Boolean);
    const shown = dayOf(fact);
    return make("article", { class: `row k-${fact.kind}${fact.status && !chancery.known.isReal(fact) ? " unreal" : ""}`, id: listed ? `row-${fact.fact}` : null, "data-fact": fact.fact, tabindex: "-1" },
      make("div", { class: "when" },
        day && make("time", {}, shown ? chancery.day(shown) : say("row.undated")),
        shown && !fact.day && make("span", { class: "basis" }, say("row.by_publication"))),
      make("div", { class: "what" },
        make("p", { class: "head" }, make("span", { class: "kind-name" }, say(`kind.${fact.kind}`)), " ", HEADS[fact.kind](fact, row)),
        words(fact),
        below.length ? make("dl", { class: "below" }, below) : "",
        card(row)),
      make("div", { class: "side" }, side(row, note)));
  };

  // The card

  function card(row) {
    const details = make("details", { class: "card" }, make("summary", {}, say("row.card")));
    details.addEventListener("toggle", () => {
      if (details.open && details.childElementCount === 1) details.append(opened(row));
      if (BESIDE_TEXT) return;
      if (details.open) address.keep({ fact: row.fact.fact });
      else if (address.get("fact") === row.fact.fact) address.keep({ fact: "" });
    });
    return details;
  }

  function opened(row) {
    const held = make("div", { class: "opened" }, make("dl", {}, entries(row).map(([name, ...value]) => [make("dt", {}, say(name)), make("dd", {}, value)])), cite(row));
    if (!BESIDE_TEXT) quote(row.fact).then((sentence) => held.prepend(sentence), (error) => held.prepend(make("p", { class: "note" }, error.message)));
    return held;
  }

  /** The words in their sentence. */
  async function quote(fact) {
    const sentences = await chancery.load(`${SHELVES[fact.kind]}-sentences`);
    const [before, after] = sentences[fact.fact] ?? ["", ""];
    return make("blockquote", { lang: documentOf(fact).language }, before, make("mark", {}, fact.words), after);
  }

  const link = (fact, ...text) => make("a", { href: address.document(fact.document, fact.fact) }, text);
  const elsewhere = (facts) => make("ul", { class: "elsewhere" }, facts.map((fact) => make("li", {}, link(fact, naming.publisher(documentOf(fact)), ", ", chancery.shortDay(documentOf(fact).published)))));

  /** What the card says: a name of words, then what is said of it. */
  function entries(row) {
    const { fact } = row;
    const document = documentOf(fact);
    const outlet = naming.publisher(document);
    const said = (name, value) => (value ? [[name, value]] : []);
    return [
      ...said("card.speaker", fact.kind === "statement" && speaker(fact)),
      ["card.vouches", fact.voice ? say("card.speaker_says", { who: fact.voice, outlet }) : outlet],
      [fact.kind === "statement" ? "card.said" : "card.holds", fact.day ? `${chancery.day(fact.day)} (${say("card.own_day")})` : say("card.no_day")],
      ["card.published", document.published ? `${chancery.day(document.published)} (${say(`basis.${document.basis}`)})` : say("card.not_known")],
      ...said("card.told_how", fact.kind === "statement" && [say(`said.${fact.type}`), isMachine(fact) ? `; ${say("card.unverbatim")}` : ""]),
      ...said("card.cue", fact.cue),
      ...said("card.addressee", fact.addressee),
      ...said("card.occasion", fact.occasion),
      ...said("card.issue", fact.issue),
      ...said("row.condition", fact.condition),
      ...(fact.kind === "position" && ["demand", "offer"].includes(fact.stance) ? [["row.response", fact.response ?? say("row.unanswered")]] : []),
      ...said("card.value", fact.kind === "figure" && amount(fact)),
      ...said("card.what", fact.kind === "figure" && fact.what),
      ...said("card.where", fact.where),
      ...said("card.about", fact.about?.length && naming.names(fact.about)),
      ...said("card.actors", naming.names([...new Set(actorsOf(fact))])),
      ...said("card.mode", fact.mode),
      ...said("card.status", fact.status && say(`status.${fact.status}`)),
      ...said("card.place", fact.place),
      ...said("row.starts", fact.starts && chancery.day(fact.starts)),
      ...said("row.deadline", fact.deadline && chancery.deadline(fact.deadline)),
      ...said("filter.status", row.standing && standing(row)),
      ...said("card.tellings", row.tellings?.length > 1 && elsewhere(row.tellings)),
      ...said("card.compared", row.compared?.length && make("ul", { class: "elsewhere" }, row.compared.map(compared))),
      ["card.document", link(fact, document.title || document.document), `, ${say("card.at", { start: String(fact.start ?? 0), end: String(fact.end) })}`],
      ...said("card.copies", row.copies.length && elsewhere(row.copies)),
      ["card.history", say("card.rules", { rules: document.rules }), make("span", { class: "basis" }, ` ${fact.fact}`)],
    ];
  }

  function standing(row) {
    const day = chancery.known.judged(chancery.known.library(chancery.asOf()));
    return row.fact.due && !day ? say("standing_basis.no_day") : say(`standing_basis.${row.standing}`, { day: chancery.day(day) });
  }

  const compared = ({ fact, relation }) =>
    make("li", {}, say(`relation.${relation.replace(" ", "_")}`), " ", link(fact, counted(fact)), `, ${naming.publisher(documentOf(fact))}, ${chancery.shortDay(dayOf(fact))}`);

  // A citation: who, in what words, where

  /** Who speaks, with the office, as text. */
  function speaker(fact) {
    const who = fact.actors?.length && naming.isPerson(fact.actors[0]) ? naming.name(fact.actors[0]) : fact.speaker ?? say("row.unnamed");
    return [who, fact.office && naming.office(fact.office), fact.anonymous && say("how.anonymous")].filter(Boolean).join(", ");
  }

  function citation(fact) {
    const document = documentOf(fact);
    const place = say("card.cited_place", {
      title: document.title || document.document,
      outlet: naming.publisher(document),
      published: document.published ? chancery.day(document.published) : say("row.undated"),
      where: document.url ?? document.origin,
      start: String(fact.start ?? 0),
      end: String(fact.end),
    });
    if (fact.kind !== "statement") return `${place}. ${say("card.cited_fact", { words: fact.words })}`;
    return `${speaker(fact)}${say("row.colon")}${say(fact.verbatim ? "card.cited_words" : "card.cited_report", { words: fact.words })}. ${place}.`;
  }

  function cite(row) {
    const button = make("button", { type: "button", class: "plain" }, say("card.cite"));
    button.addEventListener("click", async () => {
      const text = citation(row.fact);
      try {
        await navigator.clipboard.writeText(text);
        button.textContent = say("card.cited");
      } catch {
        button.replaceWith(make("textarea", { readonly: true, rows: "3", "aria-label": say("card.cite") }, text));
      }
    });
    return make("p", {}, button);
  }

  chancery.facts = { dayOf, voiceOf, boundsOf, actorsOf, documentOf, within, amount, counted, link, citation, SHELVES };
})(window.chancery);
