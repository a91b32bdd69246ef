import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  type Download,
  type FetchOptions,
  fetchSource,
  loadSource,
  type SourceDescription,
} from '@samenbeeld/ingest';
import { InputError, UsageError } from '@samenbeeld/schema';
import { afterEach, describe, expect, test } from 'vitest';
import { snapshotsOf } from '../../src/fetch/fetch-source.ts';
import { type Recorded, replay } from './replay-server.ts';

const tsv = 'freq,iccs,unit,geo\\TIME_PERIOD\t2021 \t2022 \nA,ICCS0601,NR,DE\t361048 \t340677 \n';
const catalogue = join(import.meta.dirname, '../../../sources/catalogue');
const eurostat = loadSource(join(catalogue, 'eurostat-crim-off-cat'));
const path = '/eurostat/api/dissemination/sdmx/2.1/data/crim_off_cat';

function sourceWith(...downloads: readonly Download[]): SourceDescription {
  return { ...eurostat, downloads };
}

const table: Download = {
  file: 'estat_crim_off_cat.tsv',
  url: `https://ec.europa.eu${path}?format=TSV&compressed=true`,
  pages: null,
};

const feed: Download = {
  file: 'rows.json',
  url: 'https://dataderden.cbs.nl/ODataFeed/OData/47013NED/TypedDataSet?$format=json',
  pages: 'odata',
};
const feedPath = '/ODataFeed/OData/47013NED/TypedDataSet';

let server: Awaited<ReturnType<typeof replay>>;

afterEach(() => server.close());

async function asking(
  recordings: Readonly<Record<string, readonly Recorded[]>>,
  patience = 20_000,
): Promise<FetchOptions> {
  server = await replay(recordings);
  return {
    into: mkdtempSync(join(tmpdir(), 'snapshots-')),
    now: new Date('2026-11-24T10:00:00Z'),
    mirror: server.origin,
    pause: 5,
    patience,
  };
}

const gives =
  (body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Recorded =>
  (_, response) =>
    response.writeHead(200, headers).end(body);

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Recorded =>
  (_, response) =>
    response.writeHead(code, headers).end('');

async function refused(
  recordings: Readonly<Record<string, readonly Recorded[]>>,
  download = table,
  patience?: number,
) {
  const options = await asking(recordings, patience);
  const error = await fetchSource(sourceWith(download), options).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InputError);
  expect(snapshotsOf(options.into, eurostat.id, download.file)).toEqual([]);
  expect(readdirSync(options.into)).toEqual([]);
  return (error as InputError).message.replaceAll(server.origin, 'https://publisher');
}

