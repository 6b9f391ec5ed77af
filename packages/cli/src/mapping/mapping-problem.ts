/** One mistake in a mapping: at which JSON path, what is wrong, and what to write instead. */
export type MappingProblem = { readonly path: string; readonly problem: string; readonly fix: string };
