import { z } from "@hono/zod-openapi";
import { JurisdictionId, LocalDate } from "@victim-rights/core";
import {
  decideText,
  factsFromStated,
  type Law,
  QuestionId,
  RuleId,
  StatedFact,
  type TextForm,
} from "@victim-rights/rules";
import * as Effect from "effect/Effect";
import type { Failing } from "../http/endpoint.ts";
import type { Ports } from "../ports.ts";
import { compiledQuestions } from "./compiled-questions.ts";
import { decidedOr } from "./decided-or.ts";
import { lawOf } from "./law-of.ts";

/** Facts as a caller states them. */
export const FACTS = z.record(z.string().max(100), StatedFact).openapi({
  description: "Facts by name: a value, `null` for not asked, `{ uncertain: true }` for asked and not known.",
});

/** Rules that are turned on. */
export const ENABLE = z.array(RuleId).max(50).default([]).openapi({
  description: "Rules that are off by default and that the agency turns on.",
});

/** One question of law, asked of one person and one event. */
export const DecisionAsked = z.strictObject({
  jurisdiction: JurisdictionId,
  question: QuestionId,
  asOf: LocalDate,
  facts: FACTS,
  enable: ENABLE,
});
export type DecisionAsked = z.infer<typeof DecisionAsked>;

const questions = compiledQuestions();

/** Decides what is asked, and gives the determination as JSON. */
export const decideAsked = (ports: Ports, asked: DecisionAsked, form: TextForm): Effect.Effect<string, Failing> =>
  Effect.flatMap(lawOf(ports, asked.jurisdiction), ({ law }) => decideUnder(law, asked, form));

const decideUnder = (law: Law, asked: DecisionAsked, form: TextForm): Effect.Effect<string, Failing> =>
  Effect.flatMap(decidedOr(questions(law, asked), law), (compiled) =>
    decidedOr(decideText(compiled, factsFromStated(asked.facts), form), law),
  );
