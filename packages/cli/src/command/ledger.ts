import type { Command } from "commander";
import { runExplainEntry } from "../ledger/explain.ts";
import { runExportJournal } from "../ledger/export.ts";
import { runPost } from "../ledger/post.ts";
import { runRunDisbursement } from "../ledger/run-disbursement.ts";
import { runStatement } from "../ledger/statement.ts";
import { runVerifyJournal } from "../ledger/verify.ts";
import type { AddCommand, Choose } from "./outcome.ts";
import { addStateOptions } from "./shared-options.ts";

/** Adds `ledger` to the command line, with what can be done to a journal. */
export const addLedger: AddCommand = (program, choose) => {
  const ledger = program
    .command("ledger")
    .description("the restitution ledger in a journal file: post, pay out, verify, state and explain");
  addPost(ledger, choose);
  addVerify(ledger, choose);
  addRunDisbursement(ledger, choose);
  addStatement(ledger, choose);
  addExplain(ledger, choose);
  addExport(ledger, choose);
};

const addLawOptions = (command: Command): Command =>
  addStateOptions(command).option("--policy <file>", "what the agency decided where the law leaves it open, as JSON");

const DROP_TORN = ["--drop-torn", "move the end of a write that was cut off into a file beside the journal"] as const;

const addPost: AddCommand = (ledger, choose) =>
  void addLawOptions(ledger.command("post <journal>"))
    .description("post commands to a journal, all of them or none")
    .option("--commands <file>", "the commands as JSON Lines or a JSON array; `-` reads standard input")
    .option("--create", "begin the journal when it is not there")
    .option(...DROP_TORN)
    .action((journal: string, options: object) => choose(runPost, { ...options, journal }));

const addVerify: AddCommand = (ledger, choose) =>
  void ledger
    .command("verify <journal>")
    .description("say whether a journal is as it was written, and name the first entry that is not")
    .option(
      "--head <head>",
      "the head that was kept elsewhere, `HASH` or `SEQ:HASH`: nothing up to it was cut off since",
    )
    .option("--json", "print JSON for another program")
    .action((journal: string, options: object) => choose(runVerifyJournal, { ...options, journal }));

const addRunDisbursement = (ledger: Command, choose: Choose): void =>
  void addLawOptions(ledger.command("run-disbursement <journal>"))
    .description("pay out what is payable, as the state's timing says, and say who is held and why")
    .option("--on <date>", "the day of the run, YYYY-MM-DD")
    .option("--id <id>", "what the run is called, once and for all")
    .option("--document <ref>", "the paper that it rests on")
    .option("--minimum <how>", "by-rule or none: whether the state's minimum and timing decide (default: by-rule)")
    .option("--dry-run", "say who would be paid, and post nothing")
    .option(...DROP_TORN)
    .action((journal: string, options: object) => choose(runRunDisbursement, { ...options, journal }));

const addStatement: AddCommand = (ledger, choose) =>
  void addStateOptions(ledger.command("statement <journal>"))
    .description("state what a payee is owed and got, or an obligor owes and paid, as of any day")
    .option("--payee <id>", "whose statement")
    .option("--obligor <id>", "whose statement")
    .option("--as-of <date>", "the day, YYYY-MM-DD")
    .option("--from <date>", "the first day of its lines; what came before is brought forward")
    .option("--known-on <date>", "only what was recorded by the end of this day (default: with all corrections since)")
    .option("--csv", "print its lines as CSV")
    .option("--html <file>", "write a page with a chart, for its owner alone to read")
    .action((journal: string, options: object) => choose(runStatement, { ...options, journal }));

const addExplain: AddCommand = (ledger, choose) =>
  void addStateOptions(ledger.command("explain <journal>"))
    .description("say why the money of a payment went where it went, or why a payee got what they got")
    .option("--entry <id>", "a payment, for staff: it names payees")
    .option("--payee <id>", "a payee, with --disbursement: it names nobody else")
    .option("--disbursement <id>", "what the payee got")
    .action((journal: string, options: object) => choose(runExplainEntry, { ...options, journal }));

const addExport: AddCommand = (ledger, choose) =>
  void ledger
    .command("export <journal>")
    .description("write the money of a journal for hledger, beancount or a spreadsheet")
    .option("--format <name>", "hledger, beancount or csv")
    .option("--out <file>", "the file to write (default: print)")
    .action((journal: string, options: object) => choose(runExportJournal, { ...options, journal }));
