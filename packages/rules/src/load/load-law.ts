import * as Result from "effect/Result";
import type { z } from "zod";
import { contentHash } from "../content-hash.ts";
import { CaseFile } from "../file/case-file.ts";
import { JurisdictionFile, LawRowsFile, NotEncodedFile } from "../file/jurisdiction-file.ts";
import { PropertyFile } from "../file/property-file.ts";
import { type QuestionId, RuleFile } from "../file/rule-file.ts";
import { checkEventParams, type EventParams } from "./check-event-params.ts";
import { checkFolder } from "./check-folder.ts";
import type { Folder } from "./folder.ts";
import { isCasePath, isRulePath } from "./folder-paths.ts";
import type { Law, QuestionSource } from "./law.ts";
import type { LawFiles } from "./law-files.ts";
import { LawRejected, type LawProblem } from "./law-problem.ts";
import { tellUnwrittenOnce } from "./placeholder.ts";
import { readFile } from "./read-file.ts";
import { vocabularyOf } from "./vocabulary-of.ts";

/** How a state folder is loaded. */
export type LoadOptions = {
  /** The shape of each event type's parameters, from the domain package that asks the question. Types not named are left unchecked when this is absent, and refused when it is given. */
  readonly eventParams?: EventParams;
};

/**
 * Reads a state folder: every file parsed, every condition checked against the vocabulary, every citation resolved.
 * @errors `LawRejected` with every problem of every file at once.
 */
export const loadLaw = (files: LawFiles, options: LoadOptions = {}): Result.Result<Law, LawRejected> => {
  const problems: LawProblem[] = [];
  const read = <T>(file: string, schema: z.ZodType<T>): Parsed<T> | undefined => {
    const text = files.get(file);
    if (text === undefined) return undefined;
    const outcome = readFile(file, text, schema);
    if (outcome.ok) return { value: outcome.value, raw: outcome.raw };
    problems.push(...outcome.problems);
    return undefined;
  };
  const folder = readFolder(files, read);
  const checked = options.eventParams === undefined ? folder : checkEventParams(folder, options.eventParams, problems);
  problems.push(...checkFolder(files, checked));
  const told = tellUnwrittenOnce(files, problems);
  if (told.length > 0 || checked.profile === undefined) return Result.fail(new LawRejected({ problems: told }));
  return Result.succeed(assemble(checked, checked.profile));
};

type Parsed<T> = { readonly value: T; readonly raw: unknown };
type Read = <T>(file: string, schema: z.ZodType<T>) => Parsed<T> | undefined;

const readFolder = (files: LawFiles, read: Read): Folder => {
  const paths = [...files.keys()].sort();
  const questions = paths.filter(isRulePath).flatMap((path) => {
    const parsed = read(path, RuleFile);
    return parsed === undefined ? [] : [[path, { file: parsed.value, hash: contentHash(parsed.raw) }] as const];
  });
  const cases = paths.filter(isCasePath).flatMap((path) => {
    const parsed = read(path, CaseFile);
    return parsed === undefined ? [] : [[path, parsed.value] as const];
  });
  return {
    profile: read("jurisdiction.json", JurisdictionFile)?.value,
    rows: read("law-rows.json", LawRowsFile)?.value ?? null,
    notEncoded: read("not-encoded.json", NotEncodedFile)?.value ?? null,
    properties: read("properties.json", PropertyFile)?.value ?? null,
    questions: new Map<string, QuestionSource>(questions),
    cases: new Map(cases),
  };
};

const assemble = (folder: Folder, profile: JurisdictionFile): Law => ({
  id: profile.id,
  profile,
  vocabulary: vocabularyOf(profile),
  questions: byQuestion(folder.questions, (source) => source.file.question),
  cases: byQuestion(folder.cases, (file) => file.question),
  rows: folder.rows,
  notEncoded: folder.notEncoded,
  properties: folder.properties?.properties ?? [],
});

const byQuestion = <T>(files: ReadonlyMap<string, T>, question: (file: T) => QuestionId): ReadonlyMap<QuestionId, T> =>
  new Map([...files.values()].map((file) => [question(file), file]));
