import { isDeepStrictEqual } from "node:util";
import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SAMPLE_QUESTION } from "../arbitrary/arbitrary-law.ts";
import { type AskedQuestion, arbitraryQuestion } from "../arbitrary/arbitrary-question.ts";
import { SAMPLE_DAY } from "../arbitrary/arbitrary-rules.ts";
import { decide } from "../decide/decide.ts";
import { selectRules } from "../decide/select-rules.ts";
import type { Facts } from "../facts.ts";
import type { Rule, RuleId } from "../file/rule-file.ts";
import type { Region } from "../region/region.ts";
import { completionsOf } from "../reference/completions.ts";
import { isInRegion } from "../reference/in-region.ts";
import { lawWithout } from "../reference/law-without.ts";
import { holds } from "../reference/obvious-holds.ts";
import { obviousDetermination } from "../reference/reference-determination.ts";
import type { CompleteFacts } from "../reference/reference-holds.ts";
import { analyzeQuestion } from "./analyze-question.ts";
import type { QuestionFindings, RuleFinding } from "./analysis-report.ts";

const runs = { numRuns: 200 };
const question = arbitraryQuestion(() => fc.constant({}), { min: 1, max: 4 });

type Asked = AskedQuestion<Facts>;

/** Whether leaving out a denial changes for nobody the answer, the standing grants or what others contradict. */
const changesNothing = (
  { law, enable }: Asked,
  id: RuleId,
  people: readonly { readonly facts: CompleteFacts }[],
  among: readonly RuleId[] | null = null,
): boolean => {
  const own = law.questions.get(SAMPLE_QUESTION)?.file.rules ?? [];
  const isLeftOut = (rule: Rule): boolean =>
    among !== null && own.includes(rule) && rule.effect === "deny" && !among.includes(rule.id);
  const withIt = lawWithout(law, (rule) => rule.id !== id && isLeftOut(rule));
  const withoutIt = lawWithout(law, (rule) => rule.id === id || isLeftOut(rule));
  return people.every(({ facts }) => {
    const [was, is] = [withIt, withoutIt].map((each) =>
      obviousDetermination(each, { question: SAMPLE_QUESTION, asOf: SAMPLE_DAY, enable }, facts),
    );
    const others = was?.clashes.filter((clash) => !clash.startsWith(`${id} `));
    return was?.answer === is?.answer && isDeepStrictEqual([was?.grounds, others], [is?.grounds, is?.clashes]);
  });
};

/** Everybody there can be, with the rules that hold for them and what these come to. */
const everybody = ({ law, enable }: Asked) => {
  const source = law.questions.get(SAMPLE_QUESTION);
  const rules: readonly Rule[] =
    source === undefined
      ? []
      : selectRules(SAMPLE_QUESTION, source, { asOf: SAMPLE_DAY, enable: new Set(enable) }).rules;
  const people = completionsOf(law.vocabulary, {}).map((facts) => {
    const answers = [...law.questions.keys()].map((id) => {
      const { answer } = obviousDetermination(law, { question: id, asOf: SAMPLE_DAY, enable }, facts);
      return [id, answer === "yes"] as const;
    });
    const known = { ...facts, ...Object.fromEntries(answers) };
    const determination = obviousDetermination(law, { question: SAMPLE_QUESTION, asOf: SAMPLE_DAY, enable }, facts);
    const holding = rules.filter(({ conditions }) => holds(conditions, known)).map(({ id }) => id);
    return { facts, holding, ...determination };
  });
  return { rules, people };
};

const findingsOf = ({ compiled }: Asked): QuestionFindings => {
  const { findings } = analyzeQuestion(compiled, { limit: 1_000 });
  if (findings === null) throw new Error("too large");
  return findings;
};

/** Every fact that a region may name is given. */
const isIn = (region: Region, facts: CompleteFacts): boolean => isInRegion(region, (fact) => facts[fact] ?? "");

type Holding = readonly { readonly holding: readonly RuleId[]; readonly grounds: readonly RuleId[] }[];

/** Whether nothing turns on a denial that meets a grant is held to leaving it out, in a test of its own. */
const kindOfDenial = (
  holding: Holding,
  grants: readonly RuleId[],
  found: RuleFinding | undefined,
): string | undefined => {
  if (holding.length === 0) return "never-fires";
  if (!holding.some((person) => grants.some((grant) => person.holding.includes(grant)))) return "denies-nothing";
  return found?.kind === "never-needed" ? "never-needed" : undefined;
};

const kindOfGrant = (holding: Holding, standing: Holding): string | undefined => {
  if (holding.length === 0) return "never-fires";
  if (standing.length === 0) return "always-overridden";
  return standing.every(({ grounds }) => grounds.length > 1) ? "never-alone" : undefined;
};

/** Whether the rules named as hiding another hide it together, and none of them is needless. */
const isNamedWell = ({ kind, by }: RuleFinding, holding: Holding, standing: Holding): boolean => {
  // By which denials another is needless is held to leaving them out.
  if (kind === "never-needed") return true;
  if (kind !== "never-alone" && kind !== "always-overridden") return by.length === 0;
  const hiddenIn = kind === "never-alone" ? standing : holding;
  const isHidden = (hiders: readonly RuleId[]): boolean =>
    hiddenIn.every((person) =>
      hiders.some((other) => (kind === "never-alone" ? person.grounds : person.holding).includes(other)),
    );
  return by.length > 0 && isHidden(by) && !by.some((one) => isHidden(by.filter((other) => other !== one)));
};

