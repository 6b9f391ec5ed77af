import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import * as Effect from "effect/Effect";
import { SMTPServer } from "smtp-server";
import { describe, expect, test } from "vitest";
import { IdempotencyKey } from "../src/channel/idempotency-key.ts";
import { smtpChannel, SmtpConfig } from "../src/channel/smtp/smtp-channel.ts";
import { readRecipient } from "../src/contact/recipient.ts";
import { channelContract, type FarSide } from "./channel-contract.cases.ts";

/** What a relay says when it refuses; like many, it repeats the address. */
class Reply extends Error {
  readonly responseCode: number;
  constructor(responseCode: number, words: string) {
    super(words);
    this.responseCode = responseCode;
  }
}

const open = async (more: object = {}) => {
  let does: FarSide = "accepts";
  const got: string[] = [];
  const envelopes: unknown[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    hideDSN: false,
    onRcptTo: ({ address }, _session, answer) => {
      if (does === "refuses-for-good") answer(new Reply(550, `no mailbox ${address}`));
      else if (does === "refuses-for-now") answer(new Reply(451, `later for ${address}`));
      else answer();
    },
    onData: (stream, session, answer) => {
      envelopes.push(session.envelope);
      void text(Readable.from(stream)).then((content) => {
        got.push(`${session.envelope.rcptTo.map(({ address }) => address).join(",")}\n${content}`);
        if (does === "accepts-and-breaks-off") server.connections.forEach((each) => void each._socket?.destroy());
        else answer();
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const close = () => new Promise<void>((resolve) => server.close(resolve));
  const config = { host: "127.0.0.1", port, tls: "none", from: "notices@agency.example", withinSeconds: 5, ...more };
  return {
    channel: smtpChannel(SmtpConfig.parse(config)),
    farSide: async (next: FarSide) => {
      does = next;
      if (next === "is-not-there") await close();
    },
    got: () => Promise.resolve(got),
    envelopes,
    close: async () => {
      if (does !== "is-not-there") await close();
    },
  };
};

channelContract(
  {
    method: "email",
    canary: "canary@canary.example",
    notOne: [
      "a@b.example, c@d.example",
      "a@b.example\r\nBcc: c@d.example",
      "<a@b.example>",
      "a@b.example;c@d.example",
      "a@localhost",
      ["a@b.example"],
      "",
    ],
    farSides: ["accepts", "accepts-and-breaks-off", "refuses-for-good", "refuses-for-now", "is-not-there"],
  },
  () => open(),
);

describe("smtpChannel", () => {
  const send = async (more: object) => {
    const under = await open(more);
    const recipient = readRecipient("email", "canary@canary.example");
    if (recipient === null) throw new Error("an address");
    const key = IdempotencyKey.parse(`n${"a".repeat(64)}`);
    await Effect.runPromise(under.channel.send({ recipient, subject: "s", text: "t", language: "en" }, key));
    await under.close();
    return { envelope: under.envelopes[0], key };
  };

  test("asks a relay for a report that names the key, to where mails come back", async () => {
    const { envelope, key } = await send({ bounceFolder: "bounces", bounceTo: "bounces@agency.example" });
    expect(envelope).toMatchObject({
      mailFrom: { address: "bounces@agency.example" },
      dsn: { ret: "HDRS", envid: key },
      rcptTo: [{ address: "canary@canary.example", dsn: { notify: ["SUCCESS", "FAILURE", "DELAY"] } }],
    });
  });

  test("asks for none where nobody would read it", async () => {
    const { envelope } = await send({});
    expect(JSON.stringify(envelope)).not.toMatch(/envid":"|SUCCESS/u);
    expect(envelope).toMatchObject({ mailFrom: { address: "notices@agency.example" } });
  });
});
