import { appendFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { hash } from "node:crypto";
import { join } from "node:path";
import { EntryHash, GENESIS, hashAfter, seal, textOf } from "@victim-rights/restitution";
import fc from "fast-check";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { Refused } from "../src/io/refused.ts";
import { appendLines } from "../src/ledger/append-lines.ts";
import { formatLine } from "../src/ledger/journal-line.ts";
import { type Journal, readChunks } from "../src/ledger/read-journal.ts";
import { desk, entriesOfCommands, journalOf, OPENING, pays, readAny, readWhole, there } from "./ledger-run.ts";
import { temporaryFolder } from "./temporary.ts";

const ENTRIES = entriesOfCommands([...OPENING, pays("p-1", 100), pays("p-2", 200, { document: "Zoë’s receipt" })]);

/** A journal in three writes: one entry, all but the last, the last. */
const sample = async () => {
  const path = join(temporaryFolder(), "journal.jsonl");
  const text = await journalOf(path, [ENTRIES.slice(0, 1), ENTRIES.slice(1, -1), ENTRIES.slice(-1)]);
  return { path, bytes: Buffer.from(text), lines: text.trimEnd().split("\n") };
};

const piecesOf = (bytes: Buffer, size: number): readonly Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));

/** Reads bytes that come in pieces of a size. */
const inPieces = async (bytes: Buffer, size: number): Promise<Journal> =>
  Result.getOrThrow(await readChunks(piecesOf(bytes, size)));

const PIECE = fc.integer({ min: 1, max: 5000 });

const seqAfter = async (path: string): Promise<number> => (await readWhole(path)).head.seq;

describe("a journal", () => {
  test("is one line an entry, chained as the library chains", async () => {
    const { lines } = await sample();
    const sealed = seal(ENTRIES);
    expect(lines.map((line) => (JSON.parse(line) as { readonly hash: string }).hash)).toEqual(
      sealed.map((each) => each.hash),
    );
    expect(lines[0]).toBe(`{"entry":${textOf(there(ENTRIES[0]))},"hash":"${sealed[0]?.hash}"}`);
  });

  test("hashes as the library does", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(hash("sha256", `${GENESIS.hash}\n${text}`)).toBe(hashAfter(GENESIS.hash, text));
      }),
    );
  });

  test("reads back what was written, whatever the size of the writes", async () => {
    const { path } = await sample();
    const { head, torn, bytes } = await readWhole(path);
    expect({ head, torn }).toEqual({ head: { seq: ENTRIES.length, hash: seal(ENTRIES).at(-1)?.hash }, torn: null });
    expect(bytes).toBe(readFileSync(path).length);
  });

  test("longer than what is read at once reads the same", async () => {
    const path = join(temporaryFolder(), "journal.jsonl");
    const long = "x".repeat(900_000);
    const many = entriesOfCommands(
      [1, 2, 3, 4].map((at) => ({ ...OPENING[0], id: `c-${at}`, payee: `v-${at}`, name: `${long}é` })),
    );
    await journalOf(
      path,
      many.map((entry) => [entry]),
    );
    expect(await seqAfter(path)).toBe(4);
  });
});

