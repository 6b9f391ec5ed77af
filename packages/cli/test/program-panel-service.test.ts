import { describe, expect, test } from "vitest";
import { run } from "./captured-io.ts";
import {
  APPROACHED,
  AT,
  caseAfter,
  desk,
  dialogueAfter,
  given,
  INTO_THE_BANK,
  letterAfter,
  panelFacts,
  refused,
  SERVICE_POLICY,
  serviceFacts,
  TO_THE_AUDIENCE,
  TO_WORK,
} from "./program-cases.ts";

const SERVICE = { facts: serviceFacts(), policy: SERVICE_POLICY };

describe("program, on a speaker's case", () => {
  test("begins with the speaker's own offer, and goes on to the debriefing", async () => {
    const empty = desk("panel");
    expect((await empty.program("status")).out).toMatch(
      /nobody offered to speak yet\n.*\n {2}offer by victim-side: to interested\n$/u,
    );
    expect((await refused(empty, () => empty.advance(given("interview", "staff")))).err).toContain(
      "a panel case begins with `offer`",
    );
    const forward = given("offer", "staff", { speaker: "case-1" });
    expect((await refused(empty, () => empty.advance(forward))).err).toContain("SideMayNot");
    const at = await caseAfter("panel", ...TO_THE_AUDIENCE);
    for (const command of [given("speak", "staff"), given("debrief", "staff"), given("return", "victim")])
      expect((await at.advance(command, { facts: panelFacts() })).exit).toBe(0);
    expect((await at.program("status")).out).toContain("case-1 (panel): available");
  });

  test("tells every gate that stops, with its sources, and opens none without facts", async () => {
    const at = await caseAfter("panel", ...TO_THE_AUDIENCE);
    const list = { id: "list-1", at: AT, people: ["p-1", "own-1"], extent: "complete" };
    const facts = panelFacts({ attendance: list, observers: "not_agreed" });
    const { exit, out } = await refused(at, () => at.advance(given("speak", "staff"), { facts }));
    expect(exit).toBe(1);
    expect(out).toMatch(/G-VP-audience block.*G-VP-observers hold/su);
    expect(out).toContain("xx-rj/panel/audience (National Highway Traffic Safety Administration");
    expect(out).not.toContain("own-1");
    expect((await refused(at, () => at.advance(given("speak", "staff")))).exit).toBe(1);
  });

  test("explains the record with the ground of every step", async () => {
    const { out } = await (await caseAfter("panel", ...TO_THE_AUDIENCE)).program("explain");
    expect(out).toContain("1. offer by victim-1 (victim-side)");
    expect(out).toContain("G-VP-audience pass");
  });

  test("shows the speaker the own case, and the offender side nothing whatever", async () => {
    const at = await caseAfter("panel", ...TO_THE_AUDIENCE);
    const told = await at.program("status", "--as", "victim-side", "--json");
    expect(JSON.parse(told.out)).toMatchObject({
      first: null,
      state: "audience_checked",
      session: { id: "session-1" },
    });
    const views = [at, desk("panel")].map((each) => each.program("status", "--as", "offender-side", "--json"));
    for (const view of await Promise.all(views)) expect(JSON.parse(view.out)).toEqual({});
  });
});

