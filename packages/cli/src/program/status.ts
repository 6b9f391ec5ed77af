import * as Result from "effect/Result";
import { z } from "zod";
import type { Outcome } from "../command/outcome.ts";
import { readOptions } from "../command/read-options.ts";
import { EXIT } from "../io/exit-code.ts";
import type { Failure } from "../io/failure.ts";
import { type Io, say, sayJson } from "../io/io.ts";
import { thenDo } from "../io/then-do.ts";
import { wrap } from "../io/wrap.ts";
import { readCase, type StoredCase } from "./case-file.ts";
import { type OpenStep, openSteps } from "./open-steps.ts";
import { printView } from "./print-view.ts";
import { PROGRAMME_OF } from "./programmes.ts";
import {
  HOUSE_SERVICE_POLICY,
  readDialoguePolicy,
  readLetterPolicy,
  readPanelPolicy,
  readServicePolicy,
} from "./read-setting.ts";
import { STATE_POLICY_OPTIONS, stateWanted } from "./state-wanted.ts";
import { UNTOLD } from "./untold.ts";
import { firstInCase, offenderViewOf, victimViewOf } from "./views-of.ts";
import { type DangerPolicy, letterState } from "@victim-rights/restorative-justice";

const StatusOptions = z.object({
  file: z.string().min(1),
  as: z.enum(["programme", "victim-side", "offender-side"]).default("programme"),
  policy: z.string().min(1).optional(),
  ...STATE_POLICY_OPTIONS,
  json: z.boolean().default(false),
});
type StatusOptions = z.infer<typeof StatusOptions>;

/** Says where a case stands, as one side may know it. */
export const runStatus = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(StatusOptions, raw), async (options) => {
    const told = await thenDo(readCase(io, options.file), (stored) => tell(io, stored, options));
    return options.as === "offender-side" ? Result.mapError(told, () => UNTOLD) : told;
  });

const tell = async (io: Io, stored: StoredCase, options: StatusOptions): Promise<Outcome> =>
  thenDo(policyFor(io, stored, options), (policy) => {
    if (options.as === "programme") tellProgramme(io, stored, { json: options.json, policy });
    else {
      const view = options.as === "offender-side" ? offenderViewOf(stored) : victimViewOf(stored, policy);
      if (options.json) sayJson(io, view);
      else printView(io, view);
    }
    return Result.succeed(EXIT.ok);
  });

/** A view shows of a policy what comes first in danger, and nothing else. */
const policyFor = async (
  io: Io,
  { programme }: StoredCase,
  options: StatusOptions,
): Promise<Result.Result<DangerPolicy, Failure>> => {
  const { policy } = options;
  return thenDo(stateWanted(programme, options), async (state): Promise<Result.Result<DangerPolicy, Failure>> => {
    if (programme === "service" && policy === undefined) return Result.succeed(HOUSE_SERVICE_POLICY);
    return POLICIES[programme](io, { policy, state });
  });
};

const POLICIES = {
  dialogue: readDialoguePolicy,
  letter: readLetterPolicy,
  panel: readPanelPolicy,
  service: readServicePolicy,
} as const;

type Telling = { readonly json: boolean; readonly policy: DangerPolicy };

const tellProgramme = (io: Io, stored: StoredCase, { json, policy }: Telling): void => {
  const first = firstInCase(stored, policy);
  const state = stateOf(stored);
  const open = openSteps(stored, state);
  const { programme, id, case: each } = stored;
  if (json) return sayJson(io, { first, programme, id, state, open, case: each });
  const lines = [
    ...(first === null ? [] : [first, ""]),
    `${id} (${programme}): ${state ?? PROGRAMME_OF[programme].unopened}`,
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
  if (stored.case === null) return null;
  return stored.programme === "letter" ? letterState(stored.case) : stored.case.state;
};

const stepLine = ({ act, to, by, gates }: OpenStep): string =>
  `  ${act} by ${by.join(", ")}: to ${to.join(" or ")}${gates.length === 0 ? "" : ` (${gates.join(", ")})`}`;
