import {
  bases,
  extents,
  formatPeriod,
  type Language,
  metrics,
  missingReasons,
  type Observation,
  obsStatuses,
  offences,
  type Seizure,
  substances,
} from '@samenbeeld/schema';
import type { Row } from './criteria.ts';
import type { Cell, Heading } from './html.ts';
import { agencyNames, labelOf, placeName, quantityIn, worded } from './labels.ts';
import { type WordName, words } from './words.ts';

/** What a reader must know of a row before using its figure. */
export function flagsOf(row: Row, language: Language): readonly string[] {
  const missing = row.missing ? [labelOf(missingReasons, row.missing, language)] : [];
  if (row.kind === 'seizure') return missing;
  return [
    ...missing,
    ...[...row.status]
      .filter((letter) => letter !== 'A')
      .map((letter) => labelOf(obsStatuses, letter, language)),
    ...(row.extent === 'whole' ? [] : [labelOf(extents, row.extent, language)]),
    ...(row.confidence === 'low' ? [`${words.published[language]}?`] : []),
  ];
}

function what(row: Observation, language: Language): string {
  if (row.substance !== null) return labelOf(substances, row.substance, language);
  return labelOf(offences, row.offence ?? row.nationalCode, language);
}

function observationCells(row: Observation, language: Language): readonly Cell[] {
  return [
    row.reference ?? '–',
    placeName(row.place, language),
    formatPeriod({ start: row.periodStart, end: row.periodEnd }, language),
    what(row, language),
    labelOf(metrics, row.metric, language),
    worded(row, language),
    labelOf(bases, row.basis, language),
    agencyNames(row.agencies, language),
    row.publishedOn ?? '–',
    flagsOf(row, language).join(', '),
  ];
}

function seizureCells(row: Seizure, language: Language): readonly Cell[] {
  return [
    row.date,
    placeName(row.place, language),
    labelOf(substances, row.substance, language),
    quantityIn(row.quantity, row.unit, language),
    labelOf(bases, row.basis, language),
    agencyNames(row.agencies, language),
    `${row.origin.file}:${row.origin.line}`,
    flagsOf(row, language).join(', '),
  ];
}

/** The headings above the cells of a kind of row. */
export function rowHeadings(kind: Row['kind'], language: Language): readonly Heading[] {
  const say = (name: WordName): Heading => ({ label: words[name][language] });
  const amount = { ...say('quantity'), number: true };
  if (kind === 'seizure')
    return [
      { ...say('date'), tight: true },
      say('place'),
      say('substance'),
      amount,
      say('basis'),
      say('agency'),
      say('cell'),
      say('flags'),
    ];
  return [
    say('reference'),
    say('place'),
    say('period'),
    say('substance'),
    say('measure'),
    amount,
    say('basis'),
    say('agency'),
    { ...say('published'), tight: true },
    say('flags'),
  ];
}

/** The cells of a row. */
export function rowCells(row: Row, language: Language): readonly Cell[] {
  return row.kind === 'seizure' ? seizureCells(row, language) : observationCells(row, language);
}
