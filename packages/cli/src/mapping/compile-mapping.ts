import type { Law } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { compileEvents, type EventReader } from "./compile-events.ts";
import { compileOffenses, type RecordReader } from "./compile-offenses.ts";
import { compileRegistrations } from "./compile-registrations.ts";
import type { CompileContext } from "./compile-context.ts";
import type { IgnoredSource, Mapping, ReadableSource, Source } from "./mapping.ts";
import type { MappingProblem } from "./mapping-problem.ts";
import { nativeEventReader, nativeOffenseReader, nativeRegistrationReader } from "./native-reader.ts";
import { PLACEHOLDER_DATES } from "./read-date.ts";

/** A source of the mapping, ready to read rows. */
export type CompiledSource =
  | { readonly kind: "events"; readonly source: ReadableSource; readonly index: number; readonly read: EventReader }
  | {
      readonly kind: "offenses" | "registrations";
      readonly source: ReadableSource;
      readonly index: number;
      readonly read: RecordReader;
    }
  | { readonly kind: "ignored"; readonly source: IgnoredSource; readonly index: number };

export type CompiledMapping = { readonly mapping: Mapping; readonly sources: readonly CompiledSource[] };

/** Checks a mapping against the state's vocabulary, channels and zone, and makes a reader of each source. All problems come at once. */
export const compileMapping = (
  mapping: Mapping,
  law: Law,
): Result.Result<CompiledMapping, readonly MappingProblem[]> => {
  const problems: MappingProblem[] = [...checkState(mapping, law), ...checkNames(mapping)];
  const context: CompileContext = {
    jurisdiction: mapping.jurisdiction,
    zone: mapping.zone,
    placeholders: new Set(Object.keys(mapping.placeholders ?? PLACEHOLDER_DATES)),
    vocabulary: law.vocabulary,
    channels: new Set(law.profile.channels.map((channel) => channel.id)),
    problems,
  };
  const sources = mapping.sources.map((source, index) => compileSource(source, index, context));
  return problems.length === 0 ? Result.succeed({ mapping, sources }) : Result.fail(problems);
};

const checkState = (mapping: Mapping, law: Law): MappingProblem[] => {
  const problems: MappingProblem[] = [];
  if (mapping.jurisdiction !== law.id)
    problems.push({
      path: "$.jurisdiction",
      problem: `the mapping is for \`${mapping.jurisdiction}\` and the law for \`${law.id}\``,
      fix: "give the same jurisdiction in both",
    });
  const { zone } = law.profile.calendar;
  if (mapping.zone !== zone)
    problems.push({ path: "$.zone", problem: `the state reckons in \`${zone}\``, fix: `write \`${zone}\`` });
  return problems;
};

const checkNames = ({ sources }: Mapping): MappingProblem[] =>
  sources.flatMap(({ name }, index) =>
    sources.findIndex((other) => other.name === name) === index
      ? []
      : [
          {
            path: `$.sources[${index}].name`,
            problem: `two sources are called \`${name}\``,
            fix: "give each its own name",
          },
        ],
  );

const compileSource = (source: Source, index: number, context: CompileContext): CompiledSource => {
  if (source.kind === "ignored") return { kind: "ignored", source, index };
  return source.format.kind === "jsonl" && source.format.native
    ? nativeSource(source, index, context)
    : mappedSource(source, index, context);
};

const nativeSource = (source: ReadableSource, index: number, { jurisdiction }: CompileContext): CompiledSource => {
  switch (source.kind) {
    case "events":
    case "schedule":
      return { kind: "events", source, index, read: nativeEventReader(jurisdiction, index) };
    case "offenses":
      return { kind: "offenses", source, index, read: nativeOffenseReader };
    case "registrations":
      return { kind: "registrations", source, index, read: nativeRegistrationReader(jurisdiction) };
  }
};

const mappedSource = (source: ReadableSource, index: number, context: CompileContext): CompiledSource => {
  switch (source.kind) {
    case "events":
    case "schedule":
      return { kind: "events", source, index, read: compileEvents(source, index, context) };
    case "offenses":
      return { kind: "offenses", source, index, read: compileOffenses(source, index, context) };
    case "registrations":
      return { kind: "registrations", source, index, read: compileRegistrations(source, index, context) };
  }
};
