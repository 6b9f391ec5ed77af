import { describe, expect, test } from "vitest";
import { LossTerm } from "../src/terms/loss-term.ts";
import { lossCounts } from "../src/terms/loss-counts.ts";
import { day, FELONY, fileOf, JUVENILE, term } from "./terms-sample.ts";

describe("lossCounts", () => {
  const montana = fileOf("us-mt");
  const mississippi = fileOf("us-ms");
  const missouri = fileOf("us-mo");

  describe("Montana (46-18-243(1))", () => {
    test.each(["medical", "lost-wages", "substitute-services", "court-attendance", "funeral", "future-care"] as const)(
      "counts %s",
      (category) => {
        expect(lossCounts(montana, { ...FELONY, category }).answer).toBe("counts");
      },
    );

    test("counts the full replacement cost of property taken, destroyed or devalued", () => {
      const { answer, grounds } = lossCounts(montana, { ...FELONY, category: "property-replacement" });
      expect(answer).toBe("counts");
      expect(grounds).toMatchObject([
        {
          provision: "us-mt/restitution/losses-replacement",
          cites: [{ source: "mca-46-18-243", at: "(1)" }],
          verified: { status: "read" },
          conditions: ["The property was taken, destroyed or devalued."],
        },
      ]);
    });

    test("leaves out general damages", () => {
      expect(lossCounts(montana, { ...FELONY, category: "pain-and-suffering" }).answer).toBe("does-not-count");
    });

    test("counts travel, relocation and dental cost on the department's word alone, and says so", () => {
      for (const category of ["travel", "relocation", "dental"] as const) {
        const { answer, grounds } = lossCounts(montana, { ...FELONY, category });
        expect([answer, grounds[0]?.verified.status]).toEqual(["counts", "agency-statement"]);
      }
    });

    test("leaves to a person what the section does not name", () => {
      expect(lossCounts(montana, { ...FELONY, category: "property-repair" })).toEqual({
        answer: "needs-a-person",
        grounds: [],
        leftOut: [],
      });
      expect(lossCounts(montana, { ...JUVENILE, category: "medical" }).answer).toBe("needs-a-person");
    });
  });

  test("Mississippi counts special damages and not pain and suffering (99-37-1)", () => {
    const answers = (
      ["medical", "property-value", "other-special-damages", "pain-and-suffering", "travel"] as const
    ).map((category) => lossCounts(mississippi, { ...FELONY, category }).answer);
    expect(answers).toEqual(["counts", "counts", "counts", "does-not-count", "needs-a-person"]);
  });

  describe("Missouri", () => {
    test("counts reasonable expenses of taking part in the prosecution (559.105.1), from an older text", () => {
      const { answer, grounds } = lossCounts(missouri, { ...FELONY, category: "prosecution-participation" });
      expect([answer, grounds[0]?.verified.status]).toEqual(["counts", "partial"]);
      expect(grounds[0]?.conditions[1]).toMatch(/offense of conviction/u);
    });

    test("decides nothing by the revisor's version of 2013 before its day", () => {
      const before = { ...FELONY, asOf: day("2013-08-27"), category: "prosecution-participation" } as const;
      expect(lossCounts(missouri, before)).toMatchObject({
        answer: "needs-a-person",
        leftOut: [{ because: "not-in-force" }],
      });
      expect(lossCounts(missouri, { ...before, asOf: day("2013-08-28") }).answer).toBe("counts");
    });

    test("follows one county's page only where an agency turned it on, and labels it policy", () => {
      const asked = { ...FELONY, category: "pain-and-suffering" } as const;
      expect(lossCounts(missouri, asked)).toMatchObject({
        answer: "needs-a-person",
        leftOut: [{ provision: "us-mo/restitution/losses-county-not-covered", because: "policy" }],
      });
      const enable = ["us-mo/restitution/losses-county-not-covered"];
      expect(lossCounts(missouri, { ...asked, enable })).toMatchObject({
        answer: "does-not-count",
        grounds: [{ isPolicy: true }],
      });
    });

    test("counts a juvenile case's funeral cost (211.185)", () => {
      expect(lossCounts(missouri, { ...JUVENILE, category: "funeral" }).answer).toBe("counts");
      expect(lossCounts(missouri, { ...FELONY, category: "funeral" }).answer).toBe("needs-a-person");
    });
  });

  test("gives both provisions to a person where they disagree", () => {
    const losses = ["counts", "does-not-count"].map((effect) =>
      LossTerm.parse(term(effect, { categories: ["travel"], effect })),
    );
    const { answer, grounds } = lossCounts({ losses }, { ...FELONY, category: "travel" });
    expect(answer).toBe("needs-a-person");
    expect(grounds.map(({ effect }) => effect)).toEqual(["counts", "does-not-count"]);
  });
});
