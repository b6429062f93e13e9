/**
 * The rooms and the directions between them (see ARCHITECTURE.md). Each rule says why it is there.
 */
const room = (name) => `^src/${name}/`;
const mayOnly = (from, to, why) => ({
  name: `${from}-stays-in-its-place`,
  comment: why,
  severity: 'error',
  from: { path: room(from) },
  to: { path: '^src/', pathNot: [from, ...to].map(room) },
});

module.exports = {
  forbidden: [
    mayOnly('model', [], 'the model is what all rooms speak; if it imported one of them, every change there would reach everything'),
    mayOnly('schema', ['model'], 'provider data knows the shapes it is given in and nothing of who reads it'),
    mayOnly('sources', ['model'], 'a source reads the outside world; what its values mean is for adapt and later to say'),
    mayOnly('vulnerabilities', ['model', 'inventory'], 'matching is reasoning over records and components; where either comes from is none of its business'),
    mayOnly('store', ['model', 'inventory', 'vulnerabilities', 'sources'], 'the store keeps records and gives them back; what follows from them is for matching'),
    mayOnly('adapt', ['model', 'sources', 'schema'], 'adapt turns raw trees into resources; it must not know checks, or a check would leak into one format'),
    mayOnly('inventory', ['model', 'sources'], 'what a file lists follows from its bytes; it reads archives within archives and knows neither checks nor vulnerabilities'),
    mayOnly('graph', ['model', 'adapt'], 'linking and folding work on adapted resources whatever they came from'),
    mayOnly('iam', ['model', 'sources', 'schema', 'network'], 'the policy language is public and stands alone; it reads documents, IAM data and address ranges only'),
    mayOnly('access', ['model', 'schema', 'iam', 'network', 'graph'], 'who can do what follows from resources and policies; a verdict or a report must not change it'),
    mayOnly('secrets', ['model'], 'telling a secret in a text is work on strings; where the text came from is for sources and app'),
    mayOnly('network', ['model'], 'reachability is reasoning over ranges and needs no resource types'),
    mayOnly('responsibility', ['model', 'schema'], 'who owns a layer follows from the schema and the catalogue, never from a verdict'),
    mayOnly('checks', ['model', 'schema', 'iam', 'access', 'network', 'graph'], 'a check sees resources in their provider\'s shape; seeing a source or a report would tie it to a format'),
    mayOnly('frameworks', [], 'frameworks are data: control ids to check ids'),
    mayOnly('engine', ['model', 'checks', 'graph', 'access'], 'the engine runs checks; what is done with verdicts is for the ledger'),
    mayOnly('ledger', ['model', 'engine', 'checks'], 'the ledger sums up verdicts; reports are views of it'),
    mayOnly('fixes', ['model', 'checks', 'sources', 'ledger'], 'a fix edits sources by what a finding says'),
    mayOnly('reports', ['model', 'ledger', 'responsibility', 'checks'], 'a report is a view of the ledger and of what its checks say of themselves: same ledger, same bytes'),
    mayOnly('app', ['secrets', 'model', 'schema', 'sources', 'inventory', 'adapt', 'graph', 'iam', 'access', 'network', 'responsibility', 'checks', 'frameworks', 'engine', 'ledger', 'store', 'vulnerabilities', 'fixes', 'reports'], 'app composes all rooms but knows nothing of the command line'),
    {
      name: 'nobody-imports-the-command-line',
      comment: 'printing, arguments and exit codes are the outermost ring; the library must work without them',
      severity: 'error',
      from: { path: '^src/(?!cli/)' },
      to: { path: room('cli') },
    },
    {
      name: 'only-the-rim-touches-the-world',
      comment: 'everything between sources and app is pure, so that the same input gives the same bytes; disk, network, processes and environment are for sources, store, app and cli',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(sources|store|app|cli)/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|buffer|zlib|net)$' },
    },
    {
      name: 'no-cycles',
      comment: 'modules that need each other are one module; a cycle also breaks lazy loading (types alone are no cycle). The interpreters are one recursion by nature, each held in one folder',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/sources/(terraform/(language|syntax)|cloudformation)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'tests-and-tools-stay-outside',
      comment: 'what ships must not depend on what does not',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|tools|bench|fixtures)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
