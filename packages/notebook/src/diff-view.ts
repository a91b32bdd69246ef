import { figureWords, type ReleaseDiff } from '@samenbeeld/merge';
import {
  formatNumber,
  formatPeriod,
  type Language,
  type Observation,
  offences,
  substances,
} from '@samenbeeld/schema';
import type { Changes } from './diff-releases.ts';
import { type Cell, type Grid, grid, heading, list, output, paragraph } from './html.ts';
import type { Bundle } from './kernel.ts';
import { labelOf, placeName } from './labels.ts';
import { type WordName, words } from './words.ts';

const shownAtMost = 20;

function figure(row: Observation, language: Language): string {
  return figureWords(row)[language];
}

function scope(row: Observation, language: Language): readonly string[] {
  const { place, periodStart, periodEnd, substance, nationalCode, offence } = row;
  return [
    placeName(place, language),
    formatPeriod({ start: periodStart, end: periodEnd }, language),
    substance === null
      ? (nationalCode ?? labelOf(offences, offence, language))
      : labelOf(substances, substance, language),
  ];
}

function change(difference: number | null, percent: number | null, language: Language): string {
  if (difference === null) return '';
  const sign = difference < 0 ? '−' : '+';
  const share =
    percent === null
      ? ''
      : ` (${sign}${formatNumber(Math.abs(Number(percent.toFixed(2))), language)} %)`;
  return `${sign}${formatNumber(Math.abs(difference), language)}${share}`;
}

interface Row {
  readonly cells: readonly Cell[];
}

function changeRows(
  { revisions, vanished, added, untold, otherUnit, contradicted }: ReleaseDiff,
  language: Language,
): readonly Row[] {
  const say = (name: WordName): string => words[name][language];
  return [
    ...revisions.map(({ earlier, later, difference, percent }) => ({
      cells: [
        ...scope(later, language),
        figure(earlier, language),
        figure(later, language),
        change(difference, percent, language),
      ],
    })),
    ...vanished.map((row) => ({
      cells: [...scope(row, language), figure(row, language), '–', say('vanished')],
    })),
    ...added.map((row) => ({
      cells: [...scope(row, language), '–', figure(row, language), say('adds')],
    })),
    ...untold.vanished.map((row) => ({
      cells: [...scope(row, language), figure(row, language), '?', say('untold')],
    })),
    ...untold.added.map((row) => ({
      cells: [...scope(row, language), '?', figure(row, language), say('untold')],
    })),
    ...otherUnit.map(({ earlier, later }) => ({
      cells: [
        ...scope(later, language),
        figure(earlier, language),
        figure(later, language),
        say('otherUnit'),
      ],
    })),
    ...contradicted.map((row) => ({
      cells: [...scope(row, language), figure(row, language), '', say('statedTwice')],
    })),
  ];
}

function gridOf(rows: readonly Row[], language: Language): Grid {
  const say = (name: WordName) => ({ label: words[name][language] });
  return {
    headings: [
      say('place'),
      { ...say('period'), tight: true },
      say('matter'),
      { ...say('earlier'), number: true },
      { ...say('later'), number: true },
      { ...say('change'), number: true },
    ],
    rows: rows.slice(0, shownAtMost).map(({ cells }) => cells),
  };
}

/** What changed between two releases, as a cell shows it. */
export function diffOutputs({ diff, marking }: Changes): readonly Bundle[] {
  const { language } = marking;
  const rows = changeRows(diff, language);
  const { compared, unchanged, outside, decisions, warnings } = diff;
  const counted = words.comparedFigures[language]
    .replace('{n}', String(compared))
    .replace('{same}', String(unchanged))
    .replace('{a}', String(outside.earlier))
    .replace('{b}', String(outside.later));
  const more = rows.length - shownAtMost;
  return [
    output(marking, [
      heading(`${diff.earlier} → ${diff.later}`),
      paragraph(diff.says[language], 'says'),
      list([...decisions.map(({ id, role, reason }) => `${id} (${role}): ${reason}`), ...warnings]),
      ...(rows.length > 0 ? [grid(gridOf(rows, language))] : []),
      ...(more > 0 ? [paragraph(`… ${more} ${words.more[language]}`, 'quiet')] : []),
      paragraph(counted, 'quiet'),
    ]),
  ];
}
