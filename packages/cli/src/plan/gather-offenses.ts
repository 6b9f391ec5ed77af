import { Offense } from "@victim-rights/core";
import { gatherRecords } from "./gather-records.ts";
import type { PlanRun } from "./plan-run.ts";

/** The offenses of the people of whom an event is reported. Rows that contradict each other all count: the planner sees where they differ. */
export const gatherOffenses = async (run: PlanRun, people: ReadonlySet<string>): Promise<readonly Offense[]> => {
  const offenses: Offense[] = [];
  for await (const bucket of gatherRecords(run, { kind: "offenses", files: run.setup.eventFiles, people })) {
    for (const row of bucket.flat()) {
      if (row.content !== null) offenses.push(Offense.parse(row.content));
    }
  }
  return offenses;
};
