import { type CaseNumber, type Cents, LocalDate } from "@victim-rights/core";
import fc from "fast-check";
import { type Claim, ClaimClass, type ClaimId } from "../allocation/claim.ts";

/** Days of judgments; a few, so that some fall on one date. */
const DATES = ["2019-03-01", "2021-07-15", "2024-11-30"].map((day) => LocalDate.parse(day));

/** Small debts and large ones, some exactly at a bound that a distribution may name, some paid in full already. */
const arbitraryCents = fc.oneof(
  fc.integer({ min: 1, max: 20 }),
  fc.constantFrom(49_999, 50_000, 50_001),
  fc.integer({ min: 1, max: 2_000_000 }),
);

const arbitraryClaim = (place: number): fc.Arbitrary<Claim> =>
  fc
    .record({
      class: fc.constantFrom(...ClaimClass.options),
      judgment: fc.nat({ max: DATES.length - 1 }),
      isOther: fc.boolean(),
      ordered: arbitraryCents,
      unpaid: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
    })
    .map(({ class: own, judgment, isOther, ordered, unpaid }) => ({
      id: `claim-${place}` as ClaimId,
      class: own,
      cause: `DC-${judgment}${isOther ? "-b" : ""}` as CaseNumber,
      judgmentDate: DATES[judgment] ?? LocalDate.parse("2019-03-01"),
      listed: place + 1,
      orderedCents: ordered as Cents,
      owedCents: Math.round(ordered * unpaid) as Cents,
    }));

/** The claims of one payer, each with an id of its own. */
export const arbitraryClaims = ({ max = 6 }: { readonly max?: number } = {}): fc.Arbitrary<readonly Claim[]> =>
  fc
    .integer({ min: 0, max })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, place) => arbitraryClaim(place))));
