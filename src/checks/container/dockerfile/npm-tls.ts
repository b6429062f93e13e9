import { all } from '../../../model/index.js';
import { broader, defineCheck, dockerfile } from '../../define.js';
import { at, noCommand } from '../judge.js';
import { noVariable } from '../variables.js';
import { notWritten } from '../written.js';

export default defineCheck({
  id: 'container-dockerfile-npm-tls',
  title: 'npm and yarn verify certificates',
  row: 'encryption',
  severity: 'high',
  on: 'Demarc::Container::BuildFile',
  why: 'Without the verification anybody on the way can answer in the place of the server: what they send is built into the image, with the credentials that were sent to them.',
  cwe: ['CWE-295'],
  judgement: {
    detection: 'easy: an option or a variable',
    effort: 'minutes: install the certificate of the authority',
    reach: 'every image built from the file',
    trap: 'it was a way around an error, and stayed',
  },
  evaluate: (file) =>
    all(
      noCommand(file, (command) => {
        if (!/^(npm|yarn|yarnpkg|pnpm)$/.test(command.name ?? '')) return undefined;
        // Options of its own may stand before: `npm config -g set …`.
        const plain = command.args.filter((arg) => !/^(-g|--global|--location=.*)$/.test(arg));
        const [first = '', second = ''] = plain;
        const set = /^(config|c)$/.test(first) && second === 'set' ? plain.slice(2) : first === 'set' ? plain.slice(1) : [];
        const [key = '', value = ''] = set;
        const open = /^(strict-ssl|enableStrictSsl)$/i.test(key) ? command.words.find(({ text }, i) => text === undefined && /^(strict-ssl|enableStrictSsl)$/i.test(command.words[i - 1]?.text ?? '')) : undefined;
        if (open?.reason !== undefined) return { ...at(open, '`strict-ssl` is set to what is not known'), reason: open.reason };
        const off = set.some((one) => /^(strict-ssl|enableStrictSsl)=["']?false["']?$/i.test(one)) || (/^(strict-ssl|enableStrictSsl)$/i.test(key) && value === 'false') || command.args.some((arg, i) => /^--no-strict-ssl$|^--strict-ssl=false$/.test(arg) || (arg === '--strict-ssl' && command.args[i + 1] === 'false'));
        return off ? at(command, '`strict-ssl` is turned off') : undefined;
      }),
      notWritten(file, /(^|\/)(\.?npmrc|\.yarnrc(\.yml)?)$/, /^\s*["']?(strict-ssl|enableStrictSsl)["']?\s*[=: ]\s*["']?false\b/im, '`strict-ssl` is turned off in the configuration'),
      noVariable(file, /^(npm_config_strict_ssl|yarn_enable_strict_ssl)$/i, (value) => /^(false|0|)$/i.test(value), (name) => `\`${name}\` turns the verification of certificates off`),
    ),
  fix: { dockerfile: 'RUN npm config set strict-ssl true' },
  references: ['https://docs.npmjs.com/cli/v11/using-npm/config#strict-ssl'],
  equivalents: { checkov: broader('CKV2_DOCKER_12', 'CKV2_DOCKER_13') },
  examples: {
    good: [
      dockerfile`
        FROM node:24-slim
        RUN npm config set strict-ssl true
      `,
    ],
    bad: [
      dockerfile`
        FROM node:24-slim
        RUN npm config set strict-ssl false
      `,
      dockerfile`
        FROM node:24-slim
        RUN yarn config set "strict-ssl"=false --global
      `,
      dockerfile`
        FROM node:24-slim
        ENV NPM_CONFIG_STRICT_SSL=false
      `,
    ],
    unknown: [
      dockerfile`
        FROM node:24-slim
        ARG NPM_CONFIG_STRICT_SSL
        RUN npm ci
      `,
    ],
  },
});
