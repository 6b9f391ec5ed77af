import type { Ground, MissingFact } from "@victim-rights/rules";
import { earlier } from "./legal-interval.ts";
import type { NeedsPerson, NeedsPersonCause } from "./notice-plan.ts";
import { dutyOf, type PairInput, timekeepingOf } from "./plan-context.ts";
import { countWindow } from "./time-ground.ts";

/** The queue that nobody else's answer empties. */
const VICTIM_SERVICES = "victim-services";

export type NeedsPersonDetail = {
  readonly cause: NeedsPersonCause;
  /** Duties that hold or could hold: the earliest of their bounds is when a person must have looked. */
  readonly possible?: readonly Ground[];
  readonly notes?: readonly string[];
  readonly receipt?: NeedsPerson["receipt"];
};

/** Hands a pair to a person, with what they need to decide it. */
export const needsPerson = (
  input: PairInput,
  { cause, possible = [], notes = [], receipt = null }: NeedsPersonDetail,
): NeedsPerson => {
  const timekeeping = timekeepingOf(input);
  const duties = possible.map((ground) => ({ ground, duty: dutyOf(ground, input.day) }));
  const bounds = duties.map(({ duty }) => {
    const window = countWindow(duty.window, timekeeping);
    return window.kind === "counted" ? window.interval.closes : null;
  });
  return {
    ...input.pair,
    list: "needs-a-person",
    cause,
    queue: queueFor(cause),
    possible: duties,
    decideBefore: bounds.reduce(earlier, null),
    notes,
    receipt,
  };
};

const queueFor = (cause: NeedsPersonCause): string => {
  switch (cause.kind) {
    case "undetermined":
      return firstToAsk(cause.questions);
    case "not-notifiable":
      return VICTIM_SERVICES;
    case "rule-conflict":
      return "rule-authors";
    case "contradictory-record":
      return cause.of === "event" ? "custody-record" : VICTIM_SERVICES;
  }
};

/** Whoever knows the first fact that was never asked; what was asked in vain needs judgement, not another question. */
const firstToAsk = (questions: readonly MissingFact[]): string => {
  const unasked = questions.filter(({ state }) => state === "unknown");
  return (unasked.find(({ sensitive }) => !sensitive) ?? unasked[0])?.knownBy ?? VICTIM_SERVICES;
};
