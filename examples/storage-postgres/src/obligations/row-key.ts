import { hash } from "node:crypto";

/** The key of a row whose id may be long: SHA-256 of the id's JSON text, so that no two ids have one. It hides nothing. */
export const rowKey = (id: string): string => hash("sha256", JSON.stringify(id));
