import {
  falseNotice,
  NoticeActorId,
  type Obligation,
  ReasonCode,
  RecordRef,
  type StoredTask,
} from "@victim-rights/notification";
import type { SearchStep } from "@victim-rights/notification";
import { Revision } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { remoteStore } from "../delivery/remote-store.ts";
import type { Process } from "../engine/process.ts";
import { standing, type Simulation } from "../simulation.ts";
import type { Slip } from "./slip.ts";

/** The staff's round: of the open tasks they take up some, in their own time; nobody does all of them at once. */
export const workThroughTasks = (process: Process, simulation: Simulation, bring: (slip: Slip) => void) =>
  Effect.gen(function* () {
    const store = remoteStore(process, simulation);
    const chance = simulation.random(`round ${process.now()}`);
    const { items } = yield* store.listTasks({ limit: 100, afterSequence: 0 });
    for (const stored of items.filter(() => chance.hits(250))) {
      const { about, id } = stored.task;
      if (about.kind === "obligation" && !isDone(stored, simulation)) {
        bring(nextSlip(about.obligation, simulation));
        continue;
      }
      const answer = {
        by: { role: "staff" as const, id: NoticeActorId.parse("staff") },
        at: process.now(),
        record: simulation.papers.write("decision"),
      };
      yield* Effect.ignore(store.settleTask(id, answer));
    }
    yield* findFalseNotice(process, simulation);
  });

/** A task about an obligation is done when nobody has it in hand any more. */
const isDone = ({ task: { about } }: StoredTask, simulation: Simulation): boolean => {
  if (about.kind !== "obligation") return true;
  const state = standing(simulation, about.obligation)?.state;
  return state !== "with-person" && state !== "searching";
};

/** What a person of the staff does next about an obligation that they have in hand. */
const nextSlip = (obligation: Obligation["id"], simulation: Simulation): Slip => {
  const now = standing(simulation, obligation);
  const id = `staff-${now?.revision ?? 0}`;
  const chance = simulation.random(`${id} ${obligation}`);
  const draft =
    now?.state === "searching"
      ? searching(now, simulation)
      : chance.pick([call, call, call, giveBack, search, closeSearch, decide])(simulation);
  return { id, obligation, role: "staff", draft };
};

const reason = (text: string): ReasonCode => ReasonCode.parse(text);

const AUTHORITY = { kind: "agency-policy", policy: RecordRef.parse("policy:simulation") } as const;

const call = ({ papers }: Simulation): Slip["draft"] => {
  const record = papers.write("staff-call");
  return (_, stated) => ({
    act: "confirm",
    ...stated,
    evidence: { kind: "staff-call", at: stated.at, reached: "the-person", record },
  });
};

const giveBack = ({ papers }: Simulation): Slip["draft"] => {
  const evidence = decision(papers.write("decision"));
  return (_, stated) => ({ act: "return-to-plan", ...stated, evidence });
};

const decide = ({ papers }: Simulation): Slip["draft"] => {
  const evidence = decision(papers.write("decision"));
  return (_, stated) => ({ act: "decide", ...stated, evidence });
};

const decision = (record: RecordRef) =>
  ({ kind: "person-decision", reason: reason("decided-by-staff"), authority: AUTHORITY, record }) as const;

const search = (): Slip["draft"] => (_, stated) => ({
  act: "begin-search",
  ...stated,
  reason: reason("no-contact-left"),
});

const closeSearch = ({ papers }: Simulation): Slip["draft"] => {
  const record = papers.write("search");
  return ({ obligation: { search: steps } }, stated) =>
    steps.length === 0
      ? null
      : {
          act: "close-search",
          ...stated,
          evidence: { kind: "documented-search", steps, authority: AUTHORITY, record },
        };
};

/** Somebody looks in two places, and hands it back. */
const searching = ({ search: steps }: Obligation, { papers }: Simulation): Slip["draft"] => {
  if (steps.length >= 2)
    return (_, stated) => ({
      act: "hand-to-person",
      ...stated,
      queue: reason("victim-services"),
      reason: reason("search-found-nothing"),
    });
  const record = papers.write("search");
  return (_, stated) => {
    const step: SearchStep = { at: stated.at, looked: "case-file", outcome: "nothing-found", record };
    return { act: "record-search-step", ...stated, step };
  };
};

/** Now and then the staff find out by themselves that what was told never happened, before custody takes it back. */
const findFalseNotice = (process: Process, simulation: Simulation) =>
  Effect.gen(function* () {
    const store = remoteStore(process, simulation);
    const at = process.now();
    for (const { obligation } of simulation.store.obligations.values()) {
      if (!isFalse(obligation, simulation) || !simulation.random(`false ${obligation.id} ${at}`).hits(50)) continue;
      const found = falseNotice({
        notice: obligation,
        reason: reason("it-did-not-happen"),
        at: at >= obligation.lastAt ? at : obligation.lastAt,
        by: { role: "staff", id: NoticeActorId.parse("staff") },
      });
      const event = simulation.agency.log.get(`${obligation.subject.eventId} r${obligation.subject.revision}`);
      if (Result.isFailure(found) || event === undefined) continue;
      const { opened, command } = found.success;
      const advance = { obligation: obligation.id, expected: Revision.parse(obligation.revision), command };
      const batch = { event, obligations: [opened], advances: [advance], tasks: [], audit: [] };
      yield* Effect.ignore(store.recordEvent(batch, `false ${obligation.id} r${obligation.revision} ${at}`));
    }
  });

const isFalse = ({ kind, state, subject }: Obligation, { source }: Simulation): boolean =>
  kind === "notice" &&
  state !== "corrected" &&
  source.some(
    ({ truth, record }) =>
      truth === "false-record" && record.id === subject.eventId && record.revision === subject.revision,
  );
