import { z } from "zod";
import { DateFormat } from "./read-date.ts";

export const ColumnName = z
  .string()
  .min(1)
  .meta({ description: "A column as the file's header names it; in JSON Lines, a key or a dotted path of keys." });

export const Literal = z.union([z.boolean(), z.number(), z.string().min(1)]);
export type Literal = z.infer<typeof Literal>;

/** The agency's own values and what each means here. Blank is always unknown and cannot be given a meaning. */
export const ValueMap = z
  .record(z.string().trim().min(1, "a blank cell is always unknown: it cannot be given a meaning"), Literal.nullable())
  .meta({
    id: "ValueMap",
    description:
      "The agency's own values and what each means here; `null` means unknown. A value that is not listed rejects the row. A blank cell is always unknown.",
  });
export type ValueMap = z.infer<typeof ValueMap>;

/** Where one value stands and how it is written. */
export const FieldAt = z
  .strictObject({
    column: ColumnName,
    values: ValueMap.optional(),
    date: DateFormat.optional().meta({
      description:
        "How a date is written. Needed when the value is a date and the column is not written as `YYYY-MM-DD`.",
    }),
  })
  .meta({
    id: "FieldAt",
    description:
      "Where one value stands. Without `values`, a yes-or-no column is read as Y, N, YES, NO, TRUE, FALSE, 1, 0, and U or blank for unknown; a closed list is read by its own names.",
  });
export type FieldAt = z.infer<typeof FieldAt>;

/** Facts by name, each read from a column. */
export const FactsAt = z.record(z.string(), FieldAt).meta({
  id: "FactsAt",
  description:
    "Facts by their name in the vocabulary, each read from a column. `victim-rights facts QUESTION` lists the names.",
});
export type FactsAt = z.infer<typeof FactsAt>;
