import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromJson, list, mapping, unknown, viewOf, type Json, type Origin, type Resource, type Tree, type View } from '../../src/model/index.js';
import { aclOpenToInternet, anything, beyond, connections, everyPort, everyProtocol, groupRules, isInternet, openToInternet, parseCidr, TCP, touches, UDP, type Range } from '../../src/network/index.js';

const at: Origin = { kind: 'source', file: 'main.tf', line: 1, column: 1 };
const reason = { kind: 'unresolved', detail: '`var.x` has no value' } as const;
const anyone = unknown(reason, at);
const tree = (json: Json): Tree => fromJson(json, at);
const resource = { edges: [] as const, loose: [] as const } as unknown as Resource;

function ask(rules: Tree | readonly Json[], question = anything, holder = resource) {
  const value = Array.isArray(rules) ? tree(rules as Json) : (rules as Tree);
  return openToInternet(groupRules(viewOf<readonly object[]>(value, { at, defaults: () => undefined }, 'SecurityGroupIngress') as never, holder), question);
}
const rule = (CidrIp: string, FromPort: number, ToPort = FromPort, IpProtocol = 'tcp'): Json => ({ CidrIp, FromPort, ToPort, IpProtocol });
const withTree = (json: Record<string, Json>, more: Record<string, Tree>): Tree =>
  mapping([...Object.entries(json).map(([key, value]) => [key, tree(value)] as const), ...Object.entries(more)], at);

describe('address sets', () => {
  const internet = (...blocks: string[]): boolean => isInternet(blocks.map((one) => parseCidr(one)).filter((one): one is Range => one !== undefined));
  it.each([
    ['the whole of IPv4', ['0.0.0.0/0'], true],
    ['the whole of IPv6', ['::/0'], true],
    ['two halves', ['0.0.0.0/1', '128.0.0.0/1'], true],
    ['one half', ['128.0.0.0/1'], true],
    ['global unicast', ['2000::/3'], true],
    ['a public /8', ['3.0.0.0/8'], true],
    ['256 public /16', Array.from({ length: 256 }, (_, i) => `52.${i}.0.0/16`), true],
    ['RFC 1918', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'], false],
    ['an office', ['198.35.26.7/32'], false],
    ['a public /16', ['52.95.0.0/16'], false],
    ['unique local IPv6', ['fc00::/7'], false],
    ['link-local IPv6', ['fe80::/10'], false],
    ['an IPv6 /32', ['2600:1f00::/32'], false],
    ['multicast and reserved', ['224.0.0.0/3'], false],
    ['carrier-grade NAT', ['100.64.0.0/10'], false],
    ['nobody', [], false],
  ] as const)('%s', (_, blocks, expected) => expect(internet(...blocks)).toBe(expected));

  it.each(['10.0.0.0/33', 'anywhere', '1.2.3/8', '::1::', '2000::/129', '0.0.0.0/', '256.0.0.0/8'])('refuses %s', (text) => expect(parseCidr(text)).toBeUndefined());
  it('counts an overlap once', () => expect(internet('52.0.0.0/9', '52.0.0.0/9')).toBe(false));
  it('reads every way to write the whole', () => {
    for (const text of ['0.0.0.0/0', '1.2.3.4/0', '::/0', '0::0/0', '0:0:0:0:0:0:0:0/0', '::0.0.0.0/0']) expect(internet(text), text).toBe(true);
  });
  it('grows: more ranges never close what was open', () => {
    const block = fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 })).map(([address, length]) => `${address}/${length}`);
    fc.assert(fc.property(fc.array(block), block, (blocks, more) => !internet(...blocks) || internet(...blocks, more)));
    fc.assert(fc.property(fc.array(block), (blocks) => internet(...blocks) === internet(...[...blocks].reverse())));
  });
});

