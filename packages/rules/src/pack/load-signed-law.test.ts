import { join } from "node:path";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { EXAMPLE_LAW, readFolder } from "../../test/law-folder.ts";
import { compileQuestion } from "../decide/compile-question.ts";
import { loadLaw } from "../load/load-law.ts";
import { loadSignedLaw } from "./load-signed-law.ts";
import { generatePackKey } from "./pack-key.ts";
import { packHash, packManifest } from "./pack-manifest.ts";
import { packOf } from "./pack-seal.ts";
import { signPack } from "./sign-pack.ts";
import { SIGNATURE_FILE } from "./signature-file.ts";

const folder = readFolder(join(EXAMPLE_LAW, "good"));
const { publicKey, privateKey } = await generatePackKey();
const manifest = Result.getOrThrow(packManifest(folder));
const pack = new Map([...folder, [SIGNATURE_FILE, JSON.stringify(await signPack(manifest, privateKey))]]);
const law = Result.getOrThrow(await loadSignedLaw(pack, { trust: [publicKey] }));
const options = { asOf: law.profile.calendar.verified.on, requireSigned: true };

describe("loadSignedLaw", () => {
  test("gives a law that carries its pack", () => {
    expect(packOf(law)).toEqual({ hash: packHash(manifest), signedBy: publicKey.kid });
    expect(Result.isSuccess(compileQuestion(law, "notice", options))).toBe(true);
  });

  test("reads no law from a pack that is refused", async () => {
    const torn = new Map([...pack, ["notification.json", "{}"]]);
    const outcome = await loadSignedLaw(torn, { trust: [publicKey] });
    expect(Result.isFailure(outcome) && outcome.failure).toMatchObject({
      _tag: "PackRefused",
      problems: [{ file: "notification.json" }],
    });
  });

  test("reports the faults of a folder that was signed with them", async () => {
    const faulty = new Map([...folder, ["notification.json", "{}"]]);
    const signature = JSON.stringify(await signPack(Result.getOrThrow(packManifest(faulty)), privateKey));
    const outcome = await loadSignedLaw(faulty, { trust: [publicKey], signature });
    expect(Result.isFailure(outcome) && outcome.failure._tag).toBe("LawRejected");
  });
});

describe("compileQuestion with requireSigned", () => {
  const refusal = (given: typeof law) => {
    const outcome = compileQuestion(given, "notice", options);
    return Result.isFailure(outcome) ? outcome.failure._tag : null;
  };

  test("refuses a law that was loaded without its signature being checked", () => {
    const unchecked = Result.getOrThrow(loadLaw(pack));
    expect(packOf(unchecked)).toBeNull();
    expect(refusal(unchecked)).toBe("PackUnsigned");
  });

  test("refuses a copy of a checked law, which may have been changed on the way", () => {
    expect(refusal({ ...law })).toBe("PackUnsigned");
    expect(refusal(Object.assign({ ...law }, { pack: packOf(law) }))).toBe("PackUnsigned");
  });
});
