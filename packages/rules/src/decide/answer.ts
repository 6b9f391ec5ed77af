/** `undetermined` exactly when some completion of the missing facts says yes and another says no. */
export type Answer = "yes" | "no" | "undetermined";
