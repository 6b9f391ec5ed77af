import * as Effect from "effect/Effect";
import type { Failing } from "../http/endpoint.ts";
import { problem } from "../http/problem.ts";
import type { Ports } from "../ports.ts";
import type { StateLaw } from "./state-law.ts";

/** The law of a state that is served; a request about any other does not fit. */
export const lawOf = ({ states }: Ports, jurisdiction: string): Effect.Effect<StateLaw, Failing> => {
  const state = states.get(jurisdiction);
  if (state !== undefined) return Effect.succeed(state);
  const fix = `give one of ${[...states.keys()].join(", ")}`;
  const issues = [{ path: "$.jurisdiction", problem: "is no state that is served here", fix }];
  return Effect.fail(problem("bad-request", "the request does not fit", { issues }));
};
