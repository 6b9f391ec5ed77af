import { cpSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ON, run } from "./captured-io.ts";
import { filesIn } from "./plan-run.ts";
import { temporaryFiles, temporaryFolder } from "./temporary.ts";

/** A folder of states with the example in it, a key, and the signature when asked for. */
const setUp = async ({ signed = true } = {}) => {
  const rules = temporaryFolder();
  const state = join(rules, "xx-cl");
  cpSync(join(import.meta.dirname, "state", "xx-cl"), state, { recursive: true });
  const keys = join(temporaryFolder(), "keys");
  expect((await run(["pack", "keygen", "--out", keys])).exit).toBe(0);
  const [key, trust] = [join(keys, "pack-key.private.json"), join(keys, "pack-key.public.json")];
  if (signed) expect((await run(["pack", "sign", state, "--key", key])).exit).toBe(0);
  const edit = (file: string, from: string, to: string): void =>
    writeFileSync(join(state, file), readFileSync(join(state, file), "utf8").replace(from, to));
  return { rules, state, keys, key, trust, edit };
};

const secretOf = (key: string): string => (JSON.parse(readFileSync(key, "utf8")) as { d: string }).d;

describe("pack keygen", () => {
  test("writes two halves, the secret one for its owner alone, and prints nothing of it", async () => {
    const keys = join(temporaryFolder(), "new", "keys");
    const { exit, out, err } = await run(["pack", "keygen", "--out", keys]);
    const secret = join(keys, "pack-key.private.json");
    expect({ exit, err, files: filesIn(keys) }).toEqual({
      exit: 0,
      err: "",
      files: ["pack-key.private.json", "pack-key.public.json"],
    });
    expect(statSync(secret).mode & 0o777).toBe(0o600);
    expect(out).not.toContain(secretOf(secret));
    expect(readFileSync(join(keys, "pack-key.public.json"), "utf8")).not.toContain(secretOf(secret));
  });

  test("never writes over a key, and says nothing of it as JSON either", async () => {
    const { keys, key } = await setUp({ signed: false });
    const before = readFileSync(key, "utf8");
    const { exit, out, err } = await run(["pack", "keygen", "--out", keys, "--json"]);
    expect(exit).toBe(3);
    expect(err).toContain("a key is here already and is not written over");
    expect(out + err).not.toContain(secretOf(key));
    expect(readFileSync(key, "utf8")).toBe(before);
  });
});

describe("pack hash", () => {
  test("does not depend on white space", async () => {
    const { state } = await setUp({ signed: false });
    const { out } = await run(["pack", "hash", state]);
    expect(out).toMatch(/^[0-9a-f]{64} {2}xx-cl, 6 files\n$/u);
    const path = join(state, "notification.json");
    writeFileSync(path, JSON.stringify(JSON.parse(readFileSync(path, "utf8"))));
    expect((await run(["pack", "hash", state])).out).toBe(out);
    expect(JSON.parse((await run(["pack", "hash", state, "--json"])).out)).toMatchObject({
      hash: out.slice(0, 64),
      manifest: { jurisdiction: "xx-cl", version: null, editions: { notice: "2025" } },
    });
  });

  test("says that a folder is no state's", async () => {
    expect(await run(["pack", "hash", temporaryFolder()])).toMatchObject({ exit: 3, out: "" });
  });
});

