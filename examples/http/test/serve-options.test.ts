import { describe, expect, test } from "vitest";
import { readServeOptions, trusting } from "../src/node/serve-options.ts";

const ISSUER = {
  VICTIM_RIGHTS_ISSUER: "https://issuer.example",
  VICTIM_RIGHTS_AUDIENCE: "urn:agency",
  VICTIM_RIGHTS_JWKS_URL: "https://issuer.example/keys",
};

describe("whose tokens are believed", () => {
  test("a development key's only where somebody says so, and never in production", () => {
    expect(trusting({ development: true }, {}).kind).toBe("development");
    expect(trusting({ development: true }, { NODE_ENV: "production", ...ISSUER }).kind).toBe("refused");
    expect(readServeOptions([]).development).toBe(false);
  });

  test("an issuer's, where the environment says all of it, and its keys come over TLS", () => {
    expect(trusting({ development: false }, ISSUER).kind).toBe("issuer");
    for (const left of Object.keys(ISSUER))
      expect(trusting({ development: false }, { ...ISSUER, [left]: undefined }).kind).toBe("refused");
    const plain = { ...ISSUER, VICTIM_RIGHTS_JWKS_URL: "http://issuer.example/keys" };
    expect(trusting({ development: false }, plain).kind).toBe("refused");
  });

  test("no shared secret's: every algorithm that is taken is a signature's", () => {
    const believed = trusting({ development: false }, ISSUER);
    expect(believed).toMatchObject({ trust: { algorithms: expect.not.arrayContaining(["HS256", "none"]) as unknown } });
  });
});

test.each([["--port", "70000"], ["--port", "x"], ["--origin", "not a url"], ["--debug"]])(
  "refuses %s %s",
  (...argv) => {
    expect(() => readServeOptions(argv)).toThrow(Error);
  },
);
