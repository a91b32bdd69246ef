import type { Block, Figure, Section, TableBlock } from '@samenbeeld/report';
import type { Text } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { dated, joined, numeral, plain, text } from './text.ts';

function paragraph(words: Text): Block {
  return { kind: 'paragraph', text: words };
}

/** 3. Legal flows: how large the port is. */
export function flowsChapter(analysis: Analysis): Section {
  const flows = analysis.gathered.observations
    .filter((row) => row.metric === 'tonnes' && row.value !== null)
    .sort((a, b) => (a.periodStart < b.periodStart ? -1 : 1));
  const rows = flows.map((row): readonly Figure[] => [
    { shown: plain(row.periodStart.slice(0, 4)) },
    { shown: numeral((row.value as number) / 1e6), value: row.value },
    {
      shown:
        row.publishedOn && !row.publication?.startsWith('http')
          ? joined([plain(row.publication ?? ''), dated(row.publishedOn)], ', ')
          : plain(row.publication ?? ''),
      ...(row.publication?.startsWith('http') ? { url: row.publication } : {}),
    },
  ]);
  return {
    id: 'flows',
    title: text(
      'De haven: legale stromen',
      'Le port : flux légaux',
      'Der Hafen: legale Ströme',
      'The port: legal flows',
    ),
    blocks: [
      paragraph(
        text(
          'North Sea Port is een bulkhaven met weinig containers. Een vergelijking per ton en een per container vallen daarom heel verschillend uit; dit beeld rekent geen van beide uit zolang er geen cijfers over controles zijn.',
          'North Sea Port est un port de vrac avec peu de conteneurs. Une comparaison par tonne et une par conteneur donneraient des résultats très différents ; ce tableau n’en calcule aucune tant qu’il n’y a pas de chiffres sur les contrôles.',
          'North Sea Port ist ein Massenguthafen mit wenigen Containern. Ein Vergleich je Tonne und einer je Container fielen daher sehr verschieden aus; dieses Bild berechnet keinen von beiden, solange Zahlen zu Kontrollen fehlen.',
          'North Sea Port is a bulk port with few containers. A comparison per tonne and one per container would differ greatly; this picture computes neither while there are no figures on controls.',
        ),
      ),
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
                { label: text('jaar', 'année', 'Jahr', 'year'), kind: 'label' },
                {
                  label: text('miljoen ton', 'millions de tonnes', 'Mio. Tonnen', 'million tonnes'),
                  kind: 'number',
                },
                { label: text('bron', 'source', 'Quelle', 'source'), kind: 'words' },
              ],
              rows,
            } satisfies TableBlock,
          ]
        : []),
    ],
  };
}
