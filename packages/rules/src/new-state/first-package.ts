import type { JurisdictionId } from "@victim-rights/core";

type State = { readonly id: JurisdictionId; readonly name: string };

/** The manifest under which a state's folder is published. */
export const firstManifest = ({ id, name }: State): object => ({
  name: `@victim-rights/rules-${id}`,
  version: "0.0.0",
  private: true,
  description: `Victims' rights law of ${name} as rule files.`,
  license: "Apache-2.0",
  type: "module",
  files: ["**/*.json", "README.md"],
  exports: { "./*.json": "./*.json", "./package.json": "./package.json" },
  publishConfig: { access: "public" },
});

/** What is left to do, for whoever opens the folder first. */
export const firstReadme = ({ id, name }: State): string => `# ${name} (\`${id}\`)

Nothing here is law yet: every \`<write here: …>\` waits for somebody who has read the statute.

1. \`jurisdiction.json\`: the agencies, every text of law that was read, the ways of registering, and how days are counted.
2. \`law-rows.json\`: one row for each duty to tell somebody, from the statutes, before any rule is written.
3. \`notification.json\`: one rule or more for each row. Leave \`verified.status\` at \`recalled\` until the text itself was
   read: a recalled rule decides nothing.
4. \`notification.cases.json\`: for each rule a person who must be told, one who need not be, and one of whom a fact is
   missing. Write them from the statute and not from the rule.
5. \`not-encoded.json\`: each row without a rule, with the reason.
6. \`victim-definition/*.json\`: who is a victim, if the law says so, as questions of their own that \`notification.json\` reads.

\`victim-rights check <this folder> --coverage\` lists what is missing, and ends well when nothing is.
\`victim-rights schema <this folder>\` renews what the editor offers, after each new fact, source, row or rule.
\`victim-rights format <this folder>\` puts the files into their one form.

When all of that is done, this page says what is here, what rests on what, what is off and how open points were read; and
\`private\` goes from \`package.json\`.
`;
