/** What a span may name: kinds of records, each by its opaque id. Nothing else is written into a trace. */
export type SpanIds = Partial<
  Readonly<
    Record<
      | "request"
      | "obligation"
      | "event"
      | "task"
      | "case"
      | "ledger"
      | "registration"
      | "job"
      | "attempt"
      | "feed"
      | "batch",
      string
    >
  >
>;

/** An id has neither a blank nor `@`, so that a name, an e-mail address or a street is none. */
const OPAQUE = /^[\w.:/%+~#-]{1,400}$/u;

/** Put where something that is no id was given for one: that it was given is worth knowing, what it was is not. */
const WITHHELD = "withheld";

/** The attributes of a span: `victim_rights.obligation.id` and its like. */
export const attributesOf = (ids: SpanIds): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(ids).map(([kind, id]) => [`victim_rights.${kind}.id`, OPAQUE.test(id) ? id : WITHHELD]),
  );
