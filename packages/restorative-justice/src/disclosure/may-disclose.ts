import { compareInstants, type Instant, type PersonId } from "@victim-rights/core";
import * as Data from "effect/Data";
import * as Result from "effect/Result";
import type { ActorId, EvidenceRef } from "../programme/ids.ts";
import type { DataForm, DisclosureMandate, Release, VictimDataKind } from "./release.ts";

/** What somebody would be told of a victim, and when. */
export type DisclosureAsked = {
  readonly person: PersonId;
  readonly recipient: ActorId;
  readonly kinds: readonly [VictimDataKind, ...VictimDataKind[]];
  /** Asked for, so that nobody thinks that another form would be another question. */
  readonly form: DataForm;
  readonly at: Instant;
};

/** What a disclosure rests on: a paper for every kind that is told. */
export type DisclosureGround = {
  readonly kind: VictimDataKind;
  readonly rests: "release" | "mandate";
  readonly paper: EvidenceRef;
};

/** No paper covers some of what would be told: nothing is told. */
export class DisclosureRefused extends Data.TaggedError("DisclosureRefused")<{
  readonly invariant: "INV-17";
  readonly uncovered: readonly VictimDataKind[];
}> {
  override get message(): string {
    const kinds = this.uncovered.map((kind) => `\`${kind}\``).join(", ");
    return `no written release for this recipient that is in force, and no mandate, covers ${kinds} (INV-17); in another form it is the same data (INV-18)`;
  }
}

/** Papers that may cover a disclosure. */
export type DisclosurePapers = {
  readonly releases: readonly Release[];
  readonly mandates: readonly DisclosureMandate[];
};

/**
 * Whether a victim's data may be told: every kind of it needs a release of that person for that recipient, signed, not run
 * out and not revoked, or a mandate on record. The form changes nothing.
 * @errors `DisclosureRefused` with every kind that nothing covers.
 */
export const mayDisclose = (
  asked: DisclosureAsked,
  { releases, mandates }: DisclosurePapers,
): Result.Result<readonly DisclosureGround[], DisclosureRefused> => {
  const grounds = asked.kinds.map((kind): DisclosureGround | null => {
    const release = releases.find((each) => covers(each, asked, kind) && isInForce(each, asked.at));
    if (release !== undefined) return { kind, rests: "release", paper: release.id };
    const mandate = mandates.find(
      (each) => covers(each, asked, kind) && compareInstants(each.recordedAt, asked.at) <= 0,
    );
    return mandate === undefined ? null : { kind, rests: "mandate", paper: mandate.id };
  });
  const uncovered = asked.kinds.filter((_, at) => grounds[at] === null);
  return uncovered.length === 0
    ? Result.succeed(grounds.filter((ground) => ground !== null))
    : Result.fail(new DisclosureRefused({ invariant: "INV-17", uncovered }));
};

const covers = (
  paper: Pick<Release, "person" | "recipient" | "kinds">,
  { person, recipient }: DisclosureAsked,
  kind: VictimDataKind,
): boolean => paper.person === person && paper.recipient === recipient && paper.kinds.includes(kind);

const isInForce = ({ signedAt, expiresAt, revokedAt }: Release, at: Instant): boolean =>
  compareInstants(signedAt, at) <= 0 &&
  compareInstants(at, expiresAt) < 0 &&
  (revokedAt === null || compareInstants(at, revokedAt) < 0);
