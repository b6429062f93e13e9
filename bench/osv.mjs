// Writes an archive of generated vulnerability records as OSV publishes them, and an inventory to match with them.
import { writeFileSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';

const ecosystems = ['npm', 'PyPI', 'Maven', 'Go', 'crates.io', 'RubyGems', 'Packagist', 'NuGet', 'Debian:12', 'Debian:11', 'Alpine:v3.19', 'Rocky Linux:9'];
const nameOf = (ecosystem, i) => (ecosystem === 'Maven' ? `org.example.g${i % 97}:artifact-${i}` : ecosystem === 'Go' ? `example.com/m${i % 89}/module-${i}` : ecosystem === 'Packagist' ? `vendor${i % 83}/package-${i}` : `package-${i}`);
const versionOf = (ecosystem, i) => {
  const plain = `${1 + (i % 9)}.${i % 23}.${i % 11}`;
  return ecosystem.startsWith('Debian') ? `${plain}-${1 + (i % 4)}+deb12u${i % 5}` : ecosystem.startsWith('Alpine') ? `${plain}-r${i % 6}` : ecosystem.startsWith('Rocky') ? `${plain}-${1 + (i % 4)}.el9` : plain;
};

/** Record number i: about one of `packages` packages of its ecosystem, so that some have many records and most have few. */
function record(i, packages) {
  const ecosystem = ecosystems[i % ecosystems.length];
  const n = Math.floor(packages * ((i * 0.6180339887) % 1) ** 2);
  const [low, high] = [versionOf(ecosystem, i), versionOf(ecosystem, i + 7)];
  return {
    schema_version: '1.7.0',
    id: `GEN-${String(i).padStart(7, '0')}`,
    modified: '2026-11-20T00:00:00Z',
    published: '2026-01-02T00:00:00Z',
    aliases: [`CVE-${2015 + (i % 12)}-${10_000 + i}`],
    summary: `Generated weakness number ${i} of package ${n}`,
    details: 'A generated record, as long as those that are published: '.repeat(8),
    severity: [{ type: 'CVSS_V3', score: `CVSS:3.1/AV:N/AC:L/PR:${'NLH'[i % 3]}/UI:N/S:U/C:H/I:${'HLN'[i % 3]}/A:N` }],
    affected: [
      {
        package: { ecosystem, name: nameOf(ecosystem, n) },
        ranges: [{ type: ['npm', 'Go', 'crates.io'].includes(ecosystem) ? 'SEMVER' : 'ECOSYSTEM', events: [{ introduced: i % 3 === 0 ? low : '0' }, { fixed: high }] }],
        versions: ['PyPI', 'Maven', 'Debian:12'].includes(ecosystem) ? Array.from({ length: 20 }, (_, k) => versionOf(ecosystem, n + k)) : undefined,
      },
    ],
    references: [{ type: 'ADVISORY', url: `https://example.com/advisories/${i}` }],
  };
}

export function writeRecords(path, count, packages = Math.floor(count / 25)) {
  const pieces = [];
  const directory = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    const name = Buffer.from(`GEN-${i}.json`);
    const plain = Buffer.from(JSON.stringify(record(i, packages)));
    const packed = deflateRawSync(plain, { level: 1 });
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(plain), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(plain.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const central = Buffer.alloc(16);
    central.writeUInt32LE(at, 12);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, central.subarray(2), name);
    pieces.push(Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed);
    at += 30 + name.length + packed.length;
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = Buffer.alloc(22);
  const end64 = Buffer.alloc(76);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeBigUInt64LE(BigInt(count), 24);
  end64.writeBigUInt64LE(BigInt(count), 32);
  end64.writeBigUInt64LE(BigInt(size), 40);
  end64.writeBigUInt64LE(BigInt(at), 48);
  end64.writeUInt32LE(0x07064b50, 56);
  end64.writeBigUInt64LE(BigInt(at + size), 64);
  end64.writeUInt32LE(1, 72);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(0xffff, 8);
  end.writeUInt16LE(0xffff, 10);
  end.writeUInt32LE(0xffffffff, 12);
  end.writeUInt32LE(0xffffffff, 16);
  writeFileSync(path, Buffer.concat([...pieces, ...directory, end64, end]));
}

/** Components of all ecosystems, most of which have records. */
export const components = (count, packages) =>
  Array.from({ length: count }, (_, i) => {
    const ecosystem = ecosystems[i % ecosystems.length];
    const name = nameOf(ecosystem, Math.floor((i * packages) / count));
    return { name, version: versionOf(ecosystem, i * 3), ecosystem, purl: `pkg:generic/${encodeURIComponent(name)}@${i}`, places: [{ file: 'lock', line: i + 1 }], kind: /^(Debian|Alpine|Rocky)/.test(ecosystem) ? 'os' : 'language' };
  });
