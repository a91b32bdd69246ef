import { RefusalError } from '../errors.ts';
import type { Text } from '../language.ts';
import { inEach, inFour } from '../sentence.ts';
import type { ComparedDimension, Purpose } from './dimensions.ts';
import { refusalText } from './refusal-text.ts';
import { atPlace, countsListed, inWords, tally, theseRows } from './wording.ts';

interface Refused {
  readonly purpose: Purpose;
  readonly place: string | null;
  /** Subject of the decision that would make it legal, where one can. */
  readonly subject: string | null;
}

const orWord = inFour('of', 'ou', 'oder', 'or');

const or = (ways: readonly Text[]): Text =>
  inEach((language) =>
    ways
      .map((way, at) =>
        at > 0 && at === ways.length - 1 ? `${orWord[language]} ${way[language]}` : way[language],
      )
      .join(', ')
      .concat('.'),
  );

const byField = (field: string): Readonly<Record<'call', string>> => ({
  call: `\`{ by: ['year', '${field}'] }\``,
});
const showBoth = (field: string): Text =>
  inFour(
    'toon beide: {call}',
    'montrez les deux : {call}',
    'zeigen Sie beide: {call}',
    'show both: {call}',
    byField(field),
  );
const showEach = (field: string): Text =>
  inFour(
    'toon elk: {call}',
    'montrez chacune : {call}',
    'zeigen Sie jedes: {call}',
    'show each: {call}',
    byField(field),
  );

/** Throws the RefusalError that names a dimension, the rows by its values, the harm, and what would make it legal. */
export function refuseDimension(
  dimension: ComparedDimension,
  values: readonly (string | null)[],
  { purpose, place, subject }: Refused,
): never {
  const counts = tally(values);
  const { field, name, plural, harm, remedy, choose } = dimension;
  const where = place === null ? '' : ` at ${place}`;
  const rows = `${theseRows(values.length)} have ${inWords(counts.length).en} ${plural}${where} (${countsListed(counts, field).en}).`;
  const stated = counts.find(([value]) => value !== 'not stated')?.[0];
  const ways = [
    inFour(
      'Kies er een: {call}',
      'Choisissez-en une : {call}',
      'Wählen Sie eines: {call}',
      'Choose one: {call}',
      { call: choose ?? `\`.where({ ${field}: '${stated}' })\`` },
    ),
    ...(choose ? [] : [counts.length === 2 ? showBoth(field) : showEach(field)]),
    ...(purpose === 'sum' && remedy ? [remedy] : []),
    ...(subject === null
      ? []
      : [
          inFour(
            'leg vast dat het mag: `{subject}`',
            'enregistrez une dérogation : `{subject}`',
            'halten Sie eine Ausnahme fest: `{subject}`',
            'record an override of `{subject}`',
            { subject },
          ),
        ]),
  ];
  throw new RefusalError(`${rows} ${harm[purpose]}`, {
    dimension: name,
    remedy: or(ways),
    subject,
    says: refusalText(
      { dimension: name, subject },
      purpose,
      atPlace(place, countsListed(counts, field)),
    ),
  });
}
