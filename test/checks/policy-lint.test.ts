import { describe, expect, it } from 'vitest';
import { policyDocuments } from '../../src/checks/aws/policy-lint.js';
import { propertyAt, schemaOf } from '../../src/schema/aws/index.js';

describe('documents that are linted', () => {
  it.each(Object.entries(policyDocuments).filter(([type]) => type.startsWith('AWS::')))('%s has them', async (type, properties) => {
    const schema = await schemaOf(type);
    expect(schema, type).toBeDefined();
    for (const name of Object.keys(properties)) expect(schema === undefined ? undefined : propertyAt(schema, name), name).toBeDefined();
  });
});
