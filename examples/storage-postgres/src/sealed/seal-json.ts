import type { RecordReader, RecordWriter, SealedPlace } from "./field-cipher.ts";
import { SealedValueUnreadable } from "./sealed-value-unreadable.ts";

/** Seals a value of plain JSON. */
export const sealJson = (cipher: RecordWriter, value: unknown, place: SealedPlace): Promise<Uint8Array> =>
  cipher.seal(new TextEncoder().encode(JSON.stringify(value)), place);

/** Opens what `sealJson` sealed as a value of the same type. @throws `SealedValueUnreadable` */
export const openJson = async <Value>(cipher: RecordReader, sealed: Uint8Array, place: SealedPlace): Promise<Value> => {
  const plain = await cipher.open(sealed, place).catch((cause: unknown) => {
    throw new SealedValueUnreadable({ table: place.table, column: place.column, cause });
  });
  return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plain)) as Value;
};
