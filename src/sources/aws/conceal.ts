/**
 * Values of environments and scripts may be credentials. They are looked at where they arrive and go no further: what stands for them says
 * whether one was there. So a recording holds none, and says the same as the account did.
 */
import { CONCEALED_CREDENTIAL, concealed } from '../../model/index.js';
import { list, reply, text, type Reply } from './collector.js';
import type { Caller } from './session.js';

/** Whether a text is, or holds, a credential; `name` is what it stands under. */
export type LooksSecret = (text: string, name?: string) => boolean;

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

/** What holds variables in the types that come through Cloud Control: a map, or pairs of name and value. */
const VARIABLES = /^(?:Runtime)?Environment(?:Variables)?$|^Variables$/;

/** Any part of a resource of any type: variables are not kept, and of the rest nothing that is a credential. */
function anywhere(one: unknown, name: string, looks: LooksSecret): unknown {
  if (typeof one === 'string') return looks(one, name) ? concealed(one, true) : one;
  if (Array.isArray(one)) return VARIABLES.test(name) && one.every((pair) => typeof reply(pair)['Value'] === 'string') ? pairs(list(one).map((pair) => ({ ...pair, Name: pair['Name'] ?? pair['Key'] })), 'Name', 'Value', looks) : one.map((item) => anywhere(item, name, looks));
  if (one === null || typeof one !== 'object') return one;
  const inside = Object.entries(one);
  if (VARIABLES.test(name) && inside.every(([, value]) => typeof value === 'string')) return values(one, looks);
  return Object.fromEntries(inside.map(([key, value]) => [key, anywhere(value, key, looks)]));
}

/** What cannot be read is left to who reads it. */
function described(description: Reply, looks: LooksSecret): Reply {
  try {
    return { ...description, Properties: JSON.stringify(anywhere(JSON.parse(text(description['Properties']) ?? ''), '', looks)) };
  } catch {
    return without(description, 'Properties');
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
  'cloudcontrol ListResourcesCommand': (page) => ({ ...page, ResourceDescriptions: list(page['ResourceDescriptions']).map((one) => without(one, 'Properties')) }),
  'cloudcontrol GetResourceCommand': (page, looks) => ({ ...page, ResourceDescription: described(reply(page['ResourceDescription']), looks) }),
  'ssm GetDocumentCommand': (page, looks) => (looks(text(page['Content']) ?? '') ? { ...page, Content: CONCEALED_CREDENTIAL } : page),
  'sfn DescribeStateMachineCommand': (page, looks) => (looks(text(page['definition']) ?? '') ? { ...page, definition: CONCEALED_CREDENTIAL } : page),
};

/** Answers as the caller does, with credentials concealed. Without a judge every value counts as one. */
export function concealing(caller: Caller, looks: LooksSecret = () => true): Caller {
  return {
    get calls() {
      return caller.calls;
    },
    home: () => caller.home(),
    send: async (service, region, command, input) => {
      const page = await caller.send(service, region, command, input);
      return PLACES[`${service} ${command}`]?.(page, looks) ?? page;
    },
    end: () => caller.end(),
  };
}
