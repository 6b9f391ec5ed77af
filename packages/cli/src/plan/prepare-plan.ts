import { resolve } from "node:path";
import { ServicePolicy } from "@victim-rights/notification";
import type { Law } from "@victim-rights/rules";
import * as Result from "effect/Result";
import type { FeedFile, FileProblem } from "../feed/feed-file.ts";
import { recogniseFiles } from "../feed/recognise-files.ts";
import { standardMapping } from "../feed/recognise-standard.ts";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure, type Problem } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { readJsonFile } from "../io/read-json-file.ts";
import { thenDo } from "../io/then-do.ts";
import { loadState } from "../law/load-state.ts";
import { type CompiledMapping, compileMapping } from "../mapping/compile-mapping.ts";
import type { Mapping } from "../mapping/mapping.ts";
import { readMapping } from "../mapping/read-mapping.ts";
import { DEFAULT_LIMITS, type PlanLimits, type PlanSetup } from "./plan-options.ts";
import type { PlanOptions } from "./plan-command-options.ts";

/** Reads and checks everything but the rows: law, policy, mapping, and which file is what. */
export const preparePlan = (
  io: Io,
  options: PlanOptions,
  limits: PlanLimits = DEFAULT_LIMITS,
): Promise<Result.Result<PlanSetup, Failure>> =>
  thenDo(readOwnMapping(io, options), (own) =>
    thenDo(loadNamedState(io, options, own), (law) =>
      thenDo(readPolicy(io, options.policy), async (policy) =>
        Result.map(await sortFiles(io, options, { law, own }), (files) => ({
          law,
          now: options.now,
          policy,
          ...files,
          out: resolve(io.cwd, options.out),
          io,
          limits,
        })),
      ),
    ),
  );

const readOwnMapping = async (io: Io, { map }: PlanOptions): Promise<Result.Result<Mapping | null, Failure>> =>
  map === undefined ? Result.succeed(null) : readMapping(io, map);

const loadNamedState = async (
  io: Io,
  { jurisdiction, rules, requireSigned, trust }: PlanOptions,
  own: Mapping | null,
): Promise<Result.Result<Law, Failure>> => {
  const named = jurisdiction ?? own?.jurisdiction;
  if (named !== undefined) return loadState(io, { jurisdiction: named, rules, requireSigned, trust });
  return Result.fail(
    failure(EXIT.usage, [
      {
        where: null,
        problem: "nothing says which state this is for",
        fix: "give `--jurisdiction`, or a mapping with `--map`",
      },
    ]),
  );
};

const readPolicy = async (io: Io, path: string | undefined): Promise<Result.Result<ServicePolicy | null, Failure>> =>
  path === undefined ? Result.succeed(null) : readJsonFile(io, { path, what: "policy", schema: ServicePolicy });

type Sorted = {
  readonly mapping: CompiledMapping;
  readonly eventFiles: readonly FeedFile[];
  readonly registrationFiles: readonly FeedFile[];
};
type StateAndMapping = { readonly law: Law; readonly own: Mapping | null };

const sortFiles = (
  io: Io,
  options: PlanOptions,
  { law, own }: StateAndMapping,
): Promise<Result.Result<Sorted, Failure>> => {
  const paths = { events: absolute(io, options.events), registrations: absolute(io, options.registrations) };
  return thenDo(mappingFor(paths, law, own), (mapping) =>
    thenDo(compiled(mapping, law, options.map ?? "mapping"), (sources) => recogniseBoth(paths, sources)),
  );
};

type Paths = { readonly events: readonly string[]; readonly registrations: readonly string[] };

const mappingFor = async (
  { events, registrations }: Paths,
  law: Law,
  own: Mapping | null,
): Promise<Result.Result<Mapping, Failure>> => {
  if (own !== null) return Result.succeed(own);
  const roles = [
    { role: "events" as const, paths: events },
    { role: "registrations" as const, paths: registrations },
  ];
  return Result.mapError(await standardMapping(roles, law), fileFailure);
};

const compiled = (mapping: Mapping, law: Law, file: string): Result.Result<CompiledMapping, Failure> =>
  Result.mapError(compileMapping(mapping, law), (problems) =>
    failure(
      EXIT.badInput,
      problems.map(({ path, problem, fix }) => ({ where: `${file} ${path}`, problem, fix })),
    ),
  );

const recogniseBoth = async (paths: Paths, mapping: CompiledMapping): Promise<Result.Result<Sorted, Failure>> => {
  const [events, registrations] = await Promise.all([
    recogniseFiles(paths.events, mapping.sources),
    recogniseFiles(paths.registrations, mapping.sources),
  ]);
  if (Result.isSuccess(events) && Result.isSuccess(registrations)) {
    const wrong = [...misplaced(events.success, "events"), ...misplaced(registrations.success, "registrations")];
    if (wrong.length === 0)
      return Result.succeed({ mapping, eventFiles: events.success, registrationFiles: registrations.success });
    return Result.fail(fileFailure(wrong));
  }
  return Result.fail(fileFailure([...failuresOf(events), ...failuresOf(registrations)]));
};

const absolute = (io: Io, paths: readonly string[]): readonly string[] => paths.map((path) => resolve(io.cwd, path));

type Recognised = Result.Result<readonly FeedFile[], readonly FileProblem[]>;

const failuresOf = (outcome: Recognised): readonly FileProblem[] => (Result.isFailure(outcome) ? outcome.failure : []);

/** A file given under the wrong option would be read without a word and come to nothing. */
const misplaced = (files: readonly FeedFile[], option: "events" | "registrations"): readonly FileProblem[] => {
  const isWrong = ({ source: { kind } }: FeedFile): boolean =>
    kind !== "ignored" && (kind === "registrations") !== (option === "registrations");
  return files.filter(isWrong).map(({ name, source: { kind } }) => ({
    file: name,
    problem: `the file holds ${kind}`,
    fix: `give it with \`--${kind === "registrations" ? "registrations" : "events"}\``,
  }));
};

const fileFailure = (problems: readonly FileProblem[]): Failure =>
  failure(
    EXIT.badInput,
    problems.map(({ file, problem, fix }): Problem => ({ where: file, problem, fix })),
  );
