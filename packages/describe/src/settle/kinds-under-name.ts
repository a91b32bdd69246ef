import { inFour } from '@samenbeeld/schema';
import { type ColumnGuess, type Look, plainQuestion, reading } from '../column.ts';
import { otherThanRecorded, saysNotRegistered } from '../columns/guess-metric.ts';
import { offenceWords } from '../columns/label-shapes.ts';
import { metricNamedFirst, metricOfWords } from '../columns/metric-words.ts';
import { goesOnPlainly } from '../columns/title-words.ts';
import { thresholds } from '../thresholds.ts';
import { saysTotal } from '../totals/total-words.ts';
import { cellsOf, fieldIn, fieldsOf, isFigureField, isOne, setIn, withCells } from '../written.ts';
import { ownName } from './told-apart.ts';

/** Whether a heading is a kind of offence, and not only the word for offences. */
function isKindOfOffence(name: string): boolean {
  const rest = metricOfWords
    .filter(([, metric]) => metric === 'offences')
    .reduce((text, [words]) => text.replace(words, ' '), name);
  return offenceWords.test(name) && /\p{L}{4}/u.test(rest);
}

/** What may stand before offences in a title that is of nothing else. */
const leading =
  /^\P{L}*(?:(?:aantal(?:len)?|soorten?|geregistreerde|number of|numbers of|recorded|registered|reported|types? of|nombre (?:de|des)|anzahl(?: der)?|erfasste|registrierte)\s+)*$/iu;

const offencesNamed =
  /\p{L}*(?:misdrij(?:f|ven)|delicten|delikte|straftaten|infractions|crimes|offen[cs]es)(?!\p{L})/iu;

/** Whether a title or the name of a file is of offences, and of nobody and nothing that has to do with them. */
function saysOffences(titled: string): boolean {
  return titled.split('\n').some((line) => {
    const found = offencesNamed.exec(line);
    if (!found) return false;
    const { index, 0: words } = found;
    return leading.test(line.slice(0, index)) && goesOnPlainly(line.slice(index + words.length));
  });
}

/** The whole number of a column by itself, or null. */
function countOf({ kind, written }: ColumnGuess): Readonly<Record<string, unknown>> | null {
  if (kind !== 'column' || written === null || !isOne(written)) return null;
  const cells = cellsOf(written);
  return fieldIn(cells) === 'value' && cells['as'] === 'integer' ? setIn(cells) : null;
}

/**
 * Columns of whole numbers that are all headed by a kind of offence, or by the total, in a file whose title or name says offences:
 * they count those kinds, in the words of their headings.
 */
export function kindsUnderName(titled: string): Look {
  return (columns) => {
    if (
      metricNamedFirst(titled) !== 'offences' ||
      !saysOffences(titled) ||
      otherThanRecorded.test(titled)
    )
      return () => null;
    const figures = columns.filter(({ written }) => fieldsOf(written).some(isFigureField));
    const names = figures.map(({ headings: [name = ''] }) => name.trim());
    const isHeld = columns.some(({ written }) =>
      fieldsOf(written).some((field) => field === 'nationalCode' || field === 'offence'),
    );
    const areKinds =
      names.filter(isKindOfOffence).length > 1 &&
      names.every((name) => ownName.test(name) && (saysTotal(name) || isKindOfOffence(name)));
    const areCounts = figures.every((figure) => {
      const set = countOf(figure);
      return (
        set !== null &&
        Object.entries(set).every(([field, value]) =>
          field === 'metric'
            ? value === 'offences'
            : ['unit', 'countUnit'].includes(field) && value === 'offence',
        )
      );
    });
    const isOther = [
      titled,
      ...columns.flatMap(({ headings, samples }) => [...headings, ...samples]),
    ].some(saysNotRegistered);
    if (isHeld || isOther || !areKinds || !areCounts) return () => null;
    return (column) => {
      const { written } = column;
      const [name = ''] = column.headings;
      if (!figures.includes(column) || written === null || !isOne(written)) return null;
      const plain = plainQuestion(name, 'value').en;
      return reading({
        ...column,
        written: withCells(written, (cells) => ({
          ...cells,
          set: {
            ...setIn(cells),
            metric: 'offences',
            unit: 'offence',
            countUnit: 'offence',
            nationalCode: name.trim(),
          },
        })),
        reason: inFour(
          'titel of bestandsnaam zeggen misdrijven, en elke kop noemt een soort of het totaal',
          'le titre ou le nom du fichier disent infractions, et chaque en-tête nomme un genre ou le total',
          'Titel oder Dateiname sagen Straftaten, und jede Überschrift nennt eine Art oder die Summe',
          'title or file name say offences, and each heading names a kind or the total',
        ),
        decide: column.decide.filter(({ en }) => en !== plain),
        confidence: thresholds.taken,
      });
    };
  };
}
