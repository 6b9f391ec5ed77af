import { citesInWords } from "../chart/chart-caption.ts";
import { isQuestionRead } from "../chart/fact-or-question.ts";
import { describeFact } from "../editor-schema/fact-words.ts";
import { plainName } from "../explain/fact-words.ts";
import { offByDefault } from "../file/off-by-default.ts";
import type { QuestionId } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";
import { channelFactName } from "../load/vocabulary-of.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";
import { type GuideSetting, namesIn, placeOfQuestion } from "./guide-setting.ts";
import { anchor, code, type Item, listLines, markdown, sentence } from "./markdown.ts";

/** The questions whose answers the rules read, each with the grounds on which it is answered yes. */
export const questionsRead = (setting: GuideSetting): readonly string[] => {
  const read = [...namesIn(setting.rules)].filter((name) => isQuestionRead(name, setting.law)).toSorted();
  return section(
    "Questions that these rules read",
    "Each is answered first, by rules of its own, and has a guide of its own.",
    read.map((question) => questionItem(question, setting)),
  );
};

const questionItem = (question: QuestionId, { law }: GuideSetting): Item => {
  const file = law.questions.get(question)?.file;
  const deciding = (file?.rules ?? []).filter((rule) => offByDefault(rule) === null);
  return {
    text: `${anchor(placeOfQuestion(question))}${markdown(file?.title ?? question)} (${code(question)}) It has a ground for yes in each of these:`,
    items: deciding.map((rule) => ({
      text: `${rule.effect === "deny" ? "and for no in this: " : ""}${markdown(`${rule.title}: ${citesInWords(rule, law)}`)}`,
    })),
  };
};

/** Every fact that the rules test: what to ask, what may be answered, and who would know. */
export const glossary = ({ law, rules }: GuideSetting): readonly string[] => {
  const named = namesIn(rules);
  const facts = [...law.vocabulary.values()].filter(({ name }) => named.has(name));
  return section(
    "Facts",
    "What the rules ask for, with the question to put and who would know the answer.",
    facts.map((fact) => ({
      text: `**${markdown(fact.title)}** (${code(fact.name)}): ${markdown([describeFact(fact), ...registering(fact.name, law)].join(" "))}`,
    })),
  );
};

/** How a person comes to be registered, for a fact that a registration channel gives. */
const registering = (fact: FactName, { profile }: Law): readonly string[] =>
  profile.channels
    .filter(({ id }) => channelFactName(id) === fact)
    .flatMap(({ how, heldBy }) => [`To register: ${sentence(how)}`, `Kept by: ${sentence(heldBy)}`]);

/** The texts that the rules cite: what they are, and where they were read. */
export const sources = ({ law, rules }: GuideSetting): readonly string[] => {
  const cited = new Set(rules.flatMap(({ cites }) => cites.map(({ source }) => source)));
  const items = law.profile.sources
    .filter(({ id }) => cited.has(id))
    .map(({ title, authority, edition, readAt, note }) => ({
      text: [
        `**${markdown(title)}** (${markdown(plainName(authority))})`,
        ...(edition === undefined ? [] : [`edition ${markdown(edition)}`]),
        ...(readAt === undefined ? [] : [`read at ${markdown(readAt)}`]),
        ...(note === undefined ? [] : [markdown(note)]),
      ].join("; "),
    }));
  return section("Sources", "The texts that the rules cite, and where they were read.", items);
};

/** What holds for the whole of the state's law. */
export const stateNotes = ({ law }: GuideSetting): readonly string[] =>
  section(
    `Notes on the law of ${markdown(law.profile.name)}`,
    "What holds for every question.",
    law.profile.notes.map((note) => ({ text: markdown(sentence(note)) })),
  );

/** Provisions of the state's notes on the law that have no rule, for a question whose rules encode such provisions. */
export const notEncoded = ({ law, file }: GuideSetting): readonly string[] => {
  if (file.rules.every(({ rows }) => rows.length === 0)) return [];
  const rows = new Map((law.rows?.rows ?? []).map((row) => [row.id, row]));
  const items = (law.notEncoded?.rows ?? []).map(({ id, why }) => {
    const row = rows.get(id);
    return { text: `${markdown(row === undefined ? id : `${row.event} (${row.cite})`)}: ${markdown(sentence(why))}` };
  });
  return section("Noted, and not a rule", "What the notes on this state's law hold and no rule here says.", items);
};

const section = (title: string, opening: string, items: readonly Item[]): readonly string[] =>
  items.length === 0 ? [] : [`## ${title}`, "", opening, "", ...listLines(items), ""];
