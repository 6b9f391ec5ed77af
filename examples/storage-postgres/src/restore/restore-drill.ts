import { openPglite } from "../database/open-pglite.ts";
import { openPostgres } from "../database/open-postgres.ts";
import { drill } from "./drill.ts";

/** A sum over a large table takes longer than anything that a person waits for. */
const HOUR_MS = 3_600_000;

process.exitCode = await drill(process.argv.slice(2), {
  say: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
  open: (where) =>
    /^postgres(?:ql)?:/u.test(where)
      ? openPostgres({ url: where, statementWithinMs: HOUR_MS })
      : openPglite({ directory: where }),
});
