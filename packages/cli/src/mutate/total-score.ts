import type { MutationReport } from "@victim-rights/rules/analysis";

/** Of all questions' changes that change an answer, how many in a hundred some case notices; 100 when there are none. */
export const totalScore = (reports: readonly MutationReport[]): number => {
  const killed = reports.reduce((sum, report) => sum + report.killed, 0);
  const counted = reports.reduce((sum, report) => sum + report.mutants - report.equivalent, 0);
  return counted === 0 ? 100 : (100 * killed) / counted;
};
