/** Calls to AWS: a client for each service and region, loaded when its first call is due, with few calls under way at a time. */
import type { Reply, ServiceName } from './collector.js';

interface Client {
  send(command: object, options?: { readonly abortSignal?: AbortSignal }): Promise<unknown>;
  destroy(): void;
}
type Constructor<T> = new (input: object) => T;
type ClientModule = Readonly<Record<string, unknown>>;

// What the library says of its own future releases is nothing that a user of a pinned one can act on.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

/** One module for each service, bundled apart. */
const modules: Readonly<Record<ServiceName, { readonly load: () => Promise<unknown>; readonly client: string }>> = {
  sts: { load: () => import('@aws-sdk/client-sts'), client: 'STSClient' },
  iam: { load: () => import('@aws-sdk/client-iam'), client: 'IAMClient' },
  s3: { load: () => import('@aws-sdk/client-s3'), client: 'S3Client' },
  's3-control': { load: () => import('@aws-sdk/client-s3-control'), client: 'S3ControlClient' },
  ec2: { load: () => import('@aws-sdk/client-ec2'), client: 'EC2Client' },
  rds: { load: () => import('@aws-sdk/client-rds'), client: 'RDSClient' },
  lambda: { load: () => import('@aws-sdk/client-lambda'), client: 'LambdaClient' },
  kms: { load: () => import('@aws-sdk/client-kms'), client: 'KMSClient' },
  sqs: { load: () => import('@aws-sdk/client-sqs'), client: 'SQSClient' },
  sns: { load: () => import('@aws-sdk/client-sns'), client: 'SNSClient' },
  cloudtrail: { load: () => import('@aws-sdk/client-cloudtrail'), client: 'CloudTrailClient' },
};

export interface SessionOptions {
  /** Tries of each call, the first included. Default 5. */
  readonly attempts?: number;
  /** Milliseconds that one call may take. Default 20,000. */
  readonly timeout?: number;
  /** Calls under way at a time in one service and region. Default 12. */
  readonly concurrency?: number;
}

/** Credentials, region and endpoint come as for every AWS tool: environment, profile, SSO, web identity, instance and container roles. */
export class Session {
  readonly #clients = new Map<string, Promise<{ readonly client: Client; readonly module: ClientModule }>>();
  readonly #gates = new Map<string, Gate>();
  #calls = 0;

  constructor(private readonly options: SessionOptions = {}) {}

  get calls(): number {
    return this.#calls;
  }

  /** The region that is configured, in the environment or the profile; `us-east-1` where none is. */
  async home(): Promise<string> {
    const { AWS_REGION, AWS_DEFAULT_REGION } = process.env;
    const named = AWS_REGION ?? AWS_DEFAULT_REGION;
    if (named !== undefined && named !== '') return named;
    const { STSClient } = await import('@aws-sdk/client-sts');
    const client = new STSClient({});
    try {
      return await client.config.region();
    } catch {
      return 'us-east-1'; // none is configured: the library says so by throwing
    } finally {
      client.destroy();
    }
  }

  /** The reply of an operation; what it throws is the service's own error. */
  async send(service: ServiceName, region: string, command: string, input: Reply): Promise<Reply> {
    const key = `${service} ${region}`;
    const { client, module } = await this.#client(key, service, region);
    const Command = module[command] as Constructor<object> | undefined;
    if (Command === undefined) throw new Error(`no operation \`${command}\` of ${service}`);
    const gate = this.#gates.get(key) ?? new Gate(this.options.concurrency ?? 12);
    this.#gates.set(key, gate);
    return gate.through(async () => {
      this.#calls++;
      const abortSignal = AbortSignal.timeout(this.options.timeout ?? 20_000);
      try {
        return (await client.send(new Command(input), { abortSignal })) as Reply;
      } catch (error) {
        if (abortSignal.aborted) throw Object.assign(new Error('no answer in time', { cause: error }), { name: 'TimeoutError' });
        throw error;
      }
    });
  }

  async end(): Promise<void> {
    for (const one of this.#clients.values()) (await one).client.destroy();
  }

  #client(key: string, service: ServiceName, region: string): Promise<{ readonly client: Client; readonly module: ClientModule }> {
    let made = this.#clients.get(key);
    if (made === undefined) {
      made = (async () => {
        const { load, client: name } = modules[service];
        const module = (await load()) as ClientModule;
        const Client = module[name] as Constructor<Client>;
        const client = new Client({ region, maxAttempts: this.options.attempts ?? 5, retryMode: 'adaptive', ...special(service, region) });
        return { client, module };
      })();
      this.#clients.set(key, made);
    }
    return made;
  }
}

/** What a service needs beside. An endpoint of one's own knows no host names of buckets and accounts, and takes the place of a queue's. */
function special(service: ServiceName, region: string): object {
  const own = process.env[`AWS_ENDPOINT_URL_${service.replace('-', '_').toUpperCase()}`] ?? process.env['AWS_ENDPOINT_URL'];
  if (service === 's3') return { followRegionRedirects: true, forcePathStyle: own !== undefined };
  if (own === undefined) return {};
  if (service === 's3-control') return { endpointProvider: () => ({ url: new URL(own), headers: {}, properties: { authSchemes: [{ name: 'sigv4', signingName: 's3', signingRegion: region, disableDoubleEncoding: true }] } }) };
  return service === 'sqs' ? { useQueueUrlAsEndpoint: false } : {};
}

/** Lets a number of tasks through at a time. */
class Gate {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(size: number) {
    this.#free = size;
  }

  async through<T>(task: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((go) => this.#waiting.push(go));
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free++;
      else next();
    }
  }
}
