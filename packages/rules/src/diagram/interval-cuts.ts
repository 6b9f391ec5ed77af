import type { Operator } from "../file/condition.ts";

/** A stretch of an ordered domain: `from` belongs to it, `until` does not. */
export type Interval<Point> = { readonly from: Point; readonly until: Point };

/** An ordered domain: its first and last value and the step to the next. */
export type OrderedDomain<Point> = {
  readonly first: Point;
  readonly last: Point;
  readonly next: (point: Point) => Point;
};

/** A test whose values are all points of one ordered domain. */
export type OrderedTest<Point> = { readonly operator: Operator; readonly values: readonly Point[] };

/** Cuts an ordered domain wherever one of the tests starts or stops passing. */
export const cutIntervals = <Point extends number | string>(
  domain: OrderedDomain<Point>,
  tests: readonly OrderedTest<Point>[],
): readonly Interval<Point>[] => {
  const cuts = tests.flatMap((test) => test.values.flatMap((value) => cutsAt(test.operator, value, domain)));
  const inside = [...new Set(cuts)].filter((cut) => cut > domain.first && cut <= domain.last);
  const starts = [domain.first, ...inside.toSorted((left, right) => (left < right ? -1 : 1))];
  return starts.map((from, index) => ({ from, until: starts[index + 1] ?? domain.next(domain.last) }));
};

const cutsAt = <Point extends number | string>(
  operator: Operator,
  value: Point,
  domain: OrderedDomain<Point>,
): readonly Point[] => [
  ...(CUTS_BEFORE[operator] ? [value] : []),
  ...(CUTS_AFTER[operator] && value < domain.last ? [domain.next(value)] : []),
];

/** Whether a test comes out differently just before its value and at it. */
const CUTS_BEFORE: Readonly<Record<Operator, boolean>> = {
  lessThan: true,
  greaterThanInclusive: true,
  lessThanInclusive: false,
  greaterThan: false,
  equal: true,
  notEqual: true,
  in: true,
  notIn: true,
};

/** Whether a test comes out differently at its value and just after it. */
const CUTS_AFTER: Readonly<Record<Operator, boolean>> = {
  ...CUTS_BEFORE,
  lessThan: false,
  greaterThanInclusive: false,
  lessThanInclusive: true,
  greaterThan: true,
};
