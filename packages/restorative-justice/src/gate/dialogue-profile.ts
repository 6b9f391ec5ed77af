import { Citation, Source, SourceId } from "@victim-rights/core";
import * as Result from "effect/Result";
import { z } from "zod";
import { type PolicyGuard, readPolicy } from "../programme/read-policy.ts";
import { type PolicyProblem, PolicyRefused } from "../screening/screening-policy.ts";
import { type DialoguePolicy, loadDialoguePolicy } from "./dialogue-policy.ts";
import TX from "./profiles/TX.json" with { type: "json" };
import OR from "./profiles/OR.json" with { type: "json" };
import LA from "./profiles/LA.json" with { type: "json" };
import CO from "./profiles/CO.json" with { type: "json" };
import WA from "./profiles/WA.json" with { type: "json" };
import PA from "./profiles/PA.json" with { type: "json" };
import CA from "./profiles/CA.json" with { type: "json" };
import OH from "./profiles/OH.json" with { type: "json" };
import MN from "./profiles/MN.json" with { type: "json" };
import NC from "./profiles/NC.json" with { type: "json" };
import VT from "./profiles/VT.json" with { type: "json" };

const Words = z.string().trim().min(1);
const Cites = z.array(Citation).min(1).readonly();
const Reading = z.strictObject({ says: Words, cites: Cites });
const Settings = z.record(z.string(), z.unknown());
const Verified = z.strictObject({ about: Words, says: Words, mark: z.literal("verified"), cites: Cites });

/** A dialogue programme that runs somewhere, as far as it was read. None is a default: a jurisdiction chooses one. */
export const DialogueProfile = z.strictObject({
  key: z.string().regex(/^[A-Z]{2}$/u),
  programme: Words,
  note: Words,
  sources: z.array(Source).min(1).readonly(),
  /** By source: the keys under which the page that was read lists it. */
  sourceKeys: z.record(SourceId, z.array(Words).min(1).readonly()),
  /** What the sources say. `verified`: read in a public copy, whose age varies. Nothing recalled is here. */
  statements: z.array(Verified).min(1).readonly(),
  /** Points on which nothing was found; there the house's setting stands. */
  notStated: z.array(Words).readonly(),
  /** Points on which the sources can be read two ways, and which reading the settings take. */
  conflicts: z
    .array(z.strictObject({ about: Words, readings: z.array(Reading).min(2).readonly(), taken: Words }))
    .readonly(),
  /** Where this library is stricter than the programme, or reads a word of it in its own way. */
  differs: z.array(Words).readonly(),
  /** Settings for `loadDialoguePolicy`. */
  policy: Settings,
  /** By setting, those of `optional` too: the statement it rests on. */
  policyRestsOn: z.record(z.string(), Words),
});
export type DialogueProfile = Readonly<z.infer<typeof DialogueProfile>>;

/**
 * What is known of dialogues in a state of this project. What no source says is not set, so that its gate answers
 * `indeterminate` and a person decides.
 */
export const StateDialoguePolicy = DialogueProfile.extend({
  key: z.string().regex(/^us-[a-z]{2}$/u),
  /** `null` where no programme's own text was found. */
  programme: Words.nullable(),
  /** `partial`: read in part, or in a report of unknown age. `secondary`: somebody else says so of the agency. */
  statements: z
    .array(Verified.extend({ mark: z.enum(["verified", "partial", "secondary"]) }))
    .min(1)
    .readonly(),
  /** Settings that rest on past practice or another's word. Choosing the state does not set them: a person adds them. */
  optional: Settings,
});
export type StateDialoguePolicy = Readonly<z.infer<typeof StateDialoguePolicy>>;

/**
 * Reads a programme's profile.
 * @errors `PolicyRefused` with every problem at once; one that would switch an invariant off names it.
 */
export const loadDialogueProfile = (raw: unknown): Result.Result<DialogueProfile, PolicyRefused> =>
  whole(raw, readPolicy(DialogueProfile, raw, BESIDE));

/**
 * Reads a state's policy on dialogues.
 * @errors `PolicyRefused` with every problem at once; one that would switch an invariant off names it.
 */
export const loadStateDialoguePolicy = (raw: unknown): Result.Result<StateDialoguePolicy, PolicyRefused> =>
  whole(raw, readPolicy(StateDialoguePolicy, raw, BESIDE));

