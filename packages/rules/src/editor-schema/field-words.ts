import type { Amendment } from "./amend.ts";

/** What an editor says of the keys of a rule file that do not speak for themselves. */
export const describeFields: readonly Amendment[] = Object.entries({
  "Rule.id": "Where the rule stands, and its own name: `jurisdiction/question/name`.",
  "Rule.title": "The provision in a few plain words.",
  "Rule.effect": "`grant` says yes when the conditions hold; `deny` says no, and sets aside the grants it overrides.",
  "Rule.cites": "Where the law says so, among the sources of jurisdiction.json.",
  "Rule.verified": "How well the text was checked. A rule that is `recalled` decides nothing until it is turned on.",
  "Rule.reading": "For a provision that can be read two ways: the reading followed, the others, and who chose.",
  "Rule.inForce": "The days on which the provision is law.",
  "Rule.conditions": "When the rule holds: tests of facts under `all`, `any` and `not`.",
  "Citation.source": "The id of a source of jurisdiction.json.",
  "Citation.at": "The place in the source, as a lawyer writes it: `1(7)(d)`.",
  "InForce.from": "The first day. `null` when it was not established: it was law in the edition read.",
  "InForce.until": "The first day on which it is law no more. `null` when no end is known.",
  "InForce.note": "What the days rest on.",
  "Reading.chosen": "The reading that the rule follows.",
  "Reading.others": "The readings that it does not follow.",
  "Reading.by": "Who chose.",
  "Verification.status":
    "`read`: the operative text. `partial`: part of it, or an older edition. `agency-statement`: an agency's own page. `recalled`: no text seen.",
  "Verification.note": "What was missing.",
}).map(([key, description]): Amendment => {
  const [name = "", field = ""] = key.split(".");
  return [["$defs", name, "properties", field], (part) => ({ ...part, description })];
});
