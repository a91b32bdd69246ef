import { waterfallChart } from '@samenbeeld/charts';
import {
  isWaiting,
  type PairAtStake,
  pairsAtStake,
  pairWaterfall,
  probabilityText,
  recordName,
} from '@samenbeeld/merge';
import type { Block } from '@samenbeeld/page';
import { inEach, type Seizure, type Text } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { reconciledTable } from '../decisions/reconciled-table.ts';
import { coloned, column, joined, none, numeral, plain, text } from '../text.ts';
import { decidingPairs, rangeTable } from '../totals/total-ranges.ts';
import { alikeTable, dayAndPlace, doubleTable, sideText } from './double-reports.ts';

/** Waterfalls that are drawn: more would hide the rest of the report. */
const drawnAtMost = 4;
/** Shown where no total depends on a pair that is undecided, so that a reader sees how surely they are told apart. */
const leastSure = 2;
const listedAtMost = 20;

function percent(probability: number): Text {
  return inEach((language) => probabilityText(probability, language));
}

const states: Readonly<Record<PairAtStake['state'], Text>> = {
  'at stake': text('te beslissen', 'à trancher', 'zu entscheiden', 'to decide'),
  open: text('telt nog niet', 'ne compte pas encore', 'zählt noch nicht', 'does not count yet'),
  sure: text('vrijwel zeker', 'quasi certain', 'so gut wie sicher', 'as good as sure'),
  decided: text('beslist', 'tranché', 'entschieden', 'decided'),
};

/** Records of different files that may be one find: which pairs matter to the totals, and why they may be the same. */
export function doubleCountBlocks(analysis: Analysis): readonly Block[] {
  const byId = new Map(analysis.gathered.seizures.map((seizure) => [seizure.id, seizure]));
  const pairs = pairsAtStake(analysis.doubleReports, analysis.totals, analysis.judged);
  const waiting = pairs.filter(isWaiting);
  const decided = pairs.filter(
    ({ judged }) => judged !== null && !waiting.some((one) => one.judged === judged),
  );
  const shown =
    waiting.length > 0
      ? waiting
      : pairs.filter(({ state }) => state === 'sure').slice(0, leastSure);
  const first = ({ pair }: PairAtStake): Seizure | undefined =>
    byId.get(pair.a.split('+')[0] ?? '');
  const name = (one: PairAtStake): Text => dayAndPlace(first(one));
  const sides = ({ pair }: PairAtStake): Text =>
    plain(`${recordName(pair.a, byId)} · ${recordName(pair.b, byId)}`);
  const told = ({ pair }: PairAtStake): Text =>
    joined([sideText(pair.a, byId), sideText(pair.b, byId)], ' · ');
  return [
    {
      kind: 'paragraph',
      text: text(
        'Meldingen uit verschillende bestanden die dezelfde vangst kunnen zijn, krijgen een kans. Elk totaal weegt alle mogelijkheden: het waarschijnlijke cijfer is het gemiddelde, het bereik is wat kan zijn. Een beslissing van een persoon gaat voor elke kans en is ongedaan te maken.',
        'Les fiches de fichiers différents qui peuvent être la même saisie reçoivent une probabilité. Chaque total pèse toutes les possibilités : le chiffre probable est la moyenne, la fourchette est ce qui est possible. La décision d’une personne l’emporte sur toute probabilité et peut être annulée.',
        'Datensätze verschiedener Dateien, die derselbe Fund sein können, erhalten eine Wahrscheinlichkeit. Jede Summe wägt alle Möglichkeiten: Die wahrscheinliche Zahl ist der Mittelwert, die Spanne ist, was sein kann. Die Entscheidung eines Menschen geht jeder Wahrscheinlichkeit vor und lässt sich zurücknehmen.',
        'Records of different files that may be the same seizure are given a probability. Each total weighs every possibility: the likely figure is the mean, the range is what may be. A person’s decision goes before any probability and can be undone.',
      ),
    },
    rangeTable(analysis),
    ...(waiting.length === 0
      ? [
          {
            kind: 'paragraph' as const,
            text: text(
              'Geen onbeslist paar verandert hier een totaal. Getoond zijn de minst zekere.',
              'Aucune paire non tranchée ne change ici un total. Sont montrées les moins sûres.',
              'Kein offenes Paar ändert hier eine Summe. Gezeigt sind die unsichersten.',
              'No undecided pair changes a total here. The least sure are shown.',
            ),
          },
        ]
      : []),
    ...(shown.length + decided.length > 0
      ? [pairTable([...shown, ...decided].slice(0, listedAtMost), { name, sides: told })]
      : []),
    ...shown.slice(0, drawnAtMost).map((one): Block => {
      const steps = pairWaterfall(one.pair);
      const alone = steps.at(-1)?.probability ?? 0;
      const isTied = Math.abs(alone - one.pair.probability) >= 0.001;
      return {
        kind: 'chart',
        draw: (options) =>
          waterfallChart(steps, {
            ...options,
            ...(isTied && { together: one.pair.probability }),
            title: coloned(name(one), sides(one)),
          }),
      };
    }),
    ...further(shown.length - drawnAtMost, analysis),
    ...(analysis.doubleReports.length > 0 ? [doubleTable(analysis)] : []),
    ...alikeTable(analysis),
    ...reconciledTable(analysis),
  ];
}

