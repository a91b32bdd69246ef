import { seriesIndexChart } from '@samenbeeld/charts';
import type { Block, Section } from '@samenbeeld/report';
import type { MoneyAnalysis } from '../../money/money-analysis.ts';
import { joined, text } from '../text.ts';
import { paragraphBlock } from './blocks.ts';
import { drawnBase, drawnSeries, newestYear, notDrawn } from './drawn-series.ts';
import { indexTable } from './index-table.ts';
import { notDivided } from './not-divided.ts';
import { shareTable } from './share-table.ts';

const chartCaption = text(
  'Elke lijn staat in {base} op 100; haar hoogte zegt niets over haar omvang. Een verticale streep is een gemelde breuk, die de lijn van die reeks hier onderbreekt, ook waar hij alleen ter informatie is. Waar een cijfer ontbreekt of te ruim is, staat geen punt.',
  'Chaque ligne est à 100 en {base} ; sa hauteur ne dit rien de sa taille. Un trait vertical est une rupture signalée, qui coupe ici la ligne de sa série, même si elle ne l’est que pour information. Là où un chiffre manque ou est trop large, il n’y a pas de point.',
  'Jede Linie steht {base} bei 100; ihre Höhe sagt nichts über ihre Größe. Ein senkrechter Strich ist ein angegebener Bruch, der hier die Linie seiner Reihe unterbricht, auch wo er nur zur Information dient. Wo eine Zahl fehlt oder zu weit ist, steht kein Punkt.',
  'Every line stands at 100 in {base}; its height says nothing of its size. A vertical line is a declared break, which cuts the line of its series here even where it is for information only. Where a figure is missing or too wide, there is no point.',
  { base: drawnBase },
);

/** 4. What financial intelligence units report, each country by itself. */
export function intelligenceChapter(money: MoneyAnalysis): Section {
  const { indices, shares } = money;
  const series = indices.filter(({ points }) => points.length > 1);
  const alone = indices.length - series.length;
  const drawn = drawnSeries(series);
  const absent = notDrawn(series);
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
                  caption: chartCaption,
                  title: text(
                    'Wat de eenheden ontvingen, elk land voor zich, {base} = 100',
                    'Ce que les cellules ont reçu, chaque pays pour lui-même, {base} = 100',
                    'Was die Meldestellen erhielten, jedes Land für sich, {base} = 100',
                    'What the units received, each country by itself, {base} = 100',
                    { base: drawnBase },
                  ),
                }),
            },
            ...(absent.length > 0
              ? [
                  paragraphBlock(
                    text(
                      'Niet getekend, want zonder voldoende nauwkeurige cijfers voor {base} en {newest}: {names}.',
                      'Sans tracé, faute de chiffres assez précis pour {base} et {newest} : {names}.',
                      'Nicht gezeichnet, da ohne hinreichend genaue Zahlen für {base} und {newest}: {names}.',
                      'Not drawn, for want of figures exact enough for {base} and {newest}: {names}.',
                      { base: drawnBase, newest: newestYear(series), names: joined(absent, '; ') },
                    ),
                  ),
                ]
              : []),
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
