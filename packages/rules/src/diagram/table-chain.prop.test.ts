import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryFacts } from "../arbitrary/arbitrary-facts.ts";
import { arbitraryQuestion } from "../arbitrary/arbitrary-question.ts";
import { itemAt } from "./item-at.ts";
import { walk } from "./walk.ts";
import { openDiagram } from "../columns/open-diagram.ts";
import { type TableChain, tableChain } from "./table-chain.ts";
import { cellIn, wordsOf } from "./word.ts";

/** One row's way along the chain, its cells packed by hand. */
const follow = ({ words, tables, start }: TableChain, cells: readonly number[]): number =>
  tables.reduce((place, table, link) => {
    const packed = itemAt(words, link).facts.map(({ level, stride }) => itemAt(cells, level) * stride);
    return table[place + packed.reduce((sum, part) => sum + part, 0)] ?? Number.NaN;
  }, start);

describe("tableChain", () => {
  test("leads where the diagram leads, however small its tables must be", () => {
    const asked = fc.tuple(arbitraryQuestion(arbitraryFacts), fc.nat({ max: 60 }), fc.infiniteStream(fc.nat()));
    fc.assert(
      fc.property(asked, ([{ compiled }, maxEntries, numbers]) => {
        const { diagrams, space } = compiled;
        const diagram = diagrams === null ? null : openDiagram(diagrams, 100_000);
        fc.pre(diagram !== null);
        const arities = space.axes.map((axis) => axis.cells.length + 1);
        const chain = tableChain(diagram, arities, maxEntries);
        for (let row = 0; row < 8; row += 1) {
          const cells = arities.map((arity) => Number(numbers.next().value) % arity);
          expect(follow(chain, cells)).toBe(walk(diagram.table, diagram.root, cells));
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("wordsOf", () => {
  test("packs every fact once, in words of sixteen bits from which each cell can be read again", () => {
    const sizes = fc.array(fc.integer({ min: 2, max: 400 }), { maxLength: 40 });
    fc.assert(
      fc.property(sizes, fc.infiniteStream(fc.nat()), (arities, numbers) => {
        const words = wordsOf(arities.map((arity, level) => ({ level, arity })));
        expect(words.flatMap(({ facts }) => facts.map(({ level }) => level))).toEqual([...arities.keys()]);
        for (const { facts, width } of words) {
          const cells = facts.map(({ arity }) => Number(numbers.next().value) % arity);
          const value = facts.reduce((sum, { stride }, place) => sum + stride * itemAt(cells, place), 0);
          expect(value).toBeLessThan(Math.min(width, 2 ** 16 + 1));
          expect(facts.map((fact) => cellIn(value, fact))).toEqual(
            facts.map(({ arity }, place) => (cells[place] === arity - 1 ? -1 : cells[place])),
          );
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
