import { expect, test } from 'vitest';
import { sbom } from '../../src/app/sbom.js';
import { scanResources } from '../../src/app/scan.js';
import { dependencyPaths } from '../../src/inventory/rules.js';
import { folderOf } from '../terraform/project-of.js';

test('a file that asks for packages counts where no lockfile answers it, beside it or above', () => {
  const paths = ['package.json', 'package-lock.json', 'packages/a/package.json', 'tools/x/Cargo.toml', 'rust/Cargo.toml', 'rust/Cargo.lock', 'app/app.csproj', 'lone/package.json', 'Gemfile'];
  expect([...dependencyPaths(paths)]).toEqual(['package-lock.json', 'tools/x/Cargo.toml', 'rust/Cargo.lock', 'app/app.csproj', 'Gemfile']);
  expect([...dependencyPaths(['a/b/package.json', 'a/yarn.lock'])]).toEqual(['a/yarn.lock']);
  expect([...dependencyPaths(['a/package.json', 'b/yarn.lock'])]).toEqual(['a/package.json', 'b/yarn.lock']);
});

const asking: Readonly<Record<string, string>> = {
  'package.json': '{"dependencies":{"a":"^1"}}',
  'composer.json': '{"require":{"php":">=8","a/b":"^1"}}',
  'pyproject.toml': '[project]\nname = "x"\ndependencies = [\n  "flask",\n]\n',
  Pipfile: '[packages]\nflask = "*"\n',
  'Cargo.toml': '[package]\nname = "x"\n[dependencies]\nserde = "1"\n',
  Gemfile: 'source "https://rubygems.org"\ngem "rails"\n',
  'build.gradle': 'dependencies {\n  implementation "a:b:1.+"\n}\n',
  'app.csproj': '<Project><ItemGroup><PackageReference Include="A" Version="1.*" /></ItemGroup></Project>',
};
const silent: Readonly<Record<string, string>> = { 'package.json': '{"type":"module","dependencies":{}}', 'composer.json': '{"require":{"php":">=8"}}', 'pyproject.toml': '[tool.black]\nline-length = 100\n', 'Cargo.toml': '[package]\nname = "x"\n', Gemfile: '# none\n', 'app.csproj': '<Project/>' };

test.each(Object.entries(asking))('%s without a lockfile is a gap that is said', async (name, text) => {
  const { inventories } = await sbom(folderOf({ [name]: text }));
  expect(inventories[0]!.coverage).toMatchObject([{ subject: name, answered: false, reason: 'asks for packages, and no lockfile beside it or above says which versions are used' }]);
});

test.each(Object.entries(silent))('%s that asks for nothing is none, and no resource', async (name, text) => {
  const folder = folderOf({ [name]: text });
  expect((await sbom(folder)).inventories[0]).toMatchObject({ components: [], coverage: [], errors: [] });
  expect((await scanResources({ targets: [folder], checks: [] })).resources).toEqual([]);
});
