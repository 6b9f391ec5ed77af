import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ACCESS } from "../src/access/access-table.ts";
import { type Role, ROLES } from "../src/access/caller.ts";
import { type Documented, readDocument } from "./document.ts";
import { bearer, service } from "./service.ts";

const running = service();
const { document, operations } = await readDocument(running);
const REQUESTS = 200;

/** A schema as far as samples are made of it. */
type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
};

const resolve = (schema: Schema): Schema => {
  if (schema.$ref === undefined) return schema;
  const found = schema.$ref
    .slice(2)
    .split("/")
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document);
  return resolve(found as Schema);
};

const JUNK = fc.oneof(
  { depthSize: "small" },
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(null, true, -1, 1e308, "", "\u0000", "__proto__", "constructor", "９", "a".repeat(5000), [], {}, [
    [[[]]],
  ]),
);

/** A value of about the schema's shape; what a format or pattern asks for is left to luck. */
const sample = (raw: Schema): fc.Arbitrary<unknown> => {
  const schema = resolve(raw);
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices !== undefined) return fc.oneof(...choices.map(sample));
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  return schema.const === undefined ? sampleOfType(schema) : fc.constant(schema.const);
};

const sampleOfType = (schema: Schema): fc.Arbitrary<unknown> => {
  const type = [schema.type ?? "object"].flat()[0] ?? "object";
  return (BY_TYPE[type] ?? ANY_TEXT)(schema);
};

const BY_TYPE: Readonly<Record<string, (schema: Schema) => fc.Arbitrary<unknown>>> = {
  object: ({ properties = {} }) =>
    fc.record(Object.fromEntries(Object.entries(properties).map(([key, each]) => [key, sample(each)]))),
  array: ({ items }) => fc.array(items === undefined ? JUNK : sample(items), { maxLength: 3 }),
  integer: () => fc.integer(),
  number: () => fc.integer(),
  boolean: () => fc.boolean(),
};

const ANY_TEXT = () => fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom(...LIKELY));

const LIKELY = ["us-mo", "2026-11-09", "2026-11-09T13:00:00Z", "notice", "1"] as const;

/** A value with one place of it spoilt. */
const spoilt = (value: unknown, junk: unknown, at: number): unknown => {
  if (Array.isArray(value) && value.length > 0)
    return value.map((each: unknown, index) => (index === at % value.length ? spoilt(each, junk, at >> 1) : each));
  if (typeof value !== "object" || value === null || Array.isArray(value)) return junk;
  const keys = Object.keys(value);
  const key = keys[at % (keys.length + 1)];
  if (key === undefined) return { ...value, "not-read-here": junk };
  const inside = (value as Record<string, unknown>)[key];
  return at % 3 === 0
    ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
    : { ...value, [key]: spoilt(inside, junk, at >> 1) };
};

const textOf = (body: unknown, how: number): string => {
  const text = JSON.stringify(body) ?? "";
  if (how === 0) return text.slice(0, Math.floor(text.length / 2));
  if (how === 1) return `${"[".repeat(3000)}${text}`;
  return how === 2 ? text.replaceAll('"', "'") : text;
};

const bodyOf = ({
  requestBody,
}: Documented): fc.Arbitrary<{ readonly media: string; readonly text: string } | null> => {
  const contents = Object.entries(requestBody?.content ?? {});
  if (contents.length === 0) return fc.constant(null);
  const media = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...contents.map(([name]) => name)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json; charset=utf-16",
        "nonsense",
      ),
    },
  );
  const bodies = fc.oneof(...contents.map(([, { schema }]) => sample(schema as Schema)));
  return fc
    .record({ media, body: bodies, junk: JUNK, at: fc.nat(200), how: fc.nat(20) })
    .map(({ media: type, body, junk, at, how }) => ({ media: type, text: textOf(spoilt(body, junk, at), how) }));
};

const WORDS = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30 }),
  fc.string({ unit: "binary", minLength: 1, maxLength: 10 }),
  fc.constantFrom("..", "%00", "us-mo", "us-mt.x", "1 or 1=1", "<script>", "x".repeat(300), "𝟙", "-1", "NaN"),
);

const wellFormed = (text: string): string => text.toWellFormed();

const requestOf = (operation: Documented) => {
  const inPath = operation.parameters.filter((each) => each.in === "path");
  const inQuery = operation.parameters.filter((each) => each.in === "query");
  return fc
    .record({
      path: fc.tuple(...inPath.map(() => WORDS)),
      query: fc.tuple(...inQuery.map(() => fc.option(WORDS))),
      body: bodyOf(operation),
      match: fc.option(fc.constantFrom('"0"', '"1"', "*", 'W/"1"', "nonsense", '"-1"', '"99999999999999999999"')),
      key: fc.option(fc.constantFrom("key-0000001", "short", "with space in it", "x".repeat(300))),
      seen: fc.option(fc.constantFrom("0", "-5", "nonsense", "1e99")),
    })
    .map(({ path, query, body, match, key, seen }) => {
      const there = inPath.reduce(
        (at, { name }, index) => at.replace(`{${name}}`, encodeURIComponent(wellFormed(path[index] ?? "x"))),
        operation.path,
      );
      const pairs = inQuery.flatMap(({ name }, index) =>
        query[index] === null ? [] : [`${name}=${encodeURIComponent(wellFormed(query[index] ?? ""))}`],
      );
      const headers = {
        ...(match !== null && { "if-match": match }),
        ...(key !== null && { "idempotency-key": key }),
        ...(seen !== null && { "last-event-id": seen }),
        ...(body !== null && { "content-type": body.media }),
      };
      return { path: `${there}?${pairs.join("&")}`, headers, ...(body !== null && { body: body.text }) };
    });
};

const roleFor = (operation: Documented): Role =>
  ROLES.find((role) => (ACCESS.get(operation.route?.operation ?? "")?.reach[role] ?? "-") !== "-") ?? "auditor";

const PROBLEM_FIELDS = ["type", "title", "status", "detail"];

describe("malformed requests, made from the service's own document", () => {
  test.each(operations.map((operation) => [operation.operationId, operation] as const))(
    `${REQUESTS} of them are each answered with a problem, and never with a fault: %s`,
    async (_, operation) => {
      const token = await bearer(roleFor(operation));
      let refused = 0;
      await fc.assert(
        fc.asyncProperty(requestOf(operation), async ({ path, ...asking }) => {
          const answer = await running.ask(operation.method.toUpperCase(), path, { token, ...asking });
          expect(answer.status).toBeLessThan(500);
          if (answer.status < 400) return answer.body?.cancel();
          refused += 1;
          expect(answer.headers.get("content-type")).toBe("application/problem+json");
          const told = (await answer.json()) as { readonly status: number };
          expect(Object.keys(told)).toEqual(expect.arrayContaining(PROBLEM_FIELDS));
          expect(told.status).toBe(answer.status);
          return undefined;
        }),
        { numRuns: REQUESTS },
      );
      expect(refused).toBeGreaterThanOrEqual(operation.requestBody === undefined ? 0 : REQUESTS * 0.75);
    },
  );
});
