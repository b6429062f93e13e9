/** Calls to AWS: a client for each service and region, loaded when its first call is due, with few calls under way at a time. */
import { setMaxListeners } from 'node:events';
import { clients } from './clients/index.js';
import type { Reply, ServiceName } from './collector.js';
import { namesOf } from './faults.js';
import { patient, untilEnded } from './ended.js';
import { Gate } from './gate.js';
import { assumed, standardChain, type Credentials, type IdentityOptions } from './identity.js';
import { retrying } from './retry.js';
import { transport, type Transport } from './transport.js';

interface Client {
  send(command: object, options?: { readonly abortSignal?: AbortSignal }): Promise<unknown>;
  destroy(): void;
  readonly config: { readonly region: () => Promise<string> };
  readonly middlewareStack: { add(middleware: Middleware, options: { readonly step: 'deserialize'; readonly name: string }): void };
}
type Middleware = (next: (args: object) => Promise<object>, context: { readonly commandName?: string }) => (args: object) => Promise<object>;
type Constructor<T> = new (input: object) => T;
type ClientModule = Readonly<Record<string, unknown>>;

// What the library says of its own future releases is nothing that a user of a pinned one can act on.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

/** What answers calls: a session with AWS, or a recording of one. */
export interface Caller {
  /** Calls answered so far. */
  readonly calls: number;
  /** The region that is configured, in the environment or the profile; `us-east-1` where none is. */
  home(): Promise<string>;
  /** The reply of an operation; what it throws is the service's own error. */
  send(service: ServiceName, region: string, command: string, input: Reply): Promise<Reply>;
  end(): Promise<void>;
}

export interface SessionOptions extends IdentityOptions {
  /** Tries of each call, the first included. Default 6. */
  readonly attempts?: number;
  /** Milliseconds that one try may take. Default 20,000. */
  readonly timeout?: number;
  /** Milliseconds of the first pause before a further try, at most. Default 100. */
  readonly pause?: number;
  /** Calls under way at a time in one service and region, at most. Default 12. */
  readonly concurrency?: number;
  /** Ends everything that is under way or waits. */
  readonly signal?: AbortSignal;
  /** Header in which each request names its operation (`GetBucketPolicy`), for a proxy that tells calls apart. */
  readonly trace?: string;
}

/** Calls under way at a time in all services and regions. */
const MOST_CALLS = 64;
const EXPIRED = /^(ExpiredToken|ExpiredTokenException|RequestExpired)$/;

/** Credentials, region and endpoint come as for every AWS tool: environment, profile, SSO, web identity, instance and container roles. */
export class Session implements Caller {
  readonly #clients = new Map<string, Promise<{ readonly client: Client; readonly module: ClientModule }>>();
  readonly #gates = new Map<string, Gate>();
  readonly #all: Gate;
  readonly #credentials: Credentials;
  #transport: Promise<Transport> | undefined;
  #renewed = 0;
  #calls = 0;

  constructor(
    private readonly options: SessionOptions = {},
    credentials?: Credentials,
    all: Gate = new Gate(MOST_CALLS),
  ) {
    this.#credentials = credentials ?? standardChain(options);
    this.#all = all;
    // Every call under way listens.
    if (options.signal !== undefined) setMaxListeners(0, options.signal);
  }

  get calls(): number {
    return this.#calls;
  }

