import type { CaseFacts } from "@victim-rights/rules/analysis";
import { factsInWords } from "../facts/facts-in-words.ts";

/** Facts for a case, told by the case they are most like: `` `A name` with event.kind=escape, on 2026-11-22 ``. */
export const witnessInWords = ({ like, changed, facts, asOf, enable }: CaseFacts): string => {
  const told = factsInWords(
    Object.fromEntries(Object.entries(facts).filter(([name]) => like === null || changed.includes(name))),
  );
  const near = like === null ? [] : [told === "" ? `the facts of \`${like}\`` : `\`${like}\` with`];
  const on = enable.length === 0 ? "" : `, with ${enable.join(", ")} turned on`;
  return `${[...near, told].filter((part) => part !== "").join(" ")}, on ${asOf}${on}`;
};
