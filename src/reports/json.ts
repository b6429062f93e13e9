import type { Report, ReportInput } from './report.js';

/** Members that are written at once. */
const BATCH = 500;

/** The contract: the ledger itself. A line for each verdict, row and coverage line, so that it can be searched and compared by line. */
function* chunks({ ledger }: ReportInput): Generator<string> {
  const { version, asOf, ...lists } = ledger;
  yield `{"version":${version},"asOf":${JSON.stringify(asOf)}`;
  for (const [name, members] of Object.entries(lists) as [string, readonly object[]][]) {
    yield `,\n${JSON.stringify(name)}:[`;
    for (let at = 0; at < members.length; at += BATCH) {
      yield members
        .slice(at, at + BATCH)
        .map((member, i) => `${at + i === 0 ? '' : ','}\n${JSON.stringify(member)}`)
        .join('');
    }
    yield '\n]';
  }
  yield '}\n';
}

export const json: Report = Object.assign((input: ReportInput): string => [...chunks(input)].join(''), { chunks });
