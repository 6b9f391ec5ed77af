import {
  type AnalysisReport,
  type QuestionFindings,
  type Region,
  regionInWords,
  type RuleFinding,
} from "@victim-rights/rules/analysis";
import { factsInWords } from "../facts/facts-in-words.ts";
import { type Io, say } from "../io/io.ts";
import { styleFor } from "../io/style.ts";
import { wrap } from "../io/wrap.ts";
import { assumedInWords } from "./assumed-words.ts";

/** Prints what a question's rules come to over all facts: faults first, then what an author should know. */
export const printAnalysis = (io: Io, report: AnalysisReport): void => {
  const style = styleFor(io);
  say(io, style("bold", `${report.question}: ${report.title}`));
  const { findings, tooLarge } = report;
  if (tooLarge !== null)
    tell(
      io,
      `  not decided: more than ${tooLarge.maxNodes} steps, asking in this order: ${tooLarge.factOrder.join(", ")}`,
    );
  if (findings !== null) for (const line of linesOf(findings)) tell(io, `  ${line}`);
  for (const line of assumedInWords(report.assumed)) for (const part of wrap(`  ${line}`)) say(io, style("dim", part));
};

const tell = (io: Io, line: string): void => {
  for (const part of wrap(line)) say(io, part);
};

const linesOf = (findings: QuestionFindings): readonly string[] => {
  const { rules, conflicts, gaps, neverMatter, groundsOnly } = findings;
  const faults = [
    ...rules.filter(isFault).map(ruleInWords),
    ...conflicts.flatMap(({ denial, grant, regions }) => [
      `conflict: ${denial} denies what ${grant} grants; name the grant under the denial's \`overrides\``,
      ...regions.flatMap(regionLines),
    ]),
  ];
  return [
    ...faults,
    ...(conflicts.length === 0
      ? [
          rules.length === 0
            ? "every rule can decide, and no two contradict each other"
            : "no two rules contradict each other",
        ]
      : []),
    ...rules.filter((finding) => !isFault(finding)).map(ruleInWords),
    ...gapLines(gaps.regions, gaps.complete),
    ...(neverMatter.length === 0 ? [] : [`named by a rule, and never matters: ${neverMatter.join(", ")}`]),
    ...(groundsOnly.length === 0
      ? []
      : [`matters to the grounds only, never to the answer: ${groundsOnly.join(", ")}`]),
  ];
};

const gapLines = (regions: readonly Region[], isComplete: boolean): readonly string[] =>
  regions.length === 0
    ? ["for everybody some rule speaks"]
    : [
        "no rule speaks, and the answer is no,",
        ...regions.flatMap(regionLines),
        ...(isComplete ? [] : ["  and elsewhere; `--limit` tells more"]),
      ];

/** Everybody in a region, and somebody of them; facts left out may be anything. */
const regionLines = (region: Region): readonly string[] => [
  `  where ${regionInWords(region)}`,
  ...(Object.keys(region.witness).length === 0 ? [] : [`    for instance ${factsInWords(region.witness)}`]),
];

/** Whether a finding is a mistake in the rules, and not something to know of them. */
export const isFault = ({ kind }: RuleFinding): boolean => kind === "never-fires" || kind === "always-overridden";

const ruleInWords = ({ rule, kind, by }: RuleFinding): string => {
  switch (kind) {
    case "never-fires":
      return `never fires: ${rule}: no facts make its conditions hold`;
    case "always-overridden":
      return `never stands: ${rule}: wherever it holds, ${by.join(" or ")} sets it aside`;
    case "denies-nothing":
      return `denies nothing: ${rule}: no grant holds where it does`;
    case "never-needed":
      return by.length === 0
        ? `never needed: ${rule}: it meets a grant only where a question within contradicts itself`
        : `never needed: ${rule}: what it denies, ${by.join(" or ")} denies too`;
    case "never-alone":
      return `never alone: ${rule} is a ground only where ${by.join(" or ")} is one too`;
  }
};
