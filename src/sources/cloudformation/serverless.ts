/**
 * SAM's common types, expanded to what CloudFormation makes of them.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
 */
import { attribute, fromJson, list, mapping, scalar, unknown, type Json, type Mapping, type Origin, type RawResource, type Tree } from '../../model/index.js';
import { textOf } from './text.js';

type Expand = (raw: RawResource, properties: Mapping) => readonly RawResource[];

export const isServerless = (type: string): boolean => type in expanders;

/** Globals fill in what a resource does not say itself; maps are merged, lists joined. */
export function expandServerless(raw: RawResource, globals: Mapping | undefined): readonly RawResource[] {
  const kind = raw.type.replace('AWS::Serverless::', '');
  const common = globals?.entries.get(kind);
  const properties = common?.kind === 'map' ? merged(common, raw.arguments) : raw.arguments;
  return expanders[raw.type]?.(raw, properties) ?? [];
}

function merged(base: Mapping, over: Mapping): Mapping {
  const entries = new Map(base.entries);
  for (const [key, value] of over.entries) {
    const there = entries.get(key);
    if (there?.kind === 'map' && value.kind === 'map') entries.set(key, merged(there, value));
    else if (there?.kind === 'list' && value.kind === 'list') entries.set(key, list([...there.items, ...value.items], value.at, there.open ?? value.open));
    else entries.set(key, value);
  }
  return { ...over, entries };
}

const expanders: Readonly<Record<string, Expand>> = {
  'AWS::Serverless::Function': functionParts,
  'AWS::Serverless::Api': (raw, properties) => {
    const rest = renamed(raw, 'AWS::ApiGateway::RestApi', raw.address, properties, ['Name', 'Description', 'EndpointConfiguration', 'MinimumCompressionSize', 'DisableExecuteApiEndpoint'], { EndpointConfiguration: endpointConfiguration });
    const stage = renamed(raw, 'AWS::ApiGateway::Stage', `${raw.address}Stage`, properties, ['StageName', 'TracingEnabled', 'AccessLogSetting', 'MethodSettings', 'CacheClusterEnabled', 'CacheClusterSize', 'Variables'], {}, [['RestApiId', reference(raw, 'Ref')]]);
    const domain = properties.entries.get('Domain');
    return domain?.kind === 'map' ? [rest, stage, renamed(raw, 'AWS::ApiGateway::DomainName', `${raw.address}Domain`, domain, ['DomainName', 'SecurityPolicy', 'MutualTlsAuthentication', 'EndpointConfiguration'], { EndpointConfiguration: endpointConfiguration })] : [rest, stage];
  },
  'AWS::Serverless::HttpApi': (raw, properties) => [
    renamed(raw, 'AWS::ApiGatewayV2::Api', raw.address, properties, ['Name', 'Description', 'DisableExecuteApiEndpoint', 'CorsConfiguration'], {}, [['ProtocolType', scalar('HTTP', raw.at)]]),
    renamed(raw, 'AWS::ApiGatewayV2::Stage', `${raw.address}Stage`, properties, ['StageName', 'AccessLogSettings', 'DefaultRouteSettings'], {}, [['ApiId', reference(raw, 'Ref')]]),
  ],
  'AWS::Serverless::StateMachine': (raw, { entries, at }) => {
    const parts = STATE_MACHINE.flatMap(([from, to]) => {
      const value = entries.get(from);
      return value === undefined ? [] : [[to, value] as const];
    });
    return [plain(raw, 'AWS::StepFunctions::StateMachine', raw.address, new Map(parts), at)];
  },
  'AWS::Serverless::SimpleTable': (raw, properties) => [
    renamed(raw, 'AWS::DynamoDB::Table', raw.address, properties, ['TableName', 'SSESpecification', 'PointInTimeRecoverySpecification', 'ProvisionedThroughput', 'Tags'], { Tags: keyValues }),
  ],
  'AWS::Serverless::LayerVersion': (raw, properties) => [renamed(raw, 'AWS::Lambda::LayerVersion', raw.address, properties, ['LayerName', 'CompatibleRuntimes', 'LicenseInfo', 'Description'], {})],
};

