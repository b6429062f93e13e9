import { all, decide, equals, isNotEmpty, isPresent, not, type View } from '../../../model/index.js';
import { account, defineCheck } from '../../define.js';

/** What the collector of databases keeps of how AWS offers the version of the engine. */
interface Offered {
  readonly Status?: string;
  readonly Minor?: readonly string[];
}

export default defineCheck({
  id: 'aws-rds-minor-version-newest',
  title: 'Database runs the newest minor version of its engine',
  row: 'runtime',
  severity: 'medium',
  on: 'AWS::RDS::DBInstance',
  why: 'Minor versions bring security fixes. Until one is taken, what it mends is public and open.',
  cwe: ['CWE-1104'],
  judgement: {
    detection: 'easy: AWS lists what a version can be upgraded to',
    effort: 'minutes, in a maintenance window',
    reach: 'the data of the database',
    trap: 'automatic upgrades wait for the version that AWS marks, which is not the newest',
  },
  applies: (_, { facts, resource }) => all(decide(resource.dialect === 'api'), isPresent((facts.Offered as unknown as View<Offered>).Status)),
  evaluate: (_, { facts }) => {
    const offered = facts.Offered as unknown as View<Offered>;
    return all(equals(offered.Status, 'available'), not(isNotEmpty(offered.Minor)));
  },
  fix: { aws: `aws rds modify-db-instance --db-instance-identifier NAME --engine-version VERSION` },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html'],
  equivalents: {},
  examples: {
    good: [
      account`{"rds": {"DescribeDBInstancesCommand {}": {"DBInstances": [{"DBInstanceArn": "arn:aws:rds:us-east-1:111122223333:db:app", "DBInstanceIdentifier": "app", "Engine": "postgres", "EngineVersion": "16.4"}]}, "DescribeDBEngineVersionsCommand {\"Engine\":\"postgres\",\"EngineVersion\":\"16.4\",\"IncludeAll\":true}": {"DBEngineVersions": [{"Engine": "postgres", "EngineVersion": "16.4", "Status": "available", "ValidUpgradeTarget": [{"EngineVersion": "17.2", "IsMajorVersionUpgrade": true}]}]}}}`,
    ],
    bad: [
      account`{"rds": {"DescribeDBInstancesCommand {}": {"DBInstances": [{"DBInstanceArn": "arn:aws:rds:us-east-1:111122223333:db:app", "DBInstanceIdentifier": "app", "Engine": "postgres", "EngineVersion": "16.1"}]}, "DescribeDBEngineVersionsCommand {\"Engine\":\"postgres\",\"EngineVersion\":\"16.1\",\"IncludeAll\":true}": {"DBEngineVersions": [{"Engine": "postgres", "EngineVersion": "16.1", "Status": "available", "ValidUpgradeTarget": [{"EngineVersion": "16.4", "IsMajorVersionUpgrade": false}]}]}}}`,
    ],
    unknown: [
      account`{"rds": {"DescribeDBInstancesCommand {}": {"DBInstances": [{"DBInstanceArn": "arn:aws:rds:us-east-1:111122223333:db:app", "DBInstanceIdentifier": "app", "Engine": "postgres", "EngineVersion": "16.1"}]}, "DescribeDBEngineVersionsCommand {\"Engine\":\"postgres\",\"EngineVersion\":\"16.1\",\"IncludeAll\":true}": {"error": ["AccessDeniedException"]}}}`,
    ],
  },
});
