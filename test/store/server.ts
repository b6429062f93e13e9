/** A server of OSV's archives and interface on this machine. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface TestServer {
  readonly url: string;
  /** Method and path of each request, oldest first. */
  readonly asked: string[];
  readonly close: () => Promise<void>;
  /** Ends all connections at once. */
  readonly end: () => void;
}

export async function serve(answer: (path: string, request: IncomingMessage, body: string) => Reply | undefined): Promise<TestServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString('utf8')));
    request.on('end', () => {
      asked.push(`${request.method} ${request.url}`);
      const { status = 200, headers = {}, body: reply = '' } = answer(decodeURIComponent(request.url ?? ''), request, body) ?? { status: 404 };
      response.writeHead(status, headers);
      response.end(reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    end: () => server.closeAllConnections(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
