import { describe, expect, test } from "vitest";
import { z } from "zod";
import { jsonMutants } from "./json-mutants.ts";
import type { JsonShape } from "./json-shape.ts";

const Window = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("within"), amount: z.int(), unit: z.enum(["hour", "day"]) }),
  z.strictObject({ kind: z.literal("before"), term: z.enum(["in-advance", "timely"]) }),
  z.strictObject({ kind: z.literal("after"), term: z.enum(["promptly", "timely"]) }),
]);
const Duty = z.strictObject({
  window: Window,
  heard: z.boolean(),
  methods: z.array(z.enum(["mail", "phone", "email"])),
  others: z.array(z.strictObject({ window: Window })),
  note: z.string(),
});
const shape = z.toJSONSchema(Duty, { io: "input" }) as JsonShape;

const duty = {
  window: { kind: "within", amount: 3, unit: "hour" },
  heard: true,
  methods: ["mail"],
  others: [{ window: { kind: "after", term: "timely" } }],
  note: "as the statute says",
};

const changes = (value: unknown, at: JsonShape | undefined): readonly string[] =>
  jsonMutants(value, { shape: at, root: at, path: "" }).map(({ change }) => change);

describe("jsonMutants", () => {
  test("changes each value that its shape lists, and no free text", () => {
    expect(changes(duty, shape)).toEqual([
      "`window.kind`: `within` becomes `before`",
      "`window.amount`: `3` becomes `2`",
      "`window.amount`: `3` becomes `4`",
      "`window.unit`: `hour` becomes `day`",
      "`heard`: `true` becomes `false`",
      "`methods`: `mail` is left out",
      "`methods`: `phone` is added",
      '`others`: `{"window":{"kind":"after","term":"timely"}}` is left out',
      "`others[0].window.kind`: `after` becomes `before`",
      "`others[0].window.term`: `timely` becomes `promptly`",
    ]);
  });

  test("makes another kind of a tagged object with what the two have in common", () => {
    const [kind] = jsonMutants(
      { kind: "after", term: "timely" },
      { shape: shape.properties?.["window"], root: shape, path: "" },
    );
    expect(kind?.value).toEqual({ kind: "before", term: "timely" });
  });

  test("without a shape changes numbers, booleans and lists, and no name", () => {
    expect(changes({ window: { kind: "within", amount: 3 }, methods: ["mail"] }, undefined)).toEqual([
      "`window.amount`: `3` becomes `2`",
      "`window.amount`: `3` becomes `4`",
      "`methods`: `mail` is left out",
    ]);
  });

  test("changes one place and leaves the rest as it was", () => {
    const [, , , unit] = jsonMutants(duty, { shape, root: shape, path: "" });
    expect(unit).toMatchObject({
      path: ".window.unit",
      value: { ...duty, window: { kind: "within", amount: 3, unit: "day" } },
    });
  });
});
