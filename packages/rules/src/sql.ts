/** Prints a question as SQL with the library's own three-valued answer. */
export {};
