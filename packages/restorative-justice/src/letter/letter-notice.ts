import type { CaseId } from "../programme/ids.ts";
import { type LetterCase, letterState } from "./letter-case.ts";

/**
 * That a letter waits, for a victim who opted in. It has no place for a text, a document or the author's name: the
 * words that a victim reads are the agency's own, the same for every letter.
 */
export type LetterNotice = { readonly kind: "a_letter_waits"; readonly letter: CaseId };

/** The notice of a letter whose notice step was taken; `null` for every other state, frozen among them, and while a danger is open. */
export const letterNotice = (letter: LetterCase): LetterNotice | null =>
  letterState(letter) === "notice_sent" && letter.danger === null
    ? { kind: "a_letter_waits", letter: letter.id }
    : null;
