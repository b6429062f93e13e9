/** What ownership asks of you where the catalogue says nothing special; `…` stands for the thing. */
import type { Layer, Owner } from '../model/layers.js';

const provided: Readonly<Record<Layer, string>> = {
  facilities: 'AWS secures the data centers, the power and the hardware',
  virtualization: 'AWS isolates you from other customers',
  platform: 'AWS runs and secures the service behind its API',
  os: 'AWS patches the operating system',
  runtime: 'AWS patches the software that runs it',
  application: 'AWS writes and secures the software',
  identity: 'AWS controls access to it',
  network: 'AWS secures its endpoints',
  encryption: 'AWS encrypts it',
  secrets: 'AWS keeps its credentials',
  data: 'AWS keeps the data',
  logging: 'AWS records what happens',
  resilience: 'AWS keeps it available',
};

const asked: Readonly<Record<Layer, string>> = {
  facilities: 'Secure the building, the power and the hardware',
  virtualization: 'Isolate the workloads that share a host',
  platform: 'Run and secure the service itself',
  os: 'Choose a supported image and patch the operating system of …',
  runtime: 'Choose a supported version for … and upgrade before it ends',
  application: 'Keep the code of … free of known vulnerabilities',
  identity: 'Decide who may use and change …, and what it may do itself',
  network: 'Decide what can reach …',
  encryption: 'Encrypt what … holds and sends, and choose the keys',
  secrets: 'Keep the credentials of … out of code and plain settings',
  data: 'Decide who sees the data of …, and how long it stays',
  logging: 'Record and watch what happens to …',
  resilience: 'Decide how … survives deletion and failure',
};

const halves: Readonly<Partial<Record<Layer, string>>> = {
  os: 'AWS publishes patched images for …; rolling them out is yours',
  runtime: 'AWS patches the versions that it supports; keeping … on one of them is yours',
  encryption: 'AWS encrypts as you ask it to: switching it on for … and choosing the key is yours',
  resilience: 'AWS keeps … running as you set it: backups, copies and protection from deletion are yours',
};

export function genericDecision(layer: Layer, owner: Owner, thing: string): string {
  if (owner === 'not-applicable') return 'Nothing to decide here';
  if (owner === 'provider') return provided[layer];
  return ((owner === 'shared' ? halves[layer] : undefined) ?? asked[layer]).replace('…', `the ${thing}`);
}

/** Where AWS draws the line itself. */
export const sharedResponsibilityModel = 'https://aws.amazon.com/compliance/shared-responsibility-model/';
