import { type Options } from "tsup";
import { doorsOf } from "./doors.ts";

const shared: Options = {
  format: "esm",
  target: "node22",
  platform: "node",
  removeNodeProtocol: false,
  clean: true,
  silent: true,
};

/** How a library is built, from its own folder: its doors and their declarations. */
export const library = (): Options => ({
  ...shared,
  entry: { ...doorsOf(".") },
  dts: true,
  treeshake: true,
});

/**
 * How the command is built: our own packages, effect and zod go into one file, of which only what is used remains. It
 * starts in a tenth of the time, and reads no TypeScript source.
 */
export const command = (): Options => ({
  ...shared,
  entry: { main: "src/main.ts" },
  treeshake: true,
  // json-rules-engine is CommonJS, and asks for modules of Node while it runs.
  banner: {
    js: `import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);`,
  },
  noExternal: [/^@victim-rights\//u, /^effect(\/|$)/u, "zod"],
});
