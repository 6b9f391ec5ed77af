import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { SMALL_FACTS } from "../arbitrary/arbitrary-vocabulary.ts";
import { SAMPLE_DAY, sampleRule } from "../arbitrary/arbitrary-rules.ts";
import { sampleLaw } from "../arbitrary/sample-law.ts";
import { compileQuestion } from "../decide/compile-question.ts";
import { type Facts, UNCERTAIN } from "../facts.ts";
import type { Leaf } from "../file/condition.ts";
import { explain } from "./explain.ts";
import { explainInWords } from "./explain-in-words.ts";

const yes = (fact: string): Leaf => ({ fact, operator: "equal", value: true });
const read = { status: "read", on: SAMPLE_DAY } as const;

const RELEASE = sampleRule(
  "xx-yy/notice/release",
  {
    all: [
      { fact: "event.kind", operator: "in", value: ["release", "escape"] },
      yes("definition"),
      { any: [yes("person.written"), { not: { fact: "person.age", operator: "greaterThanInclusive", value: 3 } }] },
    ],
  },
  {
    title: "Notice of a release",
    notes: ["The prison sends it."],
    reading: { chosen: "A walkaway is a release.", others: ["A walkaway is an escape."], by: "house-ruling" },
  },
);
const DEATH = sampleRule(
  "xx-yy/notice/death",
  { all: [{ fact: "event.kind", operator: "equal", value: "death" }, yes("definition")] },
  { title: "Notice of a death", verified: { status: "agency-statement", on: SAMPLE_DAY } },
);
const HEARING = sampleRule(
  "xx-yy/notice/hearing",
  { all: [yes("definition"), yes("person.written")] },
  { title: "Notice of everything", basis: "policy" },
);
const REFUSAL = sampleRule(
  "xx-yy/notice/refusal",
  { all: [{ fact: "person.age", operator: "equal", value: 6 }] },
  { title: "The person said no", effect: "deny", overrides: [RELEASE.id, DEATH.id] },
);
const HARMED = sampleRule(
  "xx-yy/definition/harmed",
  { any: [{ fact: "person.relation", operator: "equal", value: "self" }, yes("person.hurt")] },
  { title: "A person who was harmed", verified: { ...read, edition: "2023" } },
);

const LAW = sampleLaw(SMALL_FACTS, { notice: [RELEASE, DEATH, HEARING, REFUSAL], definition: [HARMED] });
const COMPILED = Result.getOrThrow(compileQuestion(LAW, "notice", { asOf: SAMPLE_DAY }));

const words = (facts: Facts): readonly string[] => explainInWords(Result.getOrThrow(explain(COMPILED, facts)), LAW);

describe("explain", () => {
  test("gives for each ground the tests that made it hold, with the negations worked in", () => {
    const { why } = Result.getOrThrow(
      explain(COMPILED, {
        "event.kind": "escape",
        "person.relation": "self",
        "person.age": 2,
        "person.written": false,
      }),
    );
    expect(why).toHaveLength(1);
    expect(why[0]?.because).toEqual({
      kind: "all",
      parts: [
        {
          kind: "test",
          fact: "event.kind",
          title: "event.kind",
          state: "holds",
          given: "escape",
          needed: "release or escape",
        },
        { kind: "test", fact: "definition", title: "definition", state: "holds", given: "yes", needed: "yes" },
        {
          kind: "test",
          fact: "person.age",
          title: "person.age",
          state: "holds",
          given: "2 years",
          needed: "less than 3 years",
        },
      ],
    });
  });

  test("gives the smallest change that would turn the answer", () => {
    const { nearest } = Result.getOrThrow(
      explain(COMPILED, {
        "event.kind": "hearing",
        "person.relation": "self",
        "person.written": false,
        "person.age": 4,
      }),
    );
    expect(nearest).toEqual([{ fact: "event.kind", title: "event.kind", from: "hearing", to: "death" }]);
  });
});

