import { formatPeriod, type JointTotal, type Language, statuses } from '@samenbeeld/schema';
import type { Row } from './criteria.ts';
import { type Cell, type Grid, grid, heading, output, type Part, paragraph } from './html.ts';
import type { Bundle } from './kernel.ts';
import { labelOf, placeName } from './labels.ts';
import { spanOf } from './match-row.ts';
import { memberCell } from './member-cell.ts';
import type { Picture } from './picture.ts';
import { words } from './words.ts';

function spanText(rows: readonly Row[], language: Language): string {
  const spans = rows.map(spanOf);
  const [start] = spans.map((span) => span.start).sort();
  const end = spans
    .map((span) => span.end)
    .sort()
    .at(-1);
  if (!start || !end) return '–';
  const whole = `${start.slice(0, 4)}-01-01` === start && end.endsWith('-12-31');
  return whole && start.slice(0, 4) !== end.slice(0, 4)
    ? `${start.slice(0, 4)}–${end.slice(0, 4)}`
    : formatPeriod({ start, end }, language);
}

function sourceGrid(picture: Picture): Grid {
  const { language, metadata } = picture;
  const all: readonly Row[] = [...picture.observations.rows, ...picture.seizures.rows];
  return {
    headings: [
      { label: words.source[language] },
      { label: words.rows[language], number: true },
      { label: words.period[language], tight: true },
      { label: words.licence[language] },
    ],
    rows: metadata.sources.map((source) => {
      const own = all.filter((row) => row.source === source.id);
      const title = source.synthetic
        ? `${source.title[language]} (${words.synthetic[language]})`
        : source.title[language];
      return [title, String(own.length), spanText(own, language), source.licence];
    }),
  };
}

/** Ports by period: the figure of each, or why there is none. */
export function memberGrid(totals: readonly JointTotal[], language: Language): Grid {
  const places = [...new Set(totals.flatMap(({ members }) => members.map(({ place }) => place)))];
  const cells = (place: string): readonly Cell[] =>
    totals.map((total) =>
      memberCell(
        total.members.find((one) => one.place === place),
        language,
      ),
    );
  return {
    headings: [
      { label: words.place[language] },
      ...totals.map(({ period }) => ({ label: period, number: true })),
    ],
    rows: [
      ...places.map((place) => [placeName(place, language), ...cells(place)]),
      [words.status[language], ...totals.map(({ status }) => labelOf(statuses, status, language))],
    ],
  };
}

/** What a picture says about itself. */
export function pictureOutputs(picture: Picture): readonly Bundle[] {
  const { language, metadata, totals, decisions } = picture;
  const [first] = totals;
  const counts = [
    `${picture.observations.size + picture.seizures.size} ${words.rows[language]}`,
    `${metadata.sources.length} ${words.sources[language]}`,
    ...(metadata.asOf ? [`${words.asOf[language]} ${metadata.asOf}`] : []),
    `${decisions.length} ${words.decisions[language].toLowerCase()}`,
  ];
  const completeness: readonly Part[] = first
    ? [
        paragraph(`${placeName(first.complex, language)}, ${first.unit}`, 'quiet'),
        grid(memberGrid(totals, language)),
      ]
    : [];
  return [
    output(picture, [
      heading(metadata.title[language]),
      paragraph(counts.join(' · '), 'quiet'),
      grid(sourceGrid(picture)),
      ...completeness,
    ]),
  ];
}
