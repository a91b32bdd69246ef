import { type IndexSeries, seriesIndexChart } from '@samenbeeld/charts';
import { drawnIndex, type ReportingIndex, type ReportingPoint } from '@samenbeeld/money';
import type { Block } from '@samenbeeld/page';
import type { Observation, Text } from '@samenbeeld/schema';
import { joined, text } from '../text.ts';
import { paragraphBlock } from './blocks.ts';
import { euroRange } from './euro-range.ts';
import { indexTable } from './index-table.ts';
import type { MoneyAnalysis, MoneyAnswer } from './money-analysis.ts';
import { rowEvidence } from './money-evidence.ts';
import { shareTable, shareTitle } from './share-table.ts';
import { whyAnswer } from './why-money.ts';
import { wordedMillions } from './worded-millions.ts';

/** The largest value of a country and year. */
function largest(
  answers: readonly MoneyAnswer[],
  country: string,
  year: string,
): MoneyAnswer | undefined {
  return answers
    .filter(({ question }) => {
      const { wholesale, quantity } = question;
      return (
        wholesale.rows.some(({ place }) => place === country) &&
        String(quantity.assumed.year) === year
      );
    })
    .toSorted((a, b) => (b.answer.value.estimate ?? 0) - (a.answer.value.estimate ?? 0))[0];
}

/** What was seized beside what stands under the label of drugs: two things that are not divided by each other. */
function notDivided({ answers, shares }: MoneyAnalysis): readonly Block[] {
  const share = shares.drugs.filter(({ metric }) => metric === 'fiu_value').at(-1);
  const one = share && largest(answers, share.country, share.period);
  const part = share?.claims.find(({ nationalCode }) => nationalCode !== null);
  if (!share || !one || !part) return [];
  const ends = one.answer.value.interval ?? { low: 0, high: 0 };
  return [
    {
      kind: 'box',
      title: text(
        'Naast elkaar, niet gedeeld',
        'Côte à côte, sans division',
        'Nebeneinander, nicht geteilt',
        'Side by side, not divided',
      ),
      blocks: [
        {
          kind: 'paragraph',
          text: text(
            '{what}: wat in beslag werd genomen, was {value} waard in de groothandel. In de doorgemelde dossiers van dat jaar stond {part} miljoen euro onder drugshandel. Het ene is geen deel van het andere: goederen die de markt niet haalden, en geld dat iemand verdacht vond. Welk deel van de omzet in dossiers verschijnt, is dus niet te zeggen.',
            '{what} : ce qui a été saisi valait {value} au prix de gros. Dans les dossiers transmis cette année-là, {part} millions d’euros figuraient sous trafic de drogues. L’un n’est pas une part de l’autre : des biens qui n’ont pas atteint le marché, et de l’argent que quelqu’un a jugé suspect. Quelle part du chiffre d’affaires apparaît dans les dossiers ne peut donc être dit.',
            '{what}: Das Sichergestellte war im Großhandel {value} wert. In den weitergeleiteten Akten des Jahres standen {part} Millionen Euro unter Drogenhandel. Das eine ist kein Teil des anderen: Ware, die den Markt nicht erreichte, und Geld, das jemand verdächtig fand. Welcher Teil des Umsatzes in Akten erscheint, lässt sich daher nicht sagen.',
            '{what}: what was seized was worth {value} at wholesale. In the files passed on in that year {part} million euro stood under drug trafficking. The one is no part of the other: goods that did not reach the market, and money that someone found suspicious. Which part of the revenue shows up in files cannot therefore be said.',
            { what: one.question.label, value: '{value}', part: '{part}' },
          ),
          figures: {
            value: euroRange(ends, whyAnswer(one, 'value'), [1e6]),
            part: {
              shown: wordedMillions(part.value ?? 0, part.wording),
              why: {
                key: `label ${part.id}`,
                title: shareTitle(share),
                says: [share.says],
                evidence: share.claims.map((row: Observation) => rowEvidence(row)),
              },
            },
          },
        },
      ],
    },
  ];
}

/** The common base of the drawn indices: the year in which most countries published an exact figure. */
export const drawnBase = '2022';

