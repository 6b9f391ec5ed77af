import type { Instrument } from "./instruments/instrument.ts";
import { INSTRUMENTS } from "./instruments/instruments.ts";
import { type Inventory, openInventory } from "./inventory/inventory.ts";
import type { InstrumentRef } from "./screen.ts";

/** What screens are read with: the built-in inventory and the public instruments. */
export type Screening = { readonly inventory: Inventory; readonly instruments: readonly Instrument[] };

/** Opens the inventory and the instruments. */
export const openScreening = (): Screening => {
  opened ??= { inventory: openInventory(), instruments: INSTRUMENTS };
  return opened;
};

/** The inventory's files are part of the package and never change: they are read once. */
let opened: Screening | null = null;

/** The public instrument that a screen names; `undefined` when it is the inventory or nothing known. */
export const instrumentFor = ({ instruments }: Screening, ref: InstrumentRef): Instrument | undefined =>
  instruments.find(({ id, version }) => id === ref.id && version === ref.version);
