import { readdirSync } from "node:fs";
import { doorsOf } from "./.ci/doors.ts";

/** Packages by rank, lowest first: an import points at a lower rank, never at its own or a higher one. */
const ranks = [
  ["core"],
  ["rules"],
  ["victim-definition", "notification", "restitution", "restorative-justice", "victim-services"],
  ["auditing"],
  ["cli"],
];

const folder = (names) => `^packages/(${names.join("|")})/`;
const libraries = readdirSync(new URL("packages", import.meta.url));
const doors = libraries.flatMap((name) =>
  Object.values(doorsOf(`packages/${name}`)).map((source) => `^packages/${name}/${source.replace(".ts", "[.]ts")}$`),
);
const evidence = "[.](test|test-d)[.]ts$|/testing([.]ts$|/)|arbitrar|/(test|bench)/";
/** Matches a package by name, whether it resolved under node_modules or not at all. */
const named = (...names) => `(^|/)(${names.join("|")})(/|$)`;

/** @type {(name: string, comment: string, between: { from?: object, to: object }) => import("dependency-cruiser").IForbiddenRuleType} */
const forbid = (name, comment, { from = {}, to }) => ({ name, comment, severity: "error", from, to });

const neverUpward = ranks.slice(0, -1).map((names, rank) =>
  forbid("never-upward", "core <- rules <- domain packages <- auditing <- cli, examples", {
    from: { path: folder(names) },
    to: { path: [folder(ranks.slice(rank + 1).flat()), "^examples/"] },
  }),
);

const siblingsNeverMeet = ranks[2].map((name) =>
  forbid("siblings-never-meet", "what two domain packages share belongs in core", {
    from: { path: folder([name]) },
    to: { path: folder(ranks[2].filter((other) => other !== name)) },
  }),
);

/** @type {import("dependency-cruiser").IConfiguration & { forbidden: import("dependency-cruiser").IForbiddenRuleType[] }} */
export default {
  forbidden: [
    ...neverUpward,
    ...siblingsNeverMeet,
    forbid("nothing-imports-an-example", "examples are the top of the house", {
      from: { pathNot: "^examples/" },
      to: { path: "^examples/" },
    }),
    forbid("doors-only", "another package is entered by a door that its package.json opens", {
      from: { path: "^packages/([^/]+)/" },
      to: { path: "^packages/", pathNot: ["^packages/$1/", ...doors] },
    }),
    forbid("doors-only", "a package is entered by a door that its package.json opens", {
      from: { path: "^(examples|docs|rules)/" },
      to: { path: "^packages/", pathNot: doors },
    }),
    forbid("no-circular", "a cycle has no first file to read", { to: { circular: true } }),
    forbid("nothing-unresolved", "an import that does not resolve is not checked either", {
      to: { couldNotResolve: true },
    }),
    forbid("pure-below-the-command", "files, clocks and networks are reached from the cli, examples and tests", {
      from: { path: "^packages/(?!cli/)[^/]+/src/", pathNot: evidence },
      to: { dependencyTypes: ["core"] },
    }),
    forbid("no-state-in-code", "a state's law is data, loaded and never imported", {
      from: { path: "^packages/[^/]+/src/", pathNot: evidence },
      to: { path: "^rules/" },
    }),
    forbid("generators-only-in-evidence", "fast-check and the testing doors serve tests, never production code", {
      from: { path: "^packages/[^/]+/src/", pathNot: [evidence, "^packages/auditing/"] },
      to: { path: [named("fast-check"), "/src/testing[.]ts$"] },
    }),
    forbid("rules-engine-only-in-rules", "the reference engine is an inner matter of the rules SDK", {
      from: { pathNot: "^packages/rules/|node_modules" },
      to: { path: named("json-rules-engine") },
    }),
    forbid("date-libraries-only-in-core-time", "calendars and zones are reckoned in one place", {
      from: { path: "^(packages|examples|docs|rules)/", pathNot: "^packages/core/src/(time|internal)/" },
      to: { path: named("date-fns", "date-fns-tz") },
    }),
    forbid("layout-only-where-diagrams-are-drawn", "one picture of the law does not depend on another's library", {
      from: { path: "^packages/", pathNot: "^packages/rules/src/(chart/svg|export/dmn)/" },
      to: { path: named("@dagrejs") },
    }),
    forbid("dmn-only-in-export", "the DMN meta-model is an inner matter of the export", {
      from: { path: "^packages/", pathNot: "^packages/rules/(src/export/dmn|test)/" },
      to: { path: named("dmn-moddle") },
    }),
    forbid("terminal-libraries-only-in-cli", "argument parsing and terminal output belong to the command", {
      from: { path: "^(packages|examples|docs|rules)/", pathNot: "^packages/cli/" },
      to: { path: named("commander", "cli-table3", "cli-progress", "csv-parse") },
    }),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|out)/" },
    tsPreCompilationDeps: true,
    moduleSystems: ["es6"],
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "node", "default"] },
  },
};
