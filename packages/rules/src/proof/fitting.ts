import * as Result from "effect/Result";
import type { Property } from "../file/property-file.ts";
import { checkProperty } from "../load/check-property.ts";
import type { Law } from "../load/law.ts";
import { PropertyRejected } from "./errors.ts";

/**
 * The property, when everything that it names is in the law.
 * @errors `PropertyRejected` with every name and value that does not fit.
 */
export const fitting = (law: Law, property: Property): Result.Result<Property, PropertyRejected> => {
  const names = {
    vocabulary: law.vocabulary,
    questions: new Set(law.questions.keys()),
    rules: new Map([...law.questions].map(([question, { file }]) => [question, file.rules])),
  };
  const problems = checkProperty(property, names, { file: "properties.json", path: "$" });
  return problems.length === 0
    ? Result.succeed(property)
    : Result.fail(new PropertyRejected({ name: property.name, problems }));
};
