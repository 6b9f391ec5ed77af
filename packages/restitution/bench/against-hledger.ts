/** Reading a ledger: our journal against hledger on the exported one, in one run; both add up every balance. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import * as Result from "effect/Result";
import { append, type Entry, entriesOf, openLedger, toHledger } from "../src/index.ts";
import { law, opening, payments, postAll } from "./sample-payments.ts";

const ENTRIES = Number(process.argv[2] ?? 50_000);
const payers = Math.max(1, Math.floor(ENTRIES / 50));
const folder = mkdtempSync(join(tmpdir(), "ledger-bench-"));
const [ours, theirs] = [join(folder, "journal.jsonl"), join(folder, "export.journal")];

const seconds = (work: () => void): number => {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
};

try {
  const version = execFileSync("hledger", ["--version"], { encoding: "utf8" }).trim();
  const opened = postAll(openLedger(law), opening(payers));
  const ledger = postAll(opened, payments({ payers, from: 0, many: ENTRIES - opened.length }));
  const lines = entriesOf(ledger).map((entry) => `${JSON.stringify(entry)}\n`);
  writeFileSync(ours, lines.join(""));
  writeFileSync(theirs, [...toHledger(ledger)].join(""));
  const our = seconds(() => {
    const read = readFileSync(ours, "utf8").trimEnd().split("\n");
    Result.getOrThrow(
      append(
        openLedger(law),
        read.map((line) => JSON.parse(line) as Entry),
      ),
    );
  });
  const their = seconds(() => execFileSync("hledger", ["-f", theirs, "bal"], { encoding: "utf8", maxBuffer: 2 ** 28 }));
  console.log(`node ${process.version}, ${version}, ${cpus()[0]?.model.trim()}`);
  console.log(`${ledger.length.toLocaleString("en-US")} entries, read and added up:`);
  console.log(`  this library, its own journal   ${our.toFixed(2)} s`);
  console.log(`  hledger, the exported journal   ${their.toFixed(2)} s`);
  console.log(`  ratio                           ${(their / our).toFixed(1)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
