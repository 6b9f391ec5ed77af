/** Prints a question as SQL with the library's own three-valued answer. */
export { SQL_DIALECTS, type SqlDialect } from "./sql/dialect.ts";
export { type SqlError, TooLargeForSql, UnusableSqlName } from "./sql/errors.ts";
export { questionToSql, type SqlExpressions, type SqlOptions, type SqlQuestion } from "./sql/question-to-sql.ts";
