import { join } from "node:path";
import { fc, test } from "@fast-check/vitest";
import * as Result from "effect/Result";
import { describe, expect } from "vitest";
import { EXAMPLE_LAW, readFolder } from "../../test/law-folder.ts";
import type { LawFiles } from "../load/law-files.ts";
import { generatePackKey } from "./pack-key.ts";
import { packManifest } from "./pack-manifest.ts";
import { signPack } from "./sign-pack.ts";
import { verifyPack } from "./verify-pack.ts";

const folder = readFolder(join(EXAMPLE_LAW, "good"));
const keys = await generatePackKey();
const signature = JSON.stringify(await signPack(Result.getOrThrow(packManifest(folder)), keys.privateKey));
const verify = (files: LawFiles, signed = signature) =>
  verifyPack(files, { trust: [keys.publicKey], signature: signed });

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Path = readonly (string | number)[];

const isTree = (value: Json): value is readonly Json[] | { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null;

const placesIn = (value: Json, path: Path = []): readonly Path[] =>
  isTree(value) && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([key, inner]) =>
        placesIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
      )
    : [path];

const at = (value: Json, path: Path): Json =>
  path.reduce<Json>((inner, key) => (isTree(inner) ? (Reflect.get(inner, key) as Json) : null), value);

const replaced = (value: Json, [key, ...rest]: Path, by: (old: Json) => Json): Json => {
  if (key === undefined) return by(value);
  if (Array.isArray(value))
    return value.map((inner: Json, index) => (index === key ? replaced(inner, rest, by) : inner));
  return isTree(value)
    ? Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [name, name === key ? replaced(inner, rest, by) : inner]),
      )
    : value;
};

/** One place that holds a value, in one file. */
const places = [...folder].flatMap(([file, text]) =>
  placesIn(JSON.parse(text) as Json).map((path) => ({ file, path })),
);

/** Changes one character of a value as the file writes it, or the whole of what has no characters. */
const changed = (old: Json, seed: { readonly index: number; readonly letter: string }): Json => {
  if (typeof old === "string") {
    const place = seed.index % (old.length + 1);
    const next = old.slice(0, place) + seed.letter + old.slice(place + 1);
    return next === old ? `${old}~` : next;
  }
  if (typeof old === "number") return old + 1 + (seed.index % 9);
  if (typeof old === "boolean") return !old;
  return seed.letter;
};

/** The rule that a place lies in, as the file was signed. */
const ruleAt = (file: string, path: Path): unknown => {
  const [first, index] = path;
  return first === "rules" && (file === "notification.json" || file === "victim-definition/notice.json")
    ? at(JSON.parse(folder.get(file) ?? "") as Json, ["rules", index ?? 0, "id"])
    : null;
};

const aSeed = fc.record({
  index: fc.nat(200),
  letter: fc.string({ minLength: 1, maxLength: 1, unit: "grapheme-ascii" }),
});

describe("verifyPack", () => {
  test.prop([fc.constantFrom(...places), aSeed], { numRuns: 1000 })(
    "a change of any one character of any value is refused, naming the file and the rule",
    async ({ file, path }, seed) => {
      const value = JSON.parse(folder.get(file) ?? "") as Json;
      const text = JSON.stringify(replaced(value, path, (old) => changed(old, seed)));
      const outcome = await verify(new Map([...folder, [file, text]]));
      const rule = ruleAt(file, path);
      expect(Result.isFailure(outcome) && outcome.failure.problems).toMatchObject([
        {
          _tag: "PackTampered",
          file,
          rules: rule === null ? [] : expect.arrayContaining([expect.objectContaining({ rule })]),
        },
      ]);
    },
  );

  test.prop([fc.integer({ min: 0, max: 8 }), fc.nat()], { numRuns: 200 })(
    "white space and the order of keys change nothing",
    async (indent, turn) => {
      const respelled = new Map(
        [...folder].map(([file, text]) => [
          file,
          JSON.stringify(reordered(JSON.parse(text) as Json, turn), null, indent),
        ]),
      );
      expect(Result.isSuccess(await verify(respelled))).toBe(true);
    },
  );

  test.prop([fc.nat(signature.length - 1), fc.string({ minLength: 1, maxLength: 1, unit: "grapheme-ascii" })], {
    numRuns: 1000,
  })(
    "a change of any one character of the signature file is refused, or changes nothing it says",
    async (index, letter) => {
      const text = signature.slice(0, index) + letter + signature.slice(index + 1);
      const outcome = await verify(folder, text);
      const says = (json: string): unknown => {
        const { manifest, signature: made } = JSON.parse(json) as { manifest: unknown; signature: string };
        return [manifest, made.split("..").map((part) => Buffer.from(part, "base64url").toString("hex"))];
      };
      expect(Result.isFailure(outcome) || says(text)).toEqual(Result.isFailure(outcome) || says(signature));
    },
  );
});

/** Turns the keys of every object round. */
const reordered = (value: Json, turn: number): Json => {
  if (Array.isArray(value)) return value.map((inner: Json) => reordered(inner, turn));
  if (!isTree(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, reordered(inner, turn)] as const);
  const start = entries.length === 0 ? 0 : turn % entries.length;
  return Object.fromEntries([...entries.slice(start), ...entries.slice(0, start)]);
};
