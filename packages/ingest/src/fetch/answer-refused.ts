import { InputError } from '@samenbeeld/schema';

const elsewhere =
  'open the address in a browser; where it still works, download the file there and give it to `samenbeeld ingest`';

/** What a body is that is no data, by its beginning; null where it may be data. */
export function notData(start: string): { readonly found: string; readonly repair: string } | null {
  const text = start.replace(/^\uFEFF/, '').trimStart();
  if (!text.startsWith('<')) return null;
  if (/<(?:\w+:)?(?:Envelope|syncResponse|asyncResponse)\b/.test(text))
    return {
      found: /queued|SUBMITTED|async/i.test(text)
        ? 'a note that the answer is being prepared'
        : 'an error of the service in XML',
      repair: 'try again in a few minutes; ask for less where it does not help',
    };
  if (/<!doctype html|<html/i.test(text)) return { found: 'a web page', repair: elsewhere };
  return { found: 'XML', repair: elsewhere };
}

/** The error for an answer without data. */
export function answerRefused(url: string, found: string, repair: string): InputError {
  return new InputError(`expected a file from ${url}, found ${found}`, { repair });
}

/** What a status means for the person who asked. */
export function statusRefused(url: string, status: number): InputError {
  const why: Readonly<Record<number, string>> = {
    401: 'it asks for a login',
    403: 'it refuses access',
    404: 'there is nothing at that address: the publisher may have moved the file',
    410: 'the publisher has withdrawn the file',
    413: 'the request is too large for the service',
    429: 'too many requests, also after waiting',
  };
  return answerRefused(
    url,
    `status ${status}${why[status] ? ` (${why[status]})` : ''}`,
    status >= 500 || status === 429 ? 'try again later' : elsewhere,
  );
}