const STATE_MACHINE = [['Name', 'StateMachineName'], ['Type', 'StateMachineType'], ['Role', 'RoleArn'], ['Definition', 'Definition'], ['Logging', 'LoggingConfiguration'], ['Tracing', 'TracingConfiguration']] as const;

const FUNCTION_PROPERTIES = [
  'FunctionName', 'Handler', 'Runtime', 'Description', 'MemorySize', 'Timeout', 'Environment', 'VpcConfig', 'KmsKeyArn', 'Layers', 'ReservedConcurrentExecutions',
  'PackageType', 'Architectures', 'EphemeralStorage', 'ImageConfig', 'CodeSigningConfigArn', 'Role', 'FileSystemConfigs', 'SnapStart', 'LoggingConfig',
] as const;

function functionParts(raw: RawResource, properties: Mapping): readonly RawResource[] {
  const { entries } = properties;
  const made: RawResource[] = [];
  const extra: (readonly [string, Tree])[] = [];
  if (entries.get('Role') === undefined) {
    const role = `${raw.address}Role`;
    extra.push(['Role', unknown({ kind: 'known-after-apply', detail: `\`${role}.Arn\` is known when the stack is made` }, raw.at, { parts: [{ address: role, attribute: 'Arn' }] })]);
    made.push(roleOf(raw, role, entries));
  }
  const tracing = entries.get('Tracing');
  if (tracing !== undefined) extra.push(['TracingConfig', mapping([['Mode', tracing]], tracing.at)]);
  const queue = entries.get('DeadLetterQueue');
  if (queue?.kind === 'map') extra.push(['DeadLetterConfig', mapping([...queue.entries].filter(([key]) => key === 'TargetArn'), queue.at)]);
  const image = entries.get('ImageUri');
  const code = entries.get('InlineCode');
  if (image !== undefined) extra.push(['Code', mapping([['ImageUri', image]], image.at)]);
  else if (code !== undefined) extra.push(['Code', mapping([['ZipFile', code]], code.at)]);
  const tags = entries.get('Tags');
  if (tags !== undefined) extra.push(['Tags', keyValues(tags)]);
  made.push(renamed(raw, 'AWS::Lambda::Function', raw.address, properties, FUNCTION_PROPERTIES, {}, extra));
  const url = entries.get('FunctionUrlConfig');
  if (url?.kind === 'map') {
    made.push(plain(raw, 'AWS::Lambda::Url', `${raw.address}Url`, new Map([...url.entries].filter(([key]) => ['AuthType', 'Cors', 'InvokeMode'].includes(key))).set('TargetFunctionArn', reference(raw, 'Arn')), url.at));
    if (textOf(url.entries.get('AuthType')) === 'NONE') {
      made.push(plain(raw, 'AWS::Lambda::Permission', `${raw.address}UrlPublicPermissions`, new Map<string, Tree>([
        ['Action', scalar('lambda:InvokeFunctionUrl', url.at)],
        ['FunctionName', reference(raw, 'Ref')],
        ['FunctionUrlAuthType', scalar('NONE', url.at)],
        ['Principal', scalar('*', url.at)],
      ]), url.at));
    }
  }
  const events = entries.get('Events');
  if (events?.kind === 'map') {
    for (const [name, event] of events.entries) {
      const service = EVENT_PRINCIPALS[textOf(event.kind === 'map' ? event.entries.get('Type') : undefined) ?? ''];
      if (service === undefined) continue;
      made.push(plain(raw, 'AWS::Lambda::Permission', `${raw.address}${name}Permission`, new Map<string, Tree>([
        ['Action', scalar('lambda:InvokeFunction', event.at)],
        ['FunctionName', reference(raw, 'Ref')],
        ['Principal', scalar(service, event.at)],
        // SAM pins the permission to the event's own source, whose ARN is known when the stack is made.
        ['SourceArn', unknown({ kind: 'known-after-apply', detail: `the ARN of event \`${name}\` is known when the stack is made` }, event.at, { parts: ['arn:', null] })],
      ]), event.at));
    }
  }
  return made;
}

