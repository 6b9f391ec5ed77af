import { describe, expect, test } from "vitest";
import { splitRecord } from "./split-record.ts";

const plain = { delimiter: ",", quoting: "plain" } as const;
const doubled = { delimiter: ",", quoting: "doubled" } as const;

describe("splitRecord", () => {
  test.each([
    ["bare fields", "a,b,c", ["a", "b", "c"]],
    ["blank fields", ",,", ["", "", ""]],
    ["a quoted delimiter", 'a,"b,c",d', ["a", "b,c", "d"]],
    ["a doubled quote within quotes", '"say ""hi""",b', ['say "hi"', "b"]],
    ["an empty quoted field", '"",b', ["", "b"]],
    ["a line break within quotes", '"a\nb",c', ["a\nb", "c"]],
  ])("reads %s", (_, text, fields) => {
    expect(splitRecord(text, plain)).toEqual({ kind: "fields", fields });
  });

  test.each([
    ["doubled quotes around text", '1,""60O5010"",2', ["1", "60O5010", "2"]],
    ["tripled quotes around text", '1,"""60O5010""",2', ["1", "60O5010", "2"]],
    ["a delimiter within doubled quotes", '""a,b"",2', ["a,b", "2"]],
    ["empty text", '"""",2', ["", "2"]],
    ["empty text with two quotes", '"",2', ["", "2"]],
    ["ordinary quotes beside them", '"a,b",""c""', ["a,b", "c"]],
    ["bare numbers", "1,2", ["1", "2"]],
  ])("reads %s in the doubled style", (_, text, fields) => {
    expect(splitRecord(text, doubled)).toEqual({ kind: "fields", fields });
  });

  test("keeps quotes as they are when there is no quoting", () => {
    expect(splitRecord('5" pipe|"x', { delimiter: "|", quoting: "none" })).toEqual({
      kind: "fields",
      fields: ['5" pipe', '"x'],
    });
  });

  test("splits by a delimiter of several characters", () => {
    expect(splitRecord('a||"b||c"', { delimiter: "||", quoting: "plain" })).toEqual({
      kind: "fields",
      fields: ["a", "b||c"],
    });
  });

  test("says which field stays open", () => {
    expect(splitRecord('a,"b', plain)).toEqual({ kind: "open", field: 2 });
    expect(splitRecord('a,""b', doubled)).toEqual({ kind: "open", field: 2 });
  });

  test("says which field is torn", () => {
    expect(splitRecord('"a" b,c', plain)).toEqual({ kind: "torn", field: 1 });
    expect(splitRecord('a,b "c"', plain)).toEqual({ kind: "torn", field: 2 });
  });
});
