import { join } from "node:path";
import * as Result from "effect/Result";
import { describe, expect, test } from "vitest";
import { EXAMPLE_LAW, readFolder } from "../../test/law-folder.ts";
import type { LawFiles } from "../load/law-files.ts";
import { generatePackKey, type PackKeyPair, packKeyId, PublicPackKey } from "./pack-key.ts";
import { packHash, packManifest } from "./pack-manifest.ts";
import { signPack } from "./sign-pack.ts";
import { SIGNATURE_FILE } from "./signature-file.ts";
import { verifyPack } from "./verify-pack.ts";

const folder = readFolder(join(EXAMPLE_LAW, "good"));
const keys = await generatePackKey();
const stranger = await generatePackKey();

const signed = async (files: LawFiles, by: PackKeyPair = keys): Promise<LawFiles> => {
  const pack = await signPack(Result.getOrThrow(packManifest(files)), by.privateKey);
  return new Map([...files, [SIGNATURE_FILE, JSON.stringify(pack, null, 2)]]);
};

const pack = await signed(folder);
const verify = (files: LawFiles, trust = [keys.publicKey]) => verifyPack(files, { trust });
const problems = async (files: LawFiles, trust = [keys.publicKey]) => {
  const outcome = await verify(files, trust);
  return Result.isFailure(outcome) ? outcome.failure.problems : [];
};
const edited = (path: string, edit: (text: string) => string, files = pack): LawFiles =>
  new Map([...files, [path, edit(files.get(path) ?? "")]]);

