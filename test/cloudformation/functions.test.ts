/** Each intrinsic function in both spellings, with what AWS documents for it, and the exact place of what it gives. */
import { describe, expect, it } from 'vitest';
import { at, toJson, type RawResource, type Tree } from '../../src/model/index.js';
import { readParameterFile } from '../../src/sources/cloudformation/parameters.js';
import { readTemplate, type TemplateOptions } from '../../src/sources/cloudformation/read.js';

const HEAD = `Parameters:
  Name: { Type: String, Default: photos }
  Many: { Type: CommaDelimitedList, Default: "a, b" }
  Nothing: { Type: String }
  Secret: { Type: String, NoEcho: true, Default: hunter2-hunter2 }
  Only: { Type: String, AllowedValues: [one] }
  Stored: { Type: "AWS::SSM::Parameter::Value<String>", Default: /app/ami }
Mappings:
  Sizes: { prod: { disk: 100 } }
Conditions:
  Yes: !Equals [!Ref Name, photos]
  No: !Not [!Condition Yes]
  Both: !And [!Condition Yes, !Condition No]
  Either: !Or [!Condition No, !Condition Yes]
  Unsure: !Equals [!Ref Nothing, x]
  UnsureButNo: !And [!Condition Unsure, !Condition No]
  UnsureButYes: !Or [!Condition Unsure, !Condition Yes]
Resources:
  Other: { Type: AWS::SNS::Topic }
`;

const read = (body: string, options: Partial<TemplateOptions> = {}): ReturnType<typeof readTemplate> => readTemplate(HEAD + body, 't.yaml', { root: '.', ...options });
const resource = (body: string, name = 'R', options: Partial<TemplateOptions> = {}): RawResource => {
  const { resources, errors } = read(body, options);
  expect(errors).toEqual([]);
  const found = resources.find(({ address }) => address === name);
  if (found === undefined) throw new Error(`no ${name} among ${resources.map(({ address }) => address).join(', ')}`);
  return found;
};
const value = (expression: string, options: Partial<TemplateOptions> = {}): Tree | undefined => at(resource(`  R: { Type: AWS::SNS::Topic, Properties: { V: ${expression} } }\n`, 'R', options).arguments, 'V');
const print = (tree: Tree | undefined): unknown => (tree === undefined ? undefined : toJson(tree));

/** Short spelling, full spelling, what both give. */
const known: readonly (readonly [name: string, short: string, full: string, gives: unknown])[] = [
  ['Ref', '!Ref Name', '{ Ref: Name }', 'photos'],
  ['Ref of a list', '!Ref Many', '{ Ref: Many }', ['a', 'b']],
  ['Ref of a resource', '!Ref Other', '{ Ref: Other }', '${Other.Ref}'],
  ['GetAtt', '!GetAtt Other.TopicArn', '{ "Fn::GetAtt": [Other, TopicArn] }', '${Other.TopicArn}'],
  ['Sub', '!Sub "${Name}-x-${!Kept}"', '{ "Fn::Sub": "${Name}-x-${!Kept}" }', 'photos-x-${Kept}'],
  ['Sub with values', '!Sub ["${A}/${Name}", { A: z }]', '{ "Fn::Sub": ["${A}/${Name}", { A: z }] }', 'z/photos'],
  ['Sub of an attribute', '!Sub "${Other.TopicArn}:x"', '{ "Fn::Sub": "${Other.TopicArn}:x" }', '${Other.TopicArn}:x'],
  ['Join', '!Join ["-", [a, !Ref Name]]', '{ "Fn::Join": ["-", [a, { Ref: Name }]] }', 'a-photos'],
  ['Select', '!Select [1, !Ref Many]', '{ "Fn::Select": ["1", { Ref: Many }] }', 'b'],
  ['Split', '!Split ["|", "a|b"]', '{ "Fn::Split": ["|", "a|b"] }', ['a', 'b']],
  ['FindInMap', '!FindInMap [Sizes, prod, disk]', '{ "Fn::FindInMap": [Sizes, prod, disk] }', 100],
  ['FindInMap with a default', '!FindInMap [Sizes, dev, disk, { DefaultValue: 8 }]', '{ "Fn::FindInMap": [Sizes, dev, disk, { DefaultValue: 8 }] }', 8],
  ['If', '!If [Yes, a, b]', '{ "Fn::If": [No, b, a] }', 'a'],
  ['If with equal branches', '!If [Unsure, a, a]', '{ "Fn::If": [Unsure, a, a] }', 'a'],
  ['Base64', '!Base64 "#!/bin/sh"', '{ "Fn::Base64": "#!/bin/sh" }', '#!/bin/sh'],
  ['Cidr', '!Cidr ["10.0.0.0/24", 2, 5]', '{ "Fn::Cidr": ["10.0.0.0/24", 2, 5] }', ['10.0.0.0/27', '10.0.0.32/27']],
  ['Length', '!Length [a, b, c]', '{ "Fn::Length": [a, b, c] }', 3],
  ['ToJsonString', '!ToJsonString { a: [1] }', '{ "Fn::ToJsonString": { a: [1] } }', '{"a":[1]}'],
];

