import { describe, expect, test } from "vitest";
import { run } from "./captured-io.ts";
import { temporaryFiles } from "./temporary.ts";

const DAY = ["--as-of", "2026-11-23"] as const;
const STATE = "state/xx-cl";

const property = (name: string, rest: object) => ({ name, reason: "Example Code 1.", question: "notice", ...rest });
const is = (fact: string, value: unknown) => ({ all: [{ fact, operator: "equal", value }] });

/** Runs `prove` on a file with these properties. */
const prove = async (properties: readonly object[], jurisdiction = "xx-cl") => {
  const { claims } = temporaryFiles({ claims: JSON.stringify({ jurisdiction, properties }) });
  return run(["prove", STATE, ...DAY, "--properties", claims]);
};

const NOBODY_AT_A_RELEASE = property("Nobody is told of a release", {
  when: is("event.kind", "release"),
  // oxlint-disable-next-line unicorn/no-thenable -- a property's own word for what must hold; nobody awaits one
  then: is("answer", "no"),
});

describe("prove", () => {
  test("proves that filing a request never loses a notice, and says what that was shown under", async () => {
    const { exit, out } = await run(["prove", STATE, ...DAY, "--never-loses", "registration.written-request"]);
    expect(exit).toBe(0);
    expect(out).toContain("proved  registration.written-request never loses a ground of notice\n");
    expect(out).toContain("notice: shown for everybody all of whose facts are known, by the law of 2026-11-23;");
  });

  test("shows who loses a notice when a fact turns, before and after", async () => {
    const { exit, out } = await run(["prove", STATE, ...DAY, "--never-loses", "direct-victim.age"]);
    expect(exit).toBe(1);
    expect(out).toContain("not so  direct-victim.age never loses a ground of notice\n");
    expect(out).toContain("  when direct-victim.age turns from 17 to 18, where kind of event: escape or recapture;");
    expect(out).toContain("  before: the answer is yes, because of xx-cl/notice/escape\n  after: the answer is no\n");
  });

  test("shows somebody for whom a property does not hold", async () => {
    const { exit, out } = await prove([NOBODY_AT_A_RELEASE]);
    expect(exit).toBe(1);
    expect(out).toContain("not so  Nobody is told of a release\n");
    expect(out).toMatch(/for instance event\.kind=release/u);
    expect(out).toContain("the answer is yes, because of xx-cl/notice/release");
  });

  test("says what each property was shown under where that is not the same", async () => {
    const death = property("Nobody is told of a death", {
      enable: ["xx-cl/notice/death"],
      when: is("event.kind", "death"),
      // oxlint-disable-next-line unicorn/no-thenable -- a property's own word for what must hold; nobody awaits one
      then: is("answer", "no"),
    });
    const { out } = await prove([NOBODY_AT_A_RELEASE, death]);
    const told = out.replaceAll(/\n\s+/gu, " ");
    expect(told).toContain(
      "notice (Nobody is told of a release): left out: xx-cl/notice/death (no text of it was read)",
    );
    expect(told).toContain("notice (Nobody is told of a death): turned on: xx-cl/notice/death");
    expect(told).not.toContain("notice (Nobody is told of a death): left out");
    const alike = await prove([NOBODY_AT_A_RELEASE, { ...NOBODY_AT_A_RELEASE, name: "The same again" }]);
    expect(alike.out.match(/^notice: shown for everybody/gmu)).toHaveLength(1);
  });

  test("shows no person where the facts of none matter", async () => {
    // oxlint-disable-next-line unicorn/no-thenable -- a property's own word for what must hold; nobody awaits one
    const claim = property("The impossible", { then: is("answer", "yes") });
    const { claims } = temporaryFiles({ claims: JSON.stringify({ jurisdiction: "xx-cl", properties: [claim] }) });
    const { out } = await run(["prove", STATE, "--as-of", "2001-01-01", "--properties", claims]);
    expect(out).toContain("not so  The impossible\n  where always\n  the answer is no\n");
  });

  test.each([
    ["a question beside a file of properties", ["--question", "notice"], "--question: each property names its own"],
    [
      "facts beside a file of properties",
      ["--never-loses", "direct-victim.age", "--properties", "feed/registry.csv"],
      "--never-loses: `--properties` is given too; give one of the two",
    ],
    [
      "a rule to turn on that is not there",
      ["--never-loses", "direct-victim.age", "registration.written-request", "--enable", "xx-cl/notice/deth"],
      "no rule `xx-cl/notice/deth` to turn on in this law",
    ],
  ])("refuses %s, once", async (_, more, message) => {
    const { exit, out, err } = await run(["prove", STATE, ...DAY, ...more]);
    expect({ exit, out, times: err.split(message).length - 1 }).toEqual({ exit: 2, out: "", times: 1 });
  });

  test("tells everything that does not fit the law before it proves anything", async () => {
    const { exit, out, err } = await prove([
      NOBODY_AT_A_RELEASE,
      property("One", { neverLoses: ["registration.writen-request"] }),
      property("Two", { neverLoses: ["event.kind"] }),
    ]);
    expect({ exit, out }).toEqual({ exit: 3, out: "" });
    expect(err).toContain("did you mean `registration.written-request`");
    expect(err).toContain("the values of `event.kind` have no order");
  });

  test("refuses properties of another state, a file that is none, and a state that has no properties", async () => {
    const other = await prove([NOBODY_AT_A_RELEASE], "xx-yy");
    expect(other).toMatchObject({ exit: 3, err: expect.stringContaining("write `xx-cl`") });
    expect((await run(["prove", STATE, ...DAY, "--properties", "feed/registry.csv"])).exit).toBe(3);
    const none = await run(["prove", STATE, ...DAY]);
    expect(none).toMatchObject({ exit: 2, err: expect.stringContaining("no properties are here") });
  });

  test("gives proofs and counterexamples to another program", async () => {
    const { exit, out } = await run(["prove", STATE, ...DAY, "--never-loses", "direct-victim.age", "--json"]);
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      jurisdiction: "xx-cl",
      proofs: [
        {
          kind: "never-loses",
          verdict: {
            kind: "refuted",
            example: { fact: "direct-victim.age", from: 17, to: 18, after: { answer: "no" } },
            assumed: { asOf: "2026-11-23", domains: [{ fact: "direct-victim.age", words: "0 to 130 years" }] },
          },
        },
      ],
    });
  });
});
