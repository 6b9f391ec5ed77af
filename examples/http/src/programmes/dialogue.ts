import {
  advanceDialogue,
  type DialogueCase,
  DialogueCommand,
  dialogueFromLog,
  newDialogue,
  offenderSideView,
  openGates,
  programmeView,
  refusalForVictimSide,
  replyToOffenderSide,
  victimSideView,
} from "@victim-rights/restorative-justice";
import * as Effect from "effect/Effect";
import type { Programme } from "./programme.ts";
import { withoutWhoAndWhen } from "./without-who-and-when.ts";

/** Dialogues between a victim and the person who caused the harm. */
export const DIALOGUE: Programme<"dialogue", DialogueCase> = {
  name: "dialogue",
  command: withoutWhoAndWhen(DialogueCommand.options),
  readCommand: (raw) => DialogueCommand.safeParse(raw),
  fromLog: (id, { commands, record }) => dialogueFromLog({ id, commands, record }),
  take: (ports, before, { id, command }) =>
    Effect.map(ports.caseFacts.dialogue(id), (facts) =>
      advanceDialogue(before ?? newDialogue(id), command, {
        gates: openGates(),
        facts,
        policy: ports.policies.dialogue,
      }),
    ),
  programmeView: (ports, each) => programmeView(each, ports.policies.dialogue),
  victimView: (ports, _, each) => (each === null ? null : victimSideView(each, ports.policies.dialogue)),
  // Somebody whose case it is not sees what anybody sees before an approach.
  offenderView: (id, each) => offenderSideView(each ?? newDialogue(id)),
  offenderAnswer: (ports, before, { command }) =>
    replyToOffenderSide(before ?? newDialogue(NOBODYS), command, ports.policies.dialogue),
  victimRefusal: (ports, _, error) => refusalForVictimSide(error, ports.policies.dialogue),
};

const NOBODYS: DialogueCase["id"] = "none" as DialogueCase["id"];