describe('rules of a group', () => {
  it.each([
    ['22 itself', rule('0.0.0.0/0', 22), true],
    ['20 to 25 holds 22', rule('0.0.0.0/0', 20, 25), true],
    ['all protocols hold 22', { CidrIp: '0.0.0.0/0', IpProtocol: '-1' }, true],
    ['the number -1', { CidrIp: '0.0.0.0/0', IpProtocol: -1, FromPort: 0, ToPort: 0 }, true],
    ['`all`', { CidrIp: '0.0.0.0/0', IpProtocol: 'all' }, true],
    ['tcp by number', rule('0.0.0.0/0', 22, 22, '6'), true],
    ['ports as text', { CidrIp: '0.0.0.0/0', IpProtocol: 'tcp', FromPort: '22', ToPort: '22' }, true],
    ['udp is not ssh', rule('0.0.0.0/0', 22, 22, 'udp'), false],
    ['icmp type and code are no ports', rule('0.0.0.0/0', 22, 22, 'icmp'), false],
    ['icmp of every type', rule('0.0.0.0/0', -1, -1, 'icmp'), false],
    ['1 to 21', rule('0.0.0.0/0', 1, 21), false],
    ['a private network', rule('10.0.0.0/8', 22), false],
    ['IPv6', { CidrIpv6: '::/0', IpProtocol: 'tcp', FromPort: 22, ToPort: 22 }, true],
    ['another group', { SourceSecurityGroupId: 'sg-1', IpProtocol: '-1' }, false],
  ] as const)('%s', (_, one, expected) => expect(ask([one], touches(22, TCP)).truth).toBe(expected));

  it('is the union of its rules', () => {
    const halves = [rule('0.0.0.0/1', 22), rule('128.0.0.0/1', 20, 30)];
    const found = ask(halves, touches(22, TCP));
    expect(found.truth).toBe(true);
    const quarters = ['52.0.0.0/10', '52.64.0.0/10', '52.128.0.0/10', '52.192.0.0/10'].map((one) => rule(one, 22));
    const union = ask(quarters, touches(22, TCP));
    expect(union.truth).toBe(true);
    expect(union.evidence.filter(({ path }) => path.endsWith('CidrIp'))).toHaveLength(4);
    expect(ask(quarters.slice(1), touches(22, TCP)).truth).toBe(false);
  });

  it('names only the rule that decides', () => {
    const { evidence } = ask([rule('10.0.0.0/8', 22), rule('0.0.0.0/0', 22), rule('0.0.0.0/0', 443)], touches(22, TCP));
    expect(evidence.map(({ path, value }) => [path, value])).toEqual([['SecurityGroupIngress[1].CidrIp', '0.0.0.0/0'], ['SecurityGroupIngress[1].FromPort', 22]]);
  });

  it('knows the whole of the ports', () => {
    for (const [from, to, expected] of [[0, 65535, true], [1, 65535, true], [1024, 65535, false]] as const) expect(ask([rule('0.0.0.0/0', from, to)], everyPort).truth).toBe(expected);
    expect(ask([rule('0.0.0.0/0', 0, 65535)], everyProtocol).truth).toBe(false);
    expect(ask([rule('0.0.0.0/0', 0, 65535, 'udp')], touches(53, UDP)).truth).toBe(true);
    expect(ask([rule('0.0.0.0/0', 443)], beyond([80, 443])).truth).toBe(false);
    expect(ask([rule('0.0.0.0/0', 80, 443)], beyond([80, 443])).truth).toBe(true);
    expect(ask([rule('0.0.0.0/0', -1, -1, 'icmp')], connections).truth).toBe(false);
  });

  it('stays unknown only where an unknown could decide', () => {
    const ssh = touches(22, TCP);
    const from = (cidr: Tree, port: Json = 22): Tree => withTree({ IpProtocol: 'tcp', FromPort: port, ToPort: port }, { CidrIp: cidr });
    expect(ask(list([from(anyone)], at), ssh).truth).toBe('unknown');
    expect(ask(list([from(anyone, 443)], at), ssh).truth).toBe(false);
    expect(ask(list([from(anyone), tree(rule('0.0.0.0/0', 22))], at), ssh).truth).toBe(true);
    const somePort = withTree({ IpProtocol: 'tcp', CidrIp: '0.0.0.0/0' }, { FromPort: anyone, ToPort: anyone });
    expect(ask(list([somePort], at), ssh).truth).toBe('unknown');
    expect(ask(list([withTree({ IpProtocol: 'tcp', CidrIp: '10.1.0.0/16' }, { FromPort: anyone, ToPort: anyone })], at), ssh).truth).toBe(false);
    expect(ask(list([from(unknown(reason, at, { parts: [null, '/32'] }))], at), ssh).truth).toBe(false);
    expect(ask(list([from(unknown(reason, at, { parts: [null, '/0'] }))], at), ssh).truth).toBe('unknown');
    expect(ask(list([from(unknown(reason, at, { parts: [{ address: 'aws_vpc.v', attribute: 'cidr_block' }] }))], at), ssh).truth).toBe(false);
    expect(ask(list([], at, reason), ssh).truth).toBe('unknown');
    expect(ask(list([tree(rule('0.0.0.0/0', 22))], at, reason), ssh).truth).toBe(true);
    expect(ask(anyone, ssh).truth).toBe('unknown');
    expect(ask(list([anyone], at), ssh).truth).toBe('unknown');
  });

  it('opens prefix lists that the code gives, and leaves others unknown', () => {
    const rules = [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, SourcePrefixListId: 'pl-1' }];
    expect(ask(rules, touches(22, TCP)).truth).toBe('unknown');
    const holder = (cidr: string): Resource =>
      ({ edges: [{ path: 'SecurityGroupIngress[0].SourcePrefixListId', at, to: { type: 'AWS::EC2::PrefixList', properties: tree({ Entries: [{ Cidr: cidr }] }) } }], loose: [] }) as unknown as Resource;
    expect(ask(rules, touches(22, TCP), holder('10.0.0.0/8')).truth).toBe(false);
    expect(ask(rules, touches(22, TCP), holder('0.0.0.0/0')).truth).toBe(true);
  });
});

