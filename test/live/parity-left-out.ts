/** Types that are read of accounts and are not among the cases of parity with the server, and why; a new type belongs here or there. */
import { collectors } from '../../src/sources/aws/collectors/index.js';

/** The server lacks Cloud Control, by which these are read. They are compared over its documented replies instead: test/sources/cloud-control.test.ts. */
export const byCloudControl: readonly string[] = collectors.filter(({ service, type }) => service === 'cloudcontrol' && type.startsWith('AWS::')).map(({ type }) => type);

/** What the server does not make, and for which no reply can be put in the place of its own without taking those of other types. */
export const notOnTheServer: Readonly<Record<string, string>> = {
  'AWS::DocDB::DBCluster': 'the server refuses clusters of the engine `docdb`, and answers for those of the other engines in the same reply',
  'AWS::DocDB::DBInstance': 'likewise',
  'AWS::DocDB::GlobalCluster': 'likewise',
  'AWS::Route53::DNSSEC': 'the server signs no zone: it answers `NOT_SIGNING` for each',
};
