export { arbitraryClaims } from "./arbitrary/arbitrary-claims.ts";
export {
  arbitraryDistribution,
  type DistributionShape,
  SAMPLE_CHOICES,
  SAMPLE_OPTIONS,
} from "./arbitrary/arbitrary-distribution.ts";
