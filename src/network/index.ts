/** Pure reasoning about reachability: addresses, ports, and rules as a union. */
export { isInternet, parseCidr, type Range } from './cidr.js';
export { openToInternet, type Rule, type RuleSet } from './exposure.js';
export { aclOpenToInternet } from './network-acl.js';
export { groupRules } from './security-group.js';
export { anything, beyond, connections, everyPort, everyProtocol, TCP, touches, trafficOf, UDP, type Traffic, type TrafficQuestion } from './traffic.js';
