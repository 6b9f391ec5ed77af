import type { CaseFacts } from "../cover/witness.ts";
import type { Case, ExpectedEvents } from "../file/case-file.ts";
import type { QuestionId } from "../file/rule-file.ts";
import type { MutationReport, SurvivingMutant, WitnessOutcome } from "./mutation-report.ts";

/** A case to be written from a survivor's witness. Its name, its reason and whether its expectation is the law's are for a person to say. */
export type CaseToWrite = {
  readonly case: Case;
  /** The case it is most like, and the facts that it states otherwise. */
  readonly like: string | null;
  readonly changed: readonly string[];
  /** The changes that it would notice, in words. */
  readonly notices: readonly string[];
};

/** What a case that there is could expect besides: the parameters that follow from a rule among its grounds, or the grounds. */
export type ExpectationToAdd = {
  readonly toCase: string;
  readonly expect: Partial<Case["expect"]>;
  readonly notices: readonly string[];
};

/** All that is missing from a question's cases for them to notice every mutant. */
export type CasesToWrite = {
  readonly question: QuestionId;
  readonly cases: readonly CaseToWrite[];
  readonly additions: readonly ExpectationToAdd[];
};

/** Gathers the survivors of a report by the facts that tell them, so that one case stands for all it would notice. */
export const casesToWrite = ({ question, rules }: MutationReport): CasesToWrite => {
  const survivors = rules.flatMap((rule) => rule.survivors);
  const groups = [...Map.groupBy(survivors, ({ witness }) => JSON.stringify([witness.like, witness])).values()];
  return {
    question,
    cases: groups.flatMap((group) => caseOf(group)),
    additions: groups.flatMap((group) => additionOf(group)),
  };
};

const additionOf = (group: readonly SurvivingMutant[]): readonly ExpectationToAdd[] => {
  const [first] = group;
  if (first === undefined || !first.witness.isThatCase || first.witness.like === null) return [];
  const unsaid = group.filter(({ events }) => events === null);
  const grounds = unsaid.length === 0 ? {} : groundsOf(first.original);
  return [{ toCase: first.witness.like, expect: { ...grounds, ...eventsOf(group) }, notices: group.map(noticed) }];
};

const caseOf = (group: readonly SurvivingMutant[]): readonly CaseToWrite[] => {
  const [first] = group;
  if (first === undefined || first.original === null || first.witness.isThatCase) return [];
  const { witness, original } = first;
  const expect = { answer: original.answer, ...groundsOf(original), ...eventsOf(group) };
  return [
    { case: draftOf(witness, expect), like: witness.like, changed: witness.changed, notices: group.map(noticed) },
  ];
};

const groundsOf = (outcome: WitnessOutcome | null): Pick<Case["expect"], "grounds" | "overridden"> => {
  if (outcome === null) return {};
  const { grounds, overridden } = outcome;
  return { grounds: [...grounds], ...(overridden.length === 0 ? {} : { overridden: [...overridden] }) };
};

const draftOf = ({ asOf, enable, facts }: CaseFacts, expect: Case["expect"]): Case => ({
  name: "A person must name this case in one sentence",
  reason:
    "A person must say which provision gives this answer, and must change the answer where the statute says otherwise",
  asOf,
  ...(enable.length === 0 ? {} : { enable: [...enable] }),
  facts: { ...facts },
  expect,
});

const noticed = ({ rule, period, change }: SurvivingMutant): string => `${rule}${daysInWords(period)}: ${change}`;

const daysInWords = (period: SurvivingMutant["period"]): string => {
  if (period === null) return "";
  const { from, until } = period;
  return `${from === null ? "" : ` from ${from}`}${until === null ? "" : ` until ${until}`}`;
};

/** What the group's rules must say follows, by rule. */
const eventsOf = (group: readonly SurvivingMutant[]): Pick<Case["expect"], "events"> => {
  const merged: Record<string, ExpectedEvents[string]> = {};
  for (const { events } of group)
    for (const [rule, params] of Object.entries(events ?? {})) merged[rule] = { ...merged[rule], ...params };
  return Object.keys(merged).length === 0 ? {} : { events: merged };
};
