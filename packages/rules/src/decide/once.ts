/** A value made when it is first asked for, and kept. */
export const once = <Value extends object>(make: () => Value): (() => Value) => {
  let made: Value | null = null;
  return () => (made ??= make());
};
