import type { JurisdictionId } from "@victim-rights/core";
import type { CaseFile } from "../file/case-file.ts";
import type { JurisdictionFile, LawRowsFile, NotEncodedFile } from "../file/jurisdiction-file.ts";
import type { Property } from "../file/property-file.ts";
import type { QuestionId, RuleFile } from "../file/rule-file.ts";
import type { Vocabulary } from "../vocabulary/fact-definition.ts";

/** One question's rules with the hash of their content, as checked by the loader. */
export type QuestionSource = {
  readonly file: RuleFile;
  /** SHA-256 of the file's canonical JSON, in hexadecimal: white space and key order do not change it. */
  readonly hash: string;
};

/** A jurisdiction's law as loaded from its folder: every file parsed, every condition checked against the vocabulary. */
export type Law = {
  readonly id: JurisdictionId;
  readonly profile: JurisdictionFile;
  readonly vocabulary: Vocabulary;
  readonly questions: ReadonlyMap<QuestionId, QuestionSource>;
  readonly cases: ReadonlyMap<QuestionId, CaseFile>;
  readonly rows: LawRowsFile | null;
  readonly notEncoded: NotEncodedFile | null;
  /** What the rules must hold to, as `properties.json` says; `prove` of the analysis door shows whether they do. */
  readonly properties: readonly Property[];
};
