import { isFull, OVERFLOW } from "../diagram/manager.ts";
import { once } from "../decide/once.ts";
import { versionOf } from "../diff/rule-versions.ts";
import { effectsOnReader } from "./judge-by-readers.ts";
import { type Effect, effectsOf, firstToFail, firstToMiss } from "./judge-mutant.ts";
import type { Mutant } from "./mutant.ts";
import type { KilledMutant, MutantTold, RuleMutation, SurvivingMutant } from "./mutation-report.ts";
import { holdsOf, type OpenDocket, openDocket } from "../cover/open-docket.ts";
import { reviseModel } from "./revise-model.ts";
import { survivorOf } from "./survivor.ts";
import type { RuleTrial, Trial } from "./trial.ts";

/** Tries every mutant of one version of a rule. Its diagrams are made in tables of their own, so that one cannot starve another. */
export const tryRule = (trial: Trial, { rule, period, mutants }: RuleTrial, maxNodes: number): RuleMutation => {
  const verdicts: Verdict[] = [];
  let bench = openBench(trial, maxNodes);
  for (const mutant of mutants) {
    if (isFull(bench.own.manager)) bench = openBench(trial, maxNodes);
    const shape = shapeOf(bench.own, mutant);
    if (shape !== null && bench.shapes.has(shape)) continue;
    if (shape !== null) bench.shapes.add(shape);
    verdicts.push(judge(bench, mutant));
  }
  return {
    rule,
    period,
    mutants: verdicts.length,
    repeats: mutants.length - verdicts.length,
    equivalent: verdicts.flatMap((each) => (each.kind === "equivalent" ? [each.told] : [])),
    notDecided: verdicts.flatMap((each) => (each.kind === "not-decided" ? [each.told] : [])),
    killed: verdicts.flatMap((each) => (each.kind === "killed" ? [each.told] : [])),
    survivors: verdicts.flatMap((each) => (each.kind === "survived" ? [each.told] : [])),
  };
};

type Verdict =
  | { readonly kind: "equivalent" | "not-decided"; readonly told: MutantTold }
  | { readonly kind: "killed"; readonly told: KilledMutant }
  | { readonly kind: "survived"; readonly told: SurvivingMutant };

type Bench = {
  readonly own: OpenDocket;
  readonly readers: () => readonly OpenDocket[];
  /** The shapes of mutants tried; told by nodes of `own`, so that they mean nothing to another bench. */
  readonly shapes: Set<string>;
};

const openBench = ({ docket, readers }: Trial, maxNodes: number): Bench => ({
  own: openDocket(docket, maxNodes),
  readers: once(() => readers().map((reader) => openDocket(reader, maxNodes))),
  shapes: new Set(),
});

/**
 * Changed conditions of one rule that hold alike in every reading, where the question still reads the same others, are one
 * mutant; `null` for any other change. A question that is read can contradict itself, though no condition depends on it.
 */
const shapeOf = ({ docket, builds }: OpenDocket, mutant: Mutant): string | null => {
  if (mutant.revision.kind !== "conditions") return null;
  const shapes = docket.readings.flatMap((reading) => {
    const build = builds.get(reading);
    const model = reviseModel(reading, mutant, docket.space);
    const changed = model?.rules.find(({ rule }) => versionOf(rule) === mutant.version);
    if (build === undefined || model === null || changed === undefined) return [];
    return [{ node: holdsOf(build, changed.condition), reads: model.reads.map(({ question }) => question) }];
  });
  return shapes.some(({ node }) => node === OVERFLOW) ? null : JSON.stringify(shapes);
};

const judge = (bench: Bench, mutant: Mutant): Verdict => {
  const { rule, period, kind, at, change } = mutant;
  const told = { rule, period, kind, at, change };
  const effects = effectsOf(bench.own, mutant);
  if (effects.length === 0) return { kind: "equivalent", told };
  const by = noticedBy(bench, mutant, effects);
  if (by !== null) return { kind: "killed", told: { ...told, by } };
  const survivor = survivorOf(bench.own, mutant, effects);
  return survivor === null ? { kind: "not-decided", told } : { kind: "survived", told: { ...told, ...survivor } };
};

const noticedBy = (bench: Bench, mutant: Mutant, effects: readonly Effect[]): KilledMutant["by"] | null => {
  const { own, readers } = bench;
  const { question } = own.docket;
  const first = mutant.revision.kind === "event" ? firstToMiss(own, mutant) : firstToFail(own, effects);
  if (first !== null) return { question, case: first.stated.name };
  for (const reader of mutant.revision.kind === "event" ? [] : readers()) {
    const noticed = firstToFail(reader, effectsOnReader(reader, mutant, question));
    if (noticed !== null) return { question: reader.docket.question, case: noticed.stated.name };
  }
  return null;
};
