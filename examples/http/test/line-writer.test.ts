import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { lineWriter } from "../src/node/line-writer.ts";

test("lines of one turn are written at once and in order, and none is lost or written twice", async () => {
  const written: string[] = [];
  const line = lineWriter((text) => void written.push(text));
  line("1");
  line("2");
  await setImmediate();
  line("3");
  await setImmediate();
  await setImmediate();
  expect(written).toEqual(["1\n2\n", "3\n"]);
});
