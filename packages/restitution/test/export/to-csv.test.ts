import fc from "fast-check";
import { expect, test } from "vitest";
import { CSV_COLUMNS, type Entry, entriesOf, fromCsvCell, toCsv } from "../../src/index.ts";
import { after, payment, sampleLedger } from "../ledger/sample-ledger.ts";
import { NEVER_EXPORTED, ODD_IDS, oddLedger } from "./odd-ledger.ts";
import { readCsv } from "./read-csv.ts";

const sample = after(sampleLedger(), payment(5_000, { id: "=pay 1; (cash)" }), {
  do: "reverse",
  id: "rev",
  entry: "=pay 1; (cash)",
  why: "bounced",
});

/** The entry of the sample that its order made: the first that moves something. */
const ORDERED = entriesOf(sample).find(({ transfers }) => transfers.length > 0);

test("each transfer is a record, after the names", () => {
  const lines = [...toCsv(sample)].join("").split("\r\n");
  expect(lines[0]).toBe("seq,entry,effective_on,posted_at,kind,debit,credit,cents,amount,ground_kind,ground,reverses");
  expect(lines[1]).toBe(
    `7,${ORDERED?.id},2026-01-05,2026-01-05T18:00:00.000Z,enter-order,outstanding/ann-1,ordered/ann-1,200000,2000.00,` +
      "order,order-1,",
  );
  expect(lines[5]).toBe(
    '8,"\'=pay 1; (cash)",2026-03-02,2026-03-02T18:00:00.000Z,receive-payment,held,payable/ann-1,3333,33.33,' +
      "rule,us-mt/restitution/individuals $.distribute.options.ordered.above,",
  );
  expect(lines[9]).toBe(
    "9,rev,2026-03-02,2026-03-02T18:00:00.000Z,reverse,payable/ann-1,held,3333,33.33,reverses," +
      '"\'=pay 1; (cash)","\'=pay 1; (cash)"',
  );
  expect(lines.at(-1)).toBe("");
});

test.each([1, 2, 3, 4, 5, 6])("odd ids are read back as they were, seed %i", (seed) => {
  const entries = entriesOf(oddLedger(seed));
  const [names, ...rows] = readCsv([...toCsv(entries)].join(""));
  expect(names).toEqual(CSV_COLUMNS);
  const read = rows
    .map((row) => row.map(fromCsvCell))
    .map(([seq, id, , , , debit, credit, cents]) => [Number(seq), id, debit, credit, Number(cents)]);
  expect(read).toEqual(
    entries.flatMap(({ seq, id, transfers }) =>
      transfers.map(({ debit, credit, cents }) => [seq, id, debit, credit, cents]),
    ),
  );
});

/** An entry of one transfer, in which an id stands in every place. */
const oneEntry = (id: string): Entry =>
  ({
    ...ORDERED,
    id,
    transfers: [{ debit: `payable/${id}`, credit: "held", cents: 1, ground: { document: id } }],
  }) as unknown as Entry;

test("no cell is a formula, and each is read back", () => {
  const begins = fc.constantFrom("=", "+", "-", "@", "'", "''=", "＝", "\u00a0=", '"', "a\r", "a\n=", ";=");
  const ids = fc
    .oneof(
      fc.tuple(begins, fc.string({ unit: "grapheme" })).map((parts) => parts.join("")),
      fc.constantFrom(...ODD_IDS),
    )
    .map((id) => id.trim())
    .filter((id) => id.length > 0 && id.length <= 200);
  fc.assert(
    fc.property(ids, (id) => {
      const rows = readCsv([...toCsv([oneEntry(id)])].join(""));
      const row = rows[1] ?? [];
      expect(row.map(fromCsvCell)).toEqual(expect.arrayContaining([id, `payable/${id}`]));
      expect(row[1]?.replace(/^'/u, "")).toBe(id.startsWith("'") || /^[=+@＝-]/u.test(id) ? id : row[1]);
      for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
    }),
    { numRuns: 500 },
  );
});

test("how people are called and where they live stands nowhere", () => {
  const text = [...toCsv(oddLedger(3))].join("");
  for (const name of NEVER_EXPORTED) expect(text).not.toContain(name);
});

test("a long ledger comes in several pieces, and entries can be given by themselves", () => {
  const entries = Array.from({ length: 1_200 }, () => oneEntry("c-1"));
  const pieces = [...toCsv(entries)];
  expect(pieces.length).toBeGreaterThan(1);
  expect(readCsv(pieces.join(""))).toHaveLength(1_201);
});
