import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a publisher's server did when it was asked, as recorded. */
export type Recorded = (request: IncomingMessage, response: ServerResponse) => void;

/** A local server that answers each address by its list of recordings, one after the other, the last one for good. */
export async function replay(recordings: Readonly<Record<string, readonly Recorded[]>>): Promise<{
  readonly origin: string;
  readonly asked: readonly string[];
  close(): Promise<void>;
}> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const list = recordings[path] ?? [];
    const count = asked.filter((url) => url.split('?')[0] === path).length;
    asked.push(request.url ?? '');
    const answer = list[Math.min(count, list.length - 1)];
    if (answer) answer(request, response);
    else response.writeHead(404).end('not found');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
