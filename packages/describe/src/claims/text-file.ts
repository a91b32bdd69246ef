import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { InputError, shownFile } from '@samenbeeld/schema';

const largest = 20_000_000;
const mostPages = 500;
const require = createRequire(import.meta.url);
const paste = 'open it, copy the text, and give it on standard input: samenbeeld claims -';

/** Elements of a page that are no text of it; of a Word document what was deleted, and commands of fields. */
const unread = new Set(
  'script style head noscript template svg w:del w:instrText w:delText'.split(' '),
);
/** Elements that stand by themselves: a blank line before and behind. */
const blocks = new Set(
  'p div li ul ol tr td th table h1 h2 h3 h4 h5 h6 section article blockquote header footer main nav aside figcaption dd dt w:p'.split(
    ' ',
  ),
);
const breaks = new Set(['br', 'w:br', 'w:tab']);

/** The text of marked-up pages and documents: what is shown of it, a blank line between blocks. */
async function textOfMarkup(markup: string, xml: boolean): Promise<string> {
  const { Parser } = await import('htmlparser2');
  let text = '';
  const within: string[] = [];
  const parser = new Parser(
    {
      onopentag(name) {
        if (unread.has(name)) within.push(name);
        else if (breaks.has(name)) text += xml ? ' ' : '\n';
        else if (blocks.has(name)) text += '\n\n';
      },
      ontext(words) {
        if (within.length === 0) text += xml ? words : words.replace(/[ \t\r\n\f]+/gu, ' ');
      },
      onclosetag(name) {
        if (within.at(-1) === name) within.pop();
        else if (blocks.has(name)) text += '\n\n';
      },
    },
    { xmlMode: xml, decodeEntities: true },
  );
  parser.end(markup);
  return text.replace(/\n{3,}/gu, '\n\n');
}

/** The paragraphs of a Word document. */
async function textOfDocx(bytes: Uint8Array, path: string): Promise<string> {
  const { CFB } = require('@e965/xlsx') as typeof import('@e965/xlsx');
  const refused = new InputError(`${shownFile(path)} is no Word document that can be read`, {
    repair: paste,
  });
  let content: Uint8Array | undefined;
  try {
    const entry = CFB.find(CFB.read(bytes, { type: 'buffer' }), '/word/document.xml');
    content = entry ? Uint8Array.from(entry.content as ArrayLike<number>) : undefined;
  } catch {
    throw refused;
  }
  if (!content) throw refused;
  return textOfMarkup(new TextDecoder().decode(content), true);
}

/** The lines of a PDF's pages as they were set, words that a line's end parts put together again. */
async function textOfPdf(bytes: Uint8Array, path: string): Promise<string> {
  const { getDocumentProxy } = await import('unpdf');
  let document: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new InputError(
      isLocked
        ? `${shownFile(path)} is a PDF under a password`
        : `${shownFile(path)} is no PDF that can be read`,
      { repair: paste },
    );
  }
  try {
    if (document.numPages > mostPages)
      throw new InputError(`${shownFile(path)} has more than ${mostPages} pages`, {
        repair: 'give the pages that hold the figures',
      });
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1)
      pages.push(await textOfPage(await document.getPage(number)));
    const text = pages.join('\n\n');
    if (text.trim() === '')
      throw new InputError(
        `${shownFile(path)} is a PDF without text: pictures of pages, as a scanner makes them`,
        { repair: 'let a program for text recognition make text of it, and give that' },
      );
    return text;
  } finally {
    await document.destroy();
  }
}

/** The lines of a page. A wider step down than from line to line begins a paragraph. */
async function textOfPage(page: {
  getTextContent(): Promise<{ readonly items: readonly object[] }>;
}): Promise<string> {
  const { items } = await page.getTextContent();
  let text = '';
  let last: { readonly y: number; readonly height: number } | null = null;
  for (const item of items) {
    if (!('str' in item)) continue;
    const { str, transform, height, hasEOL } = item as {
      readonly str: string;
      readonly transform: readonly number[];
      readonly height: number;
      readonly hasEOL: boolean;
    };
    if (str.trim() !== '') {
      const y = transform[5] ?? 0;
      const isApart = last !== null && Math.abs(last.y - y) > 1.75 * Math.min(last.height, height);
      if (isApart && text !== '') text = `${text.trimEnd()}\n\n`;
      last = { y, height };
    }
    text += str;
    if (hasEOL) text += '\n';
  }
  return text.replace(/(\p{Ll})-\n(?=\p{Ll})/gu, '$1');
}

/**
 * The text of a file that holds sentences: plain text (.txt, .md) or a page (.html) in UTF-8, a Word document (.docx) or
 * a PDF with text in it. Throws an InputError for a PDF of pictures or under a password, and for any other kind of file,
 * with what to do instead.
 */
export async function textOfFile(path: string): Promise<string> {
  const [ending = ''] = /\.\w+$/u.exec(path.toLowerCase()) ?? [];
  if (!['.txt', '.md', '.html', '.htm', '.docx', '.pdf'].includes(ending))
    throw new InputError(
      `expected a text (.txt, .md), a page (.html), a Word document (.docx) or a PDF, found ${shownFile(path)}`,
      { repair: paste },
    );
  const bytes = await readFile(path);
  if (bytes.length > largest)
    throw new InputError(`${shownFile(path)} is larger than ${largest / 1_000_000} MB`, {
      repair: 'give the part that holds the figures',
    });
  if (ending === '.docx') return textOfDocx(bytes, path);
  if (ending === '.pdf') return textOfPdf(bytes, path);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${shownFile(path)} is not in UTF-8`, { repair: 'save it as UTF-8' });
  }
  return ending.startsWith('.htm') ? textOfMarkup(text, false) : text;
}
