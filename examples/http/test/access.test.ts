import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { describe, expect, test } from "vitest";
import { ACCESS, isPublic, PUBLIC_OPERATIONS, reachOf } from "../src/access/access-table.ts";
import { ROLES } from "../src/access/caller.ts";
import { AUDIENCE, DEVELOPMENT_ISSUER } from "../src/access/development-issuer.ts";
import { ROUTES } from "../src/app.ts";
import { type Documented, readDocument } from "./document.ts";
import { bearer, issuer, NOW, service } from "./service.ts";

const running = service();
const { operations } = await readDocument(running);

const pathOf = ({ path }: Documented): string => path.replaceAll(/\{\w+\}/gu, "x1");

const statusFor = async (operation: Documented, token?: string): Promise<number> => {
  const answer = await running.ask(operation.method.toUpperCase(), pathOf(operation), {
    ...(token !== undefined && { token }),
    ...(operation.method === "post" && { body: {} }),
  });
  await answer.body?.cancel();
  return answer.status;
};

const seconds = Math.floor(Date.parse(NOW) / 1000);
const other = await generateKeyPair("EdDSA", { extractable: true });
const own = issuer.privateJwk;

const forged = async (change: {
  readonly issuer?: string;
  readonly audience?: string;
  readonly issuedAt?: number;
  readonly expires?: number | null;
  readonly key?: object;
  readonly claims?: object;
}): Promise<string> => {
  const claims = { role: "liaison", purposes: ["notice"], ...change.claims };
  const token = new SignJWT(claims)
    .setProtectedHeader({ alg: "EdDSA" })
    .setSubject("liaison-1")
    .setIssuer(change.issuer ?? DEVELOPMENT_ISSUER)
    .setAudience(change.audience ?? AUDIENCE)
    .setIssuedAt(change.issuedAt ?? seconds);
  const ended = change.expires === null ? token : token.setExpirationTime(change.expires ?? seconds + 600);
  return `Bearer ${await ended.sign((change.key ?? own) as never)}`;
};

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const CLAIMS = { sub: "liaison-1", role: "liaison", purposes: ["notice"], iss: DEVELOPMENT_ISSUER, aud: AUDIENCE };
const unsigned = `Bearer ${base64({ alg: "none" })}.${base64({ ...CLAIMS, iat: seconds, exp: seconds + 600 })}.`;
const good = (await bearer("liaison")).slice("Bearer ".length);
const [head = "", , signature = ""] = good.split(".");
const publicKey = await exportJWK(other.publicKey);

const REFUSED: readonly (readonly [string, string | undefined])[] = [
  ["no token", undefined],
  ["a token that has run out", await forged({ issuedAt: seconds - 7200, expires: seconds - 3600 })],
  ["a token of another issuer", await forged({ issuer: "urn:somebody-else" })],
  ["a token for another audience", await forged({ audience: "urn:another-service" })],
  ["a token signed with another key", await forged({ key: other.privateKey })],
  ["a token that is not signed", unsigned],
  ["a token of no end", await forged({ expires: null })],
  ["a token issued too long ago, whatever it says", await forged({ issuedAt: seconds - 86_400 })],
  ["a token issued tomorrow", await forged({ issuedAt: seconds + 86_400, expires: seconds + 90_000 })],
  ["a token of an unknown role", await forged({ claims: { role: "administrator" } })],
  ["a token without purpose", await forged({ claims: { purposes: [] } })],
  ["a token whose claims were changed", `Bearer ${head}.${base64({ ...CLAIMS, exp: seconds + 600 })}.${signature}`],
  [
    "a token with its own key in it",
    `Bearer ${base64({ alg: "EdDSA", jwk: publicKey })}.${good.split(".")[1]}.${signature}`,
  ],
  ["a token in another scheme", `Basic ${good}`],
  ["two tokens", `Bearer ${good} ${good}`],
];

