import { ChannelId, JurisdictionId, SourceId } from "@victim-rights/core";
import * as Result from "effect/Result";
import { z } from "zod";
import { type QuestionId, RuleId } from "../file/rule-file.ts";
import { isRulePath, questionOfPath } from "../load/folder-paths.ts";
import type { LawFiles } from "../load/law-files.ts";
import { type LawProblem, LawRejected } from "../load/law-problem.ts";
import { parseJson } from "../load/parse-json.ts";
import { isPlaceholder } from "../load/placeholder.ts";
import { notJson, readFile } from "../load/read-file.ts";
import { vocabularyOf } from "../load/vocabulary-of.ts";
import { FactDefinition, type Vocabulary } from "../vocabulary/fact-definition.ts";

/** The names that the files of a state may use. */
export type Names = {
  readonly profile: z.infer<typeof ProfileSketch>;
  readonly vocabulary: Vocabulary;
  readonly questions: readonly QuestionNames[];
  readonly rows: readonly z.infer<typeof RowSketch>[];
};

/** A question and its rules. */
export type QuestionNames = { readonly id: QuestionId; readonly title: string; readonly rules: readonly RuleName[] };

/** A rule's id, what it says, and whether it grants or denies. */
export type RuleName = z.infer<typeof RuleSketch>;

/** Whoever writes a file has not finished it: what a sketch cannot find is left out, and the loader tells of it. */
const text = z.string().catch("");
const RuleSketch = z.object({ id: RuleId, title: text, effect: text });
const RowSketch = z.object({ id: z.string().refine((id) => !isPlaceholder(id)), event: text, cite: text });

const sketches = <T>(each: z.ZodType<T>) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((items) => items.flatMap((item) => optional(each.safeParse(item))));

const optional = <T>(parsed: z.ZodSafeParseResult<T>): readonly T[] => (parsed.success ? [parsed.data] : []);

const RulesSketch = z.object({ title: text, rules: sketches(RuleSketch) }).catch({ title: "", rules: [] });
const RowsSketch = z.object({ rows: sketches(RowSketch) }).catch({ rows: [] });
const ProfileSketch = z.object({
  id: JurisdictionId,
  name: text,
  sources: sketches(z.object({ id: SourceId, title: text })),
  channels: sketches(z.object({ id: ChannelId, title: text, question: text })),
  facts: sketches(FactDefinition),
});

/**
 * Reads the names of a state folder, from files that need not be finished.
 * @errors `LawRejected` when jurisdiction.json does not say whose files these are, or a file is not JSON.
 */
export const namesIn = (files: LawFiles): Result.Result<Names, LawRejected> => {
  const problems: LawProblem[] = [];
  const parse = (path: string): unknown => {
    const json = parseJson(files.get(path) ?? "null");
    if (json.ok) return json.value;
    problems.push(notJson(path, json.where));
    return null;
  };
  const profile = readProfile(files, problems);
  const questions = [...files.keys()]
    .filter(isRulePath)
    .toSorted()
    .map((path) => questionNames(questionOfPath(path), parse(path)));
  const rows = RowsSketch.parse(parse("law-rows.json")).rows;
  if (profile === null || problems.length > 0) return Result.fail(new LawRejected({ problems }));
  return Result.succeed({ profile, vocabulary: vocabularyOf(profile), questions, rows });
};

const questionNames = (id: QuestionId, file: unknown): QuestionNames => ({ id, ...RulesSketch.parse(file) });

const readProfile = (files: LawFiles, problems: LawProblem[]): Names["profile"] | null => {
  const file = "jurisdiction.json";
  const profile = readFile(file, files.get(file) ?? "{}", ProfileSketch);
  if (profile.ok) return profile.value;
  problems.push(...profile.problems);
  return null;
};
