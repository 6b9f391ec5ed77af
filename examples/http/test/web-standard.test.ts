import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const SRC = join(import.meta.dirname, "..", "src");
/** What starts the service on Node, and what Node gives it. */
const NODE_ONLY = /^(serve[.]ts|development-token[.]ts|node\/)/u;

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));

test("the service knows no platform: nothing outside its Node part imports Node, or uses what only Node has", () => {
  const shared = files.filter((path) => !NODE_ONLY.test(path));
  const knowing = shared.filter((path) => {
    const text = readFileSync(join(SRC, path), "utf8");
    return /from "node:|import\("node:|@hono\/node-server|\/node\/|\bprocess[.](env|std|exit|arg|cwd|on)|\bBuffer[.]|\brequire[(]|import[.]meta[.](dirname|filename)/u.test(
      text,
    );
  });
  expect(shared.length).toBeGreaterThan(30);
  expect(knowing).toEqual([]);
});