  /** The same way to AWS with the eyes of a role. */
  as(roleArn: string, region: string, externalId?: string): Session {
    const call = { RoleArn: roleArn, RoleSessionName: 'demarc', ...(externalId === undefined ? {} : { ExternalId: externalId }) };
    return new Session(this.options, assumed(call, async (role) => this.send('sts', region, 'AssumeRoleCommand', { ...role })), this.#all);
  }

  async home(): Promise<string> {
    const { AWS_REGION, AWS_DEFAULT_REGION } = process.env;
    const named = AWS_REGION ?? AWS_DEFAULT_REGION;
    if (named !== undefined && named !== '') return named;
    const { STSClient } = await import('@aws-sdk/client-sts');
    const client = new STSClient({ profile: this.options.profile });
    try {
      return await client.config.region();
    } catch {
      return 'us-east-1'; // none is configured: the library says so by throwing
    } finally {
      client.destroy();
    }
  }

  async send(service: ServiceName, region: string, command: string, input: Reply): Promise<Reply> {
    const age = this.#renewed;
    try {
      return await this.#once(service, region, command, input);
    } catch (error) {
      if (!namesOf(error).some((name) => EXPIRED.test(name))) throw error;
      // Ended in mid-scan: the clients keep what they were given, so others take their place, once for all calls that were under way.
      if (age === this.#renewed) {
        this.#renewed++;
        this.#clients.clear();
        await this.#credentials(true);
      }
      return this.#once(service, region, command, input);
    }
  }

  async #once(service: ServiceName, region: string, command: string, input: Reply): Promise<Reply> {
    const key = `${service} ${region}`;
    let gate = this.#gates.get(key);
    if (gate === undefined) this.#gates.set(key, (gate = new Gate(this.options.concurrency ?? 12)));
    const { client, module } = await this.#client(key, service, region, gate);
    const Command = module[command] as Constructor<object> | undefined;
    if (Command === undefined) throw new Error(`no operation \`${command}\` of ${service}`);
    return gate.through(() =>
      this.#all.through(async () => {
        const { signal } = this.options;
        // It may have waited long for its turn.
        return (await untilEnded(signal, () => {
          this.#calls++;
          return client.send(new Command(input), { abortSignal: signal });
        })) as Reply;
      }),
    );
  }

  async end(): Promise<void> {
    for (const one of this.#clients.values()) (await one).client.destroy();
    (await this.#transport)?.destroy();
  }

  #client(key: string, service: ServiceName, region: string, gate: Gate): Promise<{ readonly client: Client; readonly module: ClientModule }> {
    let made = this.#clients.get(key);
    if (made === undefined) {
      made = (async () => {
        const module = (await clients[service]?.()) as ClientModule | undefined;
        if (module === undefined) throw new Error(`no operation of ${service} is read`);
        const { attempts = 6, timeout = 20_000, pause = 100, trace, signal } = this.options;
        const Client = module['Client'] as Constructor<Client>;
        const requestHandler = await (this.#transport ??= transport(timeout, MOST_CALLS));
        const client = new Client({ region, credentials: () => this.#credentials(), requestHandler, retryStrategy: patient(retrying({ attempts, pause }, gate), signal), ...special(service, region) });
        if (trace !== undefined) client.middlewareStack.add(tracing(trace), { step: 'deserialize', name: 'demarcTrace' });
        return { client, module };
      })();
      this.#clients.set(key, made);
    }
    return made;
  }
}

/** After the signature: a proxy takes the header away again. */
const tracing =
  (header: string): Middleware =>
  (next, { commandName = '' }) =>
  (args) => {
    const { headers } = (args as { readonly request: { readonly headers: Record<string, string> } }).request;
    headers[header] = commandName.replace(/Command$/, '');
    return next(args);
  };

/** What a service needs beside. An endpoint of one's own knows no host names of buckets and accounts, and takes the place of a queue's. */
function special(service: ServiceName, region: string): object {
  const own = process.env[`AWS_ENDPOINT_URL_${service.replace('-', '_').toUpperCase()}`] ?? process.env['AWS_ENDPOINT_URL'];
  // A session with a directory bucket would be a call that is not in the table.
  if (service === 's3') return { followRegionRedirects: true, disableS3ExpressSessionAuth: true, forcePathStyle: own !== undefined };
  if (own === undefined) return {};
  if (service === 's3-control') return { endpointProvider: () => ({ url: new URL(own), headers: {}, properties: { authSchemes: [{ name: 'sigv4', signingName: 's3', signingRegion: region, disableDoubleEncoding: true }] } }) };
  return service === 'sqs' ? { useQueueUrlAsEndpoint: false } : {};
}
