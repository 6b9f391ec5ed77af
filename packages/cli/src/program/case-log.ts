import { Citation, Instant } from "@victim-rights/core";
import { RuleId } from "@victim-rights/rules";
import { z } from "zod";
import type { Problem } from "../io/failure.ts";
import { Actor, ActorId, CommandId, EvidenceRef, type Machine } from "@victim-rights/restorative-justice";

const GateResult = z.strictObject({
  gate: z.templateLiteral(["G", z.string()]),
  outcome: z.enum(["block", "hold", "indeterminate", "pass"]),
  rules: z.array(z.strictObject({ rule: RuleId, edition: z.string(), cites: z.array(Citation).readonly() })).readonly(),
  lifts: z.array(z.string()).readonly(),
  inputs: z.array(z.string()).readonly(),
  decidedBy: ActorId,
  at: Instant,
});

/** A line of a case's record as it stands in a file. */
export const recordLine = <State extends z.ZodType<string>, Act extends string>(state: State) =>
  z.strictObject({
    seq: z.int().min(1),
    command: CommandId,
    act: z.custom<Act>((value) => typeof value === "string", "write an act"),
    by: Actor,
    at: Instant,
    from: state,
    to: state,
    gates: z.array(GateResult).readonly(),
    evidence: z.array(EvidenceRef).readonly(),
  });

type Line = z.infer<ReturnType<typeof recordLine<z.ZodType<string>, string>>>;
type Given = Pick<Line, "act" | "by" | "at" | "evidence"> & { readonly id: string };

/** The commands of a case beside the record of what they did. */
export type StoredLog = { readonly commands: readonly Given[]; readonly record: readonly Line[] };

/**
 * What in a stored log cannot have come about by the programme's own table: a line without its command, a gap, a step
 * that there is none, or one whose gates did not all pass. A record is only ever added to (INV-21).
 */
export const logProblems = (
  { commands, record }: StoredLog,
  machine: Machine<string, string>,
): readonly Omit<Problem, "where">[] => {
  const firsts = record.filter(({ command }, at) => record.findIndex((line) => line.command === command) === at);
  const wrong = [
    ...(firsts.length === commands.length ? [] : ["commands and record do not match: each command has its line"]),
    ...record.flatMap((line, at) => lineProblems(line, record[at - 1], machine)),
    ...firsts.flatMap((line, at) =>
      isOf(line, commands[at]) ? [] : [`record line ${line.seq} is not of its command`],
    ),
  ];
  return [...new Set(wrong)].map((problem) => ({ problem, fix: RESTORE }));
};

const RESTORE = "restore the file from a copy: a record is only ever added to, and never edited";

const isOf = (line: Line, command: Given | undefined): boolean =>
  command !== undefined && sameText(pickOf(line, line.command), pickOf(command, command.id));

const pickOf = ({ act, by, at, evidence }: Omit<Given, "id">, id: string) => [id, act, by.side, by.id, at, evidence];

const sameText = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const lineProblems = (line: Line, before: Line | undefined, machine: Machine<string, string>): readonly string[] => [
  ...(line.seq === (before?.seq ?? 0) + 1 ? [] : [`record line ${line.seq} leaves a gap`]),
  ...(line.from === (before?.to ?? machine.initial)
    ? []
    : [`record line ${line.seq} does not go on from the one before`]),
  ...(isStep(line, before === undefined, machine)
    ? []
    : [`record line ${line.seq} is no step of the programme's table`]),
];

/** A case that opens where its table begins has a first line that is no step. */
const isStep = ({ act, from, to, by, gates }: Line, isFirst: boolean, machine: Machine<string, string>): boolean =>
  (isFirst && from === machine.initial && to === machine.initial) ||
  machine.transitions.some(
    (step) =>
      step.act === act &&
      step.from.includes(from) &&
      step.to === to &&
      step.by.includes(by.side) &&
      step.gates.every((asked) => gates.some(({ gate, outcome }) => gate === asked && outcome === "pass")),
  );
