import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expectedFound, InputError, inFour, shownFile } from '@samenbeeld/schema';

const largest = 20_000_000;
const mostPages = 500;
const require = createRequire(import.meta.url);
const paste = inFour(
  'open het, kopieer de tekst en geef die op de standaardinvoer: `samenbeeld claims -`',
  'ouvrez-le, copiez le texte et donnez-le sur l’entrée standard : `samenbeeld claims -`',
  'öffnen, den Text kopieren und auf der Standardeingabe übergeben: `samenbeeld claims -`',
  'open it, copy the text, and give it on standard input: `samenbeeld claims -`',
);
const givePart = inFour(
  'geef het deel met de cijfers',
  'donnez la partie qui contient les chiffres',
  'den Teil mit den Zahlen geben',
  'give the part that holds the figures',
);

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
  const { CFB } = require('@e965/xlsx/dist/xlsx.mini.min.js') as typeof import('@e965/xlsx');
  const refused = new InputError(
    inFour(
      '{file} is geen leesbaar Word-document',
      '{file} n’est pas un document Word lisible',
      '{file} ist kein lesbares Word-Dokument',
      '{file} is no Word document that can be read',
      { file: shownFile(path) },
    ),
    { repair: paste },
  );
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
        ? inFour(
            '{file} is een PDF met een wachtwoord',
            '{file} est un PDF protégé par un mot de passe',
            '{file} ist ein PDF mit Passwort',
            '{file} is a PDF under a password',
            { file: shownFile(path) },
          )
        : inFour(
            '{file} is geen leesbare PDF',
            '{file} n’est pas un PDF lisible',
            '{file} ist kein lesbares PDF',
            '{file} is no PDF that can be read',
            { file: shownFile(path) },
          ),
      { repair: paste },
    );
  }
  try {
    if (document.numPages > mostPages)
      throw new InputError(
        inFour(
          '{file} heeft meer dan {n} bladzijden',
          '{file} a plus de {n} pages',
          '{file} hat mehr als {n} Seiten',
          '{file} has more than {n} pages',
          { file: shownFile(path), n: mostPages },
        ),
        { repair: givePart },
      );
    const pages: string[] = [];
    try {
      for (let number = 1; number <= document.numPages; number += 1)
        pages.push(await textOfPage(await document.getPage(number)));
    } catch {
      throw new InputError(
        inFour(
          'bladzijde {n} van {file} is niet te lezen',
          'la page {n} de {file} ne se lit pas',
          'Seite {n} von {file} ist nicht lesbar',
          'page {n} of {file} cannot be read',
          { n: pages.length + 1, file: shownFile(path) },
        ),
        { repair: paste },
      );
    }
    const text = pages.join('\n\n');
    if (text.trim() === '')
      throw new InputError(
        inFour(
          '{file} is een PDF zonder tekst: afbeeldingen van bladzijden, zoals een scanner ze maakt',
          '{file} est un PDF sans texte : des images de pages, comme en fait un scanner',
          '{file} ist ein PDF ohne Text: Bilder von Seiten, wie ein Scanner sie macht',
          '{file} is a PDF without text: pictures of pages, as a scanner makes them',
          { file: shownFile(path) },
        ),
        {
          repair: inFour(
            'laat een programma voor tekstherkenning er tekst van maken, en geef die',
            'faites-en du texte avec un logiciel de reconnaissance, et donnez celui-ci',
            'mit einem Programm zur Texterkennung in Text umwandeln und diesen geben',
            'let a program for text recognition make text of it, and give that',
          ),
        },
      );
    return text;
  } finally {
    await document.destroy();
  }
}

/** What goes on behind a hyphen that is a word's own: "Waffen- und", "peut-être". */
const keepsHyphen =
  /^(?:und|oder|bzw|en|of|et|ou|and|or|être|dire|vous|même|mêmes|là|ci|ce|il|elle|on|t)(?!\p{L})/u;

/** The lines of a page. A wider step down than its lines mostly make begins a paragraph. */
async function textOfPage(page: {
  getTextContent(): Promise<{ readonly items: readonly object[] }>;
}): Promise<string> {
  const { items } = await page.getTextContent();
  const lines: { y: number; words: string }[] = [];
  let isOpen = false;
  for (const item of items) {
    if (!('str' in item)) continue;
    const { str, transform, hasEOL } = item as {
      readonly str: string;
      readonly transform: readonly number[];
      readonly hasEOL: boolean;
    };
    const last = lines.at(-1);
    if (isOpen && last) last.words += str;
    else if (str.trim() !== '') lines.push({ y: transform[5] ?? 0, words: str });
    isOpen = !hasEOL && (isOpen || str.trim() !== '');
  }
  const steps = lines.slice(1).map(({ y }, at) => Math.abs((lines[at]?.y ?? y) - y));
  const usual = [...steps].sort((a, b) => a - b)[Math.floor((steps.length - 1) / 2)] ?? 0;
  return lines
    .map(({ words }, at) => {
      const isApart = at > 0 && (steps[at - 1] ?? 0) > 1.3 * usual;
      return `${at === 0 ? '' : isApart ? '\n\n' : '\n'}${words.trimEnd()}`;
    })
    .join('')
    .replace(/(\p{Ll})-\n(?=\p{Ll})([^\s]*)/gu, (_, letter: string, next: string) =>
      keepsHyphen.test(next) ? `${letter}- ${next}` : `${letter}${next}`,
    );
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
      expectedFound(
        inFour(
          'een tekst (.txt, .md), een webpagina (.html), een Word-document (.docx) of een PDF',
          'un texte (.txt, .md), une page (.html), un document Word (.docx) ou un PDF',
          'ein Text (.txt, .md), eine Seite (.html), ein Word-Dokument (.docx) oder ein PDF',
          'a text (.txt, .md), a page (.html), a Word document (.docx) or a PDF',
        ),
        shownFile(path),
      ),
      { repair: paste },
    );
  const bytes = await readFile(path);
  if (bytes.length > largest)
    throw new InputError(
      inFour(
        '{file} is groter dan {n} MB',
        '{file} dépasse {n} Mo',
        '{file} ist größer als {n} MB',
        '{file} is larger than {n} MB',
        { file: shownFile(path), n: largest / 1_000_000 },
      ),
      { repair: givePart },
    );
  if (ending === '.docx') return textOfDocx(bytes, path);
  if (ending === '.pdf') return textOfPdf(bytes, path);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(
      inFour(
        '{file} is niet in UTF-8',
        '{file} n’est pas en UTF-8',
        '{file} ist nicht in UTF-8',
        '{file} is not in UTF-8',
        { file: shownFile(path) },
      ),
      {
        repair: inFour(
          'sla het op als UTF-8',
          'enregistrez-le en UTF-8',
          'als UTF-8 speichern',
          'save it as UTF-8',
        ),
      },
    );
  }
  return ending.startsWith('.htm') ? textOfMarkup(text, false) : text;
}
