import { StoreUnavailable } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import { expect, test } from "vitest";
import { bearer, service } from "./service.ts";

const liaison = await bearer("liaison");

const listen = async (running: ReturnType<typeof service>, token: string) =>
  running.ask("GET", "/tasks/stream", { token });

test("a caller holds five streams open and no more, and a place is free again once one is left", async () => {
  const running = service();
  const held = [];
  for (let opened = 0; opened < 5; opened += 1) held.push(await listen(running, liaison));
  expect(held.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  const refused = await listen(running, liaison);
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "30"]);
  const other = await listen(running, await bearer("liaison", "liaison-2"));
  expect(other.status).toBe(200);
  await held[0]?.body?.cancel();
  expect([(await listen(running, liaison)).status, (await listen(running, liaison)).status]).toEqual([200, 429]);
});

test("a stream that ends by itself, or whose caller hangs up, leaves its place", async () => {
  const down = new StoreUnavailable({ commit: "not-made", during: "listTasks" });
  const { obligations } = service().ports;
  const broken = service({ ports: { obligations: { ...obligations, listTasks: () => Effect.fail(down) } } });
  for (let opened = 0; opened < 7; opened += 1) {
    const stream = await listen(broken, liaison);
    expect([opened, stream.status, (await stream.text()).startsWith("retry:")]).toEqual([opened, 200, true]);
  }
  const running = service();
  for (let opened = 0; opened < 7; opened += 1) {
    const hangUp = new AbortController();
    const headers = { authorization: liaison };
    const request = new Request("http://service.test/tasks/stream", { headers, signal: hangUp.signal });
    expect([opened, (await running.app.fetch(request)).status]).toEqual([opened, 200]);
    hangUp.abort();
  }
});
