import { LocalDate } from "@victim-rights/core";
import { compileQuestion, decide } from "@victim-rights/rules";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { bearer, service } from "./service.ts";

const running = service();
const { ask, ports } = running;
const token = await bearer("liaison");
const ASKED = { jurisdiction: "us-mo", question: "notice", asOf: "2026-11-09", facts: { "event.kind": "escape" } };

type Problem = { readonly issues: readonly { readonly path: string; readonly fix: string | null }[] };
const pathsOf = async (answer: Response): Promise<readonly string[]> =>
  ((await answer.json()) as Problem).issues.map(({ path }) => path);

describe("POST /decisions", () => {
  test("answers what the library decides, grounds, citations and receipt with it", async () => {
    const answer = await ask("POST", "/decisions", { token, body: ASKED });
    const law = ports.states.get("us-mo")?.law;
    if (law === undefined) throw new Error("the law is loaded");
    const compiled = Result.getOrThrow(compileQuestion(law, "notice", { asOf: LocalDate.parse("2026-11-09") }));
    const decided = Result.getOrThrow(decide(compiled, ASKED.facts));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(decided)));
    expect(decided.answer).toBe("undetermined");
    expect(decided.missing.length).toBeGreaterThan(0);
  });

  test("names every issue of a request at once, each with its path", async () => {
    const answer = await ask("POST", "/decisions", {
      token,
      body: { ...ASKED, asOf: "2026-02-30", question: 3, more: 1 },
    });
    expect(answer.status).toBe(400);
    expect((await pathsOf(answer)).toSorted()).toEqual(["$", "$.asOf", "$.question"]);
  });

  test("names every fact that does not fit, and no fact that no rule reads", async () => {
    const facts = { "event.kind": "eaten", "claimant.age": "old", "favourite.colour": true };
    const answer = await ask("POST", "/decisions", { token, body: { ...ASKED, facts } });
    expect(answer.status).toBe(400);
    expect(await pathsOf(answer)).toEqual(["$.facts.claimant.age", "$.facts.event.kind", "$.facts.*"]);
  });

  test.each([
    ["a state that is not served", { jurisdiction: "us-zz" }, "$.jurisdiction"],
    ["a question that the state does not answer", { question: "weather" }, "$.question"],
    ["a rule to turn on that there is none of", { enable: ["us-mo/notice/no-such-rule"] }, "$.enable"],
  ])("refuses %s", async (_, change, path) => {
    const answer = await ask("POST", "/decisions", { token, body: { ...ASKED, ...change } });
    expect([answer.status, await pathsOf(answer)]).toEqual([400, [path]]);
  });

  test("takes a fact that was asked and is not known", async () => {
    const facts = { "event.kind": { uncertain: true } };
    const answer = await ask("POST", "/decisions", { token, body: { ...ASKED, facts } });
    expect(((await answer.json()) as { missing: { state: string }[] }).missing[0]?.state).toBe("uncertain");
  });
});

describe("POST /victim-determinations", () => {
  test("answers for each purpose that the state lists, and for no other", async () => {
    const states = (await (await ask("GET", "/jurisdictions")).json()) as {
      items: { jurisdiction: string; purposes: string[] }[];
    };
    const mine = states.items.find(({ jurisdiction }) => jurisdiction === "us-mo");
    const body = { jurisdiction: "us-mo", asOf: "2026-11-09", facts: {} };
    const statuses = await Promise.all(
      (mine?.purposes ?? []).map(
        async (purpose) => (await ask("POST", "/victim-determinations", { token, body: { ...body, purpose } })).status,
      ),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
    const other = await ask("POST", "/victim-determinations", { token, body: { ...body, purpose: "gardening" } });
    expect([other.status, await pathsOf(other)]).toEqual([400, ["$.purpose"]]);
  });
});
