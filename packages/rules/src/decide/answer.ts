/**
 * `undetermined` exactly when some completion of the missing facts says yes and another says no. A completion for which
 * rules contradict each other says both.
 */
export type Answer = "yes" | "no" | "undetermined";
