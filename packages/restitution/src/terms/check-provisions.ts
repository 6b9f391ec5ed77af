import type { LawProblem } from "@victim-rights/rules";
import type { Provision } from "./provision.ts";

/** A provision and where it stands in its file. */
export type PlacedProvision = { readonly provision: Provision; readonly path: string };

/** What provisions are checked against: how each id of the file begins, every id in it, and the state's sources. */
export type ProvisionSetting = {
  readonly prefix: string;
  readonly ids: readonly string[];
  readonly sources: ReadonlySet<string>;
};

/** A problem before it is known in which file it stands. */
export type Misfit = Omit<LawProblem, "file">;

/** Checks one provision: an id of this file and of its own, sources that the state lists, days in order. */
export const checkProvision = (placed: PlacedProvision, setting: ProvisionSetting): readonly Misfit[] => [
  ...checkId(placed, setting),
  ...checkCites(placed, setting),
  ...checkDays(placed),
];

const checkId = (
  { provision: { id }, path }: PlacedProvision,
  { prefix, ids }: ProvisionSetting,
): readonly Misfit[] => [
  ...when(!id.startsWith(prefix), {
    code: "rule-id-differs",
    path: `${path}.id`,
    problem: `\`${id}\` is not of this file`,
    fix: `begin it with \`${prefix}\``,
  }),
  ...when(ids.filter((each) => each === id).length > 1, {
    code: "duplicate-id",
    path: `${path}.id`,
    problem: `\`${id}\` is given twice`,
    fix: "give every provision of the file an id of its own",
  }),
];

const checkCites = ({ provision, path }: PlacedProvision, { sources }: ProvisionSetting): readonly Misfit[] =>
  provision.cites.flatMap(({ source }, at) =>
    when(!sources.has(source), {
      code: "unknown-source",
      path: `${path}.cites[${at}].source`,
      problem: `no source \`${source}\` in jurisdiction.json`,
      fix: "list it under `sources`",
    }),
  );

const checkDays = ({ provision: { inForce, verified, reviewedOn }, path }: PlacedProvision): readonly Misfit[] => {
  const { from, until } = inForce;
  return [
    ...when(from !== null && until !== null && until <= from, {
      code: "period-reversed",
      path: `${path}.inForce`,
      problem: `\`until\` ${until} is not after \`from\` ${from}`,
      fix: "write the first day of force as `from` and the first day without it as `until`",
    }),
    ...when(reviewedOn < verified.on, {
      code: "reviewed-before-read",
      path: `${path}.reviewedOn`,
      problem: `\`${reviewedOn}\` is before the day on which the text was read, ${verified.on}`,
      fix: "write the last day on which somebody checked the text, as `reviewedOn`",
    }),
  ];
};

const when = (isWrong: boolean, misfit: Misfit): readonly Misfit[] => (isWrong ? [misfit] : []);
