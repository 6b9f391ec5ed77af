import { Instant } from "@victim-rights/core";
import { z } from "zod";
import { AddressDanger, COMMAND_FIELDS, DiscloseDanger } from "../programme/command.ts";
import { CaseId, EvidenceRef } from "../programme/ids.ts";

const plain = <Act extends string>(act: Act) => z.strictObject({ ...COMMAND_FIELDS, act: z.literal(act) });

/** One panel that a speaker may be matched with. */
export const PanelSession = z.strictObject({ id: EvidenceRef, at: Instant });
export type PanelSession = Readonly<z.infer<typeof PanelSession>>;

/** Tells the programme that somebody would like to speak. Only that person can say so: nobody is put forward. */
export const OfferToSpeak = plain("offer").extend({ speaker: CaseId });
export type OfferToSpeak = Readonly<z.infer<typeof OfferToSpeak>>;

/** Everything that can be asked of a speaker's case. `pause`, `leave` and `resume` have no place for a reason. */
export const PanelCommand = z.discriminatedUnion("act", [
  OfferToSpeak,
  plain("interview"),
  plain("not-now"),
  plain("ask-again"),
  plain("train").extend({ readinessAttested: EvidenceRef }),
  plain("become-available").extend({ agreement: EvidenceRef }),
  plain("match").extend({ session: PanelSession }),
  plain("unmatch"),
  plain("check-audience"),
  plain("speak"),
  plain("debrief"),
  plain("return"),
  plain("pause"),
  plain("resume"),
  plain("leave"),
  DiscloseDanger,
  AddressDanger,
]);
export type PanelCommand = Readonly<z.infer<typeof PanelCommand>>;

/** What is done in a speaker's case. */
export type PanelAct = PanelCommand["act"];
