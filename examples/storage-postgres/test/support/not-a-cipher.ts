import type { FieldCipher, SealedPlace } from "../../src/sealed/field-cipher.ts";

/**
 * NOT A CIPHER: it turns bits round and protects nothing. It stands in for one in tests, so that a value which was never
 * sealed is seen in the database as it is, and one that is opened at another place is refused.
 */
export const notACipher: FieldCipher = {
  seal: async (plain, place) => turned(new Uint8Array([...header(place), ...plain])),
  open: async (sealed, place) => {
    const bytes = turned(sealed);
    const expected = header(place);
    if (!expected.every((byte, at) => bytes[at] === byte)) throw new Error("sealed for another place");
    return bytes.slice(expected.length);
  },
};

const header = ({ table, column, row }: SealedPlace): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify([table, column, row])}\n`);

const turned = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0xff);
