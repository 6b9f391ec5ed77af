import * as Data from "effect/Data";

/** The pack has no signature, and one is required. */
export class PackUnsigned extends Data.TaggedError("PackUnsigned")<{ readonly jurisdiction: string | null }> {
  override get message(): string {
    const name = this.jurisdiction === null ? "the pack" : `the pack \`${this.jurisdiction}\``;
    return `${name} has no signature that was checked; sign it, or take it from whoever signs it`;
  }
}

/** The signature file is not one: `problems` says where. */
export class PackSignatureMalformed extends Data.TaggedError("PackSignatureMalformed")<{
  readonly problems: readonly string[];
}> {
  override get message(): string {
    return `the signature file cannot be read: ${this.problems.join("; ")}`;
  }
}

/** The pack is signed with a key that is not among the trusted ones. */
export class PackKeyUnknown extends Data.TaggedError("PackKeyUnknown")<{
  readonly keyId: string | null;
  readonly trusted: readonly string[];
}> {
  override get message(): string {
    const key = this.keyId === null ? "a key without a name" : `the key \`${this.keyId}\``;
    const trusted =
      this.trusted.length === 0 ? "no key is trusted" : `trusted are ${this.trusted.map(inTicks).join(", ")}`;
    return `the pack is signed with ${key}, which is not trusted; ${trusted}`;
  }
}

/** The named key did not make this signature over this list of files: one of the two was changed after signing. */
export class PackSignatureInvalid extends Data.TaggedError("PackSignatureInvalid")<{ readonly keyId: string }> {
  override get message(): string {
    return `the signature is not one that the key \`${this.keyId}\` made over this list of files; take the pack anew from whoever signs it`;
  }
}

/** What became of a thing since it was signed. */
export type PackChange = "changed" | "added" | "removed" | "not-json";

/** A rule that is not as it was signed. */
export type RuleChange = { readonly rule: string; readonly change: Exclude<PackChange, "not-json"> };

/** One file that is not as it was signed, and the rules in it that are not; none when the change lies outside its rules. */
export class PackTampered extends Data.TaggedError("PackTampered")<{
  readonly file: string;
  readonly change: PackChange;
  readonly rules: readonly RuleChange[];
}> {
  override get message(): string {
    const rules = this.rules.map(({ rule, change }) => `rule \`${rule}\` was ${change}`);
    const outside = this.change === "changed" && rules.length === 0 ? ", outside its rules" : "";
    return `\`${this.file}\` ${FILE_WORDS[this.change]} after signing${outside}${rules.length === 0 ? "" : `: ${rules.join(", ")}`}`;
  }
}

const FILE_WORDS: Readonly<Record<PackChange, string>> = {
  changed: "was changed",
  added: "was added",
  removed: "was removed",
  "not-json": "was changed into what is not JSON",
};

const inTicks = (text: string): string => `\`${text}\``;

/** One reason why a pack is refused. */
export type PackProblem = PackUnsigned | PackSignatureMalformed | PackKeyUnknown | PackSignatureInvalid | PackTampered;

/**
 * A pack that may not be relied on, for every reason at once: first what is wrong with the signature, then each file that
 * is not as it was signed, by path.
 */
export class PackRefused extends Data.TaggedError("PackRefused")<{ readonly problems: readonly PackProblem[] }> {
  override get message(): string {
    return this.problems.map((problem) => problem.message).join("; ");
  }
}

/** Files that a manifest cannot list: they are not JSON, or do not name their state. */
export class PackUnreadable extends Data.TaggedError("PackUnreadable")<{ readonly files: readonly string[] }> {
  override get message(): string {
    return `${this.files.map(inTicks).join(", ")} cannot be part of a pack: not JSON, or no state's id in it; check the folder first`;
  }
}
