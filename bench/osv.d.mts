export function writeRecords(path: string, count: number, packages?: number): void;
export function components(count: number, packages: number): readonly object[];
