import * as Effect from "effect/Effect";
import { describe, expect, test } from "vitest";
import { happened, openObligations, recordsOf, sendBatch, victim } from "./refresh.ts";
import { bearer, service, type Service } from "./service.ts";

type Issues = { readonly issues: readonly { readonly path: string; readonly problem: string }[] };

const begin = (): Service => service({ ports: recordsOf(3) });
const json = async (answer: Response | Promise<Response>): Promise<unknown> => (await answer).json();

describe("a batch of CloudEvents", () => {
  test("that is malformed is told every issue by its place, and nothing of it is taken in", async () => {
    const running = begin();
    const events = [
      happened(0),
      { ...happened(1), kind: "picnic" },
      happened(2),
      { ...happened(2), revision: 0, id: "" },
    ];
    const answer = await sendBatch(running, events);
    const { issues } = (await json(answer)) as Issues;
    expect([answer.status, issues.map(({ path }) => path)]).toEqual([
      400,
      ["$[1].data.kind", "$[3].data.id", "$[3].data.revision"],
    ]);
    expect(await openObligations(running)).toEqual([]);
    expect(await json(running.ask("GET", "/feeds", { token: await bearer("liaison") }))).toMatchObject({
      items: [{ feed: "feed-1", asOf: null }],
    });
  });

  test("of a state that is not this feed's is refused whole, wherever it stands", async () => {
    const running = begin();
    const other = { ...happened(1), jurisdiction: "us-mt" };
    const none = { ...happened(2), jurisdiction: "us-zz" };
    const { issues } = (await json(sendBatch(running, [happened(0), other, none]))) as Issues;
    expect(issues).toEqual([
      { path: "$[1].data.jurisdiction", problem: "is not the state of this feed", fix: "give us-mo" },
      { path: "$[2].data.jurisdiction", problem: "is no state that is served here", fix: "give us-mo" },
    ]);
    expect(await openObligations(running)).toEqual([]);
    const unknown = await sendBatch(running, [other, none], "unknown-feed");
    expect(((await json(unknown)) as Issues).issues.map(({ path }) => path)).toEqual(["$[1].data.jurisdiction"]);
  });

  test.each([
    ["text that is no JSON", "[", 400],
    ["one event and no list", "{}", 400],
    ["more events than are taken at once", JSON.stringify(Array.from({ length: 5001 }, () => 1)), 400],
  ])("is not %s", async (_, body, status) => {
    const headers = { "content-type": "application/cloudevents-batch+json" };
    const answer = await begin().ask("POST", "/events/batch", { token: await bearer("feed"), headers, body });
    expect(answer.status).toBe(status);
  });

  test("comes in its own media type, from a token whose subject names a feed", async () => {
    const { ask } = begin();
    const token = await bearer("feed");
    expect((await ask("POST", "/events/batch", { token, body: [] })).status).toBe(415);
    const headers = { "content-type": "application/cloudevents-batch+json; charset=utf-8" };
    expect((await ask("POST", "/events/batch", { token, headers, body: [] })).status).toBe(202);
    const nobody = await bearer("feed", "The County Jail");
    expect((await ask("POST", "/events/batch", { token: nobody, headers, body: [] })).status).toBe(403);
    expect((await ask("POST", "/events", { token: nobody, body: {} })).status).toBe(403);
  });

  test("may tell of one person more than once: what comes later follows from what came before", async () => {
    const running = begin();
    const release = happened(0);
    const again = { ...release, revision: 2, status: "withdrawn" };
    const answer = await sendBatch(running, [release, happened(1), again]);
    expect(await json(answer)).toMatchObject({ counts: { recorded: 3 }, items: [{}, {}, { revision: 2 }] });
    const open = (await openObligations(running)).map(({ obligation }) => obligation.subject.personId);
    expect(new Set(open)).toEqual(new Set([victim(1)]));
    const { items } = await Effect.runPromise(
      running.ports.obligations.listForPerson({ personId: victim(0), limit: 10, afterSequence: 0 }),
    );
    expect(new Set(items.map(({ obligation }) => obligation.state))).toEqual(new Set(["withdrawn"]));
  });
});
