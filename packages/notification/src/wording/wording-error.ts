import * as Data from "effect/Data";
import type { EventKind } from "@victim-rights/core";
import type { ContentItem } from "../duty.ts";

/** The letter would leave out what the law says it must tell. Supply the detail, or enclose the page and say so. */
export class MissingContent extends Data.TaggedError("MissingContent")<{
  readonly eventKind: EventKind;
  readonly items: readonly ContentItem[];
}> {
  override get message(): string {
    return `the notice of \`${this.eventKind}\` cannot state ${this.items.map((item) => `\`${item}\``).join(", ")}: supply the detail or enclose the page`;
  }
}

/** A detail still holds a placeholder, such as `[date]`, `{{name}}` or `month year`. Names the fields, never their values. */
export class UnresolvedPlaceholder extends Data.TaggedError("UnresolvedPlaceholder")<{
  readonly fields: readonly string[];
}> {
  override get message(): string {
    return `a placeholder is left in ${this.fields.map((field) => `\`${field}\``).join(", ")}: write the real value`;
  }
}

/** Why a notice cannot be made. Precedence: `UnresolvedPlaceholder`, then `MissingContent`. */
export type WordingError = UnresolvedPlaceholder | MissingContent;
