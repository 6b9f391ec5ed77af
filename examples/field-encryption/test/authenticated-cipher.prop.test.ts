import { randomBytes } from "node:crypto";
import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { openBytes, SEAL_BYTES, sealBytes } from "../src/authenticated-cipher.ts";

const parts = fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 });

test.prop([fc.uint8Array({ maxLength: 200 }), parts, parts], { numRuns: 2000 })(
  "what was sealed opens with the same key and binding, and with no other",
  (plain, boundTo, other) => {
    const key = randomBytes(32);
    const sealed = sealBytes(plain, { key, boundTo });
    expect(sealed.length).toBe(plain.length + SEAL_BYTES);
    expect(Buffer.from(openBytes(sealed, { key, boundTo }) ?? "")).toEqual(Buffer.from(plain));
    expect(openBytes(sealed, { key: randomBytes(32), boundTo })).toBeNull();
    const isSameBinding = JSON.stringify(other) === JSON.stringify(boundTo);
    expect(openBytes(sealed, { key, boundTo: other }) !== null).toBe(isSameBinding);
  },
);
