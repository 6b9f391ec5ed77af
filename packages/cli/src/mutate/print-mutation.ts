import type { MutationReport, RuleMutation, SurvivingMutant, WitnessOutcome } from "@victim-rights/rules/analysis";
import { ruleInWords } from "../print/rule-in-words.ts";
import { witnessInWords } from "../cover/witness-words.ts";
import { type Io, say } from "../io/io.ts";
import { styleFor } from "../io/style.ts";

/** Prints what became of a question's mutants: the score, then each rule that has survivors with what would tell them. */
export const printMutation = (io: Io, report: MutationReport): void => {
  const style = styleFor(io);
  say(io, style("bold", `${report.question}: ${scoreInWords(report.score)}`));
  say(io, `  ${countsInWords(report)}`);
  for (const { name } of report.failing) say(io, `  ${style("red", "fails already")} ${name}`);
  for (const rule of report.rules) if (rule.survivors.length > 0) printRule(io, rule);
};

/** Rounded down, so that 100 is said only of 100. */
export const scoreInWords = (score: number): string => `${Math.floor(score * 10) / 10} of 100 changes noticed`;

/** The counts of a report on one line. */
const countsInWords = ({
  mutants,
  equivalent,
  notDecided,
  killed,
}: Pick<MutationReport, "mutants" | "equivalent" | "notDecided" | "killed">): string =>
  [
    `${mutants} changes`,
    `${equivalent} that change no answer`,
    ...(notDecided === 0 ? [] : [`${notDecided} not decided`]),
    `${killed} noticed by a case`,
    `${mutants - equivalent - notDecided - killed} not noticed`,
  ].join(", ");

const printRule = (io: Io, rule: RuleMutation): void => {
  const { mutants, equivalent, survivors } = rule;
  say(io);
  say(io, `  ${ruleInWords(rule)}: ${survivors.length} of ${mutants - equivalent.length} changes go unnoticed`);
  for (const survivor of survivors) if (survivor.events === null) printSurvivor(io, survivor);
  const byPlace = Map.groupBy(survivors, (survivor) => (survivor.events === null ? null : placeOf(survivor)));
  for (const [place, group] of byPlace) if (place !== null) printUnsaid(io, place, group);
};

const printSurvivor = (io: Io, { at, change, witness, original, mutated }: SurvivingMutant): void => {
  const style = styleFor(io);
  say(io, `    ${style("yellow", change)}  ${style("dim", at)}`);
  say(io, `      shown by ${witnessInWords(witness)}`);
  say(io, `      there the law comes to ${outcomeInWords(original)}; changed, to ${outcomeInWords(mutated)}`);
};

/** The case that could say what follows: one that there is, or one to be written. */
const placeOf = ({ witness }: SurvivingMutant): string =>
  witness.isThatCase ? `\`${witness.like ?? ""}\`` : witnessInWords(witness);

/** Changes of what follows from the rule, which one case that says it would notice all at once. */
const printUnsaid = (io: Io, place: string, group: readonly SurvivingMutant[]): void => {
  const style = styleFor(io);
  for (const { at, change } of group) say(io, `    ${style("yellow", change)}  ${style("dim", at)}`);
  say(io, `      say what follows, under \`expect.events\` of ${place}:`);
  say(io, `      ${JSON.stringify(mergeEvents(group))}`);
};

const mergeEvents = (group: readonly SurvivingMutant[]): ExpectedEvents => {
  const merged: Record<string, ExpectedEvents[string]> = {};
  for (const { events } of group)
    for (const [rule, params] of Object.entries(events ?? {})) merged[rule] = { ...merged[rule], ...params };
  return merged;
};

type ExpectedEvents = NonNullable<SurvivingMutant["events"]>;

const outcomeInWords = (outcome: WitnessOutcome | null): string => {
  if (outcome === null) return "a contradiction";
  const { answer, grounds, overridden } = outcome;
  const on = grounds.length === 0 ? "" : ` on ${grounds.join(", ")}`;
  return `${answer}${on}${overridden.length === 0 ? "" : `, setting aside ${overridden.join(", ")}`}`;
};
