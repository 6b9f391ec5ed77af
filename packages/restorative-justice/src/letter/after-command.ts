import type { LetterCase, AuthorSignal } from "./letter-case.ts";
import type { LetterCommand } from "./letter-command.ts";
import { codesOf } from "./screening-findings.ts";

type By<Act extends LetterCommand["act"]> = Extract<LetterCommand, { readonly act: Act }>;

type Changes = {
  readonly [Act in LetterCommand["act"]]?: (letter: LetterCase, command: By<Act>) => Partial<LetterCase>;
};

const told =
  (signal: AuthorSignal) =>
  ({ told: before }: LetterCase): Partial<LetterCase> => ({
    told: before.includes(signal) ? before : [...before, signal],
  });

const CHANGES: Changes = {
  "record-reading": ({ readings }, { by, coReaders, found, training, codedThreats }) => ({
    readings: [...readings, { reader: by.id, coReaders, found, training, codedThreats }],
  }),
  return: (_, command) => ({ reasons: codesOf(command) }),
  reject: (_, command) => ({ reasons: codesOf(command) }),
  resubmit: ({ documents }, { document }) => ({ documents: [...documents, document], readings: [], reasons: [] }),
  "request-delivery": (_, { way }) => ({ way }),
  freeze: ({ freezes }, { ground, at }) => ({ freezes: [...freezes, { ground, at }] }),
  unfreeze: ({ freezes }, { ground }) => ({ freezes: freezes.filter((freeze) => freeze.ground !== ground) }),
  "submit-reply": (_, { document }) => ({ reply: { status: "submitted", document } }),
  "return-reply": ({ reply }) => (reply === null ? {} : { reply: { status: "returned", document: reply.document } }),
  "release-reply": ({ reply }, { addressFreeCopy }) =>
    reply === null || addressFreeCopy === null
      ? {}
      : { reply: { status: "released", document: reply.document, addressFreeCopy } },
  "tell-requested": told("requested"),
  "tell-received": told("received"),
  "tell-read": told("read"),
};

/** What a command changes in a letter beside its stage. */
export const afterCommand = (letter: LetterCase, command: LetterCommand): LetterCase => {
  // The table holds, for each act, a change for just that command; the compiler cannot follow the act to its entry.
  const change = CHANGES[command.act] as
    | ((letter: LetterCase, command: LetterCommand) => Partial<LetterCase>)
    | undefined;
  return { ...letter, ...change?.(letter, command) };
};
