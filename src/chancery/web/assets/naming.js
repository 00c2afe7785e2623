// What actors, offices and sources are called, and how names and words are looked for.
"use strict";

(function (chancery) {
  const { make, say } = chancery;
  const record = () => chancery.data.record;
  const PERSON = "person:";

  /** A text as it is compared: without capitals, accents, apostrophes and hyphens (register/spelling.py). */
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/[’‘ʼ']/g, "'").replace(/[-‐‑–\u00a0\u202f]/g, " ");

  /** A text made ready for `holdsReady`: folded, its words apart. */
  const ready = (text) => ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, " ")}`;

  const holdsReady = (text, wanted) => wanted.every((word) => text.includes(` ${word}`));

  /** Whether each word of `wanted` begins a word of the text, its plural ending aside. */
  const holds = (text, wanted) => holdsReady(ready(text), wanted);

  /** The words to look for in what a person typed. */
  const wanted = (text) => (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => (word.length >= 4 ? word.replace(/[sx]+$/, "") : word));

  /** The name of an actor, by its number. */
  function name(number) {
    const [, french, english] = record().actors[number];
    return chancery.language() === "en" ? english ?? french : french;
  }

  const id = (number) => record().actors[number][0];
  const isPerson = (number) => id(number).startsWith(PERSON);

  /** The numbers of the actors that an id or a name means: that id, else all in whose names each word begins a word. */
  function called(text) {
    const exact = record().actors.findIndex(([each]) => each === text);
    if (exact >= 0) return new Set([exact]);
    const plain = fold(text).trim();
    const parts = record().actors;
    const whole = parts.flatMap((names, number) => (names.some((each) => fold(each.replace(PERSON, "")) === plain) ? [number] : []));
    if (whole.length) return new Set(whole);
    const words = wanted(text);
    return new Set(parts.flatMap((names, number) => (words.length && names.some((each) => holds(each, words)) ? [number] : [])));
  }

  /** Names as links that limit a page to each actor. */
  const linked = (numbers, page, limit) =>
    numbers.flatMap((number, at) => [at ? ", " : "", make("a", { class: "actor", href: chancery.address.page(page, { [limit]: id(number) }) }, name(number))]);

  const names = (numbers = []) => numbers.map(name).join(", ");

  /** An office, with whose it is. */
  function office(number) {
    const held = record().offices[number - 1];
    const key = [`${held.kind}_${held.style}`, held.style, held.kind].map((each) => `office.${each}`).find(chancery.canSay) ?? (held.kind.endsWith("spokesperson") ? "office.spokesperson" : "office.other");
    return say("office.of", { office: chancery.form(key, held.feminine ? 1 : 0), of: name(held.of) });
  }

  /** Who publishes a document. */
  const publisher = (document) => document.voice ?? document.document;

  chancery.naming = { fold, ready, holds, holdsReady, wanted, name, names, id, isPerson, called, linked, office, publisher };
})(window.chancery);
