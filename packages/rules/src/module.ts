/** Writes a state's rules as a static module, for platforms that bar code generation. */
export {};
