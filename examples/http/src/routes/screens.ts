import { z } from "@hono/zod-openapi";
import { Instant } from "@victim-rights/core";
import {
  evaluateScreen,
  formatScreenProblem,
  InstrumentRef,
  ItemAnswer,
  openScreening,
  readScreen,
  ScreenId,
  Screener,
  ScreenOrigin,
} from "@victim-rights/restorative-justice";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import { type Asked, endpoint, ok } from "../http/endpoint.ts";
import { problem } from "../http/problem.ts";
import { spoken } from "../http/spoken.ts";

const MOST_ANSWERS = 200;

const ScreenBody = z.strictObject({
  id: ScreenId,
  instrument: InstrumentRef,
  cutOff: z.string().min(1).nullable(),
  origin: ScreenOrigin,
  at: Instant,
  by: Screener,
  language: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u, "write a language tag, such as `en`"),
  answers: z.array(ItemAnswer).max(MOST_ANSWERS),
});

const evaluate = endpoint({
  operation: "evaluate-screen",
  method: "post",
  path: "/screens",
  tag: "Restorative programmes",
  summary: "What a screening raises",
  description:
    "A screening can only raise concern; a named person decides. Nothing of the request is kept, and no answer is repeated.",
  body: ScreenBody,
  answers: {
    200: {
      description: "The result, with its label",
      schema: z.looseObject({ kind: z.string(), track: z.string(), label: z.string(), notice: z.string() }),
    },
  },
  handle: ({ ports, body }: Asked<unknown, unknown, z.infer<typeof ScreenBody>>) =>
    Effect.suspend(() => {
      const screening = openScreening();
      const read = readScreen(body, { screening, now: ports.clock() });
      if (Result.isSuccess(read)) return Effect.succeed(ok(evaluateScreen(screening, read.success)));
      const issues = read.failure.problems.map((each) => ({
        path: "$",
        problem: spoken(formatScreenProblem(each)),
        fix: null,
      }));
      return Effect.fail(problem("bad-request", "the screen does not fit", { issues }));
    }),
});

/** Routes of safety screening. */
export const SCREEN_ROUTES = [evaluate];
