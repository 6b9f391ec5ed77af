import { Source, SourceId } from "@victim-rights/core";
import * as Result from "effect/Result";
import { z } from "zod";
import { type PolicyGuard, readPolicy } from "../programme/read-policy.ts";
import { type PolicyProblem, PolicyRefused } from "../screening/screening-policy.ts";
import { type DialoguePolicy, loadDialoguePolicy } from "./dialogue-policy.ts";
import { Cites, Conflicts, Settings, Words } from "./dialogue-text.ts";
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
import type { StateDialoguePolicy } from "./restorative-justice-file.ts";

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
  conflicts: Conflicts,
  /** Where this library is stricter than the programme, or reads a word of it in its own way. */
  differs: z.array(Words).readonly(),
  /** Settings for `loadDialoguePolicy`. */
  policy: Settings,
  /** By setting: the statement it rests on. */
  policyRestsOn: z.record(z.string(), Words),
});
export type DialogueProfile = Readonly<z.infer<typeof DialogueProfile>>;

/**
 * Reads a programme's profile.
 * @errors `PolicyRefused` with every problem at once; one that would switch an invariant off names it.
 */
export const loadDialogueProfile = (raw: unknown): Result.Result<DialogueProfile, PolicyRefused> => {
  const read = readPolicy(DialogueProfile, raw, BESIDE);
  const gaps = Result.isSuccess(read) ? gapsOf(read.success) : [];
  const found = [...settingProblems(raw), ...problemsOf(read), ...gaps];
  const problems = found.filter(({ path }, at) => found.findIndex((each) => each.path === path) === at);
  return problems.length > 0 ? Result.fail(new PolicyRefused({ problems })) : read;
};

/**
 * The policy of a jurisdiction that chose a profile or a state's policy, with settings of its own on top; with `null`
 * nothing is chosen, and the house's defaults stand.
 * @errors `PolicyRefused` as `loadDialoguePolicy` does.
 */
export const dialoguePolicyFrom = (
  chosen: DialogueProfile | StateDialoguePolicy | null,
  own: Readonly<Record<string, unknown>> = {},
): Result.Result<DialoguePolicy, PolicyRefused> => loadDialoguePolicy({ ...chosen?.policy, ...own });

type Problems = readonly PolicyProblem[];

const BESIDE: PolicyGuard = {
  values: {},
  switches: [],
  unknownKey: "remove it: a profile holds what its schema lists, and no gate or invariant can be turned off",
};

const problemsOf = (outcome: Result.Result<unknown, PolicyRefused>): Problems =>
  Result.isFailure(outcome) ? outcome.failure.problems : [];

/** A switch that stands beside the settings is read as one among them, so that the invariant it would break is named. */
const settingProblems = (raw: unknown): Problems => {
  const { policy = {}, ...rest } = z.record(z.string(), z.unknown()).catch({}).parse(raw);
  const beside = Object.fromEntries(Object.entries(rest).filter(([key]) => !(key in DialogueProfile.shape)));
  const inPolicy = problemsOf(loadDialoguePolicy(policy)).map((each) => ({ ...each, path: `policy.${each.path}` }));
  return [...problemsOf(loadDialoguePolicy(beside)), ...inPolicy];
};

/** That a profile holds together: whatever it sets or says rests on a source that it lists. */
const gapsOf = (profile: DialogueProfile): Problems => {
  const { sources, statements, notStated, sourceKeys, policy, policyRestsOn } = profile;
  const listed = new Set<string>(sources.map(({ id }) => id));
  const said = new Set(statements.map(({ about }) => about));
  const settings = new Set(Object.keys(policy));
  const cited = sourcesIn([statements, profile.conflicts, policy]);
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
