import type { Asked } from "../programme/advance-case.ts";
import type { LetterCase } from "./letter-case.ts";
import type { LetterCommand } from "./letter-command.ts";
import type { LetterFacts } from "./letter-facts.ts";
import type { LetterPolicy } from "./letter-policy.ts";

/** What an answer about a letter depends on, beside the case and the command. */
export type LetterSetting = { readonly facts: LetterFacts; readonly policy: LetterPolicy };

/** A command beside the letter that it is about. */
export type AskedOfLetter = Asked<LetterCase, LetterCommand, LetterSetting>;