describe('a file that is fetched', () => {
  test('is kept with its address, day and checksum, read-only', async () => {
    const options = await asking({ [path]: [gives(tsv, { etag: '"v1"' })] });
    const [fetched] = await fetchSource(sourceWith(table), options);
    const { snapshot } = fetched ?? {};
    expect(fetched?.isNew).toBe(true);
    expect(readFileSync(String(snapshot?.path), 'utf8')).toBe(tsv);
    expect(snapshot).toMatchObject({
      source: 'eurostat-crim-off-cat',
      fetchedAt: '2026-11-24T10:00:00.000Z',
      sha256: createHash('sha256').update(tsv).digest('hex'),
      bytes: tsv.length,
      etag: '"v1"',
    });
    expect(statSync(String(snapshot?.path)).mode & 0o222).toBe(0);
    expect(snapshotsOf(options.into, eurostat.id, table.file)).toEqual([snapshot]);
    expect(server.asked).toEqual([`${path}?format=TSV&compressed=true`]);
  });

  test('that comes as gzip without saying so is unpacked', async () => {
    const options = await asking({ [path]: [gives(gzipSync(tsv))] });
    const [fetched] = await fetchSource(sourceWith(table), options);
    expect(readFileSync(String(fetched?.snapshot.path), 'utf8')).toBe(tsv);
  });

  test('is not kept twice: by what the server says, and by its checksum', async () => {
    const asks: (string | undefined)[] = [];
    const options = await asking({
      [path]: [
        gives(tsv, { etag: '"v1"' }),
        (request, response) => {
          asks.push(request.headers['if-none-match']);
          response.writeHead(304).end();
        },
        gives(tsv, { etag: '"v2"' }),
      ],
    });
    const source = sourceWith(table);
    const first = await fetchSource(source, options);
    for (const minute of [1, 2]) {
      const now = new Date(`2026-11-24T10:0${minute}:00Z`);
      const [again] = await fetchSource(source, { ...options, now });
      expect(again).toEqual({ snapshot: first[0]?.snapshot, isNew: false, before: null });
    }
    expect(asks).toEqual(['"v1"']);
  });

  test('that has changed stands beside the earlier one', async () => {
    const later = tsv.replace('340677', '340680');
    const options = await asking({ [path]: [gives(tsv), gives(later)] });
    const source = sourceWith(table);
    const [first] = await fetchSource(source, options);
    const [second] = await fetchSource(source, {
      ...options,
      now: new Date('2026-12-24T10:00:00Z'),
    });
    expect(second?.before).toEqual(first?.snapshot);
    expect(readFileSync(String(first?.snapshot.path), 'utf8')).toBe(tsv);
    expect(readFileSync(String(second?.snapshot.path), 'utf8')).toBe(later);
  });

  test('whose snapshot somebody changed is refused', async () => {
    const options = await asking({ [path]: [gives(tsv)] });
    const [fetched] = await fetchSource(sourceWith(table), options);
    chmodSync(String(fetched?.snapshot.path), 0o644);
    writeFileSync(String(fetched?.snapshot.path), 'other');
    await expect(fetchSource(sourceWith(table), options)).rejects.toThrow(
      /a snapshot is never changed/,
    );
  });

  test('is asked for again where the service is busy or the connection drops half-way', async () => {
    const drops: Recorded = (_, response) => {
      response.writeHead(200, { 'content-length': String(tsv.length) });
      response.write(tsv.slice(0, 30), () => response.destroy());
    };
    const options = await asking({
      [path]: [status(429, { 'retry-after': '0' }), drops, status(503), gives(tsv)],
    });
    const [fetched] = await fetchSource(sourceWith(table), options);
    expect(readFileSync(String(fetched?.snapshot.path), 'utf8')).toBe(tsv);
    expect(server.asked).toHaveLength(4);
  });

  test('is asked for again where the connection drops in the middle of gzip', async () => {
    const packed = gzipSync(randomBytes(50_000).toString('hex'));
    const drops: Recorded = (_, response) => {
      response.writeHead(200, { 'content-length': String(packed.length) });
      response.write(packed.subarray(0, 30_000), () => setTimeout(() => response.destroy(), 20));
    };
    const options = await asking({ [path]: [drops, gives(packed)] });
    const [fetched] = await fetchSource(sourceWith(table), options);
    expect(fetched?.snapshot.bytes).toBe(100_000);
    expect(server.asked).toHaveLength(2);
  });
});

describe('what is no data is refused, and nothing is kept', () => {
  test('a web page', async () => {
    expect(
      await refused({ [path]: [gives('<!DOCTYPE html><html><title>Maintenance')] }),
    ).toMatchInlineSnapshot(
      `"expected a file from https://publisher/eurostat/api/dissemination/sdmx/2.1/data/crim_off_cat?format=TSV&compressed=true, found a web page. Repair: open the address in a browser; where it still works, download the file there and give it to \`samenbeeld ingest\`"`,
    );
  });

  test('the note of Eurostat that an answer is being prepared', async () => {
    const note =
      '<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Body><ns0:syncResponse><queued><id>8f</id><status>SUBMITTED</status></queued></ns0:syncResponse></env:Body></env:Envelope>';
    expect(await refused({ [path]: [gives(note)] })).toMatchInlineSnapshot(
      `"expected a file from https://publisher/eurostat/api/dissemination/sdmx/2.1/data/crim_off_cat?format=TSV&compressed=true, found a note that the answer is being prepared. Repair: try again in a few minutes; ask for less where it does not help"`,
    );
  });

  test('a file that is gone', async () => {
    expect(await refused({ [path]: [status(404)] })).toMatchInlineSnapshot(
      `"expected a file from https://publisher/eurostat/api/dissemination/sdmx/2.1/data/crim_off_cat?format=TSV&compressed=true, found status 404 (there is nothing at that address: the publisher may have moved the file). Repair: open the address in a browser; where it still works, download the file there and give it to \`samenbeeld ingest\`"`,
    );
  });

  test('a service that stays busy', async () => {
    expect(await refused({ [path]: [status(503)] })).toMatchInlineSnapshot(
      `"expected a file from https://publisher/eurostat/api/dissemination/sdmx/2.1/data/crim_off_cat?format=TSV&compressed=true, found status 503. Repair: try again later"`,
    );
  });

  test('an empty answer', async () => {
    expect(await refused({ [path]: [gives('')] })).toMatchInlineSnapshot(
      `"expected a file from https://publisher/eurostat/api/dissemination/sdmx/2.1/data/crim_off_cat?format=TSV&compressed=true, found an empty answer. Repair: try again later"`,
    );
  });

  test('a server that falls silent', async () => {
    const silent: Recorded = (_, response) => {
      response.writeHead(200).write('freq');
    };
    expect(await refused({ [path]: [silent] }, table, 400)).toMatchInlineSnapshot(
      `"expected a file from https://publisher/eurostat/api/dissemination/sdmx/2.1/data/crim_off_cat?format=TSV&compressed=true, found no answer after 4 attempts (no answer in time). Repair: check the connection and the proxy (HTTPS_PROXY), or fetch the file where there is internet and give it to \`samenbeeld ingest\`"`,
    );
  });

  test('more than the limit, while it comes', async () => {
    const options = await asking({ [path]: [gives(gzipSync(Buffer.alloc(5_000_000, 'a')))] });
    const source = sourceWith(table);
    await expect(fetchSource(source, { ...options, most: 1e6 })).rejects.toThrow('more than 1 MB');
    expect(snapshotsOf(options.into, source.id, table.file)).toEqual([]);
  });
});

