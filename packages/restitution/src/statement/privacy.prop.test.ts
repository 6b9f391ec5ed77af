import { addDays, type LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIRST_DAY, OBLIGORS, PAYEES } from "../arbitrary/arbitrary-command.ts";
import { arbitraryLedger, type Played } from "../arbitrary/arbitrary-ledger.ts";
import { Command } from "../ledger/command.ts";
import type { ObligorId, PayeeId } from "../ledger/ids.ts";
import { entriesOf, type Ledger, openLedger } from "../ledger/ledger.ts";
import { record } from "../ledger/post/post.ts";
import { explainToPayee } from "./explain-to-payee.ts";
import { obligorStatement } from "./obligor-statement.ts";
import { payeeStatement } from "./payee-statement.ts";

const day = fc.nat({ max: 40 }).map((days): LocalDate => addDays(FIRST_DAY, days));
const played = arbitraryLedger({ most: 15 });
const RUNS = { numRuns: 1_000 };

/** An id that is found in a text if it is there at all: the class `insurer` is not the payee `insurer`. */
const marked = (id: string): string => `SECRET-${id}-TERCES`;

const PARTIES: readonly string[] = [...PAYEES, ...OBLIGORS];
/** Fields whose words are words of law, and name nobody. */
const WORDS = new Set(["class", "kind"]);
/** Fields in which an agency may write anything. */
const SAID = new Set(["name", "address", "document"]);

/** The same commands with every name, address, paper and id of somebody, and every debt of a payee, marked. */
const mark = (command: Command): Command => Command.parse(markIn("", command));

const markIn = (key: string, each: unknown): unknown => {
  if (Array.isArray(each)) return each.map((one) => markIn(key, one));
  if (typeof each === "object" && each !== null)
    return Object.fromEntries(Object.entries(each).map(([name, one]) => [name, markIn(name, one)]));
  return typeof each === "string" ? markText(key, each) : each;
};

const markText = (key: string, text: string): string => {
  if (SAID.has(key) || /^debt-\d+$/u.test(text)) return marked(text);
  // A disbursement of a run is named after its payee.
  if (key === "entry" || key === "disbursement") return text.replace(/#(.+)$/u, (_all, id) => `#${marked(id)}`);
  return PARTIES.includes(text) && !WORDS.has(key) ? marked(text) : text;
};

const replay = ({ ledger, commands }: Played, change: (command: Command) => Command): Ledger =>
  commands.reduce<Ledger>((sofar, command) => {
    const recorded = record(sofar, change(command));
    return Result.isSuccess(recorded) ? recorded.success.ledger : sofar;
  }, openLedger(ledger.law));

/** Everything that names a party or belongs to it. */
const secretsOf = (ledger: Ledger, isOther: (party: string) => boolean): readonly string[] =>
  entriesOf(ledger).flatMap(({ command }) => {
    if (command.do === "enter-order")
      return command.obligations.filter(({ payee }) => isOther(payee)).map(({ id }) => id);
    const party = "obligor" in command ? command.obligor : "payee" in command ? command.payee : "";
    const said = [party, "name" in command ? command.name : null, "address" in command ? command.address : null];
    return isOther(party) ? said.filter((each) => each !== null && each !== "") : [];
  }) as readonly string[];

/** Everything that is ever told to a payee. */
const toldTo = (ledger: Ledger, payee: PayeeId, asOf: LocalDate): string =>
  JSON.stringify([
    payeeStatement(ledger, { payee, asOf }),
    payeeStatement(ledger, { payee, asOf: "2200-12-31" as LocalDate }),
    ...entriesOf(ledger).map(({ seq }) => explainToPayee(ledger, { payee, entry: seq })),
  ]);

describe("what is told to a payee", () => {
  test("holds no name, address, id or debt of any other payee, no obligor and no paper", () => {
    fc.assert(
      fc.property(played, fc.constantFrom(...PAYEES), day, (run, id, asOf) => {
        const ledger = replay(run, mark);
        const payee = marked(id) as PayeeId;
        const told = toldTo(ledger, payee, asOf);
        expect(told).toContain(payee);
        const secrets = secretsOf(ledger, (party) => party !== payee);
        const papers = entriesOf(ledger).map(({ command }) => command.document);
        expect([...secrets, ...papers].filter((secret) => told.includes(secret))).toEqual([]);
      }),
      RUNS,
    );
  });

  test("is the same to the byte whatever another payee is called and wherever they live", () => {
    fc.assert(
      fc.property(played, fc.constantFrom(...PAYEES), day, (run, id, asOf) => {
        const payee = id as string as PayeeId;
        const changed = replay(run, (command) => {
          if (command.do === "open-payee" && command.payee !== payee)
            return { ...command, name: `Other ${command.name}`, address: `Other ${command.address ?? ""}` };
          if (command.do !== "change-address" || command.payee === payee || command.address === null) return command;
          return { ...command, address: `Other ${command.address}` };
        });
        expect(toldTo(changed, payee, asOf)).toBe(toldTo(run.ledger, payee, asOf));
      }),
      RUNS,
    );
  });
});

describe("obligorStatement", () => {
  test("holds no name, address, id or debt of a payee, and no other obligor", () => {
    fc.assert(
      fc.property(played, fc.constantFrom(...OBLIGORS), day, (run, id, asOf) => {
        const ledger = replay(run, mark);
        const obligor = marked(id) as ObligorId;
        const told = JSON.stringify([
          obligorStatement(ledger, { obligor, asOf }),
          obligorStatement(ledger, { obligor, asOf: "2200-12-31" as LocalDate }),
        ]);
        expect(told).toContain(obligor);
        const secrets = secretsOf(ledger, (party) => party !== obligor);
        expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
      }),
      RUNS,
    );
  });
});
