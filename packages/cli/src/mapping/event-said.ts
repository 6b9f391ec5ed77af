import type { EventKind } from "@victim-rights/core";
import type { JsonObject } from "../feed/json.ts";
import type { CellProblem } from "../feed/reject.ts";
import type { FeedRecord } from "../feed/record.ts";
import type { EventMeaning } from "./code-table.ts";
import type { EventCodeReader } from "./compile-event-code.ts";
import type { Facts, FactsReader } from "./compile-facts.ts";
import type { FieldsReader } from "./compile-fields.ts";
import type { Literal } from "./field-at.ts";
import type { EventSource } from "./mapping.ts";
import type { EVENT_TARGETS } from "./target.ts";

/** What a row says happened: an event, or why its code never is one. */
export type Said = {
  readonly event: JsonObject | null;
  readonly noNotice: string | null;
  readonly code: string | null;
};

type SaidReaders = {
  readonly fields: FieldsReader<keyof typeof EVENT_TARGETS>;
  readonly code: EventCodeReader | null;
  readonly facts: FactsReader;
};

type Event = Exclude<EventMeaning, { noNotice: string }>;
type Row = {
  readonly source: EventSource;
  readonly readers: SaidReaders;
  readonly record: FeedRecord;
  readonly problems: CellProblem[];
};

/** Reads what happened from a row's code and its columns, which must agree; `null` when the row has a problem. */
export const readSaid = (row: Row): Said | null => {
  const { readers, record, problems } = row;
  if (readers.code === null) return eventSaid(row, null, null);
  const coded = readers.code(record, problems);
  if (coded === null) return null;
  return "noNotice" in coded.meaning
    ? { event: null, noNotice: coded.meaning.noNotice, code: coded.code }
    : eventSaid(row, coded.meaning, coded.code);
};

const eventSaid = (row: Row, meaning: Event | null, code: string | null): Said | null => {
  const kind = pick(row, "kind", meaning?.event);
  if (kind === null) {
    row.problems.push(silent(row.source));
    return null;
  }
  const releaseType = pick(row, "releaseType", meaning?.releaseType);
  if (releaseType !== null && NO_RELEASE.has(String(kind))) row.problems.push(notARelease(row.source, String(kind)));
  return { event: { kind, releaseType, ...settingSaid(row, meaning) }, noNotice: null, code };
};

const settingSaid = (row: Row, meaning: Event | null) => ({
  custodian: pick(row, "custodian", meaning?.custodian),
  phase: pick(row, "phase", meaning?.phase),
  facts: factsOf(row, meaning?.facts ?? {}),
});

type SaidField = "kind" | "releaseType" | "custodian" | "phase";

/** The code's value, else the column's, else the constant; a code and a column that differ contradict each other. */
const pick = (
  { source, readers, record, problems }: Row,
  field: SaidField,
  fromCode: Literal | undefined,
): Literal | null => {
  const fromColumn = readers.fields.column(field)(record, problems);
  if (fromCode === undefined) return fromColumn ?? source.constants[field] ?? null;
  if (fromColumn !== null && fromCode !== fromColumn) problems.push(contradiction(source, field));
  return fromCode;
};

/** Events after which nobody has just been let out: a kind of release beside one of them is a contradiction. */
const NO_RELEASE: ReadonlySet<string> = new Set<EventKind>([
  "death",
  "arrest",
  "admission",
  "recapture",
  "erroneous-release-return",
  "out-of-state-return",
  "supervision-reinstated",
]);

const silent = ({ fields }: EventSource): CellProblem => ({
  column: fields.kind?.column ?? null,
  problem: "the column is blank",
  howToFix: "every row needs to say what happened",
});

const contradiction = (source: EventSource, field: SaidField): CellProblem => ({
  column: source.fields[field]?.column ?? null,
  problem: `the column contradicts the code in column ${source.code?.column ?? ""}: they name different values for \`${field}\``,
  howToFix: "correct the code or the column at its source",
});

const notARelease = (source: EventSource, kind: string): CellProblem => ({
  column: source.fields.releaseType?.column ?? source.code?.column ?? null,
  problem: `a kind of release stands beside \`${kind}\`, which is no release`,
  howToFix: "correct the code or the kind of release at its source",
});

const factsOf = ({ readers, record, problems }: Row, coded: Facts): Facts => {
  const columns = readers.facts(record, problems);
  for (const [name, value] of Object.entries(columns)) {
    if ((coded[name] ?? value) !== value)
      problems.push({
        column: null,
        problem: `the code and a column contradict each other on the fact \`${name}\``,
        howToFix: "correct the code or the column at its source",
      });
  }
  return { ...columns, ...coded };
};
