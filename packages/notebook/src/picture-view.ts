import type { SourceExtent } from '@samenbeeld/recipes';
import {
  escapeXml,
  formatPeriod,
  type JointTotal,
  type Language,
  type MemberTotal,
  statuses,
} from '@samenbeeld/schema';
import { type Cell, type Grid, grid, heading, output, type Part, paragraph } from './html.ts';
import type { Bundle } from './kernel.ts';
import { labelOf, placeName, rangeIn } from './labels.ts';
import type { Picture } from './opened-picture.ts';
import { words } from './words.ts';

function marked(figure: string, state: string, mark: 'undecided' | 'none'): Cell {
  const parts = [figure, state].filter(Boolean);
  return {
    html: `<span class="${mark}">${parts.map(escapeXml).join('<br>')}</span>`,
    plain: parts.join(' '),
  };
}

/** The figure of one port: a value or range, "undecided", a floor from single finds, or why there is none. */
function memberCell(member: MemberTotal | undefined, language: Language): Cell {
  if (!member || member.state === 'not_reported' || member.lowest === null)
    return marked('', words.notReported[language], 'none');
  const { lowest: low, highest: high, state } = member;
  if (state === 'finds_only')
    return marked(`≥ ${rangeIn({ low, high: low }, language)}`, words.findsOnly[language], 'none');
  const range = rangeIn({ low, high }, language);
  return state === 'undecided' ? marked(range, words.undecided[language], 'undecided') : range;
}

function spanText(extents: readonly SourceExtent[], language: Language): string {
  const [start] = extents.map(({ first }) => first).sort();
  const end = extents
    .map(({ last }) => last)
    .sort()
    .at(-1);
  if (!start || !end) return '–';
  const whole = `${start.slice(0, 4)}-01-01` === start && end.endsWith('-12-31');
  return whole && start.slice(0, 4) !== end.slice(0, 4)
    ? `${start.slice(0, 4)}–${end.slice(0, 4)}`
    : formatPeriod({ start, end }, language);
}

function sourceGrid({ language, metadata, extent }: Picture): Grid {
  const all = [...extent.observations.sources, ...extent.seizures.sources];
  return {
    headings: [
      { label: words.source[language] },
      { label: words.rows[language], number: true },
      { label: words.period[language], tight: true },
      { label: words.licence[language] },
    ],
    rows: metadata.sources.map((source) => {
      const own = all.filter((one) => one.source === source.id);
      const title = source.synthetic
        ? `${source.title[language]} (${words.synthetic[language]})`
        : source.title[language];
      const rows = own.reduce((sum, one) => sum + one.rows, 0);
      return [title, String(rows), spanText(own, language), source.licence];
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
    `${picture.extent.observations.size + picture.extent.seizures.size} ${words.rows[language]}`,
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
