import type { Authority, Source } from "@victim-rights/core";
import type { LawProblem } from "@victim-rights/rules";
import { DialoguePoint, type DialogueStatement, type StateDialoguePolicy } from "./restorative-justice-file.ts";

/** A problem before it is known in which file it stands. */
export type Misfit = Omit<LawProblem, "file">;

type Sources = ReadonlyMap<string, Authority>;

/**
 * Checks that a state's policy on dialogues holds together: every source is one that the state lists, every point is
 * stated or told as a gap, and no setting says more than the statement it rests on. Paths begin below the policy.
 */
export const checkStateDialogue = (policy: StateDialoguePolicy, sources: readonly Source[]): readonly Misfit[] => {
  const known = new Map<string, Authority>(sources.map(({ id, authority }) => [id, authority]));
  return [
    ...citationsIn(policy, "").flatMap(({ source, path }) =>
      when(!known.has(source), {
        code: "unknown-source",
        path,
        problem: `no source \`${source}\` in jurisdiction.json`,
        fix: "list it under `sources`",
      }),
    ),
    ...policy.statements.flatMap((statement, at) => statusProblems(statement, at, known)),
    ...pointProblems(policy),
    ...groundProblems(policy),
  ];
};

const when = (isWrong: boolean, misfit: Misfit): readonly Misfit[] => (isWrong ? [misfit] : []);

type Cited = { readonly source: string; readonly path: string };

/** Every citation in a value, and where its source stands. */
const citationsIn = (value: unknown, path: string): readonly Cited[] => {
  if (Array.isArray(value)) return value.flatMap((each, at) => citationsIn(each, `${path}[${at}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "source" && typeof inner === "string"
      ? [{ source: inner, path: `${path}.source` }]
      : citationsIn(inner, `${path}.${key}`),
  );
};

/** What kind of source a status needs: a page was never law that was read, and a report is no agency's own word. */
const NEEDS: Readonly<Record<DialogueStatement["verified"]["status"], readonly Authority[] | null>> = {
  read: ["constitution", "statute", "regulation", "court-decision", "court-rule"],
  "agency-statement": ["agency-page"],
  partial: null,
};

const statusProblems = ({ cites, verified }: DialogueStatement, at: number, known: Sources): readonly Misfit[] => {
  const needed = NEEDS[verified.status];
  const cited = cites.flatMap(({ source }) => known.get(source) ?? []);
  return when(needed !== null && cited.length === cites.length && !cited.some((each) => needed.includes(each)), {
    code: "rests-on-nothing",
    path: `.statements[${at}].verified.status`,
    problem: `\`${verified.status}\` says more than the kind of source that is cited`,
    fix: "write `agency-statement` for an agency's own page, or `partial` for another's word",
  });
};

/** Each point is stated once or told as a gap, and what else is named is a point of this file. */
const pointProblems = ({ statements, notStated, conflicts }: StateDialoguePolicy): readonly Misfit[] => {
  const said = statements.map(({ about }) => about);
  const named = new Set<string>([...said, ...notStated]);
  return [
    ...said.flatMap((about, at) => when(said.indexOf(about) !== at, repeated(about, `.statements[${at}].about`))),
    ...notStated.flatMap((point, at) => when(notStated.indexOf(point) !== at, repeated(point, `.notStated[${at}]`))),
    ...notStated.flatMap((point, at) =>
      when(said.includes(point), {
        code: "wrong-shape",
        path: `.notStated[${at}]`,
        problem: `\`${point}\` is stated above`,
        fix: "leave it out here: a point is stated or not stated, never both",
      }),
    ),
    ...DialoguePoint.options.flatMap((point) =>
      when(!named.has(point), {
        code: "wrong-shape",
        path: ".notStated",
        problem: `nothing is said of \`${point}\``,
        fix: "state it with its source, or list it here as not stated",
      }),
    ),
    ...conflicts.flatMap(({ about }, at) => when(!named.has(about), unknownPoint(about, `.conflicts[${at}].about`))),
  ];
};

const repeated = (point: string, path: string): Misfit => ({
  code: "duplicate-id",
  path,
  problem: `\`${point}\` is given twice`,
  fix: "say it once, with every source",
});

const unknownPoint = (point: string, path: string): Misfit => ({
  code: "rests-on-nothing",
  path,
  problem: `no statement is about \`${point}\``,
  fix: "name a point that a statement is about",
});

/** That every setting rests on a statement, cites what that cites, and is set only where the statement is firm. */
const groundProblems = (dialogue: StateDialoguePolicy): readonly Misfit[] => {
  const { policy, optional, policyRestsOn } = dialogue;
  const settings = new Set([...Object.keys(policy), ...Object.keys(optional)]);
  return [
    ...Object.keys(policyRestsOn).flatMap((setting) =>
      when(!settings.has(setting), {
        code: "rests-on-nothing",
        path: `.policyRestsOn.${setting}`,
        problem: `\`${setting}\` is not set in this file`,
        fix: "set it under `policy` or `optional`, or remove it here",
      }),
    ),
    ...(["policy", "optional"] as const).flatMap((part) =>
      Object.entries(dialogue[part]).flatMap(([setting, value]) => settingProblems({ part, setting, value }, dialogue)),
    ),
  ];
};

type Placed = { readonly part: "policy" | "optional"; readonly setting: string; readonly value: unknown };

const settingProblems = (
  { part, setting, value }: Placed,
  { policyRestsOn, statements }: StateDialoguePolicy,
): readonly Misfit[] => {
  const path = `.${part}.${setting}`;
  const point = Object.hasOwn(policyRestsOn, setting) ? policyRestsOn[setting] : undefined;
  if (point === undefined) return [groundless(setting)];
  const statement = statements.find(({ about }) => about === point);
  if (statement === undefined) return [unknownPoint(point, `.policyRestsOn.${setting}`)];
  const cited = new Set<string>(statement.cites.map(({ source }) => source));
  return [
    ...when(part === "policy" && statement.verified.status === "partial", {
      code: "rests-on-nothing",
      path,
      problem: `the statement about \`${point}\` was checked in part only`,
      fix: "move the setting under `optional`, where a person adds it",
    }),
    ...citationsIn(value, path).flatMap(({ source, path: place }) =>
      when(!cited.has(source), {
        code: "rests-on-nothing",
        path: place,
        problem: `the statement about \`${point}\` does not cite \`${source}\``,
        fix: "cite what the statement cites",
      }),
    ),
  ];
};

const groundless = (setting: string): Misfit => ({
  code: "rests-on-nothing",
  path: `.policyRestsOn.${setting}`,
  problem: `nothing says what \`${setting}\` rests on`,
  fix: "name the point of the statement it rests on, or leave the setting out: what no source says is not set",
});
