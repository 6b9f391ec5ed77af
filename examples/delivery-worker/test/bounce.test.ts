import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StoreUnavailable } from "@victim-rights/core";
import * as Effect from "effect/Effect";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { IdempotencyKey } from "../src/channel/idempotency-key.ts";
import { readBounces } from "../src/receipt/bounce-folder.ts";
import { readBounce } from "../src/receipt/read-bounce.ts";
import { SendFinder } from "../src/receipt/take-report.ts";
import { type ReportWorld, reportWorld } from "./report-world.ts";
import { KEY, type Mail, mail } from "./returned-mail.ts";
import { START } from "./world.ts";

const read = (text: string) => readBounce(Buffer.from(text), START);

describe("readBounce", () => {
  test("reads which send came back, when and why, and no address", async () => {
    const report = await read(mail());
    expect(report).toEqual({
      key: KEY,
      at: "2026-03-02T15:04:00.000Z",
      record: expect.stringMatching(/^bounce:[0-9a-f]{64}$/u),
      said: { kind: "failed", why: "no-such-contact-point" },
    });
    expect(JSON.stringify(report)).not.toContain("canary");
    expect(await read(mail().replaceAll("\n", "\r\n"))).toEqual(report);
  });

  test.each([
    ["failed", "5.1.1", { kind: "failed", why: "no-such-contact-point" }],
    ["failed", "5.1.10", { kind: "failed", why: "no-such-contact-point" }],
    ["failed", "5.2.2", { kind: "failed", why: "full" }],
    ["failed", "5.2.1", { kind: "failed", why: "not-stated" }],
    ["failed", "5.7.1", { kind: "failed", why: "blocked" }],
    ["failed", "4.4.7", { kind: "failed", why: "not-stated" }],
    ["failed", "", { kind: "failed", why: "not-stated" }],
    ["Delivered", "2.0.0", { kind: "delivered" }],
    ["delayed", "4.4.1", { kind: "passing" }],
    ["relayed", "2.0.0", { kind: "passing" }],
    ["expanded", "2.0.0", { kind: "passing" }],
  ])("reads `%s` with `%s`", async (action, status, said) => {
    expect((await read(mail({ action, status })))?.said).toEqual(said);
  });

  test.each(["Mon, 2 Mar 2626 15:04:00 +0000", "Sat, 2 Mar 1726 15:04:00 +0000", "yesterday"])(
    "takes the moment of reading for a mail that is dated `%s`",
    async (date) => {
      const dated = mail().replace(/^Date: .*$/mu, `Date: ${date}`);
      expect(dated).toContain(date);
      expect((await read(dated))?.at).toBe(START);
    },
  );

  test.each([
    ["the envelope id alone", { messageId: null }],
    ["the head of the message alone", { envelopeId: null }],
    ["the whole message", { envelopeId: null, returned: "message/rfc822" }],
  ])("finds the key in %s", async (_, given) => {
    expect((await read(mail(given)))?.key).toBe(KEY);
  });

  test.each([
    ["names no key", mail({ envelopeId: null, messageId: null })],
    ["names two keys", mail({ envelopeId: `n${"b".repeat(64)}` })],
    ["is about two recipients", mail({ moreRecipients: "\nFinal-Recipient: rfc822; b@b.example\nAction: failed\n" })],
    ["says something unheard of", mail({ action: "exploded" })],
    ["is an answer of a person", "From: a@b.example\nSubject: Re: A message for you\n\nThank you.\n"],
    ["is nothing", ""],
    ["is no mail", "\u0000\u0001\u0002"],
  ])("reads nothing in a mail that %s", async (_, text) => {
    expect(await read(text)).toBe(null);
  });
});

describe("readBounces", () => {
  let folder: string;
  let world: ReportWorld;
  let key: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "victim-rights-bounces-"));
    world = await reportWorld();
    key = world.keys[0] ?? "";
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const files = (under = "."): readonly string[] =>
    readdirSync(join(folder, under), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .toSorted();
  const ours = (given: Partial<Mail> = {}) => mail({ envelopeId: key, messageId: key, ...given });

  test("takes each mail once and puts it away, whatever is left for a person apart", async () => {
    put("1", ours());
    put("2", mail());
    put("3", "From: a@b.example\n\nThank you.\n");
    put(".4", ours());
    await world.run(readBounces(folder));
    expect({ left: files(), read: files("read"), person: files("for-a-person") }).toEqual({
      left: [".4"],
      read: ["1"],
      person: ["2", "3"],
    });
    expect((await world.obligation()).state).toBe("undeliverable");
    expect(JSON.stringify([world.lines, await world.obligation()])).not.toContain("canary");
    put("5", ours());
    await world.run(readBounces(folder));
    expect((await world.obligation()).evidence).toHaveLength(1);
    expect(files("read")).toEqual(["1", "5"]);
  });

  test("leaves a mail where it is while the record does not answer", async () => {
    put("1", ours());
    const silent = { find: () => Effect.fail(new StoreUnavailable({ during: "find", commit: "not-made" })) };
    const reading = Effect.provideService(readBounces(folder), SendFinder, silent);
    expect(await world.run(Effect.result(reading))).toMatchObject({ failure: { _tag: "StoreUnavailable" } });
    expect(files()).toEqual(["1"]);
    await world.run(readBounces(folder));
    expect(files("read")).toEqual(["1"]);
  });

  test("says that a folder cannot be read", async () => {
    await world.run(readBounces(join(folder, "nowhere")));
    expect(world.lines).toEqual([{ event: "report-refused", why: "folder-unreadable" }]);
  });
});

test("a key of ours is of the form that is looked for", async () => {
  const world = await reportWorld();
  expect(world.keys.every((key) => IdempotencyKey.safeParse(key).success && /^n[0-9a-f]{64}$/u.test(key))).toBe(true);
});
