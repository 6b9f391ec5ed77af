import { describe, expect, test } from "vitest";
import { folderAt } from "./folder-at.ts";

describe("folderAt", () => {
  test.each([
    ["rules/us-xx", { path: "rules/us-xx", ref: null }],
    ["rules/us-xx@1.2.0", { path: "rules/us-xx", ref: "1.2.0" }],
    ["rules/us-xx@HEAD~3", { path: "rules/us-xx", ref: "HEAD~3" }],
    ["rules/us-xx@HEAD@{1}", { path: "rules/us-xx", ref: "HEAD@{1}" }],
    ["rules/us-xx@@scope/rules@1.2.0", { path: "rules/us-xx", ref: "@scope/rules@1.2.0" }],
    ["node_modules/@scope/rules", { path: "node_modules/@scope/rules", ref: null }],
    ["node_modules/@scope/rules@v1", { path: "node_modules/@scope/rules", ref: "v1" }],
    ["@scope/rules", { path: "@scope/rules", ref: null }],
    [".@main", { path: ".", ref: "main" }],
    ["rules/us-xx/@HEAD", { path: "rules/us-xx", ref: "HEAD" }],
    ["node_modules/@scope/rules/@v1", { path: "node_modules/@scope/rules", ref: "v1" }],
    ["rules/us-xx@", { path: "rules/us-xx", ref: "" }],
  ])("reads %s", (text, expected) => {
    expect(folderAt(text)).toEqual(expected);
  });
});