describe('intrinsic functions', () => {
  it.each(known)('%s', (_name, short, full, gives) => {
    expect(print(value(short))).toEqual(gives);
    expect(print(value(full))).toEqual(gives);
  });

  it.each([
    ['a parameter without a value', '!Ref Nothing', /parameter `Nothing` has no value/],
    ['a stored parameter', '!Ref Stored', /`\/app\/ami` is read when the stack is made/],
    ['an unknown choice', '!If [Unsure, a, b]', /condition `Unsure` is not known: parameter `Nothing`/],
    ['zones', '!GetAZs eu-west-1', /availability zones of `eu-west-1`/],
    ['an import', '!ImportValue net', /export `net` of another stack/],
    ['a macro', '{ "Fn::Transform": { Name: M } }', /macro/],
    ['a stranger', '!Ref Stranger', /no parameter or resource `Stranger`/],
    ['a dynamic reference', '"{{resolve:secretsmanager:db:SecretString:password}}"', /read from Secrets Manager/],
  ])('%s is unknown and says why', (_name, expression, why) => {
    const tree = value(expression);
    expect(tree).toMatchObject({ kind: 'unknown', reason: { detail: expect.stringMatching(why) } });
  });

  it('AWS::NoValue removes, and an unknown choice with it leaves open', () => {
    expect(value('!If [No, a, !Ref AWS::NoValue]')).toBeUndefined();
    expect(print(value('[x, !If [No, a, !Ref AWS::NoValue]]'))).toEqual(['x']);
    expect(value('[x, !If [Unsure, a, !Ref AWS::NoValue]]')).toMatchObject({ kind: 'list', items: [{ value: 'x' }], open: { kind: 'unresolved' } });
  });

  it('gives the place of the use, by way of where the value was written', () => {
    const tree = value('!Ref Name');
    expect(tree?.at).toMatchObject({ kind: 'source', file: 't.yaml', line: 20, via: [{ file: 't.yaml', line: 2 }] });
  });

  it('keeps what NoEcho hides for checks, marked', () => {
    expect(value('!Ref Secret')).toMatchObject({ kind: 'scalar', value: 'hunter2-hunter2', sensitive: true });
    expect(print(value('!Ref Secret'))).toBe('(sensitive)');
    expect(print(value('!Ref Only'))).toBe('one');
  });

  it('takes the region that is given, and else keeps its name', () => {
    expect(print(value('!Sub "s3.${AWS::Region}"', { region: 'eu-west-1' }))).toBe('s3.eu-west-1');
    expect(print(value('!Sub "s3.${AWS::Region}"'))).toBe('s3.${AWS::Region}');
  });
});

describe('conditions', () => {
  const exists = (condition: string): string => {
    const found = read(`  R: { Type: AWS::SNS::Topic, Condition: ${condition} }\n`).resources.find(({ address }) => address === 'R');
    return found === undefined ? 'no' : found.conditional === undefined ? 'yes' : 'unknown';
  };
  it.each([['Yes', 'yes'], ['No', 'no'], ['Both', 'no'], ['Either', 'yes'], ['Unsure', 'unknown'], ['UnsureButNo', 'no'], ['UnsureButYes', 'yes']])('%s: %s', (name, answer) => {
    expect(exists(name)).toBe(answer);
  });
  it('in a circle are unknown', () => {
    const { resources } = readTemplate('Conditions:\n  A: !Not [!Condition B]\n  B: !Not [!Condition A]\nResources:\n  R: { Type: AWS::SNS::Topic, Condition: A }\n', 't.yaml', { root: '.' });
    expect(resources[0]?.conditional?.detail).toMatch(/circle: A → B → A/);
  });
});

