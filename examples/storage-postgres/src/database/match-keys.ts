import { type RawBuilder, sql } from "kysely";

/** Whether a column holds one of some keys: digests, or ids as `textKey` writes them. They go to the server as one text, a line for each. */
export const isOneOf = (column: string, keys: Iterable<string>): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} = any(string_to_array(${[...keys].join("\n")}, E'\\n'))`;
