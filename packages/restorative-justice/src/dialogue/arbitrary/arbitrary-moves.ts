import fc from "fast-check";
import { Side } from "../../programme/actor.ts";
import { type DialogueAct, DialogueCommand } from "../dialogue-command.ts";
import { FLAWS } from "./flaws.ts";
import type { DialogueMove } from "./play-moves.ts";

/** Every act that a dialogue knows. */
export const DIALOGUE_ACTS: readonly DialogueAct[] = DialogueCommand.options.map(({ shape }) => shape.act.value);

const onward: fc.Arbitrary<Pick<DialogueMove, "act" | "side">> = fc.constant({ act: "onward", side: "rightful" });

const anything: fc.Arbitrary<Pick<DialogueMove, "act" | "side">> = fc.record({
  act: fc.constantFrom(...DIALOGUE_ACTS),
  side: fc.oneof(fc.constant("rightful" as const), fc.constantFrom(...Side.options)),
});

/** A move: mostly on, sometimes anything by anybody; mostly on good facts, sometimes on flawed ones. */
const move: fc.Arbitrary<DialogueMove> = fc
  .record({
    who: fc.oneof({ weight: 4, arbitrary: onward }, { weight: 1, arbitrary: anything }),
    hours: fc.nat({ max: 11 }),
    flaw: fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...FLAWS) }),
    pick: fc.nat({ max: 11 }),
  })
  .map(({ who, ...rest }) => ({ ...who, ...rest }));

/** A course of events, long enough to reach every state. */
export const arbitraryMoves: fc.Arbitrary<readonly DialogueMove[]> = fc.array(move, {
  minLength: 1,
  maxLength: 24,
  size: "max",
});
