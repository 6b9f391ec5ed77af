import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run, type Surroundings } from "./captured-io.ts";
import { temporaryFiles, temporaryFolder } from "./temporary.ts";

const FEED = ["feed/status-2026-11-22.csv", "feed/sentences.csv", "feed/hearings.csv", "feed/codebook.csv"] as const;

export const REGISTRY_HEADER =
  "REG_ID,VICTIM_ID,KIND,NAME,DOB,DOC,CASE,REL,HARM,MINOR,ANON,PART,REQUEST,REQ_DATE,STREET,CITY,ZIP,ADDR_OK,EMAIL,EMAIL_OK,PHONE,PHONE_OK,FROM,TO,NO_MSG,NO_PHONE,ADVOCATE,UPDATED";
export const STATUS_HEADER = "BW$DOC,BW$CYC,BW$SSO,BW$SCD,BW$CSC,BW$SY,BW$SM,BW$DCR,BW$TCR,BW$DLU,BW$TLU";

/** A registration that is owed everything the example state's law grants. */
export const registration = (id: string, doc: string, changes: Readonly<Record<string, string>> = {}): string => {
  const cells: Readonly<Record<string, string>> = {
    REG_ID: id,
    VICTIM_ID: `V-${id}`,
    KIND: "P",
    NAME: "Zelda Private",
    DOC: doc,
    REL: "V",
    HARM: "D",
    MINOR: "N",
    ANON: "N",
    PART: "N",
    REQUEST: "A",
    STREET: "13 Secret Lane",
    CITY: "Springfield",
    ZIP: "65801",
    ADDR_OK: "Y",
    UPDATED: "2026-01-01 10:00",
    ...changes,
  };
  return REGISTRY_HEADER.split(",")
    .map((column) => cells[column] ?? "")
    .join(",");
};

export const escape = (
  doc: string,
  more: { readonly sequence?: number; readonly code?: string; readonly date?: string; readonly updated?: string } = {},
): string =>
  `${doc},1,${more.sequence ?? 1},${more.code ?? "60O5010"},,${more.date ?? "20261122"},800,126326,90000,${more.updated ?? "0,0"}`;

/** What a plan wrote. */
export type Written = {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  readonly folder: string;
  readonly lines: (file: string) => readonly Readonly<Record<string, unknown>>[];
  readonly report: () => string;
};

const linesOf = (folder: string, file: string) => {
  const text = readFileSync(join(folder, file), "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
};

export type PlanCall = {
  readonly events?: readonly string[];
  readonly registrations?: readonly string[];
  readonly map?: string | null;
  readonly more?: readonly string[];
  readonly out?: string;
  readonly surroundings?: Surroundings;
};

/** Plans with the example state and its mapping, into a folder of its own. */
export const plan = async (call: PlanCall = {}): Promise<Written> => {
  const {
    events = FEED,
    registrations = ["feed/registry.csv"],
    map = "feed/mapping.json",
    more = [],
    out: folder = temporaryFolder(),
  } = call;
  const argv = [
    "plan",
    "--rules",
    "state",
    "--events",
    ...events,
    "--registrations",
    ...registrations,
    ...(map === null ? [] : ["--map", map]),
    "--now",
    "2026-11-23T13:00:00Z",
    "--out",
    folder,
    ...more,
  ];
  const result = await run(argv, call.surroundings);
  return {
    ...result,
    folder,
    lines: (file) => linesOf(folder, file),
    report: () => readFileSync(join(folder, "report.html"), "utf8"),
  };
};

/** Plans from rows written in place: status rows and registration rows below their headers. */
export const planRows = (
  status: readonly string[],
  registry: readonly string[],
  more: readonly string[] = [],
): Promise<Written> => {
  const files = temporaryFiles({
    "status.csv": `${[STATUS_HEADER, ...status].join("\n")}\n`,
    "registry.csv": `${[REGISTRY_HEADER, ...registry].join("\n")}\n`,
  });
  return plan({ events: [files["status.csv"]], registrations: [files["registry.csv"]], more });
};

export const filesIn = (folder: string): readonly string[] => readdirSync(folder).sort();

/** Each reject as one line. */
export const rejectsOf = (written: Written): readonly string[] =>
  written
    .lines("rejects.jsonl")
    .map(({ row, column, problem }) => `${String(row)} ${String(column)}: ${String(problem)}`);
