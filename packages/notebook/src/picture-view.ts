import { memberTable, type SourceExtent } from '@samenbeeld/answers';
import { formatPeriod, type Language } from '@samenbeeld/schema';
import { output, table } from './cell.ts';
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

/** What a picture says about itself. */
export function pictureOutputs(picture: Picture): readonly Bundle[] {
  const { language, metadata, extent, totals, decisions } = picture;
  const [first] = totals;
  const counts = [
    `${picture.extent.observations.size + picture.extent.seizures.size} ${words.rows[language]}`,
    `${metadata.sources.length} ${words.sources[language]}`,
    ...(metadata.asOf ? [`${words.asOf[language]} ${metadata.asOf}`] : []),
    `${decisions.length} ${words.decisions[language].toLowerCase()}`,
  ];
  const all = [...extent.observations.sources, ...extent.seizures.sources];
  const sources = table(
    metadata.title,
    [
      ['label', words.source],
      ['number', words.rows],
      ['words', words.period],
      ['words', words.licence],
    ],
    metadata.sources.map((source) => {
      const own = all.filter((one) => one.source === source.id);
      const title = source.title[language];
      return [
        source.synthetic ? `${title} (${words.synthetic[language]})` : title,
        String(own.reduce((sum, one) => sum + one.rows, 0)),
        spanText(own, language),
        source.licence,
      ];
    }),
    [counts.join(' · ')],
  );
  return [
    output(picture, [
      sources,
      ...(first
        ? [
            memberTable({
              ...{ totals, claims: [] },
              question: { ...first, place: first.complex, substance: first.substance || null },
            }),
          ]
        : []),
    ]),
  ];
}
