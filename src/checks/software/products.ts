/** What the end-of-life data calls operating systems and language runtimes. */

/** By `ID` of os-release (https://www.freedesktop.org/software/systemd/man/latest/os-release.html). */
const systems: Readonly<Record<string, string>> = {
  almalinux: 'almalinux',
  alpine: 'alpine-linux',
  amzn: 'amazon-linux',
  centos: 'centos',
  debian: 'debian',
  fedora: 'fedora',
  ol: 'oracle-linux',
  rhel: 'rhel',
  rocky: 'rocky-linux',
  sle_hpc: 'sles',
  sled: 'sles',
  sles: 'sles',
  sles_sap: 'sles',
  ubuntu: 'ubuntu',
};

/** By what inventories call them. */
const runtimes: Readonly<Record<string, string>> = {
  bun: 'bun',
  deno: 'deno',
  dotnet: 'dotnet',
  go: 'go',
  java: 'eclipse-temurin',
  node: 'nodejs',
  nodejs: 'nodejs',
  openjdk: 'eclipse-temurin',
  php: 'php',
  python: 'python',
  ruby: 'ruby',
  rust: 'rust',
  stdlib: 'go',
};

/** Undefined: the data does not have it. */
export function systemProduct(id: string, name: string): string | undefined {
  if (id === 'centos' && /stream/i.test(name)) return 'centos-stream';
  return Object.hasOwn(systems, id) ? systems[id] : undefined;
}

export const runtimeProduct = (name: string): string | undefined => (Object.hasOwn(runtimes, name.toLowerCase()) ? runtimes[name.toLowerCase()] : undefined);
