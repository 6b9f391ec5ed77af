import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../test/temporary.ts";
import { Refused } from "../io/refused.ts";
import { writeTogether } from "./write-together.ts";

describe("writeTogether", () => {
  test("writes all of them, over what was there and into folders that were not", () => {
    const folder = temporaryFolder();
    const [old, fresh] = [join(folder, "old"), join(folder, "a", "b", "fresh")];
    writeFileSync(old, "yesterday");
    writeTogether(
      new Map([
        [old, "today"],
        [fresh, "new"],
      ]),
    );
    expect([readFileSync(old, "utf8"), readFileSync(fresh, "utf8")]).toEqual(["today", "new"]);
    expect(readdirSync(folder).toSorted()).toEqual(["a", "old"]);
  });

  test.each([
    ["a folder", (place: string) => mkdirSync(place), "later", Refused],
    ["a file in a folder's place", (place: string) => writeFileSync(place, "here"), join("later", "below"), "EEXIST"],
  ])("finds %s in the way before anything is moved, and leaves nothing behind", (_, stand, name, error) => {
    const folder = temporaryFolder();
    const first = join(folder, "first");
    writeFileSync(first, "yesterday");
    stand(join(folder, "later"));
    const texts = new Map([
      [first, "today"],
      [join(folder, "made", "deep", "file"), "new"],
      [join(folder, name), "new"],
    ]);
    expect(() => writeTogether(texts)).toThrow(error);
    expect(readFileSync(first, "utf8")).toBe("yesterday");
    expect(readdirSync(folder).toSorted()).toEqual(["first", "later"]);
  });

  test("leaves a file alone that has the name an unfinished one could have", () => {
    const folder = temporaryFolder();
    const place = join(folder, "file");
    writeFileSync(`${place}.part`, "another's");
    writeTogether(new Map([[place, "mine"]]));
    expect(readFileSync(`${place}.part`, "utf8")).toBe("another's");
  });
});
