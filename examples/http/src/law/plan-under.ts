import { type NoticePlan, type PlanInput, planNotices } from "@victim-rights/notification";
import * as Effect from "effect/Effect";
import type { Failing } from "../http/endpoint.ts";
import type { StateLaw } from "./state-law.ts";

/** Plans notices under a state's law, with the service targets that the agency has set beside it. */
export const planUnder = (
  { law, service }: StateLaw,
  source: Omit<PlanInput, "law" | "policy">,
): Effect.Effect<NoticePlan, Failing> =>
  Effect.fromResult(planNotices({ law, ...source, ...(service === null ? {} : { policy: service }) }));
