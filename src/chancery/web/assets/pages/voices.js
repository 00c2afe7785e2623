// Who said what, to whom, when.
"use strict";

(function (chancery) {
  const { address, known } = chancery;
  const shelf = () => chancery.data.voices.facts;
  const speakers = (fact) => fact.actors;

  const HOW = {
    __proto__: null,
    "": () => true,
    direct: (fact) => fact.verbatim,
    reported: (fact) => !fact.verbatim,
    anonymous: (fact) => fact.anonymous,
    relayed: (fact) => fact.via,
  };

  chancery.limits({ by: () => chancery.occurring(shelf(), speakers) });
  chancery.begin((day) => {
    const [cue, how] = [address.get("cue"), HOW[address.get("how")] ?? HOW[""]];
    const [passes, by] = [chancery.passes(), chancery.isAbout("by", speakers, (fact) => fact.speaker)];
    chancery.list(known.view.voices(day).filter((row) => (!cue || row.fact.cue_class === cue) && how(row.fact) && by(row) && passes(row)));
  });
})(window.chancery);
