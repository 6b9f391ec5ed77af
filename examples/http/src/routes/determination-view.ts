import { z } from "@hono/zod-openapi";

const Loose = z.looseObject({});

/** A rule with its title and citations; in outline its id alone. */
const GroundView = z.union([z.string(), z.looseObject({ rule: z.string(), title: z.string(), cites: z.array(Loose) })]);

/** A determination with everything that it rests on, or in outline. */
export const DeterminationView = z
  .looseObject({
    jurisdiction: z.string(),
    question: z.string(),
    asOf: z.string(),
    edition: z.string(),
    answer: z.enum(["yes", "no", "undetermined"]),
    grounds: z.array(GroundView),
    missing: z.array(z.looseObject({ fact: z.string(), state: z.enum(["unknown", "uncertain"]) })),
    receipt: z.looseObject({ ruleHash: z.string(), factsDigest: z.string() }),
  })
  .openapi("Determination");
