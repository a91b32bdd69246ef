import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { InputError } from '@samenbeeld/schema';
import { told } from './address.ts';
import { answerRefused } from './answer-refused.ts';
import { type Requested, type RequestOptions, requestFile } from './request-file.ts';

interface Page {
  readonly value: readonly unknown[];
  readonly next: string | null;
}

function pageOf(text: string, url: string): Page {
  let body: Readonly<Record<string, unknown>>;
  try {
    body = JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    throw answerRefused(url, 'text that is no JSON', 'try again later');
  }
  const { value } = body;
  if (!Array.isArray(value))
    throw answerRefused(
      url,
      'JSON without "value"',
      'check that the address is that of an OData table',
    );
  const next = body['odata.nextLink'] ?? body['@odata.nextLink'];
  return { value, next: typeof next === 'string' ? next : null };
}

/** Pages after which a feed that never ends is given up. */
const most = 10_000;

const hostOf = (address: string): string => new URL(address).origin;

/**
 * Follows an OData feed (version 3 `odata.nextLink`, version 4 `@odata.nextLink`) and writes its rows as one document,
 * `{"value":[…]}`, one row a line. A page link that comes twice, or that leads to another host, is refused.
 */
export async function requestPages(
  url: string,
  path: string,
  { mostPages = most, ...options }: RequestOptions & { readonly mostPages?: number | undefined },
): Promise<{ readonly answer: Requested; readonly requests: number }> {
  const seen = new Set<string>();
  const rows: string[] = [];
  const addresses: string[] = [];
  let bytes = 0;
  let at: string | null = url;
  let first: Requested | null = null;
  const { etag: _, lastModified: __, ...plain } = options;
  while (at !== null) {
    const from: string = at;
    if (seen.size >= mostPages)
      throw answerRefused(url, `more than ${mostPages} pages`, 'ask for less');
    if (seen.has(from))
      throw answerRefused(from, 'pages that lead in a circle', 'report it to the publisher');
    seen.add(from);
    const answer = await requestFile(from, path, seen.size === 1 ? options : plain);
    first ??= answer;
    if (answer.unchanged) return { answer, requests: seen.size };
    bytes += answer.bytes;
    addresses.push(...answer.addresses);
    if (bytes > options.most)
      throw answerRefused(url, `more than ${Math.round(options.most / 1e6)} MB`, 'ask for less');
    const page = pageOf(await readFile(path, 'utf8'), from);
    for (const row of page.value) rows.push(JSON.stringify(row));
    if (page.next !== null && !URL.canParse(page.next, from))
      throw answerRefused(from, 'a next page without an address', 'report it to the publisher');
    const next: string | null = page.next === null ? null : new URL(page.next, from).href;
    if (next !== null && hostOf(next) !== hostOf(from))
      throw new InputError(`expected the next page at ${hostOf(from)}, found ${told(next)}`, {
        repair: 'fetch from the publisher’s own address',
      });
    at = next;
  }
  const text = `{"value":[\n${rows.join(',\n')}\n]}\n`;
  await writeFile(path, text);
  const whole = {
    unchanged: false as const,
    sha256: createHash('sha256').update(text).digest('hex'),
    bytes: Buffer.byteLength(text),
    addresses,
    etag: first?.unchanged === false ? first.etag : null,
    lastModified: first?.unchanged === false ? first.lastModified : null,
  };
  return {
    answer: seen.size === 1 ? whole : { ...whole, etag: null, lastModified: null },
    requests: seen.size,
  };
}
