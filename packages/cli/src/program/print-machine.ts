import { resolve } from "node:path";
import { type Chart, chartToMermaid, chartToSvg } from "@victim-rights/rules/authoring";
import * as Result from "effect/Result";
import { z } from "zod";
import { writeTogether } from "../author/write-together.ts";
import type { Outcome } from "../command/outcome.ts";
import { readOptions } from "../command/read-options.ts";
import { EXIT } from "../io/exit-code.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { chartOfMachine } from "./chart-of-machine.ts";
import { PROGRAMME_OF, PROGRAMMES } from "./programmes.ts";

const FORMATS: Readonly<Record<"mermaid" | "svg", (chart: Chart) => string>> = {
  mermaid: chartToMermaid,
  svg: chartToSvg,
};

/** What `print` takes for a question and has no meaning for a programme. */
const OF_QUESTIONS = ["question", "jurisdiction", "rules", "asOf", "enable", "rule", "maxNodes", "trust"] as const;

const PrintMachineOptions = z
  .looseObject({
    program: z.enum(PROGRAMMES),
    format: z.enum(["mermaid", "svg"]).default("mermaid"),
    out: z.string().min(1).optional(),
    json: z.boolean().default(false),
  })
  .superRefine((given, context) => {
    for (const name of OF_QUESTIONS)
      if (given[name] !== undefined)
        context.addIssue({
          code: "custom",
          path: [name],
          message: "a programme's steps have no such thing; leave it out",
        });
  });

/** Draws a programme's steps from the table that the code itself follows. */
export const runPrintMachine = async (raw: unknown, io: Io): Promise<Outcome> =>
  Result.map(readOptions(PrintMachineOptions, raw), ({ program, format, out, json }) => {
    const { machine } = PROGRAMME_OF[program];
    const chart = chartOfMachine(machine);
    if (out !== undefined) writeTogether(new Map([[resolve(io.cwd, out), FORMATS[format](chart)]]));
    if (json) sayJson(io, { program, machine, mermaid: chartToMermaid(chart), ...(out === undefined ? {} : { out }) });
    else if (out === undefined) io.out(FORMATS[format](chart));
    else say(io, `the steps of the ${program} programme: wrote ${out}`);
    return EXIT.ok;
  });
