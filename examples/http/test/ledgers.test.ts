import { describe, expect, test } from "vitest";
import { readFeed } from "../src/node/seed-stores.ts";
import { bearer, service, type Service } from "./service.ts";

const COMMANDS = readFeed("ledger", "commands.jsonl")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as { readonly id: string; readonly do: string })
  .filter((each) => each.do.startsWith("open") || each.do === "enter-order");

const officer = await bearer("restitution-officer");
const PATH = "/ledgers/us-mt.demo";

const post = ({ ask }: Service, body: object, at: number, key = `key-${at}-0000`): Promise<Response> =>
  ask("POST", `${PATH}/commands`, { token: officer, body, headers: { "if-match": `"${at}"`, "idempotency-key": key } });

const begin = async (): Promise<Service> => {
  const running = service();
  for (const [at, command] of COMMANDS.entries()) expect((await post(running, command, at)).status).toBe(200);
  return running;
};

const statement = (payee: string) => `${PATH}/payees/${payee}/statement?asOf=2026-11-09`;

describe("a ledger", () => {
  test("takes commands one after another, each on the revision before", async () => {
    const running = await begin();
    const { items } = (await (await running.ask("GET", "/ledgers", { token: officer })).json()) as { items: object[] };
    expect(items).toEqual([{ ledger: "us-mt.demo", revision: COMMANDS.length }]);
    const [first = { id: "", do: "" }] = COMMANDS;
    expect((await post(running, { ...first, id: "late" }, 0, "key-late-1")).status).toBe(412);
    expect((await post(running, { ...first, id: "late" }, COMMANDS.length, "key-late-2")).status).toBe(409);
  });

  test("says when a command was posted by its own clock", async () => {
    const running = service();
    const [first = { id: "", do: "" }] = COMMANDS;
    expect((await post(running, { ...first, postedAt: "2020-01-01T00:00:00Z" }, 0)).status).toBe(400);
  });

  test("of a state without an order of payment, or of no state, is not there", async () => {
    const { ask } = service();
    for (const ledger of ["us-zz.one", "one"])
      expect(
        (await ask("GET", `/ledgers/${ledger}/payees/p/statement?asOf=2026-11-09`, { token: officer })).status,
      ).toBe(404);
  });
});

describe("a statement", () => {
  test("is the payee's own: what is owed to others is not there", async () => {
    const { ask } = await begin();
    const token = await bearer("victim", "victim-1");
    const mine = await ask("GET", statement("victim-1"), { token });
    expect([mine.status, mine.headers.get("etag")]).toEqual([200, `"${COMMANDS.length}"`]);
    expect(await mine.json()).toMatchObject({ payee: { id: "victim-1" }, closing: { outstandingCents: 100_000 } });
    const theirs = await ask("GET", statement("victim-2"), { token });
    const nobodys = await ask("GET", statement("no-such-payee"), { token });
    expect([theirs.status, await theirs.text()]).toEqual([404, await nobodys.text()]);
  });

  test("of an obligor is for staff", async () => {
    const { ask } = await begin();
    const path = `${PATH}/obligors/person-1/statement?asOf=2026-11-09`;
    expect((await ask("GET", path, { token: officer })).status).toBe(200);
    expect((await ask("GET", path, { token: await bearer("victim", "victim-1") })).status).toBe(403);
    expect((await ask("GET", path, { token: await bearer("offender-side", "person-1") })).status).toBe(403);
  });
});
