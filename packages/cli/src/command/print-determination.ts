import { formatCitation, type Source } from "@victim-rights/core";
import type { Answer, Determination, Ground, MissingFact } from "@victim-rights/rules";
import { type Io, say } from "../io/io.ts";
import { type Style, styleFor } from "../io/style.ts";

const COLOUR = { yes: "green", no: "red", undetermined: "yellow" } as const satisfies Readonly<Record<Answer, string>>;

/** Prints an answer with its grounds, its citations, what it does not know, and its receipt. */
export const printDetermination = (io: Io, determination: Determination, sources: readonly Source[]): void => {
  const style = styleFor(io);
  const { answer, jurisdiction, question, asOf, edition, receipt } = determination;
  say(
    io,
    `${style(COLOUR[answer], style("bold", answer))}  ${jurisdiction} ${question}, as of ${asOf} (edition ${edition})`,
  );
  const print = (title: string, lines: readonly string[]): void => {
    if (lines.length === 0) return;
    say(io);
    say(io, style("bold", title));
    for (const line of lines) say(io, `  ${line}`);
  };
  print(
    "Grounds",
    determination.grounds.flatMap((ground) => groundLines(ground, sources, style)),
  );
  print(
    "Possible grounds",
    determination.possibleGrounds.flatMap((ground) => groundLines(ground, sources, style)),
  );
  print(
    "Set aside",
    determination.overridden.map(
      ({ ground, by }) => `${ground.title}, by ${by.map((denial) => denial.title).join(" and ")}`,
    ),
  );
  print("What could settle it", determination.missing.map(missingLine));
  say(io);
  say(
    io,
    style(
      "dim",
      `receipt: rules ${receipt.ruleHash.slice(0, 12)}, facts ${receipt.factsDigest.slice(0, 12)}, engine ${determination.engine}`,
    ),
  );
};

const groundLines = (ground: Ground, sources: readonly Source[], style: Style): readonly string[] => [
  ground.title,
  style(
    "dim",
    `  ${ground.cites.map((cite) => formatCitation(cite, sources)).join("; ")} · ${ground.verified.status} ${ground.verified.on} · ${ground.rule}`,
  ),
  ...(ground.reading === null ? [] : [`  rests on the reading: ${ground.reading.chosen}`]),
  ...ground.notes.map((note) => `  note: ${note}`),
];

const missingLine = ({ fact, state, question, knownBy }: MissingFact): string =>
  state === "unknown"
    ? `${fact}: ${question} (ask ${knownBy})`
    : `${fact}: asked and not known; a person must look (${knownBy})`;
