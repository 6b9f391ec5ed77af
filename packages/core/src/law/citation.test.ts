import { describe, expect, test } from "vitest";
import { Citation, formatCitation, Source } from "./citation.ts";

const sources = [
  Source.parse({ id: "rsmo-595.209", title: "RSMo 595.209", authority: "statute" }),
  Source.parse({ id: "mca-46-24-212", title: "MCA 46-24-212", authority: "statute" }),
];
const cite = (source: string, at?: string) =>
  formatCitation(Citation.parse({ source, ...(at === undefined ? {} : { at }) }), sources);

describe("formatCitation", () => {
  test("joins a subsection as lawyers write it", () => {
    expect(cite("rsmo-595.209", "1(7)(d)")).toBe("RSMo 595.209.1(7)(d)");
    expect(cite("mca-46-24-212", "(3)(a)")).toBe("MCA 46-24-212(3)(a)");
  });

  test("prints the source alone when no place in it is named", () => {
    expect(cite("rsmo-595.209")).toBe("RSMo 595.209");
  });

  test("prints the id of a source nobody listed", () => {
    expect(cite("rsmo-1.040")).toBe("rsmo-1.040");
  });
});
