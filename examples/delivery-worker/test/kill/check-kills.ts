import type { AuditEvent } from "@victim-rights/auditing";
import type { AttemptClaim, NoticeCommandId } from "@victim-rights/notification";
import type { OpenedDatabase } from "@victim-rights-examples/storage-postgres";
import * as Effect from "effect/Effect";
import { type IdempotencyKey, idempotencyKeyOf } from "../../src/channel/idempotency-key.ts";
import { obligationId } from "../world.ts";
import type { KilledRecord } from "./killed-record.ts";

/** What outlived the faults outside the record: what the provider took, under which key and for whom. */
export type Taken = { readonly key: string; readonly person: number };

/** Everything that is wrong after the faults, in sentences; none when every promise held. */
export const checkKills = async (record: KilledRecord, taken: readonly Taken[]): Promise<readonly string[]> => [
  ...(await checkAcknowledged(record, taken)),
  ...checkKeys(taken, await claimsOf(record.db)),
  ...checkOrder(await auditOf(record.db)),
];

/** Nothing that was acknowledged is gone, and nobody to whom a notice is owed is forgotten. */
const checkAcknowledged = async (record: KilledRecord, taken: readonly Taken[]): Promise<readonly string[]> => {
  const reached = new Set(taken.map(({ person }) => person));
  const problems: string[] = [];
  for (const number of record.owed) {
    const found = await Effect.runPromiseExit(record.store.find(obligationId(number)));
    if (found._tag === "Failure") problems.push(`what is owed to P${number} was acknowledged and is gone`);
    else problems.push(...checkOne(found.value.obligation, { number, reached, confirmed: record.confirmed }));
  }
  return problems;
};

type Found = {
  readonly state: string;
  readonly commands: readonly { readonly id: NoticeCommandId }[];
};
type About = {
  readonly number: number;
  readonly reached: ReadonlySet<number>;
  readonly confirmed: ReadonlyMap<number, NoticeCommandId>;
};

const checkOne = ({ state, commands }: Found, { number, reached, confirmed }: About): readonly string[] => {
  const id = confirmed.get(number);
  if (id !== undefined && (state !== "confirmed" || !commands.some((command) => command.id === id)))
    return [`the confirmation of P${number} was acknowledged and is gone: ${state}`];
  if (state !== "confirmed" && state !== "with-person") return [`P${number} was left at ${state}`];
  return reached.has(number) || state === "with-person" ? [] : [`P${number} was sent nothing`];
};

/** A claim leads to one send at most, and nothing is sent without one. */
const checkKeys = (taken: readonly Taken[], claims: readonly AttemptClaim[]): readonly string[] => {
  const claimed = new Set<string>(claims.map((claim): IdempotencyKey => idempotencyKeyOf(claim)));
  const seen = new Set<string>();
  return taken.flatMap(({ key, person }) => {
    const problems = [
      ...(seen.has(key) ? [`a claim for P${person} was sent twice`] : []),
      ...(claimed.has(key) ? [] : [`P${person} was sent something that nobody had claimed`]),
    ];
    seen.add(key);
    return problems;
  });
};

/** The audit log stands in the order of the commits: after a confirmation nobody claims a send, and no send is claimed twice. */
const checkOrder = (events: readonly AuditEvent[]): readonly string[] => {
  const confirmed = new Set<string>();
  const claimed = new Set<string>();
  const problems: string[] = [];
  for (const { what } of events) {
    const about = what.about.map(({ id }) => id);
    const [obligation = ""] = about;
    if (what.action === "confirm") confirmed.add(obligation);
    if (what.action !== "claim-send") continue;
    if (confirmed.has(obligation)) problems.push(`a send was claimed after the confirmation of ${obligation}`);
    if (claimed.has(about.join(" "))) problems.push(`one send was claimed twice: ${about.join(" ")}`);
    claimed.add(about.join(" "));
  }
  return problems;
};

const claimsOf = async (db: OpenedDatabase["db"]): Promise<readonly AttemptClaim[]> => {
  const rows = await db.selectFrom("attempt_claim").select("claim").execute();
  return rows.map(({ claim }) => claim as AttemptClaim);
};

const auditOf = async (db: OpenedDatabase["db"]): Promise<readonly AuditEvent[]> => {
  const rows = await db.selectFrom("audit_event").select("event").orderBy("position").execute();
  return rows.map(({ event }) => event as AuditEvent);
};
