import { describe, expect, it } from 'vitest';
import { loadSchemas, propertyAt } from '../../src/schema/aws/index.js';
import { defaultOf, documentedDefaults } from '../../src/schema/defaults/index.js';

const all = [...documentedDefaults()];
/** Lists of keys and values: a default is that of one key. */
const bags = ['LoadBalancerAttributes'];

describe('documented defaults', () => {
  it('name properties that the schema has, with a value of their kind', async () => {
    const schemas = await loadSchemas(all.map(({ type }) => type));
    for (const { type, path, value } of all) {
      const [first] = path.split('.');
      const property = propertyAt(schemas.get(type)!, bags.includes(first!) ? first! : path);
      expect(property, `${type} ${path}`).toBeDefined();
      const kind = property!.kind.kind;
      const fits: Readonly<Record<string, boolean>> = {
        string: typeof value === 'string',
        boolean: typeof value === 'boolean',
        integer: Number.isInteger(value),
        number: typeof value === 'number',
        list: Array.isArray(value) || bags.includes(first!),
        object: typeof value === 'object',
      };
      expect(fits[kind] ?? true, `${type} ${path}: ${kind}`).toBe(true);
    }
  });

  it('never state a default of what a template must write', async () => {
    const schemas = await loadSchemas(all.map(({ type }) => type));
    for (const { type, path, dialect } of all.filter((row) => row.dialect === 'cloudformation')) {
      // A member that is required in a parent that is not: the row holds where the parent is left out.
      const steps = path.split('.').map((_, index, whole) => propertyAt(schemas.get(type)!, whole.slice(0, index + 1).join('.')));
      expect(steps.every((step) => step?.required === true), `${type} ${path} ${dialect}`).toBe(false);
    }
  });

  it('each name the page that says so', () => {
    for (const { type, path, dialect, reference } of all) {
      expect(reference, `${type} ${path}`).toMatch(/^https:\/\/(docs\.aws\.amazon\.com\/\S+\.html(#\S+)?|registry\.terraform\.io\/providers\/hashicorp\/aws\/latest\/docs\/resources\/[a-z0-9_]+#[a-z0-9_]+)$/);
      if (reference.includes('registry.terraform.io')) expect(dialect).toBe('terraform');
    }
  });

  it('keep the dialects apart where they differ', () => {
    const value = (type: string, path: string, dialect: 'cloudformation' | 'terraform' | 'api') => defaultOf(type, path, dialect)?.value;
    expect(value('AWS::RDS::DBInstance', 'BackupRetentionPeriod', 'cloudformation')).toBe(1);
    expect(value('AWS::RDS::DBInstance', 'BackupRetentionPeriod', 'terraform')).toBe(0);
    expect(value('AWS::RDS::DBInstance', 'PubliclyAccessible', 'terraform')).toBe(false);
    expect(value('AWS::RDS::DBInstance', 'PubliclyAccessible', 'cloudformation')).toBeUndefined();
    expect(value('AWS::EC2::SecurityGroup', 'SecurityGroupEgress', 'terraform')).toEqual([]);
    expect(value('AWS::EC2::SecurityGroup', 'SecurityGroupEgress', 'cloudformation')).toHaveLength(2);
  });

  it('tell a bucket without a block from one whose block leaves a setting out', () => {
    expect(defaultOf('AWS::S3::Bucket', 'PublicAccessBlockConfiguration', 'terraform')?.value).toMatchObject({ BlockPublicAcls: true });
    expect(defaultOf('AWS::S3::Bucket', 'PublicAccessBlockConfiguration.BlockPublicAcls', 'terraform')?.value).toBe(false);
    expect(defaultOf('AWS::S3::Bucket', 'PublicAccessBlockConfiguration', 'api')).toBeUndefined();
    expect(defaultOf('AWS::S3::Bucket', 'PublicAccessBlockConfiguration.BlockPublicAcls', 'api')?.value).toBe(false);
  });

  it('state none where it depends on things outside the resource', () => {
    for (const dialect of ['cloudformation', 'terraform', 'api'] as const) {
      expect(defaultOf('AWS::EC2::Instance', 'MetadataOptions.HttpTokens', dialect)).toBeUndefined();
      expect(defaultOf('AWS::RDS::DBCluster', 'StorageEncrypted', dialect)).toBeUndefined();
    }
  });
});