describe("analyzeQuestion", () => {
  test("finds of each rule what trying everybody finds", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { rules, people } = everybody(asked);
        const found = new Map(findingsOf(asked).rules.map((finding) => [finding.rule, finding]));
        const grants = rules.filter(({ effect }) => effect === "grant").map(({ id }) => id);
        const standsFor = (id: RuleId) => people.filter(({ grounds }) => grounds.includes(id));
        for (const { id, effect } of rules) {
          const holding = people.filter((person) => person.holding.includes(id));
          const finding = found.get(id);
          const kind = effect === "deny" ? kindOfDenial(holding, grants, finding) : kindOfGrant(holding, standsFor(id));
          expect({ id, kind: finding?.kind }).toEqual({ id, kind });
          const isWell = finding === undefined || isNamedWell(finding, holding, standsFor(id));
          expect({ id, isWell }).toEqual({ id, isWell: true });
        }
      }),
      runs,
    );
  });

  test("finds a denial needless exactly where nobody is decided otherwise without it, and by which others it is", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { rules, people } = everybody(asked);
        const found = new Map(findingsOf(asked).rules.map((finding) => [finding.rule, finding]));
        const odd = new Set(["never-fires", "denies-nothing"]);
        for (const { id, effect } of rules) {
          const { kind = "none", by = [] } = found.get(id) ?? {};
          const isAsked = effect === "deny" && !odd.has(kind);
          expect({ id, needless: kind === "never-needed" }).toEqual({
            id,
            needless: isAsked && changesNothing(asked, id, people),
          });
          const isEnough = (others: readonly RuleId[]): boolean => changesNothing(asked, id, people, others);
          expect(kind !== "never-needed" || isEnough(by)).toBe(true);
          const needed = by.filter((one) => kind === "never-needed" && isEnough(by.filter((other) => other !== one)));
          expect(needed).toEqual([]);
        }
      }),
      runs,
    );
  });

  test("meets a denial that others make needless, in every way it can be", () => {
    const told = fc
      .sample(question, { numRuns: 1500, seed: 7 })
      .flatMap((asked) => findingsOf(asked).rules.filter(({ kind }) => kind === "never-needed"));
    expect(new Set(told.map(({ by }) => Math.min(2, by.length)))).toEqual(new Set([0, 1, 2]));
  });

  test("gives as gaps exactly those for whom no rule speaks, each with somebody whom `decide` answers no", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { gaps } = findingsOf(asked);
        expect(gaps.complete).toBe(true);
        for (const { facts, holding, answer } of everybody(asked).people)
          expect(gaps.regions.some((region) => isIn(region, facts))).toBe(holding.length === 0 && answer === "no");
        for (const { witness } of gaps.regions) {
          const decided = Result.getOrThrow(decide(asked.compiled, witness));
          expect(decided).toMatchObject({ answer: "no", grounds: [] });
        }
      }),
      runs,
    );
  });

  test("gives as conflicts exactly those whom two rules contradict each other on", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { conflicts } = findingsOf(asked);
        for (const { facts, clashes } of everybody(asked).people) {
          const told = conflicts.filter(({ regions }) => regions.some((region) => isIn(region, facts)));
          expect(told.map(({ denial, grant }) => `${denial} ${grant}`).toSorted()).toEqual(clashes.toSorted());
        }
        for (const { witness } of conflicts.flatMap(({ regions }) => regions)) {
          const decided = decide(asked.compiled, witness);
          expect(Result.isFailure(decided) && decided.failure._tag).toBe("RuleConflict");
        }
      }),
      runs,
    );
  });

  test("names as never mattering exactly the facts that change nothing for anybody", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { neverMatter, groundsOnly } = findingsOf(asked);
        const { people } = everybody(asked);
        const changes = (fact: string, see: (person: (typeof people)[number]) => string): boolean =>
          [...Map.groupBy(people, ({ facts }) => JSON.stringify({ ...facts, [fact]: null })).values()].some(
            (group) => new Set(group.map(see)).size > 1,
          );
        for (const { definition } of asked.compiled.space.axes) {
          const byAnswer = changes(definition.name, ({ answer }) => answer);
          const byGrounds = changes(definition.name, ({ grounds }) => grounds.join());
          expect(neverMatter.includes(definition.name)).toBe(!byAnswer && !byGrounds);
          expect(groundsOnly.includes(definition.name)).toBe(!byAnswer && byGrounds);
        }
      }),
      runs,
    );
  });

  test("says what was tried when it grows too large, and guesses nothing", () => {
    fc.assert(
      fc.property(question, fc.integer({ min: 2, max: 30 }), ({ compiled }, maxNodes) => {
        const small = analyzeQuestion(compiled, { maxNodes, limit: 1_000 });
        const whole = analyzeQuestion(compiled, { limit: 1_000 });
        const factOrder = compiled.space.axes.map(({ definition }) => definition.name);
        const tooLarge = { ...whole, findings: null, tooLarge: { factOrder, maxNodes } };
        expect(small).toEqual(small.findings === null ? tooLarge : whole);
      }),
      runs,
    );
  });
});
