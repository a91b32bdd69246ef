import type { Block, Figure } from '@samenbeeld/page';
import { metrics, type Observation, type Text } from '@samenbeeld/schema';
import { knownRemark, type Remarked, remarkFigure } from '../sources/remarks.ts';
import { capitalised, column, joined, labelled, placeText, plain, text } from '../text.ts';
import { headingBlock, listBlock } from './blocks.ts';
import { rowEvidence } from './money-evidence.ts';
import { wordedMillions } from './worded-millions.ts';

export const millions: Text = text(
  'miljoen euro',
  'millions d’euros',
  'Millionen Euro',
  'million euro',
);

/** What the sheet remarks. */
export const remark: Text = text(
  'opmerking in het blad',
  'remarque de la feuille',
  'Anmerkung im Blatt',
  'remark in the sheet',
);

/** What was followed and when, as the rows say it. */
function captionOf(sample: readonly Observation[], analysis: Remarked): Text {
  const [first] = sample as [Observation];
  const years = (day: 'periodStart' | 'periodEnd'): readonly string[] =>
    sample.map((row) => row[day].slice(0, 4)).toSorted();
  const [from, to] = [years('periodStart')[0], years('periodEnd').at(-1)];
  return joined(
    [
      placeText(first.place),
      ...[...new Set(sample.flatMap(({ placeNote }) => placeNote ?? []))].map(
        (note) => knownRemark(note, analysis) ?? plain(note),
      ),
      plain(from === to ? `${from}` : `${from}–${to}`),
      millions,
    ],
    ', ',
  );
}

/** One set of cases that a study followed: the only published figures of the same cases at two stages. */
export function sampleBlocks(sample: readonly Observation[], analysis: Remarked): readonly Block[] {
  if (sample.length === 0) return [];
  return [
    headingBlock(
      text(
        'Dezelfde zaken gevolgd',
        'Les mêmes affaires suivies',
        'Dieselben Fälle verfolgt',
        'The same cases followed',
      ),
    ),
    {
      kind: 'table',
      caption: captionOf(sample, analysis),
      columns: [
        column('label', 'stadium', 'stade', 'Stufe', 'stage'),
        { label: millions, kind: 'number' },
        { label: remark, kind: 'words' },
      ],
      rows: sample.map((row): readonly Figure[] => [
        { shown: capitalised(labelled(metrics, row.metric)) },
        {
          shown: wordedMillions(row.value ?? 0, row.wording),
          value: (row.value ?? 0) / 1e6,
          why: {
            key: `sample ${row.reference ?? row.id}`,
            title: labelled(metrics, row.metric),
            says: [],
            evidence: [rowEvidence(row, 'governing')],
          },
        },
        remarkFigure(row.note, analysis),
      ]),
    },
    listBlock([
      text(
        'Het is een steekproef van een onderzoek, geen totaal van het land.',
        'C’est un échantillon d’étude, non un total du pays.',
        'Es ist die Stichprobe einer Studie, keine Landessumme.',
        'It is the sample of a study, no total of the country.',
      ),
    ]),
  ];
}
