/** Decides whole columns of facts in one pass. */
export {};