describe("program, on an order of service", () => {
  test("goes from the court's order to its completion", async () => {
    const at = await caseAfter("service", ...TO_WORK);
    const day = { on: "2025-06-02", minutes: 120 };
    expect((await at.advance(given("log-time", "staff", { day }), SERVICE)).exit).toBe(0);
    expect((await at.advance(given("complete", "staff"), SERVICE)).exit).toBe(0);
    const seen = JSON.parse((await at.program("status", "--as", "offender-side", "--json")).out);
    expect(seen).toMatchObject({ status: "completed", site: "site-1", attended: [day] });
    expect(JSON.stringify(seen)).not.toMatch(/\bV-/u);
    const { out } = await at.program("status", "--as", "victim-side", "--json");
    expect(JSON.parse(out)).toEqual({ first: null, service: "case-1", input: "V-input", editing: "closed" });
    expect((await desk("service").program("status")).out).toContain("order by court, programme: to ordered");
  });

  test("counts days only where the agency said in which zone they begin, and asks for none elsewhere", async () => {
    const at = await caseAfter("service", ...TO_WORK);
    const log = given("log-time", "staff", { day: { on: "2025-06-02", minutes: 120 } });
    const { exit, err } = await refused(at, () => at.advance(log, { facts: serviceFacts() }));
    expect([exit, err]).toEqual([3, expect.stringContaining("write an IANA zone")]);
    expect((await at.advance(given("complete", "staff"))).exit).toBe(0);
  });

  test("takes no gate of dialogue from a file, and so keeps direct service shut", async () => {
    const opened = await caseAfter("service", ...TO_WORK.slice(0, 1));
    const direct = given("propose-site", "staff", { site: "site-1", kind: "direct_to_victim" });
    expect((await opened.advance(direct, SERVICE)).exit).toBe(0);
    const check = given("check-conflicts", "staff");
    const written = serviceFacts({ directService: { victimRequest: "V-request", dialogueGates: [] } });
    expect((await refused(opened, () => opened.advance(check, { ...SERVICE, facts: written }))).exit).toBe(3);
    const asked = serviceFacts({ directService: { victimRequest: "V-request" } });
    const { exit, out } = await refused(opened, () => opened.advance(check, { ...SERVICE, facts: asked }));
    expect([exit, out]).toEqual([1, expect.stringContaining("G-CS-direct block")]);
  });
});

describe("program, while a danger is open (INV-16)", () => {
  test.each([
    ["letter", () => letterAfter(...INTO_THE_BANK), "send-notice", {}],
    ["panel", () => caseAfter("panel", ...TO_THE_AUDIENCE), "speak", { facts: panelFacts() }],
    ["service", () => caseAfter("service", ...TO_WORK.slice(0, -1)), "start", SERVICE],
  ] as const)("a %s waits, and every refusal begins with what to do", async (_, scene, act, files) => {
    const at = await scene();
    expect((await at.advance(given("disclose-danger", "facilitator"))).exit).toBe(0);
    const { exit, out } = await refused(at, () => at.advance(given(act, "staff"), files));
    expect([exit, out]).toEqual([1, expect.stringMatching(/^If anybody is in danger now, call 911/u)]);
    expect(out).toContain("INV-16");
    const told = await refused(at, () => at.advance(given(act, "staff"), files, "--json"));
    expect(Object.keys(JSON.parse(told.out).error)[0]).toBe("first");
    expect(JSON.parse(told.out).error.invariant).toBe("INV-16");
    const status = await at.program("status");
    expect(status.out).toMatch(/^If anybody is in danger now/u);
    expect(status.out).toContain("address-danger by ");
    expect(status.out).not.toContain(`  ${act} by `);
    expect((await at.advance(given("address-danger", "staff"))).exit).toBe(0);
    expect((await at.program("status")).out).not.toContain("address-danger by");
    expect((await at.program("status")).out).toContain(`  ${act} by `);
  });

  test.each(["panel", "service"] as const)("the offender side of a %s is answered at once", async (programme) => {
    const way = programme === "panel" ? TO_THE_AUDIENCE : TO_WORK;
    const at = await caseAfter(programme, ...way);
    const { exit, out } = await at.advance(given("disclose-danger", "offender"), {}, "--as", "offender-side");
    expect([exit, out]).toEqual([0, expect.stringMatching(/^first: If anybody.*kind: received/su)]);
    const [act, files] = programme === "panel" ? ["speak", { facts: panelFacts() }] : ["start", SERVICE];
    const other = await at.advance(given(act as string, "offender"), files as object, "--as", "offender-side");
    expect(other).toEqual({ exit: 0, out: `first: none\nkind: not-open\ncommand: c-${act as string}\n`, err: "" });
  });
});

