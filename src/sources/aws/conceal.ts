/**
 * Values of environments and scripts may be credentials. They are looked at where they arrive and go no further: what stands for them says
 * whether one was there. So a recording holds none, and says the same as the account did.
 */
import { CONCEALED_CREDENTIAL, concealed } from '../../model/index.js';
import { list, reply, text, type Reply } from './collector.js';
import type { Caller } from './session.js';

/** Whether a text is, or holds, a credential; `name` is what it stands under. */
export type LooksSecret = (text: string, name?: string) => boolean;

/** Takes credentials out of texts. */
export interface Hides {
  /** By their shape alone: in a policy a name as `aws:TokenIssueTime` holds no token. */
  readonly anywhere: (text: string) => string;
  /** Also what stands under a telling name: of commands, scripts, descriptions. */
  readonly prose: (text: string) => string;
}

/** Under what a pair says its name, and its value. */
const LABEL = ['Key', 'key', 'TagKey', 'Name', 'name'] as const;
const HELD = /^(?:Tag)?Value$/i;

type Conceal = (page: Reply, looks: LooksSecret) => Reply;

/** A reply without some of its members: what may be a credential and is not asked about. */
const without = (item: Reply, ...names: readonly string[]): Reply => Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));

const value = (one: unknown, name: string, looks: LooksSecret): unknown => (typeof one === 'string' ? concealed(one, looks(one, name)) : one);
const values = (map: unknown, looks: LooksSecret): Reply => Object.fromEntries(Object.entries(reply(map)).map(([name, one]) => [name, value(one, name, looks)]));
/** Pairs of a name and a value, however they are called. */
const pairs = (items: unknown, name: string, of: string, looks: LooksSecret): readonly Reply[] | undefined => (Array.isArray(items) ? list(items).map((item) => ({ ...item, [of]: value(item[of], text(item[name]) ?? '', looks) })) : undefined);

/** A script in Base64: the lines that hold a credential, concealed; the rest is not kept. */
function script(encoded: unknown, looks: LooksSecret): unknown {
  if (typeof encoded !== 'string' || encoded === '') return encoded;
  const lines = Buffer.from(encoded, 'base64').toString('utf8').split('\n');
  const kept = lines.map((line) => (looks(line) || looks(...assignment(line)) ? concealed(line, true) : ''));
  return Buffer.from(kept.join('\n').trimEnd() === '' ? `# ${concealed(lines.join('\n'), false)}` : kept.join('\n'), 'utf8').toString('base64');
}

