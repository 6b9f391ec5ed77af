import { test as property } from "@fast-check/vitest";
import { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Chart, chartOfQuestion, chartOfRule, chartToSvg } from "../src/authoring.ts";
import { arbitraryQuestion } from "../src/arbitrary/arbitrary-question.ts";
import { textWidth } from "../src/chart/svg/text-width.ts";
import { compileQuestion, type Law } from "../src/index.ts";
import { arbitraryCompleteFacts } from "../src/testing.ts";
import { strangeText } from "./strange-text.ts";
import { type DomElement, domWindow } from "./dom.ts";
import { shippedLaws } from "./shipped-laws.ts";

const asOf = LocalDate.parse("2026-11-22");
const window = domWindow();

/** Reads an SVG as XML; a text that is not well formed gives no `svg`. */
const parsed = (svg: string): DomElement =>
  new window.DOMParser().parseFromString(svg, "image/svg+xml").documentElement;

type Rect = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

const rectOf = (element: DomElement): Rect => {
  const [x = 0, y = 0, width = 0, height = 0] = ["x", "y", "width", "height"].map((name) =>
    Number(element.getAttribute(name)),
  );
  return { left: x, top: y, right: x + width, bottom: y + height };
};

/** Rounding to a tenth of a pixel may bring neighbours that close. */
const overlap = (one: Rect, other: Rect): boolean =>
  one.left < other.right - 0.2 &&
  other.left < one.right - 0.2 &&
  one.top < other.bottom - 0.2 &&
  other.top < one.bottom - 0.2;

const SIZES: Readonly<Record<string, number>> = { text: 14, detail: 12, label: 12 };

const groupsOf = (svg: DomElement): readonly { readonly rect: Rect; readonly lines: readonly DomElement[] }[] =>
  [...svg.querySelectorAll("g > g")].flatMap((group) => {
    const rect = group.querySelector("rect");
    return rect === null ? [] : [{ rect: rectOf(rect), lines: [...group.querySelectorAll("text")] }];
  });

/** What is wrong with a picture: one line for each fault. */
const faultsOf = (chart: Chart): readonly string[] => {
  const svg = parsed(chartToSvg(chart));
  if (svg.tagName !== "svg") return [`not well formed: ${svg.textContent}`];
  const groups = groupsOf(svg);
  const drawn = chart.nodes.length + chart.edges.filter(({ label }) => label !== "").length;
  return [
    ...(groups.length === drawn ? [] : [`${groups.length} of ${drawn} boxes and labels are drawn`]),
    ...groups.flatMap(({ rect }, at) =>
      groups.slice(at + 1).flatMap((other) => (overlap(rect, other.rect) ? [`${at} overlaps another`] : [])),
    ),
    ...groups.flatMap(({ rect, lines }) =>
      lines.filter((line) => !fits(line, rect)).map((line) => `cut: ${line.textContent}`),
    ),
  ];
};

const fits = (line: DomElement, rect: Rect): boolean => {
  const size = SIZES[line.getAttribute("class") ?? ""] ?? Number.NaN;
  const base = Number(line.getAttribute("y"));
  const isWide = textWidth(line.textContent) * size <= rect.right - rect.left;
  return isWide && base - size * 0.8 >= rect.top && base + size * 0.2 <= rect.bottom;
};

const chartsOf = (law: Law): readonly Chart[] =>
  [...law.questions].flatMap(([question, { file }]) => [
    chartOfQuestion(Result.getOrThrow(compileQuestion(law, question, { asOf }))).chart,
    ...file.rules.map((rule) => Result.getOrThrow(chartOfRule(law, rule))),
  ]);

const titled = (title: string, text: string): Chart => ({
  title,
  caption: [text],
  direction: "down",
  nodes: [
    { kind: "step", id: "n1", fact: "a", text },
    { kind: "end", id: "n2", outcome: "holds", text },
    { kind: "end", id: "n3", outcome: "does-not-hold", text: title },
  ],
  edges: [
    { from: "n1", to: "n2", label: text, ranges: [] },
    { from: "n1", to: "n3", label: title, ranges: [] },
  ],
  notes: [title],
});

describe("chartToSvg", () => {
  test.each(shippedLaws().map((law) => [law.id, law] as const))(
    "draws every chart of %s as XML without overlaps and without a text that leaves its box",
    (_id, law) => {
      const charts = chartsOf(law);
      expect(charts.length).toBeGreaterThan(60);
      expect(charts.flatMap((chart) => faultsOf(chart).map((fault) => `${chart.title}: ${fault}`))).toEqual([]);
    },
  );

  property.prop([arbitraryQuestion(arbitraryCompleteFacts), fc.boolean()], { numRuns: 100 })(
    "draws generated charts and overviews without overlaps",
    ({ compiled }, isLarge) => {
      expect(faultsOf(chartOfQuestion(compiled, { maxNodes: isLarge ? 1000 : 1 }).chart)).toEqual([]);
    },
  );

  property.prop([strangeText, strangeText], { numRuns: 150 })(
    "is well formed and loses no letter, whatever a text holds",
    (title, text) => {
      const chart = titled(title, text);
      expect(faultsOf(chart)).toEqual([]);
      const svg = parsed(chartToSvg(chart));
      expect(lettersOf(svg.querySelector("title")?.textContent ?? "")).toBe(lettersOf(title));
      const [step] = groupsOf(svg).slice(-3);
      expect(lettersOf(step?.lines.map((line) => line.textContent).join("") ?? "")).toBe(lettersOf(text));
    },
  );

  test("says what it is and tells every step to those who do not see it", () => {
    const svg = parsed(chartToSvg(titled("A title", "Is it so?")));
    expect(svg.getAttribute("role")).toBe("img");
    expect(svg.firstElementChild?.outerHTML).toContain("A title");
    expect(svg.querySelector("desc")?.textContent).toContain("1. Is it so? Is it so?: Is it so?. A title: A title.");
  });

  test("gives every text and line enough contrast in light and in dark", () => {
    const [light = "", dark = ""] = chartToSvg(titled("A", "B")).split("@media");
    for (const style of [light, dark]) {
      const colours = new Map(
        [...style.matchAll(/--vr-([a-z-]+):(#[0-9a-f]{6})/gu)].map(([, name, hex]) => [name, hex]),
      );
      const ratio = (one: string, other: string) => contrast(colours.get(one) ?? "", colours.get(other) ?? "");
      for (const ground of ["page", "box", "yes", "stop"])
        for (const ink of ["ink", "soft"])
          expect(ratio(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      for (const line of ["line", "yes-line", "stop-line"]) expect(ratio(line, "page"), line).toBeGreaterThanOrEqual(3);
    }
  });
});

/** What of a text XML can hold, without blanks, which lines may break at. */
const lettersOf = (text: string): string =>
  text.replaceAll(/[^\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "").replaceAll(/\s/gu, "");

const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

/** @source WCAG 2.2, relative luminance */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
