import type { Report } from './report.js';

/** The contract: the ledger itself. A line for each verdict, row and coverage line, so that it can be searched and compared by line. */
export const json: Report = ({ ledger }) => {
  const { version, asOf, ...lists } = ledger;
  const parts = Object.entries(lists).map(([name, members]: [string, readonly object[]]) => `${JSON.stringify(name)}:[${members.map((member) => `\n${JSON.stringify(member)}`).join(',')}\n]`);
  return `{"version":${version},"asOf":${JSON.stringify(asOf)},\n${parts.join(',\n')}}\n`;
};
