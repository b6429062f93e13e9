import type { Report } from './report.js';

/** The contract: the ledger itself. */
export const json: Report = ({ ledger }) => `${JSON.stringify(ledger, null, 2)}\n`;
