import { journals } from "./0001-journals.ts";
import { obligations } from "./0002-obligations.ts";
import type { Migration } from "./migration.ts";

/** Every step of the schema, in its order. */
export const MIGRATIONS: readonly Migration[] = [journals, obligations];
