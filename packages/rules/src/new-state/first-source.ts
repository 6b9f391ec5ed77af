import { placeholder } from "../load/placeholder.ts";

/** Where a provision stands. */
export const firstCites: readonly object[] = [
  {
    source: placeholder("the id of a source of jurisdiction.json"),
    at: placeholder("the place in it, as a lawyer cites it, or take this line out"),
  },
];

/** Nobody has read anything yet, and a rule that rests on that decides nothing. */
export const firstVerified: object = {
  status: "recalled",
  on: placeholder("the day on which you read the text, as YYYY-MM-DD; and above it, as status, how well you read it"),
};
