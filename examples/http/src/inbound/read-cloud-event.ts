import { CustodyEvent, Instant } from "@victim-rights/core";
import * as Result from "effect/Result";
import { z } from "zod";
import { issuesOf, type KnownNames } from "../http/issues-of.ts";
import { problem, type Problem } from "../http/problem.ts";

/** The type of a CloudEvent that holds one revision of a custody event. */
const CUSTODY_EVENT_TYPE = "org.victim-rights.custody-event.v1";

/** A custody event as a CloudEvent 1.0 in structured mode: what its standard asks for, and extensions, which are not read. */
export const CustodyCloudEvent = z.looseObject({
  specversion: z.literal("1.0"),
  id: z.string().min(1).max(200),
  source: z.string().min(1).max(500),
  type: z.literal(CUSTODY_EVENT_TYPE),
  time: Instant.optional(),
  datacontenttype: z.literal("application/json").optional(),
  data: CustodyEvent,
});
export type CustodyCloudEvent = z.infer<typeof CustodyCloudEvent>;

const KNOWN: KnownNames = new Set([...Object.keys(CustodyCloudEvent.shape), ...Object.keys(CustodyEvent.shape)]);

/** Reads the text of a structured CloudEvent. */
export const readStructured = (text: string): Result.Result<CustodyEvent, Problem> => read(parse(text), "$");

/** Reads a CloudEvent in binary mode: the attributes in headers, the custody event as the body. */
export const readBinary = (headers: Headers, text: string): Result.Result<CustodyEvent, Problem> => {
  const attribute = (name: string) => headers.get(`ce-${name}`) ?? undefined;
  const time = attribute("time");
  return read(
    {
      specversion: attribute("specversion"),
      id: attribute("id"),
      source: attribute("source"),
      type: attribute("type"),
      ...(time === undefined ? {} : { time }),
      data: parse(text),
    },
    "$",
  );
};

/** So many events come in one batch at most. */
export const MOST_EVENTS = 5_000;

const CustodyCloudEvents = z.array(CustodyCloudEvent).max(MOST_EVENTS, `send at most ${MOST_EVENTS} events at once`);

/**
 * Reads the text of a batch of CloudEvents; one without any is a sign of life. Every issue is told by its place in the batch,
 * and nothing of a batch that has one is read.
 * @source CloudEvents 1.0, HTTP protocol binding (batched content mode) and JSON event format (JSON batch format).
 */
export const readBatch = (text: string): Result.Result<readonly CustodyEvent[], Problem> => {
  const parsed = CustodyCloudEvents.safeParse(parse(text));
  if (parsed.success) return Result.succeed(parsed.data.map(({ data }) => data));
  const issues = issuesOf(parsed.error.issues, { known: KNOWN });
  return Result.fail(problem("bad-request", "the batch of CloudEvents does not fit", { issues }));
};

const read = (raw: unknown, under: string): Result.Result<CustodyEvent, Problem> => {
  const parsed = CustodyCloudEvent.safeParse(raw);
  if (parsed.success) return Result.succeed(parsed.data.data);
  const issues = issuesOf(parsed.error.issues, { known: KNOWN, under });
  return Result.fail(problem("bad-request", "the CloudEvent does not fit", { issues }));
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
