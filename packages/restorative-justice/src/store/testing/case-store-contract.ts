import { invariant, type Revision } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import * as Equal from "effect/Equal";
import * as Result from "effect/Result";
import { CaseId, CommandId } from "../../programme/ids.ts";
import type { AppendStep, AppendStepError, CaseKeeping, CasePage, CaseRef, ProgrammeName } from "../case-store.ts";
import { sampleSteps } from "./sample-steps.ts";

/** One promise of a store of cases: `run` rejects with a `BrokenInvariant` when the store does not keep it. */
export type CaseStoreClaim = {
  readonly name: string;
  /** To be run once on a store, on cases that no other claim uses. */
  readonly run: (store: CaseKeeping) => Promise<void>;
};

const PROGRAMMES: readonly ProgrammeName[] = ["dialogue", "letter", "panel", "service"];

const START = 0 as Revision;

const holds = (condition: boolean, what: string): void => invariant(condition, `a store of cases ${what}`);

const refFor = (programme: ProgrammeName, name: string): CaseRef<ProgrammeName> => ({
  programme,
  case: CaseId.parse(name),
});

const appendAll = (store: CaseKeeping, steps: readonly AppendStep<ProgrammeName>[]) =>
  Effect.runPromise(Effect.forEach(steps, (step) => store.append(step)));

const emptyCase = async (store: CaseKeeping): Promise<void> => {
  const read = await Effect.runPromise(store.read(refFor("letter", "nobody wrote to it"), START));
  const empty = { revision: START, commands: [], record: [] };
  holds(Equal.equals(read, empty), "has nothing of a case that nobody wrote to");
};

const readsBack = async (store: CaseKeeping): Promise<void> => {
  for (const programme of PROGRAMMES) {
    const ref = refFor(programme, "is read back");
    const steps = sampleSteps(programme, ref.case);
    const appended = await appendAll(store, steps);
    const answers = steps.map(({ lines }, at) => ({ revision: at + 1, lines }));
    holds(Equal.equals(appended, answers), "answers an append with its lines and the revision it made");
    for (let after = 0; after <= steps.length; after++) {
      const read = await Effect.runPromise(store.read(ref, after as Revision));
      const later = steps.slice(after);
      const [commands, record] = [later.map(({ command }) => command), later.flatMap(({ lines }) => lines)];
      holds(Equal.equals(read, { revision: steps.length, commands, record }), "reads a log back from any revision on");
    }
  }
};

const firstAnswer = async (store: CaseKeeping): Promise<void> => {
  const ref = refFor("dialogue", "is asked twice");
  const steps = sampleSteps("dialogue", ref.case);
  const appended = await appendAll(store, steps);
  const again = await appendAll(
    store,
    steps.map((step) => ({ ...step, expected: 99 as Revision, lines: [] })),
  );
  holds(Equal.equals(again, appended), "gives the first answer to a command that is given again");
  const { revision } = await Effect.runPromise(store.read(ref, START));
  holds(revision === steps.length, "writes nothing for a command that is given again");
};

type Step = AppendStep<"service">;

type Refusal = {
  readonly name: string;
  readonly asked: (steps: { readonly first: Step; readonly third: Step }) => Step;
  readonly expected: (error: AppendStepError) => boolean;
};

const conflictAt = (expected: number) => (error: AppendStepError) =>
  error._tag === "RevisionConflict" && error.expected === expected && error.actual === 2;

const CASES: readonly Refusal[] = [
  {
    name: "a command's id with other content is refused before anything else",
    asked: ({ first, third }) => ({ ...third, expected: START, command: { ...third.command, id: first.command.id } }),
    expected: (error) => error._tag === "IdempotencyKeyReused",
  },
  {
    name: "a step at a revision that is past is refused",
    asked: ({ third }) => ({ ...third, expected: 1 as Revision }),
    expected: conflictAt(1),
  },
  {
    name: "a step at a revision that has not come is refused",
    asked: ({ third }) => ({ ...third, expected: 3 as Revision }),
    expected: conflictAt(3),
  },
  {
    name: "lines that leave one out are refused",
    asked: ({ third }) => ({ ...third, lines: third.lines.map((line) => ({ ...line, seq: line.seq + 1 })) }),
    expected: (error) => error._tag === "StepOutOfPlace" && error.expected === 4,
  },
  {
    name: "lines of another command are refused",
    asked: ({ third }) => ({
      ...third,
      lines: third.lines.map((line) => ({ ...line, command: CommandId.parse("c-0") })),
    }),
    expected: (error) => error._tag === "StepOutOfPlace",
  },
  {
    name: "a command without a line is refused",
    asked: ({ third }) => ({ ...third, lines: [] }),
    expected: (error) => error._tag === "StepOutOfPlace",
  },
];

