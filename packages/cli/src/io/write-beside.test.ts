import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../test/temporary.ts";
import { Refused } from "./refused.ts";
import { moveToPlaces, writeBeside } from "./write-beside.ts";

const problemsOf = (act: () => void): unknown => {
  try {
    act();
  } catch (error) {
    return error instanceof Refused ? error.failure.problems : error;
  }
  return null;
};

describe("writeBeside", () => {
  test("names the place, and not the file beside it, when the folder is not there", () => {
    const place = join(temporaryFolder(), "none", "file");
    expect(problemsOf(() => writeBeside(place, "text"))).toEqual([
      { where: place, problem: "the file, or a folder on its path, is not there", fix: "nothing was written" },
    ]);
  });

  test("takes a name as long as any", () => {
    const folder = temporaryFolder();
    const place = join(folder, "n".repeat(255));
    moveToPlaces(new Map([[place, writeBeside(place, "text")]]));
    expect(readdirSync(folder)).toEqual(["n".repeat(255)]);
  });
});

describe("moveToPlaces", () => {
  test("tells what was written before the file that cannot be moved", () => {
    const folder = temporaryFolder();
    const [first, second, third] = ["first", "second", "third"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const unfinished = new Map([
      [first, writeBeside(first, "text")],
      [second, join(folder, "gone")],
      [third, writeBeside(third, "text")],
    ]);
    expect(problemsOf(() => moveToPlaces(unfinished))).toMatchObject([
      { where: second, fix: `written before it: ${first}` },
    ]);
    expect(readFileSync(first, "utf8")).toBe("text");
  });
});
