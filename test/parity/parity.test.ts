/** The same stack in Terraform and in CloudFormation gets the same verdicts; what differs is listed with its reason. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { scan } from '../../src/app/scan.js';

const folder = mkdtempSync(join(tmpdir(), 'demarc-parity-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TRUST = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}';
const RIGHTS = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":"arn:aws:s3:::photos/*"}]}';
const TLS = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::photos","arn:aws:s3:::photos/*"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}';

const TERRAFORM = `
resource "aws_kms_key" "Key" {
  enable_key_rotation = true
}
resource "aws_s3_bucket" "Bucket" {
  bucket = "photos"
}
resource "aws_s3_bucket_versioning" "v" {
  bucket = aws_s3_bucket.Bucket.id
  versioning_configuration {
    status = "Enabled"
  }
}
resource "aws_s3_bucket_public_access_block" "p" {
  bucket                  = aws_s3_bucket.Bucket.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = false
  restrict_public_buckets = true
}
resource "aws_s3_bucket_server_side_encryption_configuration" "e" {
  bucket = aws_s3_bucket.Bucket.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.Key.arn
    }
  }
}
resource "aws_s3_bucket_policy" "BucketPolicy" {
  bucket = aws_s3_bucket.Bucket.id
  policy = <<JSON
${TLS}
JSON
}
resource "aws_iam_role" "Role" {
  assume_role_policy = jsonencode(${TRUST.replaceAll('":', '"=')})
}
resource "aws_iam_role_policy" "rights" {
  name   = "rights"
  role   = aws_iam_role.Role.id
  policy = <<JSON
${RIGHTS}
JSON
}
resource "aws_iam_user" "User" {
  name = "ann"
}
resource "aws_iam_user_policy_attachment" "a" {
  user       = aws_iam_user.User.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
resource "aws_lambda_function" "Function" {
  function_name = "f"
  role          = aws_iam_role.Role.arn
  runtime       = "python3.9"
  handler       = "i.h"
  s3_bucket     = "code"
  s3_key        = "f.zip"
  environment {
    variables = { DB_PASSWORD = "correct-horse-battery" }
  }
}
resource "aws_lambda_permission" "Permission" {
  function_name = aws_lambda_function.Function.arn
  action        = "lambda:InvokeFunction"
  principal     = "s3.amazonaws.com"
}
resource "aws_dynamodb_table" "Table" {
  name         = "t"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
  point_in_time_recovery {
    enabled = true
  }
}
resource "aws_cloudtrail" "Trail" {
  name                          = "t"
  s3_bucket_name                = aws_s3_bucket.Bucket.id
  is_multi_region_trail         = true
  enable_log_file_validation    = false
  include_global_service_events = true
  enable_logging                = true
}
resource "aws_cloudwatch_log_group" "LogGroup" {
  retention_in_days = 30
  kms_key_id        = aws_kms_key.Key.arn
}
resource "aws_ecr_repository" "Repository" {
  name                 = "app"
  image_tag_mutability = "IMMUTABLE"
}
resource "aws_ecs_cluster" "Cluster" {
  name = "c"
}
resource "aws_ecs_task_definition" "Task" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "web:1", privileged = true, environment = [{ name = "API_KEY", value = "correct-horse-battery" }] }])
}
resource "aws_ecs_service" "Service" {
  name            = "s"
  cluster         = aws_ecs_cluster.Cluster.id
  task_definition = aws_ecs_task_definition.Task.arn
  launch_type     = "FARGATE"
  network_configuration {
    subnets          = ["subnet-1"]
    assign_public_ip = true
  }
}
resource "aws_vpc" "Vpc" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_security_group" "Group" {
  description = "web"
  vpc_id      = aws_vpc.Vpc.id
  ingress {
    description = "ssh"
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["0.0.0.0/0"]
  }
  egress {
    description = "https"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.0.0.0/8"]
  }
}
resource "aws_ebs_volume" "Volume" {
  availability_zone = "eu-west-1a"
  size              = 8
  encrypted         = false
}
resource "aws_secretsmanager_secret" "Secret" {
  name = "s"
}
resource "aws_sqs_queue" "Queue" {
  name              = "q"
  kms_master_key_id = "alias/aws/sqs"
}
resource "aws_eks_cluster" "Eks" {
  name     = "e"
  role_arn = "arn:aws:iam::111122223333:role/eks"
  version  = "1.34"
  vpc_config {
    subnet_ids             = ["subnet-1"]
    endpoint_public_access = false
  }
}
resource "aws_db_instance" "Database" {
  identifier              = "db"
  engine                  = "postgres"
  engine_version          = "17.6"
  instance_class          = "db.t4g.micro"
  allocated_storage       = 20
  username                = "app"
  password                = "correct-horse-battery"
  storage_encrypted       = true
  publicly_accessible     = true
  backup_retention_period = 7
}
`;

const CLOUDFORMATION = `
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties: { EnableKeyRotation: true }
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: photos
      VersioningConfiguration: { Status: Enabled }
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: false, RestrictPublicBuckets: true }
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms", KMSMasterKeyID: !GetAtt Key.Arn }
  BucketPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket
      PolicyDocument: ${TLS}
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: ${TRUST}
      Policies:
        - PolicyName: rights
          PolicyDocument: ${RIGHTS}
  User:
    Type: AWS::IAM::User
    Properties:
      UserName: ann
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"]
  Function:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: f
      Role: !GetAtt Role.Arn
      Runtime: python3.9
      Handler: i.h
      Code: { S3Bucket: code, S3Key: f.zip }
      Environment: { Variables: { DB_PASSWORD: correct-horse-battery } }
  Permission:
    Type: AWS::Lambda::Permission
    Properties: { FunctionName: !GetAtt Function.Arn, Action: "lambda:InvokeFunction", Principal: s3.amazonaws.com }
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: t
      BillingMode: PAY_PER_REQUEST
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties: { TrailName: t, S3BucketName: !Ref Bucket, IsLogging: true, IsMultiRegionTrail: true, EnableLogFileValidation: false, IncludeGlobalServiceEvents: true }
  LogGroup:
    Type: AWS::Logs::LogGroup
    Properties: { RetentionInDays: 30, KmsKeyId: !GetAtt Key.Arn }
  Repository:
    Type: AWS::ECR::Repository
    Properties: { RepositoryName: app, ImageTagMutability: IMMUTABLE }
  Cluster:
    Type: AWS::ECS::Cluster
    Properties: { ClusterName: c }
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: web
      ContainerDefinitions:
        - { Name: web, Image: "web:1", Privileged: true, Environment: [{ Name: API_KEY, Value: correct-horse-battery }] }
  Service:
    Type: AWS::ECS::Service
    Properties:
      ServiceName: s
      Cluster: !Ref Cluster
      TaskDefinition: !Ref Task
      LaunchType: FARGATE
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [subnet-1], AssignPublicIp: ENABLED } }
  Vpc:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: 10.0.0.0/16 }
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      VpcId: !Ref Vpc
      SecurityGroupIngress: [{ Description: ssh, IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 }]
      SecurityGroupEgress: [{ Description: https, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8 }]
  Volume:
    Type: AWS::EC2::Volume
    Properties: { AvailabilityZone: eu-west-1a, Size: 8, Encrypted: false }
  Secret:
    Type: AWS::SecretsManager::Secret
    Properties: { Name: s }
  Queue:
    Type: AWS::SQS::Queue
    Properties: { QueueName: q, KmsMasterKeyId: alias/aws/sqs }
  Eks:
    Type: AWS::EKS::Cluster
    Properties:
      Name: e
      RoleArn: arn:aws:iam::111122223333:role/eks
      Version: "1.34"
      ResourcesVpcConfig: { SubnetIds: [subnet-1], EndpointPublicAccess: false }
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      DBInstanceIdentifier: db
      Engine: postgres
      EngineVersion: "17.6"
      DBInstanceClass: db.t4g.micro
      AllocatedStorage: "20"
      MasterUsername: app
      MasterUserPassword: correct-horse-battery
      StorageEncrypted: true
      PubliclyAccessible: true
      BackupRetentionPeriod: 7
`;

/** Differences that the languages themselves make, each with its reason. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'aws-s3-mfa-delete Bucket': 'CloudFormation cannot turn MFA delete on, so it is not asked there',
  'aws-ec2-default-security-group Vpc': 'only Terraform can take over the group that comes with a VPC',
};

describe('one stack in two languages', () => {
  it('gets the same verdicts', async () => {
    const files = { 'main.tf': TERRAFORM, 'template.yaml': CLOUDFORMATION };
    const answers = await Promise.all(
      Object.entries(files).map(async ([name, text]) => {
        writeFileSync(join(folder, name), text);
        const { verdicts, errors } = await scan({ targets: [join(folder, name)], asOf: '2026-11-01T00:00:00Z' });
        expect(errors).toEqual([]);
        return new Map(verdicts.map(({ check, resource, status }) => [`${check} ${resource.address.split('.').pop() ?? ''}`, status] as const));
      }),
    );
    const [terraform, cloudformation] = answers as [Map<string, string>, Map<string, string>];
    expect(terraform.size).toBeGreaterThan(100);
    const differences = [...new Set([...terraform.keys(), ...cloudformation.keys()])].filter((key) => terraform.get(key) !== cloudformation.get(key) && !(key in EXPLAINED));
    expect(differences.map((key) => `${key}: ${terraform.get(key) ?? 'none'} in Terraform, ${cloudformation.get(key) ?? 'none'} in CloudFormation`)).toEqual([]);
  });
});
