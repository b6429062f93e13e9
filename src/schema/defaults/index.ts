/** Documented defaults: what applies when a property is left out, apart for CloudFormation, Terraform and the API. */
import type { Dialect } from '../../model/resource.js';
import type { DocumentedDefault } from '../../model/view.js';
import { compute } from './compute.js';
import { database } from './database.js';
import { identity } from './identity.js';
import { integration } from './integration.js';
import { network } from './network.js';
import { storage } from './storage.js';
import type { DefaultTable } from './table.js';

const tables: readonly DefaultTable[] = [compute, database, identity, integration, network, storage];

let merged: ReadonlyMap<string, ReadonlyMap<string, DocumentedDefault>> | undefined;

/**
 * The documented default of a property (path without list indexes); undefined where none is documented or it depends on
 * things outside the resource. A default that depends is left out: a wrong one would be a silent pass.
 * Attributes of key/value lists have their key as last step: `LoadBalancerAttributes.deletion_protection.enabled`.
 */
export function defaultOf(type: string, path: string, dialect: Dialect): DocumentedDefault | undefined {
  merged ??= merge();
  return merged.get(`${dialect} ${type}`)?.get(path);
}

/** Every row, for tests and documentation. */
export function* documentedDefaults(): Generator<{ readonly type: string; readonly path: string; readonly dialect: Dialect } & DocumentedDefault> {
  merged ??= merge();
  for (const [key, rows] of merged) {
    const [dialect, type] = key.split(' ') as [Dialect, string];
    for (const [path, found] of rows) yield { type, path, dialect, ...found };
  }
}

function merge(): ReadonlyMap<string, ReadonlyMap<string, DocumentedDefault>> {
  const all = new Map<string, Map<string, DocumentedDefault>>();
  for (const table of tables) {
    for (const [type, properties] of Object.entries(table)) {
      for (const [path, rows] of Object.entries(properties)) {
        for (const { dialects, value, reference = templateReference(type, path) } of rows) {
          for (const dialect of dialects) {
            const key = `${dialect} ${type}`;
            const found = all.get(key) ?? new Map<string, DocumentedDefault>();
            all.set(key, found);
            found.set(path, { value, reference });
          }
        }
      }
    }
  }
  return all;
}

/** `AWS::RDS::DBInstance`, `StorageEncrypted` → that property's entry in the CloudFormation reference. */
function templateReference(type: string, path: string): string {
  const page = type.toLowerCase().split('::').slice(1).join('-');
  return `https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-${page}.html#cfn-${page}-${path.split('.')[0]!.toLowerCase()}`;
}
