import { nearestCase } from "../cover/witness.ts";
import type { QuestionModel } from "../diagram/condition-model.ts";
import { OVERFLOW } from "../diagram/manager.ts";
import type { Assignment } from "../diagram/restrict.ts";
import type { FactSpace } from "../diagram/fact-space.ts";
import type { ExpectedEvents } from "../file/case-file.ts";
import type { Effect } from "./judge-mutant.ts";
import type { Mutant } from "./mutant.ts";
import type { SurvivingMutant, WitnessOutcome } from "./mutation-report.ts";
import { apartFromConflicts, openIn } from "../cover/observed.ts";
import type { OpenDocket } from "../cover/open-docket.ts";
import { seenFor } from "./try-case.ts";

/** What is told of a mutant that no case notices besides what it is. */
type Survival = Pick<SurvivingMutant, "witness" | "original" | "mutated" | "events">;

/** Facts that tell a mutant from the law, as near to a case as can be; `null` when its diagrams grew too large to say. */
export const survivorOf = (
  { docket, manager, builds }: OpenDocket,
  mutant: Mutant,
  effects: readonly Effect[],
): Survival | null => {
  const { space } = docket;
  const [effect] = effects.filter(({ where }) => where !== OVERFLOW);
  const build = effect === undefined ? undefined : builds.get(effect.reading);
  if (effect === undefined || build === undefined) return null;
  const { reading, after, where } = effect;
  // What follows from a ground is seen as soon as the ground is certain.
  const models = mutant.revision.kind === "event" ? [] : [reading.model, after];
  const found = nearestCase(docket, {
    manager,
    root: apartFromConflicts(build, reading.model, where),
    reading,
    stillOpen: (cells) => models.flatMap((model) => openIn(build, model, cells)),
  });
  if (found === null) return null;
  return {
    witness: found.stated,
    original: outcomeFor(reading.model, space, found.cells),
    mutated: outcomeFor(after, space, found.cells),
    events: eventsAt(reading.model, mutant),
  };
};

const outcomeFor = (model: QuestionModel, space: FactSpace, cells: Assignment): WitnessOutcome | null => {
  const seen = seenFor(model, space, cells);
  return seen === null ? null : { answer: seen.answer, grounds: seen.grounds, overridden: seen.overridden };
};

/** The parameter that a mutant changes, as the law has it: `$.event.params.window.amount` is in `window`. */
const eventsAt = (model: QuestionModel, { rule, at, revision }: Mutant): ExpectedEvents | null => {
  if (revision.kind !== "event") return null;
  const params = model.rules.find((each) => each.rule.id === rule)?.rule.event.params ?? {};
  const [name = ""] = at.replace("$.event.params.", "").split(/[.[]/u);
  const value = params[name];
  return { [rule]: value === undefined ? params : { [name]: value } };
};
