import type { AuditEvent } from "@victim-rights/auditing";
import type { AttemptClaim, NoticeCommandId, PersonTask } from "@victim-rights/notification";
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

/** Nothing that was acknowledged is gone, and nobody to whom a notice is owed is forgotten: by us, or by the person whose task they are. */
const checkAcknowledged = async (record: KilledRecord, taken: readonly Taken[]): Promise<readonly string[]> => {
  const reached = new Set(taken.map(({ person }) => person));
  const tasks = await tasksOf(record.db);
  const problems: string[] = [];
  for (const number of record.owed) {
    const found = await Effect.runPromiseExit(record.store.find(obligationId(number)));
    if (found._tag === "Failure") problems.push(`what is owed to P${number} was acknowledged and is gone`);
    else problems.push(...checkOne(found.value.obligation, { number, reached, tasks, record }));
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
  readonly tasks: readonly PersonTask[];
  readonly record: Pick<KilledRecord, "confirmed" | "confirming">;
};

const checkOne = (found: Found, about: About): readonly string[] => [
  ...checkState(found, about),
  ...checkTask(found, about),
];

const checkState = (found: Found, about: About): readonly string[] => {
  const { number, reached, record } = about;
  const confirmation = record.confirmed.get(number);
  if (confirmation !== undefined) return checkConfirmation(found, { number, confirmation });
  if (found.state === "with-person") return [];
  if (found.state !== "confirmed") return [`P${number} was left at ${found.state}`];
  if (!record.confirming.has(number)) return [`P${number} is confirmed, and nobody said so`];
  return reached.has(number) ? [] : [`P${number} was sent nothing`];
};

const checkConfirmation = (
  { state, commands }: Found,
  { number, confirmation }: { readonly number: number; readonly confirmation: NoticeCommandId },
): readonly string[] =>
  state === "confirmed" && commands.some(({ id }) => id === confirmation)
    ? []
    : [`the confirmation of P${number} was acknowledged and is gone: ${state}`];

const checkTask = ({ state }: Found, { number, tasks }: About): readonly string[] => {
  const id = obligationId(number);
  const raised = tasks.filter(({ about }) => about.kind === "obligation" && about.obligation === id).length;
  // Whoever confirms while a person has the task already leaves it to that person.
  const isRight = state === "with-person" ? raised === 1 : raised <= 1;
  return isRight ? [] : [`P${number} is ${state} and has ${raised} tasks`];
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

const tasksOf = async (db: OpenedDatabase["db"]): Promise<readonly PersonTask[]> => {
  const rows = await db.selectFrom("person_task").select("task").execute();
  return rows.map(({ task }) => task as PersonTask);
};

const claimsOf = async (db: OpenedDatabase["db"]): Promise<readonly AttemptClaim[]> => {
  const rows = await db.selectFrom("attempt_claim").select("claim").execute();
  return rows.map(({ claim }) => claim as AttemptClaim);
};

const auditOf = async (db: OpenedDatabase["db"]): Promise<readonly AuditEvent[]> => {
  const rows = await db.selectFrom("audit_event").select("event").orderBy("position").execute();
  return rows.map(({ event }) => event as AuditEvent);
};
