import { figureWords, isOfCell, type NamedFigures } from '@samenbeeld/merge';
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
import { agencyNames } from './event-lines.ts';
import { dayText, noteLine, whereLine } from './where.ts';
import { words } from './words.ts';

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
): readonly string[] {
  const what = [placeLabel(row.place, language), period, matter(row, language)].filter(Boolean);
  return [
    `  ${what.join(' ')}: ${[figure, standing(row, language), agencyNames(row.agencies, language)].filter(Boolean).join(', ')}`,
    `      ${whereLine(row.origin, language)}   ${row.reference ?? row.id}`,
    ...said
      .filter((issue) => isOfCell(issue, row))
      .map(({ severity, message, rule }) => `      ${severity}: ${message} [${rule}]`),
    ...(row.note ? [`      ${noteLine(row, sources, language)}`] : []),
  ];
}

/** Records as they were read, and under each the cell it was read from. */
export function figureLines(
  { observations, seizures, said }: NamedFigures,
  sources: Known['sources'],
  language: Language,
): readonly string[] {
  const lines = [
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
  const more = lines.length - shown;
  return [
    ...lines.slice(0, shown).flat(),
    ...(more > 0 ? [`  … ${words.more[language].replace('{n}', String(more))}`] : []),
    '',
    `  ${words.asRead[language]}`,
  ];
}
