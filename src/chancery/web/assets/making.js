// Elements from data. Text only ever becomes text: nothing here reads markup.
"use strict";

(function (chancery) {
  /** An element with its attributes and what it holds: texts, elements, lists of them; what is null or false is left out. */
  chancery.make = function (tag, attributes = {}, ...held) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...held.flat(3).filter((each) => each !== null && each !== undefined && each !== false && each !== ""));
    return element;
  };

  /** Puts these in the place of all that an element held. */
  chancery.fill = (element, ...held) => element.replaceChildren(...held.flat(3).filter((each) => each !== null && each !== undefined && each !== false && each !== ""));

  /** An element of the page by its id. */
  chancery.at = (id) => document.getElementById(id);
})(window.chancery);
