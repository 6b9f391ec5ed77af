import {
  LETTER_MACHINE,
  type LetterCase,
  type LetterCommand,
  LetterStage,
  RejectionCode,
  stepFrom,
  type SubmitLetter,
} from "@victim-rights/restorative-justice";

/** The log of a letter as a file keeps it. */
export type LetterLog = Pick<LetterCase, "id" | "commands" | "record">;

/** A letter as its commands and record made it; `null` before it was handed in. Nothing but the log is read from a file. */
export const letterFromLog = ({ id, commands, record }: LetterLog): LetterCase | null => {
  const [first, ...others] = commands;
  if (first?.act !== "submit" || first.letter !== id) return null;
  const made = others.reduce(after, begun(first));
  // A wish to withdraw that is heard once the letter is banked adds a line and no command.
  const heard = record.some(({ to }) => to === "withdrawn_by_author");
  return { ...made, ...(heard ? { stage: "withdrawn_by_author" as const } : {}), commands, record };
};

const begun = ({ letter: id, origin, document }: SubmitLetter): LetterCase => ({
  id,
  origin,
  documents: [document],
  stage: "submitted",
  freezes: [],
  readings: [],
  reasons: [],
  way: null,
  reply: null,
  told: [],
  commands: [],
  record: [],
});

const after = (before: LetterCase, command: LetterCommand): LetterCase => ({
  ...before,
  stage: stageAfter(before, command),
  ...changed(before, command),
});

/** While frozen the stage moves underneath, but for an author's wish to withdraw, which waits. */
const stageAfter = ({ stage, freezes }: LetterCase, { act }: LetterCommand): LetterStage => {
  if (act === "freeze" || act === "unfreeze" || (act === "ask-to-withdraw" && freezes.length > 0)) return stage;
  const to = LetterStage.safeParse(stepFrom(LETTER_MACHINE, stage, act)?.to);
  return to.data ?? stage;
};

const codesIn = (codes: readonly RejectionCode[]): readonly RejectionCode[] =>
  RejectionCode.options.filter((code) => codes.includes(code));

type By<Act extends LetterCommand["act"]> = Extract<LetterCommand, { readonly act: Act }>;
type Changes = {
  readonly [Act in LetterCommand["act"]]?: (letter: LetterCase, command: By<Act>) => Partial<LetterCase>;
};

const telling =
  (signal: LetterCase["told"][number]) =>
  ({ told }: LetterCase): Partial<LetterCase> =>
    told.includes(signal) ? {} : { told: [...told, signal] };

const CHANGES: Changes = {
  "record-reading": ({ readings }, { by, coReaders, found, training, codedThreats }) => ({
    readings: [...readings, { reader: by.id, coReaders, found, training, codedThreats }],
  }),
  return: (_, { codes }) => ({ reasons: codesIn(codes) }),
  reject: (_, { codes }) => ({ reasons: codesIn(codes) }),
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
  "tell-requested": telling("requested"),
  "tell-received": telling("received"),
  "tell-read": telling("read"),
};

const changed = (letter: LetterCase, command: LetterCommand): Partial<LetterCase> => {
  // The table holds, for each act, a change for just that command; the compiler cannot follow the act to its entry.
  const change = CHANGES[command.act] as
    | ((letter: LetterCase, command: LetterCommand) => Partial<LetterCase>)
    | undefined;
  return change?.(letter, command) ?? {};
};