describe('parameter files', () => {
  it.each([
    ['a list', '[{ "ParameterKey": "Nothing", "ParameterValue": "given" }]'],
    ['a map under Parameters', '{ "Parameters": { "Nothing": "given" } }'],
    ['a plain map in YAML', 'Nothing: given\n'],
  ])('%s', (_name, text) => {
    const { values, errors } = readParameterFile(text, 'p');
    expect(errors).toEqual([]);
    expect(print(value('!Ref Nothing', { parameters: values }))).toBe('given');
  });
  it('that is none says so', () => {
    expect(readParameterFile('"x"', 'p').errors).toEqual([expect.objectContaining({ file: 'p', line: 1 })]);
  });
});

describe('ForEach, nested stacks and SAM', () => {
  it('copies resources with the name put in', () => {
    const { resources, errors } = read('  Fn::ForEach::T:\n    - N\n    - [Red, Blue]\n    - "Topic${N}": { Type: AWS::SNS::Topic, Properties: { TopicName: !Sub "t-${N}", DisplayName: !Ref N } }\n');
    expect(errors).toEqual([]);
    expect(resources.filter(({ address }) => address.startsWith('Topic')).map(({ address, arguments: given }) => [address, toJson(given)])).toEqual([
      ['TopicRed', { TopicName: 't-Red', DisplayName: 'Red' }],
      ['TopicBlue', { TopicName: 't-Blue', DisplayName: 'Blue' }],
    ]);
  });

  it('reads a nested stack with its parameters and outputs', () => {
    const inner = 'Parameters:\n  P: { Type: String }\nResources:\n  Inner: { Type: AWS::SNS::Topic, Properties: { TopicName: !Ref P } }\nOutputs:\n  O: { Value: !Ref P }\n';
    const body = '  N: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: inner.yaml, Parameters: { P: !Ref Name } } }\n  R: { Type: AWS::SNS::Topic, Properties: { DisplayName: !GetAtt N.Outputs.O } }\n';
    const { resources } = read(body, { readNested: (path) => (path === 'inner.yaml' ? { text: inner, file: 'inner.yaml' } : undefined) });
    expect(print(resources.find(({ address }) => address === 'N.Inner')?.arguments)).toEqual({ TopicName: 'photos' });
    expect(print(resources.find(({ address }) => address === 'R')?.arguments)).toEqual({ DisplayName: 'photos' });
  });

  it('says which nested stack is not there', () => {
    const { coverage } = read('  N: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: "https://example.com/x.yaml" } }\n');
    expect(coverage).toEqual([expect.objectContaining({ subject: 'N', answered: false })]);
  });

  it("expands SAM's five types", () => {
    const { resources } = read(`  F: { Type: AWS::Serverless::Function, Properties: { Runtime: nodejs22.x, Handler: i.h, InlineCode: x, FunctionUrlConfig: { AuthType: NONE }, Tracing: Active } }
  A: { Type: AWS::Serverless::Api, Properties: { StageName: prod } }
  H: { Type: AWS::Serverless::HttpApi, Properties: { StageName: prod } }
  T: { Type: AWS::Serverless::SimpleTable }
  L: { Type: AWS::Serverless::LayerVersion, Properties: { LayerName: l } }
`);
    expect(resources.filter(({ address }) => address !== 'Other').map(({ type, address }) => `${type} ${address}`)).toEqual([
      'AWS::IAM::Role FRole',
      'AWS::Lambda::Function F',
      'AWS::Lambda::Url FUrl',
      'AWS::Lambda::Permission FUrlPublicPermissions',
      'AWS::ApiGateway::RestApi A',
      'AWS::ApiGateway::Stage AStage',
      'AWS::ApiGatewayV2::Api H',
      'AWS::ApiGatewayV2::Stage HStage',
      'AWS::DynamoDB::Table T',
      'AWS::Lambda::LayerVersion L',
    ]);
    expect(print(at(resources.find(({ address }) => address === 'F')?.arguments, 'TracingConfig', 'Mode'))).toBe('Active');
  });
});
