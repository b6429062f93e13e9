/** Policies that services keep beside what they open: of layers, mail identities, vaults, tables, services of a lattice, and private authorities. */
import { arnOf, asks, json, list, reply, same, text, texts, type Collector, type ListRow, type Made } from '../collector.js';
import type { Json } from '../../../model/index.js';

const MORE = { out: 'NextToken', in: 'NextToken' } as const;
const more = { out: 'nextToken', in: 'nextToken' } as const;
const MARKER = { out: 'NextMarker', in: 'Marker' } as const;
const marker = { out: 'Marker', in: 'marker' } as const;

/** A statement of a layer's policy, as the permission that made it: https://docs.aws.amazon.com/lambda/latest/api/API_AddLayerVersionPermission.html. */
function permissions(policy: unknown): readonly Made[] {
  const written = text(policy);
  if (written === undefined) throw Object.assign(new Error('no policy'), { name: 'InvalidResponse' });
  return list(reply(JSON.parse(written))['Statement']).flatMap((statement, i) => {
    const { AWS = statement['Principal'] } = reply(statement['Principal']);
    const organization = reply(reply(statement['Condition'])['StringEquals'])['aws:PrincipalOrgID'];
    return [AWS].flat().map((principal, k): Made => ({
      suffix: `/${text(statement['Sid']) ?? String(i)}${k === 0 ? '' : `/${k}`}`,
      // An account comes back as its root user.
      properties: { Action: json(statement['Action']), Principal: (text(principal) ?? '').replace(/^arn:[^:]+:iam::(\d{12}):root$/, '$1'), OrganizationId: json(organization) },
    }));
  });
}

/** No policy comes as an empty text. */
const policy = (options: unknown): Json | undefined => (options === '' ? undefined : json(options));

const layers: ListRow = { ...asks('lambda', 'ListLayers'), next: MARKER, items: (page) => list(page['Layers']) };

const tableBuckets: ListRow = { ...asks('s3tables', 'ListTableBuckets'), next: { out: 'continuationToken', in: 'continuationToken' }, items: (page) => list(page['tableBuckets']) };

/** Whoever may ask is asked whom it lets in; that there is no policy is an error of its own here, or an empty reply. */
const ofLattice = (what: 'Services' | 'ServiceNetworks'): Collector => ({
  service: 'vpc-lattice',
  type: 'AWS::VpcLattice::AuthPolicy',
  list: {
    ...asks('vpc-lattice', 'GetAuthPolicy'),
    over: { list: { ...asks('vpc-lattice', `List${what}`), next: more, items: (page) => list(page['items']) }, input: ([one = {}]) => ({ resourceIdentifier: one['arn'] }) },
    unset: ['ResourceNotFoundException'],
    items: (page, [one = {}]) => (text(page['policy']) === undefined ? [] : [{ ...page, arn: one['arn'] }]),
  },
  arn: (item) => `${text(item['arn']) ?? ''}/auth-policy`,
  name: (item) => text(item['arn'])?.split('/').at(-1) ?? '',
  properties: (item) => ({ ResourceIdentifier: json(item['arn']), Policy: json(item['policy']) }),
});

