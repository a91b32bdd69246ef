import { figureWords, isOfCell, type NamedFigures, say } from '@samenbeeld/merge';
import type { Block } from '@samenbeeld/page';
import {
  formatPeriod,
  type Language,
  type Observation,
  obsStatuses,
  offences,
  placeLabel,
  type Seizure,
  type Source,
  substances,
} from '@samenbeeld/schema';
import { itemsIn, type Said } from './items.ts';
import { dayText, noteLine, whereLine } from './where.ts';
import { agencyNames } from './why-event-items.ts';
import { words } from './why-words.ts';

/** Records shown; the rest are counted. */
const shown = 40;

function matter(row: Observation | Seizure, language: Language): string {
  if (row.substance !== null && substances.has(row.substance))
    return substances.label(row.substance, language);
  if (row.kind === 'seizure') return row.substance;
  if (row.offence !== null && offences.has(row.offence) && row.nationalCode === null)
    return offences.label(row.offence, language);
  return row.nationalCode ?? row.offence ?? '';
}

/** What the source says of the figure's standing, such as that it is provisional; '' for a normal value. */
function standing(row: Observation | Seizure, language: Language): string {
  if (row.kind !== 'observation') return '';
  return [...row.status]
    .filter((letter) => letter !== 'A')
    .map((letter) => (obsStatuses.has(letter) ? obsStatuses.label(letter, language) : letter))
    .join(', ');
}

/** What the picture says of its records besides. */
interface Known extends Pick<NamedFigures, 'said'> {
  readonly sources: readonly Pick<Source, 'id' | 'language'>[];
}

function line(
  row: Observation | Seizure,
  period: string,
  figure: string,
  { said, sources }: Known,
  language: Language,
): Said {
  const what = [placeLabel(row.place, language), period, matter(row, language)].filter(Boolean);
  const under = [
    `${whereLine(row.origin, language)}   ${row.reference ?? row.id}`,
    ...said
      .filter((issue) => isOfCell(issue, row))
      .map(({ severity, message, rule }) => `${severity}: ${message} [${rule}]`),
    ...(row.note ? [noteLine(row, sources, language)] : []),
  ];
  return {
    text: `${what.join(' ')}: ${[figure, standing(row, language), agencyNames(row.agencies, language)].filter(Boolean).join(', ')}`,
    under: under.map((text) => ({ text })),
  };
}

function recordItems(
  { observations, seizures, said }: NamedFigures,
  sources: Known['sources'],
  language: Language,
): readonly Said[] {
  return [
    ...observations.map((row) => {
      const { periodStart: start, periodEnd: end } = row;
      return line(
        row,
        formatPeriod({ start, end }, language),
        figureWords(row)[language],
        { said, sources },
        language,
      );
    }),
    ...seizures.map((row) => {
      const { quantity: value, unit, missing } = row;
      const figure = figureWords({ value, unit, missing, wording: 'unmarked' });
      return line(row, dayText(row.date, language), figure[language], { said, sources }, language);
    }),
  ];
}

/** Records as they were read, and under each the cell it was read from. */
export function recordsRead(found: NamedFigures, sources: Known['sources']): readonly Block[] {
  const items = itemsIn((language) => recordItems(found, sources, language));
  const more = items.length - shown;
  return [
    { kind: 'list', items: items.slice(0, shown) },
    ...(more > 0 ? [{ kind: 'paragraph', text: say(words.more, { n: more }) } as const] : []),
  ];
}
