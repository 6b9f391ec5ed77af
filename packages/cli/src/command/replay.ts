import { JurisdictionId } from "@victim-rights/core";
import type { Law } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { z } from "zod";
import { readFacts } from "../facts/read-facts.ts";
import { EXIT } from "../io/exit-code.ts";
import type { Failure } from "../io/failure.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { readJsonFile } from "../io/read-json-file.ts";
import { styleFor } from "../io/style.ts";
import { thenDo } from "../io/then-do.ts";
import { wrap } from "../io/wrap.ts";
import { loadAtRef } from "../law/load-at-ref.ts";
import { loadState } from "../law/load-state.ts";
import { SIGNATURE_OPTIONS } from "../pack/signature-wanted.ts";
import { ReceiptFile } from "../replay/receipt-file.ts";
import { type Replayed, replayReceipt } from "../replay/replay-receipt.ts";
import type { AddCommand, Outcome } from "./outcome.ts";
import { readOptions } from "./read-options.ts";
import { addStateOptions } from "./shared-options.ts";

const ReplayOptions = z.object({
  receipt: z.string().min(1),
  facts: z.string().min(1),
  jurisdiction: JurisdictionId.optional(),
  rules: z.string().min(1).optional(),
  rulesAt: z.string().min(1).optional(),
  json: z.boolean().default(false),
  ...SIGNATURE_OPTIONS,
});
type ReplayOptions = z.infer<typeof ReplayOptions>;

/** Decides again as a receipt records, and says that every byte is the same, or what is not. */
const runReplay = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(ReplayOptions, raw), (options) =>
    thenDo(readJsonFile(io, { path: options.receipt, what: "receipt", schema: ReceiptFile }), (file) =>
      thenDo(rulesFor(io, file, options), (law) =>
        thenDo(readFacts(io, options.facts), (facts) =>
          Result.map(replayReceipt(file, { law, facts, factsFile: options.facts }), (replayed) => {
            if (options.json) sayJson(io, inJson(file, replayed));
            else print(io, file, replayed);
            return replayed.differences.length === 0 ? EXIT.ok : EXIT.findings;
          }),
        ),
      ),
    ),
  );

/** The rules that are here, or as they were at a ref of git. */
const rulesFor = (io: Io, { receipt }: ReceiptFile, options: ReplayOptions): Promise<Result.Result<Law, Failure>> => {
  const wanted = { ...options, jurisdiction: options.jurisdiction ?? receipt.jurisdiction };
  return options.rulesAt === undefined ? loadState(io, wanted) : loadAtRef(io, { ...wanted, ref: options.rulesAt });
};

const inJson = ({ receipt }: ReceiptFile, { determination, differences }: Replayed): unknown => ({
  reproduced: differences.length === 0,
  receipt,
  here: determination?.receipt ?? null,
  differences,
});

const print = (io: Io, { receipt, determination }: ReceiptFile, { differences }: Replayed): void => {
  const style = styleFor(io);
  const { answer, jurisdiction, question, asOf, edition } = receipt;
  const about = `${jurisdiction} ${question}, as of ${asOf} (edition ${edition})`;
  if (differences.length === 0) {
    const what = determination === null ? "the receipt" : "the whole answer, with its receipt,";
    say(io, `${style("green", "reproduced")}  ${answer}  ${about}`);
    say(io, `  ${what} is the same to the byte`);
    return;
  }
  say(io, `${style("red", "not reproduced")}  ${about}`);
  for (const { field, words } of differences) for (const line of wrap(`  ${field}: ${words}`)) say(io, line);
};

/** Adds `replay` to the command line. */
export const addReplay: AddCommand = (program, choose) =>
  void addStateOptions(program.command("replay <receipt>"))
    .description("decide again as a receipt records, and say what differs; takes what `decide --json` printed as well")
    .option("--facts <file>", "the facts as JSON; `-` reads standard input")
    .option("--rules-at <ref>", "read the rules as they were in a commit, branch or tag of git")
    .action((receipt: string, options: object) => choose(runReplay, { ...options, receipt }));
