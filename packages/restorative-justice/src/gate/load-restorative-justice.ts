import { type Law, type LawProblem, LawRejected, readLawFile, readLawValue } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { checkStateDialogue, type Misfit } from "./check-state-dialogue.ts";
import { loadDialoguePolicy } from "./dialogue-policy.ts";
import { Settings } from "./dialogue-text.ts";
import { RESTORATIVE_JUSTICE_FILE, RestorativeJusticeFile, StateDialoguePolicy } from "./restorative-justice-file.ts";

type State = Pick<Law, "id" | "profile">;
type Raw = Readonly<Record<string, unknown>>;

/**
 * Reads a state's policy on restorative programmes and checks it against the state: every citation, every point, every
 * setting and what it rests on. No file can switch an invariant off: one that tries is refused, and the invariant named.
 * @errors `LawRejected` with every problem at once.
 */
export const loadRestorativeJustice = (
  text: string,
  state: State,
): Result.Result<RestorativeJusticeFile, LawRejected> => {
  const read = readLawFile(RESTORATIVE_JUSTICE_FILE, text, Settings);
  if (!read.ok) return Result.fail(new LawRejected({ problems: read.problems }));
  const { dialogue = {} } = read.value;
  const top = keysOf(read.value, RestorativeJusticeFile);
  const inner = keysOf(objectIn(dialogue), StateDialoguePolicy);
  const known = isObject(dialogue) ? { ...top.known, dialogue: inner.known } : read.value;
  const shape = readLawValue(RESTORATIVE_JUSTICE_FILE, known, RestorativeJusticeFile);
  const problems = [
    ...besideProblems(top.unknown, "$"),
    ...besideProblems(inner.unknown, "$.dialogue"),
    ...SETTINGS.flatMap((part) => settingProblems(objectIn(inner.known[part]), `$.dialogue.${part}`)),
    ...(shape.ok ? crossProblems(shape.value, state) : shape.problems),
  ];
  return shape.ok && problems.length === 0 ? Result.succeed(shape.value) : Result.fail(new LawRejected({ problems }));
};

const SETTINGS = ["policy", "optional"] as const;

const isObject = (value: unknown): value is Raw => Settings.safeParse(value).success;

const objectIn = (value: unknown): Raw => (isObject(value) ? value : {});

/** Keys that the format has, and keys that it has not. */
const keysOf = (raw: Raw, { shape }: { readonly shape: object }): { readonly known: Raw; readonly unknown: Raw } => {
  const part = (isKnown: boolean): Raw =>
    Object.fromEntries(Object.entries(raw).filter(([key]) => Object.hasOwn(shape, key) === isKnown));
  return { known: part(true), unknown: part(false) };
};

/** A switch that stands where no setting belongs is read as a setting, so that the invariant it would break is named. */
const besideProblems = (unknown: Raw, path: string): readonly LawProblem[] =>
  Object.entries(unknown).flatMap(([key, value]) => {
    const found = settingProblems({ [key]: value }, path);
    return found.length > 0 ? found : [misplaced(`${path}.${key}`)];
  });

const misplaced = (path: string): LawProblem =>
  problem({ code: "wrong-shape", path, problem: "a setting does not stand here", fix: "move it under `policy`" });

const settingProblems = (settings: Raw, under: string): readonly LawProblem[] => {
  const read = loadDialoguePolicy(settings);
  return Result.isSuccess(read)
    ? []
    : read.failure.problems.map(({ path, invariant, fix }) =>
        problem({
          ...(invariant === null
            ? { code: "wrong-shape", problem: "does not fit" }
            : { code: "invariant-switched-off", problem: `would switch ${invariant} off` }),
          path: `${under}${placeOf(path)}`,
          fix,
        }),
      );
};

/** A policy's path as a JSON path: `requesters.0.initiator` is `.requesters[0].initiator`. */
const placeOf = (path: string): string =>
  path
    .split(".")
    .map((step) => (/^\d+$/u.test(step) ? `[${step}]` : `.${step}`))
    .join("");

const crossProblems = ({ jurisdiction, dialogue }: RestorativeJusticeFile, state: State): readonly LawProblem[] => [
  ...(jurisdiction === state.id
    ? []
    : [
        problem({
          code: "jurisdiction-differs",
          path: "$.jurisdiction",
          problem: `\`${jurisdiction}\` is not this folder's jurisdiction`,
          fix: `write \`${state.id}\``,
        }),
      ]),
  ...checkStateDialogue(dialogue, state.profile.sources).map((misfit) =>
    problem({ ...misfit, path: `$.dialogue${misfit.path}` }),
  ),
];

const problem = (misfit: Misfit): LawProblem => ({ file: RESTORATIVE_JUSTICE_FILE, ...misfit });
