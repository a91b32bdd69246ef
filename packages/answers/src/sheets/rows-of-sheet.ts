import type { Figure } from '@samenbeeld/page';
import {
  agencies,
  type CodeEntry,
  type CodeList,
  countries,
  inEach,
  type SheetName,
  type SheetRecord,
  type SheetRows,
  sheetKinds,
  type Text,
} from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { codeIn, dayOf, isWithin, placeOf, type QuestionWords, wordsGiven } from '../questions.ts';
import { grouped, none, plain, text } from '../text.ts';

/** A service with its country, unless its name says it. */
export const ownerText = ({
  originator,
  country,
}: Pick<SheetRecord, 'originator' | 'country'>): Text =>
  inEach((language) => {
    const name = agencies.label(originator, language);
    return name.includes(countries.label(country, language)) ? name : `${name} (${country})`;
  });

/** Where a row stands: the host of its address, or the name of its document. */
export function documentFigure(document: string, paragraph: string | null = null): Figure {
  const isAddress = /^https?:/u.test(document);
  const name = isAddress ? new URL(document).host.replace(/^www\./u, '') : document;
  return {
    shown: plain([name, paragraph].filter(Boolean).join(', ')),
    ...(isAddress && { url: document }),
  };
}

/** When and where a row is, as far as its kind has it. */
interface Bounds {
  readonly place: string | null;
  readonly first: string;
  readonly last: string;
}

/** How rows are told apart by what a block names: when and where they are, and codes of theirs by what it calls them. */
interface AskedBy<Row> {
  readonly bounds: (row: Row) => Bounds;
  readonly codes?: Readonly<
    Record<
      string,
      {
        readonly list: CodeList<CodeEntry>;
        readonly of: (row: Row) => readonly (string | null)[];
      }
    >
  >;
}

/** Whether a row is of what a block names: within its places and days, of its codes and programmes. */
export function askedRow<Row>(
  { counted, picture }: Pick<Analysis, 'counted' | 'picture'>,
  words: QuestionWords,
  { bounds, codes = {} }: AskedBy<Row>,
): (row: Row) => boolean {
  const written = picture.written ?? ((name: string) => name);
  const places = wordsGiven(words['place']).map((word) =>
    placeOf(word, { rows: counted, written }),
  );
  const asked = Object.entries(codes).map(([key, { list, of }]) => {
    const named = wordsGiven(words[key]).map((word) => codeIn(list, word, written(key)));
    return (row: Row) =>
      named.length === 0 || of(row).some((code) => code !== null && named.includes(code));
  });
  const from = dayOf(words['from'], 'start') ?? '';
  const to = dayOf(words['to'], 'end') ?? '9999';
  return (row) => {
    const { place, first, last } = bounds(row);
    return (
      (places.length === 0 || (place !== null && places.some((one) => isWithin({ place }, one)))) &&
      first <= to &&
      last >= from &&
      asked.every((fits) => fits(row))
    );
  };
}

/** The rows of a kind of sheet that a block names. */
export function sheetRows<Name extends SheetName>(
  analysis: Analysis,
  kind: Name,
  words: QuestionWords,
  by: AskedBy<SheetRows[Name]>,
): readonly SheetRows[Name][] {
  const rows = (analysis.gathered.sheets?.[kind] ?? []) as readonly SheetRows[Name][];
  return rows.filter(askedRow(analysis, words, by));
}

/** What a picture lacks that names no sheet of a kind, and what would fill it. */
export function sheetLack(kind: SheetName): { readonly says: Text; readonly fill: Text } {
  return {
    says: sheetKinds[kind].rows,
    fill: text(
      'Noem een blad onder {kind} in het beeldbestand, zoals {kind}: [{kind}.csv], en bouw het beeld opnieuw.',
      'Nommez une feuille sous {kind} dans le fichier du tableau, comme {kind}: [{kind}.csv], puis reconstruisez-le.',
      'Nennen Sie ein Blatt unter {kind} in der Lagebilddatei, etwa {kind}: [{kind}.csv], und bauen Sie das Lagebild neu.',
      'Name a sheet under {kind} in the picture file, such as {kind}: [{kind}.csv], and build the picture again.',
      { kind },
    ),
  };
}

/** What is said where no row is left. */
export const nothingShown: Text = text(
  'Hiervan is er niets dat deze lezers mogen zien.',
  'Il n’y a rien de cela que ces lecteurs puissent voir.',
  'Davon gibt es nichts, das diese Leser sehen dürfen.',
  'There is nothing of this that these readers may see.',
);

/** The case of a row as its pseudonym: rows that share it are of one case. */
export const caseFigure = (caseKey: string | null): Figure => ({
  shown: caseKey === null ? none : plain(caseKey.slice(0, 13)),
});

/** "closure of premises (3), fine (1)", the most frequent first. */
export function countText(labels: readonly Text[]): Text {
  const groups = [...grouped(labels, ({ en }) => en).values()].sort(
    (a, b) => b.length - a.length || ((a[0]?.en ?? '') < (b[0]?.en ?? '') ? -1 : 1),
  );
  return inEach((language) =>
    groups.map((own) => `${own[0]?.[language]} (${own.length})`).join(', '),
  );
}
