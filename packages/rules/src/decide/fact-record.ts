import { invariant } from "@victim-rights/core";
import * as Result from "effect/Result";
import { cutDomain } from "../diagram/cells.ts";
import { OUTSIDE } from "../diagram/cell.ts";
import type { FactSpace } from "../diagram/fact-space.ts";
import type { Assignment } from "../diagram/restrict.ts";
import { type Facts, UNCERTAIN } from "../facts.ts";
import type { Law } from "../load/law.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";
import { cellReader, type CellReader, readCell } from "./cell-reader.ts";
import { type FactCheck, isMissing } from "./check-facts.ts";
import type { FactProblems } from "./errors.ts";
import { digestOf, type DigestPlan, digestPlan, type GivenFacts } from "./facts-digest.ts";

/**
 * One decision's facts, checked, and read once whatever the object they came in: by level, the cell of every fact that the
 * question asked reads. All questions within are read from the same record.
 */
export type FactRecord = { readonly facts: Facts; readonly cells: Assignment; readonly given: GivenFacts };

/**
 * The door through which every decision's facts come in.
 * @errors `FactProblems` as `factCheck`.
 */
export type FactDoor = (facts: Facts) => Result.Result<FactRecord, FactProblems>;

/** How objects with the same keys in the same order are read. It holds names and no values. */
type KeyPlan = {
  readonly keys: readonly FactName[];
  /** By key; `undefined` for a name that the vocabulary lacks. */
  readonly readers: readonly (CellReader | undefined)[];
  /** By key: the fact's level, or `OUTSIDE` when the question does not read it. */
  readonly levels: readonly number[];
  readonly digest: DigestPlan;
};

/** A door for one question of a law; it keeps how to read objects with keys that it has met, and none of their values. */
export const factDoor = (law: Law, space: FactSpace, check: FactCheck): FactDoor => {
  const planFor = keyPlans(law, space);
  const open = space.axes.map(() => OUTSIDE);
  return (facts) => {
    const keys = Object.keys(facts);
    const plan = planFor(keys);
    const cells = open.slice();
    const values: unknown[] = [];
    // One by one, since `Object.values` of an object with deleted keys takes twice as long as this does.
    for (const name of plan.keys) values.push(facts[name]);
    const read = readValues(plan, values, cells);
    if (read === "refused") return refuse(check, keys, values);
    const given: GivenFacts = { plan: plan.digest, values, digest: null };
    // An object that the caller may still change is digested while it is what was decided on.
    if (read === "changeable") digestOf(given);
    return Result.succeed({ facts, cells, given });
  };
};

/** Fills in the cell of every fact that the question reads, and checks every value that was given. */
const readValues = (
  { readers, levels }: KeyPlan,
  values: readonly unknown[],
  cells: number[],
): "constant" | "changeable" | "refused" => {
  let isChangeable = false;
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place];
    const reader = readers[place];
    const cell = cellBy(reader, value);
    const level = levels[place] ?? OUTSIDE;
    if (level >= 0) cells[level] = cell;
    if (cell >= 0) continue;
    if (!isMissing(value, reader !== undefined)) return "refused";
    isChangeable ||= isForeignObject(value);
  }
  return isChangeable ? "changeable" : "constant";
};

const cellBy = (reader: CellReader | undefined, value: unknown): number =>
  reader === undefined ? OUTSIDE : readCell(reader, value);

const isForeignObject = (value: unknown): boolean => typeof value === "object" && value !== null && value !== UNCERTAIN;

/** The check finds every problem of what was read; it need not be quick. */
const refuse = (
  check: FactCheck,
  names: readonly FactName[],
  values: readonly unknown[],
): Result.Result<never, FactProblems> => {
  const read = Object.fromEntries(names.map((name, place) => [name, values[place]])) as Facts;
  const checked = check(read);
  invariant(Result.isFailure(checked), "facts that no cell holds pass the check");
  return Result.fail(checked.failure);
};

/** How many key lists are kept; callers give few, and one more is planned afresh. */
const MAX_PLANS = 64;

const keyPlans = (law: Law, space: FactSpace): ((keys: readonly FactName[]) => KeyPlan) => {
  const readers = new Map([...law.vocabulary].map(([name, fact]) => [name, cellReader(cutDomain(fact, []))]));
  for (const axis of space.axes) readers.set(axis.definition.name, cellReader(axis));
  const plans = new Map<string, KeyPlan>();
  const make = (keys: readonly FactName[]): KeyPlan => ({
    keys,
    readers: keys.map((name) => readers.get(name)),
    levels: keys.map((name) => space.levels.get(name) ?? OUTSIDE),
    digest: digestPlan(keys),
  });
  let last = make([]);
  return (keys) => {
    if (isSame(last.keys, keys)) return last;
    const text = keys.join("\n");
    last = plans.get(text) ?? make(keys);
    if (plans.size < MAX_PLANS) plans.set(text, last);
    return last;
  };
};

const isSame = (left: readonly FactName[], right: readonly FactName[]): boolean => {
  if (left.length !== right.length) return false;
  for (let place = 0; place < left.length; place += 1) if (left[place] !== right[place]) return false;
  return true;
};