/** What units received; what they declared suspicious or passed on is their own judgement, and another curve. */
const received: ReadonlySet<unknown> = new Set(['str_reports', 'unusual_transactions']);

const isReceived = ({ details }: ReportingIndex): boolean => received.has(details['metric']);

const pointOf = ({ points }: ReportingIndex, year: string): ReportingPoint | null =>
  points.find((point) => point.period === year && drawnIndex(point, point) !== null) ?? null;

/** The newest year that any country has: a line that ends before it would be led to its name as if it went on. */
export function newestYear(series: readonly ReportingIndex[]): string {
  const years = series
    .filter(isReceived)
    .flatMap(({ points }) => points.map(({ period }) => period));
  return years.toSorted().at(-1) ?? drawnBase;
}

/** Of what was received, one series a country, the longest that has figures for the base and for the newest year. */
function mainSeries(series: readonly ReportingIndex[]): readonly ReportingIndex[] {
  const newest = newestYear(series);
  const main = new Map<string, ReportingIndex>();
  for (const one of series) {
    const isDrawable = [drawnBase, newest].every((year) => pointOf(one, year) !== null);
    if (!isReceived(one) || !isDrawable) continue;
    const before = main.get(one.country);
    if (!before || one.points.length > before.points.length) main.set(one.country, one);
  }
  return [...main.values()];
}

/** Series that start from one base, with their declared breaks. */
export function drawnSeries(series: readonly ReportingIndex[]): readonly IndexSeries[] {
  return mainSeries(series).map((one) => ({
    label: one.label,
    breaks: one.crosses.map(({ on, note }) => ({ period: on.slice(0, 4), note })),
    points: one.points
      .filter(({ period }) => period >= '2016')
      .map((point) => ({
        period: point.period,
        index: drawnIndex(point, pointOf(one, drawnBase) as ReportingPoint),
        provisional: point.provisional,
      })),
  }));
}

/** Series of what was received in countries that are not drawn. */
export function notDrawn(series: readonly ReportingIndex[]): readonly Text[] {
  const drawn = new Set(mainSeries(series).map(({ country }) => country));
  return series
    .filter((one) => isReceived(one) && !drawn.has(one.country))
    .map(({ label }) => label);
}

const chartCaption = text(
  'Elke lijn staat in {base} op 100; haar hoogte zegt niets over haar omvang. Een verticale streep is een gemelde breuk, die de lijn van die reeks hier onderbreekt, ook waar hij alleen ter informatie is. Waar een cijfer ontbreekt of te ruim is, staat geen punt.',
  'Chaque ligne est à 100 en {base} ; sa hauteur ne dit rien de sa taille. Un trait vertical est une rupture signalée, qui coupe ici la ligne de sa série, même si elle ne l’est que pour information. Là où un chiffre manque ou est trop large, il n’y a pas de point.',
  'Jede Linie steht {base} bei 100; ihre Höhe sagt nichts über ihre Größe. Ein senkrechter Strich ist ein angegebener Bruch, der hier die Linie seiner Reihe unterbricht, auch wo er nur zur Information dient. Wo eine Zahl fehlt oder zu weit ist, steht kein Punkt.',
  'Every line stands at 100 in {base}; its height says nothing of its size. A vertical line is a declared break, which cuts the line of its series here even where it is for information only. Where a figure is missing or too wide, there is no point.',
  { base: drawnBase },
);

/** 4. What financial intelligence units report, each country by itself. */
export function intelligenceBlocks(money: MoneyAnalysis): readonly Block[] {
  const { indices, shares } = money;
  const series = indices.filter(({ points }) => points.length > 1);
  const alone = indices.length - series.length;
  const drawn = drawnSeries(series);
  const absent = notDrawn(series);
  const within = [...shares.drugs, ...shares.online];
  return [
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
    ...(within.length > 0
      ? [
          shareTable(
            within,
            text(
              'Aandelen binnen een land',
              'Parts au sein d’un pays',
              'Anteile innerhalb eines Landes',
              'Shares within a country',
            ),
          ),
        ]
      : []),
    ...notDivided(money),
  ];
}
