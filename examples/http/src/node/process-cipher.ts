import type { FieldCipher, RecordWriter, SealedPlace } from "@victim-rights-examples/storage-postgres";

const NONCE_BYTES = 12;

/**
 * AES-256-GCM with a key that lasts as long as the process: right for a database that lasts no longer either. A value is
 * bound to its record and its place.
 */
export const processCipher = async (): Promise<FieldCipher> => {
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const forRecord = async (record: string): Promise<RecordWriter> => writerFor(key, record);
  return { toWrite: forRecord, toRead: forRecord };
};

type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

const writerFor = (key: Key, record: string): RecordWriter => ({
  seal: async (plain, place) => {
    const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const algorithm = { name: "AES-GCM", iv, additionalData: placeOf(record, place) };
    const sealed = await crypto.subtle.encrypt(algorithm, key, Uint8Array.from(plain));
    return new Uint8Array([...iv, ...new Uint8Array(sealed)]);
  },
  open: async (sealed, place) => {
    const iv = Uint8Array.from(sealed.subarray(0, NONCE_BYTES));
    const algorithm = { name: "AES-GCM", iv, additionalData: placeOf(record, place) };
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, Uint8Array.from(sealed.subarray(NONCE_BYTES))));
  },
});

const placeOf = (record: string, { table, column, row }: SealedPlace): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify([record, table, column, row]));
