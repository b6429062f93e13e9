import { all, child, cursor, evidenceOf, holds, isAbsent, matches, undecided, type Field } from '../../../model/index.js';
import { patched } from '../end-of-life.js';
import { broader, cfn, defineCheck, tf } from '../../define.js';

const PRODUCTS: Readonly<Record<string, string>> = { postgres: 'amazon-rds-postgresql', mysql: 'amazon-rds-mysql', mariadb: 'amazon-rds-mariadb', 'aurora-postgresql': 'amazon-aurora-postgresql' };

function productOf(properties: Field<unknown>): string | undefined {
  const { tree } = cursor(child(properties, 'Engine'));
  return tree?.kind === 'scalar' ? PRODUCTS[String(tree.value)] : undefined;
}

export default defineCheck({
  id: 'aws-rds-engine-version',
  title: 'Database engine still gets security fixes',
  row: 'runtime',
  severity: 'high',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  why: 'Past the end of its life an engine gets no fixes, or only for extra pay; its known holes stay open.',
  cwe: ['CWE-1104'],
  judgement: {
    detection: 'easy: the date is public',
    effort: 'a major upgrade, with tests',
    reach: 'the data of the database',
    trap: 'automatic minor upgrades are taken to lead to the next major version',
  },
  applies: (properties, { resource }) => all(resource.type === 'AWS::RDS::DBInstance' ? isAbsent(child(properties, 'DBClusterIdentifier')) : holds(), matches(child<string>(properties, 'Engine'), /^(?:postgres|mysql|mariadb|aurora-postgresql)$/)),
  evaluate: (properties, { now }) => {
    const product = productOf(properties);
    return product === undefined ? undecided([{ kind: 'not-supported', detail: 'no end-of-life data for this engine' }], [evidenceOf(child(properties, 'Engine'))]) : patched(product, child<string>(properties, 'EngineVersion'), now);
  },
  fix: {
    terraform: 'engine_version = "17.4"',
    cloudformation: 'EngineVersion: "17.4"',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.DBVersions.html', 'https://endoflife.date/amazon-rds-postgresql'],
  equivalents: {
    prowler: broader('rds_instance_deprecated_engine_version', 'rds_instance_extended_support'),
  },
  examples: {
    good: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          engine_version = "17.4"
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              EngineVersion: "17.4"
      `,
    ],
    bad: [
      tf`
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          engine_version = "11.22"
        }
      `,
      cfn`
        Resources:
          D:
            Type: AWS::RDS::DBInstance
            Properties:
              Engine: postgres
              DBInstanceClass: db.t3.micro
              EngineVersion: "11.22"
      `,
    ],
    unknown: [
      tf`
        variable "x" {}
        resource "aws_db_instance" "d" {
          engine         = "postgres"
          instance_class = "db.t3.micro"
          engine_version = var.x
        }
      `,
    ],
  },
});
