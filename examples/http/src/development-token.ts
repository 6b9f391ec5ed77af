/**
 * Prints a token for trying the service out: `npm run --silent token -- liaison liaison-1`. It is signed with the key of a
 * service that was started with `--development`, and with no other.
 */
import { instantAt } from "@victim-rights/core";
import { PURPOSES_OF } from "./access/purposes-of.ts";
import { Role, ROLES } from "./access/caller.ts";
import { keptDevelopmentIssuer } from "./node/development-key.ts";

const [given, subject] = process.argv.slice(2);
const role = Role.safeParse(given).data;

if (role === undefined || subject === undefined) {
  console.error(`write a role and an id: npm run --silent token -- liaison liaison-1\nroles: ${ROLES.join(", ")}`);
  process.exit(2);
}

const issuer = await keptDevelopmentIssuer();
if (issuer === null) {
  console.error("no development key: start the service first, with `npm run serve`");
  process.exit(1);
}

console.log(await issuer.sign({ subject, role, purposes: PURPOSES_OF[role] }, instantAt(Date.now())));
