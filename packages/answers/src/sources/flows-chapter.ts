import type { Block, Figure, TableBlock } from '@samenbeeld/page';
import { terms } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { column, dated, joined, numeral, plain, text } from '../text.ts';

/** 3. Legal flows: how large the port is. */
export function flowsBlocks(analysis: Analysis): readonly Block[] {
  const flows = analysis.gathered.observations
    .filter((row) => row.metric === 'tonnes' && row.value !== null)
    .sort((a, b) => (a.periodStart < b.periodStart ? -1 : 1));
  const rows = flows.map((row): readonly Figure[] => {
    const millions = (row.value as number) / 1e6;
    return [
      { shown: plain(row.periodStart.slice(0, 4)) },
      { shown: numeral(millions), value: millions },
      {
        shown:
          row.publishedOn && !row.publication?.startsWith('http')
            ? joined([plain(row.publication ?? ''), dated(row.publishedOn)], ', ')
            : plain(row.publication ?? ''),
        ...(row.publication?.startsWith('http') ? { url: row.publication } : {}),
      },
    ];
  });
  return [
    ...(rows.length > 0
      ? [
          {
            kind: 'table',
            caption: text(
              'Zeevaart, miljoen ton',
              'Trafic maritime, millions de tonnes',
              'Seeverkehr, Millionen Tonnen',
              'Sea-going freight, million tonnes',
            ),
            columns: [
              { label: terms.year, kind: 'label' },
              column(
                'number',
                'miljoen ton',
                'millions de tonnes',
                'Mio. Tonnen',
                'million tonnes',
              ),
              column('words', 'bron', 'source', 'Quelle', 'source'),
            ],
            rows,
          } satisfies TableBlock,
        ]
      : []),
  ];
}
