import { listLines, markdown } from "./markdown.ts";
import type { GuideSetting } from "./guide-setting.ts";

/** What a reader must not take from a guide; it ends every one. */
export const limits = ({ law, compiled }: GuideSetting): readonly string[] => [
  "## What this guide does not decide",
  "",
  ...listLines(
    [
      "It is no legal advice. The law's own text decides; this is the law in our words, and each rule says how well its text was checked.",
      "It does not say what happened. A fact that is not known is never taken as a no: the answer then waits for those who would know, or for a person to decide.",
      `It tells ${markdown(law.profile.name)}'s law on ${compiled.asOf} as it was last reviewed, and no change after that review.`,
      "It answers the one question in its title. Another purpose, another state and federal law have rules of their own.",
    ].map((text) => ({ text })),
  ),
  "",
];
