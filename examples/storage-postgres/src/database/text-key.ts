/**
 * An id as the database can keep it. PostgreSQL takes no U+0000 and no half of a surrogate pair; JSON's escapes write
 * both, and no two ids the same way. An id without quotes, backslashes and control characters stays as it is.
 */
export const textKey = (id: string): string => JSON.stringify(id).slice(1, -1);

/** The id that `textKey` wrote. */
export const idFromKey = <Id extends string>(key: string): Id => JSON.parse(`"${key}"`) as Id;
