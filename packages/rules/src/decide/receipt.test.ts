import canonicalize from "canonicalize";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { SMALL_FACTS } from "../arbitrary/arbitrary-vocabulary.ts";
import { SAMPLE_DAY, sampleRule } from "../arbitrary/arbitrary-rules.ts";
import { sampleLaw } from "../arbitrary/sample-law.ts";
import { UNCERTAIN } from "../facts.ts";
import { compileQuestion } from "./compile-question.ts";
import { decide } from "./decide.ts";

const written = { fact: "person.written", operator: "equal", value: true } as const;
const compiled = Result.getOrThrow(
  compileQuestion(
    sampleLaw(SMALL_FACTS, { notice: [sampleRule("xx-yy/notice/written", { all: [written] })] }),
    "notice",
    {
      asOf: SAMPLE_DAY,
    },
  ),
);

const receiptFor = (facts: Parameters<typeof decide>[1]) => Result.getOrThrow(decide(compiled, facts)).receipt;

const FACTS = { "person.written": true, "person.age": 3, "event.kind": "release", "person.hurt": UNCERTAIN } as const;

describe("a receipt", () => {
  test("is written to the same bytes as ever", () => {
    expect(receiptFor(FACTS).factsDigest).toBe("015cd22963ca58f5ab4e20272dddf6ea04d2f1085294237e7557c360b1496741");
    expect(Object.keys(receiptFor(FACTS))).toEqual([
      "version",
      "jurisdiction",
      "question",
      "asOf",
      "edition",
      "ruleHash",
      "enabled",
      "factsDigest",
      "answer",
      "grounds",
    ]);
  });

  test("tells of the facts that were decided on, whatever the caller does to them afterwards", () => {
    const doubt = { uncertain: true as const };
    const facts = { "person.written": true, "person.hurt": doubt };
    const before = receiptFor({ ...facts, "person.hurt": UNCERTAIN }).factsDigest;
    const receipt = receiptFor(facts);
    facts["person.written"] = false;
    Object.assign(doubt, { uncertain: false });
    expect(receipt.factsDigest).toBe(before);
  });

  test("is copied, printed and compared like any other value, and shows none of the facts", () => {
    const receipt = receiptFor(FACTS);
    const copy = { ...receipt };
    expect(structuredClone(receipt)).toEqual(copy);
    expect(JSON.parse(JSON.stringify(receipt))).toEqual(copy);
    expect(canonicalize(receipt)).toBe(canonicalize(copy));
    expect(receipt).toEqual(copy);
    expect(Object.getOwnPropertyDescriptor(copy, "factsDigest")?.value).toHaveLength(64);
    expect(Object.values(Object.getOwnPropertyDescriptors(receipt)).map(({ value }) => value)).not.toContain(FACTS);
  });
});
