/** The configuration of an image: how it is run, and how it was built. https://github.com/opencontainers/image-spec/blob/main/config.md */

export interface HistoryStep {
  /** The command of the Dockerfile, with its build arguments: `RUN |1 TOKEN=… /bin/sh -c …`. */
  readonly createdBy: string;
  readonly comment?: string;
  readonly created?: string;
  /** It only changed the configuration. */
  readonly empty: boolean;
}

export interface ImageConfig {
  /** `linux/amd64`, `linux/arm/v7`. */
  readonly platform: string;
  /** As `USER` says; undefined when nothing does, and the image runs as root. */
  readonly user: string | undefined;
  /** `8080/tcp`. */
  readonly exposedPorts: readonly string[];
  /** `NAME` and value; values may be secrets and are printed nowhere. */
  readonly env: readonly { readonly name: string; readonly value: string }[];
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly labels: readonly (readonly [string, string])[];
  readonly volumes: readonly string[];
  /** Whether a `HEALTHCHECK` is set (`NONE` sets none). */
  readonly healthcheck: boolean;
  /** ISO time; many builders write the year 1970 or none, so that builds repeat. */
  readonly created: string | undefined;
  readonly history: readonly HistoryStep[];
  /** Digests of the layers before packing, bottom first. */
  readonly diffIds: readonly string[];
}

const MOST = 10_000;
/** One text of a configuration: a generated `RUN` line is long, a megabyte is none. */
const LONGEST = 64 * 1024;

type Plain = Readonly<Record<string, unknown>>;

export const plainObject = (value: unknown): Plain => (value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Plain) : {});
export const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value.slice(0, LONGEST) : undefined);
export const array = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, MOST) : []);
const texts = (value: unknown): readonly string[] => array(value).flatMap((one) => text(one) ?? []);

/** Reads a configuration; what has another shape than it should is as if it were not there. */
export function readConfig(json: unknown): ImageConfig {
  const top = plainObject(json);
  const config = plainObject(top['config']);
  const check = texts(plainObject(config['Healthcheck'])['Test']);
  const variant = text(top['variant']);
  return {
    platform: `${text(top['os']) ?? 'linux'}/${text(top['architecture']) ?? 'unknown'}${variant === undefined ? '' : `/${variant}`}`,
    user: text(config['User']),
    exposedPorts: Object.keys(plainObject(config['ExposedPorts'])).slice(0, MOST),
    env: texts(config['Env']).map((one) => {
      const at = one.indexOf('=');
      return at < 0 ? { name: one, value: '' } : { name: one.slice(0, at), value: one.slice(at + 1) };
    }),
    entrypoint: texts(config['Entrypoint']),
    command: texts(config['Cmd']),
    labels: Object.entries(plainObject(config['Labels']))
      .slice(0, MOST)
      .map(([key, value]) => [key, text(value) ?? ''] as const),
    volumes: Object.keys(plainObject(config['Volumes'])).slice(0, MOST),
    healthcheck: check.length > 0 && check[0] !== 'NONE',
    created: text(top['created']),
    history: array(top['history']).map((one) => {
      const step = plainObject(one);
      return { createdBy: text(step['created_by']) ?? '', comment: text(step['comment']), created: text(step['created']), empty: step['empty_layer'] === true };
    }),
    diffIds: texts(plainObject(top['rootfs'])['diff_ids']),
  };
}
