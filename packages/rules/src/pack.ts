/** A rule folder as a pack: its content hash, its signature, and the refusal of one that was tampered with. */
export {};
