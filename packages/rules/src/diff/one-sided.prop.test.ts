import { fc, test as property } from "@fast-check/vitest";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { SAMPLE_QUESTION } from "../arbitrary/arbitrary-law.ts";
import { arbitraryLawPair, type LawPair } from "../arbitrary/arbitrary-law-pair.ts";
import { SAMPLE_DAY } from "../arbitrary/arbitrary-rules.ts";
import { isInRegion } from "../reference/in-region.ts";
import { lawWithout } from "../reference/law-without.ts";
import { determined, everyone, factsRead } from "../reference/obvious-differences.ts";
import type { ReferenceDetermination } from "../reference/reference-determination.ts";
import type { CompleteFacts } from "../reference/reference-holds.ts";
import { diffQuestions } from "./diff-questions.ts";
import type { QuestionDiff } from "./question-diff.ts";
import { onBoth, otherSide, type SideName } from "./side.ts";
import type { TextChange } from "./text-change.ts";

const diffOf = (pair: LawPair, by: QuestionDiff["by"]): QuestionDiff => {
  const sides = onBoth(pair, (side) => ({ ...side, question: SAMPLE_QUESTION, asOf: SAMPLE_DAY }));
  return Result.getOrThrow(diffQuestions(sides, { by, limit: 10_000 }));
};

const SIDES = ["left", "right"] as const;

/** Everybody of whom only one side can be asked: some fact of theirs has a value that the other, reading it too, lacks. */
const onlyAskedOf = (pair: LawPair, side: SideName): readonly CompleteFacts[] => {
  const other = factsRead(pair[otherSide(side)]);
  const own = { left: pair[side], right: pair[side] };
  return everyone(own).filter((facts) =>
    Object.entries(facts).some(([fact, value]) => other.get(fact)?.includes(value) === false),
  );
};

const asked = (side: LawPair["left"], facts: CompleteFacts, question = SAMPLE_QUESTION): ReferenceDetermination =>
  determined(side, { question, facts });

type Person = { readonly side: SideName; readonly facts: CompleteFacts };

/** What the regions of a side say of somebody of whom it alone can be asked. */
const saidOf = ({ oneSided }: QuestionDiff, pair: LawPair, { side, facts }: Person): readonly string[] => {
  const valueOf = (fact: string) => facts[fact] ?? asked(pair[side], facts, fact).answer === "yes";
  return oneSided.flatMap(({ answer, regions, ...told }) =>
    told.side === side && regions.some((region) => isInRegion(region, valueOf)) ? [answer] : [],
  );
};

/** The answer and its grounds without a rule; `null` keeps all. */
const decidedWithout = ({ law, enable }: LawPair["left"], facts: CompleteFacts, rule: string | null): unknown => {
  const { answer, grounds } = asked({ law: lawWithout(law, ({ id }) => id === rule), enable }, facts);
  return { answer, grounds };
};

const saysOfGrounds = ({ changed }: TextChange): boolean => changed.includes("window") || changed.includes("methods");

describe("diffQuestions", () => {
  property.prop([arbitraryLawPair()], { numRuns: 150 })(
    "tells exactly what one side says of the people whom the other cannot be asked of",
    (pair) => {
      for (const by of ["rule", "effect"] as const) {
        const diff = diffOf(pair, by);
        for (const side of SIDES) {
          const people = onlyAskedOf(pair, side);
          const answers = people.map((facts) => asked(pair[side], facts));
          expect(people.map((facts) => saidOf(diff, pair, { side, facts }))).toEqual(
            answers.map(({ answer }) => (answer === "no" ? [] : [answer])),
          );
          const grounds = answers.flatMap(({ answer, ...rest }) => (answer === "yes" ? rest.grounds : []));
          const told = diff.oneSided.filter((each) => each.side === side);
          expect(told.flatMap((each) => each.grounds)).toEqual([...new Set(grounds)].toSorted());
        }
      }
    },
  );

  property.prop([arbitraryLawPair()], { numRuns: 100 })("gives each such region a person of it", (pair) => {
    for (const { side, answer, regions } of diffOf(pair, "rule").oneSided) {
      for (const { witness, share } of regions) {
        expect(witness.answer).toBe(answer);
        expect(asked(pair[side], witness.facts).answer).toBe(answer);
        expect(share).toBeGreaterThan(0);
        expect(share).toBeLessThanOrEqual(1);
      }
    }
  });

  property.prop([arbitraryLawPair()], { numRuns: 150 })(
    "calls no rule idle that has a part in what one side alone is asked",
    (pair) => {
      const { texts } = diffOf(pair, "rule");
      for (const side of SIDES) {
        const people = onlyAskedOf(pair, side);
        const added = texts.filter(({ on }) => on === side);
        const idle = (rule: string | null) => people.map((facts) => decidedWithout(pair[side], facts, rule));
        for (const { rule } of added) expect(idle(rule)).toEqual(idle(null));
        const reworked = new Set(texts.filter(saysOfGrounds).map(({ rule }) => rule));
        const yes = people.map((facts) => asked(pair[side], facts)).filter(({ answer }) => answer === "yes");
        expect(yes.flatMap(({ grounds }) => grounds).filter((id) => reworked.has(id))).toEqual([]);
      }
    },
  );

  property.prop([arbitraryLawPair()], { numRuns: 100 })(
    "compares every rule where both sides know the same",
    (pair) => {
      const { domains, notCompared, oneSided } = diffOf(pair, "rule");
      expect(domains.length === 0 ? [notCompared, oneSided] : [[], []]).toEqual([[], []]);
    },
  );

  test("meets people of one side, and rules that were not compared for them, often enough", () => {
    const told = fc.sample(arbitraryLawPair(), { numRuns: 150, seed: 7 }).flatMap((pair) => {
      const { oneSided, notCompared } = diffOf(pair, "rule");
      const rules = notCompared.map(({ on, changed }) => `${on} ${changed.join()}`);
      return [...oneSided.flatMap(({ side, answer }) => [side, answer]), ...rules];
    });
    for (const kind of ["left", "right", "yes", "conflict", "both conditions"])
      expect([kind, told.filter((each) => each === kind).length > 1]).toEqual([kind, true]);
  });
});
