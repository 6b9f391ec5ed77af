import { z } from "zod";
import { ColumnName } from "./field-at.ts";

/** How a source's file is recognised among the files given on the command line. */
export const Match = z
  .strictObject({
    files: z.array(z.string().min(1)).min(1).optional().meta({
      description:
        "File names, where `*` stands for any run of characters: `TAK026*.csv`. Letter case does not matter.",
    }),
    columns: z.array(ColumnName).min(1).optional().meta({ description: "Columns that the header must hold." }),
  })
  .refine((match) => match.files !== undefined || match.columns !== undefined, "give `files`, `columns` or both")
  .meta({
    id: "Match",
    description:
      "How a source's file is recognised: every criterion given must hold. When several sources fit, the first stands.",
  });
export type Match = z.infer<typeof Match>;

const Encoding = z
  .enum(["utf8", "latin1"])
  .default("utf8")
  .meta({ description: "`latin1` covers Windows-1252 exports." });

const CsvFormat = z.strictObject({
  kind: z.literal("csv"),
  delimiter: z
    .string()
    .min(1)
    .max(3)
    .default(",")
    .meta({ description: "What stands between two columns: `,`, `;`, `|` or a tab." }),
  quoting: z.enum(["plain", "doubled", "none"]).default("plain").meta({
    description:
      '`plain`: text may stand in quotes, and a quote within is doubled. `doubled`: text stands in doubled double quotes, `""text""`. `none`: quotes are ordinary characters.',
  }),
  columns: z
    .array(ColumnName)
    .min(1)
    .optional()
    .meta({ description: "The columns' names in order, for a file without a header." }),
  encoding: Encoding,
});
type CsvFormat = z.infer<typeof CsvFormat>;

const JsonlFormat = z.strictObject({
  kind: z.literal("jsonl"),
  native: z.boolean().default(false).meta({
    description:
      "The lines are already in this library's own shape; then only `name`, `match`, `format` and `kind` are read.",
  }),
  encoding: Encoding,
});
type JsonlFormat = z.infer<typeof JsonlFormat>;

export const FileFormat = z.discriminatedUnion("kind", [CsvFormat, JsonlFormat]).meta({ id: "FileFormat" });
export type FileFormat = z.infer<typeof FileFormat>;