describe("pack sign and verify", () => {
  test("a signed folder is as signed, and its signature does not disturb the loader", async () => {
    const { state, trust } = await setUp();
    const { exit, out } = await run(["pack", "verify", state, "--trust", trust]);
    expect(exit).toBe(0);
    expect(out).toContain("as signed");
    expect((await run(["check", state])).exit).toBe(0);
  });

  test("a changed file is named with its rule", async () => {
    const { state, trust, edit } = await setUp();
    edit("notification.json", '"amount": 30', '"amount": 3');
    const { exit, out } = await run(["pack", "verify", state, "--trust", trust]);
    expect(exit).toBe(1);
    expect(out).toBe(
      "refused  `notification.json` was changed after signing: rule `xx-cl/notice/parole-hearing` was changed\n",
    );
    expect(JSON.parse((await run(["pack", "verify", state, "--trust", trust, "--json"])).out)).toMatchObject({
      verified: false,
      problems: [{ code: "PackTampered", file: "notification.json", rules: [{ rule: "xx-cl/notice/parole-hearing" }] }],
    });
  });

  test("another's key does not do", async () => {
    const [{ state }, { trust }] = [await setUp(), await setUp({ signed: false })];
    const { exit, out } = await run(["pack", "verify", state, "--trust", trust]);
    expect(exit).toBe(1);
    expect(out).toContain("which is not trusted");
  });

  test("rules that the loader refuses are not signed", async () => {
    const { state, key, edit } = await setUp({ signed: false });
    edit("notification.json", "event.kind", "event.knd");
    const { exit, err } = await run(["pack", "sign", state, "--key", key]);
    expect(exit).toBe(3);
    expect(err).toContain("did you mean `event.kind`");
    expect(existsSync(join(state, "pack.sig.json"))).toBe(false);
  });

  test("a private key of which the halves are two keys' signs nothing", async () => {
    const [{ state, key }, other] = [await setUp({ signed: false }), await setUp({ signed: false })];
    const mixed = { ...JSON.parse(readFileSync(key, "utf8")), d: secretOf(other.key) };
    const { bad } = temporaryFiles({ bad: JSON.stringify(mixed) });
    const { exit, out, err } = await run(["pack", "sign", state, "--key", bad]);
    expect({ exit, out }).toEqual({ exit: 3, out: "" });
    expect(err).toContain(`${bad}: \`d\`, the secret half, does not belong to \`x\`, the public half; `);
    expect(err).not.toContain(mixed.d);
    expect(existsSync(join(state, "pack.sig.json"))).toBe(false);
  });

  test("a secret key that is to be trusted is called one, alone or in a set", async () => {
    const { state, key } = await setUp();
    const { set } = temporaryFiles({ set: JSON.stringify({ keys: [JSON.parse(readFileSync(key, "utf8"))] }) });
    for (const path of [key, set]) {
      const { exit, err } = await run(["pack", "verify", state, "--trust", path]);
      expect(exit).toBe(3);
      expect(err).toBe(
        `error: ${path} $: this is the secret half of a key; name its public half (\`pack-key.public.json\`), and keep this file to whoever signs\n`,
      );
    }
  });

  test("a key file that is none is refused without quoting it", async () => {
    const { state, key, trust } = await setUp({ signed: false });
    const secret = secretOf(key);
    const { bad } = temporaryFiles({ bad: JSON.stringify({ kty: "OKP", crv: "Ed25519", x: "short", d: secret }) });
    for (const argv of [
      ["pack", "sign", state, "--key", trust],
      ["pack", "sign", state, "--key", bad],
      ["pack", "verify", state, "--trust", key],
    ]) {
      const { exit, out, err } = await run(argv);
      expect(exit).toBe(3);
      expect(out + err).not.toContain(secret);
    }
  });
});

const FACTS = JSON.stringify({ "event.kind": "death" });

describe("--require-signed", () => {
  const decide = (rules: string, ...more: readonly string[]) =>
    run(["decide", "notice", ...ON, "--rules", rules, "--facts", "-", ...more], { stdin: FACTS });

  test("decides by a signed pack, the same as without", async () => {
    const { rules, trust } = await setUp();
    const without = await decide(rules);
    expect(await decide(rules, "--require-signed", "--trust", trust)).toEqual(without);
    expect(without.exit).toBe(0);
  });

  test.each(["decide", "explain", "ask", "facts"])("%s refuses a tampered pack, naming the rule", async (verb) => {
    const { rules, trust, edit } = await setUp();
    edit("notification.json", '"amount": 30', '"amount": 3');
    const facts = verb === "facts" || verb === "ask" ? [] : ["--facts", "-"];
    const { exit, out, err } = await run(
      [verb, "notice", ...ON, "--rules", rules, ...facts, "--require-signed", "--trust", trust],
      { stdin: FACTS },
    );
    expect({ exit, out }).toEqual({ exit: 3, out: "" });
    expect(err).toContain("rule `xx-cl/notice/parole-hearing` was changed");
  });

  test("plan refuses an unsigned pack and writes nothing", async () => {
    const { rules, trust } = await setUp({ signed: false });
    const out = join(temporaryFolder(), "out");
    const { exit, err } = await run(
      `plan --rules ${rules} --jurisdiction xx-cl --now 2026-11-23T06:00:00-06:00 --out ${out} --events feed/events.csv
        --registrations feed/registrations.csv --require-signed --trust ${trust}`.split(/\s+/u),
    );
    expect(exit).toBe(3);
    expect(err).toContain("the pack `xx-cl` has no signature that was checked");
    expect(existsSync(out)).toBe(false);
  });

  test("naming a key to trust requires a signature too", async () => {
    const { rules, trust } = await setUp({ signed: false });
    expect(await decide(rules, "--trust", trust)).toMatchObject({ exit: 3, out: "" });
  });

  test("requires a key to trust", async () => {
    const { rules } = await setUp();
    const { exit, err } = await decide(rules, "--require-signed");
    expect(exit).toBe(2);
    expect(err).toContain("name public keys with `--trust`");
  });

  test("reads a set of keys", async () => {
    const [{ rules, trust }, { trust: other }] = [await setUp(), await setUp({ signed: false })];
    const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
    const { set } = temporaryFiles({ set: JSON.stringify({ keys: [read(other), read(trust)] }) });
    expect((await decide(rules, "--require-signed", "--trust", set)).exit).toBe(0);
  });
});
