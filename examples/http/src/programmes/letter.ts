import {
  advanceLetter,
  answerAuthor,
  authorView,
  type LetterCase,
  LetterCommand,
  letterFromLog,
  letterRefusalForVictim,
  type LetterPolicy,
  openLetter,
  programmeLetterView,
  victimLetterView,
} from "@victim-rights/restorative-justice";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { NOT_OPEN, type Programme } from "./programme.ts";
import { withoutWhoAndWhen } from "./without-who-and-when.ts";

/** Letters of apology that wait in a bank. */
export const LETTER: Programme<"letter", LetterCase> = {
  name: "letter",
  command: withoutWhoAndWhen(LetterCommand.options),
  readCommand: (raw) => LetterCommand.safeParse(raw),
  fromLog: (id, { commands, record }) =>
    commands.length === 0 ? Result.succeed(null) : letterFromLog({ id, commands, record }),
  take: (ports, before, { id, command }) => {
    if (before === null)
      return Effect.succeed(command.act === "submit" && command.letter === id ? openLetter(command) : null);
    return Effect.map(ports.caseFacts.letter(id), (facts) =>
      advanceLetter(before, command, { facts, policy: ports.policies.letter }),
    );
  },
  programmeView: (ports, each) => programmeLetterView(each, ports.policies.letter),
  // A letter that is none, or is somebody else's, looks as one of which the victim was not told.
  victimView: (ports, id, each) =>
    each === null
      ? { first: null, letter: id, status: "nothing_to_tell" }
      : victimLetterView(each, ports.policies.letter),
  offenderView: (_, each) => (each === null ? null : authorView(each)),
  offenderAnswer: (ports, before, { command, begun }) =>
    before === null
      ? {
          ...DANGER_FIRST(command.act, ports.policies.letter),
          kind: begun ? "received" : "not-open",
          command: command.id,
        }
      : answerAuthor(before, command, ports.policies.letter),
  victimRefusal: (ports, before, error) =>
    before === null ? NOT_OPEN : letterRefusalForVictim(before, error, ports.policies.letter),
};

/** Whoever discloses danger is shown what to do, whatever letter they name. */
const DANGER_FIRST = (act: string, { emergencyGuidance }: LetterPolicy): { readonly first: string | null } => ({
  first: act === "disclose-danger" ? emergencyGuidance : null,
});
