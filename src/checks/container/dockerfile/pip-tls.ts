import { all } from '../../../model/index.js';
import { broader, defineCheck, dockerfile } from '../../define.js';
import { at, noOption } from '../judge.js';
import { packageCommand } from '../packages.js';
import { noVariable } from '../variables.js';
import { notWritten } from '../written.js';

export default defineCheck({
  id: 'container-dockerfile-pip-tls',
  title: 'pip verifies certificates',
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
      noOption(file, /^(pip[\d.]*|python[\d.]*|uv|pipenv|pipx)$/, (command) => {
        const asked = packageCommand(command);
        const trusts = asked?.manager === 'pip' && (asked.flags.some((flag) => /^--(trusted|allow-insecure)-host(=|$)/.test(flag)) || (asked.verb === 'config' && asked.operands.some(({ text }) => /(^|\.)trusted-host$/.test(text ?? ''))));
        return trusts ? at(command, '`pip` is told to trust a host whose certificate it cannot verify') : undefined;
      }),
      noVariable(file, /^(PIP_TRUSTED_HOST|UV_INSECURE_HOST)$/, (value) => value !== '', (name) => `\`${name}\` names a host whose certificate is not verified`),
      notWritten(file, /(^|\/)pip\.(conf|ini)$/, /^\s*trusted-host\s*=/m, 'the configuration of `pip` trusts a host whose certificate is not verified'),
    ),
  fix: { dockerfile: 'RUN pip install --no-cache-dir requests==2.32.5' },
  references: ['https://pip.pypa.io/en/stable/cli/pip/#cmdoption-trusted-host'],
  equivalents: { checkov: broader('CKV2_DOCKER_4', 'CKV2_DOCKER_16') },
  examples: {
    good: [
      dockerfile`
        FROM python:3.14-slim
        RUN pip install --no-cache-dir requests==2.32.5
      `,
    ],
    bad: [
      dockerfile`
        FROM python:3.14-slim
        RUN pip3 install --trusted-host pypi.org requests
      `,
      dockerfile`
        FROM python:3.14-slim
        ENV PIP_TRUSTED_HOST=pypi.org
      `,
      dockerfile`
        FROM python:3.14-slim
        RUN export PIP_TRUSTED_HOST=pypi.org && pip install requests
      `,
    ],
    unknown: [
      dockerfile`
        FROM python:3.14-slim
        ARG PIP_TRUSTED_HOST
        RUN pip install requests
      `,
    ],
  },
});
