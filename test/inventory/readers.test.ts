import { deflateSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { GoSearch } from '../../src/inventory/go/binary.js';
import type { Reading } from '../../src/inventory/found.js';
import { programs, ruleFinder, type Place } from '../../src/inventory/rules.js';
import { zip } from '../archive/make.js';

async function read(place: Place, path: string, content: string | Buffer): Promise<Reading> {
  const rule = ruleFinder(place)(path);
  if (rule === undefined) throw new Error(`no rule reads ${path}`);
  return (await rule.load())(Buffer.from(content), path);
}

/** `type name version`, then `dev` and the line where there are any. */
const listed = ({ components }: Reading): readonly string[] => components.map(({ type, name, version, development, line, inside }) => [type, name, version, development === true ? 'dev' : '', line === undefined ? '' : `:${line}`, inside ?? ''].filter((part) => part !== '').join(' '));

const cases: readonly { readonly place: Place; readonly path: string; readonly content: string | Buffer; readonly found: readonly string[]; readonly unread?: readonly string[] }[] = [
  {
    place: 'system',
    path: 'var/lib/dpkg/status',
    content: 'Package: a\nStatus: install ok installed\nVersion: 1:2.0-1+b1\nSource: src-a (1:2.0-1)\n\nPackage: gone\nStatus: deinstall ok config-files\nVersion: 1\n\nPackage: held\nStatus: hold ok installed\nVersion: 3\n',
    found: ['deb a 1:2.0-1+b1 :1', 'deb held 3 :10'],
  },
  { place: 'system', path: 'var/lib/dpkg/status.d/base', content: 'Package: base-files\nVersion: 12.4\n', found: ['deb base-files 12.4 :1'] },
  { place: 'system', path: 'lib/apk/db/installed', content: 'C:Q1x\nP:musl\nV:1.2.4-r2\nA:x86_64\no:musl\nF:lib\nR:ld.so\n\nP:libssl3\nV:3.1.4-r1\no:openssl\n\n', found: ['apk musl 1.2.4-r2 :1', 'apk libssl3 3.1.4-r1 :9'] },
  { place: 'system', path: 'app/node_modules/@a/b/package.json', content: '{"name":"@a/b","version":"1.0.0","license":"MIT"}', found: ['npm @a/b 1.0.0'] },
  { place: 'system', path: 'app/node_modules/a/package.json', content: '{"type":"module"}', found: [] },
  { place: 'system', path: 'app/node_modules/old-lodash/package.json', content: '{"name":"lodash","version":"4.17.20"}', found: ['npm lodash 4.17.20'] },
  { place: 'system', path: 'app/node_modules/@a/package.json', content: '{"name":"x","version":"1.0.0"}', found: [] },
  { place: 'project', path: 'package-lock.json', content: '{\n "lockfileVersion": 3,\n "packages": {\n  "": {"name": "me"},\n  "node_modules/a": {\n   "version": "1.0.0" },\n  "node_modules/a/node_modules/@s/b": {\n   "version": "2.0.0", "dev": true },\n  "node_modules/alias": { "name": "real", "version": "3.0.0" },\n  "node_modules/ws": { "link": true, "resolved": "packages/ws" },\n  "packages/ws": { "version": "9.0.0" }\n } }', found: ['npm a 1.0.0 :5', 'npm @s/b 2.0.0 dev :7', 'npm real 3.0.0 :9'] },
  { place: 'project', path: 'x/package-lock.json', content: '{"lockfileVersion":1,"dependencies":{"a":{"version":"1.0.0","dependencies":{"b":{"version":"2.0.0","dev":true}}},"git":{"version":"git+ssh://x"},"al":{"version":"npm:real@4.0.0"}}}', found: ['npm a 1.0.0', 'npm b 2.0.0 dev', 'npm real 4.0.0'] },
  { place: 'project', path: 'yarn.lock', content: '# yarn lockfile v1\n\n"@babel/core@^7.0.0", "@babel/core@^7.1.0":\n  version "7.23.0"\n  resolved "x"\n\nleft-pad@1.3.0:\n  version "1.3.0"\n\nal@npm:real@^1:\n  version "1.5.0"\n', found: ['npm @babel/core 7.23.0 :3', 'npm left-pad 1.3.0 :7', 'npm real 1.5.0 :10'] },
  { place: 'project', path: 'berry/yarn.lock', content: '__metadata:\n  version: 8\n\n"a@npm:^1.0.0, a@npm:^1.2.0":\n  version: 1.2.3\n  resolution: "a@npm:1.2.3"\n\n"me@workspace:.":\n  version: 0.0.0-use.local\n', found: ['npm a 1.2.3 :4'] },
  { place: 'project', path: 'five/pnpm-lock.yaml', content: "lockfileVersion: 5.4\npackages:\n  /@a/b/1.0.0_react@18.0.0:\n    dev: true\n  /c/2.0.0:\n    dev: false\n", found: ['npm @a/b 1.0.0 dev :3', 'npm c 2.0.0 :5'] },
  { place: 'project', path: 'six/pnpm-lock.yaml', content: "lockfileVersion: '6.0'\npackages:\n  /@a/b@1.0.0(react@18.0.0):\n    dev: true\n  '@git.example/x/y/abc':\n    dev: false\n", found: ['npm @a/b 1.0.0 dev :3'] },
  { place: 'project', path: 'nine/pnpm-lock.yaml', content: "lockfileVersion: '9.0'\npackages:\n  '@a/b@1.0.0':\n    resolution: {integrity: x}\n  c@2.0.0:\n    resolution: {integrity: x}\n  d@file:../d:\n    resolution: {directory: ../d}\n", found: ['npm @a/b 1.0.0 :3', 'npm c 2.0.0 :5'] },
  { place: 'project', path: 'bun.lock', content: '{\n // text\n "lockfileVersion": 1,\n "packages": {\n  "a": ["a@1.0.0", "", {}, "sha512-x"],\n  "ws": ["ws@workspace:packages/ws"],\n },\n}', found: ['npm a 1.0.0'] },
  { place: 'project', path: 'bun.lockb', content: 'binary', found: [], unread: ['the binary form of a lockfile of bun is not read; `bun install --save-text-lockfile` writes the text form'] },
  { place: 'project', path: 'requirements.txt', content: '# c\n-r other.txt\nDjango==4.2.1 ; python_version > "3"\nrequests[socks] == 2.31.0 \\\n    --hash=sha256:abc\nflask>=2\npkg @ https://x/y.whl\nexact===1.0+local\n', found: ['pypi Django 4.2.1 :3', 'pypi requests 2.31.0 :4', 'pypi exact 1.0+local :8'], unread: ['2 requirements have no exact version: flask, pkg; a lockfile would tell'] },
  { place: 'project', path: 'Pipfile.lock', content: '{\n"default": {\n"a": {"version": "==1.0"},\n"git": {"ref": "x"}},\n"develop": {\n"b": {"version": "==2.0"}}}', found: ['pypi a 1.0 :3', 'pypi b 2.0 dev :6'] },
  { place: 'project', path: 'poetry.lock', content: '[[package]]\nname = "a"\nversion = "1.0"\ncategory = "dev"\n\n[[package]]\nname = "b"\nversion = "2.0"\ngroups = ["main", "dev"]\n\n[[package]]\nname = "c"\nversion = "3.0"\n[package.source]\ntype = "git"\n', found: ['pypi a 1.0 dev :1', 'pypi b 2.0 :6'] },
  { place: 'project', path: 'pdm.lock', content: '[[package]]\nname = "a"\nversion = "1.0"\ngroups = ["default"]\n[[package]]\nname = "t"\nversion = "2"\ngroups = ["test"]\n', found: ['pypi a 1.0 :1', 'pypi t 2 dev :5'] },
  { place: 'project', path: 'uv.lock', content: 'version = 1\n[[package]]\nname = "me"\nversion = "0.1"\nsource = { virtual = "." }\n[[package]]\nname = "a"\nversion = "1.0"\nsource = { registry = "https://pypi.org/simple" }\n', found: ['pypi a 1.0 :6'] },
  { place: 'system', path: 'usr/lib/python3/site-packages/a-1.0.dist-info/METADATA', content: 'Metadata-Version: 2.1\nName: A.b\nVersion: 1.0\nLicense: MIT\n\nName: not this\n', found: ['pypi A.b 1.0'] },
  { place: 'system', path: 'usr/lib/python2.7/a.egg-info', content: 'Name: a\nVersion: 1\n', found: ['pypi a 1'] },
  { place: 'project', path: 'go.mod', content: 'module example.com/m\n\ngo 1.21\n\nrequire golang.org/x/net v0.17.0\nrequire (\n\tgithub.com/a/b v1.2.3 // indirect\n\tgithub.com/c/d v1.0.0\n\tgithub.com/e/f v2.0.0+incompatible\n)\nreplace github.com/c/d => ../d\nreplace github.com/a/b v1.2.3 => github.com/fork/b v1.2.4\n', found: ['golang golang.org/x/net v0.17.0 :5', 'golang github.com/fork/b v1.2.4 :7', 'golang github.com/e/f v2.0.0+incompatible :9'], unread: [] },
  { place: 'project', path: 'old/go.mod', content: 'module m\ngo 1.16\n', found: [], unread: ['before Go 1.17 it names direct dependencies only; what those need is not known'] },
  {
    place: 'project',
    path: 'pom.xml',
    content: '<?xml version="1.0"?>\n<!DOCTYPE project [<!ENTITY x "y">]>\n<project>\n<parent><groupId>g</groupId><version>1.0</version></parent>\n<properties><v>2.<!-- no -->5</v><w>${v}.1</w></properties>\n<dependencyManagement><dependencies><dependency><groupId>m</groupId><artifactId>n</artifactId><version>7</version></dependency></dependencies></dependencyManagement>\n<dependencies>\n<dependency><groupId>a</groupId><artifactId>b</artifactId><version>${w}</version></dependency>\n<dependency><groupId>${project.groupId}</groupId><artifactId>c</artifactId><version>${project.version}</version><scope>test</scope></dependency>\n<dependency><groupId>m</groupId><artifactId>n</artifactId></dependency>\n<dependency><groupId>e</groupId><artifactId>f</artifactId><version>&x;${nope}</version></dependency>\n<dependency><groupId>r</groupId><artifactId>s</artifactId><version>[1,2)</version></dependency>\n</dependencies></project>',
    found: ['maven a:b 2.5.1 :8', 'maven g:c 1.0 dev :9', 'maven m:n 7 :10'],
    unread: ['what its dependencies need in turn is not listed; a software bill of materials of the build would tell', '2 dependencies have versions that it does not say itself: e:f, r:s'],
  },
  { place: 'project', path: 'gradle.lockfile', content: '# c\na:b:1.0=compileClasspath,runtimeClasspath\nt:u:2.0=testCompileClasspath\nempty=\n', found: ['maven a:b 1.0 :2', 'maven t:u 2.0 dev :3'] },
  { place: 'project', path: 'Cargo.lock', content: 'version = 3\n\n[[package]]\nname = "me"\nversion = "0.1.0"\n\n[[package]]\nname = "serde"\nversion = "1.0.1"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\n', found: ['cargo serde 1.0.1 :7'] },
  { place: 'project', path: 'composer.lock', content: '{"packages":[{"name":"a/b","version":"v1.0.0","license":["MIT"]},{"name":"x/dev","version":"dev-main"}],"packages-dev":[{"name":"t/u","version":"2.0"}]}', found: ['composer a/b v1.0.0', 'composer t/u 2.0 dev'] },
  { place: 'system', path: 'srv/vendor/composer/installed.json', content: '{"packages":[{"name":"a/b","version":"1.0"},{"name":"c/d","version":"2.0"}],"dev-package-names":["c/d"]}', found: ['composer a/b 1.0', 'composer c/d 2.0 dev'] },
  { place: 'project', path: 'packages.lock.json', content: '{\n"version":1,"dependencies":{"net8.0":{\n"A.B":{"type":"Direct","resolved":"1.0.0"},\n"me":{"type":"Project"}}}}', found: ['nuget A.B 1.0.0 :3'] },
  { place: 'system', path: 'app/app.deps.json', content: '{"libraries":{"app/1.0.0":{"type":"project"},"A.B/2.0.0":{"type":"package"},"runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/8.0.1":{"type":"runtimepack"}}}', found: ['nuget A.B 2.0.0', 'nuget Microsoft.NETCore.App.Runtime.linux-x64 8.0.1'] },
  { place: 'system', path: 'usr/local/include/node/node_version.h', content: '#define NODE_MAJOR_VERSION 20\n#define NODE_MINOR_VERSION 11\n#define NODE_PATCH_VERSION 1\n', found: ['generic node 20.11.1'] },
  { place: 'system', path: 'usr/local/include/node/node_version.h', content: '', found: [] },
  { place: 'system', path: 'usr/local/include/python3.12/patchlevel.h', content: '#define PY_VERSION      	"3.12.1"\n', found: ['generic python 3.12.1'] },
  { place: 'system', path: 'opt/java/openjdk/release', content: 'IMPLEMENTOR="x"\nJAVA_VERSION="17.0.9"\n', found: ['generic java 17.0.9'] },
  { place: 'system', path: 'opt/other/release', content: 'NAME=x\n', found: [] },
  { place: 'system', path: 'usr/local/lib/ruby/3.3.0/x86_64-linux/rbconfig.rb', content: '  CONFIG["RUBY_PROGRAM_VERSION"] = "3.3.0"\n', found: ['generic ruby 3.3.0'] },
  { place: 'system', path: 'usr/local/go/VERSION', content: 'go1.21.5\ntime 2023\n', found: ['generic go 1.21.5'] },
  { place: 'system', path: 'usr/share/dotnet/shared/Microsoft.NETCore.App/8.0.1/Microsoft.NETCore.App.deps.json', content: '{"libraries":{}}', found: ['generic dotnet 8.0.1'] },
  { place: 'project', path: 'ios/Podfile.lock', content: 'x', found: [], unread: ['`Podfile.lock` is a lockfile that is not read yet'] },
  { place: 'project', path: 'packages.config', content: '<packages>\n <package id="A" version="1.0" />\n <package id="T" version="2.0" developmentDependency="true"></package>\n</packages>', found: ['nuget A 1.0 :2', 'nuget T 2.0 dev :3'] },
  { place: 'project', path: 'Gemfile.lock', content: 'GIT\n  remote: x\n  specs:\n    g (1.0)\n\nGEM\n  remote: https://rubygems.org/\n  specs:\n    nokogiri (1.15.4-x86_64-linux)\n      racc (~> 1.4)\n    rails (7.0.1)\n\nPLATFORMS\n  ruby\n', found: ['gem nokogiri 1.15.4 :9', 'gem rails 7.0.1 :11'] },
  { place: 'system', path: 'usr/lib/ruby/gems/3.2.0/specifications/rack-3.0.0.gemspec', content: '# -*- encoding: utf-8 -*-\nGem::Specification.new do |s|\n  s.name = "rack".freeze\n  s.version = "3.0.0"\n  s.licenses = ["MIT".freeze]\nend\n', found: ['gem rack 3.0.0'] },
];

test.each(cases)('$place $path', async ({ place, path, content, found, unread }) => {
  const reading = await read(place, path, content);
  expect(reading.problems ?? []).toEqual([]);
  expect(listed(reading)).toEqual(found);
  expect(reading.unread ?? []).toEqual(unread ?? []);
});

test('broken lockfiles are one line each, and no bytes make a reader throw', async () => {
  for (const { place, path, content } of cases) {
    const bytes = Buffer.from(content);
    for (const damaged of [bytes.subarray(0, Math.floor(bytes.length / 2)), Buffer.from([0xff, 0xfe, 0, 1, 2, 3]), Buffer.from('{"a":'.repeat(50_000)), Buffer.from('[['.repeat(50_000)), Buffer.from('<a>'.repeat(50_000)), Buffer.from('<a "'.repeat(50_000)), Buffer.alloc(0)]) {
      const reading = await read(place, path, damaged);
      expect((reading.problems ?? []).length, path).toBeLessThanOrEqual(2);
    }
  }
  expect((await read('project', 'package-lock.json', '{')).problems).toEqual([{ message: 'is no valid JSON' }]);
  expect((await read('project', 'Cargo.lock', '[[package]]\nname = \n')).problems).toMatchObject([{ line: 2, message: expect.stringMatching(/^is no valid TOML: /) }]);
});

test('an alias of YAML does not unfold without end', async () => {
  const levels = Array.from({ length: 30 }, (_, i) => `a${i}: &a${i} {x: ${i === 0 ? '1' : `*a${i - 1}`}, y: ${i === 0 ? '1' : `*a${i - 1}`}}`).join('\n');
  expect(listed(await read('project', 'pnpm-lock.yaml', `${levels}\npackages:\n  c@1.0.0: *a29\n`))).toEqual(['npm c 1.0.0']);
});

const properties = (group: string, artifact: string, version: string) => ({ name: `META-INF/maven/${group}/${artifact}/pom.properties`, content: `#Generated\ngroupId=${group}\nartifactId=${artifact}\nversion=${version}\n` });

test('jars say what they are by what Maven wrote, those inside them too', async () => {
  const inner = zip([properties('org.apache.logging.log4j', 'log4j-core', '2.14.1'), { name: 'a.class', content: 'x' }]);
  const nameless = zip([{ name: 'a.class', content: 'x' }]);
  const reading = await read('system', 'app.jar', zip([properties('com.acme', 'app', '1.0'), { name: 'BOOT-INF/lib/log4j-core-2.14.1.jar', content: inner, stored: true }, { name: 'BOOT-INF/lib/x.jar', content: nameless }]));
  expect(listed(reading)).toEqual(['maven org.apache.logging.log4j:log4j-core 2.14.1 BOOT-INF/lib/log4j-core-2.14.1.jar', 'maven com.acme:app 1.0']);
  expect(reading.unread).toEqual(['`BOOT-INF/lib/x.jar` does not say which library it is: no `pom.properties` inside']);
  expect(listed(await read('system', 'root/.m2/repository/org/acme/lib/2.0/lib-2.0.jar', nameless))).toEqual(['maven org.acme:lib 2.0']);
});

describe('jars of other builds than Maven', () => {
  const jar = (manifest: string): Buffer => zip([{ name: 'META-INF/MANIFEST.MF', content: `Manifest-Version: 1.0\r\n${manifest.replaceAll('\n', '\r\n')}\r\n\r\nName: x/\r\nImplementation-Version: 9\r\n` }, { name: 'a.class', content: 'x' }]);
  it.each<readonly [path: string, manifest: string, found: string | undefined]>([
    ['lib/spring-core-5.3.18.jar', 'Implementation-Title: spring-core\nImplementation-Version: 5.3.18', 'maven org.springframework:spring-core 5.3.18'],
    ['lib/spring-boot-2.7.0.jar', 'Implementation-Title: Spring Boot\nImplementation-Version: 2.7.0', 'maven org.springframework.boot:spring-boot 2.7.0'],
    ['lib/tomcat-embed-core-9.0.56.jar', 'Implementation-Title: Apache Tomcat\nImplementation-Version: 9.0.56', 'maven org.apache.tomcat.embed:tomcat-embed-core 9.0.56'],
    ['lib/hibernate-core-5.6.5.Final.jar', 'Bundle-Version: 5.6.5.Final\nImplementation-Version: 5.6.5.Final', 'maven org.hibernate:hibernate-core 5.6.5.Final'],
    ['lib/thing-1.2.jar', 'Implementation-Version: 1.2\nImplementation-Vendor-Id: com.ac\n me.things', 'maven com.acme.things:thing 1.2'],
    ['renamed.jar', 'Implementation-Title: spring-web\nImplementation-Version: 5.3.18', 'maven org.springframework:spring-web 5.3.18'],
    ['lib/spring-core-5.3.20.jar', 'Implementation-Title: something\nImplementation-Version: 5.3.18', undefined],
    ['lib/unheard-of-1.0.jar', 'Implementation-Version: 1.0', undefined],
    ['lib/spring-evil-1.0.jar', 'Implementation-Version: 1.0', undefined],
  ])('%s', async (path, manifest, found) => {
    const reading = await read('system', path, jar(manifest));
    expect(listed(reading)).toEqual(found === undefined ? [] : [found]);
    expect(reading.unread ?? []).toHaveLength(found === undefined ? 1 : 0);
  });
});

test('jars in jars without end, and bombs, are cut off with a line', async () => {
  let jar = zip([properties('g', 'deepest', '1')]);
  for (let i = 0; i < 8; i++) jar = zip([{ name: `level${i}.jar`, content: jar }]);
  const deep = await read('system', 'deep.jar', jar);
  expect(deep.components).toEqual([]);
  expect(deep.problems).toMatchObject([{ message: expect.stringContaining('nested deeper than 4 levels') }]);
  const zeros = zip(Array.from({ length: 12 }, (_, i) => ({ name: `${i}.jar`, content: Buffer.alloc(60 * 1024 * 1024) })));
  const bomb = await read('system', 'bomb.jar', zeros);
  expect(bomb.problems!.some(({ message }) => /expands to more than/.test(message))).toBe(true);
});

/** An ELF file of 64 bits with one section of this name and content, and its texts. */
function elf(name: string, content: Buffer): Buffer {
  const texts = Buffer.from(`\0${name}\0.shstrtab\0`);
  const header = Buffer.alloc(64);
  header.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  const at = Math.ceil((64 + content.length + texts.length) / 16) * 16;
  header.writeBigUInt64LE(BigInt(at), 40);
  header.writeUInt16LE(64, 58);
  header.writeUInt16LE(3, 60);
  header.writeUInt16LE(2, 62);
  const section = (nameAt: number, offset: number, size: number): Buffer => {
    const made = Buffer.alloc(64);
    made.writeUInt32LE(nameAt);
    made.writeBigUInt64LE(BigInt(offset), 24);
    made.writeBigUInt64LE(BigInt(size), 32);
    return made;
  };
  const body = Buffer.alloc(at - 64);
  content.copy(body);
  texts.copy(body, content.length);
  return Buffer.concat([header, body, Buffer.alloc(64), section(1, 64, content.length), section(name.length + 2, 64 + content.length, texts.length)]);
}

function goBinary(version: string, info: string): Buffer {
  const text = (value: string): Buffer => {
    const size = Buffer.byteLength(value);
    return Buffer.concat([Buffer.from(size < 128 ? [size] : [(size & 127) | 128, size >> 7]), Buffer.from(value)]);
  };
  const head = Buffer.alloc(32);
  head.write('\xff Go buildinf:', 'latin1');
  head[14] = 8;
  head[15] = 2;
  return elf('.go.buildinfo', Buffer.concat([head, text(version), text(`0123456789abcdef${info}fedcba9876543210`)]));
}

test('binaries of Go list their modules and the standard library; those with cargo-auditable their crates', async () => {
  const reader = await programs.load();
  const info = 'path\tcmd/x\nmod\texample.com/x\t(devel)\t\ndep\tgolang.org/x/net\tv0.10.0\th1:x=\ndep\tgithub.com/a/b\tv1.0.0\n=>\tgithub.com/fork/b\tv1.0.1\th1:y=\ndep\tlocal/z\tv1.0.0\n=>\t../z\t(devel)\t\nbuild\tGOOS=linux\n';
  expect(listed(reader(goBinary('go1.21.3', info), 'usr/bin/x'))).toEqual(['golang stdlib 1.21.3', 'golang golang.org/x/net v0.10.0', 'golang github.com/fork/b v1.0.1']);
  expect(listed(reader(goBinary('go1.22rc1 X:loopvar', ''), 'x'))).toEqual(['golang stdlib 1.22.0-rc.1']);
  const crates = { packages: [{ name: 'serde', version: '1.0.0', source: 'crates.io' }, { name: 'cc', version: '1.0.1', source: 'crates.io', kind: 'build' }, { name: 'me', version: '0.1.0', source: 'local', root: true }] };
  expect(listed(reader(elf('.dep-v0', deflateSync(JSON.stringify(crates))), 'x'))).toEqual(['cargo serde 1.0.0']);
  expect(reader(elf('.dep-v0', Buffer.from('not packed')), 'x').problems).toEqual([{ message: 'holds a list of crates that cannot be unpacked' }]);
  expect(listed(reader(elf('.text', Buffer.alloc(100)), 'x'))).toEqual([]);
  const whole = goBinary('go1.21.3', info);
  for (let length = 0; length < whole.length; length += 7) reader(whole.subarray(0, length), 'x');
});

test('in a program too large to hold, the list is found across chunks', () => {
  const info = 'dep\tgolang.org/x/net\tv0.10.0\th1:x=\n';
  // A text like the mark stands before it, at a place where no list can be.
  const whole = Buffer.concat([Buffer.alloc(5000), Buffer.from('1234567\xff Go buildinf:', 'latin1'), Buffer.alloc(50_000 - 5000 - 21), goBinary('go1.21.3', info).subarray(64)]);
  const aligned = Buffer.concat([Buffer.alloc(16 - (whole.indexOf('\xff Go buildinf:\x08', 0, 'latin1') % 16)), whole]);
  for (const size of [7, 16, 100, 4096, 1_000_000]) {
    const search = new GoSearch();
    for (let at = 0; at < aligned.length; at += size) search.push(aligned.subarray(at, at + size));
    expect(listed(search.result()!), String(size)).toEqual(['golang stdlib 1.21.3', 'golang golang.org/x/net v0.10.0']);
  }
  expect(new GoSearch().result()).toBeUndefined();
});
