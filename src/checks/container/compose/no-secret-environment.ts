import { all, type Condition, cursor, every, evidenceOf, fails, holds, type View } from '../../../model/index.js';
import { compose, defineCheck } from '../../define.js';
import { credential } from '../credentials.js';
import { type Variable } from '../types.js';

const plain = ({ Name: name, Value: value }: View<Variable>): Condition => {
  const named = cursor(name).tree;
  const held = cursor(value).tree;
  const evidence = [evidenceOf(value)];
  const key = named?.kind === 'scalar' ? String(named.value) : '';
  // A value that is handed on from where Compose runs is not written here.
  if (held?.kind !== 'scalar' || held.value === null) return holds(evidence);
  return credential(String(held.value), key) ? fails(evidence, `\`${key}\` holds a credential`) : holds(evidence);
};

export default defineCheck({
  id: 'container-compose-no-secret-environment',
  title: 'Service gets no credential written in its environment',
  row: 'secrets',
  severity: 'high',
  on: 'Demarc::Container::ComposeService',
  why: 'What stands in the file is in the repository, and the environment of a container is shown to whoever may inspect it, and to every process in it.',
  cwe: ['CWE-798', 'CWE-526'],
  judgement: {
    detection: 'easy: it stands in the file',
    effort: 'minutes: `secrets`, or a variable of the place that runs it',
    reach: 'whatever the credential opens',
    trap: 'the file is taken to be for development only',
  },
  evaluate: ({ Environment: variables, Build: { Arguments: given } }) => all(every(variables, plain), every(given, plain)),
  fix: { compose: 'services:\n  db:\n    environment:\n      POSTGRES_PASSWORD_FILE: /run/secrets/db\n    secrets: [db]' },
  references: ['https://docs.docker.com/compose/how-tos/use-secrets/', 'https://github.com/compose-spec/compose-spec/blob/main/05-services.md'],
  equivalents: {},
  examples: {
    good: [
      compose`
        services:
          web:
            image: nginx:1.29
            environment:
              DB_PASSWORD_FILE: /run/secrets/db
              LOG_LEVEL: info
      `,
      compose`
        services:
          web:
            image: nginx:1.29
            environment:
              - DB_PASSWORD=\${DB_PASSWORD:?}
      `,
    ],
    bad: [
      compose`
        services:
          web:
            image: nginx:1.29
            environment:
              DB_PASSWORD: correct-horse
      `,
      compose`
        services:
          web:
            image: nginx:1.29
            environment:
              - API_KEY=3f9a1c77d0e94b52
      `,
    ],
    unknown: [],
  },
});