const EVENT_PRINCIPALS: Readonly<Record<string, string>> = {
  Api: 'apigateway.amazonaws.com',
  HttpApi: 'apigateway.amazonaws.com',
  S3: 's3.amazonaws.com',
  SNS: 'sns.amazonaws.com',
  Schedule: 'events.amazonaws.com',
  CloudWatchEvent: 'events.amazonaws.com',
  EventBridgeRule: 'events.amazonaws.com',
  CloudWatchLogs: 'logs.amazonaws.com',
  IoTRule: 'iot.amazonaws.com',
  AlexaSkill: 'alexa-appkit.amazon.com',
};

/** The role that SAM makes: trusted by Lambda, the basic policy, and the function's own `Policies`. */
function roleOf(raw: RawResource, address: string, entries: Mapping['entries']): RawResource {
  const { at } = raw;
  const managed: Tree[] = [scalar('arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole', at)];
  const inline: Tree[] = [];
  const policies = entries.get('Policies');
  for (const policy of policies?.kind === 'list' ? policies.items : policies === undefined ? [] : [policies]) {
    const text = textOf(policy);
    if (text !== undefined) managed.push(scalar(text.startsWith('arn:') ? text : `arn:aws:iam::aws:policy/${text}`, policy.at));
    else if (policy.kind === 'map' && policy.entries.has('Statement')) {
      inline.push(mapping([['PolicyName', scalar(`${raw.address}RolePolicy${inline.length}`, policy.at)], ['PolicyDocument', policy]], policy.at));
    } else if (policy.kind === 'map') {
      const [template] = policy.entries.keys();
      const reason = { kind: 'not-supported', detail: `SAM policy template \`${template ?? ''}\` is not expanded` } as const;
      inline.push(mapping([['PolicyName', scalar(template ?? '', policy.at)], ['PolicyDocument', unknown(reason, policy.at)]], policy.at));
    } else if (policy.kind === 'unknown') managed.push(policy);
  }
  const boundary = entries.get('PermissionsBoundary');
  return plain(raw, 'AWS::IAM::Role', address, new Map<string, Tree>([
    ['AssumeRolePolicyDocument', fromJson(TRUST, at)],
    ['ManagedPolicyArns', list(managed, policies?.at ?? at)],
    ...(inline.length === 0 ? [] : [['Policies', list(inline, policies?.at ?? at)] as const]),
    ...(boundary === undefined ? [] : [['PermissionsBoundary', boundary] as const]),
  ]), at);
}

const TRUST: Json = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: ['lambda.amazonaws.com'] }, Action: ['sts:AssumeRole'] }] };

function renamed(raw: RawResource, type: string, address: string, { entries, at }: Mapping, keep: readonly string[], convert: Readonly<Record<string, (tree: Tree) => Tree>>, extra: readonly (readonly [string, Tree])[] = []): RawResource {
  const kept = keep.flatMap((key) => {
    const value = entries.get(key);
    return value === undefined ? [] : [[key, convert[key]?.(value) ?? value] as const];
  });
  return plain(raw, type, address, new Map([...kept, ...extra]), at);
}

/** What is made beside the resource itself names that one in its evidence: only it stands in the template. */
function plain(raw: RawResource, type: string, address: string, entries: ReadonlyMap<string, Tree>, at: Origin): RawResource {
  const properties = mapping(entries, at);
  const written = address === raw.address ? properties : attribute(properties, raw.address);
  return { ...raw, type, address, arguments: written.kind === 'map' ? written : properties };
}

const reference = (raw: RawResource, attribute: string): Tree =>
  unknown({ kind: 'known-after-apply', detail: `\`${raw.address}\` is known when the stack is made` }, raw.at, { parts: [{ address: raw.address, attribute }] });

/** SAM writes the endpoint type alone, CloudFormation a list of types. */
const endpointConfiguration = (tree: Tree): Tree => (tree.kind === 'scalar' ? mapping([['Types', list([tree], tree.at)]], tree.at) : tree);

const keyValues = (tree: Tree): Tree =>
  tree.kind !== 'map' ? tree : list([...tree.entries].map(([key, value]) => mapping([['Key', scalar(key, value.at)], ['Value', value]], value.at)), tree.at, tree.open);
