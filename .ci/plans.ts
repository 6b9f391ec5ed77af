import { readdirSync } from "node:fs";
import { type Step } from "./step.ts";

const install: Step = {
  name: "install",
  run: "pnpm install --frozen-lockfile",
  remedy: "if a package.json changed, run `pnpm install` and commit the lock file",
};

const vitest = (...projects: string[]) =>
  `vitest run --config vitest.workspace.ts ${projects.map((project) => `--project ${project}`).join(" ")}`;

const reading: readonly Step[] = [
  { name: "format", run: "oxfmt --check .", remedy: "run `pnpm fix`" },
  { name: "lint", run: "oxlint", remedy: "run `pnpm fix`, then mend by hand what is left" },
  // Tests of types (`*.test-d.ts`) are among what it reads: a type that takes too much or too little is an error here.
  { name: "types", run: "tsc --noEmit -p .ci/tsconfig.json" },
  {
    name: "dependency direction",
    run: "depcruise --config .dependency-cruiser.mjs packages rules examples docs",
    remedy: "each rule says why it stands, in `.dependency-cruiser.mjs`",
  },
  { name: "house rules", run: vitest("house") },
  { name: "unused code", run: "knip --config .knip.json", remedy: "delete it, or use it" },
];

const buildCommand: Step = { name: "build the command", run: "pnpm --filter @victim-rights/cli run build" };

const command = (name: string, run: string, remedy?: string): Step => ({
  name,
  run: `node packages/cli/bin/victim-rights.js ${run}`,
  needs: [buildCommand.name],
  ...(remedy === undefined ? {} : { remedy }),
});

/** A folder of rule files with cases beside them, and what a report of the run calls it. */
type RuleFolder = { readonly name: string; readonly path: string };

const ruleFolders: readonly RuleFolder[] = [
  ...readdirSync(new URL("../rules", import.meta.url)).map((state) => ({ name: state, path: `rules/${state}` })),
  { name: "the gates", path: "packages/restorative-justice/src/gate/law" },
  { name: "the screening inventory", path: "packages/restorative-justice/src/screening/inventory/law" },
];

const checkRules = ruleFolders.flatMap(({ name, path }) => [
  command(`rule files of ${name}`, `check ${path} --coverage`),
  command(`cases of ${name}`, `mutate ${path} --at-least 95`, "write the cases that would notice, from the text cited"),
]);

const longest: readonly Step[] = [
  { name: "property tests of the rules", run: `${vitest("prop")} packages/rules` },
  { name: "property tests of the other packages", run: `${vitest("prop")} --exclude "packages/rules/**"` },
  { name: "unit tests", run: vitest("unit") },
  { name: "tests on databases", run: vitest("storage"), tells: /^storage contracts:/u },
];

const builtCommand: Step = {
  name: "documentation examples, and the command as a process",
  run: vitest("docs", "process"),
  needs: [buildCommand.name],
};

const packing: readonly Step[] = [
  {
    name: "build the libraries",
    run: 'pnpm -r --sort=false --workspace-concurrency=2 --filter "./packages/*" --filter "!@victim-rights/cli" run build',
  },
  {
    name: "public surface",
    run: "node .ci/api-report.ts",
    remedy: "run `pnpm api` and commit the reports under packages/*/etc",
    needs: ["build the libraries"],
  },
  {
    name: "packages as published",
    run: "node .ci/package-check.ts",
    needs: ["build the libraries", buildCommand.name],
  },
  {
    name: "documentation of every export",
    run: "typedoc --options docs/typedoc.mjs --emit none",
    remedy: "write the doc comment",
  },
];

const afterInstall = (steps: readonly Step[]): readonly Step[] => [
  install,
  ...steps.map((step) => ({ ...step, needs: [install.name, ...(step.needs ?? [])] })),
];

/** What each word after `node .ci/run.ts` does. */
export const plans: Readonly<Record<string, readonly Step[]>> = {
  check: reading,
  audit: [
    {
      name: "known faults of dependencies",
      run: "pnpm audit --prod --audit-level moderate",
      remedy: "update what it names; a registry without an audit service answers with an error of its own",
      shown: true,
    },
  ],
  build: [buildCommand, ...packing.slice(0, 1)],
  demo: [
    ...afterInstall([buildCommand]),
    { name: "demo", run: "node examples/feed/demo.ts", shown: true, needs: [buildCommand.name] },
  ],
  serve: afterInstall([
    { name: "serve", run: "exec node examples/http/src/serve.ts --development --seed", shown: true },
  ]),
  // The longest steps first: each takes a core for long, and the short ones fill what is left.
  test: afterInstall([...longest, buildCommand, builtCommand, ...packing, ...reading, ...checkRules]),
};
