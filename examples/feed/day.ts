import { join } from "node:path";

/** One state's files for the demonstration day. */
export type StateDay = {
  readonly jurisdiction: string;
  readonly folder: string;
  readonly events: readonly string[];
  readonly registrations: readonly string[];
};

/** The morning that is planned: the Monday after the clocks went back, two days before Veterans Day. */
export const NOW = "2026-11-09T07:00:00-06:00";

/** Missouri's files have the department's own layout; the other two states publish none, so theirs are two plain shapes. */
export const STATES: readonly StateDay[] = [
  {
    jurisdiction: "us-mo",
    folder: "missouri",
    events: ["tak026.csv", "tak022.csv", "tak158.csv", "board-schedule.csv"],
    registrations: ["registrations.csv"],
  },
  {
    jurisdiction: "us-mt",
    folder: "montana",
    events: ["events.csv", "offenses.csv"],
    registrations: ["registrations.csv"],
  },
  {
    jurisdiction: "us-ms",
    folder: "mississippi",
    events: ["inmate-events.txt", "offenses.txt"],
    registrations: ["registrations.txt"],
  },
];

/** Where a state's plan is written. */
export const outFolder = (state: StateDay): string => join("out", "demo", state.folder);

/** The command's arguments that plan one state's day. */
export const planArguments = (state: StateDay): readonly string[] => {
  const at = (file: string): string => join("examples", "feed", state.folder, file);
  return [
    "plan",
    "--jurisdiction",
    state.jurisdiction,
    "--events",
    ...state.events.map(at),
    "--registrations",
    ...state.registrations.map(at),
    "--map",
    at("mapping.json"),
    "--now",
    NOW,
    "--out",
    outFolder(state),
  ];
};
