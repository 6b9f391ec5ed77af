import { FALSE, TRUE } from "../diagram/boolean-algebra.ts";
import type { Axis, Cell } from "../diagram/cell.ts";
import { previousDay } from "../diagram/calendar-day.ts";
import { itemAt } from "../diagram/item-at.ts";
import { makeNode, terminal } from "../diagram/manager.ts";
import { plainName } from "../explain/fact-words.ts";
import type { FactValue } from "../facts.ts";
import type { FactCoverage, Shown } from "./coverage-report.ts";
import { judgeGoal } from "./goal.ts";
import type { OpenDocket } from "./open-docket.ts";

/** What the cases show of each fact that the question reads, in the order it reads them. */
export const coverFacts = (open: OpenDocket): readonly FactCoverage[] =>
  open.docket.space.axes.map((axis, level) => {
    const values = axis.cells.map((cell, place) => ({ words: inWords(cell), shown: judgeCell(open, level, place) }));
    return {
      fact: axis.definition.name,
      title: axis.definition.title,
      values,
      edges: edgesOf(axis).map(({ value, cell }) => ({
        value,
        shown: judgeEdge(open, { axis, value, cell: itemAt(values, cell).shown }),
      })),
    };
  });

const inWords = ({ range, label }: Cell): string =>
  range.kind === "values" && !range.others ? plainName(label) : label;

/** A value that some case states of a fact falls in the cell. */
const judgeCell = (open: OpenDocket, level: number, place: number): Shown => {
  const { manager, docket } = open;
  const inside = itemAt(docket.space.axes, level).cells.map((_, other) =>
    terminal(manager, other === place ? TRUE : FALSE),
  );
  return judgeGoal(open, () => makeNode(manager, level, inside));
};

type Edge = { readonly value: FactValue; readonly cell: number };

/** The last value before each boundary of an ordered fact and the first after it. */
const edgesOf = ({ cells }: Axis): readonly Edge[] =>
  cells.slice(1).flatMap(({ range }, place): readonly Edge[] => {
    if (range.kind !== "integers" && range.kind !== "dates") return [];
    const before = range.kind === "integers" ? range.from - 1 : previousDay(range.from);
    return [
      { value: before, cell: place },
      { value: range.from, cell: place + 1 },
    ];
  });

type EdgeSought = { readonly axis: Axis; readonly value: FactValue; readonly cell: Shown };

/** A case shows an edge when it states just that value; else one that shows its cell would, with the value put there. */
const judgeEdge = ({ docket }: OpenDocket, { axis, value, cell }: EdgeSought): Shown => {
  const { name } = axis.definition;
  const by = docket.cases.find(({ stated }) => stated.facts[name] === value);
  if (by !== undefined) return { state: "shown", by: by.stated.name };
  if (cell.state === "missing")
    return { state: "missing", witness: { ...cell.witness, facts: { ...cell.witness.facts, [name]: value } } };
  const near = docket.cases.find(({ stated }) => cell.state === "shown" && stated.name === cell.by);
  if (near === undefined) return { state: "not-decided" };
  const { stated } = near;
  return {
    state: "missing",
    witness: {
      asOf: stated.asOf,
      enable: [...(stated.enable ?? [])].toSorted(),
      facts: { ...knownFacts(stated.facts), [name]: value },
      like: stated.name,
      changed: [name],
      isThatCase: false,
    },
  };
};

const knownFacts = (facts: Readonly<Record<string, unknown>>): Readonly<Record<string, FactValue>> =>
  Object.fromEntries(
    Object.entries(facts).filter((entry): entry is [string, FactValue] => typeof entry[1] !== "object"),
  );
