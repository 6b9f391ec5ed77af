/** What can be proved of a question's rules: regions, gaps, conflicts, proofs, differences, coverage and mutants. */
export {};
