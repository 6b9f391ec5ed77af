import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { readConfig } from "../src/config/read-config.ts";

const WHOLE = {
  DATABASE_URL: "postgres://worker:canary-word@db.example/notices",
  AGENCY_MODULE: "agency.ts",
  WORKER_NAME: "worker-1",
  SMTP_HOST: "relay.example",
  SMTP_FROM: "notices@agency.example",
};

const problems = (environment: Readonly<Record<string, string>>): readonly string[] => {
  const read = readConfig(environment);
  return Result.isFailure(read) ? read.failure.problems : [];
};

describe("readConfig", () => {
  test("reads a whole configuration, with what is not said as the documentation has it", () => {
    expect(Result.getOrThrow(readConfig(WHOLE))).toMatchObject({
      database: { kind: "postgres", connections: 10 },
      settings: { worker: "worker-1", doubtAfterSeconds: 180, freshSeconds: 60 },
      limits: { expireSeconds: 60, graceSeconds: 25 },
      sweepEverySeconds: 60,
      smtp: { host: "relay.example", port: 587, tls: "starttls" },
      webhook: null,
      letter: null,
      sinch: null,
    });
  });

  test("tells every problem at once, by the variable's name", () => {
    expect(
      problems({
        SMTP_PORT: "many",
        SMTP_FROM: "notices@agency.example",
        WEBHOOK_URL: "http://agency.example",
        LETTER_FOLDER: "/letters",
      }),
    ).toEqual([
      "AGENCY_MODULE: set it",
      "WORKER_NAME: set it",
      "SMTP_HOST: set it",
      "SMTP_PORT: it does not fit (invalid_type)",
      "WEBHOOK_URL: write an https address without a login, a query or a fragment",
      "WEBHOOK_SECRET: set it",
      "LETTER_RETURN_ADDRESS: set it",
      "DATABASE_URL, PGLITE_DIRECTORY: set exactly one of them",
    ]);
  });

  test.each([
    [{ ...WHOLE, PGLITE_DIRECTORY: "data" }, "DATABASE_URL, PGLITE_DIRECTORY: set exactly one of them"],
    [{ ...WHOLE, DOUBT_AFTER_SECONDS: "60" }, "DOUBT_AFTER_SECONDS: make it longer than LOOK_EXPIRE_SECONDS"],
    [{ ...WHOLE, LOOK_EXPIRE_SECONDS: "10" }, "LOOK_EXPIRE_SECONDS: it does not fit (too_small)"],
    [{ ...WHOLE, SMTP_HSOT: "relay.example" }, "SMTP_HSOT: no such variable"],
    [
      { ...WHOLE, WORKER_NAME: "a worker" },
      "WORKER_NAME: write a name that begins with a letter, without spaces and `@`",
    ],
    [{ ...WHOLE, SWEEP_EVERY_SECONDS: "0" }, "SWEEP_EVERY_SECONDS: it does not fit (too_small)"],
  ])("refuses %j", (environment, problem) => {
    expect(problems(environment)).toEqual([problem]);
  });

  test("refuses a worker without a channel", () => {
    const { SMTP_HOST: _host, SMTP_FROM: _from, ...rest } = WHOLE;
    expect(problems(rest)).toEqual([
      "SMTP_HOST, WEBHOOK_URL, LETTER_FOLDER, SINCH_URL: configure at least one channel",
    ]);
  });

  test("repeats no value", () => {
    const said = problems({
      ...WHOLE,
      DATABASE_URL: "canary-word",
      SMTP_TLS: "canary-word",
      WEBHOOK_SECRET: "canary-word",
    });
    expect(said.length).toBeGreaterThan(2);
    expect(said.join()).not.toContain("canary-word");
  });
});
