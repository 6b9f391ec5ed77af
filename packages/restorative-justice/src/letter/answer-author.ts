import * as Equal from "effect/Equal";
import type { CommandId } from "../programme/ids.ts";
import type { LetterCase } from "./letter-case.ts";
import type { LetterCommand } from "./letter-command.ts";
import { authorView, ownCommands } from "./letter-views.ts";

/** What the author's side is answered. `received` says that it came in, and nothing about what came of it. */
export type AuthorAnswer =
  | { readonly kind: "received"; readonly command: CommandId }
  | { readonly kind: "not-open"; readonly command: CommandId }
  | { readonly kind: "id-used"; readonly command: CommandId };

/**
 * The answer to a command of the author's side, read from what the author may see already and from the author's own commands alone.
 * A wish to withdraw is always received, whatever the letter's state and whatever became of the command (15.2). Hand
 * this to the author, never the result or the error of `advanceLetter`.
 */
export const answerAuthor = (before: LetterCase, command: LetterCommand): AuthorAnswer => {
  const used = ownCommands(before).find(({ id }) => id === command.id);
  if (command.act === "ask-to-withdraw") return { kind: "received", command: command.id };
  if (used !== undefined) return { kind: Equal.equals(used, command) ? "received" : "id-used", command: command.id };
  const isOpen = command.act === "resubmit" && authorView(before).revision === "open";
  return { kind: isOpen ? "received" : "not-open", command: command.id };
};