describe("a journal that was cut off", () => {
  test("at any byte of the last line reads up to the line before, or whole, and never a half", async () => {
    const { bytes, lines } = await sample();
    const before = bytes.length - Buffer.byteLength(lines.at(-1) ?? "") - 1;
    for (let size = before; size < bytes.length; size++) {
      const { head, torn, bytes: whole, isEnded } = await inPieces(bytes.subarray(0, size), 512);
      const wants =
        size === before
          ? { seq: ENTRIES.length - 1, torn: null, whole: before, isEnded: true }
          : size === bytes.length - 1
            ? { seq: ENTRIES.length, torn: null, whole: size, isEnded: false }
            : {
                seq: ENTRIES.length - 1,
                torn: { at: before, line: lines.length, bytes: size - before },
                whole: before,
                isEnded: true,
              };
      expect({ seq: head.seq, torn, whole, isEnded }).toEqual(wants);
    }
  });

  test("within entries that were written together loses all of these, and none before", async () => {
    const { bytes, lines } = await sample();
    const first = Buffer.byteLength(lines[0] ?? "") + 1;
    const last = bytes.length - Buffer.byteLength(lines.at(-1) ?? "") - 2;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: first + 1, max: last - 1 }), PIECE, async (size, piece) => {
        const { head, torn } = await inPieces(bytes.subarray(0, size), piece);
        expect(head.seq).toBe(1);
        expect(torn).toEqual({ at: first, line: 2, bytes: size - first });
      }),
      { numRuns: 1000 },
    );
  });

  test("between entries that were written together is told too, though every line is whole", async () => {
    const { path, lines } = await sample();
    for (let count = 2; count < lines.length - 1; count++) {
      writeFileSync(path, `${lines.slice(0, count).join("\n")}\n`);
      expect((await readWhole(path)).torn?.line).toBe(2);
    }
  });

  test("goes on when only the last line's ending is missing", async () => {
    const { path, bytes } = await sample();
    truncateSync(path, bytes.length - 1);
    const [entry] = entriesOfCommands([...OPENING, pays("p-1", 100), pays("p-2", 200), pays("p-3", 300)]).slice(-1);
    appendLines(path, await readWhole(path), [there(entry)]);
    expect(readFileSync(path).subarray(0, bytes.length)).toEqual(bytes);
    expect(await seqAfter(path)).toBe(ENTRIES.length + 1);
  });

  test("and ended by an editor is torn at the end, and broken anywhere else", async () => {
    const { path, bytes } = await sample();
    writeFileSync(path, `${bytes.subarray(0, bytes.length - 100).toString()}\n`);
    expect((await readWhole(path)).torn?.line).toBe(ENTRIES.length);
    appendFileSync(path, bytes);
    expect(await readAny(path)).toMatchObject({
      failure: { line: ENTRIES.length, seq: ENTRIES.length, why: "not-a-line" },
    });
  });
});

describe("a journal that was changed", () => {
  test("at any byte names the entry whose line it is", async () => {
    const { bytes } = await sample();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const changed = Buffer.from(bytes);
          changed[at] = (changed[at] ?? 0) ^ change;
          const line = bytes.subarray(0, at).filter((byte) => byte === 10).length + 1;
          const read = await readChunks(piecesOf(changed, 1000));
          // The end of a line that is no line any more reads as cut off where it is the last.
          const named = Result.match(read, {
            onSuccess: ({ torn }) => ({ line: there(torn).line, seq: there(torn).line }),
            onFailure: (broken) => ({ line: broken.line, seq: broken.seq }),
          });
          expect(named).toEqual({ line, seq: line });
        },
      ),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["one taken out", (lines: readonly string[]) => lines.toSpliced(3, 1), 4, "hash-differs"],
    ["one given twice", (lines: readonly string[]) => lines.toSpliced(3, 0, lines[3] ?? ""), 5, "hash-differs"],
    [
      "two changed about",
      (lines: readonly string[]) => lines.toSpliced(3, 2, lines[4] ?? "", lines[3] ?? ""),
      4,
      "hash-differs",
    ],
    ["an empty line", (lines: readonly string[]) => lines.toSpliced(3, 0, ""), 4, "not-a-line"],
    ["something else", () => ["name,amount", "a,b"], 1, "not-a-line"],
  ])("by %s names the first line that does not stand", async (_name, change, line, why) => {
    const { path, lines } = await sample();
    writeFileSync(path, `${change(lines).join("\n")}\n`);
    expect(await readAny(path)).toMatchObject({ failure: { line, why } });
  });

  test("by a byte that is no text is told, though a decoder would put the same sign in its place", async () => {
    const path = join(temporaryFolder(), "journal.jsonl");
    await journalOf(path, [entriesOfCommands([{ ...OPENING[0], document: "paper \uFFFD" }])]);
    const text = readFileSync(path).toString("latin1");
    writeFileSync(path, Buffer.from(text.replace("\u00EF\u00BF\u00BD", "\u00FF"), "latin1"));
    expect(await readAny(path)).toMatchObject({ failure: { line: 1, seq: 1, why: "not-text" } });
  });

  const resealed = (texts: readonly string[]): string => {
    let last = GENESIS.hash;
    return texts
      .map((text) => {
        last = EntryHash.parse(hash("sha256", `${last}\n${text}`));
        return formatLine({ text, hash: last, goesOn: false });
      })
      .join("");
  };

  const first = textOf(there(ENTRIES[0]));
  test.each([
    ["no JSON", [first, "{"], 2, "not-an-entry"],
    ["no object", [first, "[]"], 2, "not-an-entry"],
    [
      "cents that are text",
      [first, JSON.stringify({ ...ENTRIES[7], seq: 2, transfers: [{ debit: "held", credit: "held", cents: "1" }] })],
      2,
      "not-an-entry",
    ],
    [
      "no money that moves",
      [first, JSON.stringify({ ...ENTRIES[7], seq: 2, transfers: [{ debit: "held", credit: "held", cents: 0 }] })],
      2,
      "not-an-entry",
    ],
    ["a number that is another's", [first, first], 2, "out-of-place"],
    [
      "an account of nothing",
      [
        first,
        JSON.stringify({ ...ENTRIES[7], seq: 2, transfers: [{ debit: "held", credit: "payable/none", cents: 1 }] }),
      ],
      2,
      "unfit",
    ],
    [
      "a command without its parts",
      [first, JSON.stringify({ ...ENTRIES[6], seq: 2, command: { ...ENTRIES[6]?.command, obligations: 3 } })],
      2,
      "unfit",
    ],
  ])("and sealed anew, with %s, is told and folds nothing", async (_name, texts, line, why) => {
    const path = join(temporaryFolder(), "journal.jsonl");
    writeFileSync(path, resealed(texts));
    expect(await readAny(path)).toMatchObject({ failure: { line, seq: line, why } });
  });

  test("and sealed anew in another form is found by `verify`, without quoting it", async () => {
    const { ledger, path } = desk();
    const { command, ...rest } = there(ENTRIES[0]);
    writeFileSync(path, resealed([JSON.stringify({ ...rest, command: { ...command, kind: "Zelda" } })]));
    expect((await ledger(["verify", path])).err).toBe(
      `error: ${path} line 1: entry 1 does not have the shape of an entry ($.command.kind); everything before it stands; restore the rest from a copy\n`,
    );
    writeFileSync(path, resealed([JSON.stringify({ command, ...rest })]));
    expect((await ledger(["verify", path])).err).toContain("entry 1 is not written in the one form that entries have");
  });
});

