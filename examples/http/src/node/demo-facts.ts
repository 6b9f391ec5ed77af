import { invariant } from "@victim-rights/core";
import {
  evaluateScreen,
  LetterFacts,
  loadDialoguePolicy,
  loadLetterPolicy,
  loadPanelPolicy,
  loadServicePolicy,
  NO_DIALOGUE_FACTS,
  NO_LETTER_FACTS,
  NO_PANEL_FACTS,
  NO_SERVICE_FACTS,
  openGates,
  openScreening,
  readDialogueFacts,
  readScreen,
  Relationship,
} from "@victim-rights/restorative-justice";
import type { Instant } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { z } from "zod";
import type { CaseFacts, ProgrammePolicies } from "../programmes/policies.ts";
import { readFeed } from "./seed-stores.ts";

const File = z.object({
  papers: z.unknown(),
  screening: z.object({ relationship: Relationship, screens: z.array(z.unknown()) }),
});

/** What the demonstration's programme has on file of its two cases; of any other, nothing. */
export const demoFacts = (clock: () => Instant): CaseFacts => {
  const file = File.parse(JSON.parse(readFeed("restorative", "dialogue-facts.json")));
  const letter = LetterFacts.parse(JSON.parse(readFeed("restorative", "letter-facts.json")));
  return {
    dialogue: (id) => Effect.sync(() => (id === "dialogue-1" ? dialogueFacts(file, clock()) : NO_DIALOGUE_FACTS)),
    letter: (id) => Effect.succeed(id === "letter-1" ? letter : NO_LETTER_FACTS),
    panel: () => Effect.succeed(NO_PANEL_FACTS),
    service: () => Effect.succeed(NO_SERVICE_FACTS),
  };
};

/** The programmes as the demonstration's agency has set them. */
export const demoPolicies = (): ProgrammePolicies => ({
  dialogue: Result.getOrThrow(loadDialoguePolicy(JSON.parse(readFeed("restorative", "dialogue-policy.json")))),
  letter: Result.getOrThrow(loadLetterPolicy({})),
  panel: Result.getOrThrow(loadPanelPolicy({})),
  service: Result.getOrThrow(loadServicePolicy({ zone: "America/Chicago" })),
});

const REST = { earlier: [], changes: [], concerns: [], approval: null };

const dialogueFacts = ({ papers, screening: { relationship, screens } }: z.infer<typeof File>, now: Instant) => {
  const screening = openScreening();
  const results = screens.map((raw) => {
    const screen = readScreen(raw, { screening, now });
    invariant(Result.isSuccess(screen), "the screens of the demonstration can be read");
    return evaluateScreen(screening, screen.success);
  });
  return Result.getOrThrow(readDialogueFacts(openGates(), papers, { relationship, results, ...REST }));
};
