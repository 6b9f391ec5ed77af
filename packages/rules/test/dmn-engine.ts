import { DmnModdle, type ModdleElement } from "dmn-moddle";
import { evaluate, unaryTest } from "feelin";
import type { FactValue } from "../src/index.ts";
import type { DmnExport } from "../src/authoring.ts";

/** Runs a document's decisions on facts by their own names; a fact that is not given is `null`. */
export type DmnEngine = (facts: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

type Variables = Record<string, unknown>;

type Table = {
  readonly inputs: readonly string[];
  readonly rows: readonly {
    readonly tests: readonly (readonly [place: number, test: string])[];
    readonly output: string;
  }[];
};

type Decision = { readonly name: string; readonly logic: Table | string };

const moddle = new DmnModdle();

/** Reads a 1.3 document back from its XML, and evaluates tables and expressions with feelin. */
export const dmnEngine = async ({ xml, inputs }: Pick<DmnExport, "xml" | "inputs">): Promise<DmnEngine> => {
  const { rootElement, warnings } = await moddle.fromXML(xml);
  if (warnings.length > 0) throw new Error(warnings.map(({ message }) => message).join("\n"));
  const decisions = parts(rootElement, "drgElement").filter(({ $type }) => $type === "dmn:Decision");
  const read = decisions.map((decision): Decision => ({ name: text(decision, "name"), logic: logicOf(decision) }));
  return (facts) => {
    const variables: Variables = {};
    for (const { fact, name } of inputs) variables[name] = feelValue(facts[fact]);
    for (const { name, logic } of read)
      variables[name] = typeof logic === "string" ? evaluate(logic, variables).value : collect(logic, variables);
    return variables;
  };
};

const parts = (element: ModdleElement, name: string): readonly ModdleElement[] =>
  (element[name] ?? []) as readonly ModdleElement[];

const text = (element: ModdleElement, name: string): string => String(element[name]);

const logicOf = (decision: ModdleElement): Table | string => {
  const logic = decision["decisionLogic"] as ModdleElement;
  if (logic.$type !== "dmn:DecisionTable") return text(logic, "text");
  if (logic["hitPolicy"] !== "COLLECT") throw new Error("every table collects");
  return {
    inputs: parts(logic, "input").map((input) => text(input["inputExpression"] as ModdleElement, "text")),
    rows: parts(logic, "rule").map((row) => ({
      tests: [...parts(row, "inputEntry").entries()]
        .map(([place, entry]) => [place, text(entry, "text")] as const)
        .filter(([, test]) => test !== "-"),
      output: text(parts(row, "outputEntry")[0] as ModdleElement, "text"),
    })),
  };
};

/** The output of every row that matches, in the order of the rows; an empty list when none does. Outputs are plain texts. */
const collect = ({ inputs, rows }: Table, variables: Variables): readonly unknown[] => {
  if (!inputs.every((input) => Object.hasOwn(variables, input))) throw new Error("a column tests what nothing gives");
  const values = inputs.map((input) => variables[input]);
  return rows
    .filter(({ tests }) => tests.every(([place, test]) => passes(test, values[place])))
    .map(({ output }) => JSON.parse(output) as unknown);
};

const known = new Map<string, boolean>();

/** Each cell is evaluated once for each value: a table of seventy rows is run for thousands of people. */
const passes = (test: string, value: unknown): boolean => {
  const key = `${test} ${JSON.stringify(value)}`;
  const found = known.get(key) ?? unaryTest(test, { "?": value }).value === true;
  known.set(key, found);
  return found;
};

/** A fact as FEEL knows it: a day is a date, what is unknown or uncertain is `null`. */
const feelValue = (value: unknown): unknown => {
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/u.test(value)) return evaluate(`date("${value}")`, {}).value;
  return isFactValue(value) ? value : null;
};

const isFactValue = (value: unknown): value is FactValue => ["boolean", "number", "string"].includes(typeof value);
