import { z } from "zod";

/** How a list is asked for: at most so many, from a cursor on. */
export const PAGE_QUERY = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,400}$/u, "give the `next` of the page before, as it was")
    .optional(),
};

/** One page of a list; `next` is `null` where nothing follows. */
export const pageOf = (items: z.ZodType) => z.object({ items: z.array(items), next: z.string().nullable() });

/** A place in a store's own order as a cursor: it says nothing, and is only given back. */
export const toCursor = (place: string | number | null): string | null =>
  place === null ? null : toBase64Url(new TextEncoder().encode(String(place)));

/** The place that a cursor stands for; `null` for the beginning, and for one that nobody was given. */
export const fromCursor = (cursor: string | undefined): string | null => {
  if (cursor === undefined) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(fromBase64Url(cursor));
  } catch {
    return null;
  }
};

/** The sequence that a cursor stands for; 0 for the beginning. */
export const sequenceOf = (cursor: string | undefined): number => {
  const place = Number(fromCursor(cursor) ?? "0");
  return Number.isSafeInteger(place) && place >= 0 ? place : 0;
};

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const fromBase64Url = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
