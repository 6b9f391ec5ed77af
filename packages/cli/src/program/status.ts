import * as Result from "effect/Result";
import { z } from "zod";
import type { Outcome } from "../command/outcome.ts";
import { readOptions } from "../command/read-options.ts";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { thenDo } from "../io/then-do.ts";
import { wrap } from "../io/wrap.ts";
import { readCase, type StoredCase } from "./case-file.ts";
import { type OpenStep, openSteps } from "./open-steps.ts";
import { printView } from "./print-view.ts";
import { readDialoguePolicy } from "./read-setting.ts";
import {
  authorView,
  type DialoguePolicy,
  letterState,
  offenderSideView,
  programmeView,
  victimLetterView,
  victimSideView,
} from "@victim-rights/restorative-justice";

const StatusOptions = z.object({
  file: z.string().min(1),
  as: z.enum(["programme", "victim-side", "offender-side"]).default("programme"),
  policy: z.string().min(1).optional(),
  json: z.boolean().default(false),
});
type StatusOptions = z.infer<typeof StatusOptions>;

/** Says where a case stands, as one side may know it. */
export const runStatus = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(StatusOptions, raw), async (options) => {
    const told = await thenDo(readCase(io, options.file), (stored) => tell(io, stored, options));
    return options.as === "offender-side" ? Result.mapError(told, () => UNTOLD) : told;
  });

/** Whatever is wrong with a file would tell something of the case. */
const UNTOLD: Failure = failure(EXIT.badInput, [
  { where: null, problem: "the view cannot be shown", fix: "see the programme's own status" },
]);

const tell = async (io: Io, stored: StoredCase, options: StatusOptions): Promise<Outcome> =>
  thenDo(policyFor(io, stored, options), (policy) => {
    if (options.as === "programme") tellProgramme(io, stored, { json: options.json, policy });
    else {
      const view = options.as === "offender-side" ? offenderView(stored) : victimView(stored, policy);
      if (options.json) sayJson(io, view);
      else printView(io, view);
    }
    return Result.succeed(EXIT.ok);
  });

/** Only a dialogue's policy has words that a view shows: what comes first in danger. */
const policyFor = async (
  io: Io,
  { programme }: StoredCase,
  { policy }: StatusOptions,
): Promise<Result.Result<DialoguePolicy, Failure>> =>
  readDialoguePolicy(io, programme === "dialogue" ? { policy } : {});

const offenderView = (stored: StoredCase): object => {
  if (stored.programme === "dialogue") return offenderSideView(stored.case);
  return stored.case === null ? {} : authorView(stored.case);
};

const victimView = (stored: StoredCase, policy: DialoguePolicy): object => {
  if (stored.programme === "dialogue") return victimSideView(stored.case, policy);
  return stored.case === null ? { letter: stored.id, status: "nothing_to_tell" } : victimLetterView(stored.case);
};

type Telling = { readonly json: boolean; readonly policy: DialoguePolicy };

const tellProgramme = (io: Io, stored: StoredCase, { json, policy }: Telling): void => {
  const first = stored.programme === "dialogue" ? programmeView(stored.case, policy).first : null;
  const state = stateOf(stored);
  const open = openSteps(stored, state);
  const { programme, id, case: each } = stored;
  if (json) return sayJson(io, { first, programme, id, state, open, case: each });
  const lines = [
    ...(first === null ? [] : [first, ""]),
    `${id} (${programme}): ${state ?? "not handed in yet"}`,
    ...sinceLines(stored),
    open.length === 0
      ? "No step is open."
      : "Steps that the table has from here; gates decide when they are asked for:",
    ...open.map(stepLine),
  ];
  for (const line of lines.flatMap(wrap)) say(io, line);
};

const sinceLines = ({ case: each }: StoredCase): readonly string[] => {
  const last = each?.record.at(-1);
  return last === undefined ? [] : [`  since ${last.at}, by ${last.act} (record line ${last.seq})`];
};

const stateOf = (stored: StoredCase): string | null => {
  if (stored.programme === "dialogue") return stored.case.state;
  return stored.case === null ? null : letterState(stored.case);
};

const stepLine = ({ act, to, by, gates }: OpenStep): string =>
  `  ${act} by ${by.join(", ")}: to ${to.join(" or ")}${gates.length === 0 ? "" : ` (${gates.join(", ")})`}`;
