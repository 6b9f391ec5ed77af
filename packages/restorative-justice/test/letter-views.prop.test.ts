import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerAuthor } from "../src/letter/answer-author.ts";
import type { LetterCase } from "../src/letter/letter-case.ts";
import { authorView } from "../src/letter/letter-views.ts";
import { statusConsumerView } from "../src/programme/status-consumer-view.ts";
import { type Beginning, command, letterIn, PEOPLE, strict, take } from "./letter-bank.ts";
import { beginnings, isVerdict, play, plays, rolls } from "./letter-play.ts";
import { stepsTaken } from "./random-steps.ts";

const RUNS = { numRuns: 1000 };

const questions = [
  command("ask-to-withdraw", { id: "q-1" }),
  command("resubmit", { id: "q-2" }),
  command("deliver", { id: "q-3", by: PEOPLE.author }),
  command("freeze", { id: "q-4", by: PEOPLE.author }),
  command("disclose-danger", { id: "q-5", by: PEOPLE.author }),
];

/** Everything that reaches the author from a letter, as bytes. */
const shownToAuthor = (letter: LetterCase): string =>
  JSON.stringify([authorView(letter), questions.map((asked) => answerAuthor(letter, asked, strict))]);

/** What a letter's declared signals come to. */
const signalsOf = ({ record, reasons }: LetterCase): string =>
  JSON.stringify([record.map(({ act }) => act).filter((act) => isVerdict(act) || act === "resubmit"), reasons]);

const isChosenByVictim = (act: string): boolean => act.startsWith("tell-") || act === "release-reply";

describe("INV-05: no letter is an input to a decision on status", () => {
  test("the view for those who decide is empty, takes no case, and so is the same for every case", () => {
    fc.assert(
      fc.property(plays, () => {
        expect(statusConsumerView.length).toBe(0);
        expect(JSON.stringify(statusConsumerView())).toBe("{}");
      }),
      RUNS,
    );
  });
});

describe("INV-11: nothing of the victim's is visible to the author", () => {
  test("no id of a victim-side record is in the author's view or answers, nor in the text of any error", () => {
    fc.assert(
      fc.property(plays, ({ played, last }) => {
        const answers = played.map(({ before, command: asked }) => answerAuthor(before, asked, strict));
        const errors = played.flatMap(({ outcome }) => (Result.isFailure(outcome) ? [outcome.failure.message] : []));
        expect(JSON.stringify([authorView(last), answers, errors])).not.toMatch(/\bV-/u);
      }),
      RUNS,
    );
  });

  test("a step of another changes nothing that the author sees or is answered, but for verdicts and her own choice", () => {
    let compared = 0;
    fc.assert(
      fc.property(plays, ({ played }) => {
        const steps = stepsTaken(played).filter(
          ({ command: { act, by } }) => by.side !== "offender-side" && !isChosenByVictim(act) && !isVerdict(act),
        );
        compared += steps.length;
        for (const { before, after } of steps) {
          expect(authorView(after)).toEqual(authorView(before));
          expect(shownToAuthor(after)).toBe(shownToAuthor(before));
        }
      }),
      RUNS,
    );
    expect(compared).toBeGreaterThan(1000);
  });
});

describe("non-interference: the author's side depends on declared signals alone", () => {
  test("two letters with other victim-side data, steps and facts, and equal signals, give equal bytes", () => {
    let compared = 0;
    fc.assert(
      fc.property(beginnings, rolls(), fc.array(fc.nat(23), { maxLength: 24 }), (state, steps, others) => {
        const one = play(letterIn(state), steps, strict).last;
        const victims = others.map((act) => ({ act: act * 4, giver: 1, minutes: 1, facts: act, fields: 0 }));
        const mixed = [...steps, ...victims].toSorted((left, right) => (left.act % 7) - (right.act % 7));
        const other = play(letterIn(state), mixed, strict).last;
        const isComparable = signalsOf(one) === signalsOf(other) && one !== other;
        compared += isComparable ? 1 : 0;
        expect(!isComparable || shownToAuthor(one) === shownToAuthor(other)).toBe(true);
      }),
      RUNS,
    );
    expect(compared).toBeGreaterThan(300);
  });

  test("a freeze or an open danger at any moment is not felt by the author, whatever he does and whenever", () => {
    const states = fc.constantFrom<Beginning>(
      ...([
        "submitted",
        "in_screening",
        "returned_for_revision",
        "rejected",
        "held",
        "notice_sent",
        "delivered",
      ] as const),
    );
    const own = fc.constantFrom("ask-to-withdraw", "resubmit", "deliver", "accept", "disclose-danger");
    const acts = fc.array(own, { maxLength: 5 });
    const stops = fc.constantFrom("freeze", "disclose-danger");
    fc.assert(
      fc.property(states, acts, stops, (state, asked, stop) => {
        const commands = asked.map((act) => command(act as "resubmit", { by: PEOPLE.author }));
        const told = (letter: LetterCase): string => {
          let each = letter;
          const answers = commands.map((next) => {
            const answer = answerAuthor(each, next, strict);
            each = Result.getOrElse(take(each, next), () => each);
            return answer;
          });
          return JSON.stringify([answers, authorView(each)]);
        };
        const stopped = Result.getOrThrow(take(letterIn(state), command(stop as "freeze")));
        expect(told(stopped)).toBe(told(letterIn(state)));
      }),
      RUNS,
    );
  });
});

const ACCEPTED = { letter: "letter-1", status: "accepted", reasons: [], revision: "closed", fromVictim: [] };

describe("INV-13: the author learns what became of a letter only where the victim chose so", () => {
  test("he is told what she chose, in a programme that leaves it to her, and nothing beside it", () => {
    let chosen = 0;
    fc.assert(
      fc.property(plays, ({ played, last, policy }) => {
        const choices = stepsTaken(played).filter(({ command: { act } }) => act.startsWith("tell-"));
        const told = choices.map(({ command: { act } }) => act.slice("tell-".length));
        const { fromVictim } = authorView(last);
        chosen += choices.length;
        expect(new Set(fromVictim.filter((signal) => typeof signal === "string"))).toEqual(new Set(told));
        for (const { command: asked } of choices) expect(asked.by.side).toBe("victim-side");
        expect(policy === strict ? fromVictim : []).toEqual([]);
      }),
      RUNS,
    );
    expect(chosen).toBeGreaterThan(50);
  });

  test("after acceptance his view stands still but for what she chose", () => {
    let accepted = 0;
    fc.assert(
      fc.property(plays, ({ last }) => {
        const view = authorView(last);
        const isAccepted = last.record.some(({ act }) => act === "accept");
        accepted += isAccepted ? 1 : 0;
        expect(isAccepted ? { ...view, fromVictim: [] } : ACCEPTED).toEqual(ACCEPTED);
      }),
      RUNS,
    );
    expect(accepted).toBeGreaterThan(500);
  });
});
