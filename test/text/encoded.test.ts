import { expect, it } from 'vitest';
import { decoding } from '../../src/app/encoded.js';
import { marks } from '../git/repository.js';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const scan = decoding((text) => marks(text));
const found = (text: string): readonly string[] => scan(text, 'a').map(({ fingerprint, line, column, endColumn }) => `${fingerprint} ${line}:${column}-${endColumn ?? ''}`);

it('looks into the data of Secrets', () => {
  const value = base64('SECRET-manifest');
  expect(found(`apiVersion: v1\nkind: Secret\ndata:\n  password: ${value}\n  other: dXNlcg==\n`)).toEqual([`manifest 4:13-${13 + value.length}`]);
  expect(found(JSON.stringify({ kind: 'Secret', data: { password: value } }))).toEqual([expect.stringMatching(/^manifest 1:/) as string]);
});

it('looks into user data of states, plans and templates', () => {
  const script = base64('#!/bin/sh\nexport A=SECRET-script\n');
  expect(found(`{"resources":[{"user_data_base64":"${script}"}]}`)).toEqual([expect.stringMatching(/^script 1:36-/) as string]);
  expect(found(`resource "aws_instance" "i" {\n  user_data = "${script}"\n}\n`)).toEqual([expect.stringMatching(/^script 2:16-/) as string]);
});

it('leaves alone what is no text, or stands elsewhere', () => {
  expect(found(`kind: Secret\ndata:\n  key: ${Buffer.from([0, 1, 2, 3, 255, 254, 253, 9, 10, 11, 12, 13]).toString('base64')}\n`)).toEqual([]);
  expect(found(`kind: ConfigMap\ndata:\n  key: ${base64('SECRET-elsewhere')}\n`)).toEqual([]);
  expect(found(`kind: Secret\nstringData:\n  key: SECRET-plain\n`)).toEqual(['plain 3:8-']);
});
