import { Citation, Instant } from "@victim-rights/core";
import { RuleId } from "@victim-rights/rules";
import { z } from "zod";
import { Actor, ActorId, CommandId, EvidenceRef } from "@victim-rights/restorative-justice";

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
