import { test as property } from "@fast-check/vitest";
import { formatCitation, LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printGuide } from "../src/authoring.ts";
import { leavesOf } from "../src/diagram/condition-parts.ts";
import { markdown } from "../src/guide/markdown.ts";
import type { Law, QuestionId, Rule, RuleId } from "../src/index.ts";
import { arbitraryLaw, SAMPLE_DAY, sampleLaw, sampleRule, SMALL_FACTS } from "../src/testing.ts";
import { strangeText } from "./strange-text.ts";
import { shippedLaws } from "./shipped-laws.ts";

const guideOf = (law: Law, question: QuestionId, enable: readonly RuleId[] = []): string =>
  Result.getOrThrow(printGuide(law, question, { enable }));

const count = (text: string, part: string): number => text.split(part).length - 1;

/** What of a question's file its guide leaves out, or says twice. */
const lacking = (law: Law, question: QuestionId, guide: string): readonly string[] => {
  const rules = law.questions.get(question)?.file.rules ?? [];
  const versions = Map.groupBy(rules, ({ id }) => id);
  const cites = rules.flatMap((rule) => rule.cites.map((cite) => formatCitation(cite, law.profile.sources)));
  const names = rules.flatMap(({ conditions }) => leavesOf(conditions).map(({ fact }) => fact));
  return [
    ...[...versions].filter(([id, each]) => count(guide, `\`${id}\``) !== each.length).map(([id]) => id),
    ...rules.filter(({ title }) => !guide.includes(`</a>${markdown(title)}\n`)).map(({ title }) => title),
    ...cites.filter((cite) => !guide.includes(markdown(cite))),
    ...names.filter((name) => !guide.includes(`(\`${name}\`)`)),
    ...rules.flatMap(({ notes = [] }) => notes.filter((note) => !guide.includes(markdown(note).slice(1)))),
  ];
};

