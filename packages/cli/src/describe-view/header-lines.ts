import type { FileDescription } from '@samenbeeld/describe';
import { hanging } from '@samenbeeld/page';
import { inFour, type Language, type Text } from '@samenbeeld/schema';
import { told } from '../terminal.ts';
import type { Signs } from './signs.ts';

const languages: Readonly<Record<Language, Text>> = {
  nl: inFour('Nederlands', 'néerlandais', 'Niederländisch', 'Dutch'),
  fr: inFour('Frans', 'français', 'Französisch', 'French'),
  de: inFour('Duits', 'allemand', 'Deutsch', 'German'),
  en: inFour('Engels', 'anglais', 'Englisch', 'English'),
};
const delimiters: Readonly<Record<string, Text>> = {
  '\t': inFour('tab', 'tabulation', 'Tabulator', 'tab'),
  ' ': inFour('spatie', 'espace', 'Leerzeichen', 'blank'),
};
const marks: Readonly<Record<string, Text>> = {
  ',': inFour('decimale komma', 'virgule décimale', 'Dezimalkomma', 'decimal comma'),
  '.': inFour('decimale punt', 'point décimal', 'Dezimalpunkt', 'decimal point'),
};
const groups: Readonly<Record<string, Text>> = {
  ',': inFour(
    'komma’s in duizendtallen',
    'virgules dans les milliers',
    'Kommas in Tausendern',
    'commas in thousands',
  ),
  '.': inFour(
    'punten in duizendtallen',
    'points dans les milliers',
    'Punkte in Tausendern',
    'points in thousands',
  ),
  ' ': inFour(
    'spaties in duizendtallen',
    'espaces dans les milliers',
    'Leerzeichen in Tausendern',
    'blanks in thousands',
  ),
};
const layouts: Readonly<Record<FileDescription['layout'], Text>> = {
  long: inFour(
    'lange tabel van {records}',
    'table longue : {records}',
    'lange Tabelle: {records}',
    'long table of {records}',
  ),
  wide: inFour(
    'brede tabel van {records}',
    'table large : {records}',
    'breite Tabelle: {records}',
    'wide table of {records}',
  ),
  none: inFour(
    'geen cijfers gevonden',
    'aucun chiffre trouvé',
    'keine Zahlen gefunden',
    'no figures found',
  ),
};
const records: Readonly<Record<string, Text>> = {
  observation: inFour('observaties', 'observations', 'Beobachtungen', 'observations'),
  seizure: inFour('inbeslagnames', 'saisies', 'Sicherstellungen', 'seizures'),
};

const words = {
  sheet: inFour('blad "{sheet}"', 'feuille « {sheet} »', 'Blatt „{sheet}“', 'sheet "{sheet}"'),
  at: inFour('bij {path}', 'à {path}', 'bei {path}', 'at {path}'),
  grouped: inFour(
    'gegroepeerde duizendtallen',
    'milliers groupés',
    'gruppierte Tausender',
    'grouped thousands',
  ),
  titleLines: inFour(
    '{n} {n:titelregel|titelregels}',
    '{n} {n:ligne de titre|lignes de titre}',
    '{n} {n:Titelzeile|Titelzeilen}',
    '{n} {n:title line|title lines}',
  ),
  headerRows: inFour(
    '{n} {n:kopregel|kopregels}',
    '{n} {n:ligne d’en-tête|lignes d’en-tête}',
    '{n} {n:Kopfzeile|Kopfzeilen}',
    '{n} {n:header row|header rows}',
  ),
  footer: inFour('voet "{text}"', 'pied « {text} »', 'Fuß „{text}“', 'footer "{text}"'),
  accepted: inFour(
    ' in wat is aanvaard',
    ' dans ce qui est accepté',
    ' im Angenommenen',
    ' in what was accepted',
  ),
  rows: inFour(
    '{n} {n:rij|rijen}',
    '{n} {n:ligne|lignes}',
    '{n} {n:Zeile|Zeilen}',
    '{n} {n:row|rows}',
  ),
  looked: inFour(
    ' bekeken, van het begin en het eind',
    ' examinées, du début et de la fin',
    ' angesehen, vom Anfang und vom Ende',
    ' looked at, of the beginning and the end',
  ),
};

/** The layout of a file in a line or two, as an analyst would say it. */
export function headerLines(
  found: FileDescription,
  signs: Signs,
  width: number,
  language: Language,
): readonly string[] {
  const { delimiter, decimalChar, groupChar, footer, encoding, sheet, path, title, header } = found;
  const layout = [
    found.format.value,
    encoding?.value,
    delimiter && `"${delimiters[delimiter.value]?.[language] ?? delimiter.value}"`,
    sheet && told(words.sheet, language, { sheet: sheet.value }),
    path && path.value !== '/' && told(words.at, language, { path: path.value }),
    decimalChar.value && marks[decimalChar.value]?.[language],
    groupChar.value && (groups[groupChar.value] ?? words.grouped)[language],
    languages[found.language.value][language],
    title.value > 0 && told(words.titleLines, language, { n: title.value }),
    told(words.headerRows, language, { n: header.value }),
    footer.value !== null &&
      told(words.footer, language, {
        text: found.footerLines[0]?.slice(0, 30) ?? String(footer.value),
      }),
  ].filter((part): part is string => typeof part === 'string' && part !== '');
  const { start, end } = found.period ?? {};
  const rejected = found.trial.kind === 'ingested' ? found.trial.conservation.rejected : 0;
  const of = rejected > 0 ? words.accepted[language] : '';
  const span =
    start && end ? `${start === end ? start : `${start} ${signs.more} ${end}`}${of}` : null;
  const contents = [
    told(layouts[found.layout], language, {
      records: records[found.record.value]?.[language] ?? found.record.value,
    }),
    `${told(words.rows, language, { n: found.rows })}${found.whole ? '' : words.looked[language]}`,
    span,
  ].filter((part): part is string => part !== null);
  const name = `${found.file}    `;
  const label = [...name].length > 40 ? '    ' : name;
  const lines = [
    ...hanging(label, layout.join(signs.dot), width),
    ...hanging(' '.repeat([...label].length), contents.join(', '), width),
  ];
  return label === name ? lines : [found.file, ...lines];
}
