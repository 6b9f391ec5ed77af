import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { OpenedDatabase } from "../database/opened-database.ts";
import { checkRecord } from "./check-record.ts";
import { cipherFrom, readSums, readTrustFiles } from "./drill-files.ts";
import { counted, type Finding, problemsIn } from "./finding.ts";
import { tableSums } from "./table-sums.ts";

const USAGE = `Restore a backup into an empty database, then hold that copy to what is known of the original:
  node restore-drill.ts <postgres://… or directory of PGlite> [--expect SUMS] [--keys RING] [--trust KEY]... [--witness CHECKPOINT]...
When the backup is made and nobody writes, save what it is to be compared with:
  node restore-drill.ts <database> --save SUMS
The schema of what is named is brought up to date: run the program that the original runs.
`;

/** What a drill needs of its surroundings: where it says what it compared and what is wrong, and how it opens a database. */
export type DrillIo = {
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly open: (where: string) => Promise<OpenedDatabase>;
};

/** Holds a restored copy to what is known of its original. @returns 0 when everything is as it should be, 1 when anything is wrong, 2 when it was asked wrongly. */
export const drill = async (args: readonly string[], io: DrillIo): Promise<number> => {
  const asked = readArgs(args);
  if (asked === null) {
    io.complain(USAGE);
    return 2;
  }
  try {
    return tell(io, await compare(asked, io));
  } catch (error) {
    io.complain(`RESTORE DRILL FAILED: ${wordsOf(error)}\n`);
    return 1;
  }
};

type Asked = NonNullable<ReturnType<typeof readArgs>>;

const compare = async (asked: Asked, io: DrillIo): Promise<readonly Finding[]> => {
  const { where, save, expect, keys, trust, witness } = asked;
  const held = { tables: expect === undefined ? null : readSums(expect), trust: await readTrustFiles(trust, witness) };
  const cipherOver = keys === undefined ? null : cipherFrom(keys);
  const opened = await io.open(where);
  try {
    const { db } = opened;
    if (save !== undefined) {
      writeFileSync(save, `${JSON.stringify(await tableSums(db), null, 2)}\n`, { flag: "wx" });
      io.say(`saved the sums of the tables in ${save}\n`);
    }
    return await checkRecord(db, { ...held, cipher: cipherOver?.(db) ?? null });
  } finally {
    await opened.close();
  }
};

const readArgs = (args: readonly string[]) => {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        save: { type: "string" },
        expect: { type: "string" },
        keys: { type: "string" },
        trust: { type: "string", multiple: true, default: [] },
        witness: { type: "string", multiple: true, default: [] },
      },
    });
    const [where, ...others] = positionals;
    return where === undefined || others.length > 0 ? null : { where, ...values };
  } catch {
    return null;
  }
};

const tell = ({ say, complain }: DrillIo, findings: readonly Finding[]): number => {
  for (const { compared, problems } of findings) {
    say(`${headingOf(problems)}: ${compared}\n`);
    for (const problem of problems ?? []) say(`  ${problem}\n`);
  }
  const wrong = problemsIn(findings).length;
  if (wrong > 0) complain(`RESTORE DRILL FAILED: ${counted(wrong, "problem")}. Do not rely on this backup.\n`);
  return wrong > 0 ? 1 : 0;
};

const headingOf = (problems: Finding["problems"]): string => {
  if (problems === null) return "NOT COMPARED";
  return problems.length === 0 ? "as it should be" : "WRONG";
};

/** A tagged error's own words; of any other only its kind is told, since it may hold what a row holds. */
const wordsOf = (error: unknown): string => {
  if (!(error instanceof Error)) return "nothing was compared";
  return "_tag" in error ? error.message : `${error.name}, and nothing was compared`;
};
