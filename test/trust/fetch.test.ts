import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Download, type FetchOptions, fetchSource, loadSource } from '@samenbeeld/ingest';
import { catalogueFolder } from '@samenbeeld/sources';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stated } from './reliability.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const data = 'a\tb\n1\t2\n';
const gives =
  (
    status: number,
    body: string | Buffer = '',
    headers: Readonly<Record<string, string>> = {},
  ): Answer =>
  (_, response) =>
    response.writeHead(status, headers).end(body);
const leads = (location: string, status = 302): Answer => gives(status, '', { location });
type Came = Awaited<ReturnType<NonNullable<FetchOptions['client']>>>;
const moved = (location: string): Came =>
  new Response(null, { status: 302, headers: { location } }) as unknown as Came;
const came = (): Came => new Response(data) as unknown as Came;
const html = '<!DOCTYPE html><html><body>log in</body></html>';
const rows = (next: string): string =>
  JSON.stringify({ value: [{ a: 1 }], '@odata.nextLink': next });

let answer: Answer = gives(404);
let asked = 0;
const server = createServer((request, response) => {
  asked += 1;
  answer(request, response);
});
let origin = '';
const folder = mkdtempSync(join(tmpdir(), 'samenbeeld-fetch-'));
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const eurostat = loadSource(catalogueFolder('eurostat-crim-off-cat'));
interface Attack {
  readonly answer?: Answer;
  readonly download?: Partial<Download>;
  readonly more?: readonly Partial<Download>[];
  readonly options?: Partial<FetchOptions>;
}
async function attempt({
  answer: given = gives(200, data),
  download = {},
  more = [],
  options = {},
}: Attack) {
  answer = given;
  asked = 0;
  const into = mkdtempSync(join(folder, 'into-'));
  const downloads = [download, ...more].map((one) => ({
    file: 'data.tsv',
    url: 'https://publisher.example/data?x=1',
    pages: null,
    ...one,
  }));
  const fetched = await fetchSource(
    { ...eurostat, downloads },
    {
      into,
      now: new Date('2026-11-24T10:00:00Z'),
      mirror: origin,
      pause: 1,
      patience: 300,
      time: 5_000,
      ...options,
    },
  ).catch((error: unknown) => error as Error);
  return { fetched, into };
}

/** An answer for each request, whose number it is told. */
const each =
  (make: (n: number) => string): Answer =>
  (_, response) =>
    response.writeHead(200).end(make(asked));
const slowly: Answer = (_, response) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write('1\t2\n'), 40);
  response.on('close', () => clearInterval(timer));
};
const short: Answer = (_, response) => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write(data, () => response.destroy());
};
const utf16 = Buffer.from(`\ufeff${html}`, 'utf16le');

