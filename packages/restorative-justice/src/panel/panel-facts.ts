import { z } from "zod";
import { AttendanceList, OwnCase } from "./audience.ts";
import { EvidenceRef } from "../programme/ids.ts";

/** What is known when a command about a speaker comes. What nobody looked up is `null` or `unknown`, and stops. */
export const PanelFacts = z.strictObject({
  attendance: AttendanceList.nullable(),
  ownCase: OwnCase.nullable(),
  /** Whether a case or suit by the speaker on that crime is open. */
  proceedings: z.strictObject({ id: EvidenceRef.nullable(), found: z.enum(["none_open", "open", "unknown"]) }),
  /** Officers who would look on, and whether this speaker agreed. */
  observers: z.enum(["none", "agreed_by_speaker", "not_agreed"]),
});
export type PanelFacts = Readonly<z.infer<typeof PanelFacts>>;

/** Nobody was looked up who would listen, and no proceeding. */
export const NO_PANEL_FACTS: PanelFacts = {
  attendance: null,
  ownCase: null,
  proceedings: { id: null, found: "unknown" },
  observers: "not_agreed",
};
