import type {
  Instant,
  PersonId,
  Registration,
  RegistrationId,
  Revision,
  RevisionConflict,
  StoreUnavailable,
  ZoneId,
} from "@victim-rights/core";
import type { Effect } from "effect/Effect";

/** A registration that waits for its code. What the code is nobody can read off it. */
export type PendingRegistration = {
  readonly request: string;
  readonly codeDigest: string;
  readonly expiresAt: Instant;
  readonly registration: Registration;
  /** The zone that the person's safe hours are of; `null` where they did not say. */
  readonly zone: ZoneId | null;
};

/** So often a code may be typed wrong; a further try is refused even where it is right. */
export const MOST_TRIES = 5;

/** A registration as the registry holds it. */
export type StoredRegistration = {
  readonly registration: Registration;
  readonly status: "active" | "withdrawn";
  readonly revision: Revision;
};

/** A code that somebody typed. */
export type CodeGiven = { readonly request: string; readonly codeDigest: string; readonly at: Instant };

/** Some registrations of a person, in the registry's order. */
export type RegistrationPage = { readonly items: readonly StoredRegistration[]; readonly next: string | null };

/**
 * The registry of victims: the one store of this service that holds addresses and numbers. An agency puts its own here.
 */
export type Registry = {
  readonly hold: (pending: PendingRegistration) => Effect<void, StoreUnavailable>;
  /**
   * Takes a code. `null` for a request that is not known, ran out, was tried too often, or has another code: which of
   * these it was is not told. Given again, a code that was taken answers as it did first. Somebody who is registered
   * about the same person by the same address already gets that registration.
   */
  readonly confirm: (given: CodeGiven) => Effect<StoredRegistration | null, StoreUnavailable>;
  readonly find: (id: RegistrationId) => Effect<StoredRegistration | null, StoreUnavailable>;
  readonly listForPerson: (asked: {
    readonly personId: PersonId;
    readonly after: string | null;
    readonly limit: number;
  }) => Effect<RegistrationPage, StoreUnavailable>;
  /** Active registrations about somebody under supervision. */
  readonly about: (supervisedPersonId: string) => Effect<readonly Registration[], StoreUnavailable>;
  /** Takes a registration back, for good: at the revision that it stands at afterwards, once more changes nothing. */
  readonly withdraw: (
    id: RegistrationId,
    expected: Revision,
  ) => Effect<StoredRegistration | null, RevisionConflict | StoreUnavailable>;
};
