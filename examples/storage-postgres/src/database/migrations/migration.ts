/** One step of the schema, forward only: once it has run anywhere its text is never edited, and a mistake is mended by a later one. */
export type Migration = {
  /** Its place, from 1, without gaps. */
  readonly number: number;
  readonly name: string;
  /** Statements of the SQL that PostgreSQL 15 to 18 share, run one after another. */
  readonly statements: readonly string[];
};
