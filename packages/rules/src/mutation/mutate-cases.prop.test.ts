import { fc, test as property } from "@fast-check/vitest";
import { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import { describe, expect } from "vitest";
import { arbitraryLawWithCases, QUESTIONS_WITH_CASES, withRules } from "../arbitrary/arbitrary-cases.ts";
import { SAMPLE_QUESTION } from "../arbitrary/arbitrary-law.ts";
import { settingOfCase, settingsOfRules } from "../cover/setting.ts";
import type { Case } from "../file/case-file.ts";
import { isInForce } from "../decide/select-rules.ts";
import { versionOf } from "../diff/rule-versions.ts";
import { leavesOf } from "../diagram/condition-parts.ts";
import type { QuestionId } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import { runCasesOf } from "../load/run-cases.ts";
import { completionsOf } from "../reference/completions.ts";
import { obviousDetermination } from "../reference/reference-determination.ts";
import { effectsOf } from "./judge-mutant.ts";
import type { Mutant } from "./mutant.ts";
import { mutateCases } from "./mutate-cases.ts";
import type { MutantTold, MutationReport } from "./mutation-report.ts";
import { openDocket } from "../cover/open-docket.ts";
import { openTrial, type Trial } from "./trial.ts";

const MAX_NODES = 100_000;

const LONG_AGO = LocalDate.parse("1900-01-01");

/** The law as the mutant's author would have written it; a rule left out stays known by name, so that a case may turn it on. */
const mutated = (law: Law, question: QuestionId, { version, revision }: Mutant): Law =>
  withRules(law, question, (rules) =>
    rules.flatMap((each) => {
      if (versionOf(each) !== version) return [each];
      if (revision.kind === "removed") return [{ ...each, inForce: { from: null, until: LONG_AGO } }];
      if (revision.kind !== "turned-on") return [revision.rule];
      const { basis: _, ...rest } = each;
      return [{ ...rest, verified: { ...each.verified, status: "read" as const } }];
    }),
  );

/** What a question comes to for complete facts, the slow way. */
const seen = (law: Law, question: QuestionId, at: { readonly setting: Setting; readonly facts: Complete }): string => {
  const { answer, grounds, overridden } = obviousDetermination(law, { question, ...at.setting }, at.facts);
  const rules = law.questions.get(question)?.file.rules ?? [];
  const events = grounds.map(
    (id) => rules.find((rule) => rule.id === id && isInForce(rule.inForce, at.setting.asOf))?.event,
  );
  return JSON.stringify({ answer, grounds, overridden: overridden.toSorted(), events });
};

type Complete = Parameters<typeof obviousDetermination>[2];
type Setting = Pick<Parameters<typeof obviousDetermination>[1], "asOf" | "enable">;

/** The settings of the rules, of the question's own cases and of those of a question that reads it. */
const settingsTried = (law: Law, question: QuestionId): readonly Setting[] => {
  const concerned = QUESTIONS_WITH_CASES.filter((id) => id === question || isRead(law, id, question));
  const cases = concerned.flatMap((id) => law.cases.get(id)?.cases ?? []);
  return [...settingsOfRules(law, question), ...cases.map(settingOfCase)].map(({ asOf, enable }) => ({
    asOf,
    enable: [...enable],
  }));
};

const isRead = (law: Law, by: QuestionId, question: QuestionId): boolean =>
  (law.questions.get(by)?.file.rules ?? []).some((rule) =>
    leavesOf(rule.conditions).some(({ fact }) => fact === question),
  );

const openTrialOf = (law: Law, question: QuestionId): Trial => Result.getOrThrow(openTrial(law, question, undefined));

const told = ({ rule, period, at, change }: Omit<MutantTold, "kind">): string =>
  `${rule} ${period?.from} ${at} ${change}`;

describe("mutateCases", () => {
  property.prop([arbitraryLawWithCases(), fc.constantFrom(...QUESTIONS_WITH_CASES)], { numRuns: 20 })(
    "calls a mutant equivalent exactly when no facts tell it from the law",
    (law, question) => {
      const { docket, rules } = openTrialOf(law, question);
      const open = openDocket(docket, MAX_NODES);
      const all = completionsOf(law.vocabulary, {});
      const settings = settingsTried(law, question);
      const before = settings.map((setting) => all.map((facts) => seen(law, question, { setting, facts })));
      for (const mutant of rules.flatMap(({ mutants }) => mutants)) {
        const changed = mutated(law, question, mutant);
        const differs = settings.some((setting, at) =>
          all.some((facts, place) => seen(changed, question, { setting, facts }) !== before[at]?.[place]),
        );
        expect({ mutant, differs: effectsOf(open, mutant).length > 0 }).toEqual({ mutant, differs });
      }
    },
  );

  property.prop([arbitraryLawWithCases(), fc.constantFrom(...QUESTIONS_WITH_CASES)], { numRuns: 25 })(
    "kills a mutant exactly when a case fails on the changed law, and names the first that does",
    (law, question) => {
      const report = Result.getOrThrow(mutateCases(law, question));
      const readers = QUESTIONS_WITH_CASES.filter((id) => id === SAMPLE_QUESTION || id === question).toSorted((id) =>
        id === question ? -1 : 1,
      );
      const failing = (mutant: Mutant): { readonly question: QuestionId; readonly case: string } | undefined =>
        readers
          .flatMap((id) => runCasesOf(mutated(law, question, mutant), id))
          .filter(({ differences }) => differences.length > 0)
          .map((outcome) => ({ question: outcome.question, case: outcome.name }))[0];
      const mutants = openTrialOf(law, question).rules.flatMap((each) => each.mutants);
      const byName = new Map(mutants.map((mutant) => [told(mutant), mutant]));
      const foundFor = (each: MutantTold) => {
        const mutant = byName.get(told(each));
        return mutant === undefined ? "no such mutant" : failing(mutant);
      };
      for (const { killed, equivalent, survivors, notDecided } of report.rules) {
        expect(notDecided).toEqual([]);
        expect(killed.map(({ by }) => by)).toEqual(killed.map(foundFor));
        expect([...equivalent, ...survivors].map(foundFor).filter((found) => found !== undefined)).toEqual([]);
      }
    },
  );

  property.prop([arbitraryLawWithCases(), fc.constantFrom(...QUESTIONS_WITH_CASES)], { numRuns: 25 })(
    "gives each survivor facts for which the changed law answers otherwise",
    (law, question) => {
      const report = Result.getOrThrow(mutateCases(law, question));
      const mutants = openTrialOf(law, question).rules.flatMap((each) => each.mutants);
      for (const survivor of report.rules.flatMap((each) => each.survivors)) {
        const { witness, original, events } = survivor;
        const mutant = mutants.find((each) => told(each) === told(survivor));
        if (mutant === undefined) throw new Error("no such mutant");
        if (original === null) continue;
        const written: Case = {
          name: "the case to write",
          reason: "the witness",
          asOf: witness.asOf,
          enable: [...witness.enable],
          facts: witness.facts,
          expect: {
            answer: original.answer,
            grounds: [...original.grounds],
            overridden: [...original.overridden],
            ...(events === null ? {} : { events }),
          },
        };
        const only = (each: Law): Law => ({
          ...each,
          cases: new Map([[question, { jurisdiction: law.id, question, cases: [written] }]]),
        });
        expect(runCasesOf(only(law), question)[0]?.differences).toEqual([]);
        expect(runCasesOf(only(mutated(law, question, mutant)), question)[0]?.differences).not.toEqual([]);
      }
    },
  );

  property.prop([arbitraryLawWithCases(), fc.constantFrom(...QUESTIONS_WITH_CASES), fc.integer({ min: 2, max: 60 })], {
    numRuns: 25,
  })("leaves a mutant undecided rather than guess when its diagrams may not grow", (law, question, maxNodes) => {
    const whole = Result.getOrThrow(mutateCases(law, question));
    const small = Result.getOrThrow(mutateCases(law, question, { maxNodes }));
    const all = ({ rules }: MutationReport, kind: "killed" | "equivalent" | "survivors") =>
      new Set(rules.flatMap((rule) => rule[kind].map(told)));
    // A repeat that is not recognised is counted by itself.
    expect([...all(whole, "killed")].filter((each) => !all(small, "killed").has(each))).toEqual([]);
    expect([...all(small, "killed")].filter((each) => all(whole, "survivors").has(each))).toEqual([]);
    expect([...all(small, "equivalent")].filter((each) => all(whole, "survivors").has(each))).toEqual([]);
    expect([...all(small, "survivors")].filter((each) => all(whole, "equivalent").has(each))).toEqual([]);
  });
});
