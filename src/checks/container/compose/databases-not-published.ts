import { any, because, every, matches, not, test } from '../../../model/index.js';
import { compose, defineCheck } from '../../define.js';

/** MySQL, PostgreSQL, SQL Server, Oracle, MongoDB, Redis, Elasticsearch, Cassandra, CouchDB, memcached, etcd, InfluxDB, Neo4j, ClickHouse, RabbitMQ, ZooKeeper, Kafka. */
const DATABASES = [1433, 1521, 2181, 2379, 3306, 5432, 5672, 5984, 6379, 7000, 7474, 7687, 8086, 9000, 9042, 9092, 9200, 9300, 11211, 15672, 27017, 27018, 33060];

export default defineCheck({
  id: 'container-compose-databases-not-published',
  title: 'Ports of databases are not published on all addresses',
  row: 'network',
  severity: 'high',
  on: 'Demarc::Container::ComposeService',
  why: 'A port that is published without an address answers on every one that the host has, past the rules of most firewalls: databases are found within hours, and tried with the passwords of the guides.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'easy: a port without an address',
    effort: 'seconds: services reach each other without it',
    reach: 'the data of the service',
    trap: 'the port is taken to be open for the own machine only',
  },
  evaluate: ({ Ports: ports }) =>
    every(ports, ({ HostAddress: address, Target: target }) => {
      const database = test(target, (port) => {
        const [from = NaN, to = from] = String(port).split('-').map(Number);
        return DATABASES.some((one) => from <= one && one <= to);
      });
      return because(any(not(database), matches(address, /^(127\.|::1$|localhost$)/)), (truth) => (truth === false ? 'the port of a database is published on all addresses' : undefined));
    }),
  fix: { compose: 'services:\n  db:\n    ports:\n      - "127.0.0.1:5432:5432"' },
  references: ['https://docs.docker.com/engine/network/packet-filtering-firewalls/', 'https://github.com/compose-spec/compose-spec/blob/main/05-services.md'],
  equivalents: {},
  examples: {
    good: [
      compose`
        services:
          web:
            image: nginx:1.29
            ports:
              - "127.0.0.1:5432:5432"
              - "8080:80"
      `,
      compose`
        services:
          web:
            image: nginx:1.29
            expose: ["5432"]
      `,
    ],
    bad: [
      compose`
        services:
          web:
            image: nginx:1.29
            ports:
              - "5432:5432"
      `,
      compose`
        services:
          web:
            image: nginx:1.29
            ports:
              - target: 6379
                published: "6379"
      `,
    ],
    unknown: [
      compose`
        services:
          web:
            image: nginx:1.29
            ports:
              - "\${PORT}:\${PORT}"
      `,
    ],
  },
});