describe('an OData feed', () => {
  const page = (rows: readonly number[], next: string | null, key = 'odata.nextLink'): Recorded =>
    gives(
      JSON.stringify({ value: rows.map((id) => ({ ID: id })), ...(next ? { [key]: next } : {}) }),
    );

  test.each(['odata.nextLink', '@odata.nextLink'])(
    'is followed page by page by its %s',
    async (key) => {
      const next = `${feedPath}?$skiptoken=2`;
      const options = await asking({ [feedPath]: [page([0, 1], next, key), page([2], null)] });
      const [fetched] = await fetchSource(sourceWith(feed), options);
      expect(JSON.parse(readFileSync(String(fetched?.snapshot.path), 'utf8'))).toEqual({
        value: [{ ID: 0 }, { ID: 1 }, { ID: 2 }],
      });
      expect(fetched?.snapshot).toMatchObject({
        requests: 2,
        bytes: readFileSync(String(fetched?.snapshot.path)).length,
      });
    },
  );

  test('may hold hundreds of thousands of rows in one page', async () => {
    const rows = Array.from({ length: 300_000 }, (_, id) => id);
    const options = await asking({ [feedPath]: [page(rows, null)] });
    const [fetched] = await fetchSource(sourceWith(feed), options);
    const { value } = JSON.parse(readFileSync(String(fetched?.snapshot.path), 'utf8'));
    expect(value).toHaveLength(300_000);
  });

  test('that leads in a circle is refused', async () => {
    const message = await refused({ [feedPath]: [page([0], feedPath), page([0], feedPath)] }, feed);
    expect(message).toContain('pages that lead in a circle');
  });

  test('that leads to another host is refused', async () => {
    const message = await refused({ [feedPath]: [page([0], 'http://localhost:1/next')] }, feed);
    expect(message).toContain('expected the next page at');
  });

  test('that is no OData is refused', async () => {
    expect(await refused({ [feedPath]: [gives('{"error":"no"}')] }, feed)).toContain(
      'an error of the service in JSON',
    );
    await server.close();
    expect(await refused({ [feedPath]: [gives('{"rows":[]}')] }, feed)).toContain(
      'JSON without "value"',
    );
    await server.close();
    expect(await refused({ [feedPath]: [gives('{"value":[')] }, feed)).toContain(
      'text that is no JSON',
    );
  });
});

test('a source without an address says where to look', async () => {
  const options = await asking({});
  await expect(fetchSource(sourceWith(), options)).rejects.toThrow(UsageError);
  await expect(fetchSource(sourceWith(), options)).rejects.toThrow(
    'https://ec.europa.eu/eurostat/databrowser',
  );
});

test('a fetch that fails leaves no folder behind, and nothing of others is touched', async () => {
  const options = await asking({ [path]: [status(404)] });
  const into = join(options.into, 'new', 'snapshots');
  await expect(fetchSource(sourceWith(table), { ...options, into })).rejects.toThrow(InputError);
  expect(readdirSync(options.into)).toEqual([]);
  mkdirSync(into, { recursive: true });
  await expect(fetchSource(sourceWith(table), { ...options, into })).rejects.toThrow(InputError);
  expect(readdirSync(options.into, { recursive: true }).sort()).toEqual(['new', 'new/snapshots']);
});
