import type { GateId } from "../programme/gate-result.ts";
import type { GateFinding } from "../programme/programme-rules.ts";
import { compareInstants } from "@victim-rights/core";
import type { LetterCase, LetterReply } from "./letter-case.ts";
import type { LetterCommand } from "./letter-command.ts";
import type { AskedOfLetter } from "./letter-setting.ts";
import type { FreezeGround } from "./letter-state.ts";

type Unfreeze = Extract<LetterCommand, { readonly act: "unfreeze" }>;

/** What the gates of the reply, of telling the author and of unfreezing find. */
export const REPLY_FINDINGS: Readonly<Record<GateId, (asked: AskedOfLetter) => GateFinding>> = {
  "G-LB-told": ({ command, setting: { policy } }) => ({
    outcome: policy.authorTold === "victim_decides" ? "pass" : "block",
    inputs: [command.id],
  }),
  "G-LB-reply": ({ case: { reply }, command, setting: { policy } }) => ({
    outcome: policy.reply === "one_screened" && isReplyOpen(reply, command) ? "pass" : "block",
    inputs: [command.id],
  }),
  "G-LB-reply-screened": ({ command }) => screenedFinding(command),
  "G-LB-unfreeze": (asked) => unfreezeFinding(asked),
};

/** The victim writes while none waits to be read; the programme reads the one that waits. None follows one passed on. */
const isReplyOpen = (reply: LetterReply | null, { act }: LetterCommand): boolean =>
  act === "submit-reply" ? reply === null || reply.status === "returned" : reply?.status === "submitted";

const screenedFinding = (command: LetterCommand): GateFinding => {
  if (command.act !== "release-reply") return { outcome: "hold", inputs: [] };
  const inputs = [command.read, command.addressFreeCopy];
  if (command.found.length > 0) return { outcome: "block", inputs };
  return { outcome: command.addressFreeCopy === null ? "hold" : "pass", inputs };
};

const unfreezeFinding = (asked: AskedOfLetter): GateFinding => {
  const { case: each, command } = asked;
  if (command.act !== "unfreeze") return { outcome: "block", inputs: [] };
  const since = frozenSince(each, command.ground);
  const isLifted = since !== null && LIFTED[command.ground]({ asked, command, since });
  return { outcome: isLifted ? "pass" : "block", inputs: [command.courtDocument, ...command.evidence] };
};

const frozenSince = ({ freezes }: LetterCase, ground: FreezeGround) =>
  freezes.findLast((freeze) => freeze.ground === ground)?.at ?? null;

type Lifting = {
  readonly asked: AskedOfLetter;
  readonly command: Unfreeze;
  readonly since: LetterCase["freezes"][number]["at"];
};

/** A check counts only when it was made after the letter froze, and not after now. */
const isBetween = (at: Lifting["since"], { since, command }: Lifting): boolean =>
  compareInstants(since, at) <= 0 && compareInstants(at, command.at) <= 0;

const LIFTED: Readonly<Record<FreezeGround, (lifting: Lifting) => boolean>> = {
  // INVARIANT (INV-10): only the court's own document lifts an order, and a look made since then finds none.
  new_order: (lifting) => {
    const { orders } = lifting.asked.setting.facts;
    const isClean = orders?.found === "no_active_order" && isBetween(orders.at, lifting);
    return lifting.command.courtDocument !== null && lifting.command.by.side !== "victim-side" && isClean;
  },
  unwanted_contact: (lifting) => {
    const { conduct } = lifting.asked.setting.facts;
    const isClean = conduct?.found === "none_in_look_back" && isBetween(conduct.at, lifting);
    return lifting.command.by.side === "programme" && isClean;
  },
  victim_request: ({ command }) => command.by.side === "victim-side",
};
