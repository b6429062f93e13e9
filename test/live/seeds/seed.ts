/** Fills the test server's account, so that something of every kind that is asked about is there. */
export const ACCOUNT = '123456789012';

export interface Connection {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

export type Seed = (at: Connection) => Promise<void>;

export const connection = (endpoint: string): Connection => ({ endpoint, region: 'us-east-1', credentials: { accessKeyId: 'root', secretAccessKey: 'root' } });