describe("the access table", () => {
  test("has a row, or a place among the public ones, for every operation of the document, and no other", () => {
    const served = new Set(operations.map(({ route }) => route?.operation));
    expect(served.has(undefined)).toBe(false);
    const known = [...ACCESS.keys(), ...PUBLIC_OPERATIONS].filter(
      (name) => !name.startsWith("read-reference") && name !== "read-openapi",
    );
    expect([...served].map(String).toSorted()).toEqual(known.toSorted());
  });

  test("is about every route that the service answers", () => {
    const documented = operations.map(({ path }) => path.replaceAll(/\{(\w+)\}/gu, ":$1"));
    const free = ["/openapi.json", "/reference", "/reference/scalar.js", "/*"];
    const strange = running.app.routes.filter(({ path }) => !documented.includes(path) && !free.includes(path));
    expect(strange).toEqual([]);
  });

  test.each(operations.map((operation) => [operation.operationId, operation] as const))(
    "is what the service does with each role: %s",
    async (_, operation) => {
      const name = operation.route?.operation ?? "none";
      for (const role of ROLES) {
        const status = await statusFor(operation, await bearer(role));
        const row = ACCESS.get(name);
        const isOpen = isPublic(name) || row?.reach[role] !== "-";
        expect([role, status === 403 || status === 401]).toEqual([role, !isOpen]);
      }
    },
  );

  test.each(operations.map((operation) => [operation.operationId, operation] as const))(
    "lets no bad token through: %s",
    async (_, operation) => {
      const name = operation.route?.operation ?? "none";
      for (const [what, token] of REFUSED)
        expect([what, (await statusFor(operation, token)) === 401]).toEqual([what, !isPublic(name)]);
    },
  );

  test("opens nothing to a token without the purpose", async () => {
    for (const operation of operations.filter(({ route }) => route !== undefined && !isPublic(route.operation)))
      for (const role of ROLES) {
        const row = ACCESS.get(operation.route?.operation ?? "");
        const wrong = role === "auditor" ? row?.purpose : "oversight";
        const token = await bearer(role, "somebody", { purposes: [wrong ?? "oversight"] });
        expect([operation.operationId, role, await statusFor(operation, token)]).toEqual([
          operation.operationId,
          role,
          403,
        ]);
      }
  });

  test("refuses an operation that has no row", () => {
    const purposes = ["notice", "restitution", "restorative-justice", "custody-feed", "oversight"] as const;
    expect(ROLES.map((role) => reachOf("read-everything", { role, purposes }))).toEqual(ROLES.map(() => "-"));
  });

  const cells = [...ACCESS].flatMap(([operation, { reach }]) =>
    ROLES.map((role) => ({ operation, role, reach: reach[role] })).filter((cell) => cell.reach !== "-"),
  );
  const of = (role: string) => cells.filter((cell) => cell.role === role).map(({ operation }) => operation);
  const writes = new Set(
    ROUTES.filter(({ method, once }) => method === "post" && once === true).map((each) => each.operation),
  );

  test("gives the offender side its own cases and nothing else", () => {
    expect(of("offender-side")).toEqual(["read-case", "give-case-command"]);
  });

  test("gives a feed one operation, and those who audit nothing that writes", () => {
    expect(of("feed")).toEqual(["receive-event"]);
    expect(of("auditor").filter((operation) => writes.has(operation as never))).toEqual([]);
  });

  test("gives a victim nothing about others", () => {
    const about = cells
      .filter(({ role, reach }) => role === "victim" && reach !== "own")
      .map(({ operation }) => operation);
    expect(about).toEqual(["decide", "determine-victim-status"]);
  });

  test("gives nobody outside a programme anything of it", () => {
    const restorative = [...ACCESS]
      .filter(([, { purpose }]) => purpose === "restorative-justice")
      .map(([name]) => name);
    const roles = new Set(cells.filter(({ operation }) => restorative.includes(operation)).map(({ role }) => role));
    expect([...roles].toSorted()).toEqual(["facilitator", "offender-side", "victim"]);
  });
});

describe("a token that held", () => {
  test("holds for no longer than it says itself", async () => {
    const { ask, at } = service();
    const token = await bearer("liaison");
    const statusAt = async (moment: string) => {
      at(moment);
      return (await ask("GET", "/tasks", { token })).status;
    };
    const moments = ["2026-11-09T13:00:00Z", "2026-11-09T13:59:30Z", "2026-11-09T13:59:59Z", "2026-11-09T14:00:00Z"];
    const statuses = [];
    for (const moment of moments) statuses.push(await statusAt(moment));
    expect(statuses).toEqual([200, 200, 200, 401]);
  });
});
