/** Where a sealed value lies. A cipher binds it in, so that a value moved to another row or column does not open. */
export type SealedPlace = { readonly table: string; readonly column: string; readonly row: string };

/**
 * Seals what names a person or says how to reach one, before it comes near the database. Whoever makes one answers for
 * the keys; the database holds none.
 */
export type FieldCipher = {
  readonly seal: (plain: Uint8Array, place: SealedPlace) => Promise<Uint8Array>;
  /** Rejects when the value was changed, or sealed for another place. */
  readonly open: (sealed: Uint8Array, place: SealedPlace) => Promise<Uint8Array>;
};
