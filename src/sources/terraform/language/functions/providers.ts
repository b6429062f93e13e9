/** Functions of providers that need nothing but their arguments. */
import { TextBuilder } from '../parts.js';
import { errorValue, objectValue, stringValue, type TfValue } from '../value.js';
import { string, textOf, type Family } from './rule.js';

const FIELDS = ['partition', 'service', 'region', 'account_id', 'resource'] as const;

function parseArn(arn: string): TfValue {
  const [prefix, ...fields] = arn.split(':');
  if (prefix !== 'arn' || fields.length < 5) return errorValue(`\`${arn.slice(0, 80)}\` is no ARN`);
  const values = [...fields.slice(0, 4), fields.slice(4).join(':')];
  return objectValue(FIELDS.map((name, index) => [name, stringValue(values[index]!)] as const));
}

export const providers: Family = {
  'provider::aws::arn_parse': { parameters: [string], run: ([arn]) => parseArn(textOf(arn)) },
  'provider::aws::arn_build': {
    parameters: [string, string, string, string, string],
    partial: true,
    run: (fields, { at }) => {
      const builder = new TextBuilder();
      builder.add('arn');
      for (const field of fields) {
        builder.add(':');
        builder.value(field);
      }
      return builder.build(at);
    },
  },
  'provider::aws::trim_iam_role_path': {
    parameters: [string],
    run: ([arn]) => stringValue(textOf(arn).replace(/:role\/.*\//, ':role/')),
  },
};
