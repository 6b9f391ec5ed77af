/** A text as JSON, or where it stops being any that another program would read the same. */
export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly where: string };

/** The one place where JSON.parse's exception becomes a value. What two programs could read differently (RFC 7493) is refused. */
export const parseJson = (text: string): ParsedJson => {
  try {
    const value: unknown = JSON.parse(text);
    const fault = faultIn(value, 0);
    return fault === null ? { ok: true, value } : { ok: false, where: fault };
  } catch (error) {
    return { ok: false, where: whereIn(text, error instanceof Error ? error.message : "") };
  }
};

/** The engine's own message differs between versions; only the position in it is kept, told as an editor counts. */
const whereIn = (text: string, message: string): string => {
  const position = /position (\d+)/u.exec(message)?.[1];
  if (position === undefined) return "before its end";
  const lines = text.slice(0, Number(position)).split("\n");
  return `at line ${lines.length}, column ${(lines.at(-1) ?? "").length + 1}`;
};

/** No file of ours nests a tenth as deep; what does is an attack on whatever walks it. */
const DEEPEST = 200;

const faultIn = (value: unknown, depth: number): string | null => {
  if (typeof value === "string") return value.isWellFormed() ? null : "at an escape that writes half a character";
  if (typeof value === "number") return Number.isFinite(value) ? null : "at a number too large to hold";
  if (typeof value !== "object" || value === null) return null;
  if (depth === DEEPEST) return "where it nests too deep";
  return firstFault([...Object.keys(value), ...Object.values(value)], depth + 1);
};

const firstFault = (values: readonly unknown[], depth: number): string | null => {
  for (const value of values) {
    const fault = faultIn(value, depth);
    if (fault !== null) return fault;
  }
  return null;
};
