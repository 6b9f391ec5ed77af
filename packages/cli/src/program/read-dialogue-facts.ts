import type { Instant } from "@victim-rights/core";
import {
  evaluateScreen,
  FactChange,
  formatScreenProblem,
  InstrumentLicence,
  openScreening,
  ProfessionalConcern,
  readScreen,
  Relationship,
  type Screening,
  type ScreenResult,
  SpecialistApproval,
} from "@victim-rights/restorative-justice";
import * as Result from "effect/Result";
import { z } from "zod";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure, type Problem } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { readJsonFile } from "../io/read-json-file.ts";
import { thenDo } from "../io/then-do.ts";
import { screenIn } from "../screen/screen-in.ts";
import {
  type CommandUnreadable,
  type DialogueFacts,
  type DialogueScreening,
  type Gates,
  NO_DIALOGUE_FACTS,
  readDialogueFacts as readPapers,
  type StatementsRefused,
} from "@victim-rights/restorative-justice";

/**
 * What is known when a step of a dialogue is asked for: papers on file, and the screens themselves. What a screen comes
 * to is worked out here and cannot be written into a file.
 */
const FactsFile = z.strictObject({
  papers: z.unknown(),
  screening: z.strictObject({
    relationship: Relationship,
    screens: z.array(z.unknown()).default([]),
    earlier: z.array(z.unknown()).default([]),
    licences: z.array(InstrumentLicence).default([]),
    changes: z.array(FactChange).default([]),
    concerns: z.array(ProfessionalConcern).default([]),
    approval: SpecialistApproval.nullable().default(null),
  }),
});
type FactsFile = z.infer<typeof FactsFile>;

/** With what facts are read: the gates that they are for, and the moment of the command. */
export type FactsSetting = { readonly gates: Gates; readonly at: Instant };

/** Reads what is known about a dialogue; without a file nothing is. */
export const readDialogueFacts = (
  io: Io,
  path: string | undefined,
  { gates, at }: FactsSetting,
): Promise<Result.Result<DialogueFacts, Failure>> => {
  if (path === undefined) return Promise.resolve(Result.succeed(NO_DIALOGUE_FACTS));
  return thenDo(
    readJsonFile(io, { path, what: "facts file", schema: FactsFile as z.ZodType<FactsFile> }),
    ({ papers, screening }) =>
      Result.flatMap(screeningOf(screening, path, at), (found) =>
        Result.mapError(readPapers(gates, papers, found), (error) =>
          failure(EXIT.badInput, paperProblems(error, path)),
        ),
      ),
  );
};

const paperProblems = (error: CommandUnreadable | StatementsRefused, where: string): readonly Problem[] =>
  error._tag === "CommandUnreadable"
    ? error.problems.map(({ path, code }) => ({
        where: `${where} $.papers.${path}`,
        problem: `does not fit (${code})`,
        fix: null,
      }))
    : error.problems.map(({ path, because }) => ({
        where: `${where} $.papers.${path}`,
        problem: `is refused (${because})`,
        fix: null,
      }));

const screeningOf = (
  { screens, earlier, licences, ...rest }: FactsFile["screening"],
  where: string,
  at: Instant,
): Result.Result<DialogueScreening, Failure> => {
  if (screens.length + earlier.length === 0) return Result.succeed({ ...rest, results: [], earlier: [] });
  const screening = openScreening();
  const read = (raws: readonly unknown[], list: string) =>
    raws.map((raw, index) =>
      resultOf(raw, { screening, licences, at, where: `${where} $.screening.${list}[${index}]` }),
    );
  const [results, before] = [read(screens, "screens"), read(earlier, "earlier")];
  const problems = [...results, ...before].flatMap((each) => (Result.isFailure(each) ? each.failure : []));
  if (problems.length > 0) return Result.fail(failure(EXIT.badInput, problems));
  return Result.succeed({ ...rest, results: found(results), earlier: found(before) });
};

const found = (read: readonly Result.Result<ScreenResult, unknown>[]): readonly ScreenResult[] =>
  read.flatMap((each) => (Result.isSuccess(each) ? [each.success] : []));

type ReadingOf = {
  readonly screening: Screening;
  readonly licences: readonly InstrumentLicence[];
  readonly at: Instant;
  readonly where: string;
};

const resultOf = (
  raw: unknown,
  { screening, licences, at, where }: ReadingOf,
): Result.Result<ScreenResult, readonly Problem[]> =>
  Result.mapBoth(readScreen(screenIn(raw), { screening, now: at }), {
    onSuccess: (screen) => evaluateScreen(screening, screen, licences),
    onFailure: ({ problems }) =>
      problems.map((problem) => ({ where, problem: formatScreenProblem(problem), fix: null })),
  });
