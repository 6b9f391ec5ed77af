import { formatCitation, type Source } from "@victim-rights/core";
import type { Score, ScreenFlag, ScreenKind, ScreenReason, ScreenResult } from "@victim-rights/restorative-justice";
import { type Io, say, sayJson } from "../io/io.ts";
import { styleFor } from "../io/style.ts";
import { wrap } from "../io/wrap.ts";
import { EXPERIMENTAL } from "./words.ts";

type Telling = { readonly sources: readonly Source[]; readonly json: boolean };

/** Prints what a screen came to, under its label: how much concern there is and why, and what comes next. */
export const printScreen = (io: Io, result: ScreenResult, { sources, json }: Telling): void => {
  if (json) return sayJson(io, { experimental: EXPERIMENTAL, ...result });
  const style = styleFor(io);
  const { kind, flags, notice, screens } = result;
  const print = (lines: readonly string[]): void => {
    for (const line of lines.flatMap(wrap)) say(io, line);
  };
  say(io, style("bold", "NOT A VALIDATED INSTRUMENT"));
  print([notice, EXPERIMENTAL, ""]);
  for (const { screen, instrument, at, by } of screens)
    print([`${screen}: ${instrument.id} ${instrument.version}, on ${at}, by ${by}`]);
  say(io, style("bold", kind));
  print([`  ${KINDS[kind]}`, ...flags.map((flag) => `  ${flag}: ${FLAGS[flag]}`), ...scoreLines(result), ""]);
  say(io, style("bold", "Why"));
  print(reasonLines(result, sources));
  print(["", ...nextLines(result)]);
};

const KINDS: Readonly<Record<ScreenKind, string>> = {
  no_indicator_found:
    "No answer that was given raised concern. It does not say that anybody is safe, and it opens nothing.",
  escalate: "Something was said that people with special training look at before anything else goes on.",
  blocked: "Something was said that stops every step. Nobody can waive it: only a change of the fact itself lifts it.",
};

const FLAGS: Readonly<Record<ScreenFlag, string>> = {
  incomplete: "questions are left, or the setting does not count; no answer is never a no",
  support_first: "support comes before any step; it counts against nobody",
};

const scoreLines = ({ track, screens }: ScreenResult): readonly string[] => [
  ...(track === "ipv" ? ["  specialist track: the two are or were close, or it is not known"] : []),
  ...screens.flatMap(({ score }) => (score === null ? [] : [scoreLine(score)])),
];

const scoreLine = ({ lo, hi, cutOff, standing }: Score): string =>
  `  score ${lo === hi ? lo : `${lo} to ${hi}`}${cutOff === null ? "" : `, cut-off ${cutOff.id}: ${standing.replaceAll("_", " ")}`}`;

const reasonLines = ({ reasons }: ScreenResult, sources: readonly Source[]): readonly string[] => {
  const open = reasons.flatMap(({ because, item }) => (because === "no-answer" && item !== null ? [item] : []));
  const lines = [
    ...reasons
      .filter(({ because, item }) => because !== "no-answer" || item === null)
      .map((one) => lineOf(one, sources)),
    ...(open.length === 0 ? [] : [`  incomplete: no answer to ${open.join(", ")}`]),
  ];
  return lines.length === 0 ? ["  nothing that was answered raises concern"] : lines;
};

const lineOf = ({ raises, because, item, cites }: ScreenReason, sources: readonly Source[]): string => {
  const from = cites.map((cite) => formatCitation(cite, sources)).join("; ");
  return `  ${raises}: ${item === null ? "" : `${item} `}${because}${from === "" ? "" : ` (${from})`}`;
};

const nextLines = ({ kind, flags }: ScreenResult): readonly string[] => [
  ...(kind === "no_indicator_found" && !flags.includes("support_first")
    ? []
    : ["First: the offer of a domestic-violence advocate, which may be refused. The programme decides after that."]),
  "A named person decides, after every other gate. A screening can only raise concern.",
];
