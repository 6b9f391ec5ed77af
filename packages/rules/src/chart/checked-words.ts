import { groundOf } from "../decide/ground.ts";
import { verificationInWords } from "../explain/verification-words.ts";
import { offByDefault } from "../file/off-by-default.ts";
import type { Rule } from "../file/rule-file.ts";

/** How well a rule was checked, in a sentence or two. What is off by default says so, and never more than was checked. */
export const checkedInWords = (rule: Rule): string => {
  switch (offByDefault(rule)) {
    case "policy":
      return `This is an agency's own policy, not law. It decides nothing until an agency turns it on.${remark(rule)}`;
    case "recalled":
      return `This rests on memory: nobody read the text. It decides nothing until an agency turns it on.${remark(rule)}`;
    case null:
      return verificationInWords(groundOf(rule));
  }
};

const remark = ({ verified: { note } }: Rule): string => (note === undefined ? "" : ` ${note}`);
