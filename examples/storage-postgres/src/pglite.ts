/** The embedded database, at a door of its own: loading it costs a program on a server time and memory for nothing. */
export { type OpenedPglite, openPglite } from "./database/open-pglite.ts";
export type { PgliteClient } from "./database/pglite-client.ts";
