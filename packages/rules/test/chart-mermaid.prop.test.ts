import { test as property } from "@fast-check/vitest";
import { LocalDate } from "@victim-rights/core";
import * as Result from "effect/Result";
import type defaultMermaid from "mermaid";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Chart, chartOfQuestion, chartOfRule, chartToMermaid } from "../src/authoring.ts";
import { compileQuestion, type Law } from "../src/index.ts";
import { domWindow } from "./dom.ts";
import { shippedLaws } from "./shipped-laws.ts";
import { strangeText } from "./strange-text.ts";

type Mermaid = typeof defaultMermaid;

const asOf = LocalDate.parse("2026-11-22");
const window = domWindow();
let mermaid: Mermaid;

// Mermaid takes its sanitizer from the window that it finds when it is loaded.
beforeAll(async () => {
  vi.stubGlobal("window", window);
  vi.stubGlobal("document", window.document);
  mermaid = (await import("mermaid")).default;
  mermaid.initialize({ startOnLoad: false, maxEdges: 5000, maxTextSize: 1_000_000 });
}, 60_000);

afterAll(() => {
  vi.unstubAllGlobals();
});

/** What Mermaid itself understood: the text of each node and each edge, its own codes and HTML's read back. */
const understood = async (text: string) => {
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const flow = db as unknown as {
    readonly getVertices: () => Map<string, { readonly text?: string }>;
    readonly getEdges: () => readonly { readonly start: string; readonly end: string; readonly text: string }[];
  };
  return {
    nodes: [...flow.getVertices()].map(([id, { text: label = "" }]) => [id, readBack(label)]),
    edges: flow.getEdges().map(({ start, end, text: label }) => [start, end, readBack(label)]),
  };
};

const readBack = (label: string): string => {
  const html = label.replaceAll("ﬂ°°", "&#").replaceAll("ﬂ°", "&").replaceAll("¶ß", ";");
  const shown = new window.DOMParser().parseFromString(html, "text/html").body.textContent;
  return blanks(shown);
};

const blanks = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();

const chartsOf = (law: Law): readonly Chart[] =>
  [...law.questions].flatMap(([question, { file }]) => [
    chartOfQuestion(Result.getOrThrow(compileQuestion(law, question, { asOf }))).chart,
    ...file.rules.map((rule) => Result.getOrThrow(chartOfRule(law, rule))),
  ]);

/** The chart's words as they should come out again. */
const said = ({ nodes, edges, notes }: Chart) => ({
  nodes: [
    ...nodes.map((node) => [
      node.id,
      node.kind === "box" ? blanks(node.text) + blanks(node.detail) : blanks(node.text),
    ]),
    ...notes.map((note, at) => [`note${at + 1}`, blanks(note)]),
  ],
  edges: edges.map(({ from, to, label }) => [from, to, blanks(label)]),
});

describe("chartToMermaid", () => {
  test.each(shippedLaws().map((law) => [law.id, law] as const))(
    "writes every chart of %s so that Mermaid understands each word of it",
    async (_id, law) => {
      for (const chart of chartsOf(law)) expect(await understood(chartToMermaid(chart))).toEqual(said(chart));
    },
    120_000,
  );

  property.prop([strangeText, strangeText], { numRuns: 150 })(
    "keeps every word of a text, whatever it holds",
    async (one, other) => {
      const chart: Chart = {
        title: one,
        caption: [other],
        direction: "down",
        nodes: [
          { kind: "step", id: "n1", fact: "a", text: one },
          { kind: "box", id: "n2", subject: "denial", text: other, detail: one },
          { kind: "end", id: "n3", outcome: "conflict", text: other },
        ],
        edges: [
          { from: "n1", to: "n2", label: other, ranges: [] },
          { from: "n1", to: "n3", label: one, ranges: [] },
        ],
        notes: [other],
      };
      expect(await understood(chartToMermaid(chart))).toEqual(said(chart));
    },
  );
});
