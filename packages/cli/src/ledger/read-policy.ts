import { AgencyPolicy, type AllocationFile } from "@victim-rights/restitution";
import type { JurisdictionId } from "@victim-rights/core";
import * as Result from "effect/Result";
import { EXIT } from "../io/exit-code.ts";
import { type Failure, failure, type Problem } from "../io/failure.ts";
import type { Io } from "../io/io.ts";
import { readJsonFile } from "../io/read-json-file.ts";

/** Reads what an agency has decided, and checks it against the state's file; without a file it has decided nothing. */
export const readPolicy = async (
  io: Io,
  path: string | undefined,
  file: AllocationFile,
): Promise<Result.Result<AgencyPolicy, Failure>> => {
  if (path === undefined) return Result.succeed({ jurisdiction: file.jurisdiction, choices: [], enable: [] });
  const read = await readJsonFile(io, { path, what: "policy", schema: AgencyPolicy });
  if (Result.isFailure(read)) return Result.fail(read.failure);
  const problems = policyProblems(read.success, file).map(({ where, ...rest }) => ({
    where: `${path} ${where}`,
    ...rest,
  }));
  return problems.length === 0 ? Result.succeed(read.success) : Result.fail(failure(EXIT.badInput, problems));
};

const policyProblems = ({ jurisdiction, choices, enable }: AgencyPolicy, file: AllocationFile): readonly Problem[] => [
  ...jurisdictionProblem(jurisdiction, file),
  ...choices.flatMap((made, at) => choiceProblems(made, `$.choices[${at}]`, file)),
  ...repeated(choices.map(({ choice }) => choice)).map(({ id, at }) => twice(id, `$.choices[${at}].choice`)),
  ...enable.flatMap(({ rule }, at) => ruleProblem(rule, `$.enable[${at}].rule`, file)),
  ...repeated(enable.map(({ rule }) => rule)).map(({ id, at }) => twice(id, `$.enable[${at}].rule`)),
];

const jurisdictionProblem = (given: JurisdictionId, { jurisdiction }: AllocationFile): readonly Problem[] =>
  given === jurisdiction
    ? []
    : [{ where: "$.jurisdiction", problem: `the policy is for \`${given}\``, fix: `write \`${jurisdiction}\`` }];

type Made = AgencyPolicy["choices"][number];

const choiceProblems = ({ choice, option }: Made, path: string, { jurisdiction, choices }: AllocationFile) => {
  const stated = choices.find(({ id }) => id === choice);
  if (stated === undefined)
    return [
      unknown(
        { where: `${path}.choice`, problem: `the law of \`${jurisdiction}\` leaves no \`${choice}\` open` },
        choices,
      ),
    ];
  return stated.options.some(({ id }) => id === option)
    ? []
    : [unknown({ where: `${path}.option`, problem: `no option \`${option}\` of \`${choice}\`` }, stated.options)];
};

const ruleProblem = (rule: string, where: string, file: AllocationFile): readonly Problem[] => {
  const provisions = provisionsOf(file);
  return provisions.some(({ id }) => id === rule)
    ? []
    : [unknown({ where, problem: `no provision \`${rule}\` in the file of \`${file.jurisdiction}\`` }, provisions)];
};

/** Everything in a state's file that can be turned on by its id. */
const provisionsOf = (file: AllocationFile): readonly { readonly id: string }[] => [
  ...file.policies,
  ...file.losses,
  ...file.fees,
  ...file.disbursement,
  ...file.unclaimed,
  ...file.directPayment,
  ...file.delinquency,
  ...file.duration,
];

const unknown = (what: Omit<Problem, "fix">, known: readonly { readonly id: string }[]): Problem => ({
  ...what,
  fix:
    known.length === 0
      ? "there is none: leave it out"
      : `write one of ${known.map(({ id }) => `\`${id}\``).join(", ")}`,
});

const repeated = (ids: readonly string[]) =>
  ids.map((id, at) => ({ id, at })).filter(({ id, at }) => ids.indexOf(id) !== at);

const twice = (id: string, where: string): Problem => ({
  where,
  problem: `\`${id}\` is given twice`,
  fix: "keep the decision that stands",
});
