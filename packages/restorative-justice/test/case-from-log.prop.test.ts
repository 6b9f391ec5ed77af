import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryMoves } from "../src/dialogue/arbitrary/arbitrary-moves.ts";
import { dialogueFromLog } from "../src/dialogue/advance-dialogue.ts";
import { letterFromLog } from "../src/letter/advance-letter.ts";
import { panelFromLog } from "../src/panel/advance-panel.ts";
import { PanelState } from "../src/panel/panel-state.ts";
import type { ProgrammeCase } from "../src/programme/advance-case.ts";
import { type LogBroken, type StoredLog } from "../src/programme/case-from-log.ts";
import type { ProgrammeCommand } from "../src/programme/command.ts";
import type { CaseId } from "../src/programme/ids.ts";
import { serviceFromLog } from "../src/service/advance-service.ts";
import { ServiceState } from "../src/service/service-state.ts";
import { emptyCase, play as playDialogue } from "./dialogue/stage.ts";
import { plays } from "./letter-play.ts";
import * as panels from "./panel-speakers.ts";
import * as services from "./service-orders.ts";

const RUNS = { numRuns: 150 };

type AnyCase = ProgrammeCase<string, ProgrammeCommand> & { readonly id: CaseId };
type Log<Case extends AnyCase> = Pick<Case, "id" | "commands" | "record">;

const logOf = <Case extends AnyCase>({ id, commands, record }: Case): Log<Case> => ({ id, commands, record });

/** What a store gives back: the same bytes, and no object of the case that was written. */
const stored = <Case extends AnyCase>(each: Case): Log<Case> => JSON.parse(JSON.stringify(logOf(each)));

/** One edit of a log that its programme cannot have written. */
const EDITS: Readonly<Record<string, (log: StoredLog<string, ProgrammeCommand>, at: number) => object>> = {
  "a line left out": ({ record, ...log }, at) => ({ ...log, record: record.filter((_, place) => place !== at) }),
  "a line twice": ({ record, ...log }, at) => ({ ...log, record: [...record, record[at]] }),
  "a command left out": ({ commands, ...log }, at) => ({
    ...log,
    commands: commands.filter((_, place) => place !== at % commands.length),
  }),
  "another state": ({ record, ...log }, at) => ({
    ...log,
    record: record.map((line, place) => (place === at ? { ...line, to: "elsewhere" } : line)),
  }),
  "another hand": ({ record, ...log }, at) => ({
    ...log,
    record: record.map((line, place) => (place === at ? { ...line, by: { ...line.by, id: "somebody" } } : line)),
  }),
  "another gate's answer": ({ record, ...log }, at) => ({
    ...log,
    record: record.map((line, place) =>
      place === at ? { ...line, gates: [...line.gates, { gate: "G99", outcome: "pass" }] } : line,
    ),
  }),
  "a gate's answer left out": ({ record, ...log }, at) => ({
    ...log,
    record: record.map((line, place) => (place === at ? { ...line, gates: line.gates.slice(1) } : line)),
  }),
  "a gate that stopped": ({ record, ...log }, at) => ({
    ...log,
    record: record.map((line, place) =>
      // What is asked for the record alone may have come out any way.
      place === at && line.act !== "set-site-aside"
        ? { ...line, gates: line.gates.map((gate) => ({ ...gate, outcome: "hold" })) }
        : line,
    ),
  }),
  "another id": (log) => ({ ...log, id: "another", record: [...log.record].reverse() }),
};

const folds = <Case extends AnyCase>(
  name: string,
  cases: fc.Arbitrary<Case>,
  fromLog: (log: Log<Case>) => Result.Result<Case, LogBroken>,
): void => {
  describe(`the log of a ${name}`, () => {
    test("gives the live case again, byte for byte", () => {
      let lines = 0;
      fc.assert(
        fc.property(cases, (live) => {
          lines += live.record.length;
          for (const log of [logOf(live), stored(live)]) {
            const folded = Result.getOrThrow(fromLog(log));
            expect(folded).toEqual(live);
            expect(JSON.stringify(folded)).toBe(JSON.stringify(live));
          }
        }),
        RUNS,
      );
      expect(lines).toBeGreaterThan(300);
    });

    test("that was edited is refused, and the refusal holds nothing of its content", () => {
      fc.assert(
        fc.property(cases, fc.constantFrom(...Object.keys(EDITS)), fc.nat(), (live, edit, place) => {
          const edited = EDITS[edit]?.(stored(live), place % live.record.length) as Log<Case>;
          if (live.record.length < 2 || JSON.stringify(edited) === JSON.stringify(logOf(live))) return;
          const outcome = fromLog(edited);
          expect(Result.isFailure(outcome)).toBe(true);
          const said = Result.isFailure(outcome) ? outcome.failure.message : "";
          expect(said).toMatch(/^(?:record line \d+ |command \d+ |the case does not begin with its own `\w+`$)/u);
          for (const { id, by } of live.commands)
            expect([said.includes(id), said.includes(by.id)]).toEqual([false, false]);
        }),
        RUNS,
      );
    });
  });
};

folds(
  "dialogue",
  arbitraryMoves.map((moves) => playDialogue(moves).at(-1)?.after ?? emptyCase),
  dialogueFromLog,
);
folds(
  "letter",
  plays.map(({ last }) => last),
  letterFromLog,
);
const speakers = PanelState.options.map((state) => panels.speakerIn(state));
folds(
  "speaker",
  fc.tuple(fc.constantFrom(...speakers), panels.rolls).map(([speaker, steps]) => panels.play(speaker, steps).last),
  panelFromLog,
);
const orders = ServiceState.options.map((state) => services.serviceIn(state));
folds(
  "order of service",
  fc.tuple(fc.constantFrom(...orders), services.rolls).map(([order, steps]) => services.play(order, steps).last),
  serviceFromLog,
);
