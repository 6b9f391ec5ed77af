import * as Equal from "effect/Equal";
import type { DangerPolicy } from "../programme/danger.ts";
import type { CommandId } from "../programme/ids.ts";
import type { LetterCase } from "./letter-case.ts";
import type { LetterCommand } from "./letter-command.ts";
import { authorView, ownCommands } from "./letter-views.ts";

/** What the author's side is answered. `received` says that it came in, and nothing about what came of it. */
export type AuthorAnswer = {
  /** Shown before all else to whoever discloses danger. */
  readonly first: string | null;
  readonly kind: "received" | "not-open" | "id-used";
  readonly command: CommandId;
};

/**
 * The answer to a command of the author's side, read from what the author may see already and from the author's own commands alone.
 * A wish to withdraw and a disclosure of danger are always received, whatever the letter's state and whatever became of
 * the command (15.2). Hand this to the author, never the result or the error of `advanceLetter`.
 */
export const answerAuthor = (
  before: LetterCase,
  command: LetterCommand,
  { emergencyGuidance }: DangerPolicy,
): AuthorAnswer => ({
  first: command.act === "disclose-danger" ? emergencyGuidance : null,
  kind: kindOf(before, command),
  command: command.id,
});

const ALWAYS_RECEIVED: readonly LetterCommand["act"][] = ["ask-to-withdraw", "disclose-danger"];

const kindOf = (before: LetterCase, command: LetterCommand): AuthorAnswer["kind"] => {
  if (ALWAYS_RECEIVED.includes(command.act)) return "received";
  const used = ownCommands(before).find(({ id }) => id === command.id);
  if (used !== undefined) return Equal.equals(used, command) ? "received" : "id-used";
  return command.act === "resubmit" && authorView(before).revision === "open" ? "received" : "not-open";
};
