import { NOTICE_OWED, NoticeDuty } from "@victim-rights/notification";
import { AgencyPolicy, ALLOCATION_FILE, type LedgerLaw, loadAllocation } from "@victim-rights/restitution";
import { type Law, type LawFiles, loadLaw } from "@victim-rights/rules";
import { VICTIM, VictimGround } from "@victim-rights/victim-definition";
import * as Result from "effect/Result";
import { z } from "zod";
import type { StateLaw } from "./state-law.ts";

/** The shapes of what a state's rules conclude. */
const EVENT_PARAMS = { [NOTICE_OWED]: NoticeDuty, [VICTIM]: VictimGround, class: z.strictObject({}) };

/**
 * The law of a state from the texts of its folder, with what an agency has decided about its ledgers.
 * @throws what is wrong with a file, by path and problem: a service without its law does not start.
 */
export const stateLawOf = (files: LawFiles, policies: ReadonlyMap<string, unknown>): StateLaw => {
  const law = Result.getOrThrow(loadLaw(files, { eventParams: EVENT_PARAMS }));
  return { law, service: null, ledgerLaw: ledgerLawOf(files, law, policies.get(law.id)) };
};

/** What an agency has not decided stays open: money that hangs on it waits for a person. */
const ledgerLawOf = (files: LawFiles, law: Law, policy: unknown): LedgerLaw | null => {
  const text = files.get(ALLOCATION_FILE);
  if (text === undefined) return null;
  const file = Result.getOrThrow(loadAllocation(text, law));
  const decided = AgencyPolicy.parse(policy ?? { jurisdiction: law.id, choices: [], enable: [] });
  return { file, policy: decided, zone: law.profile.calendar.zone };
};
