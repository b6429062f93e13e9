/** The layers of the shared-responsibility line, from the provider's end to yours. */
export const layers = [
  'facilities',
  'virtualization',
  'platform',
  'os',
  'runtime',
  'application',
  'identity',
  'network',
  'encryption',
  'secrets',
  'data',
  'logging',
  'resilience',
] as const;

export type Layer = (typeof layers)[number];

export const owners = ['provider', 'customer', 'shared', 'not-applicable'] as const;
export type Owner = (typeof owners)[number];
