import { invariant, type JurisdictionId } from "@victim-rights/core";
import * as Result from "effect/Result";
import { formatLawFile } from "../author/format-law-file.ts";
import { printJson } from "../author/print-json.ts";
import { editorSchemas } from "../editor-schema/editor-schemas.ts";
import type { EventParams } from "../load/check-event-params.ts";
import type { LawFiles } from "../load/law-files.ts";
import type { LawRejected } from "../load/law-problem.ts";
import { firstCaseFile, firstNotEncodedFile, firstPropertyFile, firstRowsFile } from "./first-lists.ts";
import { firstManifest, firstReadme } from "./first-package.ts";
import { firstProfile } from "./first-profile.ts";
import { type FirstEvent, firstRuleFile } from "./first-rule.ts";

/** A state that has no folder yet. */
export type NewState = {
  readonly id: JurisdictionId;
  readonly name: string;
  /** What a rule of the question `notice` concludes. */
  readonly notice: FirstEvent;
  /** The shape of each event type's parameters, as the loader takes them: what an editor is told of them. */
  readonly eventParams?: EventParams;
};

/**
 * The files of a state's new folder, by path: every place where law must stand holds `<write here: …>`, which the loader
 * refuses and tells of. Nothing in them is law, and the one rule is marked as recalled, so that it decides nothing.
 */
export const newState = ({ id, name, notice, eventParams }: NewState): LawFiles => {
  const law = new Map(
    Object.entries({
      "jurisdiction.json": firstProfile({ id, name }),
      "law-rows.json": firstRowsFile(id),
      "not-encoded.json": firstNotEncodedFile(id),
      "notification.json": firstRuleFile(id, notice),
      "notification.cases.json": firstCaseFile(id),
      "properties.json": firstPropertyFile(id),
    }).map(([path, value]) => [path, sound(formatLawFile(path, JSON.stringify(value)))]),
  );
  return new Map([
    ["README.md", firstReadme({ id, name })],
    ["package.json", printJson(firstManifest({ id, name }))],
    ...law,
    ...sound(editorSchemas(law, eventParams === undefined ? {} : { eventParams })),
  ]);
};

const sound = <T>(made: Result.Result<T, LawRejected>): T => {
  invariant(Result.isSuccess(made), "files that were made here are JSON and say whose they are");
  return made.success;
};