/** Says that not every pair is drawn. */
function further(n: number, { picture }: Analysis): readonly Block[] {
  if (n <= 0) return [];
  return [
    {
      kind: 'paragraph',
      text: text(
        'Nog te beslissen, zonder tekening: {n}. Alle: {how}',
        'Restent à trancher, sans dessin : {n}. Toutes : {how}',
        'Noch zu entscheiden, ohne Zeichnung: {n}. Alle: {how}',
        'To decide as well, not drawn: {n}. All of them: {how}',
        { n, how: decidingPairs(picture) },
      ),
    },
  ];
}

/** The pairs with what deciding each is worth. */
function pairTable(
  pairs: readonly PairAtStake[],
  {
    name,
    sides,
  }: { readonly name: (one: PairAtStake) => Text; readonly sides: (one: PairAtStake) => Text },
): Block {
  return {
    kind: 'table',
    caption: text(
      'Paren waarvan een totaal afhangt, en wat beslist is',
      'Paires dont dépend un total, et ce qui est tranché',
      'Paare, von denen eine Summe abhängt, und was entschieden ist',
      'Pairs that a total depends on, and what is decided',
    ),
    columns: [
      column('label', 'datum en plaats', 'date et lieu', 'Datum und Ort', 'date and place'),
      column('words', 'meldingen', 'fiches', 'Datensätze', 'records'),
      column('number', 'kans, %', 'probabilité, %', 'Wahrscheinlichkeit, %', 'probability, %'),
      column('number', 'hangt ervan af, kg', 'enjeu, kg', 'hängt davon ab, kg', 'stake, kg'),
      column('words', 'stand', 'état', 'Stand', 'state'),
    ],
    rows: pairs.map((one) => [
      { shown: name(one) },
      { shown: sides(one) },
      {
        shown: percent(one.pair.probability),
        value: Math.round(one.pair.probability * 10_000) / 100,
      },
      one.stake > 0
        ? { shown: numeral(Number(one.stake.toPrecision(2))), value: one.stake }
        : { shown: none, value: null },
      { shown: one.judged?.says ?? one.follows?.says ?? states[one.state] },
    ]),
    notes: [
      text(
        'Wat ervan afhangt: hoeveel kg standaardafwijking een beslissing van de totalen wegneemt.',
        'Enjeu : l’écart type, en kg, qu’une décision retire aux totaux.',
        'Was davon abhängt: wie viel kg Standardabweichung eine Entscheidung den Summen nimmt.',
        'Stake: the standard deviation, in kg, that a decision takes off the totals.',
      ),
    ],
  };
}