/** `export NAME='value'` → the value, and its name. */
function assignment(line: string): readonly [string, string] {
  const match = /^\s*(?:export\s+|set\s+|\$env:)?([A-Za-z_][\w.-]{0,100})\s*[=:]\s*["']?([^"'\s]{1,500})/.exec(line);
  return [match?.[2] ?? '', match?.[1] ?? ''];
}

/** Namespaces of Elastic Beanstalk that only choose between words of AWS's. */
const PLATFORM = /^aws:elasticbeanstalk:(?:healthreporting:system|managedactions(?::platformupdate)?|environment(?::process:.*)?)$/;
const model = (item: unknown, looks: LooksSecret): unknown => (reply(item)['Environment'] === undefined ? item : { ...reply(item), Environment: values(reply(item)['Environment'], looks) });

const container = (item: Reply, looks: LooksSecret): Reply => ({ ...item, environment: pairs(item['environment'], 'name', 'value', looks) });

/** A distribution, with what it shows to its origins as a header. */
const origins = (config: Reply, looks: LooksSecret): Reply => ({
  ...config,
  Origins: { ...reply(config['Origins']), Items: list(reply(config['Origins'])['Items']).map((one) => (one['CustomHeaders'] === undefined ? one : { ...one, CustomHeaders: { ...reply(one['CustomHeaders']), Items: pairs(reply(one['CustomHeaders'])['Items'], 'HeaderName', 'HeaderValue', looks) } })) },
});

/** Where a build has its code from: what it does with it is not needed, and who signs in at the address is not told. */
const checkout = (source: unknown): Reply => {
  const rest = without(reply(source), 'buildspec');
  return { ...rest, ...(typeof rest['location'] === 'string' ? { location: rest['location'].replace(/\/\/[^/@\s]+@/, '//concealed:concealed@') } : {}) };
};

/** Properties as JSON, of whatever type: values of environments, and what stands under a telling name. */
function inProperties(written: unknown, looks: LooksSecret): unknown {
  if (typeof written !== 'string') return written;
  const walk = (one: unknown, name: string, environment: boolean): unknown => {
    if (typeof one === 'string') return environment || looks(one, name) ? concealed(one, looks(one, name)) : one;
    if (Array.isArray(one)) return one.map((item: unknown) => walk(item, name, environment));
    if (one === null || typeof one !== 'object') return one;
    const members = one as Reply;
    const label = LABEL.map((key) => members[key]).find((key) => typeof key === 'string');
    return Object.fromEntries(Object.entries(members).map(([member, inner]) => [member, typeof inner === 'string' && LABEL.some((key) => key === member) ? inner : walk(inner, HELD.test(member) && typeof label === 'string' ? label : member, environment || /environment|variables$/i.test(member))]));
  };
  try {
    return JSON.stringify(walk(JSON.parse(written), '', false));
  } catch {
    return written; // the collector says that it cannot be read
  }
}

/** Where replies hold such values, by service and command. */
const PLACES: Readonly<Record<string, Conceal>> = {
  'lambda ListFunctionsCommand': (page, looks) => ({ ...page, Functions: list(page['Functions']).map((item) => (item['Environment'] === undefined ? item : { ...item, Environment: { ...reply(item['Environment']), Variables: values(reply(item['Environment'])['Variables'], looks) } })) }),
  'ecs DescribeTaskDefinitionCommand': (page, looks) => {
    const definition = reply(page['taskDefinition']);
    return { ...page, taskDefinition: { ...definition, containerDefinitions: list(definition['containerDefinitions']).map((item) => container(item, looks)) } };
  },
  'ec2 DescribeInstanceAttributeCommand': (page, looks) => ({ ...page, UserData: { Value: script(reply(page['UserData'])['Value'], looks) } }),
  'ec2 DescribeLaunchTemplateVersionsCommand': (page, looks) => ({
    ...page,
    LaunchTemplateVersions: list(page['LaunchTemplateVersions']).map((item) => {
      const data = reply(item['LaunchTemplateData']);
      return { ...item, LaunchTemplateData: data['UserData'] === undefined ? data : { ...data, UserData: script(data['UserData'], looks) } };
    }),
  }),
  'autoscaling DescribeLaunchConfigurationsCommand': (page, looks) => ({ ...page, LaunchConfigurations: list(page['LaunchConfigurations']).map((item) => ({ ...item, UserData: script(item['UserData'], looks) })) }),
  'codebuild BatchGetProjectsCommand': (page, looks) => ({
    ...page,
    projects: list(page['projects']).map((item) => {
      const environment = reply(item['environment']);
      return { ...item, source: checkout(item['source']), secondarySources: list(item['secondarySources']).map(checkout), environment: { ...environment, environmentVariables: pairs(environment['environmentVariables'], 'name', 'value', looks) } };
    }),
  }),
  'batch DescribeJobDefinitionsCommand': (page, looks) => ({
    ...page,
    jobDefinitions: list(page['jobDefinitions']).map((definition) => {
      const item = without(definition, 'eksProperties', 'parameters');
      const ranges = reply(item['nodeProperties'])['nodeRangeProperties'];
      const tasks = reply(item['ecsProperties'])['taskProperties'];
      return {
        ...item,
        ...(item['containerProperties'] === undefined ? {} : { containerProperties: container(reply(item['containerProperties']), looks) }),
        ...(ranges === undefined ? {} : { nodeProperties: { ...reply(item['nodeProperties']), nodeRangeProperties: list(ranges).map(({ targetNodes, container: one, instanceTypes }) => ({ targetNodes, instanceTypes, container: container(reply(one), looks) })) } }),
        ...(tasks === undefined ? {} : { ecsProperties: { taskProperties: list(tasks).map((task) => ({ ...task, containers: list(task['containers']).map((one) => container(one, looks)) })) } }),
      };
    }),
  }),
  'apigateway GetStagesCommand': (page, looks) => ({ ...page, item: list(page['item']).map((item) => (item['variables'] === undefined ? item : { ...item, variables: values(item['variables'], looks) })) }),
  'elasticbeanstalk DescribeConfigurationSettingsCommand': (page, looks) => ({
    ...page,
    ConfigurationSettings: list(page['ConfigurationSettings']).map((item) => ({ ...item, OptionSettings: list(item['OptionSettings']).map((one) => (PLATFORM.test(text(one['Namespace']) ?? '') ? one : (pairs([one], 'OptionName', 'Value', looks) ?? [])[0])) })),
  }),
  'apigatewayv2 GetStagesCommand': (page, looks) => ({ ...page, Items: list(page['Items']).map((item) => (item['StageVariables'] === undefined ? item : { ...item, StageVariables: values(item['StageVariables'], looks) })) }),
  'cloudfront ListDistributionsCommand': (page, looks) => ({ ...page, DistributionList: { ...reply(page['DistributionList']), Items: list(reply(page['DistributionList'])['Items']).map((item) => origins(item, looks)) } }),
  'cloudfront GetDistributionConfigCommand': (page, looks) => ({ ...page, DistributionConfig: origins(reply(page['DistributionConfig']), looks) }),
  'cognito-idp DescribeUserPoolClientCommand': (page) => ({ ...page, UserPoolClient: without(reply(page['UserPoolClient']), 'ClientSecret') }),
  // Parameters and outputs are whatever their author wrote.
  'cloudformation DescribeStacksCommand': (page) => ({ ...page, Stacks: list(page['Stacks']).map((stack) => without(stack, 'Parameters', 'Outputs')) }),
  // Whether a password that comes is one in the clear is asked; what comes encrypted is not.
  'glue GetConnectionsCommand': (page, looks) => ({ ...page, ConnectionList: list(page['ConnectionList']).map((item) => ({ ...item, ConnectionProperties: values(item['ConnectionProperties'], looks) })) }),
  'glue GetJobsCommand': (page, looks) => ({ ...page, Jobs: list(page['Jobs']).map((item) => ({ ...item, DefaultArguments: values(item['DefaultArguments'], looks), NonOverridableArguments: values(item['NonOverridableArguments'], looks), CodeGenConfigurationNodes: undefined })) }),
  'glue GetDevEndpointsCommand': (page, looks) => ({ ...page, DevEndpoints: list(page['DevEndpoints']).map((item) => ({ ...item, Arguments: values(item['Arguments'], looks) })) }),
  'sagemaker DescribeModelCommand': (page, looks) => ({ ...page, PrimaryContainer: model(page['PrimaryContainer'], looks), Containers: page['Containers'] === undefined ? undefined : list(page['Containers']).map((one) => model(one, looks)) }),
  'sagemaker DescribeDataQualityJobDefinitionCommand': (page, looks) => ({ ...page, DataQualityAppSpecification: model(page['DataQualityAppSpecification'], looks) }),
  // Tokens of where it delivers to, and passwords of realms, are not needed.
  'firehose DescribeDeliveryStreamCommand': (page) => ({ ...page, DeliveryStreamDescription: { ...reply(page['DeliveryStreamDescription']), Destinations: [] } }),
  'emr DescribeClusterCommand': (page) => {
    const cluster = reply(page['Cluster']);
    return { ...page, Cluster: { ...cluster, Configurations: undefined, KerberosAttributes: cluster['KerberosAttributes'] === undefined ? undefined : { Realm: reply(cluster['KerberosAttributes'])['Realm'] } } };
  },
  'dms DescribeEndpointsCommand': (page) => ({
    ...page,
    Endpoints: list(page['Endpoints']).map((item) => Object.fromEntries(Object.entries(item).filter(([name]) => name === 'S3Settings' || !/Settings$|^ExtraConnectionAttributes$/.test(name)))),
  }),
  'cloudcontrol GetResourceCommand': (page, looks) => {
    const description = reply(page['ResourceDescription']);
    return { ...page, ResourceDescription: { ...description, Properties: inProperties(description['Properties'], looks) } };
  },
  'sfn DescribeStateMachineCommand': (page, looks) => (looks(text(page['definition']) ?? '') ? { ...page, definition: CONCEALED_CREDENTIAL } : page),
};

/** Members that hold what somebody wrote in his own words. */
const PROSE = /^(?:command|entryPoint|description|comment|content|args|arguments|message|reason|statusReason|healthCheck|definition)$/i;
/** What stands for a value under a telling name in them: no check looks there by name. */
const HIDDEN = '****';
/** Members of AWS's, which say what they say; what has other characters in its name is a name that somebody chose. */
const MEMBER = /^[A-Za-z][A-Za-z0-9]*$/;
/** Ids of keys are told for their age and use; the key itself no reply holds. */
const KEY_ID = /^AccessKeyId$/i;

/** A reply in which no text holds a credential any more, whatever it is of. */
function hidden(value: unknown, looks: LooksSecret, hides: Hides, name = '', prose = false): unknown {
  if (typeof value === 'string') return KEY_ID.test(name) ? value : unveiled(value, prose ? hides.prose : hides.anywhere, prose ? looks : undefined);
  if (Array.isArray(value)) return value.map((one: unknown) => hidden(one, looks, hides, name, prose));
  if (value === null || typeof value !== 'object' || value instanceof Date || value instanceof Uint8Array) return value;
  const members = value as Reply;
  const label = LABEL.map((one) => members[one]).find((one) => typeof one === 'string');
  return Object.fromEntries(
    Object.entries(members).map(([member, one]) => {
      const said = HELD.test(member) && typeof label === 'string' ? label : MEMBER.test(member) && member !== member.toUpperCase() ? undefined : member;
      if (said !== undefined && typeof one === 'string' && looks(one, said)) return [member, concealed(one, true)];
      return [member, hidden(one, looks, hides, member, prose || PROSE.test(member))];
    }),
  );
}

/** A text without credentials; documents that come encoded as in a URL, or as JSON, stay what they are. */
function unveiled(text: string, hide: (text: string) => string, looks?: LooksSecret): string {
  if (text.startsWith('%7B')) {
    try {
      const plain = decodeURIComponent(text);
      const clean = hide(plain);
      return clean === plain ? text : encodeURIComponent(clean);
    } catch {
      return hide(text);
    }
  }
  if (!/^\s*[{[]/.test(text)) return hide(text);
  try {
    const plain: unknown = JSON.parse(text);
    const clean = within(plain, hide, looks);
    const before = JSON.stringify(plain);
    const after = JSON.stringify(clean);
    // Written anew only where there was something.
    return before === after ? text : after;
  } catch {
    return hide(text);
  }
}

function within(value: unknown, hide: (text: string) => string, looks: LooksSecret | undefined, name = ''): unknown {
  if (typeof value === 'string') return looks?.(value, name) === true && hide(value) === value ? HIDDEN : hide(value);
  if (Array.isArray(value)) return value.map((one: unknown) => within(one, hide, looks, name));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, within(one, hide, looks, name)]));
}

/** Answers as the caller does, with credentials concealed. Without a judge every value counts as one. `hides`: of replies that no recording has seen. */
export function concealing(caller: Caller, looks: LooksSecret = () => true, hides?: Hides): Caller {
  return {
    get calls() {
      return caller.calls;
    },
    home: () => caller.home(),
    send: async (service, region, command, input) => {
      const page = await caller.send(service, region, command, input);
      const told = PLACES[`${service} ${command}`]?.(page, looks) ?? page;
      return hides === undefined ? told : (hidden(told, looks, hides) as Reply);
    },
    end: () => caller.end(),
  };
}
