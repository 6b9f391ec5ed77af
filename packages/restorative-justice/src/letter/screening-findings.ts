import type { GateId } from "../programme/gate-result.ts";
import type { ActorId } from "../programme/ids.ts";
import type { GateFinding } from "../programme/programme-rules.ts";
import type { LetterCase, LetterReading } from "./letter-case.ts";
import type { LetterCommand } from "./letter-command.ts";
import type { AskedOfLetter } from "./letter-setting.ts";
import { RejectionCode } from "./letter-state.ts";

/** What the gates of the way to the bank find. */
export const SCREENING_FINDINGS: Readonly<Record<GateId, (asked: AskedOfLetter) => GateFinding>> = {
  "G-LB-route": (asked) => routeFinding(asked),
  "G-LB-other-reader": ({ case: { readings }, command }) => ({
    outcome: readersOf(command).some((reader) => readings.some((one) => hasRead(one, reader))) ? "block" : "pass",
    inputs: [command.id],
  }),
  "G-LB-readers": ({ case: each, setting: { policy } }) => ({
    outcome: each.readings.length >= policy.readers ? "pass" : "hold",
    inputs: each.documents.slice(-1),
  }),
  "G-LB-unanimous": ({ case: each }) => ({
    outcome: each.readings.every(({ found }) => found.length === 0) ? "pass" : "block",
    inputs: each.documents.slice(-1),
  }),
  "G-LB-trained-reader": ({ case: each, setting: { facts } }) => ({
    outcome: facts.track === "general" || each.readings.some(isTrained) ? "pass" : "hold",
    inputs: each.documents.slice(-1),
  }),
  "G-LB-codes": ({ case: each, command }) => ({
    outcome: codesOf(command).every((code) => each.readings.some(({ found }) => found.includes(code)))
      ? "pass"
      : "hold",
    inputs: each.documents.slice(-1),
  }),
  "G-LB-order-known": ({ command, setting: { facts } }) => ({
    outcome:
      !codesOf(command).includes("order_in_force") ||
      (facts.orders?.found === "active_order" && facts.orders.service === "served_on_author")
        ? "pass"
        : "hold",
    inputs: [facts.orders?.id],
  }),
};

/** Whether somebody trained in domestic violence read this version for coded threats. */
const isTrained = ({ training, codedThreats }: LetterReading): boolean =>
  training === "dv_sv_trained" && codedThreats === "looked_for";

const hasRead = ({ reader, coReaders }: LetterReading, person: ActorId): boolean =>
  reader === person || coReaders.includes(person);

const readersOf = (command: LetterCommand): readonly ActorId[] =>
  command.act === "record-reading" ? [command.by.id, ...command.coReaders] : [];

/** The codes of a verdict, each once and in the order of the list. */
export const codesOf = (command: LetterCommand): readonly RejectionCode[] =>
  "codes" in command ? RejectionCode.options.filter((code) => command.codes.includes(code)) : [];

const routeFinding = ({ case: { id, origin }, command: { act }, setting: { policy } }: AskedOfLetter): GateFinding => {
  const route = routeOf(origin, policy.courtOrderedRoute);
  if (route === null) return { outcome: "indeterminate", inputs: [id] };
  return { outcome: (route === "bank") === (act === "start-screening") ? "pass" : "block", inputs: [id] };
};

const routeOf = <Route>(origin: LetterCase["origin"], courtOrdered: Route): Route | "bank" =>
  origin === "voluntary" ? "bank" : courtOrdered;
