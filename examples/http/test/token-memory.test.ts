import { expect, test } from "vitest";
import { bearer, issuer, service } from "./service.ts";

test("a key that is taken back opens nothing more after a minute, and nothing at all to a new token", async () => {
  let isTakenBack = false;
  const keys: typeof issuer.trust.keys = (...asked) => {
    if (isTakenBack) throw new Error("no key fits");
    return issuer.trust.keys(...asked);
  };
  const running = service({ ports: { trust: { ...issuer.trust, keys } } });
  const [token, other] = [await bearer("liaison"), await bearer("liaison", "liaison-2")];
  const status = async (given: string) => (await running.ask("GET", "/tasks", { token: given })).status;
  const before = await status(token);
  isTakenBack = true;
  running.at("2026-11-09T13:00:59Z");
  const within = [await status(token), await status(other)];
  running.at("2026-11-09T13:01:00Z");
  expect([before, within, await status(token)]).toEqual([200, [200, 401], 401]);
});

test("a token that is remembered is counted each time", async () => {
  const { limits } = service().ports;
  const running = service({ ports: { limits: { ...limits, perCaller: { perMinute: 3 } } } });
  const token = await bearer("liaison");
  const statuses = [];
  for (let asked = 0; asked < 5; asked += 1) statuses.push((await running.ask("GET", "/tasks", { token })).status);
  expect(statuses).toEqual([200, 200, 200, 429, 429]);
});
