import { describe, expect, test } from "vitest";
import { bearer, service } from "./service.ts";

const running = service();
const { ask } = running;
const token = await bearer("liaison");
const ASKED = { jurisdiction: "us-mo", question: "notice", asOf: "2026-11-09", facts: { "event.kind": "escape" } };

type Ground = { readonly rule: string };
type Missing = { readonly fact: string; readonly state: string };
type Told = {
  readonly answer: string;
  readonly grounds: readonly Ground[];
  readonly possibleGrounds: readonly Ground[];
  readonly missing: readonly Missing[];
  readonly missingForGrounds: readonly Missing[];
  readonly within: readonly Told[];
  readonly receipt: object;
};

const inOutline = (told: Told): unknown => ({
  ...told,
  grounds: told.grounds.map(({ rule }) => rule),
  possibleGrounds: told.possibleGrounds.map(({ rule }) => rule),
  missing: told.missing.map(({ fact, state }) => ({ fact, state })),
  missingForGrounds: told.missingForGrounds.map(({ fact, state }) => ({ fact, state })),
  within: told.within.map(inOutline),
});

describe("a determination in its short form", () => {
  test("is asked for by the caller, says the same, and leaves nothing out that is missing", async () => {
    const full = await ask("POST", "/decisions", { token, body: ASKED });
    const headers = { prefer: "respond-async, return=minimal" };
    const short = await ask("POST", "/decisions", { token, body: ASKED, headers });
    expect([full.headers.get("preference-applied"), short.headers.get("preference-applied")]).toEqual([
      null,
      "return=minimal",
    ]);
    const told = (await full.json()) as Told;
    expect(told.missing.length).toBeGreaterThan(3);
    expect(await short.json()).toEqual(inOutline(told));
  });

  test.each(["return=representation", "return=minimalist", "x-return=minimal", ""])(
    "is not what `Prefer: %s` asks for",
    async (prefer) => {
      const answer = await ask("POST", "/decisions", { token, body: ASKED, headers: { prefer } });
      expect(((await answer.json()) as { missing: object[] }).missing[0]).toHaveProperty("question");
    },
  );
});

describe("POST /decisions/batch", () => {
  type Answers = { readonly answers: readonly { readonly determination?: Told; readonly problem?: Problem }[] };
  type Problem = { readonly status: number; readonly issues: readonly { readonly path: string }[] };
  const batch = async (decisions: readonly unknown[], headers: Readonly<Record<string, string>> = {}) =>
    ask("POST", "/decisions/batch", { token, body: { decisions }, headers });

  test("answers each as it would be answered alone, in its place", async () => {
    const asked = [ASKED, { ...ASKED, jurisdiction: "us-ms" }, { ...ASKED, facts: {} }];
    const alone = await Promise.all(
      asked.map(async (body) => ({ determination: await (await ask("POST", "/decisions", { token, body })).json() })),
    );
    expect(await (await batch(asked)).json()).toEqual({ answers: alone });
  });

  test("lets no problem of one keep an answer from another, and names each by its path", async () => {
    const asked = [
      { ...ASKED, facts: { "event.kind": "eaten", "favourite.colour": true } },
      ASKED,
      { ...ASKED, asOf: "2026-02-30", more: 1 },
      "no question",
      { ...ASKED, question: "weather" },
    ];
    const answer = await batch(asked, { prefer: "return=minimal" });
    const { answers } = (await answer.json()) as Answers;
    expect([answer.status, answer.headers.get("preference-applied")]).toEqual([200, "return=minimal"]);
    expect(answers.map(({ determination }) => determination?.answer ?? null)).toEqual([
      null,
      "undetermined",
      null,
      null,
      null,
    ]);
    expect(answers.map(({ problem }) => problem?.issues.map(({ path }) => path).toSorted() ?? [])).toEqual([
      ["$.decisions[0].facts.*", "$.decisions[0].facts.event.kind"],
      [],
      ["$.decisions[2]", "$.decisions[2].asOf"],
      ["$.decisions[3]"],
      ["$.decisions[4].question"],
    ]);
    expect(answers.flatMap(({ problem }) => problem?.status ?? [])).toEqual([400, 400, 400, 400]);
  });

  test("is bounded, and counts as many requests as it holds", async () => {
    expect((await batch([])).status).toBe(400);
    expect((await batch(Array.from({ length: 101 }, () => ASKED))).status).toBe(400);
    const { limits } = running.ports;
    const few = service({ ports: { limits: { ...limits, perCaller: { perMinute: 5 } } } });
    const of = async (count: number) => {
      const body = { decisions: Array.from({ length: count }, () => ASKED) };
      return (await few.ask("POST", "/decisions/batch", { token, body })).status;
    };
    expect([await of(3), await of(3), await of(1), await of(1)]).toEqual([200, 429, 200, 429]);
  });
});
