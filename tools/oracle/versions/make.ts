/**
 * Writes test/vulnerabilities/versions/answers/*.tsv: how the vendors' own comparators order the versions of `lists.ts`. Each line is a version and,
 * for every version after it, `<`, `=` or `>`. Needs Debian's dpkg, rpm, ruby, php-composer-semver, libmaven3-core-java with a JDK, Go, and the project's .venv.
 *
 *     npx tsx tools/oracle/versions/make.ts [NAME…]
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRequire } from 'node:module';
import { lists } from './lists.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const answers = join(root, 'test/vulnerabilities/versions/answers');
const folder = mkdtempSync(join(tmpdir(), 'versions-'));

/** Runs a program that reads versions, one a line, and writes for each the signs towards those after it. */
const lines = (versions: readonly string[], command: string, args: readonly string[]): readonly string[] =>
  execFileSync(command, args, { input: `${versions.join('\n')}\n`, encoding: 'utf8', maxBuffer: 2 ** 28 }).trimEnd().split('\n');

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const sign = (n: number): string => (n < 0 ? '<' : n > 0 ? '>' : '=');
const pairs = (versions: readonly string[], compare: (a: string, b: string) => number): readonly string[] => versions.map((a, i) => versions.slice(i + 1).map((b) => sign(compare(a, b))).join(''));

/** OSV's own library (https://github.com/google/osv-scalibr), for grammars whose vendors have no comparator to run here. */
const scalibr = (ecosystem: string) => (versions: readonly string[]): readonly string[] => {
  file('go.mod', 'module x\n\ngo 1.26\n');
  file('main.go', 'package main\n\nimport (\n\t"bufio"\n\t"fmt"\n\t"os"\n\n\t"github.com/google/osv-scalibr/semantic"\n)\n\nfunc main() {\n\tvar v []string\n\ts := bufio.NewScanner(os.Stdin)\n\tfor s.Scan() {\n\t\tv = append(v, s.Text())\n\t}\n\tfor i, a := range v {\n\t\tp := semantic.MustParse(a, os.Args[1])\n\t\tfor _, b := range v[i+1:] {\n\t\t\tc, err := p.CompareStr(b)\n\t\t\tif err != nil {\n\t\t\t\tpanic(err)\n\t\t\t}\n\t\t\tfmt.Print([]string{"<", "=", ">"}[c+1])\n\t\t}\n\t\tfmt.Println("|")\n\t}\n}\n');
  execFileSync('go', ['get', 'github.com/google/osv-scalibr/semantic@v0.5.3'], { cwd: folder, stdio: 'ignore' });
  execFileSync('go', ['build', '-o', 'scalibr', '.'], { cwd: folder, stdio: 'inherit' });
  return lines(versions, join(folder, 'scalibr'), [ecosystem]);
};

const oracles: Readonly<Record<string, (versions: readonly string[]) => readonly string[]>> = {
  dpkg: (versions) => pairs(versions, (a, b) => (spawnSync('dpkg', ['--compare-versions', a, 'lt', b]).status === 0 ? -1 : spawnSync('dpkg', ['--compare-versions', a, 'eq', b]).status === 0 ? 0 : 1)),
  rpm: (versions) => {
    const program = `local v={${versions.map((one) => `"${one}"`).join(',')}} for i=1,#v do local s="" for j=i+1,#v do local r=rpm.vercmp(v[i],v[j]) s=s..(r<0 and "<" or r>0 and ">" or "=") end print(s) end`;
    return execFileSync('rpmlua', ['-e', program], { encoding: 'utf8', maxBuffer: 2 ** 28 }).replace(/\n$/, '').split('\n');
  },
  pep440: (versions) =>
    lines(versions, join(root, '.venv/bin/python'), ['-c', 'import sys\nfrom pip._vendor.packaging.version import Version as V\nv=[V(l.strip()) for l in sys.stdin]\nfor i,a in enumerate(v): print("".join("<" if a<b else ">" if a>b else "=" for b in v[i+1:])+"|")']),
  maven: (versions) =>
    lines(versions, 'java', [
      '-cp',
      '/usr/share/java/maven3-artifact.jar:/usr/share/java/commons-lang3.jar',
      file('Main.java', 'import org.apache.maven.artifact.versioning.ComparableVersion; import java.util.*; class Main { public static void main(String[] x) { var v = new ArrayList<ComparableVersion>(); var s = new Scanner(System.in); while (s.hasNextLine()) v.add(new ComparableVersion(s.nextLine())); for (int i = 0; i < v.size(); i++) { var b = new StringBuilder(); for (int j = i + 1; j < v.size(); j++) { int c = v.get(i).compareTo(v.get(j)); b.append(c < 0 ? "<" : c > 0 ? ">" : "="); } System.out.println(b + "|"); } } }'),
    ]),
  go: (versions) => {
    file('go.mod', 'module x\n\ngo 1.22\n');
    file('main.go', 'package main\n\nimport (\n\t"bufio"\n\t"fmt"\n\t"os"\n\n\t"golang.org/x/mod/semver"\n)\n\nfunc main() {\n\tvar v []string\n\ts := bufio.NewScanner(os.Stdin)\n\tfor s.Scan() {\n\t\tv = append(v, s.Text())\n\t}\n\tfor i, a := range v {\n\t\tfor _, b := range v[i+1:] {\n\t\t\tfmt.Print([]string{"<", "=", ">"}[semver.Compare(a, b)+1])\n\t\t}\n\t\tfmt.Println("|")\n\t}\n}\n');
    execFileSync('go', ['get', 'golang.org/x/mod@v0.21.0'], { cwd: folder, stdio: 'ignore' });
    execFileSync('go', ['build', '-o', 'compare', '.'], { cwd: folder, stdio: 'inherit' });
    return lines(versions, join(folder, 'compare'), []);
  },
  semver: (versions) => {
    const { compare } = createRequire(import.meta.url)('semver') as { compare: (a: string, b: string) => number };
    return pairs(versions, compare);
  },
  apk: scalibr('Alpine'),
  nuget: scalibr('NuGet'),
  pub: scalibr('Pub'),
  hackage: scalibr('Hackage'),
  rubygems: (versions) => lines(versions, 'ruby', ['-e', 'v=STDIN.read.split("\\n").map{|l| Gem::Version.new(l)}; v.each_with_index{|a,i| puts v[(i+1)..].map{|b| %w[= > <][a<=>b]}.join+"|"}']),
  composer: (versions) =>
    lines(versions, 'php', [
      file('compare.php', '<?php require "/usr/share/php/Composer/Semver/autoload.php"; $p = new Composer\\Semver\\VersionParser(); $v = array_map(fn($l) => $p->normalize(trim($l)), file("php://stdin")); foreach ($v as $i => $a) { foreach (array_slice($v, $i + 1) as $b) echo Composer\\Semver\\Comparator::lessThan($a, $b) ? "<" : (Composer\\Semver\\Comparator::greaterThan($a, $b) ? ">" : "="); echo "|\\n"; }'),
    ]),
};

mkdirSync(answers, { recursive: true });
try {
  for (const [name, list] of Object.entries(lists)) {
    const oracle = oracles[name];
    if (oracle === undefined || (process.argv.length > 2 && !process.argv.includes(name))) continue;
    const versions = [...new Set(list)];
    const rows = oracle(versions).map((row) => row.replace(/\|$/, ''));
    while (rows.length < versions.length) rows.push('');
    writeFileSync(join(answers, `${name}.tsv`), `${versions.map((version, i) => `${version}\t${rows[i] ?? ''}`).join('\n')}\n`);
    console.log(`${name}: ${versions.length} versions`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
