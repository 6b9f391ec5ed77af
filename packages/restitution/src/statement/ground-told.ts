import { type Citation, type LocalDate, type Verification } from "@victim-rights/core";
import type { RuleId } from "@victim-rights/rules";
import type { AllocationFile } from "../allocation/allocation-file.ts";
import type { DocumentRef, EntryId, OrderId } from "../ledger/ids.ts";
import type { Ground } from "../ledger/transfer.ts";
import { groundOf, type TermGround } from "../terms/ground.ts";
import { termsOf } from "../terms/term-sections.ts";

/** Why money moved, told to staff: the provision with its citations and the step of it, or the paper. */
export type GroundTold =
  | ({ readonly kind: "provision"; readonly path: string } & TermGround)
  /** The state's file does not have the provision any more. */
  | { readonly kind: "provision-not-in-file"; readonly provision: RuleId; readonly path: string }
  | { readonly kind: "order"; readonly order: OrderId }
  | { readonly kind: "document"; readonly document: DocumentRef }
  | { readonly kind: "takes-back"; readonly entry: EntryId };

/** Tells a ground in full. */
export const tellGround = (file: AllocationFile, ground: Ground): GroundTold => {
  if ("order" in ground) return { kind: "order", order: ground.order };
  if ("document" in ground) return { kind: "document", document: ground.document };
  if ("reverses" in ground) return { kind: "takes-back", entry: ground.reverses };
  const { rule, path } = ground;
  const provision =
    file.policies.find(({ id }) => id === rule) ?? termsOf(file).find(({ term }) => term.id === rule)?.term;
  return provision === undefined
    ? { kind: "provision-not-in-file", provision: rule, path }
    : { kind: "provision", path, ...groundOf(provision) };
};

/** Why money moved, told to a payee: the law alone, and no paper, since an agency may have named it after anybody. */
export type GroundToldToPayee =
  | {
      readonly kind: "provision";
      readonly provision: RuleId;
      readonly title: string;
      /** An agency's own practice, and no law. */
      readonly isPolicy: boolean;
      readonly cites: readonly Citation[];
      readonly verified: Verification;
    }
  | { readonly kind: "provision-not-in-file"; readonly provision: RuleId }
  | { readonly kind: "moved-between-causes"; readonly on: LocalDate }
  /** It was sent out of money that bounced afterwards, and no money has come since to make up for it. */
  | { readonly kind: "not-covered-yet" }
  | { readonly kind: "paper" };

/** Tells a payee a ground. */
export const tellPayeeGround = (file: AllocationFile, ground: Ground): GroundToldToPayee => {
  const told = tellGround(file, ground);
  if (told.kind === "provision-not-in-file") return { kind: told.kind, provision: told.provision };
  if (told.kind !== "provision") return { kind: "paper" };
  const { provision, title, isPolicy, cites, verified } = told;
  return { kind: "provision", provision, title, isPolicy, cites, verified };
};
