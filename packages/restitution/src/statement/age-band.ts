/** How old something is, in days: a band has its first day and its last. */
export const AGE_BANDS = ["0-30", "31-60", "61-90", "91-180", "181-365", "older"] as const;
/** One of these bands. */
export type AgeBand = (typeof AGE_BANDS)[number];

/** Cents by how old they are. */
export type CentsByAge = Readonly<Record<AgeBand, number>>;

const LAST_DAYS = [30, 60, 90, 180, 365];

/** The band of an age in days. */
export const ageBandOf = (days: number): AgeBand => {
  const at = LAST_DAYS.findIndex((last) => days <= last);
  return AGE_BANDS[at < 0 ? LAST_DAYS.length : at] ?? "older";
};

/** Sums cents by band. */
export const centsByAge = (all: readonly { readonly band: AgeBand; readonly cents: number }[]): CentsByAge => {
  const sums = { "0-30": 0, "31-60": 0, "61-90": 0, "91-180": 0, "181-365": 0, older: 0 };
  for (const { band, cents } of all) sums[band] += cents;
  return sums;
};
