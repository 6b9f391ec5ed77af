import type { CellProblem } from "../feed/reject.ts";
import type { FeedRecord } from "../feed/record.ts";
import { below, type CompileContext, type Place } from "./compile-context.ts";
import { compileOffenseCode } from "./compile-event-code.ts";
import { compileFacts, type Facts } from "./compile-facts.ts";
import { compileFields, type FieldsReader } from "./compile-fields.ts";
import { compileKey, compileStamp, sortable } from "./compile-key.ts";
import type { RecordDraft } from "./draft.ts";
import type { OffenseSource } from "./mapping.ts";
import { OFFENSE_TARGETS } from "./target.ts";

/** Reads one row about an offense or a registration; `null` when the row has problems, which are added to the list. */
export type RecordReader = (record: FeedRecord, problems: CellProblem[]) => RecordDraft | null;

export const compileOffenses = (source: OffenseSource, index: number, context: CompileContext): RecordReader => {
  const place: Place = { context, path: `$.sources[${index}]` };
  const fields = compileFields(source, OFFENSE_TARGETS, place);
  const coded = codedReader(source, below(place, "code"));
  const columns = compileFacts(source.categories, below(place, "categories"));
  const key = compileKey(source, below(place, "key"));
  const stamp = compileStamp(source.stamp, below(place, "stamp"));
  const person = fields.required("supervisedPersonId");
  return (record, problems) => {
    const read = { key: key(record, problems), stamp: stamp(record, problems), person: person(record, problems) };
    const said = coded(record, problems);
    const content = {
      supervisedPersonId: read.person,
      ...readFields(fields, said, { record, problems }),
      categories: mergeCategories(said.categories, columns(record, problems), problems),
    };
    if (problems.length > 0 || read.key === null || read.person === null) return null;
    return { key: read.key, stamp: sortable(read.stamp), supervisedPersonId: String(read.person), content };
  };
};

/** What the code alone says of the offense. */
type Coded = { readonly categories: Facts; readonly class: string | null; readonly completion: string | null };

const NOTHING: Coded = { categories: {}, class: null, completion: null };

const codedReader = (source: OffenseSource, place: Place): ((record: FeedRecord, problems: CellProblem[]) => Coded) => {
  if (source.code === undefined) return () => NOTHING;
  const read = compileOffenseCode(source.code, place);
  return (record, problems) => {
    const meaning = read(record, problems)?.meaning;
    if (meaning === undefined || "noCategory" in meaning) return NOTHING;
    return { categories: meaning.categories, class: meaning.class ?? null, completion: meaning.completion ?? null };
  };
};

type Cells = { readonly record: FeedRecord; readonly problems: CellProblem[] };

const readFields = (fields: FieldsReader<keyof typeof OFFENSE_TARGETS>, said: Coded, { record, problems }: Cells) => ({
  caseNumber: fields.value("caseNumber")(record, problems),
  class: fields.value("class")(record, problems) ?? said.class,
  completion: fields.value("completion")(record, problems) ?? said.completion,
  stage: fields.value("stage")(record, problems),
  offenseDate: fields.value("offenseDate")(record, problems),
});

const mergeCategories = (coded: Facts, columns: Facts, problems: CellProblem[]): Facts => {
  for (const [name, value] of Object.entries(columns)) {
    if ((coded[name] ?? value) !== value)
      problems.push({
        column: null,
        problem: `the code and a column contradict each other on \`${name}\``,
        howToFix: "correct the code or the column at its source",
      });
  }
  return { ...columns, ...coded };
};
