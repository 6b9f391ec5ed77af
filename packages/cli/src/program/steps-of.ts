import * as Result from "effect/Result";
import type { z } from "zod";
import type { Failure } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { readDialogueFacts } from "./read-dialogue-facts.ts";
import {
  HOUSE_SERVICE_POLICY,
  readDialoguePolicy,
  readLetterFacts,
  readLetterPolicy,
  readPanelFacts,
  readPanelPolicy,
  readServiceFacts,
  readServicePolicy,
  type SettingFiles,
} from "./read-setting.ts";
import {
  type AdvanceError,
  advanceDialogue,
  advanceLetter,
  advancePanel,
  advanceService,
  answerAuthor,
  answerOffender,
  type DialogueCase,
  DialogueCommand,
  type DialogueFacts,
  type DialoguePolicy,
  type LetterCase,
  LetterCommand,
  type LetterFacts,
  type LetterPolicy,
  letterRefusalForVictim,
  loadDialoguePolicy,
  loadLetterPolicy,
  loadPanelPolicy,
  openGates,
  openLetter,
  openPanelCase,
  openService,
  type PanelCase,
  PanelCommand,
  type PanelFacts,
  type PanelPolicy,
  type ProgrammeCommand,
  refusalForSpeaker,
  refusalForVictimSide,
  replyToOffenderSide,
  type ServiceCase,
  ServiceCommand,
  type ServiceFacts,
  type ServicePolicy,
  serviceRefusalForVictim,
  speakerView,
  victimLetterView,
  victimServiceView,
  type VictimSideRefusal,
  victimSideView,
} from "@victim-rights/restorative-justice";

/** How steps of one programme are taken, each part as the library has it. */
export type StepsOf<Case, Command extends ProgrammeCommand, Policy, Facts> = {
  readonly schema: z.ZodType<Command>;
  readonly readPolicy: (io: Io, files: SettingFiles) => Promise<Result.Result<Policy, Failure>>;
  /** What is decided by where no gate is asked and the policy cannot be read. */
  readonly housePolicy: () => Policy;
  readonly readFacts: (io: Io, files: SettingFiles, command: Command) => Promise<Result.Result<Facts, Failure>>;
  /** Opens a case of this id; `null` where the command opens none. */
  readonly open: (command: Command, id: string) => Result.Result<Case, AdvanceError> | null;
  readonly advance: (
    each: Case,
    command: Command,
    setting: { readonly facts: Facts; readonly policy: Policy },
  ) => Result.Result<Case, AdvanceError>;
  readonly answerOffender: (before: Case | null, command: Command, policy: Policy) => object;
  readonly refuseVictim: (before: Case | null, error: AdvanceError, policy: Policy) => VictimSideRefusal;
  /** What comes first in the victim side's view. */
  readonly firstForVictim: (after: Case, policy: Policy) => string | null;
};

/** A dialogue is there before anybody asked for anything, and no command opens one. */
export const dialogueSteps = (): StepsOf<DialogueCase, DialogueCommand, DialoguePolicy, DialogueFacts> => {
  const gates = openGates();
  return {
    schema: DialogueCommand,
    readPolicy: readDialoguePolicy,
    housePolicy: () => Result.getOrThrow(loadDialoguePolicy({})),
    readFacts: (io, { facts }, { at }) => readDialogueFacts(io, facts, { gates, at }),
    open: () => null,
    advance: (each, command, setting) => advanceDialogue(each, command, { ...setting, gates }),
    answerOffender: (before, command, policy) => (before === null ? {} : replyToOffenderSide(before, command, policy)),
    refuseVictim: (_, error, policy) => refusalForVictimSide(error, policy),
    firstForVictim: (after, policy) => victimSideView(after, policy).first,
  };
};

/** A letter begins with its author's handing it in. */
export const letterSteps: StepsOf<LetterCase, LetterCommand, LetterPolicy, LetterFacts> = {
  schema: LetterCommand,
  readPolicy: readLetterPolicy,
  housePolicy: () => Result.getOrThrow(loadLetterPolicy({})),
  readFacts: readLetterFacts,
  open: (command, id) => (command.act === "submit" && command.letter === id ? openLetter(command) : null),
  advance: advanceLetter,
  answerOffender: (before, command, policy) =>
    before === null ? { first: null, kind: "received", command: command.id } : answerAuthor(before, command, policy),
  refuseVictim: (before, error, policy) =>
    before === null
      ? { first: null, because: "not-open-now", lifts: [] }
      : letterRefusalForVictim(before, error, policy),
  firstForVictim: (after, policy) => victimLetterView(after, policy).first,
};

/** A speaker's case begins with the speaker's own offer. */
export const panelSteps: StepsOf<PanelCase, PanelCommand, PanelPolicy, PanelFacts> = {
  schema: PanelCommand,
  readPolicy: readPanelPolicy,
  housePolicy: () => Result.getOrThrow(loadPanelPolicy({})),
  readFacts: readPanelFacts,
  open: (command, id) => (command.act === "offer" && command.speaker === id ? openPanelCase(command) : null),
  advance: advancePanel,
  answerOffender: (_, command, policy) => answerOffender(command, policy),
  refuseVictim: (_, error, policy) => refusalForSpeaker(error, policy),
  firstForVictim: (after, policy) => speakerView(after, policy).first,
};

/** Community service begins with the court's order. */
export const serviceSteps: StepsOf<ServiceCase, ServiceCommand, ServicePolicy, ServiceFacts> = {
  schema: ServiceCommand,
  readPolicy: readServicePolicy,
  housePolicy: () => HOUSE_SERVICE_POLICY,
  readFacts: readServiceFacts,
  open: (command, id) => (command.act === "order" && command.service === id ? openService(command) : null),
  advance: advanceService,
  answerOffender: (_, command, policy) => answerOffender(command, policy),
  refuseVictim: (_, error, policy) => serviceRefusalForVictim(error, policy),
  firstForVictim: (after, policy) => victimServiceView(after, policy).first,
};
