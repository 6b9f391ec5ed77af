import { describe, expect, test } from "vitest";
import { ON, run } from "./captured-io.ts";
import { temporaryFiles } from "./temporary.ts";

const COMPLETE = {
  "event.kind": "parole-hearing-scheduled",
  "claimant.kind": "natural-person",
  "claimant.relation": "self",
  "claimant.took-part": false,
  "direct-victim.age": 40,
  "harm.directness": "direct",
  "offense.on-the-list": false,
  "registration.written-request": true,
};

const decide = (facts: unknown, ...more: readonly string[]) => {
  const files = temporaryFiles({ "facts.json": typeof facts === "string" ? facts : JSON.stringify(facts) });
  return run(["decide", "notice", ...ON, "--facts", files["facts.json"], ...more]);
};

describe("decide", () => {
  test("answers with the grounds and their citations", async () => {
    const { exit, out, err } = await decide(COMPLETE);
    expect(exit).toBe(0);
    expect(err).toBe("");
    expect(out).toContain("yes  xx-cl notice, as of 2026-11-23 (edition 2025)");
    expect(out).toContain("Thirty days' notice of a parole hearing");
    expect(out).toContain("Example Code 1.1 · read 2026-11-22 · xx-cl/notice/parole-hearing");
    expect(out).toContain("receipt: rules ");
  });

  test("says what could settle an open question", async () => {
    const { exit, out } = await decide({ ...COMPLETE, "registration.written-request": null });
    expect(exit).toBe(0);
    expect(out).toContain("undetermined");
    expect(out).toContain(
      "registration.written-request: Is a written request for notice on file? (ask victim-services)",
    );
  });

  test("hands what nobody knows to a person", async () => {
    const { out } = await decide({ ...COMPLETE, "registration.written-request": { uncertain: true } });
    expect(out).toContain("registration.written-request: asked and not known; a person must look (victim-services)");
  });

  test("prints the whole determination as JSON", async () => {
    const { out } = await decide(COMPLETE, "--json");
    expect(JSON.parse(out)).toMatchObject({
      answer: "yes",
      jurisdiction: "xx-cl",
      receipt: { version: 1, answer: "yes" },
    });
  });

  test("reads facts from standard input", async () => {
    const { exit, out } = await run(["decide", "notice", ...ON, "--facts", "-"], { stdin: JSON.stringify(COMPLETE) });
    expect(exit).toBe(0);
    expect(out).toContain("yes");
  });

  test("turns on a rule that is off by default", async () => {
    const facts = { ...COMPLETE, "event.kind": "death" };
    expect((await decide(facts)).out).toContain("no  xx-cl");
    expect((await decide(facts, "--enable", "xx-cl/notice/death")).out).toContain("yes  xx-cl");
  });

  test("the reference agrees", async () => {
    const { exit, out } = await decide(COMPLETE, "--engine", "reference", "--json");
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      engine: "reference",
      answer: "yes",
      grounds: ["xx-cl/notice/parole-hearing"],
    });
  });

  test("the reference asks for every fact, since it has no notion of a missing one", async () => {
    const { exit, err } = await decide(
      { ...COMPLETE, "claimant.took-part": null, "registration.written-request": { uncertain: true } },
      "--engine",
      "reference",
    );
    expect(exit).toBe(3);
    expect(err).toContain("`claimant.took-part` is missing");
    expect(err).toContain("`registration.written-request` is missing");
  });
});

describe("decide refuses", () => {
  test("a question that the law does not answer", async () => {
    const { exit, err } = await run(["decide", "notise", ...ON, "--facts", "-"], { stdin: "{}" });
    expect(exit).toBe(2);
    expect(err).toContain("no question `notise`; this law answers `notice`, `victim-definition/notice`");
  });

  test("a rule to turn on that is not there", async () => {
    const { exit, err } = await decide(COMPLETE, "--enable", "xx-cl/notice/birth");
    expect(exit).toBe(2);
    expect(err).toContain("no rule `xx-cl/notice/birth` to turn on in this law");
  });

  test("a facts file that is not there", async () => {
    const { exit, err } = await run(["decide", "notice", ...ON, "--facts", "nowhere.json"]);
    expect(exit).toBe(3);
    expect(err).toBe("error: nowhere.json: no such facts file; check the path\n");
  });

  test.each(["", "{", '{"claimant.relation": "Jane Doe",}'])(
    "a facts file that is not JSON, without quoting it: %s",
    async (text) => {
      const { exit, err } = await decide(text);
      expect(exit).toBe(3);
      expect(err).toContain("the facts file is not JSON");
      expect(err).not.toContain("Jane");
    },
  );

  test("facts of a shape that no fact has", async () => {
    const { exit, err } = await decide({ "event.kind": ["escape"] });
    expect(exit).toBe(3);
    expect(err).toContain("$.event.kind");
  });

  test("facts that do not fit the vocabulary, all at once, without sensitive values", async () => {
    const { exit, err } = await decide({
      "event.knd": "escape",
      "claimant.relation": "Jane Doe",
      "direct-victim.age": 200,
    });
    expect(exit).toBe(3);
    expect(err).toContain("did you mean `event.kind`");
    expect(err).toContain("`claimant.relation` has a value outside its domain");
    expect(err).toContain("`direct-victim.age` cannot be `200`");
    expect(err).not.toContain("Jane");
  });
});

test("facts lists what a question reads", async () => {
  const { exit, out } = await run(["facts", "notice", ...ON]);
  expect(exit).toBe(0);
  expect(out).toContain("Clearwater: notice on 2026-11-23 reads");
  expect(out).toContain(
    "registration.written-request  true or false\n  Is a written request for notice on file?\n  known by: victim-services",
  );
  expect(out).toContain("claimant.took-part  true or false  sensitive");
  const { out: json } = await run(["facts", "notice", ...ON, "--json"]);
  expect(JSON.parse(json)).toMatchObject({
    jurisdiction: "xx-cl",
    question: "notice",
    facts: expect.arrayContaining([expect.objectContaining({ name: "event.kind", type: "enum" })]),
  });
});

test("explain says in words why", async () => {
  const { exit, out } = await run(["explain", "notice", ...ON, "--facts", "-"], { stdin: JSON.stringify(COMPLETE) });
  expect(exit).toBe(0);
  expect(out).toContain("What notice is owed? Yes, under the law of Clearwater on 2026-11-23");
  expect(out).toContain("Because of Example Code 1.1: Thirty days' notice of a parole hearing.");
  const { out: json } = await run(["explain", "notice", ...ON, "--facts", "-", "--json"], {
    stdin: JSON.stringify(COMPLETE),
  });
  expect(JSON.parse(json)).toMatchObject({
    determination: { answer: "yes" },
    words: expect.arrayContaining([expect.stringContaining("Yes")]),
  });
});
