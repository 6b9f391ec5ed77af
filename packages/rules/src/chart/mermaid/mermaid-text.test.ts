import { describe, expect, test } from "vitest";
import { mermaidRemark, mermaidText } from "./mermaid-text.ts";

describe("mermaidText", () => {
  test("codes the signs that would end a text or begin something else", () => {
    expect(mermaidText('say "no" to #1 & <b>')).toBe("say #34;no#34; to #35;1 #38; #60;b#62;");
  });

  test("gives a blank for no text, since Mermaid takes none", () => {
    expect(mermaidText(" \n ")).toBe("#160;");
  });
});

describe("mermaidRemark", () => {
  test("keeps a sentence whole where a semicolon stood, which would end it", () => {
    expect(mermaidRemark("The item was read; the section\nwas not.")).toBe("The item was read, the section was not.");
  });

  test("leaves out the signs for which it has no code", () => {
    expect(mermaidRemark("{50 %} of #1 `rules`")).toBe("50  of 1 rules");
  });
});
