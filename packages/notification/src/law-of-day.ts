import { type EventKind, invariant, type LocalDate } from "@victim-rights/core";
import {
  type CompiledQuestion,
  type CompileError,
  compileQuestion,
  decide,
  type Ground,
  type Law,
  type RuleId,
} from "@victim-rights/rules";
import * as Result from "effect/Result";
import { compareText } from "./compare-text.ts";
import { NOTICE_OWED, NoticeDuty } from "./duty.ts";
import { DutyMalformed } from "./errors.ts";

/** The question whose grounds are the notices owed. */
export const NOTICE_QUESTION = "notice";

/** What the law's rules say of one kind of event, whoever the person is. */
export type KindCoverage = {
  /** The rules that some person's facts could make hold. */
  readonly rules: readonly Ground[];
  /** Rules that name this kind and are off by default, because they rest on memory. */
  readonly off: readonly RuleId[];
};

/** The notice law as it stands on one day. */
export type LawOfDay = {
  readonly compiled: CompiledQuestion;
  readonly duties: ReadonlyMap<RuleId, NoticeDuty>;
  readonly coverageOf: (kind: EventKind) => KindCoverage;
};

export type LawOfDaysInput = {
  readonly law: Law;
  readonly days: Iterable<LocalDate>;
  readonly enable: readonly RuleId[];
};

/**
 * Compiles the notice law for each of the days. Days between which no rule came or went share one compilation.
 * @errors as `compileQuestion`; then `DutyMalformed` with every rule whose parameters are not a duty.
 */
export const lawOfDays = ({
  law,
  days,
  enable,
}: LawOfDaysInput): Result.Result<(day: LocalDate) => LawOfDay, CompileError | DutyMalformed> => {
  const changes = changeDays(law);
  const periodOf = (day: LocalDate): number => changes.filter((change) => change <= day).length;
  const samples = new Map([...days].map((day) => [periodOf(day), day]));
  const compiling = [...samples].map(([period, day]) => compilePeriod({ law, enable, period }, day));
  return Result.map(Result.all(compiling), (compiled) => {
    const byPeriod = new Map([...samples.keys()].map((period, at) => [period, compiled[at]]));
    const read = (day: LocalDate): LawOfDay => {
      const found = byPeriod.get(periodOf(day));
      invariant(found !== undefined, "the law is compiled for the day of every event");
      return { ...found, compiled: readOn(found.compiled, day) };
    };
    const byDay = new Map<LocalDate, LawOfDay>();
    return (day) => {
      const law = byDay.get(day) ?? read(day);
      byDay.set(day, law);
      return law;
    };
  });
};

type Compiled = Result.Result<LawOfDay, CompileError | DutyMalformed>;
type Period = { readonly law: Law; readonly enable: readonly RuleId[]; readonly period: number };

/** A law never changes once loaded, so what it compiles to is remembered with it. */
const remembered = new WeakMap<Law, Map<string, Compiled>>();

const compilePeriod = ({ law, enable, period }: Period, day: LocalDate): Compiled => {
  const known = remembered.get(law) ?? new Map<string, Compiled>();
  remembered.set(law, known);
  const key = JSON.stringify([period, enable]);
  const compiled = known.get(key) ?? compileDay(law, day, enable);
  known.set(key, compiled);
  return compiled;
};

/** The days on which some rule of the law comes into force or leaves it. */
const changeDays = (law: Law): readonly LocalDate[] => {
  const days = [...law.questions.values()].flatMap(({ file }) =>
    file.rules.flatMap(({ inForce }) => [inForce.from, inForce.until]),
  );
  return [...new Set(days.filter((day) => day !== null))].toSorted();
};

/** The same rules, said to be read on the very day, so that a receipt names it. */
const readOn = (compiled: CompiledQuestion, asOf: LocalDate): CompiledQuestion =>
  compiled.asOf === asOf
    ? compiled
    : { ...compiled, asOf, within: compiled.within.map((inner) => readOn(inner, asOf)) };

const compileDay = (
  law: Law,
  asOf: LocalDate,
  enable: readonly RuleId[],
): Result.Result<LawOfDay, CompileError | DutyMalformed> =>
  Result.gen(function* () {
    const compiled = yield* compileQuestion(law, NOTICE_QUESTION, { asOf, enable });
    const duties = yield* dutiesOf(compiled);
    const off = compiled.leftOut.filter(({ because }) => because === "recalled").map(({ rule }) => rule.id);
    const withOff =
      off.length === 0 ? compiled : yield* compileQuestion(law, NOTICE_QUESTION, { asOf, enable: [...enable, ...off] });
    return { compiled, duties, coverageOf: coverage(compiled, withOff, off) };
  });

const dutiesOf = ({ model }: CompiledQuestion): Result.Result<ReadonlyMap<RuleId, NoticeDuty>, DutyMalformed> => {
  const read = model.rules
    .filter(({ rule }) => rule.effect === "grant")
    .map(({ rule }) => ({ rule: rule.id, type: rule.event.type, parsed: NoticeDuty.safeParse(rule.event.params) }));
  const rules = read.flatMap(({ rule, type, parsed }) => {
    if (type !== NOTICE_OWED) return [{ rule, problem: `event type \`${type}\` is not \`${NOTICE_OWED}\`` }];
    return parsed.success
      ? []
      : [{ rule, problem: parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join(", ") }];
  });
  if (rules.length > 0) return Result.fail(new DutyMalformed({ rules }));
  return Result.succeed(
    new Map(read.flatMap(({ rule, parsed }) => (parsed.success ? [[rule, parsed.data] as const] : []))),
  );
};

const coverage = (
  compiled: CompiledQuestion,
  withOff: CompiledQuestion,
  off: readonly RuleId[],
): ((kind: EventKind) => KindCoverage) => {
  const known = new Map<EventKind, KindCoverage>();
  return (kind) => {
    const found = known.get(kind) ?? {
      rules: concerning(compiled, kind),
      off: concerning(withOff, kind)
        .map(({ rule }) => rule)
        .filter((rule) => off.includes(rule))
        .toSorted(compareText),
    };
    known.set(kind, found);
    return found;
  };
};

/** The grants that hold for some completion of all the other facts. */
const concerning = (compiled: CompiledQuestion, kind: EventKind): readonly Ground[] => {
  const decided = decide(compiled, { "event.kind": kind });
  if (Result.isSuccess(decided)) return [...decided.success.grounds, ...decided.success.possibleGrounds];
  return decided.failure._tag === "RuleConflict" ? decided.failure.clashes.map(({ grant }) => grant) : [];
};