/** Links to places of the guide that are not there, and places that are there twice. */
const lostPlaces = (guide: string): readonly string[] => {
  const places = [...guide.matchAll(/<a id="([^"]+)">/gu)].map(([, place = ""]) => place);
  const links = [...guide.matchAll(/\]\(#([^)]+)\)/gu)].map(([, place = ""]) => place);
  return [
    ...links.filter((link) => !places.includes(link)),
    ...places.filter((place, at) => places.indexOf(place) !== at),
  ];
};

describe("printGuide", () => {
  property.prop([arbitraryLaw()], { numRuns: 300 })(
    "tells each rule once, with its citations and facts, and links to what is there",
    ({ law, enable }) => {
      for (const question of law.questions.keys()) {
        const guide = guideOf(law, question, enable);
        expect(lacking(law, question, guide)).toEqual([]);
        expect(lostPlaces(guide)).toEqual([]);
      }
    },
  );

  property.prop([arbitraryLaw(), strangeText], { numRuns: 200 })(
    "keeps its shape whatever a title or a note holds",
    ({ law }, text) => {
      const strange = guideOf(retitled(law, text), "notice");
      expect(shapeOf(strange)).toEqual(shapeOf(guideOf(law, "notice")));
      expect(lacking(retitled(law, text), "notice", strange)).toEqual([]);
    },
  );

  property.prop([arbitraryLaw(), fc.boolean()], { numRuns: 50 })(
    "gives the same text again",
    ({ law, enable }, charts) => {
      const print = () => printGuide(law, "notice", { enable, charts });
      expect(print()).toEqual(print());
    },
  );

  property.prop([arbitraryLaw()], { numRuns: 200 })(
    "tells a rule that does not decide apart, and says why",
    ({ law }) => {
      const { rules } = law.questions.get("notice")?.file ?? { rules: [] };
      const guide = Result.getOrThrow(printGuide(law, "notice", { asOf: SAMPLE_DAY }));
      const deciding = guide.slice(0, guide.search(/^## (?:Off|Not law|Questions|Facts)/mu));
      for (const rule of rules) expect(deciding.includes(`\`${rule.id}\``)).toBe(decides(rule, SAMPLE_DAY));
    },
  );
});

/** The marks that lines begin with: what makes headings, lists and charts. What is inside a chart is another language's. */
const shapeOf = (guide: string): readonly string[] =>
  guide
    .replaceAll(/^```mermaid$.*?^```$/gmsu, "```mermaid")
    .split("\n")
    .map((line) => /^(?:#+ | *- |```|\d+[.)] |> )?/u.exec(line)?.[0] ?? "");

/** Whether a rule decides on a day when nothing is turned on. */
const decides = ({ verified, basis, inForce: { from, until } }: Rule, day: string): boolean =>
  verified.status !== "recalled" && basis !== "policy" && (from ?? "") <= day && (until ?? "9") > day;

test("printGuide tells the versions of one rule apart, and only the one in force as deciding", () => {
  const conditions = { all: [{ fact: "person.adult", operator: "equal", value: true } as const] };
  const version = (from: string | null, until: string | null) =>
    sampleRule("xx-yy/notice/one", conditions, {
      title: `From ${from ?? "of old"}`,
      inForce: {
        from: from === null ? null : LocalDate.parse(from),
        until: until === null ? null : LocalDate.parse(until),
      },
    });
  const law = sampleLaw(SMALL_FACTS, { notice: [version(null, "2024-01-01"), version("2024-01-01", null)] });
  const on = (day: string) => Result.getOrThrow(printGuide(law, "notice", { asOf: LocalDate.parse(day) }));
  expect(headingsOf(on("2023-12-31"))).toEqual([
    "## The rules",
    "From of old",
    "## Not law on this day",
    "From 2024-01-01",
  ]);
  expect(headingsOf(on("2024-01-01"))).toEqual([
    "## The rules",
    "From 2024-01-01",
    "## Not law on this day",
    "From of old",
  ]);
  expect(lostPlaces(on("2024-01-01"))).toEqual([]);
});

/** The headings of the rules and of their sections. */
const headingsOf = (guide: string): readonly string[] =>
  [...guide.matchAll(/^(?:## (?:The rules|Not law.*)|### <a[^>]*><\/a>.*)$/gmu)].map(([line]) =>
    line.replace(/^### .*<\/a>/u, ""),
  );

/** The same law with a text in place of every title, note and source's name that a guide tells. */
const retitled = (law: Law, text: string): Law => ({
  ...law,
  profile: { ...law.profile, sources: law.profile.sources.map((source) => ({ ...source, title: text })) },
  questions: new Map(
    [...law.questions].map(([question, { file, hash }]) => [
      question,
      { hash, file: { ...file, title: text, rules: file.rules.map((rule) => ({ ...rule, title: text })) } },
    ]),
  ),
});

describe.each(shippedLaws().map((law) => [law.id, law] as const))("the guides of %s", (_id, law) => {
  test.each([...law.questions.keys()])(
    "%s: each rule, citation, fact and note is there, each rule once",
    (question) => {
      const guide = guideOf(law, question);
      expect(lacking(law, question, guide)).toEqual([]);
      expect(lostPlaces(guide)).toEqual([]);
      expect(guide.trimEnd().split("\n## ").at(-1)).toContain("It is no legal advice.");
    },
  );

  test("never say of a rule that rests on memory that its text was read", () => {
    const recalled = [...law.questions].flatMap(([question, { file }]) =>
      file.rules.filter(({ verified }) => verified.status === "recalled").map(({ id }) => [question, id] as const),
    );
    expect(recalled.length).toBeGreaterThan(0);
    for (const [question, rule] of recalled) {
      const guide = Result.getOrThrow(printGuide(law, question, { rule }));
      expect(guide).not.toContain("We read");
      expect(guide).toContain("None decides anything until an agency turns it on by name.");
    }
  });
});

describe("printGuide refuses, in this order,", () => {
  const [law] = shippedLaws();
  const print = (question: QuestionId, rule: RuleId, enable: readonly RuleId[]) =>
    law === undefined ? undefined : printGuide(law, question, { rule, enable, asOf: LocalDate.parse("2026-11-22") });

  test.each([
    ["a question that is not there", "no-such", "xx-yy/a", ["xx-yy/b"], "UnknownQuestion"],
    ["a rule to turn on that is not there", "notice", "xx-yy/a", ["xx-yy/b"], "UnknownEnabledRule"],
    ["a rule that is not there", "notice", "xx-yy/a", [], "UnknownRule"],
  ] as const)("%s", (_name, question, rule, enable, tag) => {
    const refused = print(question, rule, enable);
    expect(refused !== undefined && Result.isFailure(refused) ? refused.failure._tag : null).toBe(tag);
  });
});
