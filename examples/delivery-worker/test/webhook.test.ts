import { Instant } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { IdempotencyKey } from "../src/channel/idempotency-key.ts";
import { webhookChannel, WebhookConfig } from "../src/channel/webhook/webhook-channel.ts";
import { readRecipient } from "../src/contact/recipient.ts";
import { channelContract } from "./channel-contract.cases.ts";
import { type Answer, type Call, FarSideHttp } from "./far-side-http.ts";

const SECRET = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const NOW = Instant.parse(new Date().toISOString());

/** A receiver that checks every signature and knows a repeated send by its id. */
const receiver = (said: () => unknown) => {
  const got = new Map<string, string>();
  const server = new FarSideHttp((call: Call, does): Answer => {
    new Webhook(SECRET).verify(call.body, call.headers as Record<string, string>);
    if (does === "refuses-for-good") return { status: 410, body: { said: call.body } };
    if (does === "refuses-for-now") return { status: 503, body: {} };
    got.set(String(call.headers["webhook-id"]), call.body);
    return does === "accepts-and-breaks-off" ? "breaks-off" : { status: 200, body: said() };
  });
  return { got, server };
};

const open = async (said: () => unknown = () => ({})) => {
  const { got, server } = receiver(said);
  const url = `${await server.open()}/notices`;
  return {
    channel: webhookChannel(WebhookConfig.parse({ url, secret: SECRET, withinSeconds: 5 }), () => NOW),
    farSide: (does: Parameters<typeof server.set>[0]) => server.set(does),
    got: () => Promise.resolve([...got.values()]),
    close: () => server.close(),
    server,
  };
};

channelContract(
  {
    method: "automated-system",
    canary: "subscriber-canary-1",
    notOne: ["a b", "a,b", "../a", "a?b=c", ["a"], ""],
    farSides: ["accepts", "accepts-and-breaks-off", "refuses-for-good", "refuses-for-now", "is-not-there"],
  },
  () => open(),
);

describe("webhookChannel", () => {
  let under: Awaited<ReturnType<typeof open>>;
  let said: unknown;
  beforeEach(async () => {
    said = {};
    under = await open(() => said);
  });
  afterEach(() => under.close());
  const send = () => {
    const recipient = readRecipient("automated-system", "subscriber-canary-1");
    if (recipient === null) throw new Error("the canary is a subscriber");
    const key = IdempotencyKey.parse(`n${"a".repeat(64)}`);
    return Effect.runPromise(under.channel.send({ recipient, subject: "s", text: "t", language: "es" }, key));
  };

  test("repeats a send under one id, so that the receiver knows it", async () => {
    await send();
    await send();
    expect(under.server.calls).toHaveLength(2);
    expect(await under.got()).toHaveLength(1);
  });

  test.each([
    [{ delivered: true }, true],
    [{ delivered: true, at: "now" }, true],
    [{ delivered: false }, false],
    [{ delivered: "true" }, false],
    [{}, false],
    [null, false],
    ["delivered", false],
  ])("counts an answer %j as the receiver's word that its subscriber has it: %s", async (answer, delivered) => {
    said = answer;
    expect(await send()).toMatchObject({ kind: "sent", delivered });
  });

  test("puts the subscriber into the signed body and never into the address or a header", async () => {
    await send();
    const [call] = under.server.calls;
    expect(call?.url).toBe("/notices");
    expect(JSON.stringify(call?.headers)).not.toContain("canary");
    expect(JSON.parse(call?.body ?? "")).toEqual({
      type: "notice.due",
      timestamp: NOW,
      data: { subscriber: "subscriber-canary-1", subject: "s", text: "t", language: "es" },
    });
  });

  test.each([
    "http://agency.example/",
    "https://user:word@agency.example/",
    "https://agency.example/?to=1",
    "ftp://a.example",
    "x",
  ])("takes no address such as %s", (url) => {
    expect(WebhookConfig.safeParse({ url, secret: SECRET }).success).toBe(false);
  });
});
