import type { Claim, ClaimId } from "./claim.ts";

/** The ids that more than one claim bears, each once, in the order in which they come again. */
export const repeatedClaims = (claims: readonly Claim[]): readonly ClaimId[] => {
  if (claims.length <= FEW ? isEachOnceOfFew(claims) : new Set(claims.map(idOf)).size === claims.length) return NONE;
  const seen = new Set<ClaimId>();
  const repeated = new Set<ClaimId>();
  for (const { id } of claims) (seen.has(id) ? repeated : seen).add(id);
  return [...repeated];
};

/** So many claims are compared with each other sooner than they are put in a set. */
const FEW = 8;
const NONE: readonly ClaimId[] = [];
const idOf = ({ id }: Claim): ClaimId => id;

const isEachOnceOfFew = (claims: readonly Claim[]): boolean => {
  for (let later = 1; later < claims.length; later += 1)
    for (let earlier = 0; earlier < later; earlier += 1) if (claims[earlier]?.id === claims[later]?.id) return false;
  return true;
};
