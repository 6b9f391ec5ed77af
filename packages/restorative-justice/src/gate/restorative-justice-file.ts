import { JurisdictionId, Verification } from "@victim-rights/core";
import { z } from "zod";
import { Cites, Conflicts, Settings, Words } from "./dialogue-text.ts";

/** Where a state's policy on restorative programmes lies in its folder. */
export const RESTORATIVE_JUSTICE_FILE = "restorative-justice.json";

/** What every state's file speaks to, one way or the other: each point is stated, or listed as not stated. */
export const DialoguePoint = z.enum([
  "requesters",
  "when-victim-died",
  "offence-scope",
  "unprosecuted-harms",
  "age",
  "custody-status",
  "look-back",
  "consent-expiry",
  "preparation",
  "preparation-sessions",
  "facilitators",
  "facilitator-training",
  "accountability",
  "outreach",
  "effect",
]);
export type DialoguePoint = z.infer<typeof DialoguePoint>;

/** What a source says of dialogues in the state, and how well it was checked. Nothing recalled is here. */
export const DialogueStatement = z.strictObject({
  /** A `DialoguePoint`, or a point of the state's own. */
  about: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, "write a point in kebab case, such as `custody-status`"),
  says: Words,
  cites: Cites,
  verified: Verification.extend({ status: Verification.shape.status.exclude(["recalled"]) }),
});
export type DialogueStatement = Readonly<z.infer<typeof DialogueStatement>>;

/**
 * What is known of dialogues in a state. What no source says is not set, so that its gate answers `indeterminate` and a
 * person decides.
 */
export const StateDialoguePolicy = z.strictObject({
  /** `null` where no programme's own text was found. */
  programme: Words.nullable(),
  note: Words,
  statements: z.array(DialogueStatement).min(1).readonly(),
  /** Points on which nothing was found; there the house's setting stands. */
  notStated: z.array(DialoguePoint).readonly(),
  conflicts: Conflicts,
  /** Where this library is stricter than the state, or reads a word of its sources in its own way. */
  differs: z.array(Words).readonly(),
  /** Settings for `loadDialoguePolicy`: each rests on law that was read, or on the agency's own word. */
  policy: Settings,
  /** Settings that rest on past practice or another's word. Choosing the state does not set them: a person adds them. */
  optional: Settings,
  /** By setting, those of `optional` too: the statement it rests on. */
  policyRestsOn: z.record(z.string(), Words),
});
export type StateDialoguePolicy = Readonly<z.infer<typeof StateDialoguePolicy>>;

/** `restorative-justice.json` in a state's folder: what its law and its agencies say of restorative programmes. */
export const RestorativeJusticeFile = z
  .strictObject({ $schema: z.string().optional(), jurisdiction: JurisdictionId, dialogue: StateDialoguePolicy })
  .meta({ id: "RestorativeJusticeFile" });
export type RestorativeJusticeFile = Readonly<z.infer<typeof RestorativeJusticeFile>>;
