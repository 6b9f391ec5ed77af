import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import * as Effect from "effect/Effect";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { IdempotencyKey } from "../src/channel/idempotency-key.ts";
import { letterChannel, LetterConfig } from "../src/channel/letter/letter-channel.ts";
import { printable } from "../src/channel/letter/printable.ts";
import { writeWhole } from "../src/channel/letter/write-whole.ts";
import { readRecipient } from "../src/contact/recipient.ts";
import { channelContract, type FarSide, TEXT } from "./channel-contract.cases.ts";

const RETURN = ["Office of Victim Services", "PO Box 1"];

/** The words that a PDF shows, as a reader of its text streams finds them. */
const wordsOf = (pdf: Buffer): string => {
  const raw = pdf.toString("latin1");
  const streams = [...raw.matchAll(/stream\n([\s\S]*?)\nendstream/gu)].map(([, data]) => {
    try {
      return inflateSync(Buffer.from(data ?? "", "latin1")).toString("latin1");
    } catch {
      return "";
    }
  });
  const shown = streams.join("\n").matchAll(/\[((?:<[0-9a-f]*>|[^\]])*)\] TJ/gu);
  const lines = [...shown].map(([, parts]) =>
    [...(parts ?? "").matchAll(/<([0-9a-f]*)>/gu)]
      .map(([, hex]) => Buffer.from(hex ?? "", "hex").toString("latin1"))
      .join(""),
  );
  return lines.join("\n");
};

const open = async () => {
  const folder = await mkdtemp(join(tmpdir(), "victim-rights-letters-"));
  return {
    channel: letterChannel(LetterConfig.parse({ folder, returnAddress: RETURN })),
    folder,
    farSide: async (does: FarSide) => {
      if (does === "is-not-there") await rm(folder, { recursive: true });
    },
    got: async () => {
      const names = (await readdir(folder)).filter((name) => name.endsWith(".pdf"));
      return Promise.all(names.map(async (name) => wordsOf(await readFile(join(folder, name)))));
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
};

channelContract(
  {
    method: "postal",
    canary: ["Canary Person", "1 Canary Street", "Canary, XX 00000"],
    notOne: [
      "1 Street",
      ["one line"],
      ["a\nb", "c"],
      [],
      ["a", "b", "c", "d", "e", "f", "g", "h"],
      ["a".repeat(61), "b"],
    ],
    farSides: ["accepts", "is-not-there"],
  },
  open,
);

describe("letterChannel", () => {
  let under: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => {
    under = await open();
  });
  afterEach(() => under.close());
  const key = IdempotencyKey.parse(`n${"a".repeat(64)}`);
  const send = (lines: readonly string[] = ["A Person", "1 Street"], text = TEXT) => {
    const recipient = readRecipient("postal", lines);
    if (recipient === null) throw new Error("an address");
    return Effect.runPromise(under.channel.send({ recipient, subject: "A message", text, language: "es" }, key));
  };

  test("writes a sheet that says everything, in both languages' signs", async () => {
    await send();
    const [words] = await under.got();
    for (const line of [
      ...RETURN,
      "A Person",
      "1 Street",
      "A message",
      "Call the office: 555-0100. ¿Preguntas? Llame.",
    ])
      expect(words).toContain(line);
  });

  test("names the file by the key, and in what describes it neither the person nor the matter", async () => {
    await send(["Canary Person", "1 Canary Street"]);
    expect(await readdir(under.folder)).toEqual([`${key}.pdf`]);
    const raw = (await readFile(join(under.folder, `${key}.pdf`))).toString("latin1");
    expect(raw).not.toContain("Canary");
  });

  test("makes a letter once, also when it has been printed since", async () => {
    const first = await send();
    const made = await readFile(join(under.folder, `${key}.pdf`));
    expect(await send()).toEqual(first);
    expect(await readFile(join(under.folder, `${key}.pdf`))).toEqual(made);
    await mkdir(join(under.folder, "printed"));
    await rename(join(under.folder, `${key}.pdf`), join(under.folder, "printed", `${key}.pdf`));
    expect(await send()).toEqual(first);
    expect(await readdir(under.folder)).toEqual(["printed"]);
  });

  test("sends no letter with signs that would come out wrong", async () => {
    expect(await send(["Ana Łukaszewska", "1 Street"])).toEqual({
      kind: "refused",
      lasting: "permanent",
      code: "not-writable",
    });
    expect(await readdir(under.folder)).toEqual([]);
  });

  test("leaves nothing behind when the letter cannot get its name", async () => {
    await mkdir(join(under.folder, "taken.pdf"));
    await writeFile(join(under.folder, "taken.pdf", "x"), "x");
    const write = writeWhole({ folder: under.folder, name: "taken.pdf", content: Buffer.from("new") });
    await expect(write).rejects.toThrow("taken.pdf");
    expect(await readdir(under.folder)).toEqual(["taken.pdf"]);
  });

  test("can be read by its owner alone", async () => {
    await writeWhole({ folder: under.folder, name: "a.pdf", content: Buffer.from("new") });
    expect(((await stat(join(under.folder, "a.pdf"))).mode & 0o777).toString(8)).toBe("600");
  });
});

describe("printable", () => {
  test.each(["Año, ¿cómo? — “sí”", "plain", "a\nb", "€ 5"])("knows %s", (text) => {
    expect(printable(text)).toBe(true);
  });
  test.each(["Łódź", "你好", "a\tb", "👍", "ﬁ"])("does not know %s", (text) => {
    expect(printable(text)).toBe(false);
  });
});
