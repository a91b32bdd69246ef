import { ownValue } from '@samenbeeld/schema';
import { propose } from './propose.ts';
import type { TableView } from './table-view.ts';
import { byCodebook } from './unit-codebook.ts';
import { coded } from './write-coded.ts';
import { writeCodes } from './write-codes.ts';
import { currencyOf, prices } from './write-price-unit.ts';
import { ignored, type WrittenGuess } from './written-guess.ts';

const countUnitOf: Readonly<Record<string, string>> = {
  offence: 'offence',
  case: 'case',
  victim: 'victim',
  suspect: 'suspect',
  vehicle: 'vehicle',
  procedure: 'procedure',
  report: 'report',
  transaction: 'transaction',
  file: 'file',
  seizure: 'seizure',
};

/** Words that mean a unit of count only in a column that says it holds one. */
const counted: Readonly<Record<string, string>> = {
  'victime entendue': 'victim',
  'victimes entendues': 'victim',
  'mis en cause': 'suspect',
  infraction: 'offence',
  infractions: 'offence',
};

/** A column of units; where it says what is counted, it also gives the unit of count and the metric. */
export function writeUnit(
  concept: 'unit' | 'countUnit',
  labels: readonly string[],
  view: TableView,
): WrittenGuess {
  const { language, record } = view;
  const known = byCodebook(labels, view);
  if (known) return known;
  const units = new Map(
    labels.map((label) => {
      const own = ownValue(counted, label.toLowerCase());
      const [proposal] = propose([label], 'units', { language });
      return [label, own ?? (proposal && proposal.confidence >= 0.9 ? proposal.to : null)] as const;
    }),
  );
  const numbers = labels.filter((label) => /^(?:number|nombre|anzahl|aantal)$/i.test(label));
  const offences = view.columns.some(
    ({ meanings: [first] }) =>
      first !== undefined &&
      ['offence', 'offenceKey'].includes(first.concept) &&
      first.confidence > 0.6,
  );
  if (numbers.length > 0 && numbers.length === labels.length && offences)
    return {
      to: 'unit',
      written: {
        to: 'unit',
        codes: Object.fromEntries(numbers.map((label) => [label, 'offence'])),
      },
      crosswalks: [],
      decide: [`"${numbers[0]}" of what: offences, cases or persons?`],
      factor: 0.92,
      why: 'a number, beside offences',
    };
  const beside = view.columns.some(
    ({ meanings: [first] }) => first?.concept === 'unit' && first.confidence > 0.6,
  );
  const counts =
    !beside &&
    concept === 'countUnit' &&
    record === 'observation' &&
    labels.length > 0 &&
    [...units.values()].every((unit) => unit !== null && ownValue(countUnitOf, unit) !== undefined);
  if (counts) {
    const entries = [...units].map(([label, unit]): [string, string] => [label, unit ?? '']);
    return {
      to: 'unit',
      written: [
        { to: 'unit', codes: Object.fromEntries(entries) },
        {
          to: 'countUnit',
          codes: Object.fromEntries(
            entries.map(([label, unit]) => [
              label,
              /entendu/i.test(label) ? 'victim_heard' : (ownValue(countUnitOf, unit) ?? unit),
            ]),
          ),
        },
        {
          to: 'metric',
          codes: Object.fromEntries(
            entries.map(([label, unit]) => [label, unit === 'suspect' ? 'suspects' : 'offences']),
          ),
        },
      ],
      crosswalks: [],
      decide: [],
      factor: 1,
      why: `${labels.length} of ${labels.length} units of count are known`,
    };
  }
  if (concept === 'countUnit' && record === 'seizure')
    return {
      ...ignored('what one row counts: a definition of its own for each label', [
        `Which definition does each of ${labels
          .slice(0, 5)
          .map((label) => `"${label}"`)
          .join(', ')} stand for? Write them under definitions and map the column to definition.`,
      ]),
      factor: 0.7,
    };
  if (concept === 'countUnit' && beside) {
    const writing = writeCodes('countUnit', 'countUnits', labels, language, 'count-units.csv');
    return { ...coded(writing), why: 'beside a column of units' };
  }
  const currency = currencyOf(view);
  if (currency && labels.some((label) => !label.includes('/')))
    return prices(labels, currency, view);
  const writing = writeCodes('unit', 'units', labels, language, 'units.csv');
  return { ...coded(writing), why: `${writing.found} of ${writing.all} units are known` };
}
