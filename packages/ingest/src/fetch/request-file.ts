import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline as chained, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { InputError } from '@samenbeeld/schema';
import type { Response } from 'undici';
import { isGzip } from '../read/gunzip.ts';
import { answerRefused, notData, statusRefused } from './answer-refused.ts';
import type { WebClient } from './web-client.ts';

/** How a file is asked for. */
export interface RequestOptions {
  readonly client: WebClient;
  /** Bytes of the unpacked answer above which it is refused. */
  readonly most: number;
  /** Milliseconds before the second attempt; doubled for each further one. */
  readonly pause: number;
  /** Milliseconds without a byte after which an attempt is given up. */
  readonly patience: number;
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly onBytes?: (bytes: number) => void;
}

/** What came of it; `unchanged` where the server says that nothing has changed since. */
export type Requested =
  | { readonly unchanged: true }
  | {
      readonly unchanged: false;
      readonly sha256: string;
      readonly bytes: number;
      readonly etag: string | null;
      readonly lastModified: string | null;
    };

const attempts = 4;
const again = new Set([408, 425, 429, 500, 502, 503, 504]);

function askedAgain(response: Response, pause: number, attempt: number): number {
  const said = Number(response.headers.get('retry-after'));
  return Number.isFinite(said) && said > 0 ? Math.min(said * 1000, 60_000) : pause * 2 ** attempt;
}

/** Passes bytes on, counts and hashes them, and stops at what is no data or is too much. */
class Meter extends Transform {
  readonly hash = createHash('sha256');
  bytes = 0;
  private start = Buffer.alloc(0);
  private readonly url: string;
  private readonly options: RequestOptions;

  constructor(url: string, options: RequestOptions) {
    super();
    this.url = url;
    this.options = options;
  }

  override _transform(chunk: Buffer, _: string, done: (error?: Error, data?: Buffer) => void) {
    this.bytes += chunk.length;
    this.hash.update(chunk);
    if (this.start.length < 4096) this.start = Buffer.concat([this.start, chunk]).subarray(0, 4096);
    this.options.onBytes?.(this.bytes);
    const { most } = this.options;
    if (this.bytes > most)
      done(
        answerRefused(
          this.url,
          `more than ${Math.round(most / 1e6)} MB`,
          'ask for less, or raise the limit with --max-megabytes',
        ),
      );
    else done(undefined, chunk);
  }

  override _flush(done: (error?: Error) => void) {
    const odd = notData(this.start.toString('utf8'));
    if (odd) done(answerRefused(this.url, odd.found, odd.repair));
    else if (this.bytes === 0) done(answerRefused(this.url, 'an empty answer', 'try again later'));
    else done();
  }
}

/** Unpacks what is gzip by its first bytes, whatever the server calls it. */
async function* unpacked(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const rest = (async function* () {
    yield first.value;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  })();
  // A pipeline hands a broken connection on as an error of what is read here; the callback has nothing to add.
  yield* isGzip(first.value) ? chained(Readable.from(rest), createGunzip(), () => {}) : rest;
}

async function once(
  url: string,
  path: string,
  options: RequestOptions,
): Promise<Requested | Response> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), options.patience);
  const alive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), options.patience);
  };
  try {
    const response = await options.client(url, {
      signal: silence.signal,
      headers: {
        'user-agent': 'samenbeeld',
        accept: '*/*',
        ...(options.etag ? { 'if-none-match': options.etag } : {}),
        ...(options.lastModified ? { 'if-modified-since': options.lastModified } : {}),
      },
    });
    if (response.status === 304) return { unchanged: true };
    if (!response.ok || !response.body) return response;
    const meter = new Meter(url, {
      ...options,
      onBytes: (bytes) => {
        alive();
        options.onBytes?.(bytes);
      },
    });
    await pipeline(Readable.from(unpacked(response.body)), meter, createWriteStream(path));
    return {
      unchanged: false,
      sha256: meter.hash.digest('hex'),
      bytes: meter.bytes,
      etag: response.headers.get('etag'),
      lastModified: response.headers.get('last-modified'),
    };
  } finally {
    clearTimeout(timer);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'AbortError') return 'no answer in time';
  const cause = error.cause instanceof Error ? error.cause : error;
  return cause.message || cause.name;
}

/**
 * Writes what stands at an address to a file, unpacked, with its checksum. Asks up to four times where the connection
 * drops or the service is busy. Throws an InputError where no data come, with what came and what to do.
 */
export async function requestFile(
  url: string,
  path: string,
  options: RequestOptions,
): Promise<Requested> {
  let last = '';
  for (let attempt = 0; attempt < attempts; attempt++) {
    let pause = options.pause * 2 ** attempt;
    try {
      const answer = await once(url, path, options);
      if ('unchanged' in answer) return answer;
      await answer.body?.cancel();
      if (!again.has(answer.status)) throw statusRefused(url, answer.status);
      if (attempt === attempts - 1) throw statusRefused(url, answer.status);
      pause = askedAgain(answer, options.pause, attempt);
    } catch (error) {
      if (error instanceof InputError) throw error;
      last = reasonOf(error);
    }
    if (attempt < attempts - 1) await wait(pause);
  }
  throw answerRefused(
    url,
    `no answer after ${attempts} attempts (${last})`,
    'check the connection and the proxy (HTTPS_PROXY), or fetch the file where there is internet and give it to `samenbeeld ingest`',
  );
}
