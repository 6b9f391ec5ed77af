import { NoticeActorId, NoticeCommandId } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import { failureOf, remoteStore } from "../delivery/remote-store.ts";
import { type Process, startProcess } from "../engine/process.ts";
import { HOUR, MINUTE } from "../engine/span.ts";
import type { Simulation } from "../simulation.ts";
import type { Slip } from "./slip.ts";
import { workThroughTasks } from "./staff.ts";

/** The process through which people act: registrants who answer, providers' receipts, and the staff. */
export type Desk = { readonly process: Process; readonly bring: (slip: Slip) => void };

/** Starts the desk. Slips stay in its tray, whatever crashes, until they are written down or of no use. */
export const startDesk = (simulation: Simulation): Desk => {
  const tray = new Map<string, Slip>();
  const busy = new Set<string>();
  const work = (slip: Slip): void => {
    if (!process.isUp() || busy.has(slip.id)) return;
    busy.add(slip.id);
    process.run(writeDown(slip, process, simulation), (exit) => {
      busy.delete(slip.id);
      const failure = failureOf(exit);
      if (Exit.isSuccess(exit) || FINAL.has(failure)) tray.delete(slip.id);
      else simulation.trace.write("desk", `will try ${slip.id} again: ${failure}`);
    });
  };
  const process: Process = startProcess("desk", simulation, (self) => {
    busy.clear();
    self.every(15 * MINUTE, () => {
      for (const slip of tray.values()) work(slip);
    });
    self.every(3 * HOUR, () => self.run(workThroughTasks(self, simulation, bring)));
  });
  const bring = (slip: Slip): void => {
    tray.set(slip.id, slip);
    work(slip);
  };
  return { process, bring };
};

/** Failures after which trying again changes nothing. */
const FINAL: ReadonlySet<string> = new Set([
  "StepNotPossible",
  "RoleMayNot",
  "EvidenceDoesNotFit",
  "CommandExistsWithDifferentContent",
]);

const writeDown = (slip: Slip, process: Process, simulation: Simulation) =>
  Effect.gen(function* () {
    const store = remoteStore(process, simulation);
    const stored = yield* store.find(slip.obligation);
    const id = NoticeCommandId.parse(slip.id);
    if (stored.obligation.commands.some((command) => command.id === id)) return;
    const by = { role: slip.role, id: NoticeActorId.parse(slip.role) };
    const { lastAt } = stored.obligation;
    const at = process.now() >= lastAt ? process.now() : lastAt;
    const command = slip.draft(stored, { id, at, by });
    if (command === null) return;
    yield* store.advance({ obligation: slip.obligation, expected: stored.revision, command });
  });
