import { Instant } from "@victim-rights/core";
import { z } from "zod";
import { Actor } from "./actor.ts";
import { CommandId, EvidenceRef } from "./ids.ts";

/** What every command says, whatever the programme: its id, who gives it, when, and the papers that it rests on. */
export const COMMAND_FIELDS = {
  id: CommandId,
  by: Actor,
  at: Instant,
  evidence: z.array(EvidenceRef).readonly().default([]),
} as const;

/** The shape that every programme's commands have in common. */
export type ProgrammeCommand = {
  readonly id: CommandId;
  readonly act: string;
  readonly by: Actor;
  readonly at: Instant;
  readonly evidence: readonly EvidenceRef[];
};
