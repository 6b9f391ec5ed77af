import * as Result from "effect/Result";
import type { Facts } from "../facts.ts";
import type { CompiledQuestion } from "./compiled-question.ts";
import { findIn, type FoundTree } from "./decide.ts";
import type { DecideError } from "./errors.ts";
import { digestOf } from "./facts-digest.ts";
import type { Finding } from "./finding.ts";
import { toldInOutline } from "./outline.ts";
import { readingFor } from "./reading.ts";

/** How a determination is written: with all that it rests on, or as `outlineOf` has it. */
export type TextForm = "full" | "outline";

/**
 * Decides as `decide` does, and gives the determination as JSON: the same bytes as `JSON.stringify` of it, or of its
 * outline. What one question concludes is written once for all of whom it is concluded; only the digest of the facts is
 * each one's own. A service that answers in JSON saves most of the time that writing takes.
 * @errors as `decide`.
 */
export const decideText = (
  compiled: CompiledQuestion,
  facts: Facts,
  form: TextForm = "full",
): Result.Result<string, DecideError> => {
  const record = compiled.read(facts);
  if (Result.isFailure(record)) return Result.fail(record.failure);
  const found = findIn(readingFor(compiled), record.success);
  if (Result.isFailure(found)) return Result.fail(found.failure);
  return Result.succeed(textOf(found.success, form, digestOf(record.success.given)));
};

/** The text of a determination but for what is within, the weakest check, and the digest. */
type Parts = { readonly beforeWithin: string; readonly beforeDigest: string; readonly afterDigest: string };

/** A finding is of one compiled question, and is frozen. */
const written: Readonly<Record<TextForm, WeakMap<Finding, Parts>>> = { full: new WeakMap(), outline: new WeakMap() };

const textOf = (found: FoundTree, form: TextForm, digest: string): string => {
  const { beforeWithin, beforeDigest, afterDigest } = partsOf(found, form);
  const within = found.within.map((inner) => textOf(inner, form, digest)).join(",");
  const weakest = found.weakest === null ? "null" : `"${found.weakest}"`;
  return `${beforeWithin}${within}],"weakestVerification":${weakest}${beforeDigest}${digest}${afterDigest}`;
};

const partsOf = ({ compiled, finding }: FoundTree, form: TextForm): Parts => {
  const known = written[form].get(finding);
  if (known !== undefined) return known;
  const parts = write(compiled, finding, form);
  written[form].set(finding, parts);
  return parts;
};

const write = (compiled: CompiledQuestion, finding: Finding, form: TextForm): Parts => {
  const { answer, grounds, possibleGrounds, overridden, missing, missingForGrounds, ids } = finding;
  const { law, question, asOf, edition, engine, ruleHash, enabled } = compiled;
  const asked = { jurisdiction: law.id, question, asOf, edition };
  const told = { grounds, possibleGrounds, overridden, missing, missingForGrounds };
  const receipt = { version: 1, ...asked, ruleHash, enabled };
  return {
    beforeWithin: `${open({ ...asked, answer, ...(form === "full" ? told : toldInOutline(told)) })},"within":[`,
    beforeDigest: `,"engine":"${engine}","receipt":${open(receipt)},"factsDigest":"`,
    afterDigest: `",${JSON.stringify({ answer, grounds: ids }).slice(1)}}`,
  };
};

/** An object's text without its last brace. */
const open = (fields: object): string => JSON.stringify(fields).slice(0, -1);
