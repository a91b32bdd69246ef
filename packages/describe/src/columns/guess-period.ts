import { inFour, type Language, listedTexts, quoted, type Text } from '@samenbeeld/schema';
import type { ConstantGuess } from '../column.ts';
import { escaped } from '../escaped.ts';
import { guessOf } from '../guess.ts';
import { clauses, fileSays } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { spanOfYear } from './heading-time.ts';
import type { TableView } from './table-view.ts';
import { isPeriod, narrowsYear, periodOrNull, yearPattern, yearsIn } from './time-shape.ts';

/** What surrounds the table: file name, lines above and below it. */
export interface Surroundings {
  readonly file: string;
  /** The name of the sheet, where the file has sheets. */
  readonly sheet: string | null;
  readonly titleLines: readonly string[];
  readonly footerLines: readonly string[];
}

/** Words of a name beside which a year says when the file was made, or begins or ends a longer time. */
const madeWords =
  /rapport|report|bericht|jaarverslag|yearbook|jahrbuch|annuaire|edition|uitgave|ausgabe|[ée]dition|publi|release|export|extract|download|update|stand(?!ard)|version|versie|fetched|geographie|sinds|depuis|seit|since|vanaf|until|draft|concept|entwurf|projet/iu;

/** The number of a table of the BKA in a file's name ("BU-F-05-T01-Faelle"), which is no month. */
const tableNumber =
  /(?:[A-Z]{2}-[A-Z]{1,3}-\d\d-)?(?<!\p{L})(?:T\d{2,3}|tb\d{1,3}|tab(?:el|elle|le|leau)?[ ._-]?\d{1,3})(?!\d)/giu;

/** Whether the one year in a file's name stands first or last in it, with no month or day beside it and no word that says it is something else. */
function isEditionYear(file: string, year: string): boolean {
  // A table that was taken out of a workbook keeps what it was ("Kreise-2020_xls.csv").
  const name = file.replace(/(?:[._](?:csv|tsv|txt|json|xlsx?))+$/iu, '');
  const isFirst = new RegExp(`^${year}[ _-]\\P{N}`, 'u').test(name);
  const isLast = new RegExp(`(?:^|[^\\p{L}\\p{N}])${year}$`, 'u').test(name);
  return (
    (isFirst || isLast) &&
    !/\d/u.test(name.replace(year, '').replace(tableNumber, '')) &&
    !madeWords.test(name)
  );
}

/** From the first to the last day of one year, which is that year. */
const wholeYear =
  /(?<!\d)0?1(?:[./-]0?1[./-]|\.? (?:januari|janvier|januar|january) )((?:19|20)\d\d)\s*(?:bis|tot(?: en met)?|t\/m|au|to|until|[-–])(?: zum| le)?\s*31(?:[./-]12[./-]|\.? (?:december|décembre|dezember) )\1(?!\d)/giu;

/** When a file was made, which is no period of its figures. */
const made =
  /(?:stand|erstellt|aangemaakt|généré|created|generated|stichtag|peildatum|situation (?:au|arr[êe]t[ée]e)|arr[êe]t[ée]e?s? au|(?:[ée]tat|donn[ée]es) au|as (?:of|at)|publi\p{L}*|mise? à jour|bijgewerkt|updated?|extract\p{L}*|©|copyright|édition|download\p{L}*|geraadpleegd|abgerufen|consult[ée]e?s?)\P{L}*[^\n]{0,20}(?:19|20)\d\d/giu;

/** A line around a table without what says when it was made. */
export function withoutMade(line: string): string {
  return line.replaceAll(made, ' ');
}

/** A day, or the month of one, behind words that say of when a table is. */
const published =
  'gepubliceerd|publicatiedatum|publiée?s?|date de publication|veröffentlicht|veröffentlichungsdatum|erschienen|published|publication date';
const state =
  '(?:toe)?stand(?: van zaken)?|as|mise? à jour|bijgewerkt|(?:last )?updated?|(?:letzte )?aktualisier\\p{L}*|extract\\p{L}*|stichtag|peildatum|(?:situation|arr[êe]t[ée]e?s?|[ée]tat|donn[ée]es)(?= (?:arr[êe]t[ée]e?s? )?(?:au|à|le|fin))';
