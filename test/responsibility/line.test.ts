import { describe, expect, it } from 'vitest';
import { fromJson, layers, list, mapping, unknown, type Json, type Layer, type Origin, type Tree } from '../../src/model/index.js';
import { lineOf, loadLines, ownerWords, type KnobbedLine, type Line } from '../../src/responsibility/index.js';
import { typeNames } from '../../src/schema/aws/index.js';

const at: Origin = { kind: 'source', file: 'main.tf', line: 1, column: 1 };
const tree = (json: Json): Tree => fromJson(json, at);
const row = (line: Line, layer: Layer) => line.layers.find((one) => one.layer === layer)!;
const knobs = (line: KnobbedLine, layer: Layer) => line.layers.find((one) => one.layer === layer)!.knobs;

describe('the line', () => {
  it('answers for every type of the provider, all layers, in order', () => {
    const start = performance.now();
    for (const type of typeNames()) {
      const line = lineOf(type);
      expect(line.layers.map(({ layer }) => layer)).toEqual(layers);
      for (const { owner, decision, reference } of line.layers) {
        expect(Object.keys(ownerWords)).toContain(owner);
        expect(decision.length).toBeGreaterThan(10);
        expect(reference).toMatch(/^https:\/\//);
      }
      expect(row(line, 'facilities').owner).toBe('provider');
    }
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it('moves from machine to function', () => {
    const owners = (type: string, layer: Layer) => row(lineOf(type), layer).owner;
    expect(owners('AWS::EC2::Instance', 'os')).toBe('customer');
    expect(owners('AWS::RDS::DBInstance', 'os')).toBe('provider');
    expect(owners('AWS::RDS::DBInstance', 'runtime')).toBe('shared');
    expect(owners('AWS::Lambda::Function', 'os')).toBe('provider');
    expect(owners('AWS::S3::Bucket', 'encryption')).toBe('shared');
    expect(owners('AWS::S3::Bucket', 'data')).toBe('customer');
    expect(owners('AWS::S3::Bucket', 'application')).toBe('not-applicable');
    expect(owners('AWS::EC2::Route', 'network')).toBe('customer');
    expect(owners('AWS::EC2::Route', 'os')).toBe('not-applicable');
  });

  it.each<readonly [string, Json, Layer, string, string | undefined]>([
    ['AWS::ECS::Service', { LaunchType: 'FARGATE' }, 'os', 'provider', 'LaunchType = FARGATE'],
    ['AWS::ECS::Service', { LaunchType: 'EC2' }, 'os', 'customer', 'LaunchType = EC2'],
    ['AWS::ECS::Service', { LaunchType: 'EXTERNAL' }, 'facilities', 'customer', 'LaunchType = EXTERNAL'],
    ['AWS::ECS::Service', { CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE' }, { CapacityProvider: 'FARGATE_SPOT' }] }, 'os', 'provider', 'CapacityProviderStrategy.CapacityProvider = FARGATE, FARGATE_SPOT'],
    ['AWS::ECS::Service', { CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE' }, { CapacityProvider: 'mine' }] }, 'os', 'customer', 'CapacityProviderStrategy.CapacityProvider = FARGATE, mine'],
    ['AWS::ECS::Service', {}, 'os', 'shared', undefined],
    ['AWS::ECS::TaskDefinition', { RequiresCompatibilities: ['FARGATE'] }, 'os', 'provider', 'RequiresCompatibilities = FARGATE'],
    ['AWS::ECS::TaskDefinition', { RequiresCompatibilities: ['EC2', 'FARGATE'] }, 'os', 'customer', 'RequiresCompatibilities = EC2, FARGATE'],
    ['AWS::EKS::Cluster', { ComputeConfig: { Enabled: true } }, 'os', 'shared', 'ComputeConfig.Enabled = true'],
    ['AWS::EKS::Cluster', {}, 'os', 'customer', undefined],
    ['AWS::EKS::Nodegroup', { AmiType: 'AL2023_x86_64_STANDARD' }, 'os', 'shared', 'AmiType = AL2023_x86_64_STANDARD'],
    ['AWS::EKS::Nodegroup', { AmiType: 'CUSTOM' }, 'os', 'customer', 'AmiType = CUSTOM'],
    ['AWS::Lambda::Function', { Runtime: 'python3.13' }, 'runtime', 'shared', undefined],
    ['AWS::Lambda::Function', { PackageType: 'Image' }, 'runtime', 'customer', 'PackageType = Image'],
    ['AWS::Lambda::Function', { Code: { ImageUri: 'x' } }, 'runtime', 'customer', 'Code.ImageUri = x'],
    ['AWS::Lambda::Function', { Runtime: 'provided.al2023' }, 'runtime', 'customer', 'Runtime = provided.al2023'],
    ['AWS::RDS::DBInstance', { Engine: 'custom-oracle-ee' }, 'os', 'customer', 'Engine = custom-oracle-ee'],
    ['AWS::RDS::DBInstance', { Engine: 'postgres' }, 'os', 'provider', undefined],
    ['AWS::RDS::DBInstance', { ManageMasterUserPassword: true }, 'secrets', 'shared', 'ManageMasterUserPassword = true'],
    ['AWS::RDS::DBCluster', { EngineMode: 'serverless' }, 'encryption', 'shared', 'EngineMode = serverless'],
    ['AWS::KMS::Key', { Origin: 'EXTERNAL' }, 'resilience', 'customer', 'Origin = EXTERNAL'],
  ])('%s with %j: %s is held by %s', (type, properties, layer, owner, movedBy) => {
    const found = row(lineOf(type, tree(properties)), layer);
    expect(found.owner).toBe(owner);
    expect(found.movedBy).toBe(movedBy);
  });

  it('takes the documented default of the language where nothing is written', () => {
    expect(row(lineOf('AWS::ECS::Service', tree({}), 'terraform'), 'os')).toMatchObject({ owner: 'customer', movedBy: 'LaunchType = EC2' });
    const strategy = tree({ CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE' }] });
    expect(row(lineOf('AWS::ECS::Service', strategy, 'terraform'), 'os').owner).toBe('provider');
  });

  it('does not move by what it does not know, and says what it hangs on', () => {
    const reason = { kind: 'unresolved', detail: 'var.x has no value' } as const;
    const hidden = mapping([['LaunchType', unknown(reason, at)]], at);
    expect(row(lineOf('AWS::ECS::Service', hidden), 'os')).toMatchObject({ owner: 'shared', hangsOn: ['LaunchType'] });
    const open = mapping([['RequiresCompatibilities', list([tree('FARGATE')], at, reason)]], at);
    expect(row(lineOf('AWS::ECS::TaskDefinition', open), 'os').movedBy).toBeUndefined();
    const decided = mapping([['RequiresCompatibilities', list([tree('EC2')], at, reason)]], at);
    expect(row(lineOf('AWS::ECS::TaskDefinition', decided), 'os').owner).toBe('customer');
    expect(row(lineOf('AWS::Lambda::Function'), 'runtime').hangsOn).toEqual(['PackageType', 'Code.ImageUri', 'Runtime']);
  });

  it('lists the knobs of a layer with their documented defaults', async () => {
    const lines = await loadLines(['AWS::S3::Bucket', 'AWS::RDS::DBInstance']);
    const block = knobs(lines.of('AWS::S3::Bucket'), 'data').find(({ path }) => path === 'PublicAccessBlockConfiguration.BlockPublicAcls');
    // A bucket without a block: the default of new buckets, not that of a block that leaves the setting out.
    expect(block).toMatchObject({ default: true, reference: expect.stringMatching(/^https:/) as string });
    const days = knobs(lines.of('AWS::RDS::DBInstance', undefined, 'terraform'), 'resilience').find(({ path }) => path === 'BackupRetentionPeriod');
    expect(days?.default).toBe(0);
  });

  it('has rows for pseudo-types, and for what nobody knows at least the provider’s', () => {
    expect(row(lineOf('Demarc::IAM::PasswordPolicy'), 'identity').owner).toBe('customer');
    const strange = lineOf('Custom::Thing');
    expect(strange.basis).toBe('unknown');
    expect(row(strange, 'platform').owner).toBe('provider');
  });

  it('speaks the words of the standards', () => {
    expect(ownerWords.shared.oscal).toEqual(['inherited', 'satisfied']);
    expect(ownerWords.provider.csa).toBe('CSP-owned');
  });
});
