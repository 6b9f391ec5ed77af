import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { LawFiles } from "@victim-rights/rules";
import type { StateLaw } from "../law/state-law.ts";
import { stateLawOf } from "../law/state-law-of.ts";

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

const loadState = async (folder: string, policies: StatesWanted["ledgerPolicies"]): Promise<StateLaw> =>
  stateLawOf(await readFiles(folder), policies);

/** The texts of a state's folder, by path. */
export const readFiles = async (folder: string): Promise<LawFiles> => {
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
