import type { JurisdictionId } from "@victim-rights/core";
import { placeholder } from "../load/placeholder.ts";

/** Cases that say what the law would answer: they fail until the rules say so too. */
export const firstCaseFile = (id: JurisdictionId): object => ({
  $schema: "./schema/cases.schema.json",
  jurisdiction: id,
  question: "notice",
  cases: [
    {
      ...firstCase("a person whom the law says must be told, in one sentence"),
      expect: { answer: "yes", grounds: [placeholder("the id of the rule that says so")] },
    },
    {
      ...firstCase("a person whom the law leaves out, in one sentence; leave no fact open that matters"),
      expect: { answer: "no" },
    },
    {
      ...firstCase("a person of whom one fact that matters is not known, in one sentence"),
      expect: { answer: "undetermined", missing: [placeholder("the fact that would settle it")] },
    },
  ],
});

const firstCase = (name: string): object => ({
  name: placeholder(name),
  reason: placeholder("the place in the law that says so"),
  asOf: placeholder("the day whose law is asked, as YYYY-MM-DD"),
  facts: {},
});

/** Every duty of the law has a row; two stand here, and one rule, so that the second is missed until it is encoded or left out with a reason. */
export const firstRowsFile = (id: JurisdictionId): object => ({
  $schema: "./schema/law-rows.schema.json",
  jurisdiction: id,
  rows: [firstRow("N01"), firstRow("N02")],
});

const firstRow = (id: string): object => ({
  id: placeholder(`an id for a row of the law, such as ${id}`),
  event: placeholder("the event of which somebody must be told; add a row for each"),
  cite: placeholder("where the law says so"),
});

/** Nothing is left out yet. */
export const firstNotEncodedFile = (id: JurisdictionId): object => ({
  $schema: "./schema/not-encoded.schema.json",
  jurisdiction: id,
  rows: [],
});

/** What every state's rules must hold to; the author adds what this state's law promises. */
export const firstPropertyFile = (id: JurisdictionId): object => ({
  $schema: "./schema/properties.schema.json",
  jurisdiction: id,
  properties: [
    {
      name: "No two rules of notice contradict each other",
      reason: "A contradiction would leave a person without an answer on the day that something happens.",
      question: "notice",
      // oxlint-disable-next-line unicorn/no-thenable -- a property's own word for what must hold; nobody awaits one
      then: { all: [{ fact: "answer", operator: "notEqual", value: "conflict" }] },
    },
  ],
});
