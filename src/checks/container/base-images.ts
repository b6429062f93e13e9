/** What the end-of-life data calls official images, and which versions the tags of such an image speak of. */

/** By repository on Docker Hub (https://hub.docker.com/u/library). */
const products: Readonly<Record<string, string>> = {
  almalinux: 'almalinux',
  alpine: 'alpine-linux',
  amazonlinux: 'amazon-linux',
  centos: 'centos',
  debian: 'debian',
  fedora: 'fedora',
  golang: 'go',
  httpd: 'apache-http-server',
  mariadb: 'mariadb',
  mongo: 'mongodb',
  mysql: 'mysql',
  nginx: 'nginx',
  node: 'nodejs',
  oraclelinux: 'oracle-linux',
  php: 'php',
  postgres: 'postgresql',
  python: 'python',
  rabbitmq: 'rabbitmq',
  redis: 'redis',
  rockylinux: 'rocky-linux',
  ruby: 'ruby',
  ubuntu: 'ubuntu',
};

/** Names of releases that tags use: https://wiki.debian.org/DebianReleases, https://wiki.ubuntu.com/Releases. */
const names: Readonly<Record<string, readonly [product: string, version: string]>> = {
  wheezy: ['debian', '7'],
  jessie: ['debian', '8'],
  stretch: ['debian', '9'],
  buster: ['debian', '10'],
  bullseye: ['debian', '11'],
  bookworm: ['debian', '12'],
  trixie: ['debian', '13'],
  trusty: ['ubuntu', '14.04'],
  xenial: ['ubuntu', '16.04'],
  bionic: ['ubuntu', '18.04'],
  focal: ['ubuntu', '20.04'],
  jammy: ['ubuntu', '22.04'],
  noble: ['ubuntu', '24.04'],
};

/** Undefined: the data does not have it. */
export const productsOf = (repository: string): string | undefined => (Object.hasOwn(products, repository) ? products[repository] : undefined);

/** `3.9-slim-buster` of Python is Python 3.9 and Debian 10; `8-alpine3.12` is Alpine 3.12, too. */
export function linesOf(product: string, tag: string): readonly { readonly product: string; readonly version: string }[] {
  const [first = '', ...rest] = tag.toLowerCase().split('-');
  const version = /^v?(\d+(?:\.\d+)*)/.exec(first)?.[1];
  const named = [first, ...rest].flatMap((word) => {
    const alpine = /^alpine(\d+(?:\.\d+)+)$/.exec(word)?.[1];
    if (alpine !== undefined) return [{ product: 'alpine-linux', version: alpine }];
    const found = Object.hasOwn(names, word) ? names[word] : undefined;
    return found === undefined ? [] : [{ product: found[0], version: found[1] }];
  });
  return [...(version === undefined ? [] : [{ product, version }]), ...named];
}
