/** `pom.xml`: dependencies whose versions it says itself, literally or by a property. https://maven.apache.org/pom.html */
import type { Found, Reading } from '../found.js';
import { elements, type XmlElement } from '../xml.js';
import { mavenPackage } from './coordinates.js';

export function readPom(bytes: Buffer): Reading {
  const all = elements(bytes.toString('utf8'));
  const children = new Map<number, Map<string, XmlElement>>();
  for (const element of all) {
    if (element.parent === undefined) continue;
    const siblings = children.get(element.parent) ?? new Map<string, XmlElement>();
    children.set(element.parent, siblings);
    if (!siblings.has(element.name)) siblings.set(element.name, element);
  }
  const root = all.find(({ name, parent }) => name === 'project' && parent === undefined);
  if (root === undefined) return { components: [] };
  const child = (element: XmlElement | undefined, name: string): XmlElement | undefined => (element === undefined ? undefined : children.get(element.number)?.get(name));
  const text = (element: XmlElement | undefined, name: string): string | undefined => child(element, name)?.text;
  const parent = child(root, 'parent');
  const properties = new Map<string, string>();
  for (const element of all) if (element.path.join('/') === 'project/properties') properties.set(element.name, element.text);
  for (const name of ['groupId', 'version'] as const) {
    const own = text(root, name) ?? text(parent, name);
    if (own !== undefined) for (const prefix of ['project.', 'pom.', '']) properties.set(`${prefix}${name}`, own);
    const above = text(parent, name);
    if (above !== undefined) properties.set(`project.parent.${name}`, above);
  }
  const filled = (value: string | undefined): string | undefined => fill(value, properties);
  const dependencies = all.filter(({ name, path }) => name === 'dependency' && path.at(-1) === 'dependencies' && !path.includes('plugin') && !path.includes('profile'));
  const managed = new Map<string, string | undefined>();
  const key = (element: XmlElement): string => `${filled(text(element, 'groupId')) ?? ''}:${filled(text(element, 'artifactId')) ?? ''}`;
  for (const one of dependencies) if (one.path.includes('dependencyManagement')) managed.set(key(one), filled(text(one, 'version')));
  const components: Found[] = [];
  const open: string[] = [];
  for (const one of dependencies) {
    if (one.path.join('/') !== 'project/dependencies') continue;
    const version = filled(text(one, 'version')) ?? managed.get(key(one));
    // A range (`[1.0,2.0)`) is no version.
    const found = version === undefined || /[[\](),]/.test(version) ? undefined : mavenPackage(filled(text(one, 'groupId')), filled(text(one, 'artifactId')), version);
    if (found === undefined) open.push(key(one));
    else components.push({ ...found, line: one.line, ...(text(one, 'scope') === 'test' ? { development: true } : {}) });
  }
  const unread = components.length + open.length === 0 ? [] : ['what its dependencies need in turn is not listed; a software bill of materials of the build would tell'];
  if (open.length > 0) unread.push(`${open.length} dependenc${open.length === 1 ? 'y has a version' : 'ies have versions'} that it does not say itself: ${open.slice(0, 5).join(', ')}${open.length > 5 ? ' …' : ''}`);
  return { components, unread };
}

const DEEPEST = 10;

/** Properties may name properties. Undefined when one is not here. */
function fill(value: string | undefined, properties: ReadonlyMap<string, string>): string | undefined {
  let text = value;
  for (let depth = 0; text?.includes('${') === true; depth++) {
    if (depth === DEEPEST || text.length > 1000) return undefined;
    let missing = false;
    text = text.replace(/\$\{([^{}]*)\}/g, (_, name: string) => {
      const found = properties.get(name);
      missing ||= found === undefined;
      return found ?? '';
    });
    if (missing) return undefined;
  }
  return text === '' ? undefined : text;
}
