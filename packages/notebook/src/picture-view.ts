import { memberTable, type SourceExtent } from '@samenbeeld/answers';
import { renderCell } from '@samenbeeld/page';
import { formatPeriod, type Language } from '@samenbeeld/schema';
import { type Grid, grid, heading, output, type Part, paragraph } from './html.ts';
import type { Bundle } from './kernel.ts';
import type { Picture } from './opened-picture.ts';
import { words } from './words.ts';

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
        renderCell(
          [
            memberTable({
              ...{ totals, claims: [] },
              question: { ...first, place: first.complex, substance: first.substance || null },
            }),
          ],
          language,
        ),
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
