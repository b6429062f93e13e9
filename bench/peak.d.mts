export const TELL_PEAK: readonly string[];
export function peakOf(stderr: string): number;
