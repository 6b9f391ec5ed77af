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

/** Says that somebody is in immediate danger. No paper is asked; one may be named, such as the screen in which it was said. */
export const DiscloseDanger = z.strictObject({ ...COMMAND_FIELDS, act: z.literal("disclose-danger") });

/** Says that somebody attended to the open danger, and on which paper that stands. */
export const AddressDanger = z.strictObject({
  ...COMMAND_FIELDS,
  act: z.literal("address-danger"),
  evidence: z.array(EvidenceRef).min(1).readonly(),
});

/** The shape that every programme's commands have in common. */
export type ProgrammeCommand = {
  readonly id: CommandId;
  readonly act: string;
  readonly by: Actor;
  readonly at: Instant;
  readonly evidence: readonly EvidenceRef[];
};
