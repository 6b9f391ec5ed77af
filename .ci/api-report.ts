/**
 * Writes each library's public surface to `packages/<name>/etc/<name>.api.md`, or, without `--write`, fails where the
 * committed report differs. Libraries must be built.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  CompilerState,
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
  type IConfigFile,
} from "@microsoft/api-extractor";
import { TSDocConfigFile } from "@microsoft/tsdoc-config";
import { doorsOf } from "./doors.ts";

const root = join(import.meta.dirname, "..");
const write = process.argv.includes("--write");
const none = { logLevel: ExtractorLogLevel.None };

const compilerOptions = {
  target: "es2024",
  module: "nodenext",
  moduleResolution: "nodenext",
  strict: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  types: ["node"],
};

/** A library's door; the report of its first door bears the library's own name. */
type Door = { readonly library: string; readonly door: string };

const reportName = ({ library, door }: Door): string => (door === "index" ? library : `${library}.${door}`);

const reportOf = ({ library, door }: Door): IConfigFile => {
  const folder = join(root, "packages", library);
  return {
    projectFolder: folder,
    mainEntryPointFilePath: join(folder, "dist", `${door}.d.ts`),
    compiler: { overrideTsconfig: { compilerOptions, files: [`dist/${door}.d.ts`] } },
    apiReport: {
      enabled: true,
      reportFileName: `${reportName({ library, door })}.api.md`,
      reportFolder: join(folder, "etc"),
      reportTempFolder: join(root, "out", "api"),
    },
    docModel: { enabled: false },
    dtsRollup: { enabled: false },
    tsdocMetadata: { enabled: false },
    messages: {
      compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
      extractorMessageReporting: {
        default: { logLevel: ExtractorLogLevel.Error },
        // A tagged error extends a class expression that no one can name: `X_base`.
        "ae-forgotten-export": none,
        // Every export is public: there are no release stages to tell apart.
        "ae-missing-release-tag": none,
        // In the workspace a neighbour is read from its sources.
        "ae-wrong-input-file-type": none,
        // TypeDoc checks documentation.
        "ae-undocumented": none,
        "ae-unresolved-link": none,
      },
      tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
    },
  };
};

const configOf = (door: Door): ExtractorConfig =>
  ExtractorConfig.prepare({
    configObject: reportOf(door),
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, "packages", door.library, "package.json"),
    tsdocConfigFile: TSDocConfigFile.loadForFolder(import.meta.dirname),
  });

const libraries = readdirSync(join(root, "packages")).filter((name) =>
  existsSync(join(root, "packages", name, "src", "index.ts")),
);
for (const name of libraries) mkdirSync(join(root, "packages", name, "etc"), { recursive: true });

const doors = libraries.flatMap((library) =>
  Object.keys(doorsOf(join(root, "packages", library)))
    .filter((door) => door !== "testing")
    .map((door): Door => ({ library, door })),
);
const configs = doors.map((door) => ({ name: reportName(door), config: configOf(door) }));
const entries = configs.map(({ config }) => config.mainEntryPointFilePath);

/** One reading of all declarations serves every package. */
const compilerState = configs[0] && CompilerState.create(configs[0].config, { additionalEntryPoints: entries });

const sortedLines = (path: string): string =>
  existsSync(path) ? readFileSync(path, "utf8").split(/\r?\n/u).map(sortedWords).toSorted().join("\n") : "";

const sortedWords = (line: string): string => (line.match(/[\w$"'.-]+|\S/gu) ?? []).toSorted().join(" ");

/**
 * The order in which TypeScript prints the members of a union, over lines and within one, is not the same in every build,
 * and says nothing.
 */
const differs = (config: ExtractorConfig): boolean =>
  sortedLines(config.reportFilePath) !== sortedLines(config.reportTempFilePath);

for (const { name, config } of configs) {
  const settings = { localBuild: write, ...(compilerState && { compilerState }) };
  const { errorCount } = Extractor.invoke(config, settings);
  const changed = !write && differs(config);
  if (changed) console.error(`the public surface of ${name} differs from etc/${name}.api.md`);
  if (changed || errorCount > 0) process.exitCode = 1;
}
