import type { KyselyPlugin } from "kysely";

/** A plugin that lets some statements through, and whether its moment has come. */
export type FailingAt = { readonly plugin: KyselyPlugin; readonly hasFailed: () => boolean };

/** Lets `statements` through and runs `fail` once, before the answer to the last of them is given. */
export const failingAt = (statements: number, fail: () => Promise<void>): FailingAt => {
  let seen = 0;
  return {
    hasFailed: () => seen >= statements,
    plugin: {
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        seen += 1;
        if (seen === statements) await fail();
        return result;
      },
    },
  };
};