describe("mending", () => {
  test("a torn end is told, stops posting, moves aside whole, and the same commands post again", async () => {
    const { post, path, cwd, text, ledger } = desk();
    await post([...OPENING], "--create");
    const before = text();
    expect((await post([pays("p-1", 10_000), pays("p-2", 20_000)])).exit).toBe(0);
    const whole = text();
    truncateSync(path, whole.length - 30);
    const torn = text().slice(before.length);

    const refused = await post([pays("p-3", 100)]);
    expect(refused).toMatchObject({ exit: 3, out: "" });
    expect(refused.err).toBe(
      `error: journal.jsonl line 8: the last write was cut off: ${torn.length} bytes from byte ${before.length} on are not whole, and were never told to be posted; post again with \`--drop-torn\`, which moves them into a file beside the journal, then repeat what was posted last\n`,
    );
    expect(await ledger(["verify", "journal.jsonl"])).toMatchObject({ exit: 1, err: refused.err });

    const mended = await post([pays("p-1", 10_000), pays("p-2", 20_000)], "--drop-torn");
    expect(mended).toMatchObject({ exit: 0, err: expect.stringContaining("is now in") });
    expect(text()).toBe(whole);
    expect(readFileSync(`${path}.torn-1`, "utf8")).toBe(torn);
    truncateSync(path, before.length + 5);
    await post([], "--drop-torn");
    expect(text()).toBe(before);
    expect(readdirSync(cwd).toSorted()).toEqual([
      "journal.jsonl",
      "journal.jsonl.torn-1",
      "journal.jsonl.torn-2",
      "policy.json",
    ]);
  });

  test("a file that was changed since it was read is left alone", async () => {
    const { path } = await sample();
    const journal = await readWhole(path);
    appendFileSync(path, "x");
    expect(() => appendLines(path, journal, ENTRIES.slice(0, 1))).toThrow(Refused);
    expect(await readWhole(path)).toMatchObject({ head: journal.head, torn: { bytes: 1 } });
  });
});
