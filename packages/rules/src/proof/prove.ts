import * as Result from "effect/Result";
import type { Property } from "../file/property-file.ts";
import type { Law } from "../load/law.ts";
import type { ProofError } from "./errors.ts";
import type { ProofOptions } from "./proof-setting.ts";
import { proveImplication } from "./prove-implication.ts";
import { proveNeverLoses } from "./prove-never-loses.ts";
import type { Counterexample, Loss, Verdict } from "./verdict.ts";

/** A property and what came of it, told apart by what an example of the contrary looks like. */
export type Proof =
  | { readonly kind: "implication"; readonly property: Property; readonly verdict: Verdict<Counterexample> }
  | { readonly kind: "never-loses"; readonly property: Property; readonly verdict: Verdict<Loss> };

/**
 * Proves a property of a law for everybody whose facts are known, or finds somebody for whom it does not hold.
 * @errors those of `compileQuestion`, then `PropertyRejected` with everything in it that does not fit the law.
 */
export const prove = (law: Law, property: Property, options: ProofOptions): Result.Result<Proof, ProofError> =>
  "neverLoses" in property
    ? Result.map(proveNeverLoses(law, property, options), (verdict) => ({ kind: "never-loses", property, verdict }))
    : Result.map(proveImplication(law, property, options), (verdict) => ({ kind: "implication", property, verdict }));
