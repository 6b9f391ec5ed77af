import type { ChannelsShape } from "@victim-rights-examples/delivery-worker/channel/channels";
import type {
  AskAnswer,
  ChannelShape,
  Message,
  SendAnswer,
} from "@victim-rights-examples/delivery-worker/channel/channel";
import type { IdempotencyKey } from "@victim-rights-examples/delivery-worker/channel/idempotency-key";
import { receiptOf } from "@victim-rights-examples/delivery-worker/channel/receipt";
import type { SendableMethod } from "@victim-rights-examples/delivery-worker/contact/recipient";
import type { AttemptKey } from "@victim-rights/notification";
import * as Exit from "effect/Exit";
import * as Redacted from "effect/Redacted";
import type { Process } from "../engine/process.ts";
import type { PostedSend, Simulation } from "../simulation.ts";
import { arrive } from "./arrival.ts";

/** The providers as a worker reaches them: they take, refuse, lose, double, deny, and fall silent in the middle. */
export const providers = (process: Process, simulation: Simulation): ChannelsShape => ({
  phone: channel("phone", process, simulation),
  sms: channel("sms", process, simulation),
  email: channel("email", process, simulation),
  postal: channel("postal", process, simulation),
});

const channel = <Method extends SendableMethod>(
  method: Method,
  process: Process,
  simulation: Simulation,
): ChannelShape<Method> => ({
  method,
  canBeAsked: method !== "postal",
  send: (message, key) =>
    process.call({
      what: `send by ${method}`,
      outlives: true,
      slow: slowness(simulation),
      act: () => Exit.succeed(take({ method, message, key }, simulation)),
    }),
  ask: ({ key }) =>
    process.call({
      what: `ask ${method}`,
      act: () => Exit.succeed(answerOf({ method, key }, simulation)),
    }),
});

/** Less than what a worker takes for doubt. */
const slowness = ({ faults }: Simulation): number =>
  faults.hits("provider-slow") ? faults.random("provider-slow").between(10_000, 60_000) : 0;

type Posting = { readonly method: SendableMethod; readonly message: Message; readonly key: IdempotencyKey };

const take = (posting: Posting, simulation: Simulation): SendAnswer => {
  const { faults, trace, post, tell } = simulation;
  const send = post.claims.get(posting.key) ?? null;
  tell({ kind: "send-asked", send, key: posting.key });
  if (send === null) return { kind: "unknown", code: "answer-unclear" };
  if (faults.hits("provider-refuses")) return refuse({ ...posting, send }, simulation);
  const isUnknown = faults.hits("provider-unknown");
  if (isUnknown && faults.random("provider-unknown").hits(500)) {
    trace.write("provider", `never sees attempt ${send.attempt} of ${send.obligation}`);
    return { kind: "unknown", code: "broken-off" };
  }
  const receipted = deliver({ ...posting, send }, isUnknown, simulation);
  if (isUnknown) return { kind: "unknown", code: "no-answer" };
  return { kind: "sent", receipt: receiptOf(posting.method, posting.key), delivered: receipted };
};

type Claimed = Posting & { readonly send: AttemptKey };

const note = (
  { send, key, method }: Claimed,
  { what, ...sent }: Pick<PostedSend, "taken" | "arrivals" | "receipted"> & { readonly what: string },
  { trace, post }: Simulation,
): void => {
  trace.write("provider", `${what}: ${method}, attempt ${send.attempt} of ${send.obligation}`);
  post.sends.set(key, { denied: false, ...sent, send });
};

const refuse = (claimed: Claimed, simulation: Simulation): SendAnswer => {
  note(claimed, { what: "refuses", taken: false, arrivals: 0, receipted: false }, simulation);
  return simulation.faults.random("provider-refuses").hits(400)
    ? { kind: "refused", lasting: "permanent", code: "no-such-contact-point" }
    : { kind: "refused", lasting: "temporary", code: "not-now" };
};

/** Says whether the provider knows that it arrived. */
const deliver = (claimed: Claimed, isUnknown: boolean, simulation: Simulation): boolean => {
  const { message, key, send, method } = claimed;
  const arrivals = arrivalsOf(simulation);
  const canTell = arrivals > 0 && !isUnknown && method !== "postal";
  const receipted = canTell && simulation.random(`receipt ${key}`).hits(300);
  note(claimed, { what: arrivals === 0 ? "takes and loses" : "sends", taken: true, arrivals, receipted }, simulation);
  const address = JSON.stringify(Redacted.value<unknown>(message.recipient.value));
  for (let count = 0; count < arrivals; count += 1) arrive({ send, key, address }, simulation);
  return receipted;
};

const arrivalsOf = ({ faults }: Simulation): number => {
  if (faults.hits("provider-loses")) return 0;
  return faults.hits("provider-doubles") ? 2 : 1;
};

const answerOf = ({ method, key }: Pick<Posting, "method" | "key">, { faults, post, trace }: Simulation): AskAnswer => {
  const sent = post.sends.get(key);
  if (sent === undefined) return { kind: "never-seen" };
  if (faults.hits("provider-unknown")) return { kind: "cannot-tell" };
  if (!sent.taken) return { kind: "refused", lasting: "temporary", code: "not-now" };
  if (faults.hits("provider-denies")) {
    trace.write("provider", `denies attempt ${sent.send.attempt} of ${sent.send.obligation}`);
    post.sends.set(key, { ...sent, denied: true });
    return { kind: "never-seen" };
  }
  return { kind: "sent", receipt: receiptOf(method, key), delivered: sent.receipted };
};
