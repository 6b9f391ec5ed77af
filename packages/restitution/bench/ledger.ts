/** Posting and allocating payments in memory up to a million entries; replaying and sealing them; one statement. */
import { cpus } from "node:os";
import type { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import { append, entriesOf, type ObligorId, obligorStatement, openLedger, seal } from "../src/index.ts";
import { law, opening, payments, postAll } from "./sample-payments.ts";

const ENTRIES = Number(process.argv[2] ?? 1_000_000);
const BATCH = 100_000;
const payers = Math.max(1, Math.floor(ENTRIES / 50));

/** Seconds of the main thread's own processor time, so that what else the machine does counts little. */
const timed = <Answer>(work: () => Answer): readonly [Answer, number] => {
  const start = process.threadCpuUsage();
  const answer = work();
  const { user, system } = process.threadCpuUsage(start);
  return [answer, (user + system) / 1e6];
};

const say = (what: string, much: string): void => console.log(`${what.padEnd(46)} ${much.padStart(12)}`);
const counted = (number: number): string => Math.round(number).toLocaleString("en-US");

console.log(`node ${process.version}, ${cpus()[0]?.model.trim()}; times are of the main thread's processor\n`);
let ledger = postAll(openLedger(law), opening(payers));
for (let done = 0; ledger.length < ENTRIES;) {
  const commands = payments({ payers, from: done, many: Math.min(BATCH, ENTRIES - ledger.length) });
  const [after, seconds] = timed(() => postAll(ledger, commands));
  ledger = after;
  done += commands.length;
  say(`post and allocate, to ${counted(ledger.length)} entries`, `${counted(commands.length / seconds)}/s`);
}
const entries = entriesOf(ledger);
const [, replay] = timed(() => Result.getOrThrow(append(openLedger(law), entries)));
say(`replay of ${counted(entries.length)} entries`, `${replay.toFixed(2)} s`);
const [, sealing] = timed(() => seal(entries.slice(0, BATCH)));
say("sealing entries in the chain", `${counted(Math.min(BATCH, entries.length) / sealing)}/s`);

const busy = postAll(ledger, payments({ payers: 1, from: ENTRIES, many: 10_000 }));
const asked = { obligor: "o0" as ObligorId, asOf: "2199-01-01" as LocalDate };
const lines = Result.getOrThrow(obligorStatement(busy, asked)).lines.length;
const times = Array.from({ length: 9 }, () => timed(() => obligorStatement(busy, asked))[1]);
const [, , , , middle = 0] = times.toSorted((one, other) => one - other);
say(`statement of an account of ${counted(lines)} lines`, `${(middle * 1000).toFixed(1)} ms`);
