import { runScreen } from "../screen/screen.ts";
import type { AddCommand } from "./outcome.ts";

const NOTE = `
Experimental, and not a validated instrument: a screening can only raise concern, and a named person decides.

Exit codes of screen: 0 when it ran to an end, whatever was found (no exit code is a clearance); 2 or 3 when it was
called wrongly or a file does not fit; 130 when it was left by \`quit\` or Ctrl-C, with nothing written.`;

/** Adds `screen` to the command line. */
export const addScreen: AddCommand = (program, choose) =>
  void program
    .command("screen")
    .description("ask a victim, alone and in private, about safety, and say what raises concern (experimental)")
    .option("--by <id>", "who asks, as the programme's records name them")
    .option("--trained", "whoever asks was trained for this instrument (default: not, and the screen is incomplete)")
    .option("--id <id>", "what the screen is called, once and for all (default: by its moment)")
    .option(
      "--instrument <file>",
      "an instrument's words that the agency has by licence (default: the built-in inventory)",
    )
    .option("--answers <file>", "a screen that was recorded, as JSON; nobody is asked anything")
    .option(
      "--out <file>",
      "write the screen and its result, for its owner alone to read; nothing else keeps the answers",
    )
    .option("--json", "print JSON for another program")
    .addHelpText("after", NOTE)
    .action((options: object) => choose(runScreen, { ...options }));
