import { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryCompleteFacts, arbitraryFacts } from "../src/arbitrary/arbitrary-facts.ts";
import { arbitraryQuestion } from "../src/arbitrary/arbitrary-question.ts";
import { type DmnExport, exportDmn } from "../src/authoring.ts";
import { questionsInOrder, rulesOf } from "../src/export/exported-question.ts";
import { offByDefault } from "../src/file/off-by-default.ts";
import {
  type CompiledQuestion,
  type CompileOptions,
  compileQuestion,
  decide,
  type Facts,
  factsFromStated,
  type Law,
  type QuestionId,
  type RuleId,
} from "../src/index.ts";
import { type DmnEngine, dmnEngine } from "./dmn-engine.ts";
import { factsNearRules } from "./facts-near-rules.ts";
import { shippedLaws } from "./shipped-laws.ts";

const asOf = LocalDate.parse("2026-11-22");

const shipped = shippedLaws();

const rulesOff = (law: Law): readonly RuleId[] =>
  [...law.questions.values()].flatMap(({ file }) =>
    file.rules.filter((rule) => offByDefault(rule) !== null).map((rule) => rule.id),
  );

type Answered = { readonly answer: unknown; readonly grounds: readonly unknown[] };

/** What the library says; a conflict has no grounds. */
const decided = (compiled: CompiledQuestion, facts: Facts): Answered =>
  Result.match(decide(compiled, facts), {
    onSuccess: ({ answer, grounds }): Answered => ({ answer, grounds: grounds.map(({ rule }) => rule) }),
    onFailure: ({ _tag }) => ({ answer: _tag === "RuleConflict" ? "conflict" : _tag, grounds: [] }),
  });

/** What the document says. */
const collected = ({ written, engine }: Document, facts: Facts): Answered => {
  const asked = written.decisions.at(-1);
  const values = engine(facts);
  const answer = values[asked?.answer ?? ""];
  return { answer, grounds: answer === "conflict" ? [] : (values[asked?.grounds ?? ""] as readonly unknown[]) };
};

/** With facts missing, a document may be silent where the library is not; it never says anything else. */
const isNoBolder = (said: Answered, settled: Answered): boolean => {
  if (said.answer !== null && said.answer !== settled.answer) return false;
  return settled.answer === "conflict" || said.grounds.every((id) => settled.grounds.includes(id));
};

type Document = { readonly compiled: CompiledQuestion; readonly written: DmnExport; readonly engine: DmnEngine };

const write = async (compiled: CompiledQuestion): Promise<Document> => {
  const written = Result.getOrThrow(await exportDmn(compiled, { version: "1.3" }));
  return { compiled, written, engine: await dmnEngine(written) };
};

type DocumentOf = (question: QuestionId, choice: CompileOptions) => Promise<Document>;

/** A question as it stood on a day; written once for all days and choices on which the same rules decide. */
const writeOnce = (law: Law): DocumentOf => {
  const byRules = new Map<string, Promise<Document>>();
  const byChoice = new Map<string, Promise<Document>>();
  const documentFor = async (compiled: CompiledQuestion): Promise<Document> => {
    const rules = questionsInOrder(compiled).map((each) => rulesOf(each).map(({ id }) => id));
    return { ...(await remembered(byRules, [compiled.question, rules], () => write(compiled))), compiled };
  };
  return (question, choice) =>
    remembered(byChoice, [question, choice], () =>
      documentFor(Result.getOrThrow(compileQuestion(law, question, choice))),
    );
};

const remembered = <Value>(known: Map<string, Value>, key: unknown, make: () => Value): Value => {
  const text = JSON.stringify(key);
  const value = known.get(text) ?? make();
  known.set(text, value);
  return value;
};

describe("exportDmn of generated laws", () => {
  test("gives the answer and the grounds of `decide` for complete facts", async () => {
    const asked = arbitraryQuestion(arbitraryCompleteFacts).chain(({ compiled, law }) =>
      fc.record({
        compiled: fc.constant(compiled),
        rows: fc.array(arbitraryCompleteFacts(law.vocabulary), { minLength: 5, maxLength: 8 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(asked, async ({ compiled, rows }) => {
        const document = await write(compiled);
        for (const facts of rows) expect(collected(document, facts)).toEqual(decided(compiled, facts));
      }),
      { numRuns: 8 },
    );
  });

  test("never says yes, no or conflict where a missing fact could change it", async () => {
    const asked = arbitraryQuestion(arbitraryFacts).chain(({ compiled, law }) =>
      fc.record({
        compiled: fc.constant(compiled),
        rows: fc.array(arbitraryFacts(law.vocabulary), { minLength: 5, maxLength: 8 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(asked, async ({ compiled, rows }) => {
        const document = await write(compiled);
        for (const facts of rows)
          expect(collected(document, facts)).toSatisfy((said) => isNoBolder(said, decided(compiled, facts)));
      }),
      { numRuns: 8 },
    );
  });
});

describe.each(shipped.map((law) => [law.id, law] as const))("exportDmn of %s", (_id, law) => {
  const documentOf = writeOnce(law);

  describe.each([...law.questions.keys()])("%s", (question) => {
    test.each([
      ["as shipped", []],
      ["with every rule on", rulesOff(law)],
    ] as const)("answers facts near its rules as `decide` does, %s", async (_name, enable) => {
      const document = await documentOf(question, { asOf, enable });
      for (const facts of fc.sample(factsNearRules(law, question), 10)) {
        expect(collected(document, facts)).toEqual(decided(document.compiled, facts));
        const some = Object.fromEntries(Object.entries(facts).filter((_, place) => place % 4 !== 0));
        expect(collected(document, some)).toSatisfy((said) => isNoBolder(said, decided(document.compiled, some)));
      }
    });

    test("answers its cases as `decide` does, or leaves open what a fact that is missing could change", async () => {
      for (const { asOf: day, enable = [], facts: stated } of law.cases.get(question)?.cases ?? []) {
        const document = await documentOf(question, { asOf: day, enable });
        const facts = factsFromStated(stated);
        const isComplete = document.written.inputs.every(({ fact }) => isKnown(facts[fact]));
        const [said, settled] = [collected(document, facts), decided(document.compiled, facts)];
        expect(said).toSatisfy((each) => isNoBolder(each, settled));
        expect(isComplete ? said : settled).toEqual(settled);
      }
    });
  });
});

const isKnown = (value: unknown): boolean => ["boolean", "number", "string"].includes(typeof value);
