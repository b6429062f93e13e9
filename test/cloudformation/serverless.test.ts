/** What SAM's types become, and whose address their evidence names. */
import { describe, expect, it } from 'vitest';
import { at, toJson, type RawResource } from '../../src/model/index.js';
import { readTemplate } from '../../src/sources/cloudformation/read.js';

function expanded(resources: string): readonly RawResource[] {
  const result = readTemplate(`Transform: AWS::Serverless-2016-10-31\nResources:\n${resources}`, 't.yaml', { root: '.' });
  expect(result.errors).toEqual([]);
  return result.resources;
}
const named = (all: readonly RawResource[], address: string): RawResource => {
  const found = all.find((one) => one.address === address);
  if (found === undefined) throw new Error(`no ${address} among ${all.map((one) => one.address).join(', ')}`);
  return found;
};

describe('a serverless API', () => {
  const all = expanded('  Shop:\n    Type: AWS::Serverless::Api\n    Properties:\n      StageName: prod\n      TracingEnabled: true\n      Domain:\n        DomainName: api.example.com\n        SecurityPolicy: TLS_1_0\n');

  it('is an API, its stage and its domain', () => {
    expect(all.map(({ type, address }) => [type, address])).toEqual([
      ['AWS::ApiGateway::RestApi', 'Shop'],
      ['AWS::ApiGateway::Stage', 'ShopStage'],
      ['AWS::ApiGateway::DomainName', 'ShopDomain'],
    ]);
    expect(toJson(named(all, 'ShopDomain').arguments)).toEqual({ DomainName: 'api.example.com', SecurityPolicy: 'TLS_1_0' });
  });

  it('names itself where its stage is judged: the stage stands nowhere in the template', () => {
    expect(at(named(all, 'ShopStage').arguments, 'TracingEnabled')?.at).toMatchObject({ address: 'Shop', line: 7 });
    expect(at(named(all, 'Shop').arguments, 'Name')).toBeUndefined();
    expect(named(all, 'Shop').arguments.at).not.toHaveProperty('address');
  });
});

describe('a serverless state machine', () => {
  it('is a state machine at its own name, with its logging and tracing', () => {
    const [machine, ...others] = expanded('  Orders:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Type: EXPRESS\n      Role: arn:aws:iam::111122223333:role/r\n      Logging:\n        Level: ALL\n      Tracing:\n        Enabled: true\n');
    expect(others).toEqual([]);
    expect(machine).toMatchObject({ type: 'AWS::StepFunctions::StateMachine', address: 'Orders' });
    expect(machine === undefined ? undefined : toJson(machine.arguments)).toEqual({ StateMachineType: 'EXPRESS', RoleArn: 'arn:aws:iam::111122223333:role/r', LoggingConfiguration: { Level: 'ALL' }, TracingConfiguration: { Enabled: true } });
  });

  it('without properties is one that logs nothing', () => {
    const [machine] = expanded('  Orders:\n    Type: AWS::Serverless::StateMachine\n');
    expect(machine === undefined ? undefined : toJson(machine.arguments)).toEqual({});
  });
});
