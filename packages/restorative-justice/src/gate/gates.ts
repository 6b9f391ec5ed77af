import { invariant, type LocalDate } from "@victim-rights/core";
import {
  type CompiledQuestion,
  compileQuestion,
  FactName,
  type FactDefinition,
  type Law,
  loadLaw,
  type Rule,
} from "@victim-rights/rules";
import * as Result from "effect/Result";
import { z } from "zod";
import type { GateId } from "../programme/gate-result.ts";
import { GATE_FILES } from "./law-files.ts";
import { leavesOf } from "./leaves.ts";

/** The rule event type whose parameters are a {@link GateEvent}. */
export const GATE = "gate";

/** What a rule of a gate says beside its conditions: the gate, what not passing comes to, and what would lift each fact. */
export const GateEvent = z.strictObject({
  gate: z.templateLiteral(["G", z.string()]),
  otherwise: z.enum(["block", "hold"]),
  lifts: z.record(FactName, z.string().min(1)),
});
/** What a rule of a gate says beside its conditions. */
export type GateEvent = Readonly<z.infer<typeof GateEvent>>;

/** One question of a gate. A gate with two is as shut as the worse of them. */
export type GateQuestion = GateEvent & {
  readonly compiled: CompiledQuestion;
  readonly rules: readonly Rule[];
  /** The facts that its rules read. */
  readonly reads: readonly FactName[];
};

/** Every gate, ready to be asked any number of times. */
export type Gates = {
  readonly law: Law;
  readonly asOf: LocalDate;
  readonly byGate: ReadonlyMap<GateId, readonly GateQuestion[]>;
  /** Facts that somebody states; every other one is read off the records. */
  readonly statable: ReadonlyMap<FactName, FactDefinition>;
};

/** The gates of the domain page, `G01` to `G20`. */
export const GATE_IDS: readonly GateId[] = Array.from(
  { length: 20 },
  (_, at): GateId => `G${String(at + 1).padStart(2, "0")}`,
);

const READ_OFF = "Read off the records on file; nobody states it.";

/** Opens the gates. All of their rules are house policy, and no caller can turn one off. */
export const openGates = (): Gates => {
  opened ??= readGates();
  return opened;
};

/** The files are part of the package and never change: they are read once. */
let opened: Gates | null = null;

const readGates = (): Gates => {
  const law = Result.getOrElse(loadLaw(GATE_FILES, { eventParams: { [GATE]: GateEvent } }), broken);
  const asOf = law.profile.calendar.verified.on;
  const enable = [...law.questions.values()].flatMap(({ file }) => file.rules.map(({ id }) => id));
  const questions = [...law.questions].map(([question, { file }]): GateQuestion => {
    const compiled = Result.getOrElse(compileQuestion(law, question, { asOf, enable }), broken);
    invariant(compiled.leftOut.length === 0, "every rule of the gates decides");
    const reads = [...new Set(file.rules.flatMap(({ conditions }) => leavesOf(conditions).map(({ fact }) => fact)))];
    return { ...sharedEvent(file.rules), compiled, rules: file.rules, reads };
  });
  const stated = law.profile.facts.filter(({ note }) => note !== READ_OFF);
  return {
    law,
    asOf,
    byGate: Map.groupBy(questions, ({ gate }) => gate),
    statable: new Map(stated.map((definition) => [definition.name, definition])),
  };
};

const broken = (error: { readonly message: string }): never => {
  invariant(false, `the gates are whole: ${error.message}`);
};

const sharedEvent = (rules: readonly Rule[]): GateEvent => {
  const events = rules.map(({ event }) => GateEvent.parse(event.params));
  const [first] = events;
  invariant(
    first !== undefined && events.every(({ gate, otherwise }) => gate === first.gate && otherwise === first.otherwise),
    "the rules of one question are of one gate and come to the same",
  );
  return { ...first, lifts: Object.assign({}, ...events.map(({ lifts }) => lifts)) };
};