const dayOf = new RegExp(
  `(?<!\\p{L})(?<before>(?:(?<published>${published})|${state})[\\s:(]+(?:(?:op|per|van|vom|zum|am|au|à|le|du|en|fin|of|at|on|the|tot|met|bis)\\s+){0,3})(?<day>\\d{1,2}(?<sign>[./-])\\d{1,2}\\k<sign>(?:19|20)\\d\\d|(?:19|20)\\d\\d-\\d\\d-\\d\\d|(?:\\d{1,2}(?:er|e|\\.|st|nd|rd|th)? )?\\p{L}{3,9}\\.? (?:\\d{1,2}, )?(?:19|20)\\d\\d)(?!\\d)`,
  'giu',
);

/** The reading of a day in a title; a day in figures is written day first. */
function readDay(day: string, sign: string | undefined, language: Language) {
  const format = sign && `%d${sign}%m${sign}%Y`;
  const read = format
    ? day
        .split(sign)
        .reverse()
        .map((part) => part.padStart(2, '0'))
        .join('-')
    : day;
  const { start, end, freq } = periodOrNull(read, language) ?? {};
  const value = freq === 'D' ? start : freq === 'M' ? end?.slice(0, 7) : undefined;
  return value === undefined ? null : { value, format: format ?? 'any' };
}

/**
 * When a file was published, by the lines around its table. The day up to which its data go ("situation au 30/06/2026") is not for
 * certain the day of publication, and is asked. Read from the title of each edition, where it stands there; null where no line says it.
 */
export function publishedOn(
  { titleLines, footerLines }: Surroundings,
  { language }: TableView,
): ConstantGuess | null {
  const found = [...titleLines, ...footerLines].flatMap((line, at) =>
    [...line.matchAll(dayOf)].flatMap(({ 0: said, groups = {} }) => {
      const { before = '', day = '', sign, published } = groups;
      const read = readDay(day, sign, language);
      if (!read) return [];
      const shape = escaped(day).replace(/\p{L}+|\d+/gu, (part) =>
        /\d/u.test(part) ? `\\d{${part.length > 2 ? 4 : '1,2'}}` : '\\p{L}*',
      );
      const fromTitle = `${escaped(before)}(${shape})`;
      const written = at < titleLines.length && {
        written: { fromTitle, as: 'date', format: read.format },
      };
      return { ...read, said, isPublished: published !== undefined, written };
    }),
  );
  const [first] = [...found].sort((a, b) => Number(b.isPublished) - Number(a.isPublished));
  if (!first) return null;
  const { value, said, isPublished, written } = first;
  const state = inFour(
    '{says}: dat is de stand van de gegevens, niet zeker de dag van publicatie',
    '{says} : c’est la date des données, pas forcément celle de la publication',
    '{says}: das ist der Stand der Daten, nicht sicher der Tag der Veröffentlichung',
    '{says}: that is the day of the data, not for certain that of publication',
    { says: fileSays(said) },
  );
  return {
    ...guessOf(value, isPublished ? 0.88 : 0.6, isPublished ? fileSays(said) : state),
    ...written,
  };
}

/** A month, quarter or other part of a year that a title names. */
const partWords =
  /(?<before>(?:\p{L}+ )?(?:\d{1,2} )?)(?<text>(?<name>\p{L}{3,12}\.?) (?<year>(?:19|20)\d\d))(?!\d)/gu;
const upTo =
  /^(?:à|au|tot|bis|to|through|en met|t\/m|until|sinds|vanaf|depuis|seit|ab|since|from|end(?:ing|ed)) (?:\d{1,2} )?$/iu;
/** Twelve months by the month in which they end, behind the words that open them: as a pattern with the whole as its group. */
const yearEnding = (opening: string): string =>
  `(?:^|\\P{L})(${opening} (?:\\d{1,2}(?:st|nd|rd|th)? )?\\p{L}{3,9}\\.? (?:19|20)\\d\\d)(?:\\D|$)`;
/** The words that open twelve months, in small letters or capitals. */
const opensYear = /(?:year|(?:12|twelve) months) (?:end(?:ing|ed)|to)/iu;
const anyYearEnding = new RegExp(yearEnding(opensYear.source), 'iu');

