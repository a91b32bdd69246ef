import type { FileShape } from '@samenbeeld/read';
import { inEach, inFour, type Text } from '@samenbeeld/schema';
import type { Geometry } from '../geometry.ts';
import { alike, clauses } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { asks, type DraftPart, type Mark, weighed } from './mark.ts';

/** What of a layout may be in doubt, as a question asks it. */
const layouts = {
  format: inFour('het formaat', 'le format', 'das Format', 'the format'),
  encoding: inFour('de codering', 'l’encodage', 'die Kodierung', 'the encoding'),
  delimiter: inFour('het scheidingsteken', 'le séparateur', 'das Trennzeichen', 'the delimiter'),
  sheet: inFour('het blad', 'la feuille', 'das Blatt', 'the sheet'),
  title: inFour(
    'het aantal titelregels',
    'le nombre de lignes de titre',
    'die Zahl der Titelzeilen',
    'the title',
  ),
  header: inFour(
    'het aantal kopregels',
    'le nombre de lignes d’en-tête',
    'die Zahl der Kopfzeilen',
    'the header',
  ),
  footer: inFour('de voet', 'le pied', 'der Fuß', 'the footer'),
} as const satisfies Readonly<Record<string, Text>>;

const layout = inFour('vorm van het bestand', 'forme du fichier', 'Form der Datei', 'file layout');

/** What one question about the layout is about. */
const aboutLayout = (name: keyof typeof layouts): Text =>
  inFour('bestand, {what}', 'fichier, {what}', 'Datei, {what}', `file ${name}`, {
    what: layouts[name],
  });

/** The layout in the words of a description; what goes without saying is left out. */
export function writtenShape(shape: FileShape): Readonly<Record<string, unknown>> {
  const { quote, sheet, path, title = 0, header = 1, footer, until, ...rest } = shape;
  return {
    ...rest,
    ...(quote !== undefined && { quoteChar: quote }),
    ...(sheet !== undefined && { sheetName: sheet }),
    ...(path !== undefined && { property: path }),
    ...(title > 0 && { title }),
    ...(header !== 1 && { header }),
    ...(footer !== undefined && { footer }),
    ...(until !== undefined && { until }),
  };
}

/** How the file is laid out; what is not sure of it is asked. */
export function shapePart({
  shape,
  title,
  header,
  footer,
  encoding,
  delimiter,
  sheet,
  format,
  otherTables,
}: Geometry): DraftPart {
  const named = { format, encoding, delimiter, sheet, title, header, footer } as const;
  const names = Object.keys(layouts) as readonly (keyof typeof layouts)[];
  const doubtful = names.flatMap((name) => {
    const guess = named[name];
    return guess && guess.confidence < thresholds.taken ? [{ name, guess }] : [];
  });
  const [first] = doubtful;
  const marks: Mark[] = first
    ? [
        asks(
          ['file'],
          doubtful.length > 1 ? layout : aboutLayout(first.name),
          clauses(
            doubtful.map(({ name, guess }) =>
              inFour(
                'is {what} {value}? {why}',
                '{what} est-il {value} ? {why}',
                'ist {what} {value}? {why}',
                'is {what} {value}? {why}',
                {
                  what: layouts[name],
                  value: JSON.stringify(guess.value),
                  why: weighed(guess.confidence, guess.reason),
                },
              ),
            ),
          ),
          {
            proposed: alike(doubtful.map(({ guess }) => String(guess.value)).join(', ')),
            alternatives: doubtful.flatMap(({ name, guess }) =>
              guess.alternatives.map(({ value, confidence, reason }) => {
                const other = weighed(confidence, reason, JSON.stringify(value));
                return doubtful.length === 1
                  ? other
                  : inEach((language) =>
                      language === 'en'
                        ? `${name} ${other.en}`
                        : `${layouts[name][language]} ${other[language]}`,
                    );
              }),
            ),
          },
        ),
      ]
    : [];
  if (otherTables.length > 0)
    marks.push(
      asks(
        ['file'],
        inFour(
          'tabellen in het bestand',
          'tableaux du fichier',
          'Tabellen der Datei',
          'file tables',
        ),
        inFour(
          'er staan {n} tabellen onder elkaar; is de grootste bedoeld? Ze wordt gelezen vanaf regel {line}',
          '{n} tableaux se suivent ; est-ce le plus grand ? Il est lu à partir de la ligne {line}',
          '{n} Tabellen stehen untereinander; ist die größte gemeint? Sie wird ab Zeile {line} gelesen',
          '{n} tables stand one below the other; is the largest meant? It is read from line {line} on',
          { n: otherTables.length + 1, line: title.value + 1 },
        ),
        {
          proposed: inFour('de grootste', 'le plus grand', 'die größte', 'the largest'),
          alternatives: otherTables.map(({ words }) => words),
        },
      ),
    );
  return { written: { file: writtenShape(shape) }, marks };
}
