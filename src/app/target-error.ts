/** Thrown when a target does not exist or none can be read: a usage error, not a finding. */
export class TargetError extends Error {
  override readonly name = 'TargetError';
}
