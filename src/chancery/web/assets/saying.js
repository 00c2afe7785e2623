// The words of the pages, in the reader's language. What the press said is never translated.
"use strict";

(function (chancery) {
  const LANGUAGES = ["fr", "en"];
  const PLACES = /\{(\w+)\}/g;
  let language = "fr";
  let numbers = new Intl.NumberFormat(language);

  const first = (found, n) => (language === "fr" ? Math.abs(n) < 2 : n === 1) ? found[0] : found[found.length - 1];

  function words(key, values) {
    const found = chancery.data.words[language][key];
    if (found === undefined) throw new Error(`no words for ${key} in ${language}`);
    return Array.isArray(found) ? first(found, values.n ?? 2) : found;
  }

  const shown = (value) => (typeof value === "number" ? numbers.format(value) : value ?? "");

  /** The words of a key; `{name}` gives way to the value of that name, and a number `n` decides between the forms. */
  chancery.say = (key, values = {}) => words(key, values).replace(PLACES, (_, name) => shown(values[name]));

  /** The same where values may be elements: a list of texts and elements. */
  chancery.sayWith = (key, values) => words(key, values).split(PLACES).map((part, at) => (at % 2 ? shown(values[part]) : part));

  /** One of the forms of a key, by its place; the only one where there is one. */
  chancery.form = (key, at) => [chancery.data.words[language][key]].flat()[at] ?? words(key, { n: 1 });

  /** Whether there are words for a key. */
  chancery.canSay = (key) => key in chancery.data.words[language];

  /** A number as the language writes it. */
  chancery.number = (value) => numbers.format(value);

  chancery.language = () => language;

  /** The language of the address, else the reader's own where it is one of ours, else that in which the page was written. */
  function chosen() {
    const wished = [chancery.address.get("lang"), ...(navigator.languages ?? [navigator.language])].map((each) => (each ?? "").slice(0, 2));
    return wished.find((each) => LANGUAGES.includes(each)) ?? document.documentElement.lang;
  }

  /** Says everything that stands in the page in the language chosen. */
  chancery.speak = function () {
    language = chosen();
    numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
    document.documentElement.lang = language;
    for (const element of document.querySelectorAll("[data-say]")) element.textContent = chancery.say(element.dataset.say);
    for (const name of ["placeholder", "title", "aria-label"]) {
      for (const element of document.querySelectorAll(`[data-say-${name}]`)) element.setAttribute(name, chancery.say(element.getAttribute(`data-say-${name}`)));
    }
    const title = document.querySelector("title[data-page]");
    if (title) document.title = `${chancery.say(`page.${title.dataset.page}`)} · ${title.dataset.record}`;
    for (const button of document.querySelectorAll("[data-language]")) button.setAttribute("aria-pressed", String(button.dataset.language === language));
  };
})(window.chancery);
