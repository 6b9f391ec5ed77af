import type { FieldCipher, RecordWriter, SealedPlace } from "../../src/sealed/field-cipher.ts";

/**
 * NOT A CIPHER: it turns bits round and protects nothing. It stands in for one in tests, so that a value which was never
 * sealed is seen in the database as it is, and one that is opened at another place is refused.
 */
export const notACipher: FieldCipher = {
  toWrite: async (record) => writerOf(record),
  toRead: async (record) => writerOf(record),
};

const writerOf = (record: string): RecordWriter => ({
  seal: async (plain, place) => turned(new Uint8Array([...header(record, place), ...plain])),
  open: async (sealed, place) => {
    const bytes = turned(sealed);
    const expected = header(record, place);
    if (!expected.every((byte, at) => bytes[at] === byte)) throw new Error("sealed for another place");
    return bytes.slice(expected.length);
  },
});

const header = (record: string, { table, column, row }: SealedPlace): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify([record, table, column, row])}\n`);

const turned = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0xff);
