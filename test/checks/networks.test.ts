/** What examples cannot show: that every way to write a rule gives the same verdict, and whom an unreadable one makes unknown. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scan } from '../../src/app/scan.js';
import type { Verdict } from '../../src/model/index.js';

async function judge(text: string, check: string, file = 'main.tf'): Promise<readonly Verdict[]> {
  const folder = mkdtempSync(join(tmpdir(), 'demarc-networks-'));
  try {
    writeFileSync(join(folder, file), text);
    return (await scan({ targets: [folder], only: [check], asOf: '2026-11-01T00:00:00Z' })).verdicts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
const statuses = async (text: string, check: string, file?: string): Promise<Record<string, string>> =>
  Object.fromEntries((await judge(text, check, file)).map(({ resource, status }) => [resource.address, status]));
const SSH = 'aws-ec2-security-group-ssh';
const GROUP = 'resource "aws_security_group" "g" {\n  description = "g"\n}\n';

describe('a rule of a security group', () => {
  const forms: Record<string, readonly [text: string, file: string, where: string]> = {
    'inline block': ['resource "aws_security_group" "g" {\n  ingress {\n    protocol = "tcp"\n    from_port = 22\n    to_port = 22\n    cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"]\n  }\n}', 'main.tf', 'aws_security_group.g'],
    'attribute as blocks': ['resource "aws_security_group" "g" {\n  ingress = [{\n    protocol = "tcp"\n    from_port = 22\n    to_port = 22\n    cidr_blocks = null\n    ipv6_cidr_blocks = ["::/0"]\n    prefix_list_ids = []\n    security_groups = []\n    self = false\n    description = ""\n  }]\n}', 'main.tf', 'aws_security_group.g'],
    'dynamic block': ['resource "aws_security_group" "g" {\n  dynamic "ingress" {\n    for_each = [22]\n    content {\n      protocol = "tcp"\n      from_port = ingress.value\n      to_port = ingress.value\n      cidr_blocks = ["0.0.0.0/0"]\n    }\n  }\n}', 'main.tf', 'aws_security_group.g'],
    'rule resource': [`${GROUP}resource "aws_security_group_rule" "r" {\n  type = "ingress"\n  security_group_id = aws_security_group.g.id\n  protocol = "-1"\n  from_port = 0\n  to_port = 0\n  cidr_blocks = ["0.0.0.0/0"]\n}`, 'main.tf', 'aws_security_group_rule.r'],
    'ingress rule resource': [`${GROUP}resource "aws_vpc_security_group_ingress_rule" "r" {\n  security_group_id = aws_security_group.g.id\n  ip_protocol = "tcp"\n  from_port = 20\n  to_port = 25\n  cidr_ipv6 = "2000::/3"\n}`, 'main.tf', 'aws_vpc_security_group_ingress_rule.r'],
    'inline in a template': ['Resources:\n  G:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      GroupDescription: g\n      SecurityGroupIngress:\n        IpProtocol: "-1"\n        CidrIp: 0.0.0.0/0\n', 'template.yaml', 'G'],
    'apart in a template': ['Resources:\n  G:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      GroupDescription: g\n  R:\n    Type: AWS::EC2::SecurityGroupIngress\n    Properties:\n      GroupId: !GetAtt G.GroupId\n      IpProtocol: tcp\n      FromPort: 0\n      ToPort: 65535\n      CidrIp: 0.0.0.0/0\n', 'template.yaml', 'R'],
  };
  it.each(Object.entries(forms))('%s fails where it is open, and points at what opens it', async (_, [text, file, where]) => {
    const verdicts = await judge(text, SSH, file);
    expect(verdicts.map(({ status }) => status)).toEqual(['fail']);
    const [first] = verdicts[0]?.evidence ?? [];
    expect(first?.address ?? verdicts[0]?.resource.address).toBe(where);
    expect(first?.line).toBeGreaterThan(0);
  });

  it('joins halves of the address space across resources', async () => {
    const half = (name: string, cidr: string): string => `resource "aws_security_group_rule" "${name}" {\n  type = "ingress"\n  security_group_id = aws_security_group.g.id\n  protocol = "tcp"\n  from_port = 22\n  to_port = 22\n  cidr_blocks = ["${cidr}"]\n}\n`;
    expect(await statuses(GROUP + half('a', '0.0.0.0/1') + half('b', '128.0.0.0/1'), SSH)).toEqual({ 'aws_security_group.g': 'fail' });
    expect(await statuses(GROUP + half('a', '10.0.0.0/8') + half('b', '198.35.26.7/32'), SSH)).toEqual({ 'aws_security_group.g': 'pass' });
  });

  it('does not take the way out for the way in', async () => {
    const out = `${GROUP}resource "aws_security_group_rule" "r" {\n  type = "egress"\n  security_group_id = aws_security_group.g.id\n  protocol = "-1"\n  from_port = 0\n  to_port = 0\n  cidr_blocks = ["0.0.0.0/0"]\n}`;
    expect(await statuses(out, SSH)).toEqual({ 'aws_security_group.g': 'pass' });
    expect(await statuses(out, 'aws-ec2-security-group-egress')).toEqual({ 'aws_security_group.g': 'fail' });
  });

  it('on a group that is elsewhere fails when open, and else leaves the group unknown', async () => {
    const rule = (cidr: string): string => `resource "aws_security_group_rule" "r" {\n  type = "ingress"\n  security_group_id = "sg-0123"\n  protocol = "tcp"\n  from_port = 22\n  to_port = 22\n  cidr_blocks = ["${cidr}"]\n}`;
    expect(Object.values(await statuses(rule('0.0.0.0/0'), SSH))).toEqual(['fail']);
    expect(Object.values(await statuses(rule('10.0.0.0/8'), SSH))).toEqual(['unknown']);
    expect(Object.values(await statuses(rule('0.0.0.0/0').replace(/ *security_group_id.*\n/, ''), SSH))).toEqual(['fail']);
  });

  it('whose group cannot be told makes unknown the groups that it could mean, not those that are open anyway', async () => {
    const text = `variable "group" {}\n${GROUP}resource "aws_security_group" "open" {\n  ingress {\n    protocol = "tcp"\n    from_port = 22\n    to_port = 22\n    cidr_blocks = ["0.0.0.0/0"]\n  }\n}\nresource "aws_security_group_rule" "r" {\n  type = "ingress"\n  security_group_id = var.group\n  protocol = "tcp"\n  from_port = 22\n  to_port = 22\n  cidr_blocks = ["0.0.0.0/0"]\n}`;
    expect(await statuses(text, SSH)).toMatchObject({ 'aws_security_group.g': 'unknown', 'aws_security_group.open': 'fail' });
  });

  it('takes a prefix list by its entries where the code gives them', async () => {
    const text = (cidr: string): string => `resource "aws_ec2_managed_prefix_list" "p" {\n  name = "p"\n  entry {\n    cidr = "${cidr}"\n  }\n}\nresource "aws_security_group" "g" {\n  ingress {\n    protocol = "tcp"\n    from_port = 22\n    to_port = 22\n    prefix_list_ids = [aws_ec2_managed_prefix_list.p.id]\n  }\n}`;
    expect(await statuses(text('0.0.0.0/0'), SSH)).toEqual({ 'aws_security_group.g': 'fail' });
    expect(await statuses(text('10.0.0.0/8'), SSH)).toEqual({ 'aws_security_group.g': 'pass' });
    expect(await statuses(text('10.0.0.0/8').replace('aws_ec2_managed_prefix_list.p.id', '"pl-63a5400a"'), SSH)).toEqual({ 'aws_security_group.g': 'unknown' });
  });
});

describe('subnets of a database', () => {
  const CHECK = 'aws-rds-subnet-group-private';
  const network = (association: string): string => `resource "aws_vpc" "v" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_internet_gateway" "i" {
  vpc_id = aws_vpc.v.id
}
resource "aws_default_route_table" "main" {
  default_route_table_id = aws_vpc.v.default_route_table_id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.i.id
  }
}
resource "aws_route_table" "own" {
  vpc_id = aws_vpc.v.id
}
resource "aws_subnet" "s" {
  vpc_id = aws_vpc.v.id
}
${association}
resource "aws_db_subnet_group" "g" {
  subnet_ids = [aws_subnet.s.id]
}`;
  it('go by the table that they are associated with, not by any main table', async () => {
    const own = 'resource "aws_route_table_association" "a" {\n  subnet_id = aws_subnet.s.id\n  route_table_id = aws_route_table.own.id\n}';
    expect(await statuses(network(own), CHECK)).toEqual({ 'aws_db_subnet_group.g': 'pass' });
    expect(await statuses(network(own.replace('aws_route_table.own', 'aws_default_route_table.main')), CHECK)).toEqual({ 'aws_db_subnet_group.g': 'fail' });
  });
  it('stay unknown without an association', async () => expect(await statuses(network(''), CHECK)).toEqual({ 'aws_db_subnet_group.g': 'unknown' }));
  it('are not made public by a gateway that only lets out', async () => {
    const nat = 'resource "aws_route_table_association" "a" {\n  subnet_id = aws_subnet.s.id\n  route_table_id = aws_route_table.own.id\n}\nresource "aws_route" "r" {\n  route_table_id = aws_route_table.own.id\n  destination_cidr_block = "0.0.0.0/0"\n  nat_gateway_id = "nat-1"\n}';
    expect(await statuses(network(nat), CHECK)).toEqual({ 'aws_db_subnet_group.g': 'pass' });
  });
});

describe('a network ACL', () => {
  const entry = (name: string, number: number, action: string, cidr: string): string => `resource "aws_network_acl_rule" "${name}" {\n  network_acl_id = aws_network_acl.a.id\n  rule_number = ${number}\n  rule_action = "${action}"\n  protocol = "-1"\n  cidr_block = "${cidr}"\n}\n`;
  const acl = 'resource "aws_network_acl" "a" {\n  vpc_id = "vpc-1"\n}\n';
  it('is judged with all its entries, in their order', async () => {
    expect(await statuses(acl + entry('a', 100, 'allow', '0.0.0.0/0') + entry('d', 50, 'deny', '0.0.0.0/0'), 'aws-ec2-network-acl-ssh')).toEqual({ 'aws_network_acl.a': 'pass' });
    expect(await statuses(acl + entry('a', 100, 'allow', '0.0.0.0/0') + entry('d', 150, 'deny', '0.0.0.0/0'), 'aws-ec2-network-acl-ssh')).toEqual({ 'aws_network_acl.a': 'fail' });
  });
  it('is unknown where inline entries cannot be read', async () => {
    expect(await statuses('variable "x" {}\nresource "aws_network_acl" "a" {\n  vpc_id = "vpc-1"\n  ingress = var.x\n}', 'aws-ec2-network-acl-ssh')).toMatchObject({ 'aws_network_acl.a': 'unknown' });
  });
});
