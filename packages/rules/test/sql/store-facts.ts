import type { CompiledQuestion, FactDefinition, Facts } from "../../src/index.ts";
import type { Engine } from "./engine.ts";

/** Puts rows of facts in a new table `facts` with a key `id`, a column per fact that the question reads. */
export const storeFacts = async (
  engine: Engine,
  { space }: CompiledQuestion,
  rows: readonly Facts[],
): Promise<void> => {
  const definitions = space.axes.map(({ definition }) => definition);
  const columns = definitions.map((fact) => `"${fact.name}" ${columnType(engine, fact)}`);
  const values = rows.map(
    (facts, id) => `(${[id, ...definitions.map((fact) => literal(engine, fact, facts[fact.name]))].join(", ")})`,
  );
  await engine.exec("DROP TABLE IF EXISTS facts");
  await engine.exec(`CREATE TABLE facts (${["id INTEGER", ...columns].join(", ")})`);
  for (let first = 0; first < values.length; first += BATCH)
    await engine.exec(`INSERT INTO facts VALUES ${values.slice(first, first + BATCH).join(", ")}`);
};

const BATCH = 1_000;

const columnType = ({ dialect }: Engine, { type }: FactDefinition): string => {
  if (dialect === "sqlite") return { boolean: "INTEGER", enum: "TEXT", integer: "INTEGER", date: "TEXT" }[type];
  return { boolean: "BOOLEAN", enum: "TEXT", integer: "INTEGER", date: "DATE" }[type];
};

/** What is unknown and what is uncertain are both `NULL`. */
const literal = ({ dialect }: Engine, { type }: FactDefinition, value: Facts[string]): string => {
  if (typeof value === "string") return `${type === "date" && dialect !== "sqlite" ? "DATE " : ""}${quoted(value)}`;
  if (typeof value === "boolean") return dialect === "sqlite" ? String(Number(value)) : String(value);
  return typeof value === "number" ? String(value) : "NULL";
};

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
