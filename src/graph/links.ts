/** Which properties point to which types. The rows that reasoning needs; the schema's own relationships serve `line`. */
export interface LinkRow {
  readonly from: string;
  /** Property path; `[]` walks each member of a list. */
  readonly path: string;
  readonly to: readonly string[];
}

const rows: readonly (readonly [from: string, path: string, ...to: string[]])[] = [
  ['AWS::S3::BucketPolicy', 'Bucket', 'AWS::S3::Bucket'],
];

export const links: ReadonlyMap<string, readonly LinkRow[]> = group(rows.map(([from, path, ...to]) => ({ from, path, to })));

function group(all: readonly LinkRow[]): ReadonlyMap<string, readonly LinkRow[]> {
  const map = new Map<string, LinkRow[]>();
  for (const row of all) {
    const there = map.get(row.from);
    if (there === undefined) map.set(row.from, [row]);
    else there.push(row);
  }
  return map;
}
