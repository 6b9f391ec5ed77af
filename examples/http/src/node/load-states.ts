import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { NOTICE_OWED, NoticeDuty } from "@victim-rights/notification";
import { AgencyPolicy, ALLOCATION_FILE, type LedgerLaw, loadAllocation } from "@victim-rights/restitution";
import { type Law, type LawFiles, loadLaw } from "@victim-rights/rules";
import { VICTIM, VictimGround } from "@victim-rights/victim-definition";
import * as Result from "effect/Result";
import { z } from "zod";
import type { StateLaw } from "../law/state-law.ts";

/** The shapes of what a state's rules conclude. */
const EVENT_PARAMS = { [NOTICE_OWED]: NoticeDuty, [VICTIM]: VictimGround, class: z.strictObject({}) };

/** Where the states' folders are, and what an agency has decided about its ledgers, by state. */
export type StatesWanted = {
  readonly folder: string;
  readonly ledgerPolicies: ReadonlyMap<string, unknown>;
};

/**
 * Loads every state under a folder.
 * @throws what is wrong with a file, by path and problem: a service without its law does not start.
 */
export const loadStates = async ({ folder, ledgerPolicies }: StatesWanted): Promise<ReadonlyMap<string, StateLaw>> => {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const loaded = await Promise.all(names.map(({ name }) => loadState(join(folder, name), ledgerPolicies)));
  return new Map(loaded.map((state) => [state.law.id, state]));
};

const loadState = async (folder: string, policies: StatesWanted["ledgerPolicies"]): Promise<StateLaw> => {
  const files = await readFiles(folder);
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

const readFiles = async (folder: string): Promise<LawFiles> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json") && entry.name !== "package.json")
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.includes("node_modules"));
  const read = paths.map(
    async (path) => [path.replaceAll("\\", "/"), await readFile(join(folder, path), "utf8")] as const,
  );
  return new Map(await Promise.all(read));
};
