/** What a rule lets through: protocols and ports, and questions about them that stay unknown where an unknown could decide. */
import { cursor, type Field, type Reason, type Truth } from '../model/index.js';

/** The protocol and ports of a rule; `unknown` where the code does not tell. */
export interface Traffic {
  /** IANA number, or all protocols. */
  readonly protocol: number | 'all' | 'unknown';
  /** Inclusive; undefined: every port, because the rule names none or its protocol has none. */
  readonly ports: readonly [from: number, to: number] | 'unknown' | undefined;
  readonly reasons: readonly Reason[];
}

/** A question of a rule's traffic. */
export type TrafficQuestion = (traffic: Traffic) => Truth;

export const TCP = 6;
export const UDP = 17;
const numbers: Readonly<Record<string, number>> = { icmp: 1, tcp: TCP, udp: UDP, icmpv6: 58 };

/** The traffic of a rule that names a protocol and the ends of a port range. */
export function trafficOf(protocol: Field<unknown>, from: Field<unknown>, to: Field<unknown>): Traffic {
  const reasons: Reason[] = [];
  const named = read(protocol, reasons);
  const number = named === undefined ? 'unknown' : protocolNumber(named);
  // Ports mean something only to TCP and UDP; for the ICMPs the two numbers are type and code.
  if (number === 'all' || (number !== 'unknown' && number !== TCP && number !== UDP)) return { protocol: number, ports: undefined, reasons: [] };
  const [low, high] = [read(from, reasons), read(to, reasons)];
  if (low === undefined || high === undefined) return { protocol: number, ports: 'unknown', reasons };
  if (low === null && high === null) {
    // The service refuses TCP and UDP rules without ports.
    if (number !== 'unknown') reasons.push({ kind: 'malformed', detail: 'a TCP or UDP rule names no ports' });
    return { protocol: number, ports: number === 'unknown' ? undefined : 'unknown', reasons };
  }
  const [first, last] = [Number(low ?? high), Number(high ?? low)];
  if (Number.isNaN(first) || Number.isNaN(last)) {
    return { protocol: number, ports: 'unknown', reasons: [...reasons, { kind: 'malformed', detail: `\`${String(low)}\` to \`${String(high)}\` is no range of ports` }] };
  }
  return { protocol: number, ports: first === -1 || last === -1 ? undefined : [first, last], reasons };
}

/** The scalar, null when absent, undefined (with its reason) when unknown. */
function read(field: Field<unknown>, reasons: Reason[]): string | number | boolean | null | undefined {
  const { tree } = cursor(field);
  if (tree === undefined) return null;
  if (tree.kind === 'scalar') return tree.value;
  if (tree.kind === 'unknown') {
    reasons.push(tree.reason);
    return undefined;
  }
  return null;
}

function protocolNumber(named: string | number | boolean | null): number | 'all' {
  const text = String(named ?? '-1').toLowerCase();
  if (text === '-1' || text === 'all') return 'all';
  const number = numbers[text] ?? Number(text);
  // A name outside the four is refused by the service; nothing is known of its ports.
  return Number.isNaN(number) ? 'all' : number;
}

const and = (a: Truth, b: Truth): Truth => (a === false || b === false ? false : a === true && b === true ? true : 'unknown');

/** Lets a port of a protocol through. */
export const touches =
  (port: number, protocol: number): TrafficQuestion =>
  (traffic) => {
    const fits: Truth = traffic.protocol === 'unknown' ? 'unknown' : traffic.protocol === 'all' || traffic.protocol === protocol;
    const inside: Truth =
      traffic.ports === 'unknown' ? 'unknown' : traffic.ports === undefined ? true : traffic.ports[0] <= port && port <= traffic.ports[1];
    return and(fits, inside);
  };

/** Lets every port of TCP or UDP, or every protocol through; port 0 does not count, nobody listens there. */
export const everyPort: TrafficQuestion = ({ protocol, ports }) => {
  const carries: Truth = protocol === 'unknown' ? 'unknown' : protocol === 'all' || protocol === TCP || protocol === UDP;
  const whole: Truth = ports === 'unknown' ? 'unknown' : ports === undefined ? true : ports[0] <= 1 && ports[1] >= 65535;
  return and(carries, whole);
};

/** Lets every protocol through. */
export const everyProtocol: TrafficQuestion = ({ protocol }) => (protocol === 'unknown' ? 'unknown' : protocol === 'all');

/** Lets anything through. */
export const anything: TrafficQuestion = () => true;

/** Lets a connection through that reaches a service: TCP, UDP or all protocols; not the messages of ICMP. */
export const connections: TrafficQuestion = ({ protocol }) => (protocol === 'unknown' ? 'unknown' : protocol === 'all' || protocol === TCP || protocol === UDP);

/** Lets something through besides these TCP and UDP ports. */
export const beyond =
  (allowed: readonly number[]): TrafficQuestion =>
  (traffic) => {
    if (traffic.ports === 'unknown') return connections(traffic) === false ? false : 'unknown';
    if (traffic.ports === undefined) return connections(traffic);
    const [from, to] = traffic.ports;
    const covered = to - from < allowed.length && Array.from({ length: to - from + 1 }, (_, i) => from + i).every((port) => allowed.includes(port));
    return covered ? false : connections(traffic);
  };
