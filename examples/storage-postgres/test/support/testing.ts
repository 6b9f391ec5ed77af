/** For tests of whoever keeps something here: databases of a run, and keys to seal with. They run in the project `storage`. */
export { newDatabase, openSnapshot, testDatabases } from "./databases.ts";
export { failingAt } from "./failing-at.ts";
export { quiet } from "./quiet.ts";
export { sampleRings, vaultOver } from "./sample-vault.ts";
export { contentOf, emptyAll } from "./tables.ts";