const attacks: Readonly<Record<string, Attack>> = {
  'a redirect to this machine': { answer: leads('http://127.0.0.1:1/') },
  'a redirect to this machine by name': { answer: leads('http://localhost:1/') },
  'a redirect to this machine by IPv6': { answer: leads('http://[::1]:1/') },
  'a redirect to this machine, mapped': { answer: leads('http://[::ffff:127.0.0.1]:1/') },
  'a redirect to this machine as a number': { answer: leads('http://2130706433:1/') },
  'a redirect into the network': { answer: leads('http://10.0.0.1/') },
  'a redirect into another network': { answer: leads('http://192.168.1.1/', 307) },
  'a redirect to the link': { answer: leads('http://169.254.169.254/latest/meta-data/') },
  'a redirect to a name of the office': { answer: leads('http://intranet/') },
  'a redirect to a file': { answer: leads('file:///etc/hostname') },
  'a redirect to data': { answer: leads('data:text/plain,a') },
  'a redirect to ftp': { answer: leads('ftp://publisher.example/a') },
  'a redirect with a password': { answer: leads('https://user:pw@publisher.example/') },
  'a redirect to nowhere': { answer: leads('http://') },
  'a redirect in a circle': { answer: leads('/data?x=1') },
  'redirects without an end': {
    answer: (_, response) => response.writeHead(302, { location: `/${asked}` }).end(),
  },
  'a downgrade': {
    options: {
      client: async (url, init) => {
        expect(init.redirect).toBe('manual');
        return url.startsWith('https:') ? moved(url.replace('https:', 'http:')) : came();
      },
      mirror: 'https://publisher.example',
    },
  },
  'a part of the file': { answer: gives(206, data, { 'content-range': 'bytes 0-7/900' }) },
  'no content': { answer: gives(204) },
  'a promise': { answer: gives(202, data) },
  'another kind of success': { answer: gives(203, data) },
  'an empty body': { answer: gives(200) },
  'less than was announced': { answer: short },
  'a login': { answer: gives(200, html) },
  'a login after a remark': { answer: gives(200, `<!-- a -->\n${html}`) },
  'a login after blank lines': { answer: gives(200, `\n\n\n ${html.toLowerCase()}`) },
  'a login after words': { answer: gives(200, `please wait\n${html}`) },
  'a login in UTF-16': { answer: gives(200, utf16) },
  'a login that is packed': { answer: gives(200, gzipSync(html)) },
  'a login by its type': {
    answer: gives(200, 'Please log in', { 'content-type': 'text/html; charset=utf-8' }),
  },
  'a portal': { answer: gives(200, '<meta http-equiv="refresh" content="0; url=/login">') },
  'a portal by script': { answer: gives(200, '<script>location="/login"</script>') },
  'a login behind a redirect': {
    answer: (request, response) =>
      request.url === '/login'
        ? response.writeHead(200).end(html)
        : response.writeHead(302, { location: '/login' }).end(),
  },
  'a login instead of a workbook': { answer: gives(200, html), download: { file: 'a.xlsx' } },
  'words instead of a workbook': {
    answer: gives(200, 'no such file'),
    download: { file: 'a.xlsx' },
  },
  'an error in JSON': {
    answer: gives(200, '{"error":{"code":"404"}}'),
    download: { file: 'a.json' },
  },
  'a message in JSON': {
    answer: gives(200, '{"status":"fail","message":"log in"}'),
    download: { file: 'a.json' },
  },
  'words instead of JSON': { answer: gives(200, 'not found'), download: { file: 'a.json' } },
  'a server that never ends': { answer: slowly, options: { time: 400 } },
  'a server that stays silent': { answer: () => undefined, options: { patience: 50, time: 400 } },
  'a server that asks to wait for an hour': {
    answer: gives(503, '', { 'retry-after': '3600' }),
    options: { time: 400 },
  },
  'a bomb of gzip': {
    answer: gives(200, gzipSync(Buffer.alloc(4e6, 'a'))),
    options: { most: 1e6 },
  },
  'a bomb in the encoding': {
    answer: gives(200, gzipSync(Buffer.alloc(4e6, 'a')), { 'content-encoding': 'gzip' }),
    options: { most: 1e6 },
  },
  'a bomb of brotli': {
    answer: gives(200, brotliCompressSync(Buffer.alloc(4e6, 'a')), { 'content-encoding': 'br' }),
    options: { most: 1e6 },
  },
  'pages in a circle': { answer: gives(200, rows('/data?x=1')), download: { pages: 'odata' } },
  'pages without an end': {
    answer: each((n) => rows(`/p${n}`)),
    download: { pages: 'odata' },
    options: { mostPages: 20 },
  },
  'pages that are too many bytes': {
    answer: each((n) => rows(`/p${n}`)),
    download: { pages: 'odata' },
    options: { most: 500 },
  },
  'pages at another host': {
    answer: gives(200, rows('http://127.0.0.1:1/x')),
    download: { pages: 'odata' },
  },
  'pages of a file': {
    answer: gives(200, rows('file:///etc/hostname')),
    download: { pages: 'odata' },
  },
  'pages of no address': { answer: gives(200, rows('http://')), download: { pages: 'odata' } },
  'a page that leads to a login': {
    answer: each((n) => (n === 1 ? rows('/p') : html)),
    download: { pages: 'odata' },
  },
  ...Object.fromEntries(
    [
      '../a.tsv',
      '..',
      '.',
      'a/b.tsv',
      'a\\b.tsv',
      '/a.tsv',
      'C:a.tsv',
      'CON',
      'nul.tsv',
      'LPT1.csv',
      'a.',
      'a ',
      'a\nb',
      'a\u{202e}b',
      '..%2fa.tsv',
      'a:b',
      '',
      'x'.repeat(300),
      'snapshot.json',
      'Snapshot.JSON',
    ].map(
      (file) =>
        [`the file name ${JSON.stringify(file).slice(0, 24)}`, { download: { file } }] as const,
    ),
  ),
  'names that differ in capitals': { more: [{ file: 'DATA.tsv' }] },
  'an address with a password': { options: { mirror: 'http://someone:opensesame@127.0.0.1' } },
  'a description with a password': {
    download: { url: 'https://someone:opensesame@publisher.example/a' },
  },
};

