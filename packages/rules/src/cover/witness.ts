import type { LocalDate } from "@victim-rights/core";
import { OUTSIDE } from "../diagram/cell.ts";
import type { FactSpace } from "../diagram/fact-space.ts";
import { itemAt } from "../diagram/item-at.ts";
import type { Manager } from "../diagram/manager.ts";
import type { NodeId } from "../diagram/node-table.ts";
import type { Assignment } from "../diagram/restrict.ts";
import type { FactValue } from "../facts.ts";
import type { RuleId } from "../file/rule-file.ts";
import type { FactName } from "../vocabulary/fact-definition.ts";
import type { CaseReading, Docket, DocketCase } from "./docket.ts";
import { nearestCells } from "./nearest-facts.ts";
import { isCertain } from "./possible.ts";
import { settingOfCase } from "./setting.ts";

/** Facts that a case could state, found near a case that there is. */
export type CaseFacts = {
  readonly asOf: LocalDate;
  readonly enable: readonly RuleId[];
  readonly facts: Readonly<Record<FactName, FactValue>>;
  /** The name of the case that is most like it; `null` when the question has none. */
  readonly like: string | null;
  /** The facts that this case states otherwise, or not at all. */
  readonly changed: readonly FactName[];
  /** Whether it is that very case, on its own day: nothing is missing from it but what it says of the answer. */
  readonly isThatCase: boolean;
};

/** Where a witness is looked for: where `root` is true. */
export type WitnessSearch = {
  readonly manager: Manager;
  readonly root: NodeId;
  readonly reading: CaseReading;
  /** The missing facts that still matter to what the case is to show; they are filled in one by one. */
  readonly stillOpen: (cells: Assignment) => readonly number[];
};

export type FoundCase = { readonly cells: Assignment; readonly stated: CaseFacts };

/** The facts nearest to one of the docket's cases for which the diagram is true, with all that matters filled in; `null` when it is never true. */
export const nearestCase = (docket: Docket, search: WitnessSearch): FoundCase | null => {
  const { manager, root, reading } = search;
  const open: Assignment = docket.space.axes.map(() => OUTSIDE);
  const cases = casesFrom(docket, reading);
  const near = cases.flatMap((each) => {
    const at = isCertain(manager, root, each.cells) ? { cells: each.cells, cost: 0 } : nearestCells(search, each.cells);
    return at === null ? [] : [{ each, at }];
  });
  const [first] = near.toSorted((left, right) => left.at.cost - right.at.cost);
  const found = first?.at.cells ?? nearestCells(search, open)?.cells ?? null;
  if (found === null) return null;
  const cells = fillIn(docket, found, search.stillOpen);
  return { cells, stated: stateFacts(docket.space, { cells, reading, like: first?.each ?? null }) };
};

/** Cases of the same reading come first, so that of two equally near the one with the same day is taken. */
const casesFrom = (docket: Docket, reading: CaseReading): readonly DocketCase[] => [
  ...docket.cases.filter((each) => each.reading === reading),
  ...docket.cases.filter((each) => each.reading !== reading),
];

const fillIn = (docket: Docket, start: Assignment, stillOpen: WitnessSearch["stillOpen"]): Assignment => {
  let cells = start;
  for (;;) {
    const [level] = stillOpen(cells);
    if (level === undefined) return cells;
    cells = cells.with(level, usualCell(docket, level));
  }
};

/** The cell that most cases of the question state; no case states it: no for a yes-or-no fact, else the last. */
const usualCell = ({ cases, space }: Docket, level: number): number => {
  const { definition, cells } = itemAt(space.axes, level);
  const counts = cells.map((_, cell) => cases.filter((each) => each.cells[level] === cell).length);
  const most = Math.max(...counts);
  if (most > 0) return counts.indexOf(most);
  return definition.type === "boolean" ? 0 : cells.length - 1;
};

type Stating = { readonly cells: Assignment; readonly reading: CaseReading; readonly like: DocketCase | null };

const stateFacts = (space: FactSpace, { cells, reading, like }: Stating): CaseFacts => {
  const known = space.axes.flatMap((axis, level) => {
    const cell = axis.cells[itemAt(cells, level)];
    if (cell === undefined) return [];
    const { name } = axis.definition;
    const kept = like?.cells[level] === cells[level] ? valueIn(like, name) : null;
    return [{ name, value: kept ?? cell.sample, isKept: kept !== null }];
  });
  const changed = known.filter(({ isKept }) => !isKept).map(({ name }) => name);
  const { asOf, enable } = like?.reading === reading ? settingOfCase(like.stated) : reading.setting;
  return {
    asOf,
    enable: [...enable].toSorted(),
    facts: Object.fromEntries(known.map(({ name, value }) => [name, value])),
    like: like?.stated.name ?? null,
    changed,
    isThatCase: like?.reading === reading && changed.length === 0,
  };
};

/** The value that a case states of a fact; `null` when it states none. */
const valueIn = (each: DocketCase | null, name: FactName): FactValue | null => {
  const value = each?.stated.facts[name] ?? null;
  return typeof value === "object" ? null : value;
};
