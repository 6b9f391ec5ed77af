import { z } from "zod";
import { DelinquencyTerm } from "./delinquency-term.ts";
import { DisbursementTerm } from "./disbursement-term.ts";
import { DurationTerm } from "./duration-term.ts";
import { FeeTerm } from "./fee-term.ts";
import { LossTerm } from "./loss-term.ts";
import { PaymentRouteTerm } from "./payment-route-term.ts";
import type { Term } from "./provision.ts";
import { UnclaimedTerm } from "./unclaimed-term.ts";

/** What a state's file says beside the order of payment, each section a list that may be left out. */
export const TERM_SECTIONS = {
  losses: z.array(LossTerm).default([]).meta({ description: "Which losses restitution is ordered for." }),
  fees: z.array(FeeTerm).default([]).meta({ description: "What is paid on top of restitution." }),
  disbursement: z.array(DisbursementTerm).default([]).meta({ description: "When money that is held goes out." }),
  unclaimed: z.array(UnclaimedTerm).default([]).meta({ description: "Money of a payee who cannot be found." }),
  directPayment: z.array(PaymentRouteTerm).default([]).meta({ description: "Whom restitution is paid to." }),
  delinquency: z.array(DelinquencyTerm).default([]).meta({ description: "What follows when it is not paid." }),
  duration: z.array(DurationTerm).default([]).meta({ description: "How long it is owed." }),
};

/** The name of a section of terms. */
export type TermSection = keyof typeof TERM_SECTIONS;

/** Every term of a file, with its path, in the order of the sections. */
export const termsOf = (
  file: Readonly<Record<TermSection, readonly Term[]>>,
): readonly { readonly term: Term; readonly path: string }[] =>
  (Object.keys(TERM_SECTIONS) as TermSection[]).flatMap((section) =>
    file[section].map((term, at) => ({ term, path: `$.${section}[${at}]` })),
  );
