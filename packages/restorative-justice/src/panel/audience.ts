import { Instant } from "@victim-rights/core";
import { z } from "zod";
import { EvidenceRef } from "../programme/ids.ts";

/** Somebody who is to be in the audience, or belongs to the speaker's own case, as the agency's records number people. */
export const PersonRef = z.string().trim().min(1).max(200).brand<"PersonRef">();
export type PersonRef = z.infer<typeof PersonRef>;

/** Whom an audience is checked against. */
export const OWN_CASE_GROUPS = ["offender", "relatives", "co_defendants"] as const;
/** Whom an audience is checked against: see {@link OWN_CASE_GROUPS}. */
type OwnCaseGroup = (typeof OWN_CASE_GROUPS)[number];

const People = z.array(PersonRef).readonly();

/** A list of everybody who will be in the room. `complete` says that nobody can come who is not on it. */
export const AttendanceList = z.strictObject({
  id: EvidenceRef,
  at: Instant,
  people: People,
  extent: z.enum(["complete", "incomplete"]),
});
export type AttendanceList = Readonly<z.infer<typeof AttendanceList>>;

/** Who belongs to the speaker's own case; a group that nobody looked up is `null`, and an empty one was looked up. */
export const OwnCase = z.strictObject({
  id: EvidenceRef,
  offender: People.nullable(),
  relatives: People.nullable(),
  co_defendants: People.nullable(),
});
export type OwnCase = Readonly<z.infer<typeof OwnCase>>;

/** How an audience came out. `meets` names the groups, never the people. */
export type AudienceCheck = {
  readonly outcome: "clear_of_own_case" | "meets_own_case" | "not_known";
  readonly meets: readonly OwnCaseGroup[];
};

/**
 * Whether an audience holds anybody of the speaker's own case (INV-20). One name in common is enough, whatever is not
 * known beside it; a group that was not looked up or a list that is not complete leaves it not known.
 */
export const checkAudience = (list: AttendanceList | null, own: OwnCase | null): AudienceCheck => {
  const present = new Set(list?.people);
  const meets = OWN_CASE_GROUPS.filter((group) => own?.[group]?.some((person) => present.has(person)));
  if (meets.length > 0) return { outcome: "meets_own_case", meets };
  const isKnown = list?.extent === "complete" && own !== null && isLookedUp(own);
  return { outcome: isKnown ? "clear_of_own_case" : "not_known", meets };
};

/** Every group was looked up, and the offender is somebody. */
const isLookedUp = (own: OwnCase): boolean =>
  OWN_CASE_GROUPS.every((group) => own[group] !== null) && own.offender?.length !== 0;
