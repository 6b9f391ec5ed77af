import type { Distribution } from "./distribution.ts";

/** A distribution directly inside another, and the step that leads to it. */
type Inside = { readonly step: string; readonly how: Distribution };

/** The distributions directly inside one. */
const insideOf = (how: Distribution): readonly Inside[] => {
  if (how.kind === "in-order") return how.steps.map((each, place) => ({ step: `steps[${place}]`, how: each }));
  if (how.kind === "shares") return how.parts.map(({ to }, place) => ({ step: `parts[${place}].to`, how: to }));
  if (how.kind === "discretion")
    return Object.entries(how.options).map(([option, each]) => ({ step: `options.${option}`, how: each }));
  if (how.kind === "by-judgment-date") return DATES.map((step) => ({ step, how: how[step] }));
  if (how.kind === "by-size") return SIZES.map((step) => ({ step, how: how[step] }));
  return "to" in how ? [{ step: "to", how: how.to }] : [];
};

const DATES = ["each", "sameDate"] as const;
const SIZES = ["below", "above", "exactly", "mixed"] as const;

/** A distribution and all inside it, each with its path. */
export const everyStep = (
  how: Distribution,
  path: string,
): readonly { readonly path: string; readonly how: Distribution }[] => [
  { path, how },
  ...insideOf(how).flatMap(({ step, how: inner }) => everyStep(inner, `${path}.${step}`)),
];
