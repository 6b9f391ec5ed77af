import { Citation, formatCitation } from "@victim-rights/core";
import { NoticeWindow } from "@victim-rights/notification";
import { type JurisdictionFile, Reading } from "@victim-rights/rules";
import { z } from "zod";

/** A part of what a rule says, named as a reader would. */
export const fieldInWords = (field: string): string =>
  FIELD_NAMES[field] ?? plain(field.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`));

const FIELD_NAMES: Readonly<Record<string, string>> = {
  dutyBearers: "who must tell",
  methods: "how it may be told",
  automatedSystemSatisfies: "telling by the automated system is enough",
  ifMissed: "if it is missed",
  content: "what must be told",
  rights: "rights that must be stated",
  otherReadings: "window on other readings",
  window: "when",
  verification: "how well the text was checked",
};

/** What a rule says of one thing, in words. */
export const valueInWords = (value: unknown, sources: JurisdictionFile["sources"] = []): string => {
  if (value === null || value === undefined) return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return plain(value);
  return knownShape(value, sources) ?? JSON.stringify(value);
};

const knownShape = (value: unknown, sources: JurisdictionFile["sources"]): string | null => {
  const window = NoticeWindow.safeParse(value);
  if (window.success) return windowInWords(window.data);
  const names = z.array(z.string()).safeParse(value);
  if (names.success) return names.data.length === 0 ? "none named" : names.data.map(plain).join(", ");
  const cites = z.array(Citation).safeParse(value);
  if (cites.success) return cites.data.map((cite) => formatCitation(cite, sources)).join(", ");
  const reading = Reading.safeParse(value);
  if (reading.success) return reading.data.chosen;
  const readings = OtherReadings.safeParse(value);
  return readings.success ? readings.data.map(otherInWords).join("; ") : null;
};

const OtherReadings = z.array(z.strictObject({ reading: z.string(), window: NoticeWindow }));

const otherInWords = ({ reading, window }: z.infer<typeof OtherReadings>[number]): string =>
  `${windowInWords(window)} (${reading.replace(/\.$/u, "")})`;

const ANCHORS = { occurrence: "it happens", scheduled: "what is scheduled" } as const;

const windowInWords = (window: NoticeWindow): string => {
  const anchor = ANCHORS[window.anchor];
  switch (window.kind) {
    case "at-least-before":
      return `at least ${amount(window)} before ${anchor}`;
    case "not-earlier-than-before":
      return `in the last ${amount(window)} before ${anchor}`;
    case "within-after":
      return `within ${amount(window)} after ${anchor}`;
    case "before":
    case "after":
      return `${window.kind} ${anchor}, ${termInWords(window.term)}`;
  }
};

type Term = Extract<NoticeWindow, { readonly term: string }>["term"];

const termInWords = (term: Term): string =>
  term === "not-stated" ? "no time stated" : `${TERMS[term]}; the law gives no number`;

/** Terms are names of ours for what laws say, and no quotation: a reader of a guide must not take them for the statute's words. */
const TERMS: Readonly<Record<Exclude<Term, "not-stated">, string>> = {
  "in-advance": "in advance",
  "reasonable-advance": "a reasonable time ahead",
  "prompt-advance-if-possible": "promptly, if notice ahead is possible",
  timely: "in good time",
  "as-soon-as-practicable": "as soon as practicable",
  "as-soon-as-possible": "as soon as possible",
  promptly: "promptly",
  "upon-event": "on the event itself",
  "on-request": "when it is asked for",
  automatic: "automatically",
};

const amount = (window: { readonly amount: number; readonly unit: string }): string =>
  `${window.amount} ${plain(window.unit)}${window.amount === 1 ? "" : "s"}`;

const plain = (name: string): string => name.replaceAll("-", " ");