describe("explainInWords", () => {
  test("says yes with the provision, the reason, how it was checked, which reading is followed, and what is not counted", () => {
    expect(
      words({
        "event.kind": "release",
        "person.relation": "other",
        "person.hurt": true,
        "person.written": true,
        "person.age": 4,
      }),
    ).toEqual([
      "notice: Yes, under the law of Sample State on 2024-06-01 (edition 2024).",
      "Because of Sample Act.release: Notice of a release.",
      "  It applies: event.kind: release; definition: yes; person.written: yes.",
      "  We read the text of this provision, last on 2024-06-01.",
      "  This provision can be read two ways; we follow this one (this project chose it): A walkaway is a release. Other: A walkaway is an escape.",
      "  Note: The prison sends it.",
      "Not counted: Sample Act.hearing (Notice of everything) would apply, but it is an agency's policy and not law and was not turned on.",
      'The answer would be no if "person.written" were no instead of yes.',
      "  definition: Yes, under the law of Sample State on 2024-06-01 (edition 2024).",
      "  Because of Sample Act.harmed: A person who was harmed.",
      "    It applies: person.hurt: yes.",
      "    We read the text of this provision in the edition of 2023, last on 2024-06-01.",
    ]);
  });

  test("says no with what each provision lacks, those about this kind of event first", () => {
    expect(
      words({
        "event.kind": "death",
        "person.relation": "other",
        "person.hurt": false,
        "person.written": false,
        "person.age": 4,
      }),
    ).toEqual([
      "notice: No, under the law of Sample State on 2024-06-01 (edition 2024).",
      "Sample Act.death (Notice of a death) does not apply: definition: no.",
      "Sample Act.release (Notice of a release) does not apply: event.kind: death, needed: release or escape; definition: no; (one of these is needed: person.written: no; person.age: 4 years, needed: less than 3 years).",
      'The answer would be yes if "person.relation" were self instead of other.',
      "  definition: No, under the law of Sample State on 2024-06-01 (edition 2024).",
      "  Sample Act.harmed (A person who was harmed) does not apply: one of these is needed: person.relation: other, needed: self; person.hurt: no.",
    ]);
  });

  test("says what is still to be asked and what nobody knows", () => {
    expect(words({ "event.kind": "death", "person.relation": "other", "person.hurt": UNCERTAIN })).toEqual([
      "notice: It cannot be told yet, under the law of Sample State on 2024-06-01 (edition 2024).",
      'Asked, and nobody knows: "What of person.hurt?" A person must decide how to go on.',
      'Still to be asked: "What of person.age?" (claimant would know).',
      "Sample Act.death (Notice of a death) may apply: definition: cannot be told yet.",
      "Sample Act.release (Notice of a release) does not apply: event.kind: death, needed: release or escape; definition: cannot be told yet; (one of these is needed: person.written: not asked yet; person.age: not asked yet, needed: less than 3 years).",
      "Not counted: Sample Act.hearing (Notice of everything) might apply, but it is an agency's policy and not law and was not turned on.",
      "  definition: It cannot be told yet, under the law of Sample State on 2024-06-01 (edition 2024).",
      "  Sample Act.harmed (A person who was harmed) may apply: one of these is needed: person.relation: other, needed: self; person.hurt: asked, and nobody knows.",
    ]);
  });

  test("says which denial set a provision aside, and owns up to an agency's page", () => {
    expect(
      words({ "event.kind": "death", "person.relation": "self", "person.age": 6, "person.written": false })[1],
    ).toBe(
      "Sample Act.death (Notice of a death) would apply, but is set aside by Sample Act.refusal (The person said no).",
    );
    expect(
      words({ "event.kind": "death", "person.relation": "self", "person.age": 5, "person.written": false })[3],
    ).toBe("  This rests on the agency's own page, not on a statute we read; the page was last seen on 2024-06-01.");
  });
});
