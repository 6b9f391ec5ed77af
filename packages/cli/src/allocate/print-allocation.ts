import { type Cents, formatCents, formatCitation, type Source } from "@victim-rights/core";
import type { Allocation, Claim, PolicyGround } from "@victim-rights/restitution";
import { type Io, say } from "../io/io.ts";
import { styleFor } from "../io/style.ts";
import { wrap } from "../io/wrap.ts";

/** What is printed besides the allocation. */
export type Divided = {
  readonly headline: string;
  readonly claims: readonly Claim[];
  readonly sources: readonly Source[];
};

/** Prints who gets what, what is left, and by which provisions. */
export const printAllocation = (io: Io, allocation: Allocation, { headline, claims, sources }: Divided): void => {
  const style = styleFor(io);
  say(io, style("bold", headline));
  for (const line of paidLines(allocation, claims)) say(io, `  ${line}`);
  if (allocation.leftCents > 0)
    say(
      io,
      `  ${style("yellow", "left")}: ${money(allocation.leftCents)}, which no claim that the order reaches can take`,
    );
  for (const { choice, option } of allocation.choices) say(io, `  as chosen: ${choice} = ${option}`);
  say(io);
  for (const ground of allocation.grounds) for (const line of groundLines(ground, sources)) say(io, line);
};

/** A claim that several steps pay is told once, with the sum. */
const paidLines = ({ parts }: Allocation, claims: readonly Claim[]): readonly string[] => {
  const paid = new Map<string, number>();
  for (const { claim, cents } of parts) paid.set(claim, (paid.get(claim) ?? 0) + cents);
  const rows = [...paid].map(([id, cents]) => ({
    id,
    cents: money(cents),
    claim: claims.find((each) => each.id === id),
  }));
  const widths = { id: widest(rows.map(({ id }) => id)), cents: widest(rows.map(({ cents }) => cents)) };
  return rows.map(
    ({ id, cents, claim }) =>
      `${id.padEnd(widths.id)}  ${cents.padStart(widths.cents)}  ${claim?.class.replaceAll("-", " ") ?? ""}, ${claim?.cause ?? ""}`,
  );
};

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(({ length }) => length));

const money = (cents: number): string => formatCents(cents as Cents);

const groundLines = (
  { policy, title, cites, verified }: PolicyGround,
  sources: readonly Source[],
): readonly string[] => [
  ...wrap(title),
  `  ${cites.map((cite) => formatCitation(cite, sources)).join("; ")} · ${verified.status} ${verified.on} · ${policy}`,
];
