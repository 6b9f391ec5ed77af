import { readdirSync } from "node:fs";
import { doorsOf } from "../.ci/doors.ts";

const packages = readdirSync(new URL("../packages", import.meta.url));

/** @type {Partial<import("typedoc").TypeDocOptions>} */
export default {
  name: "victim-rights",
  entryPoints: packages.flatMap((name) =>
    Object.values(doorsOf(new URL(`../packages/${name}`, import.meta.url).pathname)).map(
      (source) => `../packages/${name}/${source}`,
    ),
  ),
  tsconfig: "../.ci/tsconfig.json",
  out: "../out/docs",
  readme: "none",
  disableSources: true,
  skipErrorChecking: true,
  excludeInternal: true,
  treatWarningsAsErrors: true,
  treatValidationWarningsAsErrors: true,
  validation: { notDocumented: true, notExported: false, invalidLink: true },
  // Left out, TypeDoc asks only the root package for documentation, and so asks for none at all.
  packagesRequiringDocumentation: packages.map((name) => `@victim-rights/${name}`),
  requiredToBeDocumented: ["Enum", "Variable", "Function", "Class", "Interface", "TypeAlias"],
};
