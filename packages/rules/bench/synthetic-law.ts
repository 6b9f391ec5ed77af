import { sampleRule } from "../src/arbitrary/arbitrary-rules.ts";
import { sampleLaw } from "../src/arbitrary/sample-law.ts";
import type { Condition, FactLiteral, Operator } from "../src/file/condition.ts";
import type { Law } from "../src/load/law.ts";
import type { FactDefinition } from "../src/vocabulary/fact-definition.ts";

const asked = (name: string) =>
  ({ name, title: name, question: `What of ${name}?`, knownBy: "claimant", sensitive: false }) as const;

/** Nine facts of the kinds a notice statute reads. */
const FACTS: readonly FactDefinition[] = [
  {
    ...asked("event.kind"),
    type: "enum",
    values: [
      "release",
      "escape",
      "recapture",
      "transfer",
      "furlough",
      "parole-hearing",
      "parole-decision",
      "clemency",
      "death",
      "discharge",
    ],
  },
  {
    ...asked("offense.class"),
    type: "enum",
    values: ["felony-a", "felony-b", "felony-c", "misdemeanor", "infraction", "unknown-class"],
  },
  {
    ...asked("claimant.relation"),
    type: "enum",
    values: ["self", "parent", "child", "spouse", "sibling", "guardian", "representative", "other"],
  },
  { ...asked("claimant.adult"), type: "boolean" },
  { ...asked("request.written"), type: "boolean" },
  { ...asked("contact.current"), type: "boolean" },
  { ...asked("opted-out"), type: "boolean" },
  { ...asked("claimant.age"), type: "integer", min: 0, max: 130, unit: "year" },
  { ...asked("event.days-until"), type: "integer", min: -400, max: 400, unit: "day" },
];

const is = (fact: string, operator: Operator, value: FactLiteral | FactLiteral[]): Condition => ({
  fact,
  operator,
  value,
});
const kind = (value: string): Condition => is("event.kind", "equal", value);
const kinds = (...values: string[]): Condition => is("event.kind", "in", values);
const yes = (fact: string): Condition => is(fact, "equal", true);
const no = (fact: string): Condition => is(fact, "equal", false);

const CLOSE_FAMILY = ["parent", "child", "spouse", "sibling"];
const FELONIES = ["felony-a", "felony-b", "felony-c"];

/** Twelve rules, 54 tests, as a notice statute reads: who, which event, which crime, how far ahead. */
const CONDITIONS: readonly (readonly Condition[])[] = [
  [
    kind("release"),
    is("offense.class", "in", FELONIES),
    yes("request.written"),
    no("opted-out"),
    is("event.days-until", "greaterThanInclusive", 0),
  ],
  [
    kinds("escape", "recapture"),
    yes("contact.current"),
    is("offense.class", "notEqual", "infraction"),
    { any: [yes("claimant.adult"), is("claimant.relation", "in", ["guardian", "representative"])] },
  ],
  [
    kind("parole-hearing"),
    yes("request.written"),
    is("event.days-until", "greaterThanInclusive", 30),
    is("claimant.relation", "notEqual", "other"),
    no("opted-out"),
  ],
  [
    kind("parole-decision"),
    yes("request.written"),
    is("offense.class", "in", FELONIES),
    { any: [is("claimant.relation", "equal", "self"), is("claimant.relation", "in", CLOSE_FAMILY)] },
  ],
  [
    kind("clemency"),
    is("offense.class", "in", ["felony-a", "felony-b"]),
    { not: yes("opted-out") },
    is("event.days-until", "greaterThan", 9),
  ],
  [
    kind("death"),
    yes("contact.current"),
    is("claimant.relation", "in", ["self", ...CLOSE_FAMILY]),
    is("offense.class", "notIn", ["infraction", "misdemeanor"]),
  ],
  [
    kinds("transfer", "furlough"),
    is("offense.class", "in", FELONIES),
    yes("request.written"),
    is("claimant.age", "greaterThanInclusive", 18),
    no("opted-out"),
  ],
  [
    kind("discharge"),
    yes("request.written"),
    is("event.days-until", "lessThanInclusive", 60),
    is("event.days-until", "greaterThanInclusive", 10),
    yes("claimant.adult"),
  ],
  [
    kinds("release", "discharge", "furlough"),
    is("offense.class", "equal", "felony-a"),
    is("claimant.relation", "equal", "self"),
  ],
  [
    kinds("release", "escape", "death"),
    is("claimant.age", "lessThan", 18),
    is("claimant.relation", "in", ["guardian", "parent"]),
    yes("contact.current"),
  ],
  [
    kind("release"),
    is("offense.class", "equal", "misdemeanor"),
    yes("request.written"),
    { any: [is("claimant.relation", "equal", "spouse"), is("claimant.relation", "equal", "self")] },
    no("opted-out"),
  ],
  [
    kinds("parole-hearing", "clemency"),
    is("claimant.relation", "equal", "representative"),
    yes("contact.current"),
    is("event.days-until", "greaterThan", 0),
  ],
];

/** The question of the synthetic law, and of every shipped notification file. */
export const NOTICE = "notice";

/** A made-up notice law to measure on. */
export const syntheticLaw = (): Law =>
  sampleLaw(FACTS, {
    [NOTICE]: CONDITIONS.map((all, place) =>
      sampleRule(`xx-yy/notice/rule-${String(place).padStart(2, "0")}`, { all }),
    ),
  });
