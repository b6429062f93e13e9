/** SPDX 2.3, as JSON. https://spdx.github.io/spdx-spec/v2.3/ */
import { createHash } from 'node:crypto';
import type { Component, Inventory } from '../component.js';
import { uuidOf, type SbomStamp } from './identity.js';

const UNSAID = { downloadLocation: 'NOASSERTION', filesAnalyzed: false, licenseConcluded: 'NOASSERTION', copyrightText: 'NOASSERTION' };

export function toSpdx(inventory: Inventory, { version, created = '1970-01-01T00:00:00Z' }: SbomStamp): string {
  const { subject, kind, digest, os } = inventory;
  const packages = [
    { SPDXID: 'SPDXRef-subject', name: subject, ...(digest === undefined ? {} : { versionInfo: digest }), ...UNSAID, licenseDeclared: 'NOASSERTION', primaryPackagePurpose: kind === 'image' ? 'CONTAINER' : 'APPLICATION' },
    ...(os === undefined ? [] : [{ SPDXID: 'SPDXRef-operating-system', name: os.id, ...(os.version === undefined ? {} : { versionInfo: os.version }), ...UNSAID, licenseDeclared: 'NOASSERTION', primaryPackagePurpose: 'OPERATING-SYSTEM', summary: os.name }]),
    ...inventory.components.map(packageOf),
  ];
  const relationships = packages.map(({ SPDXID }, index) =>
    index === 0 ? { spdxElementId: 'SPDXRef-DOCUMENT', relationshipType: 'DESCRIBES', relatedSpdxElement: SPDXID } : { spdxElementId: 'SPDXRef-subject', relationshipType: 'CONTAINS', relatedSpdxElement: SPDXID },
  );
  const body = { packages, relationships };
  const document = {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: subject,
    documentNamespace: `https://spdx.org/spdxdocs/demarc-${uuidOf(JSON.stringify(body))}`,
    creationInfo: { created: created.replace(/\.\d+Z$/, 'Z'), creators: [`Tool: demarc-${version}`] },
    ...body,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function packageOf({ name, version, purl, licenses, source, places, development, ecosystem, kind }: Component): { readonly SPDXID: string } {
  const declared = licenses?.length === 1 && isExpression(licenses[0]!) ? licenses[0]! : 'NOASSERTION';
  const said = [
    `found in ${places.map(({ file, line }) => (line === undefined ? file : `${file}:${line}`)).join(', ')}`,
    ...(source === undefined ? [] : [`built from ${source.name} ${source.version}`]),
  ];
  const facts = [`demarc:kind=${kind}`, ...(ecosystem === undefined ? [] : [`demarc:ecosystem=${ecosystem}`]), ...(source === undefined ? [] : [`demarc:source=${source.name} ${source.version}`]), ...(development === true ? ['demarc:development'] : [])];
  return {
    SPDXID: `SPDXRef-${createHash('sha256').update(purl).digest('hex').slice(0, 24)}`,
    name,
    versionInfo: version,
    ...UNSAID,
    licenseDeclared: declared,
    ...(licenses === undefined || declared !== 'NOASSERTION' ? {} : { licenseComments: `declared as: ${licenses.join(', ')}` }),
    sourceInfo: said.join('; '),
    comment: facts.join('\n'),
    primaryPackagePurpose: 'LIBRARY',
    externalRefs: [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: purl }],
  } as { readonly SPDXID: string };
}

/** Ids that most packages use; an expression of others is quoted in a comment, because a name that is not on the list of SPDX is not valid. */
const COMMON = new Set('0BSD AGPL-3.0-only AGPL-3.0-or-later Apache-2.0 Artistic-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause BSL-1.0 CC0-1.0 CC-BY-3.0 CC-BY-4.0 EPL-1.0 EPL-2.0 GPL-2.0-only GPL-2.0-or-later GPL-3.0-only GPL-3.0-or-later ISC LGPL-2.1-only LGPL-2.1-or-later LGPL-3.0-only LGPL-3.0-or-later MIT MIT-0 MPL-2.0 OFL-1.1 OpenSSL PostgreSQL PSF-2.0 Python-2.0 Ruby Unicode-3.0 Unlicense WTFPL X11 Zlib ZPL-2.1'.split(' '));
const isExpression = (text: string): boolean => text.length < 200 && text.replace(/[()]/g, ' ').trim().split(/\s+(?:AND|OR)\s+/).every((part) => COMMON.has(part));
