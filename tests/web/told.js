([name, day]) => {
  const { documents, actors } = chancery.data.record;
  const { dayOf, voiceOf, documentOf } = chancery.facts;
  const PARTS = ["who", "targets", "actors", "holders", "towards", "beneficiary", "about"];
  const ids = (numbers) => numbers.map((number) => actors[number][0]);

  const shared = (row) => ({
    ...row.fact,
    document: documentOf(row.fact).document,
    published: documentOf(row.fact).published,
    voice: voiceOf(row.fact),
    day: dayOf(row.fact),
    copies: row.copies.map((copy) => copy.fact),
    status: row.standing ?? row.fact.status,
  });
  const parts = (row) => Object.fromEntries(PARTS.filter((part) => Array.isArray(row.fact[part])).map((part) => [part, ids(row.fact[part])]));
  const body = (row) => (row.fact.kind === "meeting" && row.fact.body !== undefined ? { type: ids([row.fact.body])[0] } : {});
  const tellings = (row) => (row.tellings ? { sources: row.sources, documents: row.documents, facts: row.tellings.map((each) => each.fact) } : {});
  const compared = (row) => (row.compared ? { compared: row.compared.map((each) => ({ fact: each.fact.fact, relation: each.relation })) } : {});

  const fact = (row) => ({ ...shared(row), ...parts(row), ...body(row), ...tellings(row), ...compared(row) });
  const document = (row) => ({
    ...row.document,
    published_basis: row.document.basis,
    voice: chancery.naming.publisher(row.document),
    root: documents[row.root].document,
    family: row.family,
  });
  return chancery.known.view[name](day).map(name === "sources" ? document : fact);
}
