import { createHmac } from "node:crypto";
import { Instant, StoreUnavailable } from "@victim-rights/core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DeliveryReport } from "../src/receipt/delivery-report.ts";
import { openReportServer, type ReportServer } from "../src/receipt/report-server.ts";
import { isSignedBySinch, readSinchReport } from "../src/receipt/sinch-report.ts";

const SECRET = "secret-of-a-test-0001";
const NOW = Instant.parse("2026-03-02T15:00:00.000Z");
const KEY = `n${"a".repeat(64)}`;

/** A report as the documentation shows it. */
const body = (given: object = {}): string =>
  JSON.stringify({
    type: "recipient_delivery_report_sms",
    at: "2026-03-02T14:59:58.123Z",
    batch_id: "01FC66621XXXXX119Z8PMV1QPQ",
    client_reference: KEY,
    code: 0,
    recipient: "15550100777",
    status: "Delivered",
    ...given,
  });

/** Signs as the service does: `body.nonce.timestamp`. */
const signed = (
  text: string,
  { secret = SECRET, at = Date.parse(NOW) / 1000, nonce = "01FJA8B4A7BM43YGWSG9GBV067" } = {},
) => ({
  "x-sinch-webhook-signature": createHmac("sha256", secret).update(`${text}.${nonce}.${at}`).digest("base64"),
  "x-sinch-webhook-signature-timestamp": String(at),
  "x-sinch-webhook-signature-nonce": nonce,
  "x-sinch-webhook-signature-algorithm": "HmacSHA256",
});

describe("isSignedBySinch", () => {
  const now = Date.parse(NOW) / 1000;
  const isSigned = (headers: object, text = body()) =>
    isSignedBySinch({ headers: { ...headers }, body: text }, SECRET, NOW);

  test("takes what was signed just now, over the body as it came", () => {
    expect(isSigned(signed(body()))).toBe(true);
    expect(isSigned(signed(body(), { at: now - 300 }))).toBe(true);
  });

  test.each([
    ["with another secret", signed(body(), { secret: "another-secret-0002" })],
    ["six minutes ago", signed(body(), { at: now - 301 })],
    ["in six minutes", signed(body(), { at: now + 301 })],
    ["over another body", signed(body({ status: "Failed" }))],
    ["with another nonce", { ...signed(body()), "x-sinch-webhook-signature-nonce": "other" }],
    ["by another algorithm", { ...signed(body()), "x-sinch-webhook-signature-algorithm": "HmacSHA1" }],
    ["not at all", {}],
    ["twice", { ...signed(body()), "x-sinch-webhook-signature": ["a", "b"] }],
    ["with half a signature", { ...signed(body()), "x-sinch-webhook-signature": "aa==" }],
  ])("refuses what was signed %s", (_, headers) => {
    expect(isSigned(headers)).toBe(false);
  });
});

describe("readSinchReport", () => {
  test("reads the key, the time and what is said, and no number", () => {
    const read = readSinchReport(body());
    expect(read).toEqual({
      key: KEY,
      at: "2026-03-02T14:59:58.123Z",
      record: "sinch-report:01FC66621XXXXX119Z8PMV1QPQ",
      said: { kind: "delivered" },
    });
  });

  test.each([
    ["Delivered", "delivered"],
    ["Failed", "failed"],
    ["Rejected", "failed"],
    ["Expired", "failed"],
    ["Aborted", "failed"],
    ["Cancelled", "failed"],
    ["Deleted", "failed"],
    ["Queued", "passing"],
    ["Dispatched", "passing"],
    ["Unknown", "passing"],
    ["constructor", "passing"],
  ])("reads `%s` as %s", (status, kind) => {
    expect(readSinchReport(body({ status }))?.said.kind).toBe(kind);
  });

  test.each([
    ["a text that came in", body({ type: "mo_text" })],
    ["a report without our key", body({ client_reference: "somebody else's" })],
    ["a report of no time", body({ at: "yesterday" })],
    ["what is no JSON", "{"],
    ["nothing", ""],
  ])("reads nothing in %s", (_, text) => {
    expect(readSinchReport(text)).toBe(null);
  });
});

describe("openReportServer", () => {
  let server: ReportServer;
  let taken: DeliveryReport[];
  let refused: string[];
  let answers: () => Promise<unknown>;
  beforeEach(async () => {
    [taken, refused, answers] = [[], [], () => Promise.resolve()];
    server = await openReportServer({
      host: "127.0.0.1",
      port: 0,
      secret: SECRET,
      now: () => NOW,
      take: (report) => {
        taken.push(report);
        return answers();
      },
      onRefused: (why) => void refused.push(why),
    });
  });
  afterEach(() => server.close());
  const post = async (text: string, headers: Readonly<Record<string, string>>, path = "/sinch", method = "POST") => {
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
      method,
      headers,
      body: method === "GET" ? null : text,
    });
    return { status: response.status, said: await response.text() };
  };

  test("takes a signed report and answers nothing but a status", async () => {
    expect(await post(body(), signed(body()))).toEqual({ status: 204, said: "" });
    expect(taken.map(({ key }) => key)).toEqual([KEY]);
    expect(refused).toEqual([]);
  });

  test("takes nothing that nobody signed", async () => {
    expect(await post(body(), {})).toEqual({ status: 401, said: "" });
    expect({ taken, refused }).toEqual({ taken: [], refused: ["unsigned"] });
  });

  test("asks for a report again while the record does not answer", async () => {
    answers = () => Promise.reject(new StoreUnavailable({ during: "take", commit: "not-made" }));
    expect((await post(body(), signed(body()))).status).toBe(503);
  });

  test("answers what is signed and no report so that it does not come again", async () => {
    const text = body({ type: "mo_text" });
    expect((await post(text, signed(text))).status).toBe(204);
    expect({ taken, refused }).toEqual({ taken: [], refused: ["not-a-report"] });
  });

  test("has one place, one method and a bound", async () => {
    expect((await post(body(), signed(body()), "/")).status).toBe(404);
    expect((await post("", {}, "/sinch", "GET")).status).toBe(405);
    const long = "x".repeat(65_537);
    expect((await post(long, signed(long))).status).toBe(413);
    expect(taken).toEqual([]);
  });
});
