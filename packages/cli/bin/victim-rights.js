#!/usr/bin/env node
import { existsSync } from "node:fs";

const main = new URL("../dist/main.js", import.meta.url);

if (existsSync(main)) {
  await import(main.href);
} else {
  console.error("victim-rights is not built yet: run `npm run demo` or `pnpm build` at the top of the workspace");
  process.exitCode = 1;
}
