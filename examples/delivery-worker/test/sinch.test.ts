import * as Effect from "effect/Effect";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { IdempotencyKey } from "../src/channel/idempotency-key.ts";
import { sinch, SinchConfig } from "../src/channel/phone/sinch.ts";
import { textChannel } from "../src/channel/phone/text-channel.ts";
import { readRecipient } from "../src/contact/recipient.ts";
import { channelContract } from "./channel-contract.cases.ts";
import { FarSideHttp } from "./far-side-http.ts";
import { START } from "./world.ts";
import { sinchLike } from "./sinch-like.ts";

const open = async (more: object = {}) => {
  const { got, answer } = sinchLike();
  const server = new FarSideHttp(answer);
  const url = await server.open();
  const config = {
    url,
    servicePlanId: "plan00001",
    token: "token-token",
    from: "+15550199",
    withinSeconds: 5,
    ...more,
  };
  return {
    channel: textChannel(sinch(SinchConfig.parse(config))),
    farSide: (does: Parameters<typeof server.set>[0]) => server.set(does),
    got: () => Promise.resolve(got.map((each) => JSON.stringify(each))),
    close: () => server.close(),
    server,
  };
};

channelContract(
  {
    method: "sms",
    canary: "+15550100777",
    notOne: [
      "+15550100777,+15550100778",
      "5550100777",
      "+0155501007",
      "tel:+15550100777",
      "+1 555 010 0777",
      ["+15550100777"],
      "",
    ],
    farSides: ["accepts", "accepts-and-breaks-off", "refuses-for-good", "refuses-for-now", "is-not-there"],
  },
  () => open(),
);

describe("sinch", () => {
  let under: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => {
    under = await open();
  });
  afterEach(() => under.close());
  const key = IdempotencyKey.parse(`n${"a".repeat(64)}`);

  test("never writes a number into an address that is asked for", async () => {
    const recipient = readRecipient("sms", "+15550100777");
    if (recipient === null) throw new Error("a number");
    await Effect.runPromise(under.channel.send({ recipient, subject: "s", text: "t", language: "en" }, key));
    await Effect.runPromise(under.channel.ask({ key, claimedAt: START }));
    expect(under.server.calls.map(({ method }) => method)).toEqual(["POST", "GET"]);
    for (const { url, headers } of under.server.calls)
      expect(`${url} ${JSON.stringify(headers)}`).not.toContain("0777");
    const query = new URL(under.server.calls[1]?.url ?? "", "http://x").searchParams;
    expect(Object.fromEntries(query)).toEqual({
      client_reference: key,
      start_date: "2026-03-01T15:00:00.000Z",
      page_size: "2",
    });
  });

  test("refuses a text that would be cut", async () => {
    const recipient = readRecipient("sms", "+15550100777");
    if (recipient === null) throw new Error("a number");
    const text = "x".repeat(1601);
    const answer = await Effect.runPromise(under.channel.send({ recipient, subject: "s", text, language: "en" }, key));
    expect(answer).toMatchObject({ kind: "refused", code: "not-writable" });
    expect(under.server.calls).toEqual([]);
  });

  test.each([
    [{ reportSecret: "secret-of-a-test-0001" }, "per_recipient_final"],
    [{}, undefined],
  ])("asks for a report of the end when it can check one: %j", async (more, asked) => {
    const other = await open(more);
    const recipient = readRecipient("sms", "+15550100777");
    if (recipient === null) throw new Error("a number");
    await Effect.runPromise(other.channel.send({ recipient, subject: "s", text: "t", language: "en" }, key));
    await other.close();
    expect(JSON.parse(other.server.calls[0]?.body ?? "")).toEqual({
      from: "+15550199",
      to: ["+15550100777"],
      body: "t",
      client_reference: key,
      ...(asked === undefined ? {} : { delivery_report: asked }),
    });
  });
});
