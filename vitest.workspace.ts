import { doctest } from "vite-plugin-doctest";
import { defineConfig } from "vitest/config";

const owners = "{packages,rules,examples}/*";

/**
 * Test files share the modules of their worker: loading zod and effect anew for every file took more time than the tests.
 * Nothing here keeps state in a module, and a file that began to would fail beside the others.
 */
const isolate = false;

/** Kinds of evidence, told apart by suffix and place. Vitest does not look for this file: pass `--config`. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          isolate,
          include: [`${owners}/{src,test}/**/*.test.ts`, `${owners}/*.test.ts`],
          exclude: ["**/*.prop.test.ts", "**/node_modules/**"],
        },
      },
      { test: { name: "prop", isolate, include: [`${owners}/{src,test}/**/*.prop.test.ts`], testTimeout: 60_000 } },
      {
        test: {
          name: "types",
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            include: ["packages/*/{src,test}/**/*.test-d.ts"],
            tsconfig: ".ci/tsconfig.json",
            ignoreSourceErrors: true,
          },
        },
      },
      {
        plugins: [doctest()],
        test: {
          name: "docs",
          isolate,
          include: ["docs/**/*.test.ts"],
          includeSource: ["packages/*/src/**/*.ts"],
          testTimeout: 30_000,
        },
      },
      { test: { name: "house", include: [".ci/*.test.ts"], testTimeout: 30_000 } },
    ],
  },
});