describe('network ACLs', () => {
  const entry = (RuleNumber: number, RuleAction: string, CidrBlock: string, more: Record<string, Json> = {}): Record<string, Json> => ({ RuleNumber, RuleAction, CidrBlock, Protocol: -1, ...more });
  const acl = (entries: readonly Tree[], open?: typeof reason) =>
    aclOpenToInternet(entries.map((one) => viewOf(one, { at, defaults: () => undefined }) as View<never>), touches(22, TCP), open).truth;
  const of = (...entries: Record<string, Json>[]) => acl(entries.map(tree));

  it('lets the first fitting rule decide', () => {
    expect(of(entry(100, 'allow', '0.0.0.0/0'))).toBe(true);
    expect(of(entry(100, 'allow', '0.0.0.0/0'), entry(90, 'deny', '0.0.0.0/0'))).toBe(false);
    expect(of(entry(100, 'allow', '0.0.0.0/0'), entry(110, 'deny', '0.0.0.0/0'))).toBe(true);
    expect(of(entry(100, 'allow', '0.0.0.0/0'), entry(90, 'deny', '0.0.0.0/1'))).toBe(true);
    expect(of(entry(100, 'allow', '0.0.0.0/0'), entry(90, 'deny', '0.0.0.0/1'), entry(91, 'deny', '128.0.0.0/1'))).toBe(false);
    expect(of(entry(100, 'allow', '0.0.0.0/0', { Protocol: 6, PortRange: { From: 20, To: 25 } }))).toBe(true);
    expect(of(entry(100, 'allow', '0.0.0.0/0', { Protocol: 17 }))).toBe(false);
    expect(of()).toBe(false);
  });

  it('stays unknown where an unreadable entry could decide', () => {
    const vague = (number: number, action: string): Tree => withTree({ RuleNumber: number, RuleAction: action, Protocol: -1 }, { CidrBlock: anyone });
    const open = tree(entry(100, 'allow', '0.0.0.0/0'));
    expect(acl([vague(90, 'deny'), open])).toBe('unknown');
    expect(acl([vague(110, 'deny'), open])).toBe(true);
    expect(acl([vague(90, 'allow'), open])).toBe(true);
    expect(acl([vague(90, 'allow')])).toBe('unknown');
    expect(acl([], reason)).toBe('unknown');
  });
});
