import { StoreUnavailable } from "@victim-rights/core";
import type { FieldVault, SealError } from "@victim-rights-examples/field-encryption";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import type { FieldCipher, RecordReader } from "./field-cipher.ts";

/** The cipher of a field vault. A key ring that does not answer, or lacks a key, is a store that is not there. */
export const fieldCipherOf = (vault: FieldVault): FieldCipher => ({
  toWrite: async (record) => {
    const own = await keyOf(vault.toWrite(record));
    return { open: opening(own), seal: async (plain, place) => own.seal(plain, place) };
  },
  toRead: async (record) => ({ open: opening(await keyOf(vault.toRead(record))) }),
});

type Opened = Effect.Success<ReturnType<FieldVault["toRead"]>>;

const opening =
  (own: Opened): RecordReader["open"] =>
  async (sealed, place) => {
    const plain = own.open(sealed, place);
    if (Result.isFailure(plain)) throw plain.failure;
    return plain.success;
  };

/** @throws `StoreUnavailable`, and `RecordShredded` or `RecordKeyDamaged` as they are. */
const keyOf = async <Own>(asked: Effect.Effect<Own, SealError>): Promise<Own> => {
  const own = await Effect.runPromise(Effect.result(asked));
  if (Result.isSuccess(own)) return own.success;
  const { failure } = own;
  throw failure._tag === "RecordShredded" || failure._tag === "RecordKeyDamaged"
    ? failure
    : new StoreUnavailable({ commit: "not-made", during: "unlock a record key" });
};
