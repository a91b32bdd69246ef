import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline as chained, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { isGzip } from '@samenbeeld/read';
import { englishQuoted, InputError, inFour, UsageError } from '@samenbeeld/schema';
import type { Response } from 'undici';
import { checkAddress, followed, told } from './address.ts';
import { answerRefused, moreThan, notData, repairs, statusRefused } from './answer-refused.ts';
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
  /** Milliseconds for all of it, attempts and pages together. */
  readonly time: number;
  /** When that time is over, by the clock of `performance.now()`. */
  readonly end: number;
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
      /** Every address that was asked, in order: the first, and where redirects led. */
      readonly addresses: readonly string[];
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
  private readonly file: string;
  private readonly type: string;

  constructor(url: string, file: string, type: string, options: RequestOptions) {
    super();
    this.url = url;
    this.file = file;
    this.type = type;
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
          moreThan(most),
          inFour(
            'vraag minder, of verhoog de grens met --max-megabytes',
            'demandez moins, ou relevez la limite avec --max-megabytes',
            'weniger anfordern oder die Grenze mit --max-megabytes anheben',
            'ask for less, or raise the limit with --max-megabytes',
          ),
        ),
      );
    else done(undefined, chunk);
  }

  override _flush(done: (error?: Error) => void) {
    if (this.bytes === 0) {
      done(
        answerRefused(
          this.url,
          inFour('een leeg antwoord', 'une réponse vide', 'eine leere Antwort', 'an empty answer'),
          repairs.later,
        ),
      );
      return;
    }
    const whole = this.bytes === this.start.length;
    const odd = notData(this.start, { file: this.file, type: this.type, whole });
    if (odd) done(answerRefused(this.url, odd.found, odd.repair));
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

/** Redirects after which it is given up, as browsers do. */
const mostRedirects = 10;

const outOfTime = (url: string, { time }: RequestOptions): InputError =>
  answerRefused(
    url,
    inFour(
      'geen einde ervan binnen {n} min',
      'pas de fin en moins de {n} min',
      'kein Ende davon innerhalb von {n} min',
      'no end of it within {n} min',
      { n: Math.max(1, Math.round(time / 60_000)) },
    ),
    inFour(
      'probeer het op een rustig uur opnieuw, of vraag minder',
      'réessayez à une heure calme, ou demandez moins',
      'zu einer ruhigen Stunde erneut versuchen oder weniger anfordern',
      'try again at a quiet hour, or ask for less',
    ),
  );

/** Asks an address and follows its redirects one by one, as far as each may be followed. */
async function answerOf(
  url: string,
  options: RequestOptions,
  signal: AbortSignal,
): Promise<{ readonly response: Response; readonly addresses: readonly string[] }> {
  const addresses = [checkAddress(url).href];
  for (let at = url; ; ) {
    const response = await options.client(at, {
      signal,
      redirect: 'manual',
      headers: {
        'user-agent': 'samenbeeld',
        accept: '*/*',
        ...(options.etag ? { 'if-none-match': options.etag } : {}),
        ...(options.lastModified ? { 'if-modified-since': options.lastModified } : {}),
      },
    });
    const location = response.headers.get('location');
    if (![301, 302, 303, 307, 308].includes(response.status) || location === null)
      return { response, addresses };
    await response.body?.cancel();
    at = await followed(at, location);
    if (addresses.includes(at) || addresses.length > mostRedirects)
      throw answerRefused(
        url,
        inFour(
          'doorverwijzingen zonder einde',
          'des redirections sans fin',
          'Weiterleitungen ohne Ende',
          'redirects without an end',
        ),
        repairs.report,
      );
    addresses.push(at);
  }
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
    const end = AbortSignal.timeout(Math.max(1, Math.ceil(options.end - performance.now())));
    const signal = AbortSignal.any([silence.signal, end]);
    const { response, addresses } = await answerOf(url, options, signal);
    if (response.status === 304) return { unchanged: true };
    if (response.status !== 200 || !response.body) return response;
    const type = response.headers.get('content-type') ?? '';
    const meter = new Meter(url, basename(path), type, {
      ...options,
      onBytes: (bytes) => {
        alive();
        options.onBytes?.(bytes);
      },
    });
    await pipeline(Readable.from(unpacked(response.body)), meter, createWriteStream(path), {
      signal,
    });
    return {
      unchanged: false,
      sha256: meter.hash.digest('hex'),
      bytes: meter.bytes,
      addresses: addresses.map(told),
      etag: response.headers.get('etag'),
      lastModified: response.headers.get('last-modified'),
    };
  } finally {
    clearTimeout(timer);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'no answer in time';
  const cause = error.cause instanceof Error ? error.cause : error;
  return (cause.message || cause.name).replace(/https?:\/\/\S+/gu, told);
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
      if (error instanceof InputError || error instanceof UsageError) throw error;
      if (performance.now() >= options.end) throw outOfTime(url, options);
      last = reasonOf(error);
    }
    if (performance.now() + pause >= options.end) throw outOfTime(url, options);
    if (attempt < attempts - 1) await wait(pause);
  }
  throw answerRefused(
    url,
    inFour(
      'geen antwoord na {attempts} pogingen ({last})',
      'pas de réponse après {attempts} essais ({last})',
      'keine Antwort nach {attempts} Versuchen ({last})',
      'no answer after {attempts} attempts ({last})',
      { attempts, last: englishQuoted(last) },
    ),
    inFour(
      'controleer de verbinding en de proxy (HTTPS_PROXY), of haal het bestand op waar internet is en geef het aan `samenbeeld ingest`',
      'vérifiez la connexion et le proxy (HTTPS_PROXY), ou récupérez le fichier là où il y a internet et donnez-le à `samenbeeld ingest`',
      'die Verbindung und den Proxy (HTTPS_PROXY) prüfen oder die Datei dort abrufen, wo es Internet gibt, und sie `samenbeeld ingest` geben',
      'check the connection and the proxy (HTTPS_PROXY), or fetch the file where there is internet and give it to `samenbeeld ingest`',
    ),
  );
}
