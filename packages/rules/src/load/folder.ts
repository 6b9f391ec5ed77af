import type { CaseFile } from "../file/case-file.ts";
import type { JurisdictionFile, LawRowsFile, NotEncodedFile } from "../file/jurisdiction-file.ts";
import type { PropertyFile } from "../file/property-file.ts";
import type { QuestionSource } from "./law.ts";

/** A state folder's files by path, each read on its own; what could not be read is left out and already reported. */
export type Folder = {
  readonly profile: JurisdictionFile | undefined;
  readonly rows: LawRowsFile | null;
  readonly notEncoded: NotEncodedFile | null;
  readonly properties: PropertyFile | null;
  readonly questions: ReadonlyMap<string, QuestionSource>;
  readonly cases: ReadonlyMap<string, CaseFile>;
};
