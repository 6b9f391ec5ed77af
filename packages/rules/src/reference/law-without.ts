import type { Rule } from "../file/rule-file.ts";
import type { Law } from "../load/law.ts";

/** A law as if some of its rules had not been written. */
export const lawWithout = (law: Law, isLeftOut: (rule: Rule) => boolean): Law => ({
  ...law,
  questions: new Map(
    [...law.questions].map(([id, source]) => {
      const rules = source.file.rules.filter((rule) => !isLeftOut(rule));
      return [id, { ...source, file: { ...source.file, rules } }];
    }),
  ),
});
