import { type Law, type LawProblem, LawRejected, readLawFile, type RuleId } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { AllocationFile, type AllocationPolicy } from "./allocation-file.ts";
import type { Distribution } from "./distribution.ts";
import { everyStep } from "./every-step.ts";

/** Where a state's order of payment lies in its folder. */
export const ALLOCATION_FILE = "restitution.json";

type State = Pick<Law, "id" | "profile">;

/**
 * Reads a state's order of payment and checks it against the state: every citation, every policy named, no policy that
 * leads back to itself.
 * @errors `LawRejected` with every problem at once.
 */
export const loadAllocation = (text: string, state: State): Result.Result<AllocationFile, LawRejected> => {
  const read = readLawFile(ALLOCATION_FILE, text, AllocationFile);
  if (!read.ok) return Result.fail(new LawRejected({ problems: read.problems }));
  const problems = problemsOf(read.value, state);
  return problems.length === 0 ? Result.succeed(read.value) : Result.fail(new LawRejected({ problems }));
};

const problemsOf = (file: AllocationFile, state: State): readonly LawProblem[] => [
  ...(file.jurisdiction === state.id
    ? []
    : [
        problem("jurisdiction-differs", "$.jurisdiction", {
          problem: `\`${file.jurisdiction}\` is not this folder's jurisdiction`,
          fix: `write \`${state.id}\``,
        }),
      ]),
  ...file.policies.flatMap((policy, at) => policyProblems(policy, `$.policies[${at}]`, { file, state })),
  ...file.uses.flatMap(({ policies }, at) =>
    policies.flatMap((id, place) => unknownPolicy(id, `$.uses[${at}].policies[${place}]`, file)),
  ),
  ...choiceProblems(file),
  ...cyclesIn(file),
];

type Around = { readonly file: AllocationFile; readonly state: State };

const policyProblems = (policy: AllocationPolicy, path: string, { file, state }: Around): readonly LawProblem[] => {
  const sources = new Set<string>(state.profile.sources.map(({ id }) => id));
  const prefix = `${file.jurisdiction}/restitution/`;
  return [
    ...(policy.id.startsWith(prefix)
      ? []
      : [
          problem("rule-id-differs", `${path}.id`, {
            problem: `\`${policy.id}\` is not of this file`,
            fix: `begin it with \`${prefix}\``,
          }),
        ]),
    ...(file.policies.filter(({ id }) => id === policy.id).length === 1
      ? []
      : [
          problem("duplicate-id", `${path}.id`, {
            problem: `\`${policy.id}\` is given twice`,
            fix: "give every policy an id of its own",
          }),
        ]),
    ...policy.cites.flatMap(({ source }, at) =>
      sources.has(source)
        ? []
        : [
            problem("unknown-source", `${path}.cites[${at}].source`, {
              problem: `no source \`${source}\` in jurisdiction.json`,
              fix: "list it under `sources`",
            }),
          ],
    ),
    ...everyStep(policy.distribute, `${path}.distribute`).flatMap((step) =>
      step.how.kind === "policy" ? unknownPolicy(step.how.policy, `${step.path}.policy`, file) : [],
    ),
    ...everyStep(policy.distribute, `${path}.distribute`).flatMap((step) =>
      step.how.kind === "discretion" ? discretionProblems(step.how, step.path, file) : [],
    ),
  ];
};

const unknownPolicy = (id: RuleId, path: string, { policies }: AllocationFile): readonly LawProblem[] =>
  policies.some((policy) => policy.id === id)
    ? []
    : [
        problem("unknown-rule", path, {
          problem: `no policy \`${id}\` in this file`,
          fix: `write one of ${policies.map((each) => `\`${each.id}\``).join(", ")}`,
        }),
      ];

/** A choice is stated once, with different options, and comes up somewhere. */
const choiceProblems = ({ choices, policies }: AllocationFile): readonly LawProblem[] => {
  const named = new Set(
    policies.flatMap(({ distribute }) =>
      everyStep(distribute, "$").flatMap(({ how }) => (how.kind === "discretion" ? [how.choice] : [])),
    ),
  );
  return choices.flatMap(({ id, options }, at) => [
    ...(choices.filter((each) => each.id === id).length === 1 && isEachOnce(options.map((option) => option.id))
      ? []
      : [
          problem("duplicate-id", `$.choices[${at}]`, {
            problem: `\`${id}\`, or one of its options, is given twice`,
            fix: "give every choice, and every option of it, an id of its own",
          }),
        ]),
    ...(named.has(id)
      ? []
      : [
          problem("unknown-rule", `$.choices[${at}].id`, {
            problem: `no distribution leaves \`${id}\` open`,
            fix: "name it where it comes up, or leave it out",
          }),
        ]),
  ]);
};

const isEachOnce = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

type Discretion = Extract<Distribution, { readonly kind: "discretion" }>;

const discretionProblems = (
  { choice, options }: Discretion,
  path: string,
  { choices }: AllocationFile,
): readonly LawProblem[] => {
  const stated = choices.find(({ id }) => id === choice);
  if (stated === undefined)
    return [
      problem("unknown-rule", `${path}.choice`, {
        problem: `no choice \`${choice}\` in this file`,
        fix: "state it under `choices`, with what the law does not say and the options",
      }),
    ];
  const wanted = stated.options.map(({ id }) => id).toSorted();
  return JSON.stringify(Object.keys(options).toSorted()) === JSON.stringify(wanted)
    ? []
    : [
        problem("unknown-rule", `${path}.options`, {
          problem: `the options are not those of \`${choice}\``,
          fix: `give a way for each of ${wanted.map((id) => `\`${id}\``).join(", ")}, and for no other`,
        }),
      ];
};

/** A policy that is reached from itself would divide for ever. */
const cyclesIn = ({ policies }: AllocationFile): readonly LawProblem[] => {
  const leadsTo = new Map(
    policies.map(({ id, distribute }) => [
      id,
      everyStep(distribute, "$").flatMap(({ how }) => (how.kind === "policy" ? [how.policy] : [])),
    ]),
  );
  const reaches = (from: RuleId, target: RuleId, seen: Set<RuleId>): boolean =>
    (leadsTo.get(from) ?? []).some((next) => {
      if (next === target) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, target, seen);
    });
  return policies.flatMap(({ id }, at) =>
    reaches(id, id, new Set())
      ? [
          problem("policy-cycle", `$.policies[${at}].distribute`, {
            problem: `\`${id}\` leads back to itself`,
            fix: "let it end in claims, not in a policy that names it",
          }),
        ]
      : [],
  );
};

const problem = (code: LawProblem["code"], path: string, texts: Pick<LawProblem, "problem" | "fix">): LawProblem => ({
  code,
  file: ALLOCATION_FILE,
  path,
  ...texts,
});