describe('what is no data, or leads elsewhere, is refused and nothing is kept', () => {
  let held = 0;
  for (const [name, attack] of Object.entries(attacks))
    test(name, async () => {
      const { fetched, into } = await attempt(attack);
      expect(fetched).toBeInstanceOf(Error);
      expect((fetched as Error).name).toMatch(/^(?:Input|Usage)Error$/);
      expect((fetched as Error).message).not.toContain('opensesame');
      expect(readdirSync(into)).toEqual([]);
      held += 1;
    });
  test('as often as the page says', () => {
    expect({ tried: Object.keys(attacks).length, held }).toEqual(
      stated('a publisher’s server that is hostile'),
    );
  });
});

test('every address is in the evidence, and nothing that opens something', async () => {
  const elsewhere: FetchOptions['client'] = async (url) => {
    return url.includes('publisher.example')
      ? moved('https://192.0.2.7/file?sig=opensesame&part=1')
      : came();
  };
  const { fetched, into } = await attempt({
    download: { url: 'https://publisher.example/data?api_key=opensesame&x=1' },
    options: { client: elsewhere, mirror: 'https://publisher.example' },
  });
  const [one] = fetched as Awaited<ReturnType<typeof fetchSource>>;
  expect(one?.snapshot.addresses).toEqual([
    'https://publisher.example/data?api_key=withheld&x=1',
    'https://192.0.2.7/file?sig=withheld&part=1',
  ]);
  const names = readdirSync(into, { recursive: true, withFileTypes: true });
  const texts = names
    .filter((name) => name.isFile())
    .map((name) => readFileSync(join(name.parentPath, name.name), 'utf8'));
  expect(texts).toHaveLength(2);
  expect(texts.join('')).not.toContain('opensesame');
});

test('a redirect within the host is followed, and the pages of a feed are all named', async () => {
  const within = await attempt({
    answer: (request, response) =>
      request.url === '/now'
        ? response.end(data)
        : response.writeHead(308, { location: '/now' }).end(),
  });
  const [one] = within.fetched as Awaited<ReturnType<typeof fetchSource>>;
  expect(one?.snapshot.addresses.map((address) => address.replace(origin, ''))).toEqual([
    '/data?x=1',
    '/now',
  ]);
  const feed = await attempt({
    answer: (request, response) =>
      response.end(request.url === '/p2' ? '{"value":[{"a":2}]}' : rows('/p2')),
    download: { pages: 'odata', file: 'rows.json' },
  });
  const [paged] = feed.fetched as Awaited<ReturnType<typeof fetchSource>>;
  expect(paged?.snapshot.addresses.map((address) => address.replace(origin, ''))).toEqual([
    '/data?x=1',
    '/p2',
  ]);
});
