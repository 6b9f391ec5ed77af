import { doctest } from "vite-plugin-doctest";
import { defineConfig } from "vitest/config";

const owners = "{packages,rules,examples}/*";

/**
 * Test files share the modules of their worker: loading zod and effect anew for every file took more time than the tests.
 * Nothing here keeps state in a module, and a file that began to would fail beside the others.
 */
const isolate = false;

/** Tests that run the command run it as it is built: from its source it takes ten times as long to start. */
const COMMAND_BUILT = ".ci/command-built.ts";
/** And so do tests that kill workers and start them again. */
const KILLED_WORKER_BUILT = ".ci/worker-built.ts";

/** Kinds of evidence, told apart by suffix and place. Vitest does not look for this file: pass `--config`. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          isolate,
          testTimeout: 20_000,
          include: [`${owners}/{src,test}/**/*.test.ts`, `${owners}/*.test.ts`],
          exclude: [
            "**/*.{prop,process}.test.ts",
            "**/node_modules/**",
            "examples/storage-postgres/**",
            "examples/{delivery-worker,http}/test/database/**",
          ],
        },
      },
      {
        test: {
          name: "storage",
          isolate,
          include: [
            "examples/storage-postgres/test/**/*.test.ts",
            "examples/{delivery-worker,http}/test/database/**/*.test.ts",
          ],
          globalSetup: ["examples/storage-postgres/test/support/global-setup.ts", KILLED_WORKER_BUILT],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // One worker: it loads PGlite once, and the databases do not take each other's time.
          fileParallelism: false,
        },
      },
      { test: { name: "prop", isolate, include: [`${owners}/{src,test}/**/*.prop.test.ts`], testTimeout: 60_000 } },
      {
        test: {
          name: "process",
          isolate,
          include: [`${owners}/test/**/*.process.test.ts`],
          globalSetup: [COMMAND_BUILT],
          testTimeout: 60_000,
        },
      },
      {
        plugins: [doctest()],
        test: {
          name: "docs",
          isolate,
          globalSetup: [COMMAND_BUILT],
          include: ["docs/**/*.test.ts"],
          includeSource: ["packages/*/src/**/*.ts"],
          testTimeout: 30_000,
        },
      },
      { test: { name: "house", include: [".ci/*.test.ts"], testTimeout: 30_000 } },
    ],
  },
});