describe("program advance --as victim-side", () => {
  const AS = ["--as", "victim-side"] as const;

  test("says that a command was taken, and not from where to where", async () => {
    const at = await caseAfter("panel", ...TO_THE_AUDIENCE);
    expect(await at.advance(given("pause", "victim"), {}, ...AS)).toEqual({
      exit: 0,
      out: "first: none\nanswer: taken\n",
      err: "",
    });
    const { out } = await at.advance(given("disclose-danger", "victim"), {}, ...AS, "--json");
    expect(JSON.parse(out)).toEqual({ first: expect.stringContaining("911"), answer: "taken" });
  });

  test.each([
    ["held", []],
    ["frozen", [given("freeze", "staff", { ground: "unwanted_contact" })]],
    ["withdrawn", [given("ask-to-withdraw", "offender")]],
    ["in danger", [given("disclose-danger", "offender")]],
  ])("says the same of a letter that she was not told of, be it %s", async (_, more) => {
    const at = await letterAfter(...INTO_THE_BANK, ...more);
    const wish = given("request-delivery", "victim", { way: "mail" });
    const { exit, out } = await refused(at, () => at.advance(wish, {}, ...AS));
    expect([exit, out]).toEqual([1, "first: none\nanswer: not-taken\nbecause: not-open-now\nlifts: none\n"]);
  });

  test("says of her own step what would let it be taken, and of nobody else's", async () => {
    const at = await letterAfter(...INTO_THE_BANK, given("send-notice", "staff"));
    const wish = given("request-delivery", "victim", { way: "email" });
    const policy = { deliveryWays: ["mail"] };
    const { exit, out } = await refused(at, () => at.advance(wish, { policy }, ...AS, "--json"));
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toEqual({
      first: null,
      answer: "not-taken",
      because: "not-yet",
      lifts: ["another way of delivery, as the victim likes"],
    });
    const service = await caseAfter("service", ...TO_WORK, given("complete", "staff"));
    const input = given("give-input", "victim", { id: "c-late", input: "V-late" });
    expect((await service.advance(input, {}, ...AS)).out).toContain("because: ended\n");
  });

  test("says the same of a dialogue that has ended, whoever ended it", async () => {
    const ends = [given("withdraw", "victim"), given("withdraw", "offender"), given("terminate", "staff")];
    for (const end of ends) {
      const at = await dialogueAfter(...APPROACHED, end);
      const wish = given("choose-format", "victim", { format: "written" });
      const { exit, out } = await refused(at, () => at.advance(wish, {}, ...AS));
      expect([exit, out]).toEqual([1, "first: none\nanswer: not-taken\nbecause: ended\nlifts: none\n"]);
    }
  });

  test("is for commands of the victim side alone", async () => {
    const at = await caseAfter("panel", ...TO_THE_AUDIENCE);
    const { exit, err } = await refused(at, () => at.advance(given("debrief", "staff"), {}, ...AS));
    expect([exit, err]).toEqual([2, "error: --as: the command is not that side's own; leave --as out\n"]);
  });

  test.each(["victim", "offender"] as const)(
    "tells the %s side what is wrong with its command, and with nothing else",
    async (side) => {
      const as = ["--as", `${side}-side`];
      const at = await letterAfter(...INTO_THE_BANK);
      const own = await refused(at, () => at.advance({ ...given("freeze", side), ground: "no-ground" }, {}, ...as));
      expect([own.exit, own.err]).toEqual([3, expect.stringContaining("command.json")]);
      const wish = given("request-delivery", side, { way: "mail" });
      const { exit, err } = await refused(at, () => at.advance(wish, { policy: { reply: "V-secret" } }, ...as));
      expect([exit, err]).toEqual([3, "error: the view cannot be shown; see the programme's own status\n"]);
    },
  );
});

describe("program --help", () => {
  test.each([
    [
      ["program", "--help"],
      ['"panel" or "service"', "An open danger comes first"],
    ],
    [["program", "advance", "--help"], ["victim-side or offender-side"]],
    [["program", "status", "--help"], ["programme, victim-side or offender-side"]],
  ])("of %j names every programme and side", async (argv, says) => {
    const { exit, out } = await run(argv);
    expect(exit).toBe(0);
    const text = out.replaceAll(/\s+/gu, " ");
    for (const each of says) expect(text).toContain(each);
  });

  test("a side that there is not is refused before anything is read", async () => {
    const { exit, err } = await run(["program", "advance", "x.json", "--command", "y.json", "--as", "court"]);
    expect([exit, err]).toEqual([2, expect.stringContaining("write one of programme, victim-side, offender-side")]);
  });
});
