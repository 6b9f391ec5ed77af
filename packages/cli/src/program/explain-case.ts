import * as Result from "effect/Result";
import { z } from "zod";
import type { Outcome } from "../command/outcome.ts";
import { readOptions } from "../command/read-options.ts";
import { EXIT } from "../io/exit-code.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { styleFor } from "../io/style.ts";
import { thenDo } from "../io/then-do.ts";
import { wrap } from "../io/wrap.ts";
import { readCase, type StoredCase } from "./case-file.ts";
import { printGates } from "./print-gates.ts";
import { PROGRAMME_OF } from "./programmes.ts";

const ExplainOptions = z.object({ file: z.string().min(1), json: z.boolean().default(false) });

/** Tells a case's record line by line, with the ground of each. It is for the programme alone: both sides are in it. */
export const runExplainCase = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(ExplainOptions, raw), ({ file, json }) =>
    thenDo(readCase(io, file), (stored) => {
      const { programme, id, case: each } = stored;
      if (json) sayJson(io, { programme, id, record: each?.record ?? [] });
      else print(io, stored);
      return Result.succeed(EXIT.ok);
    }),
  );

const print = (io: Io, { programme, id, case: each }: StoredCase): void => {
  const style = styleFor(io);
  say(io, style("bold", `${id} (${programme}), for the programme alone`));
  const record = each?.record ?? [];
  if (record.length === 0) say(io, "Nothing was done yet.");
  const sources = record.length === 0 ? [] : PROGRAMME_OF[programme].sources();
  for (const { seq, act, by, at, from, to, evidence, gates } of record) {
    const lines = [
      `${seq}. ${act} by ${by.id} (${by.side}) at ${at}: from ${from} to ${to}`,
      evidence.length === 0 ? "  no paper is asked" : `  rests on ${evidence.join(", ")}`,
    ];
    for (const line of lines.flatMap(wrap)) say(io, line);
    printGates(io, gates, sources);
  }
};
