import { json } from './json.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';
import type { ReportName } from './names.js';
import type { Report } from './report.js';
import { sarif } from './sarif.js';
import { terminal } from './terminal.js';

/** Reports by the name that `--format` and `--output` take. */
export const reports: Readonly<Record<ReportName, Report>> = { terminal, json, sarif, markdown, junit };
