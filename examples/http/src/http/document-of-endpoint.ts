import { z } from "@hono/zod-openapi";
import { isPublic } from "../access/access-table.ts";
import type { AnyEndpoint, Documented } from "./endpoint.ts";
import { PROBLEM_JSON } from "./problem.ts";
import { ProblemSchema } from "./problem-schema.ts";

/** A route as the OpenAPI document has it, with the problems that every route may answer. */
export const documentOfEndpoint = (endpoint: AnyEndpoint) => {
  const { operation, id = operation, method, path, tag, summary, description } = endpoint;
  return {
    method,
    path,
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    security: isPublic(operation) ? [] : [{ bearer: [] }],
    request: requestOf(endpoint),
    responses: answersOf(endpoint),
  };
};

const requestOf = (endpoint: AnyEndpoint) => {
  const { params, query } = endpoint;
  const content = contentOf(endpoint);
  const headers = headersOf(endpoint);
  return {
    ...(params && { params }),
    ...(query && { query }),
    ...(content && { body: { required: true, content } }),
    ...(Object.keys(headers).length > 0 && { headers: z.looseObject(headers) }),
  };
};

const contentOf = ({ body, rawBody }: AnyEndpoint) =>
  rawBody === undefined
    ? body && { "application/json": { schema: body } }
    : Object.fromEntries(Object.entries(rawBody).map(([media, schema]) => [media, { schema }]));

const headersOf = ({ once, needsRevision, prefers }: AnyEndpoint) => ({
  ...(prefers === true && { prefer: z.string().max(200).optional() }),
  ...(once === true && { "idempotency-key": z.string().min(8).max(200).optional() }),
  ...(needsRevision !== undefined && { "if-match": z.string().optional() }),
});

const PROBLEM_ANSWER = {
  description: "A problem (RFC 9457), with every issue",
  content: { [PROBLEM_JSON]: { schema: ProblemSchema } },
};

const answersOf = ({ operation, answers }: AnyEndpoint) => ({
  ...Object.fromEntries(Object.entries(answers).map(([status, documented]) => [status, answerOf(documented)])),
  ...(isPublic(operation) ? {} : { 401: PROBLEM_ANSWER, 403: PROBLEM_ANSWER }),
  default: PROBLEM_ANSWER,
});

const answerOf = ({ description, schema, media = "application/json" }: Documented) => ({
  description,
  ...(schema === undefined && media === "application/json"
    ? {}
    : { content: { [media]: { schema: schema ?? z.string() } } }),
});