/**
 * The policy of a jurisdiction that chose a profile or a state's policy, with settings of its own on top; with `null`
 * nothing is chosen, and the house's defaults stand.
 * @errors `PolicyRefused` as `loadDialoguePolicy` does.
 */
export const dialoguePolicyFrom = (
  chosen: DialogueProfile | StateDialoguePolicy | null,
  own: Readonly<Record<string, unknown>> = {},
): Result.Result<DialoguePolicy, PolicyRefused> => loadDialoguePolicy({ ...chosen?.policy, ...own });

type Read = DialogueProfile | StateDialoguePolicy;
type Problems = readonly PolicyProblem[];

const BESIDE: PolicyGuard = {
  values: {},
  switches: [],
  unknownKey: "remove it: a profile holds what its schema lists, and no gate or invariant can be turned off",
};

const whole = <Each extends Read>(
  raw: unknown,
  read: Result.Result<Each, PolicyRefused>,
): Result.Result<Each, PolicyRefused> => {
  const gaps = Result.isSuccess(read) ? gapsOf(read.success) : [];
  const found = [...settingProblems(raw), ...problemsOf(read), ...gaps];
  const problems = found.filter(({ path }, at) => found.findIndex((each) => each.path === path) === at);
  return problems.length > 0 ? Result.fail(new PolicyRefused({ problems })) : read;
};

const problemsOf = (outcome: Result.Result<unknown, PolicyRefused>): Problems =>
  Result.isFailure(outcome) ? outcome.failure.problems : [];

/** A switch that stands beside the settings is read as one among them, so that the invariant it would break is named. */
const settingProblems = (raw: unknown): Problems => {
  const { policy = {}, optional = {}, ...rest } = z.record(z.string(), z.unknown()).catch({}).parse(raw);
  const beside = Object.fromEntries(Object.entries(rest).filter(([key]) => !(key in StateDialoguePolicy.shape)));
  const under = (name: string, settings: unknown): Problems =>
    problemsOf(loadDialoguePolicy(settings)).map((problem) => ({ ...problem, path: `${name}.${problem.path}` }));
  return [...problemsOf(loadDialoguePolicy(beside)), ...under("policy", policy), ...under("optional", optional)];
};

/** That a profile holds together: whatever it sets or says rests on a source that it lists. */
const gapsOf = (profile: Read): Problems => {
  const { sources, statements, notStated, sourceKeys, policy, policyRestsOn } = profile;
  const listed = new Set<string>(sources.map(({ id }) => id));
  const said = new Set(statements.map(({ about }) => about));
  const optional = "optional" in profile ? profile.optional : {};
  const settings = new Set([...Object.keys(policy), ...Object.keys(optional)]);
  const cited = sourcesIn([statements, profile.conflicts, policy, optional]);
  return [
    ...cited.filter((id) => !listed.has(id)).map((id) => problem(`sources.${id}`, "list the source that is cited")),
    ...unequal("sourceKeys", Object.keys(sourceKeys), listed),
    ...unequal("policyRestsOn", Object.keys(policyRestsOn), settings),
    ...Object.entries(policyRestsOn)
      .filter(([, about]) => !said.has(about))
      .map(([setting]) => problem(`policyRestsOn.${setting}`, "name a point that a statement is about")),
    ...notStated
      .filter((about) => said.has(about))
      .map((about) => problem(`notStated.${about}`, "a point is stated or not stated, never both")),
  ];
};

const problem = (path: string, fix: string): PolicyProblem => ({ path, invariant: null, fix });

const unequal = (path: string, keys: readonly string[], wanted: ReadonlySet<string>): Problems => {
  const odd = [...keys.filter((key) => !wanted.has(key)), ...[...wanted].filter((key) => !keys.includes(key))];
  return odd.map((key) => problem(`${path}.${key}`, "name each one, and no other"));
};

const sourcesIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(sourcesIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "source" && typeof inner === "string" ? [inner] : sourcesIn(inner),
  );
};

/** The profiles that a jurisdiction may choose from, by the state's postal code. All are off until one is chosen. */
export const DIALOGUE_PROFILES: ReadonlyMap<string, DialogueProfile> = new Map(
  [TX, OR, LA, CO, WA, PA, CA, OH, MN, NC, VT].map((raw) => {
    const profile = Result.getOrThrow(loadDialogueProfile(raw));
    return [profile.key, profile];
  }),
);
