/** Names of the reports, apart from their code so that `--help` loads none. */
export const reportNames = ['terminal', 'json', 'sarif', 'markdown', 'junit'] as const;
export type ReportName = (typeof reportNames)[number];
