/** Credentials of package registries: whoever holds them ships to everyone who installs. */
import type { SecretRule } from '../rule.js';
import { hasChecksum } from '../checksum.js';
import { mixed } from '../placeholder.js';
import { named, shaped } from './shapes.js';

const publish = 'publish packages of its owner';

export const packageRules: readonly SecretRule[] = [
  ...shaped([
    ['npm-token', 'npm token', 'critical', ['npm_'], 'npm_[A-Za-z0-9]{36}', publish, 'https://docs.npmjs.com/revoking-access-tokens', 'npm_{x:30}{crc}', hasChecksum],
    ['pypi-token', 'PyPI token', 'critical', ['pypi-AgE'], 'pypi-AgE[A-Za-z0-9_-]{50,1000}', publish, 'https://pypi.org/help/#apitoken', 'pypi-AgE{u:50}'],
    ['rubygems-key', 'RubyGems key', 'critical', ['rubygems_'], 'rubygems_[a-f0-9]{48}', publish, 'https://guides.rubygems.org/api-key-scopes/', 'rubygems_{h:48}'],
    ['nuget-key', 'NuGet key', 'critical', ['oy2'].flatMap((word) => [...'abcdefghijklmnopqrstuvwxyz234567'].map((next) => `${word}${next}`)), 'oy2[a-z0-9]{43}', publish, 'https://learn.microsoft.com/nuget/nuget-org/scoped-api-keys', 'oy2{s:43}'],
    ['docker-token', 'Docker Hub token', 'high', ['dckr_pat_', 'dckr_oat_'], 'dckr_[po]at_[A-Za-z0-9_-]{27,32}', 'push and pull images of its owner', 'https://docs.docker.com/security/for-developers/access-tokens/', 'dckr_pat_{u:27}'],
    ['crates-token', 'crates.io token', 'critical', ['cioE', 'cio0', 'cio1', 'cio2', 'cio3', 'cio4', 'cio5', 'cio6', 'cio7', 'cio8', 'cio9', ...[...'abcdefghijklmnopqrstuvwxyzABCDFGHIJKLMNOPQRSTUVWXYZ'].map((next) => `cio${next}`)], 'cio[A-Za-z0-9]{32}', publish, 'https://doc.rust-lang.org/cargo/reference/publishing.html', 'cio{x:32}', mixed],
    ['clojars-token', 'Clojars token', 'critical', ['CLOJARS_'], 'CLOJARS_[a-z0-9]{60}', publish, 'https://github.com/clojars/clojars-web/wiki/Deploy-Tokens', 'CLOJARS_{n:60}'],
    ['jfrog-key', 'JFrog Artifactory key', 'critical', ['AKCp'], 'AKCp[A-Za-z0-9]{57,73}', 'read and publish packages', 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens', 'AKCp{x:57}'],
    ['jfrog-reference-token', 'JFrog reference token', 'critical', ['cmVmd'], 'cmVmd[A-Za-z0-9]{59}', 'read and publish packages', 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens', 'cmVmd{x:59}'],
    ['jetbrains-token', 'JetBrains Marketplace token', 'high', ['perm:', 'perm-'], 'perm[:-][A-Za-z0-9+/_=]{8,64}\\.[A-Za-z0-9+/_=]{6,64}\\.[A-Za-z0-9]{30,60}', publish, 'https://plugins.jetbrains.com/docs/marketplace/api-reference.html', 'perm:{x:36}.{x:35}.{x:30}'],
    ['sonatype-token', 'Sonatype token', 'high', ['sonatype', 'SONATYPE', 'ossrh', 'OSSRH'], '(?:sonatype|ossrh|SONATYPE|OSSRH)[\\w.-]{0,20}(?:password|PASSWORD|token|TOKEN)["\']?\\s{0,4}[:=]\\s{0,4}["\']?(?<value>[A-Za-z0-9+/]{32,48})', publish, 'https://central.sonatype.org/publish/generate-portal-token/', 'sonatypewwwwwwwwwwpassword:{b:32}'],
  ]),
  ...named([
    ['npm-classic-token', 'npm token of the old form', 'critical', ['npmjs', 'npmrc', 'npm_', '_auth'], '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}', publish, 'https://docs.npmjs.com/revoking-access-tokens', 'NPMJS_TOKEN={uuid}'],
    ['cloudsmith-key', 'Cloudsmith key', 'high', ['cloudsmith'], '[a-f0-9]{40}', 'read and publish packages', 'https://help.cloudsmith.io/docs/api-key', 'CLOUDSMITH_TOKEN={h:40}'],
    ['packagist-token', 'Packagist token', 'critical', ['packagist'], '[A-Za-z0-9_-]{20,72}', publish, 'https://packagist.org/apidoc', 'PACKAGIST_TOKEN={u:20}', mixed],
    ['hex-key', 'Hex key', 'critical', ['hex_'], '[a-f0-9]{32}', publish, 'https://hex.pm/docs/publish', 'HEX_TOKEN={h:32}'],
    ['artifactory-password', 'Artifactory password', 'high', ['artifactory', 'jfrog'], '[A-Za-z0-9_-]{40,80}', 'read and publish packages', 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens', 'ARTIFACTORY_TOKEN={u:40}', mixed],
  ]),
];
