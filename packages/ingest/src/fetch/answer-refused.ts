import { InputError } from '@samenbeeld/schema';
import { told } from './address.ts';

const elsewhere =
  'open the address in a browser; where it still works, download the file there and give it to `samenbeeld ingest`';

/** What came with the body: the name that the file will have, what the server calls it, and whether it is all of it. */
export interface BodyAbout {
  readonly file: string;
  readonly type: string;
  readonly whole: boolean;
}

const page = /^\s*<(?:!doctype html|html|head|body|script|meta)\b/imu;
const packed = /\.(?:xlsx|xlsm|ods|zip)$/iu;

function decoded(start: Uint8Array): string {
  const [first, second] = start;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : null;
  const turned = first === 0xfe && second === 0xff ? 'utf-16be' : null;
  return new TextDecoder(wide ?? turned ?? 'utf-8').decode(start);
}

/** What a body is that is no data, by its beginning; null where it may be data. */
export function notData(
  start: Uint8Array,
  { file, type, whole }: BodyAbout,
): { readonly found: string; readonly repair: string } | null {
  if (packed.test(file))
    return start[0] === 0x50 && start[1] === 0x4b
      ? null
      : {
          found: page.test(decoded(start)) ? 'a web page' : 'no workbook or archive',
          repair: elsewhere,
        };
  const text = decoded(start)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (/^\s*(?:text\/html|application\/xhtml)/iu.test(type) || page.test(text))
    return { found: 'a web page', repair: elsewhere };
  if (/^\{\s*"(?:error|errors|fault|odata\.error|exception)"\s*:/iu.test(text))
    return { found: 'an error of the service in JSON', repair: 'try again later' };
  if (
    whole &&
    /^\{[^[]*"(?:message|detail|status|statusCode|title)"\s*:/iu.test(text) &&
    !/"(?:value|data|dataset|observations)"\s*:/u.test(text)
  )
    return { found: 'a message of the service in JSON', repair: 'try again later' };
  if (/\.json$/iu.test(file) && !/^[[{]/u.test(text))
    return { found: 'text that is no JSON', repair: 'try again later' };
  if (!text.startsWith('<')) return null;
  if (/<(?:\w+:)?(?:Envelope|syncResponse|asyncResponse)\b/.test(text))
    return {
      found: /queued|SUBMITTED|async/i.test(text)
        ? 'a note that the answer is being prepared'
        : 'an error of the service in XML',
      repair: 'try again in a few minutes; ask for less where it does not help',
    };
  return { found: 'XML', repair: elsewhere };
}

/** The error for an answer without data. */
export function answerRefused(url: string, found: string, repair: string): InputError {
  return new InputError(`expected a file from ${told(url)}, found ${found}`, { repair });
}

/** What a status means for the person who asked. */
export function statusRefused(url: string, status: number): InputError {
  const why: Readonly<Record<number, string>> = {
    202: 'a note that the answer is being prepared',
    204: 'an answer without content',
    205: 'an answer without content',
    206: 'a part of the file',
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
    status >= 500 || status === 429 || status < 300 ? 'try again later' : elsewhere,
  );
}
