import { runAdvance } from "../program/advance.ts";
import { runExplainCase } from "../program/explain-case.ts";
import { runStatus } from "../program/status.ts";
import type { AddCommand } from "./outcome.ts";
import { addStateOptions } from "./shared-options.ts";

const NOTE = `
Experimental: see the package @victim-rights/restorative-justice.

FILE is one case: {"programme": "dialogue", "letter", "panel" or "service", "id": "…", "commands": [], "record": []}
begins one. With --jurisdiction a dialogue is decided by what that state's own file says, with --policy on top of it.
An open danger comes first: until somebody attended to it, only steps that stop a case are taken.`;

/** Adds `program` to the command line, with what can be done to a case of a restorative programme. */
export const addProgramCase: AddCommand = (root, choose) => {
  const program = root
    .command("program")
    .description(
      "a restorative programme's case in a file: where it stands, take one step, explain its record (experimental)",
    )
    .addHelpText("after", NOTE);
  addStateOptions(program.command("status <file>"))
    .description("say where a case stands, as one side may know it")
    .option("--as <side>", "programme, victim-side or offender-side (default: programme)")
    .option("--policy <file>", "what the agency decided, as JSON: its words for danger come first")
    .action((file: string, options: object) => choose(runStatus, { ...options, file }));
  addStateOptions(program.command("advance <file>"))
    .description("give one command to a case; gates that stop it are told, every one, and leave the file as it is")
    .option("--command <file>", "the command, as JSON")
    .option("--facts <file>", "what is known, as JSON (default: nothing, which opens no gate and stops no withdrawal)")
    .option("--policy <file>", "what the agency decided, as JSON (default: the house's own, which opens least)")
    .option(
      "--as <side>",
      "programme, victim-side or offender-side: print only what that side may hear of its own command",
    )
    .action((file: string, options: object) => choose(runAdvance, { ...options, file }));
  program
    .command("explain <file>")
    .description("tell a case's record with the ground of every step, for the programme alone")
    .option("--json", "print JSON for another program")
    .action((file: string, options: object) => choose(runExplainCase, { ...options, file }));
};