export const shared: readonly Collector[] = [
  {
    service: 'lambda',
    type: 'AWS::Lambda::LayerVersion',
    list: { ...asks('lambda', 'ListLayerVersions'), next: MARKER, over: { list: layers, input: ([layer = {}]) => ({ LayerName: layer['LayerName'] }) }, items: (page, [layer = {}]) => list(page['LayerVersions']).map((version) => ({ ...version, LayerName: layer['LayerName'] })) },
    arn: (item) => text(item['LayerVersionArn']) ?? '',
    name: (item) => `${text(item['LayerName']) ?? ''}:${String(item['Version'])}`,
    properties: (item) => same(item, 'LayerName', 'Description', 'LicenseInfo', 'CompatibleRuntimes', 'CompatibleArchitectures'),
    makes: [
      {
        ...asks('lambda', 'GetLayerVersionPolicy'),
        type: 'AWS::Lambda::LayerVersionPermission',
        input: (item) => ({ LayerName: item['LayerName'], VersionNumber: item['Version'] }),
        unset: ['ResourceNotFoundException'],
        suffix: '/permission',
        known: (item) => ({ LayerVersionArn: json(item['LayerVersionArn']) }),
        fills: ['Action', 'Principal', 'OrganizationId'],
        value: (page) => permissions(page['Policy']),
      },
    ],
  },
  {
    service: 'ses',
    type: 'Demarc::SES::IdentityPolicy',
    list: {
      ...asks('ses', 'GetEmailIdentityPolicies'),
      over: { list: { ...asks('ses', 'ListEmailIdentities'), next: MORE, items: (page) => list(page['EmailIdentities']) }, input: ([one = {}]) => ({ EmailIdentity: one['IdentityName'] }) },
      items: (page, [one = {}]) => Object.entries(reply(page['Policies'])).map(([PolicyName, Policy]) => ({ PolicyName, Policy, Identity: one['IdentityName'] })),
    },
    arn: (item, place) => `${arnOf(place, 'ses', `identity/${text(item['Identity']) ?? ''}`)}/policy/${text(item['PolicyName']) ?? ''}`,
    name: (item) => text(item['PolicyName']) ?? '',
    properties: (item) => same(item, 'Identity', 'Policy'),
  },
  {
    service: 'glacier',
    type: 'Demarc::Glacier::Vault',
    list: { ...asks('glacier', 'ListVaults'), input: { accountId: '-' }, next: marker, items: (page) => list(page['VaultList']) },
    arn: (item) => text(item['VaultARN']) ?? '',
    name: (item) => text(item['VaultName']) ?? '',
    properties: (item) => same(item, 'VaultName'),
    reads: [
      {
        ...asks('glacier', 'GetVaultAccessPolicy'),
        input: (item) => ({ accountId: '-', vaultName: item['VaultName'] }),
        fills: ['AccessPolicy'],
        unset: ['ResourceNotFoundException'],
        value: (page) => ({ AccessPolicy: json(reply(page['policy'])['Policy']) }),
      },
    ],
  },
  {
    service: 's3tables',
    type: 'AWS::S3Tables::TableBucketPolicy',
    list: {
      ...asks('s3tables', 'GetTableBucketPolicy'),
      over: { list: tableBuckets, input: ([bucket = {}]) => ({ tableBucketARN: bucket['arn'] }) },
      unset: ['NotFoundException'],
      items: (page, [bucket = {}]) => [{ ...page, arn: bucket['arn'] }],
    },
    arn: (item) => `${text(item['arn']) ?? ''}/policy`,
    name: (item) => text(item['arn'])?.split('/').at(-1) ?? '',
    properties: (item) => ({ TableBucketARN: json(item['arn']), ResourcePolicy: json(item['resourcePolicy']) }),
  },
  {
    service: 's3tables',
    type: 'AWS::S3Tables::TablePolicy',
    list: {
      ...asks('s3tables', 'GetTablePolicy'),
      over: {
        list: { ...asks('s3tables', 'ListTables'), next: { out: 'continuationToken', in: 'continuationToken' }, over: { list: tableBuckets, input: ([bucket = {}]) => ({ tableBucketARN: bucket['arn'] }) }, items: (page, [bucket = {}]) => list(page['tables']).map((table) => ({ ...table, bucket: bucket['arn'] })) },
        input: ([table = {}]) => ({ tableBucketARN: table['bucket'], namespace: texts(table['namespace'])[0], name: table['name'] }),
      },
      unset: ['NotFoundException'],
      items: (page, [table = {}]) => [{ ...page, arn: table['tableARN'] }],
    },
    arn: (item) => `${text(item['arn']) ?? ''}/policy`,
    name: (item) => text(item['arn'])?.split('/').at(-1) ?? '',
    properties: (item) => ({ TableARN: json(item['arn']), ResourcePolicy: json(item['resourcePolicy']) }),
  },
  ofLattice('Services'),
  ofLattice('ServiceNetworks'),
  {
    service: 'cloudsearch',
    type: 'Demarc::CloudSearch::Domain',
    list: { ...asks('cloudsearch', 'DescribeDomains'), items: (page) => list(page['DomainStatusList']).filter(({ Deleted }) => Deleted !== true) },
    arn: (item) => text(item['ARN']) ?? '',
    name: (item) => text(item['DomainName']) ?? '',
    properties: (item) => same(item, 'DomainName'),
    reads: [
      {
        ...asks('cloudsearch', 'DescribeDomainEndpointOptions'),
        input: (item) => ({ DomainName: item['DomainName'] }),
        fills: ['DomainEndpointOptions'],
        value: (page) => ({ DomainEndpointOptions: json(same(reply(reply(page['DomainEndpointOptions'])['Options']), 'EnforceHTTPS', 'TLSSecurityPolicy')) as Json }),
      },
      {
        ...asks('cloudsearch', 'DescribeServiceAccessPolicies'),
        input: (item) => ({ DomainName: item['DomainName'] }),
        fills: ['AccessPolicies'],
        value: (page) => ({ AccessPolicies: policy(reply(page['AccessPolicies'])['Options']) }),
      },
    ],
  },
];
