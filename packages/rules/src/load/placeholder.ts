import { isCasePath, isRulePath } from "./folder-paths.ts";
import type { LawFiles } from "./law-files.ts";
import { jsonPath, type LawProblem } from "./law-problem.ts";
import { parseJson } from "./parse-json.ts";

const OPENING = "<write here: ";

/** What stands in a new file where somebody must write: it says what. */
export const placeholder = (what: string): string => `${OPENING}${what}>`;

/** Whether nothing has been written yet where something must stand. */
export const isPlaceholder = (value: unknown): boolean => typeof value === "string" && value.includes(OPENING);

const LISTS: readonly string[] = ["jurisdiction.json", "law-rows.json", "not-encoded.json"];

/** Every place of a folder where nothing has been written yet, with what to write there. */
const unwrittenIn = (files: LawFiles): readonly LawProblem[] =>
  [...files]
    .filter(([path, text]) => text.includes(OPENING) && (isRulePath(path) || isCasePath(path) || LISTS.includes(path)))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([file, text]) => {
      const json = parseJson(text);
      return json.ok ? unwrittenAt(json.value, file, []) : [];
    });

const unwrittenAt = (value: unknown, file: string, path: readonly PropertyKey[]): readonly LawProblem[] => {
  if (typeof value === "string") return isPlaceholder(value) ? [unwritten(value, file, path)] : [];
  if (Array.isArray(value)) return value.flatMap((item, at) => unwrittenAt(item, file, [...path, at]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => unwrittenAt(part, file, [...path, key]));
};

const unwritten = (value: string, file: string, path: readonly PropertyKey[]): LawProblem => ({
  code: "not-written",
  file,
  path: jsonPath(path),
  problem: "nothing is written here yet",
  fix: `write ${/<write here: ([^>]*)/u.exec(value)?.[1] ?? ""}`,
});

/** The problems of a folder with what was never written told once, as that, and not again by every check that reads it. */
export const tellUnwrittenOnce = (files: LawFiles, problems: readonly LawProblem[]): readonly LawProblem[] => {
  const unwritten = unwrittenIn(files);
  const told = new Set(unwritten.map(placeOf));
  return [...unwritten, ...problems.filter((problem) => !told.has(placeOf(problem)))];
};

const placeOf = ({ file, path }: LawProblem): string => `${file} ${path}`;
