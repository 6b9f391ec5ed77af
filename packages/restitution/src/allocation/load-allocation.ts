import { type Law, type LawProblem, LawRejected, readLawFile, type RuleId } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { checkFees, choicesOfFees } from "../terms/check-fees.ts";
import { checkProvision, type Misfit, type PlacedProvision } from "../terms/check-provisions.ts";
import { termsOf } from "../terms/term-sections.ts";
import { AllocationFile, type AllocationPolicy } from "./allocation-file.ts";
import type { Distribution } from "./distribution.ts";
import { everyStep } from "./every-step.ts";

/** Where a state's order of payment and its other terms of restitution lie in its folder. */
export const ALLOCATION_FILE = "restitution.json";

type State = Pick<Law, "id" | "profile">;

/**
 * Reads a state's order of payment and its terms of restitution and checks them against the state: every citation, every
 * id, every policy and choice named, no policy that leads back to itself.
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
  ...provisionsOf(file).flatMap((placed) => provisionProblems(placed, { file, state })),
  ...file.uses.flatMap(({ policies }, at) =>
    policies.flatMap((id, place) => unknownPolicy(id, `$.uses[${at}].policies[${place}]`, file)),
  ),
  ...checkFees(file.fees, file.choices).map(inFile),
  ...choiceProblems(file),
  ...cyclesIn(file),
];

type Around = { readonly file: AllocationFile; readonly state: State };

/** A provision in its place; a policy with it where it is one. */
type Placed = PlacedProvision & { readonly policy: AllocationPolicy | null };

/** The policies, then the terms: every provision of the file. */
const provisionsOf = (file: AllocationFile): readonly Placed[] => [
  ...file.policies.map((policy, at) => ({ provision: policy, policy, path: `$.policies[${at}]` })),
  ...termsOf(file).map(({ term, path }) => ({ provision: term, policy: null, path })),
];

const provisionProblems = (placed: Placed, { file, state }: Around): readonly LawProblem[] => [
  ...checkProvision(placed, {
    prefix: `${file.jurisdiction}/restitution/`,
    ids: provisionsOf(file).map(({ provision }) => provision.id),
    sources: new Set<string>(state.profile.sources.map(({ id }) => id)),
  }).map(inFile),
  ...(placed.policy === null ? [] : stepProblems(placed.policy, placed.path, file)),
];

const stepProblems = ({ distribute }: AllocationPolicy, path: string, file: AllocationFile): readonly LawProblem[] => {
  const steps = everyStep(distribute, `${path}.distribute`);
  return [
    ...steps.flatMap((step) =>
      step.how.kind === "policy" ? unknownPolicy(step.how.policy, `${step.path}.policy`, file) : [],
    ),
    ...steps.flatMap((step) => (step.how.kind === "discretion" ? discretionProblems(step.how, step.path, file) : [])),
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
const choiceProblems = ({ choices, policies, fees }: AllocationFile): readonly LawProblem[] => {
  const named = new Set([
    ...policies.flatMap(({ distribute }) =>
      everyStep(distribute, "$").flatMap(({ how }) => (how.kind === "discretion" ? [how.choice] : [])),
    ),
    ...choicesOfFees(fees).map(({ choice }) => choice),
  ]);
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
            problem: `no distribution and no fee leaves \`${id}\` open`,
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

const problem = (code: LawProblem["code"], path: string, texts: Pick<LawProblem, "problem" | "fix">): LawProblem =>
  inFile({ code, path, ...texts });

const inFile = ({ code, ...place }: Misfit): LawProblem => ({ code, file: ALLOCATION_FILE, ...place });
