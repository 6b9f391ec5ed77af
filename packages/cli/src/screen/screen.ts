import {
  evaluateScreen,
  formatScreenProblem,
  openScreening,
  readScreen,
  type Screen,
  type Screening,
  ScreenId,
} from "@victim-rights/restorative-justice";
import * as Result from "effect/Result";
import { z } from "zod";
import type { Outcome } from "../command/outcome.ts";
import { readOptions } from "../command/read-options.ts";
import { now } from "../io/clock.ts";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure } from "../io/failure.ts";
import { hearStop } from "../io/hear-stop.ts";
import type { Io } from "../io/io.ts";
import { placeToWrite } from "../io/place-to-write.ts";
import { readJsonFile } from "../io/read-json-file.ts";
import { thenDo } from "../io/then-do.ts";
import { writePrivately } from "../io/write-privately.ts";
import { holdScreen } from "./hold-screen.ts";
import { printScreen } from "./print-screen.ts";
import { builtInForm, readForm, type ScreenForm } from "./screen-form.ts";
import { screenIn } from "./screen-in.ts";
import { EXPERIMENTAL } from "./words.ts";

const ScreenOptions = z
  .object({
    answers: z.string().min(1).optional(),
    instrument: z
      .string()
      .min(1)
      .refine((path) => path !== "-", "standard input holds the answers; name a file")
      .optional(),
    by: z.string().trim().min(1).optional(),
    id: ScreenId.optional(),
    trained: z.boolean().default(false),
    out: z.string().min(1).optional(),
    json: z.boolean().default(false),
  })
  .superRefine(({ answers, by, id, trained }, context) => {
    const tell = (path: string, message: string): void => context.addIssue({ code: "custom", path: [path], message });
    if (answers === undefined && by === undefined) tell("by", "say who asks");
    if (answers === undefined) return;
    const said = { by: by !== undefined, id: id !== undefined, trained };
    for (const [name, isGiven] of Object.entries(said))
      if (isGiven) tell(name, "a recorded screen says this itself; leave it out");
  });
type ScreenOptions = z.infer<typeof ScreenOptions>;

/**
 * Screens somebody in the terminal, or reads a screen that was recorded, and says what it comes to. It ends with 0
 * whatever was found: no exit code can be taken for a clearance.
 */
export const runScreen = (raw: unknown, io: Io): Promise<Outcome> =>
  thenDo(readOptions(ScreenOptions, raw), (options) =>
    thenDo(outPlace(io, options), () => {
      const screening = openScreening();
      return thenDo(formFor(io, screening, options), (form) =>
        thenDo(takeScreen(io, { screening, form, options }), (screen) =>
          screen === null ? Result.succeed(EXIT.interrupted) : tellScreen(io, screen, { screening, form, options }),
        ),
      );
    }),
  );

type Setting = { readonly screening: Screening; readonly form: ScreenForm; readonly options: ScreenOptions };

const outPlace = (io: Io, { out }: ScreenOptions): Result.Result<string | null, Failure> =>
  out === undefined ? Result.succeed(null) : placeToWrite(io, out);

const formFor = async (
  io: Io,
  screening: Screening,
  { instrument }: ScreenOptions,
): Promise<Result.Result<ScreenForm, Failure>> =>
  instrument === undefined ? Result.succeed(builtInForm(screening)) : readForm(io, screening, instrument);

const takeScreen = (io: Io, setting: Setting): Promise<Result.Result<Screen | null, Failure>> => {
  const { answers } = setting.options;
  return answers === undefined ? interview(io, setting) : readRecorded(io, answers, setting);
};

/** What is wrong with the form is told before anybody is asked anything. */
const interview = (io: Io, { screening, form, options }: Setting): Promise<Result.Result<Screen | null, Failure>> => {
  const where = options.instrument ?? null;
  if (io.isTerminal.stdin && !io.isTerminal.stderr) return Promise.resolve(Result.fail(PROMPTS_ELSEWHERE));
  const at = now();
  const record = {
    id: options.id ?? `screen-${at}`,
    instrument: form.instrument,
    cutOff: form.cutOff,
    origin: { kind: "victim_alone", privacy: "not_confirmed" },
    at,
    by: { id: options.by, training: options.trained ? "trained" : "not_trained" },
    language: form.language,
    answers: [],
  };
  return thenDo(readRecord(record, { screening, where }), async () => {
    const sitting = await holdScreen(io, form.questions);
    if (sitting === null) return Result.succeed(null);
    const origin = { ...record.origin, privacy: sitting.privacy };
    return readRecord({ ...record, origin, answers: sitting.answers }, { screening, where });
  });
};

/** The questions would stand in a file, where they could be set beside what was typed. */
const PROMPTS_ELSEWHERE = failure(EXIT.usage, [
  {
    where: null,
    problem: "the questions would not be seen: standard error is not the terminal",
    fix: "leave standard error alone; --json and --out take the result elsewhere",
  },
]);

const readRecorded = (io: Io, path: string, { screening }: Setting): Promise<Result.Result<Screen, Failure>> =>
  thenDo(readJsonFile<unknown>(io, { path, what: "recorded screen", schema: z.unknown() }), (raw) =>
    readRecord(screenIn(raw), { screening, where: path }),
  );

/** Reads a screen by the library's own rules; everything that is wrong with it comes at once. */
const readRecord = (
  raw: unknown,
  { screening, where }: { readonly screening: Screening; readonly where: string | null },
): Result.Result<Screen, Failure> =>
  Result.mapError(readScreen(raw, { screening, now: now() }), ({ problems }) =>
    failure(
      EXIT.badInput,
      problems.map((problem) => ({ where, problem: formatScreenProblem(problem), fix: null })),
    ),
  );

const tellScreen = async (io: Io, screen: Screen, { screening, form, options }: Setting): Promise<Outcome> => {
  const result = evaluateScreen(screening, screen, form.licences);
  await hearStop(io);
  printScreen(io, result, { sources: screening.inventory.law.profile.sources, json: options.json });
  if (options.out !== undefined)
    writePrivately(io, options.out, {
      label: result.label,
      notice: result.notice,
      experimental: EXPERIMENTAL,
      screen,
      result,
    });
  return Result.succeed(EXIT.ok);
};
