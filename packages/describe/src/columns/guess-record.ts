import type { Evidence } from '../column.ts';
import type { Guess } from '../guess.ts';
import { thresholds } from '../thresholds.ts';
import { measureOf } from './measures.ts';
import type { Concept } from './vocabulary.ts';

const eventSigns: readonly (readonly [concept: Concept, weight: number, what: string])[] = [
  ['date', 0.4, 'a day in each row'],
  ['substance', 0.15, 'a substance'],
  ['reference', 0.15, 'a reference in each row'],
  ['containerKey', 0.2, 'container numbers'],
  ['transportMode', 0.2, 'means of transport'],
  ['concealment', 0.2, 'ways of concealment'],
  ['departureCountry', 0.15, 'a country of departure'],
  ['destinationCountry', 0.1, 'a country of destination'],
  ['physicalSite', 0.15, 'a site of seizure'],
  ['unit', 0.05, 'a unit in each row'],
];

const aggregateSigns: readonly (readonly [concept: Concept, weight: number, what: string])[] = [
  ['period', 0.4, 'years or periods'],
  ['offence', 0.3, 'offences'],
  ['offenceKey', 0.3, 'keys of offences'],
  ['metric', 0.2, 'a measure in each row'],
  ['periodStart', 0.4, 'a first day of the period'],
  ['periodEnd', 0.3, 'a last day of the period'],
  ['publishedOn', 0.2, 'a day of publication'],
  ['flag', 0.1, 'flags'],
];

const wastewater =
  /wastewater|afvalwater|rioolwater|eaux us[ée]es|abwasser|kläranlage|rwzi|station d['’]épuration|metaboli[et]|m[ée]tabolite/iu;

/** Whether the rows are single seizures or figures about a scope, by the columns that only one of them has. */
export function guessRecord(
  columns: readonly Evidence[],
  titles: readonly string[],
): Guess<'observation' | 'seizure'> {
  const present = (concept: Concept): boolean =>
    columns.some(
      ({ meanings: [first] }) =>
        first !== undefined &&
        first.concept === concept &&
        first.confidence >= thresholds.meaningTells,
    );
  const weigh = (signs: typeof eventSigns): readonly (readonly [number, string])[] =>
    signs.flatMap(([concept, weight, what]) => (present(concept) ? [[weight, what] as const] : []));
  const event = weigh(eventSigns);
  const aggregate = weigh(aggregateSigns);
  const sum = (found: readonly (readonly [number, string])[]): number =>
    found.reduce((all, [weight]) => all + weight, 0);
  const title = /inbeslagnames?|saisies?\b|sicherstellung|seizures?/iu.test(titles.join(' '))
    ? 0.1
    : 0;
  const dated = present('date');
  // A day and an amount alone are as well a transfer of money, or a birth.
  const seized =
    title > 0 ||
    columns.some(({ profile }) =>
      /inbeslag|saisie|sicherstell|seiz|drugs?|stup[eé]f/iu.test(profile.heading),
    ) ||
    (['substance', 'containerKey', 'transportMode', 'concealment', 'physicalSite'] as const).some(
      present,
    );
  // Residues in wastewater have a day and a substance, too.
  const sampled = columns.some(
    ({ profile }) =>
      measureOf(profile.heading)?.name === 'load' || wastewater.test(profile.heading),
  );
  const forSeizure = dated && seized && !sampled ? sum(event) + title : 0;
  const against = sum(aggregate) + 0.2;
  const value = forSeizure > against ? 'seizure' : 'observation';
  const [high, low] = value === 'seizure' ? [forSeizure, against] : [against, forSeizure];
  const confidence =
    Math.round(
      Math.min(0.97, 0.6 + 0.4 * ((high - low) / (high + low)) + (high > 0.6 ? 0.1 : 0)) * 100,
    ) / 100;
  if (dated && !seized && aggregate.length === 0)
    return {
      value: 'observation',
      confidence: 0.5,
      reason: 'each row has a day, but nothing says that something was seized or recorded on it',
      alternatives: [
        { value: 'seizure', confidence: 0.3, reason: event.map(([, what]) => what).join(', ') },
      ],
    };
  const seen = (value === 'seizure' ? event : aggregate).map(([, what]) => what);
  return {
    value,
    confidence,
    reason:
      value === 'seizure'
        ? `each row is an event: ${seen.join(', ')}`
        : seen.length > 0
          ? `rows are figures about a scope: ${seen.join(', ')}`
          : 'no column holds a day on which something was seized',
    alternatives: [
      {
        value: value === 'seizure' ? 'observation' : 'seizure',
        confidence: Math.round((1 - confidence) * 100) / 100,
        reason:
          (value === 'seizure' ? aggregate : event).map(([, what]) => what).join(', ') ||
          'nothing speaks for it',
      },
    ],
  };
}
