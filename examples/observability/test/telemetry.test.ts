import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import * as Effect from "effect/Effect";
import { describe, expect, onTestFinished, test } from "vitest";
import { exportTelemetry, measures, metricsText, spanned } from "../src/index.ts";

const CANARY = "canary.person@example.org";

/** A collector that keeps what it was sent, by path. */
const collector = async () => {
  const received: { readonly path: string; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ path: request.url ?? "", body });
      response.end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { received, url: new URL(`http://127.0.0.1:${port}`) };
};

class Broken extends Error {
  readonly _tag = "Broken";
}

/** Runs effects with telemetry to its end, when everything gathered has been sent. */
const runTraced = (url: URL, effect: Effect.Effect<unknown, unknown>) =>
  Effect.runPromise(
    Effect.exit(effect).pipe(
      Effect.provide(
        exportTelemetry({ collector: url, serviceName: "test", serviceVersion: "0", everyMilliseconds: 50 }),
      ),
    ),
  );

const attributesIn = (body: string): readonly string[] =>
  [...body.matchAll(/"key":"(?<key>[^"]+)","value":\{"stringValue":"(?<value>[^"]*)"/gu)].map(
    ({ groups }) => `${groups?.["key"]}=${groups?.["value"]}`,
  );

describe("telemetry", () => {
  test("traces name ids and what became of them", async () => {
    const { received, url } = await collector();
    await runTraced(url, Effect.succeed(1).pipe(spanned("look", { obligation: "o-1", job: "j-1" })));
    const traces = received
      .filter(({ path }) => path === "/v1/traces")
      .map(({ body }) => body)
      .join("");
    expect(traces).toContain('"name":"look"');
    expect(attributesIn(traces)).toEqual(
      expect.arrayContaining([
        "victim_rights.obligation.id=o-1",
        "victim_rights.job.id=j-1",
        "victim_rights.outcome=done",
      ]),
    );
  });

  test("a trace of a failure holds its tag, and nothing that a message, a defect or a wrong id brings", async () => {
    const { received, url } = await collector();
    const failing: Effect.Effect<never, Broken> = Effect.fail(new Broken(`cannot reach ${CANARY}`));
    const exit = await runTraced(
      url,
      failing.pipe(
        spanned("fails", { obligation: CANARY }),
        Effect.catch(() => Effect.die(new Error(CANARY)).pipe(spanned("dies"))),
        spanned("around"),
      ),
    );
    const sent = received.map(({ body }) => body).join("");
    expect(JSON.stringify(exit)).toContain("Die");
    expect(attributesIn(sent)).toEqual(
      expect.arrayContaining(["error.type=Broken", "error.type=defect", "victim_rights.obligation.id=withheld"]),
    );
    expect(sent).not.toContain("canary");
  });

  test("fails as the effect fails when nobody collects", async () => {
    const nobody = new URL("http://127.0.0.1:9");
    const failing: Effect.Effect<never, Broken> = Effect.fail(new Broken("as before"));
    const exit = await runTraced(nobody, failing.pipe(spanned("fails")));
    expect(exit).toMatchObject({ _tag: "Failure" });
    expect(JSON.stringify(exit)).toContain("Broken");
  });
});

describe("measures", () => {
  test("are told in the form that Prometheus reads, by label", async () => {
    const told = await Effect.runPromise(
      Effect.all([
        measures.request({ operation: "read-obligation", status: "200" }, 0.004),
        measures.request({ operation: "read-obligation", status: "200" }, 0.2),
        measures.attempt({ channel: "email", outcome: "accepted" }),
        measures.swept(3),
        measures.openTasks({ overdue: "yes" }, 2),
        measures.feedAge({ feed: "county-jail" }, 61),
      ]).pipe(Effect.andThen(metricsText)),
    );
    expect(told).toContain('victim_rights_http_requests_total{operation="read-obligation",status="200"} 2');
    expect(told).toContain('victim_rights_http_request_seconds_bucket{operation="read-obligation",le="0.005"} 1');
    expect(told).toContain('victim_rights_notice_attempts_total{channel="email",outcome="accepted"} 1');
    expect(told).toContain("victim_rights_obligations_swept_total 3");
    expect(told).toContain('victim_rights_open_tasks{overdue="yes"} 2');
    expect(told).toContain('victim_rights_feed_age_seconds{feed="county-jail"} 61');
  });
});
