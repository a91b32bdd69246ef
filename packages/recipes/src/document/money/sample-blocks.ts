import type { Block, Figure } from '@samenbeeld/report';
import { metrics, type Observation, type Text } from '@samenbeeld/schema';
import { capitalised, labelled, plain, text } from '../text.ts';
import { headingBlock, listBlock } from './blocks.ts';
import { rowEvidence } from './money-evidence.ts';
import { wordedMillions } from './worded-millions.ts';

export const millions: Text = text(
  'miljoen euro',
  'millions d’euros',
  'Millionen Euro',
  'million euro',
);

/** One set of cases that a study followed: the only published figures of the same cases at two stages. */
export function sampleBlocks(sample: readonly Observation[]): readonly Block[] {
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
      caption: text(
        '102 Nederlandse ontnemingszaken, 1995–2015, miljoen euro',
        '102 affaires de confiscation néerlandaises, 1995–2015, millions d’euros',
        '102 niederländische Abschöpfungsverfahren, 1995–2015, Millionen Euro',
        '102 Dutch confiscation cases, 1995–2015, million euro',
      ),
      columns: [
        { label: text('stadium', 'stade', 'Stufe', 'stage'), kind: 'label' },
        { label: millions, kind: 'number' },
        { label: text('opmerking', 'remarque', 'Anmerkung', 'remark'), kind: 'words' },
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
        { shown: plain(row.note ?? '–'), language: 'en' },
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
