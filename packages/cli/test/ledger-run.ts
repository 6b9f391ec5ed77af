import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command, entriesOf, type Entry, type Ledger, record } from "@victim-rights/restitution";
import * as Result from "effect/Result";
import { appendLines } from "../src/ledger/append-lines.ts";
import { emptyJournal, type Journal, readJournal } from "../src/ledger/read-journal.ts";
import { run, type Surroundings } from "./captured-io.ts";
import { temporaryFolder } from "./temporary.ts";

/** The three states' own rules. */
const RULES = join(import.meta.dirname, "../../../rules");

type Stated = Readonly<Record<string, unknown>>;

/** A command as an agency writes it; what is left out is stated for it. */
export const stated = (id: string, rest: Stated): Stated => ({
  id,
  document: `paper of ${id}`,
  effectiveOn: "2026-01-05",
  postedAt: "2026-11-02T18:00:00.000Z",
  ...rest,
});

const payee = (id: string, kind: string, address: string | null): Stated =>
  stated(`open-${id}`, { do: "open-payee", payee: id, kind, name: `Zelda ${id}`, address });

const owed = (id: string, own: string, cents: number): Stated => ({
  id: `${id}-1`,
  class: own,
  payee: id,
  cents,
  bound: [
    { obligor: "O1", capCents: null },
    { obligor: "O2", capCents: 50_000 },
  ],
});

/** One order, two victims, of whom one cannot be found, an insurer and a programme, and two who owe them together. */
export const OPENING: readonly Stated[] = [
  payee("V1", "natural-person", "1 Private Street"),
  payee("V2", "natural-person", null),
  payee("P1", "compensation-programme", "2 Private Street"),
  payee("I1", "insurer", "3 Private Street"),
  stated("open-O1", { do: "open-obligor", obligor: "O1", name: "Zelda O1" }),
  stated("open-O2", { do: "open-obligor", obligor: "O2", name: "Zelda O2" }),
  stated("order-1", {
    do: "enter-order",
    order: "ORDER-1",
    cause: "DC-25-1",
    grade: "felony",
    obligations: [
      owed("V1", "victim", 200_000),
      owed("V2", "victim", 100_000),
      owed("P1", "compensation-programme", 50_000),
      owed("I1", "insurer", 75_000),
    ],
  }),
];

/** A payment. */
export const pays = (id: string, cents: number, rest: Stated = {}): Stated =>
  stated(id, {
    do: "receive-payment",
    obligor: "O1",
    cents,
    currency: "USD",
    purpose: "restitution",
    from: "payer",
    grade: "felony",
    effectiveOn: "2026-03-02",
    ...rest,
  });

/** What the Montana agency of these tests has decided. */
export const POLICY = {
  jurisdiction: "us-mt",
  choices: [
    ["earlier-judgment-or-individuals-first", "earlier-judgment-first"],
    ["five-hundred-ordered-or-remaining", "ordered"],
  ].map(([choice, option]) => ({ choice, option, decidedBy: "restitution officer", decidedOn: "2026-01-02" })),
};

/** Something that the test knows to be there. */
export const there = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new Error("it is not there");
  return value;
};

/** A folder with a policy in it, in which the verbs are run. */
export const desk = () => {
  const cwd = temporaryFolder();
  const policy = join(cwd, "policy.json");
  writeFileSync(policy, JSON.stringify(POLICY));
  const path = join(cwd, "journal.jsonl");
  const law = (state = "us-mt") => ["-j", state, "--rules", RULES, ...(state === "us-mt" ? ["--policy", policy] : [])];
  return {
    cwd,
    path,
    law,
    text: () => readFileSync(path, "utf8"),
    ledger: (argv: readonly string[], more: Surroundings = {}) => run(["ledger", ...argv], { cwd, ...more }),
    post: (commands: readonly Stated[], ...more: readonly string[]) =>
      run(["ledger", "post", "journal.jsonl", ...law(), "--commands", "-", ...more], {
        cwd,
        stdin: commands.map((each) => JSON.stringify(each)).join("\n"),
      }),
  };
};

/** Entries as a ledger without any law makes them: money that comes in waits. */
export const entriesOfCommands = (commands: readonly Stated[]): readonly Entry[] =>
  entriesOf(
    commands.reduce<Ledger>(
      (ledger, command) => Result.getOrThrow(record(ledger, Command.parse(command))).ledger,
      emptyJournal().ledger,
    ),
  );

const silent = { signal: new AbortController().signal };

/** Reads a journal that is not broken. */
export const readWhole = async (path: string): Promise<Journal> => Result.getOrThrow(await readJournal(silent, path));

/** Reads whatever lies there. */
export const readAny = (path: string) => readJournal(silent, path);

/** Writes a journal in several writes, each of which counts as a whole, and gives its text. */
export const journalOf = async (path: string, writes: readonly (readonly Entry[])[]): Promise<string> => {
  let journal = emptyJournal();
  for (const entries of writes) {
    appendLines(path, journal, entries);
    journal = await readWhole(path);
  }
  return readFileSync(path, "utf8");
};