describe("verifyPack", () => {
  test("accepts a folder as it was signed, and says by whom", async () => {
    const manifest = Result.getOrThrow(packManifest(folder));
    expect(Result.getOrThrow(await verify(pack))).toEqual({
      hash: packHash(manifest),
      signedBy: await packKeyId(keys.publicKey),
      manifest,
    });
  });

  test("takes the signature from elsewhere when it is given", async () => {
    const outcome = await verifyPack(folder, { trust: [keys.publicKey], signature: pack.get(SIGNATURE_FILE) ?? "" });
    expect(Result.isSuccess(outcome)).toBe(true);
  });

  test("says that a folder has no signature", async () => {
    expect(await problems(folder)).toMatchObject([{ _tag: "PackUnsigned", jurisdiction: "xx-yy" }]);
  });

  test.each(["{", "[]", "{}", '{"manifest": {}, "signature": "a.b.c"}', '"\\ud800"'])(
    "says that a signature file cannot be read: %s",
    async (text) => {
      expect(await problems(edited(SIGNATURE_FILE, () => text))).toMatchObject([{ _tag: "PackSignatureMalformed" }]);
    },
  );

  test("names the file and the rule that was changed", async () => {
    const found = await problems(edited("notification.json", (text) => text.replace('"amount": 30', '"amount": 3')));
    expect(found).toMatchObject([
      {
        _tag: "PackTampered",
        file: "notification.json",
        change: "changed",
        rules: [{ rule: "xx-yy/notice/parole-hearing", change: "changed" }],
      },
    ]);
    expect(found[0]?.message).toBe(
      "`notification.json` was changed after signing: rule `xx-yy/notice/parole-hearing` was changed",
    );
  });

  test("names rules that were added and removed", async () => {
    const found = await problems(
      edited("notification.json", (text) => text.replace("notice/escape", "notice/escapes")),
    );
    expect(found).toMatchObject([
      {
        rules: [
          { rule: "xx-yy/notice/escape", change: "removed" },
          { rule: "xx-yy/notice/escapes", change: "added" },
        ],
      },
    ]);
  });

  test("says that the change lies outside the rules", async () => {
    const found = await problems(
      edited("notification.json", (text) => text.replace('"2025",\n  "rules"', '"2026",\n  "rules"')),
    );
    expect(found.map(({ message }) => message)).toEqual([
      "`notification.json` was changed after signing, outside its rules",
    ]);
  });

  test("names every file at once: changed, added, removed and torn", async () => {
    const files = new Map(edited("jurisdiction.json", (text) => text.replace("Example State", "Example")));
    files.set("law-rows.json", "{");
    files.delete("victim-definition/notice.json");
    files.set("automatic.json", folder.get("notification.json") ?? "");
    expect((await problems(files)).map(({ message }) => message)).toEqual([
      "`automatic.json` was added after signing: rule `xx-yy/notice/escape` was added, rule `xx-yy/notice/parole-hearing` was added",
      "`jurisdiction.json` was changed after signing, outside its rules",
      "`law-rows.json` was changed into what is not JSON after signing",
      "`victim-definition/notice.json` was removed after signing: rule `xx-yy/victim-definition/notice/direct` was removed, rule `xx-yy/victim-definition/notice/parent-of-child` was removed, rule `xx-yy/victim-definition/notice/participant` was removed",
    ]);
  });

  test("does not know a key that is not trusted, and still names what was changed", async () => {
    const files = edited("jurisdiction.json", (text) => text.replace("Example State", "Example"));
    expect(await problems(files, [stranger.publicKey])).toMatchObject([
      { _tag: "PackKeyUnknown", keyId: await packKeyId(keys.publicKey) },
      { _tag: "PackTampered", file: "jurisdiction.json" },
    ]);
    expect(await problems(pack, [])).toMatchObject([{ _tag: "PackKeyUnknown", trusted: [] }]);
  });

  test("is not taken in by a key that carries another's name", async () => {
    const impostor = { ...stranger.publicKey, kid: await packKeyId(keys.publicKey) };
    expect(await problems(pack, [impostor])).toMatchObject([{ _tag: "PackKeyUnknown" }]);
  });

  test("refuses a signature that another key made in a trusted key's name", async () => {
    const [, forged = ""] = JSON.parse((await signed(folder, stranger)).get(SIGNATURE_FILE) ?? "").signature.split(
      "..",
    );
    const files = edited(SIGNATURE_FILE, (text) => text.replace(/\.\.[\w-]+/u, `..${forged}`));
    expect(await problems(files)).toMatchObject([{ _tag: "PackSignatureInvalid" }]);
  });

  test("refuses a changed file whose hash was changed in the list as well", async () => {
    const tampered = edited("notification.json", (text) => text.replace('"amount": 30', '"amount": 3'), folder);
    const manifest = Result.getOrThrow(packManifest(tampered));
    const { signature } = JSON.parse(pack.get(SIGNATURE_FILE) ?? "");
    const files = new Map([...tampered, [SIGNATURE_FILE, JSON.stringify({ manifest, signature })]]);
    expect(await problems(files)).toMatchObject([{ _tag: "PackSignatureInvalid" }]);
  });

  test("refuses a signature moved to another pack, naming what is not its own", async () => {
    const other = edited("jurisdiction.json", (text) => text.replace('"xx-yy"', '"xx-zz"'), folder);
    const moved = new Map([...other, [SIGNATURE_FILE, pack.get(SIGNATURE_FILE) ?? ""]]);
    expect(await problems(moved)).toMatchObject([{ _tag: "PackTampered", file: "jurisdiction.json" }]);
  });

  test("refuses a signature of the same key made for something else", async () => {
    const { CompactSign, importJWK } = await import("jose");
    const { payloadOf } = await import("./sign-pack.ts");
    const manifest = Result.getOrThrow(packManifest(folder));
    const compact = await new CompactSign(payloadOf(manifest))
      .setProtectedHeader({ alg: "Ed25519", typ: "JWT", kid: await packKeyId(keys.publicKey) })
      .sign(await importJWK({ ...keys.privateKey, kid: "any" }, "Ed25519"));
    const signature = compact.replace(/\.[^.]*\./u, "..");
    const files = new Map([...folder, [SIGNATURE_FILE, JSON.stringify({ manifest, signature })]]);
    expect(await problems(files)).toMatchObject([{ _tag: "PackSignatureInvalid" }]);
  });

  test("does not look at the package's own manifest, which publishing rewrites", async () => {
    expect(Result.isSuccess(await verify(new Map([...pack, ["package.json", "{}"]])))).toBe(true);
  });
});

describe("signPack", () => {
  test("makes the same bytes each time", async () => {
    expect(await signed(folder)).toEqual(pack);
  });

  test("writes nothing of the secret half", () => {
    expect(pack.get(SIGNATURE_FILE)).not.toContain(keys.privateKey.d);
  });

  test("knows a key by the thumbprint that RFC 8037 gives it", async () => {
    expect(
      await packKeyId(
        PublicPackKey.parse({ kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" }),
      ),
    ).toBe("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  });
});

describe("packManifest", () => {
  test("names every file that it cannot list", () => {
    const outcome = packManifest(new Map([["notification.json", "{"]]));
    expect(Result.isFailure(outcome) && outcome.failure.files).toEqual(["jurisdiction.json", "notification.json"]);
  });

  test("lists each question's edition", () => {
    expect(Result.getOrThrow(packManifest(folder, "1.2.0"))).toMatchObject({
      jurisdiction: "xx-yy",
      version: "1.2.0",
      editions: { notice: "2025", "victim-definition/notice": "2025" },
    });
  });
});
