import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JurisdictionFile } from "@victim-rights/rules";
import { loadRestorativeJustice } from "../src/gate/load-restorative-justice.ts";
import { RESTORATIVE_JUSTICE_FILE } from "../src/gate/restorative-justice-file.ts";

/** The states whose folders lie in `rules/`. */
export const STATES = ["us-mt", "us-ms", "us-mo"] as const;
type State = (typeof STATES)[number];

const textOf = (state: State, file: string): string =>
  readFileSync(join(import.meta.dirname, "../../../rules", state, file), "utf8");

/** A state as its folder describes it. */
export const stateOf = (state: State) => {
  const profile = JurisdictionFile.parse(JSON.parse(textOf(state, "jurisdiction.json")));
  return { id: profile.id, profile };
};

/** A state's file as it is written. */
export const textOfState = (state: State): string => textOf(state, RESTORATIVE_JUSTICE_FILE);

export const loadStateFile = (state: State) => loadRestorativeJustice(textOfState(state), stateOf(state));
