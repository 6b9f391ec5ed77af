/** One thing that is wrong with a request: where, what, and what to do. It never holds a value that was sent. */
export type Issue = { readonly path: string; readonly problem: string; readonly fix: string | null };

/** The kinds of problem, each with its status and title. */
const KINDS = {
  "bad-request": [400, "The request does not fit"],
  unauthenticated: [401, "A token is needed"],
  forbidden: [403, "This token does not open this"],
  "not-found": [404, "There is nothing here"],
  "method-not-allowed": [405, "No such method here"],
  "not-acceptable": [406, "Nothing in a form that was asked for"],
  conflict: [409, "The step cannot be taken now"],
  "revision-conflict": [412, "Somebody else wrote first"],
  "too-large": [413, "The request is too large"],
  "unsupported-media-type": [415, "This media type is not read here"],
  unprocessable: [422, "The request is well formed and cannot be carried out"],
  "idempotency-key-reused": [422, "This key was used for another request"],
  "revision-needed": [428, "Say which revision you have read"],
  "too-many-requests": [429, "Too many requests"],
  "internal-error": [500, "Something went wrong here"],
  unavailable: [503, "A store does not answer"],
  "timed-out": [504, "It took too long"],
} as const;

/** What a problem is called. */
export type ProblemKind = keyof typeof KINDS;

/** A problem as it is answered. */
export type Problem = {
  readonly kind: ProblemKind;
  readonly detail: string;
  readonly issues: readonly Issue[];
  readonly headers: Readonly<Record<string, string>>;
  /** Members of the answer beside those of the standard. */
  readonly more: Readonly<Record<string, unknown>>;
};

/** A problem with what is not always said left out. */
export const problem = (kind: ProblemKind, detail: string, rest: Partial<Problem> = {}): Problem => ({
  kind,
  detail,
  issues: [],
  headers: {},
  more: {},
  ...rest,
});

/** The status of a kind of problem. */
const statusOf = (kind: ProblemKind): number => KINDS[kind][0];

/** The media type of every problem. */
export const PROBLEM_JSON = "application/problem+json";

/** The body of a problem: `type`, `title`, `status` and `detail` as RFC 9457 has them, and every issue. */
export const problemBody = ({ kind, detail, issues, more }: Problem): Readonly<Record<string, unknown>> => ({
  type: `urn:victim-rights:problem:${kind}`,
  title: KINDS[kind][1],
  status: KINDS[kind][0],
  detail,
  ...(issues.length === 0 ? {} : { issues }),
  ...more,
});

/** The answer to a request that cannot be served. */
export const problemResponse = (told: Problem): Response =>
  new Response(JSON.stringify(problemBody(told)), {
    status: statusOf(told.kind),
    headers: { "content-type": PROBLEM_JSON, "cache-control": "no-store", ...told.headers },
  });
