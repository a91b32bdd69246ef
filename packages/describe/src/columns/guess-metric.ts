import type { ColumnGuess } from '../column.ts';
import type { Guess } from '../guess.ts';
import { guessOf } from '../guess.ts';
import { thresholds } from '../thresholds.ts';
import { recorded } from './guess-basis.ts';
import { labelsOf } from './profile-column.ts';
import type { TableView } from './table-view.ts';

/** Words that name a metric, and the unit its figures usually have. */
export const metricOfWords: readonly (readonly [
  words: RegExp,
  metric: string,
  unit: string | null,
])[] = [
  [
    /misdrij|delict|infraction|straftat|crimes?\b|offences?|d[ée]lits?|faits constat|crim_/iu,
    'offences',
    'offence',
  ],
  [/tatverd|verdachten|mis en cause|suspects?/iu, 'suspects', 'suspect'],
  [
    /aantal (?:\p{L}+ )?inbeslagnames|nombre de saisies|number of (?:\p{L}+ ){0,3}seizures|anzahl (?:\p{L}+ ){0,3}sicherstellung/iu,
    'seizures',
    'seizure',
  ],
  [/inbeslag|onderschep|intercept|saisie|sicherstell|seiz/iu, 'quantity', null],
  [/prijs|prix|preis|price/iu, 'price', null],
  [/demo[_ ]|bevolking|population|einwohner|inwoners/iu, 'population', 'person'],
  [/ongebruikelijke transacties|unusual transactions/iu, 'unusual_transactions', 'transaction'],
  [
    /verdachte transacties|transactions suspectes|suspicious transactions/iu,
    'str_transactions',
    'transaction',
  ],
  [
    /meldingen|d[ée]clarations de soup[çc]on|verdachtsmeldung|reports received/iu,
    'str_reports',
    'report',
  ],
];

/** What is measured, by title, headings and file name, else by how the rows are split. */
export function metric(view: TableView, around: string): Guess<string> | null {
  const found = metricOfWords.find(([words]) => words.test(around));
  if (found)
    return guessOf(
      found[1],
      0.75,
      `title, headings or file name say "${found[0].exec(around)?.[0] ?? ''}"`,
    );
  const offence = view.columns.some(
    ({ meanings: [first] }) =>
      first &&
      ['offence', 'offenceKey'].includes(first.concept) &&
      first.confidence > thresholds.meaningTells,
  );
  if (offence) return guessOf('offences', 0.8, 'the rows are split by offence');
  const substance = view.columns.some(({ meanings: [first] }) => first?.concept === 'substance');
  return substance
    ? guessOf('quantity', 0.5, 'the rows are split by substance', [
        { value: 'seizures', confidence: 0.4, reason: 'the figures may be numbers of seizures' },
      ])
    : null;
}

/** Where a column tells offences from suspects by codes, its rows are counted on one footing. */
export function metricOfColumn(columns: readonly ColumnGuess[]): string | null {
  const codes = columns.flatMap(({ written }) =>
    ([written ?? []].flat() as readonly Readonly<Record<string, unknown>>[]).flatMap((mapping) =>
      mapping['to'] === 'metric' && mapping['codes'] ? [mapping['codes']] : [],
    ),
  );
  const metrics = new Set(codes.flatMap((each) => Object.values(each)));
  return metrics.size > 0 && [...metrics].every((each) => recorded.has(each))
    ? ([...metrics][0] ?? null)
    : null;
}

/** The data set that SDMX names in each row ("ESTAT:CRIM_OFF_CAT(1.0)"). */
export function dataSets({ columns }: TableView): readonly string[] {
  return columns.flatMap(({ profile }) => {
    const labels = labelsOf(profile);
    const named = /^(?:DATAFLOW|STRUCTURE_ID|STRUCTURE_NAME)$/i.test(profile.heading);
    return named && labels.length === 1 ? labels : [];
  });
}
