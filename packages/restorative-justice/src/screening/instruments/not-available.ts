/** An instrument, or a part of one, that is not offered, and why. */
export type NotAvailable = { readonly id: string; readonly what: string; readonly because: string };

/** What is left out because its scoring was never seen in a source: a recalled number is not coded. */
export const NOT_AVAILABLE: readonly NotAvailable[] = [
  {
    id: "da",
    what: "Danger Assessment, weights and bounds of its levels",
    because: "the weights and bounds were recalled and not seen in a source, and a public port contradicts them",
  },
  {
    id: "da-5",
    what: "DA-5, its threshold and 2017 items",
    because: "the threshold and the item swapped in 2017 were recalled",
  },
  { id: "dove", what: "DOVE, bounds of its risk categories", because: "the bounds were not retrieved" },
  {
    id: "masic",
    what: "MASIC, cut-offs",
    because: "no cut-off was verified; it is read by pattern and clinical judgement",
  },
  {
    id: "masic-s",
    what: "MASIC-S",
    because: "it is read by clinical judgement, and free only unmodified, with credit, in mediation practice",
  },
  { id: "masic-4", what: "MASIC-4", because: "a version of the MASIC that was recalled; not a screen of four items" },
  { id: "wast", what: "WAST, eight items", because: "two cut-offs circulate and neither was seen in a source" },
  {
    id: "odara-prorating",
    what: "ODARA, prorating of missing items",
    because: "the table was recalled; a range is given",
  },
  {
    id: "lap-2.0-rule",
    what: "LAP 2.0 beyond its strangulation item",
    because: "the rest of the revised rule was not seen",
  },
];
