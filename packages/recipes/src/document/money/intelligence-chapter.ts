import { seriesIndexChart } from '@samenbeeld/charts';
import type { Block, Section } from '@samenbeeld/report';
import type { MoneyAnalysis } from '../../money/money-analysis.ts';
import { text } from '../text.ts';
import { paragraphBlock } from './blocks.ts';
import { drawnBase, drawnSeries } from './drawn-series.ts';
import { indexTable } from './index-table.ts';
import { notDivided } from './not-divided.ts';
import { shareTable } from './share-table.ts';

/** 4. What financial intelligence units report, each country by itself. */
export function intelligenceChapter(money: MoneyAnalysis): Section {
  const { indices, shares } = money;
  const series = indices.filter(({ points }) => points.length > 1);
  const alone = indices.length - series.length;
  const drawn = drawnSeries(series);
  return {
    id: 'intelligence',
    title: text(
      'Financiële inlichtingen, elk land voor zich',
      'Renseignement financier, chaque pays pour lui-même',
      'Finanzinformationen, jedes Land für sich',
      'Financial intelligence, each country by itself',
    ),
    blocks: [
      paragraphBlock(
        text(
          'Nederland telt transacties, België meldingen en dossiers, Luxemburg klassen van meldingen, grotendeels uit elektronische handel. Hun aantallen staan daarom nergens naast elkaar. Wat wel mag: een index van elk land voor zich, en aandelen binnen een land. Beide beschrijven meldgedrag, geen criminaliteit.',
          'Les Pays-Bas comptent des transactions, la Belgique des déclarations et des dossiers, le Luxembourg des classes de déclarations, pour l’essentiel du commerce électronique. Leurs nombres ne figurent donc nulle part côte à côte. Ce qui est permis : un indice par pays, et des parts au sein d’un pays. Les deux décrivent un comportement de déclaration, non la criminalité.',
          'Die Niederlande zählen Transaktionen, Belgien Meldungen und Akten, Luxemburg Meldeklassen, großenteils aus elektronischem Handel. Ihre Zahlen stehen daher nirgends nebeneinander. Erlaubt sind: ein Index jedes Landes für sich und Anteile innerhalb eines Landes. Beide beschreiben Meldeverhalten, keine Kriminalität.',
          'The Netherlands count transactions, Belgium reports and files, Luxembourg classes of reports, mostly of electronic commerce. So their numbers stand nowhere side by side. What is legal: an index of each country by itself, and shares within a country. Both describe reporting, not crime.',
        ),
      ),
      ...(drawn.length > 0
        ? ([
            {
              kind: 'chart',
              draw: (options) =>
                seriesIndexChart(drawn, {
                  ...options,
                  base: drawnBase,
                  title: text(
                    'Wat werd gemeld, elk land voor zich, {base} = 100',
                    'Ce qui a été déclaré, chaque pays pour lui-même, {base} = 100',
                    'Was gemeldet wurde, jedes Land für sich, {base} = 100',
                    'What was reported, each country by itself, {base} = 100',
                    { base: drawnBase },
                  ),
                }),
            },
          ] satisfies readonly Block[])
        : []),
      indexTable(series, alone),
      shareTable(
        [...shares.drugs, ...shares.online],
        text(
          'Aandelen binnen een land',
          'Parts au sein d’un pays',
          'Anteile innerhalb eines Landes',
          'Shares within a country',
        ),
      ),
      ...notDivided(money),
    ],
  };
}
