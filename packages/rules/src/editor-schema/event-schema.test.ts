import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { eventSchemas } from "./event-schema.ts";

/** Two types that define one name differently, one of them by itself. */
const Days = z.strictObject({ days: z.int(), more: z.lazy((): z.ZodType => Days).optional() }).meta({ id: "Term" });
const Words = z.strictObject({ words: z.string() }).meta({ id: "Term" });
const { event, definitions } = eventSchemas({
  told: z.strictObject({ within: Days }),
  heard: z.strictObject({ within: Words }),
  none: z.strictObject({}),
});
const accepts = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false }).compile({
  ...event,
  $defs: definitions,
});

describe("eventSchemas", () => {
  test.each([
    { type: "told", params: { within: { days: 3, more: { days: 4 } } } },
    { type: "heard", params: { within: { words: "promptly" } } },
    { type: "none", params: {} },
  ])("accepts %j", (value) => {
    expect(accepts(value)).toBe(true);
  });

  test.each([
    { type: "told", params: { within: { words: "promptly" } } },
    { type: "told", params: { within: { days: 3, more: { days: "4" } } } },
    { type: "heard", params: { within: { days: 3 } } },
    { type: "none", params: { within: 3 } },
    { type: "tolt", params: {} },
    { params: {} },
  ])("refuses %j", (value) => {
    expect(accepts(value)).toBe(false);
  });
});
