import { CustodyEvent, Instant, type JurisdictionId, localDateIn, localTimeIn, type ZoneId } from "@victim-rights/core";
import * as Result from "effect/Result";
import { issuesOf } from "../http/issues-of.ts";
import { type Issue, problem, type Problem } from "../http/problem.ts";
import { readXml, textsAt, type XmlElement } from "./read-xml.ts";
import { SAVIN_ELEMENTS, type SavinCodes, type SavinElements } from "./savin-elements.ts";

/** Whose message it is: it says neither the state nor the zone of its days itself. */
export type SavinSetting = {
  readonly jurisdiction: JurisdictionId;
  readonly zone: ZoneId;
  readonly codes: SavinCodes;
  readonly elements?: SavinElements;
};

/** Reads a victim-notification message as one custody event. What the message does not say stays unknown. */
export const readSavin = (text: string, setting: SavinSetting): Result.Result<CustodyEvent, Problem> =>
  Result.flatMap(readXml(text), (root) => eventIn(root, setting));

const eventIn = (root: XmlElement, setting: SavinSetting): Result.Result<CustodyEvent, Problem> => {
  const { elements = SAVIN_ELEMENTS } = setting;
  if (root.name !== elements.root)
    return refuse([issue("$", "is no victim notification", `send \`${elements.root}\``)]);
  const twice = Object.values(elements)
    .filter((path): path is readonly string[] => typeof path !== "string")
    .filter((path) => textsAt(root, path).length > 1);
  if (twice.length > 0)
    return refuse(twice.map((path) => issue(pathOf(path), "is there twice", "send one event a message")));
  const raw = drafted(root, setting, elements);
  const unread = [...momentIssues(root, elements), ...codeIssues(root, setting, elements)];
  const parsed = CustodyEvent.safeParse(raw);
  if (parsed.success && unread.length === 0) return Result.succeed(parsed.data);
  const known = new Set(Object.keys(CustodyEvent.shape));
  const shape = parsed.success ? [] : issuesOf(parsed.error.issues, { known, under: "$event" });
  return refuse([...unread, ...shape]);
};

const refuse = (issues: readonly Issue[]): Result.Result<never, Problem> =>
  Result.fail(problem("bad-request", "the notification does not fit", { issues }));

const issue = (path: string, what: string, fix: string): Issue => ({ path, problem: what, fix });

const pathOf = (path: readonly string[]): string => `$//${path.join("/")}`;

const one = (root: XmlElement, path: readonly string[]): string | null => textsAt(root, path)[0] ?? null;

const drafted = (root: XmlElement, { jurisdiction, zone, codes }: SavinSetting, elements: SavinElements): unknown => ({
  id: one(root, elements.eventId),
  revision: Number(one(root, elements.revision) ?? "1"),
  recordedAt: one(root, elements.recordedAt),
  jurisdiction,
  supervisedPersonId: one(root, elements.supervisedPersonId),
  kind: codes.get(one(root, elements.code) ?? ""),
  status: one(root, elements.withdrawn) === "true" ? "withdrawn" : "active",
  occurred: momentOf(one(root, elements.occurredDate), one(root, elements.occurredMoment), zone),
  scheduled: momentOf(one(root, elements.scheduledDate), one(root, elements.scheduledMoment), zone),
  releaseType: null,
  custodian: null,
  phase: null,
  caseNumber: one(root, elements.caseNumber),
  facts: {},
  origin: null,
});

/** A moment with its offset becomes the day and time where the agency is. */
const momentOf = (date: string | null, moment: string | null, zone: ZoneId): unknown => {
  const at = moment === null ? undefined : Instant.safeParse(moment).data;
  if (at !== undefined) return { date: localDateIn(at, zone), time: localTimeIn(at, zone) };
  return date === null ? null : { date, time: null };
};

const momentIssues = (root: XmlElement, elements: SavinElements): readonly Issue[] =>
  [elements.occurredMoment, elements.scheduledMoment].flatMap((path) => {
    const text = one(root, path);
    return text === null || Instant.safeParse(text).success
      ? []
      : [issue(pathOf(path), "is no moment", "write it with its offset, such as 2026-03-08T08:30:00Z")];
  });

const codeIssues = (root: XmlElement, { codes }: SavinSetting, { code }: SavinElements): readonly Issue[] =>
  codes.has(one(root, code) ?? "")
    ? []
    : [issue(pathOf(code), "is no event code of this agency", "add it to the agency's table of codes")];
