/** The judged types by name, and what is known of services by their types. */
import type { Entry, ServiceModel } from './entry.js';
import { iaas } from './iaas.js';
import { paas } from './paas.js';
import { saas } from './saas.js';
import { serverless } from './serverless.js';
import { storage } from './storage.js';

export { serviceModels, type Entry, type Fact, type ServiceModel } from './entry.js';

export const catalogue: readonly Entry[] = [...iaas, ...paas, ...storage, ...serverless, ...saas];

const byType = new Map(catalogue.map((entry) => [entry.type, entry]));
/** The first judged type of a service stands for it. */
const byService = new Map([...catalogue].reverse().map((entry) => [serviceOf(entry.type), entry]));

/** `AWS::S3::Bucket` → `S3`. */
export function serviceOf(type: string): string {
  return type.split('::')[1] ?? type;
}

export const entryOf = (type: string): Entry | undefined => byType.get(type);

/** The judged type that stands for the service of a type. */
export const serviceEntryOf = (type: string): Entry | undefined => byService.get(serviceOf(type));

/** The service model of any type: its own, else that of its service. */
export const modelOf = (type: string): ServiceModel | undefined => (entryOf(type) ?? serviceEntryOf(type))?.model;