/** The twelve months of a title as a pattern, which each edition's title is asked again with: opened by the same words. */
function sameYearEnding(said: string): string {
  const [opening = ''] = opensYear.exec(said) ?? [];
  return yearEnding(
    opening.replace(/^\p{L}/u, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`),
  );
}

const parts =
  /trimestre|semestre|kwartaal|halfjaar|quartal|halbjahr|quarter|half|semester|(?<!\p{L})[QT][1-4](?!\d)/iu;

/** A period that stands in a title as a whole; asked where a title names another year too. */
function saidByTitle(said: string, titles: readonly string[], fromTitle: string): ConstantGuess {
  const others = titles.some((each) => yearsIn(each.replace(said, ' ')).length > 0);
  return {
    ...guessOf(
      said,
      others ? 0.5 : 0.86,
      inFour(
        'de titel zegt {said}',
        'le titre dit {said}',
        'der Titel sagt {said}',
        'the title says {said}',
        { said: quoted(said) },
      ),
    ),
    written: { fromTitle, as: 'period' },
  };
}

/** The part of a year that a title names ("juin 2012"), read again from the title of each edition; asked where it may be the end of a longer one. */
function partOfYear(titles: readonly string[], language: Language): ConstantGuess | null {
  for (const line of titles) {
    const [, said] = anyYearEnding.exec(line) ?? [];
    if (said === undefined || !isPeriod(said, language)) continue;
    return saidByTitle(said, titles, sameYearEnding(said));
  }
  for (const line of titles) {
    const span = spanOfYear(line, language);
    if (span === null) continue;
    return saidByTitle(span.text, titles, `(?:^|[^\\p{L}\\d])(${span.pattern})(?:\\D|$)`);
  }
  for (const line of titles)
    for (const match of line.matchAll(partWords)) {
      const { before = '', text = '', name = '', year = '' } = match.groups ?? {};
      if (!isPeriod(text, language) || /^(?:jaar|ann[ée]e|jahr|year)$/iu.test(name)) continue;
      const rest = line.replace(text, ' ');
      const longer =
        upTo.test(before) ||
        line
          .split(/\P{L}+/u)
          .some(
            (word) =>
              word !== name &&
              isPeriod(`${word} ${year}`, language) &&
              !/^(?:jaar|ann[ée]e|jahr|year)?$/iu.test(word),
          );
      return {
        value: text,
        confidence: longer || parts.test(rest) ? 0.5 : 0.86,
        reason: inFour(
          'de titel noemt {text}',
          'le titre nomme {text}',
          'der Titel nennt {text}',
          'the title names {text}',
          {
            text,
          },
        ),
        alternatives: [
          {
            value: year,
            confidence: 0.3,
            reason: inFour('het hele jaar', 'l’année entière', 'das ganze Jahr', 'the whole year'),
          },
        ],
        written: {
          fromTitle: `${escaped(before)}(\\p{L}+\\.? (?:19|20)\\d\\d)`,
          as: 'period',
        },
      };
    }
  const vague = titles.find(
    (line) => (parts.test(line) || narrowsYear(line)) && yearsIn(line).length === 1,
  );
  const [year] = vague === undefined ? [] : yearsIn(vague);
  return year === undefined
    ? null
    : guessOf(
        year,
        0.4,
        inFour(
          'de titel spreekt van een deel van het jaar: welk, voluit?',
          'le titre parle d’une partie de l’année : laquelle, en toutes lettres ?',
          'der Titel spricht von einem Teil des Jahres: welchem, ausgeschrieben?',
          'the title speaks of a part of the year: which one, in full?',
        ),
      );
}

/**
 * The period of all figures. What stands in the table's own words — title, sheet, headings — comes before the name of the
 * file, which may hold the year in which it was made.
 */
export function period(
  around: Surroundings,
  headings: readonly string[],
  { language, columns, record }: TableView,
): ConstantGuess {
  // A column headed as a time holds it, whether or not it was read: then what a title or name says is no more than likely.
  const unread = columns.find(
    ({ profile, meanings }) =>
      profile.said > 0 &&
      meanings[0]?.concept !== 'periodPart' &&
      meanings.some(
        ({ concept, heading }) =>
          (concept === 'period' || concept === 'date') &&
          (heading?.score ?? 0) >= thresholds.headingTells,
      ),
  );
  const unreadTime = (guess: ConstantGuess): ConstantGuess =>
    unread
      ? {
          ...guess,
          confidence: Math.min(guess.confidence, thresholds.untold),
          reason: clauses([
            guess.reason,
            inFour(
              '{heading} lijkt ook tijden te bevatten, en werd niet gelezen',
              '{heading} semble aussi contenir des dates, et n’a pas été lu',
              '{heading} scheint auch Zeiten zu enthalten und wurde nicht gelesen',
              '{heading} seems to hold times, too, and was not read',
              { heading: quoted(unread.profile.heading) },
            ),
          ]),
        }
      : guess;
  const file = yearsIn(around.file);
  // What says when the table was made says nothing of its figures.
  const titles = around.titleLines.map((line) => withoutMade(line.replaceAll(wholeYear, '$1')));
  const places: readonly (readonly [what: Text, years: readonly string[]])[] = [
    [
      inFour('de titel noemt', 'le titre nomme', 'der Titel nennt', 'the title names'),
      yearsIn(titles.join('\n')),
    ],
    [
      inFour('het blad heet', 'la feuille s’appelle', 'das Blatt heißt', 'the sheet is called'),
      yearsIn(around.sheet ?? ''),
    ],
    [
      inFour('koppen noemen', 'les en-têtes nomment', 'Überschriften nennen', 'headings name'),
      yearsIn(headings.join(' ')),
    ],
  ];
  const named = places.filter(([, years]) => years.length > 0);
  const own = [...new Set(named.flatMap(([, years]) => years))];
  const [only, ...others] = own;
  const part = partOfYear(titles, language);
  if (part && own.every((year) => part.value.includes(year))) return unreadTime(part);
  const sheet = around.sheet?.trim() ?? '';
  if (isPeriod(sheet, language) && !/^\d{4}$/u.test(sheet) && record === 'observation')
    return unreadTime({
      ...guessOf(
        sheet,
        own.length > 1 ? 0.5 : 0.9,
        inFour(
          'het blad heet {sheet}',
          'la feuille s’appelle {sheet}',
          'das Blatt heißt {sheet}',
          'the sheet is called {sheet}',
          { sheet: quoted(sheet) },
        ),
      ),
      written: { fromSheet: '^\\s*(.+?)\\s*$', as: 'period' },
    });
  const what = listedTexts(named.map(([words]) => words));
  if (only && others.length === 0) {
    const twice = named.length > 1 || file.includes(only);
    const bySheet = new RegExp(yearPattern, 'u').exec(sheet)?.[1] === only;
    const isPart = partOfYear([sheet], language) !== null;
    return unreadTime({
      // A workbook has a sheet a year: each says its own, and so does that of the next edition.
      ...(bySheet &&
        record === 'observation' && {
          written: { fromSheet: yearPattern, as: 'year' },
        }),
      ...guessOf(
        only,
        isPart ? 0.5 : twice ? 0.92 : 0.86,
        inFour(
          `{what} {only}${file.includes(only) ? ', en de naam van het bestand ook' : ''}`,
          `{what} {only}${file.includes(only) ? ', et le nom du fichier aussi' : ''}`,
          `{what} {only}${file.includes(only) ? ', und der Name der Datei ebenso' : ''}`,
          `{what} {only}${file.includes(only) ? ', and so does the name of the file' : ''}`,
          { what, only },
        ),
        file
          .filter((year) => year !== only)
          .map((value) => ({
            value,
            confidence: 0.2,
            reason: inFour(
              'de naam van het bestand bevat het',
              'le nom du fichier le contient',
              'der Name der Datei enthält es',
              "the file's name holds it",
            ),
          })),
      ),
    });
  }
  const [year] = file;
  if (year && file.length === 1 && own.length === 0)
    return unreadTime(
      guessOf(
        year,
        isEditionYear(around.file, year) ? 0.86 : 0.8,
        inFour(
          'de naam van het bestand bevat {year}',
          'le nom du fichier contient {year}',
          'der Name der Datei enthält {year}',
          "the file's name holds {year}",
          { year },
        ),
      ),
    );
  const years = [...new Set([...own, ...file])];
  return guessOf(
    years[0] ?? '',
    years.length > 0 ? 0.4 : 0,
    years.length > 0
      ? inFour(
          'titel, blad, koppen en bestandsnaam bevatten {years}',
          'titre, feuille, en-têtes et nom du fichier contiennent {years}',
          'Titel, Blatt, Überschriften und Dateiname enthalten {years}',
          'title, sheet, headings and file name hold {years}',
          { years: years.join(', ') },
        )
      : inFour(
          'geen kolom, titel of bestandsnaam zegt welke periode de cijfers beslaan',
          'ni colonne, ni titre, ni nom de fichier ne dit quelle période les chiffres couvrent',
          'keine Spalte, kein Titel und kein Dateiname sagt, welchen Zeitraum die Zahlen abdecken',
          'no column, title or file name says which period the figures cover',
        ),
    years.slice(1).map((value) => ({
      value,
      confidence: 0.3,
      reason: inFour('ook genoemd', 'nommé aussi', 'ebenfalls genannt', 'also named'),
    })),
  );
}
