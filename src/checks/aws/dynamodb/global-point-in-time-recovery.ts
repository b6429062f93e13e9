import { all, decide, every, isNotEmpty, isTrue } from '../../../model/index.js';
import { cfn, defineCheck, equal } from '../../define.js';

export default defineCheck({
  id: 'aws-dynamodb-global-point-in-time-recovery',
  title: 'Each replica of a global table can be restored to any moment',
  row: 'resilience',
  severity: 'medium',
  on: 'AWS::DynamoDB::GlobalTable',
  why: 'A write that destroys items reaches every region within a second. Recovery is set replica by replica, and one of them at least must be able to go back.',
  cwe: ['CWE-693'],
  judgement: {
    detection: 'easy: the setting is on each replica',
    effort: 'seconds, and a charge for the storage',
    reach: 'all items of the table',
    trap: 'several regions are a backup',
  },
  applies: (_, { resource }) => decide(resource.dialect !== 'terraform'),
  evaluate: ({ Replicas: replicas }) => all(isNotEmpty(replicas), every(replicas, (replica) => isTrue(replica.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled))),
  fix: {
    terraform: `# Terraform has no such type; each replica is a table or a block of one:
replica {
  region_name            = "eu-central-1"
  point_in_time_recovery = true
}`,
    cloudformation: `Resources:
  T:
    Type: AWS::DynamoDB::GlobalTable
    Properties:
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
      Replicas:
        - Region: eu-west-1
          PointInTimeRecoverySpecification:
            PointInTimeRecoveryEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html'],
  equivalents: {
    checkov: equal('CKV_AWS_165'),
  },
  examples: {
    good: [
      cfn`
        Resources:
          T:
            Type: AWS::DynamoDB::GlobalTable
            Properties:
              KeySchema: [{ AttributeName: id, KeyType: HASH }]
              Replicas:
                - Region: eu-west-1
                  PointInTimeRecoverySpecification:
                    PointInTimeRecoveryEnabled: true
      `,
    ],
    bad: [
      cfn`
        Resources:
          T:
            Type: AWS::DynamoDB::GlobalTable
            Properties:
              KeySchema: [{ AttributeName: id, KeyType: HASH }]
              Replicas:
                - Region: eu-west-1
                  PointInTimeRecoverySpecification:
                    PointInTimeRecoveryEnabled: false
      `,
    ],
    unknown: [
      cfn`
        Parameters:
          PRecovery:
            Type: String
        Resources:
          T:
            Type: AWS::DynamoDB::GlobalTable
            Properties:
              KeySchema: [{ AttributeName: id, KeyType: HASH }]
              Replicas:
                - Region: eu-west-1
                  PointInTimeRecoverySpecification:
                    PointInTimeRecoveryEnabled: !Ref PRecovery
      `,
    ],
  },
});
