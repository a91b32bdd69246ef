import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { InputError, shownFile } from '@samenbeeld/schema';

const largest = 20_000_000;
const require = createRequire(import.meta.url);

const entities: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', shy: '', euro: '€' },
  ...{ eacute: 'é', egrave: 'è', ecirc: 'ê', euml: 'ë', agrave: 'à', acirc: 'â', ccedil: 'ç' },
  ...{ ocirc: 'ô', ouml: 'ö', uuml: 'ü', auml: 'ä', iuml: 'ï', icirc: 'î', ucirc: 'û' },
  ...{ ugrave: 'ù', szlig: 'ß', Eacute: 'É', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', oelig: 'œ' },
  ...{ rsquo: '’', lsquo: '‘', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', ndash: '–' },
  ...{ mdash: '—', hellip: '…', bull: '•', thinsp: '\u2009', nnbsp: '\u202f' },
};

function decoded(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,8}));/giu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined)
        return Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole;
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}

/** The text of marked-up pages: what browsers show of it, a blank line between blocks. */
function textOfHtml(html: string): string {
  const shown = html
    .replace(
      /<!--[\s\S]*?-->|<(script|style|head|noscript|template|svg)\b[\s\S]*?<\/\1\s*>/giu,
      ' ',
    )
    .replace(/\s+/gu, ' ')
    .replace(/<br\b[^>]*>/giu, '\n')
    .replace(
      /<\/?(?:p|div|li|ul|ol|tr|td|th|table|h[1-6]|section|article|blockquote|header|footer|main|nav|aside|figcaption|dd|dt)\b[^>]*>/giu,
      '\n\n',
    )
    .replace(/<[^>]*>/gu, '');
  return decoded(shown);
}

/** The paragraphs of a Word document. */
function textOfDocx(bytes: Uint8Array, path: string): string {
  const { CFB } = require('@e965/xlsx') as typeof import('@e965/xlsx');
  const refused = new InputError(`${shownFile(path)} is no Word document that can be read`, {
    repair: 'open it, copy the text, and give it on standard input: samenbeeld claims -',
  });
  let content: Uint8Array | undefined;
  try {
    const entry = CFB.find(CFB.read(bytes, { type: 'buffer' }), '/word/document.xml');
    content = entry ? Uint8Array.from(entry.content as ArrayLike<number>) : undefined;
  } catch {
    throw refused;
  }
  if (!content) throw refused;
  const xml = new TextDecoder().decode(content);
  const marked = xml
    .replace(/<w:(?:del|instrText)\b[\s\S]*?<\/w:(?:del|instrText)>/gu, '')
    .replace(/<w:(?:br|tab)\b[^>]*>/gu, ' ')
    .replace(/<\/w:p>/gu, '\n\n')
    .replace(/<[^>]*>/gu, '');
  return decoded(marked);
}

/**
 * The text of a file that holds sentences: plain text (.txt, .md), a page (.html) or a Word document (.docx), as UTF-8.
 * Throws an InputError for a PDF and for any other kind of file, with what to do instead.
 */
export async function textOfFile(path: string): Promise<string> {
  const [ending = ''] = /\.\w+$/u.exec(path.toLowerCase()) ?? [];
  const paste = 'open it, copy the text, and give it on standard input: samenbeeld claims -';
  if (!['.txt', '.md', '.html', '.htm', '.docx'].includes(ending))
    throw new InputError(
      ending === '.pdf'
        ? `${shownFile(path)} is a PDF, whose text is not read here`
        : `expected a text (.txt, .md), a page (.html) or a Word document (.docx), found ${shownFile(path)}`,
      { repair: paste },
    );
  const bytes = await readFile(path);
  if (bytes.length > largest)
    throw new InputError(`${shownFile(path)} is larger than ${largest / 1_000_000} MB`, {
      repair: 'give the part that holds the figures',
    });
  if (ending === '.docx') return textOfDocx(bytes, path);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${shownFile(path)} is not in UTF-8`, { repair: 'save it as UTF-8' });
  }
  return ending.startsWith('.htm') ? textOfHtml(text) : text;
}
