/** Where a sealed value of a record lies. A cipher binds it in, so that a value moved to another row or column does not open. */
export type SealedPlace = { readonly table: string; readonly column: string; readonly row: string };

/** Opens what was sealed for one record. */
export type RecordReader = {
  /** Rejects when the value was changed, or was sealed for another place or record. */
  readonly open: (sealed: Uint8Array, place: SealedPlace) => Promise<Uint8Array>;
};

/** Seals and opens for one record. It needs no database: a transaction may be open on the only session there is. */
export type RecordWriter = RecordReader & {
  readonly seal: (plain: Uint8Array, place: SealedPlace) => Promise<Uint8Array>;
};

/**
 * Seals what names a person or says how to reach one, before it comes near the database. Whoever makes one answers for
 * the keys. A record is what shares a key, and is destroyed as one: a ledger, a case, a person's contact points. Its key is
 * asked for before a transaction begins, and once for all its values. Both reject with `StoreUnavailable` when the keys
 * cannot be reached, and with an error of the cipher's own for a record that was destroyed.
 */
export type FieldCipher = {
  readonly toWrite: (record: string) => Promise<RecordWriter>;
  readonly toRead: (record: string) => Promise<RecordReader>;
};
