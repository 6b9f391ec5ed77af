import type { ContactMethod, Language } from "@victim-rights/core";
import type { Effect } from "effect/Effect";

/**
 * A code on its way to somebody who wants to register. This is the one value of the service that holds both an address
 * and a secret: it goes to the channel and nowhere else.
 */
export type CodeMessage = {
  readonly method: ContactMethod;
  readonly to: string;
  readonly language: Language;
  readonly code: string;
};

/** Carries a code to whoever gave the address. It never fails a request: whether it arrived is not for the asker to learn. */
export type CodeChannel = { readonly deliver: (message: CodeMessage) => Effect<void> };
