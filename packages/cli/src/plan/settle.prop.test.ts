import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { settle, type StoredRow } from "./settle.ts";

const rows = fc
  .array(
    fc.record({
      key: fc.constantFrom("a", "b", "c"),
      stamp: fc.constantFrom("", "1", "2", "3"),
      content: fc.constantFrom("x", "y", "z"),
    }),
    { maxLength: 30 },
  )
  .map((all) => all.map((each, at): StoredRow<string> => ({ ...each, digest: each.content, file: "f", row: at + 1 })));

/** The slow, obvious reading: look at each key and stamp, and collect what is said there. */
const obvious = (all: readonly StoredRow<string>[]) =>
  ["a", "b", "c"].flatMap((key) =>
    ["", "1", "2", "3"].flatMap((stamp) => {
      const said = [
        ...new Set(all.filter((each) => each.key === key && each.stamp === stamp).map(({ content }) => content ?? "")),
      ].sort();
      return said.length === 0 ? [] : [`${key} ${stamp} ${said.join("+")}`];
    }),
  );

const summary = (all: readonly StoredRow<string>[]) =>
  settle(all).chains.flatMap(({ key, states }) =>
    states.map(
      (state) =>
        `${key} ${state[0].stamp} ${state
          .map(({ content }) => content ?? "")
          .sort()
          .join("+")}`,
    ),
  );

describe("settle", () => {
  test.prop([rows])("agrees with the obvious reading", (all) => {
    expect(summary(all)).toEqual(obvious(all));
  });

  test.prop([rows, fc.infiniteStream(fc.nat())])("the order of rows changes nothing", (all, noise) => {
    const shuffled = all
      .map((each) => ({ each, at: noise.next().value }))
      .sort((one, other) => one.at - other.at)
      .map(({ each }) => each);
    expect(settle(shuffled)).toEqual(settle(all));
  });

  test.prop([rows])("no row is lost: each is kept or counted as a repeat", (all) => {
    const { chains, duplicates } = settle(all);
    expect(chains.flatMap(({ states }) => states.flat()).length + duplicates).toBe(all.length);
  });

  test.prop([rows])("reading everything twice only adds repeats", (all) => {
    const twice = settle([...all, ...all]);
    expect(twice.chains).toEqual(settle(all).chains);
    expect(twice.duplicates).toBe(settle(all).duplicates + all.length);
  });
});
