import { privateSubnets } from '../ec2/routes.js';
import { cfn, defineCheck, tf } from '../../define.js';

export default defineCheck({
  id: 'aws-rds-subnet-group-private',
  title: 'Database subnets have no route to the internet',
  row: 'network',
  severity: 'medium',
  on: 'AWS::RDS::DBSubnetGroup',
  why: 'In a public subnet, one flag or one loose rule puts the database on the internet.',
  cwe: ['CWE-668'],
  judgement: {
    detection: 'hard: the route is in another resource',
    effort: 'hours: the database must move',
    reach: 'all databases of the group',
    trap: 'the flag on the database is taken to be the only wall',
  },
  evaluate: (_, context) => privateSubnets(context),
  fix: {
    terraform: 'subnet_ids = [aws_subnet.private_a.id, aws_subnet.private_b.id]',
    cloudformation: 'SubnetIds: [!Ref PrivateA, !Ref PrivateB]',
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html'],
  equivalents: {
  },
  examples: {
    good: [
      tf`
        resource "aws_vpc" "v" {
          cidr_block = "10.0.0.0/16"
        }
        resource "aws_route_table" "t" {
          vpc_id = aws_vpc.v.id
        }
        resource "aws_subnet" "s" {
          vpc_id = aws_vpc.v.id
        }
        resource "aws_route_table_association" "a" {
          subnet_id      = aws_subnet.s.id
          route_table_id = aws_route_table.t.id
        }
        resource "aws_db_subnet_group" "g" {
          subnet_ids = [aws_subnet.s.id]
        }
      `,
      cfn`
        Resources:
          T:
            Type: AWS::EC2::RouteTable
            Properties:
              VpcId: vpc-1
          S:
            Type: AWS::EC2::Subnet
            Properties:
              VpcId: vpc-1
          A:
            Type: AWS::EC2::SubnetRouteTableAssociation
            Properties:
              SubnetId: !Ref S
              RouteTableId: !Ref T
          G:
            Type: AWS::RDS::DBSubnetGroup
            Properties:
              DBSubnetGroupDescription: g
              SubnetIds: [!Ref S]
      `,
    ],
    bad: [
      tf`
        resource "aws_vpc" "v" {
          cidr_block = "10.0.0.0/16"
        }
        resource "aws_internet_gateway" "i" {
          vpc_id = aws_vpc.v.id
        }
        resource "aws_route_table" "t" {
          vpc_id = aws_vpc.v.id
          route {
            cidr_block = "0.0.0.0/0"
            gateway_id = aws_internet_gateway.i.id
          }
        }
        resource "aws_subnet" "s" {
          vpc_id = aws_vpc.v.id
        }
        resource "aws_route_table_association" "a" {
          subnet_id      = aws_subnet.s.id
          route_table_id = aws_route_table.t.id
        }
        resource "aws_db_subnet_group" "g" {
          subnet_ids = [aws_subnet.s.id]
        }
      `,
      cfn`
        Resources:
          I:
            Type: AWS::EC2::InternetGateway
          T:
            Type: AWS::EC2::RouteTable
            Properties:
              VpcId: vpc-1
          R:
            Type: AWS::EC2::Route
            Properties:
              RouteTableId: !Ref T
              DestinationCidrBlock: 0.0.0.0/0
              GatewayId: !Ref I
          S:
            Type: AWS::EC2::Subnet
            Properties:
              VpcId: vpc-1
          A:
            Type: AWS::EC2::SubnetRouteTableAssociation
            Properties:
              SubnetId: !Ref S
              RouteTableId: !Ref T
          G:
            Type: AWS::RDS::DBSubnetGroup
            Properties:
              DBSubnetGroupDescription: g
              SubnetIds: [!Ref S]
      `,
    ],
    unknown: [
      tf`
        resource "aws_db_subnet_group" "g" {
          subnet_ids = ["subnet-1"]
        }
      `,
    ],
  },
});