const runRefusal = async (store: CaseKeeping, { name, asked, expected }: Refusal): Promise<void> => {
  const ref = { programme: "service", case: CaseId.parse(name) } as const;
  const [first, second, third] = sampleSteps("service", ref.case);
  invariant(first !== undefined && second !== undefined && third !== undefined, "a sample case has three steps");
  await appendAll(store, [first, second]);
  const before = await Effect.runPromise(store.read(ref, START));
  const refused = await Effect.runPromise(Effect.result(store.append(asked({ first, third }))));
  holds(Result.isFailure(refused) && expected(refused.failure), `keeps to it: ${name}`);
  const after = await Effect.runPromise(store.read(ref, START));
  holds(Equal.equals(before, after), `writes nothing when ${name}`);
  const next = await Effect.runPromise(store.append(third));
  holds(next.revision === 3, `goes on after ${name}`);
};

const oneOfMany = async (store: CaseKeeping): Promise<void> => {
  const [first, second] = sampleSteps("panel", CaseId.parse("is written to by many at once"));
  invariant(first !== undefined && second !== undefined, "a sample case has two steps");
  await appendAll(store, [first]);
  const tries = Array.from({ length: 6 }, (_, at) => {
    const id = CommandId.parse(`at-once-${at}`);
    const lines = second.lines.map((line) => ({ ...line, command: id }));
    return Effect.result(store.append({ ...second, command: { ...second.command, id }, lines }));
  });
  const outcomes = await Effect.runPromise(Effect.all(tries, { concurrency: "unbounded" }));
  const refused = outcomes.flatMap((outcome) => (Result.isFailure(outcome) ? [outcome.failure] : []));
  holds(refused.length === tries.length - 1, "lets exactly one of many writers at one revision through");
  holds(
    refused.every((error) => error._tag === "RevisionConflict" && error.actual === 2),
    "tells those that came too late where the case stands",
  );
};

const sameTwiceAtOnce = async (store: CaseKeeping): Promise<void> => {
  const ref = { programme: "letter", case: CaseId.parse("is given one command by many at once") } as const;
  const [first] = sampleSteps("letter", ref.case);
  invariant(first !== undefined, "a sample case has a step");
  const tries = Array.from({ length: 6 }, () => store.append(first));
  const answers = await Effect.runPromise(Effect.all(tries, { concurrency: "unbounded" }));
  const { revision } = await Effect.runPromise(store.read(ref, START));
  holds(revision === 1, "writes a command once that is given many times at once");
  holds(
    answers.every((answer) => Equal.equals(answer, { revision: 1, lines: first.lines })),
    "gives everybody the first answer who gave one command at once",
  );
};

const NAMES = ["a", "A", "a\u0000", "a\\u0000", 'a"', "a'", "\uD800", "\uD801", "\uFFFD", "ä", "a\u0308"];

const apart = async (store: CaseKeeping): Promise<void> => {
  const refs = [
    ...PROGRAMMES.map((programme) => refFor(programme, "is in every programme")),
    ...NAMES.map((name) => refFor("panel", `apart ${name} end`)),
  ];
  for (const [at, ref] of refs.entries())
    await appendAll(store, sampleSteps(ref.programme, ref.case).slice(0, 1 + (at % 2)));
  for (const [at, ref] of refs.entries()) {
    const { revision } = await Effect.runPromise(store.read(ref, START));
    holds(revision === 1 + (at % 2), "keeps cases apart by programme, whatever characters their ids are of");
  }
};

const pages = async (store: CaseKeeping): Promise<void> => {
  const mine = Array.from({ length: 7 }, (_, at) => CaseId.parse(`on a page ${at}`));
  for (const id of mine) await appendAll(store, sampleSteps("dialogue", id).slice(0, 2));
  const seen: (readonly [CaseId, Revision])[] = [];
  let after: CaseId | null = null;
  do {
    const page: CasePage = await Effect.runPromise(store.list({ programme: "dialogue", after, limit: 3 }));
    holds(page.cases.length <= 3, "puts no more on a page than was asked for");
    seen.push(...page.cases.map((each) => [each.case, each.revision] as const));
    after = page.next;
  } while (after !== null);
  const found = new Map(seen);
  holds(found.size === seen.length, "lists no case twice");
  holds(
    mine.every((id) => found.get(id) === 2),
    "lists every case, with its revision",
  );
};

/** Everything that a store of cases promises. An adapter is right when every claim runs through on it. */
export const CASE_STORE_CONTRACT: readonly CaseStoreClaim[] = [
  { name: "a case that nobody wrote to is empty", run: emptyCase },
  { name: "a log is read back as it was, from any revision on", run: readsBack },
  { name: "a command given again gets the first answer", run: firstAnswer },
  ...CASES.map((each) => ({ name: each.name, run: (store: CaseKeeping) => runRefusal(store, each) })),
  { name: "one of many writers at one revision gets through", run: oneOfMany },
  { name: "a command given many times at once is written once", run: sameTwiceAtOnce },
  { name: "cases are kept apart by programme, whatever their ids are made of", run: apart },
  { name: "every case is listed once, page by page", run: pages },
];
