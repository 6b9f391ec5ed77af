import { z } from "@hono/zod-openapi";

/** The forms of a command without who gives it and when: those come from the token and the clock, and are refused here. */
export const withoutWhoAndWhen = (forms: readonly z.ZodObject[]): z.ZodType => {
  const [first, ...others] = forms.map((form) => form.omit({ by: true, at: true }));
  return z.discriminatedUnion("act", [first ?? z.strictObject({}), ...others] as [z.ZodObject, ...z.ZodObject[]]);
};
