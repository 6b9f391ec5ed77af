import { compareText } from "./compare-text.ts";
import type { DutyBearer, NoticeDuty, ServiceMethod } from "./duty.ts";
import type { DutyGround } from "./notice-plan.ts";

/** Grounds that one duty-bearer can satisfy with one notice. */
export type GroundGroup = {
  readonly bearers: readonly DutyBearer[];
  readonly grounds: readonly [DutyGround, ...DutyGround[]];
};

/**
 * Puts grounds together that share a duty-bearer, so that a person hears a thing once. Where a law names several with *or*,
 * one of them is enough: a ground joins the first group whose bearers it shares, and the group keeps those they share.
 */
export const groupByBearer = (grounds: readonly DutyGround[]): readonly GroundGroup[] => {
  const ordered = grounds.toSorted(
    (a, b) => a.duty.dutyBearers.length - b.duty.dutyBearers.length || compareText(a.ground.rule, b.ground.rule),
  );
  return ordered.reduce<readonly GroundGroup[]>(join, []);
};

const join = (groups: readonly GroundGroup[], ground: DutyGround): readonly GroundGroup[] => {
  const shared = (group: GroundGroup): readonly DutyBearer[] =>
    group.bearers.filter((bearer) => ground.duty.dutyBearers.includes(bearer));
  const host = groups.find((group) => shared(group).length > 0);
  if (host === undefined) return [...groups, { bearers: ground.duty.dutyBearers.toSorted(), grounds: [ground] }];
  return groups.map((group) =>
    group === host ? { bearers: shared(group), grounds: [...group.grounds, ground] } : group,
  );
};

/** The methods by which one notice satisfies every duty, in the law's order, and what is wrong when there are none. */
export type PermittedMethods = { readonly legal: readonly ServiceMethod[]; readonly conflict: string | null };

/** A duty without methods restricts nothing. Where duties name methods that do not meet, all of them are needed and the answer says so. */
export const permittedMethods = (duties: readonly NoticeDuty[]): PermittedMethods => {
  const lists = duties.map(methodsOf).filter((methods) => methods.length > 0);
  const [first, ...rest] = lists;
  if (first === undefined) return { legal: [], conflict: null };
  const legal = first.filter((method) => rest.every((methods) => methods.includes(method)));
  if (legal.length > 0) return { legal, conflict: null };
  const all = [...new Set(lists.flat())];
  return {
    legal: all,
    conflict: `the grounds name methods that differ: ${lists.map((methods) => methods.join(" or ")).join("; and ")}`,
  };
};

const methodsOf = ({ methods, automatedSystemSatisfies }: NoticeDuty): readonly ServiceMethod[] => {
  if (methods.length === 0 || !automatedSystemSatisfies || methods.includes("automated-system")) return methods;
  return ["automated-system", ...methods];
};
