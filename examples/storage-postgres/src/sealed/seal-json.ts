import type { FieldCipher, SealedPlace } from "./field-cipher.ts";

/** Seals a value of plain JSON. */
export const sealJson = (cipher: FieldCipher, value: unknown, place: SealedPlace): Promise<Uint8Array> =>
  cipher.seal(new TextEncoder().encode(JSON.stringify(value)), place);

/** Opens what `sealJson` sealed as a value of the same type. */
export const openJson = async <Value>(cipher: FieldCipher, sealed: Uint8Array, place: SealedPlace): Promise<Value> =>
  JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(await cipher.open(sealed, place))) as Value;
