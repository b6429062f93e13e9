/** TypeScript interfaces of the resource types that checks are written against: a misspelt property does not compile. */
import type { Generated } from './run.js';
import { byService, definition, header, type SpecProperty, type SpecResource, type SpecType } from './spec.js';

/** Services whose types checks may read. Add one here, then `npm run gen`. */
const services = [
  'AccessAnalyzer', 'AmazonMQ', 'ApiGateway', 'ApiGatewayV2', 'ApplicationAutoScaling', 'AppSync', 'Athena', 'AutoScaling', 'AppFlow', 'Backup', 'Batch', 'Cassandra', 'CertificateManager', 'CloudFront', 'CodeArtifact', 'CodePipeline',
  'CloudTrail', 'CloudWatch', 'CodeBuild', 'Cognito', 'Config', 'DAX', 'DMS', 'DocDB', 'DynamoDB', 'EC2', 'ECR', 'ECS', 'EFS', 'EKS', 'ElastiCache',
  'ElasticBeanstalk', 'ElasticLoadBalancing', 'ElasticLoadBalancingV2', 'Elasticsearch', 'EMR', 'Events', 'FSx', 'Glue', 'GuardDuty', 'IAM', 'ImageBuilder',
  'InspectorV2', 'Kendra', 'Kinesis', 'KinesisVideo', 'KinesisFirehose', 'KMS', 'Lambda', 'Lightsail', 'Logs', 'Macie', 'MediaStore', 'MemoryDB', 'MSK', 'MWAA', 'Neptune', 'NetworkFirewall', 'OpenSearchService',
  'Organizations', 'QLDB', 'RDS', 'Redshift', 'Route53', 'S3', 'S3Tables', 'SageMaker', 'Scheduler', 'SecretsManager', 'SecurityHub', 'SNS', 'SQS', 'SSM', 'StepFunctions', 'Timestream', 'Transfer', 'VpcLattice', 'WAF', 'WAFRegional', 'WAFv2',
  'WorkSpaces', 'Amplify', 'AppRunner', 'AppStream', 'Bedrock', 'CloudFormation', 'CodeCommit', 'CodeGuruReviewer', 'Comprehend', 'Connect', 'DataSync', 'DLM', 'GlobalAccelerator', 'RedshiftServerless', 'SES', 'SSO', 'EventSchemas',
];

const folder = 'src/schema/aws/types';
/** `AWS::ElasticLoadBalancingV2::LoadBalancer` → `ElasticLoadBalancingV2LoadBalancer`. */
const pascal = (type: string): string => type.split('::').slice(1).join('');
const key = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name));

export function awsTypes(): Generated {
  const files = new Map<string, string>();
  const known = byService();
  for (const service of services) {
    const resources = known.get(service);
    if (resources === undefined) throw new Error(`the schema has no service ${service}`);
    files.set(`${folder}/${service}.ts`, serviceFile(service, resources));
  }
  files.set(`${folder}/index.ts`, indexFile());
  return { files, folders: [folder] };
}

function indexFile(): string {
  return [
    header('Properties of resource types, by type name.').trimEnd(),
    ...services.map((service) => `import type { ${service}Types } from './${service}.js';`),
    '',
    '/** The properties of each resource type that checks may read; all optional, as a template may leave any out. */',
    `export interface AwsProperties extends ${services.map((service) => `${service}Types`).join(', ')} {}`,
    '',
    'export type AwsType = keyof AwsProperties;',
    '',
  ].join('\n');
}

function serviceFile(service: string, resources: readonly SpecResource[]): string {
  const blocks: string[] = [];
  const map: string[] = [];
  const uses = { json: false, tag: false };
  for (const resource of resources) {
    const name = pascal(resource.cloudFormationType);
    map.push(`  '${resource.cloudFormationType}': ${name};`);
    const done = new Map<string, string>();
    const pending: { readonly name: string; readonly properties: Readonly<Record<string, SpecProperty>> }[] = [{ name, properties: resource.properties }];

    const nameOf = (reference: { readonly $ref: string }): string => {
      const found = done.get(reference.$ref);
      if (found !== undefined) return found;
      const nested = definition(reference);
      const wanted = `${name}_${nested.name}`;
      // Two definitions of one name may differ; the later gets its own.
      const unique = [...done.values()].includes(wanted) ? `${wanted}_${reference.$ref}` : wanted;
      done.set(reference.$ref, unique);
      pending.push({ name: unique, properties: nested.properties });
      return unique;
    };
    const render = (type: SpecType): string => {
      switch (type.type) {
        case 'string':
        case 'date-time':
          return 'string';
        case 'integer':
        case 'number':
          return 'number';
        case 'boolean':
          return 'boolean';
        case 'tag':
          uses.tag = true;
          return 'Tag';
        case 'array':
          return `readonly ${wrapped(render(type.element))}[]`;
        case 'map':
          return `Readonly<Record<string, ${render(type.element)}>>`;
        case 'ref':
          return nameOf(type.reference);
        case 'union': {
          // A check reads the richest form; adapt brings the others to it.
          const rich = type.types.filter((member) => member.type === 'ref');
          const members = rich.length === 0 ? type.types : rich.slice(0, 1);
          return [...new Set(members.map(render))].join(' | ');
        }
        default:
          uses.json = true;
          return 'Json';
      }
    };
    for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
      const fields = Object.entries(next.properties).map(([property, { type }]) => `  ${key(property)}?: ${render(type)};`);
      blocks.push(fields.length === 0 ? `export type ${next.name} = Readonly<Record<never, never>>;` : `export interface ${next.name} {\n${fields.join('\n')}\n}`);
    }
  }
  const imports = [
    ...(uses.json ? [`import type { Json } from '../../../model/tree.js';`] : []),
    ...(uses.tag ? [`import type { Tag } from '../tag.js';`] : []),
  ];
  return `${[header(`Properties of AWS::${service} types.`).trimEnd(), ...imports, ...blocks, `export interface ${service}Types {\n${map.join('\n')}\n}`].join('\n')}\n`;
}

const wrapped = (type: string): string => (/[ |]/.test(type) ? `(${type})` : type);
