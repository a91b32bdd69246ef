import { decideFirst } from '@samenbeeld/merge';
import type { Block, FindingBlock, ListItem, TableBlock } from '@samenbeeld/page';
import { type JointTotal, listedTexts, type Text, terms, toldReported } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { sideText } from '../finds/double-reports.ts';
import {
  asSaid,
  coloned,
  column,
  dated,
  joined,
  likelyShown,
  none,
  numeral,
  plain,
  text,
} from '../text.ts';
import { middleHeading, middleText, modelledNote } from './yearly-table.ts';

const percent = (share: number): number => Math.floor(share * 100);

/** How many pairs of records to decide first, and what that takes off the uncertainty of a period. */
export function worthOfDeciding(total: JointTotal): Text {
  const first = decideFirst(total);
  const share = first.at(-1)?.together;
  if (share === undefined) return none;
  if (percent(share) === 0)
    return text(
      '{n} {n:paar|paren} te beslissen: {n:dat zegt|zij zeggen} of er een bovengrens is',
      '{n} {n:paire|paires} à trancher : {n:elle dit|elles disent} s’il y a un plafond',
      '{n} {n:Paar|Paare} zu entscheiden: {n:es sagt|sie sagen}, ob es eine Obergrenze gibt',
      '{n} {n:pair|pairs} to decide: {n:it tells|they tell} whether there is an upper end',
      { n: first.length },
    );
  const alsoEnds = first.some(({ closes }) => closes);
  return text(
    alsoEnds
      ? '{n} {n:paar|paren} te beslissen; dat neemt {share} % van de onzekerheid weg en zegt of er een bovengrens is'
      : '{n} {n:paar|paren} te beslissen; dat neemt {share} % van de onzekerheid weg',
    alsoEnds
      ? '{n} {n:paire|paires} à trancher, ce qui lève {share} % de l’incertitude et dit s’il y a un plafond'
      : '{n} {n:paire|paires} à trancher, ce qui lève {share} % de l’incertitude',
    alsoEnds
      ? '{n} {n:Paar|Paare} zu entscheiden, was {share} % der Ungewissheit beseitigt und sagt, ob es eine Obergrenze gibt'
      : '{n} {n:Paar|Paare} zu entscheiden, was {share} % der Ungewissheit beseitigt',
    alsoEnds
      ? '{n} {n:pair|pairs} to decide, which removes {share} % of the uncertainty and tells whether there is an upper end'
      : '{n} {n:pair|pairs} to decide, which removes {share} % of the uncertainty',
    { n: first.length, share: percent(share) },
  );
}

function row(total: JointTotal): TableBlock['rows'][number] {
  const { lowest, likely, highest } = toldReported(total);
  return [
    { shown: dated(total.period) },
    { shown: lowest === null ? none : numeral(lowest), value: lowest },
    { shown: middleText(total) },
    { shown: likelyShown(total), value: typeof likely === 'number' ? likely : null },
    { shown: highest === null ? terms.open : numeral(highest), value: highest },
    { shown: worthOfDeciding(total) },
  ];
}

/** What double reports and weights in conflict do to each year: extremes, middle 90 %, and which pairs to decide. */
export function rangeTable({ totals }: Analysis): TableBlock {
  const [method] = totals.flatMap((total) => total.method ?? []);
  return {
    kind: 'table',
    caption: text(
      'Hoe zeker is elk jaar, en wat maakt het zekerder? (kg)',
      'Quelle est la certitude de chaque année, et qu’est-ce qui l’augmente ? (kg)',
      'Wie sicher ist jedes Jahr, und was macht es sicherer? (kg)',
      'How sure is each year, and what makes it surer? (kg)',
    ),
    columns: [
      { label: terms.year, kind: 'label' },
      { label: terms.lowest, kind: 'number' },
      { label: middleHeading, kind: 'words' },
      { label: terms.likely, kind: 'number' },
      { label: terms.highest, kind: 'number' },
      column('words', 'paren', 'paires', 'Paare', 'pairs'),
    ],
    rows: totals.map(row),
    notes: method
      ? [
          text(
            'Elke toelaatbare verdeling van {records} meldingen over vangsten is gewogen met het product van de kansverhoudingen van de paren die zij verenigt. Waarschijnlijk is het gemiddelde; laagste en hoogste zijn uitersten over paren vanaf {from} % kans. Vanaf {same} % telt een paar als één.',
            'Chaque répartition admissible de {records} mentions en saisies est pondérée par le produit des cotes des paires qu’elle réunit. Probable est la moyenne ; minimum et maximum sont les extrêmes sur les paires à partir de {from} % de probabilité. À partir de {same} %, une paire compte pour une.',
            'Jede zulässige Aufteilung von {records} Meldungen auf Funde ist mit dem Produkt der Chancen der Paare gewichtet, die sie vereint. Wahrscheinlich ist der Mittelwert; niedrigste und höchste sind Extreme über Paare ab {from} % Wahrscheinlichkeit. Ab {same} % zählt ein Paar als eines.',
            'Every admissible partition of {records} reports into finds is weighted by the product of the odds of the pairs it joins. Likely is the mean; lowest and highest are extremes over pairs of at least {from} % probability. From {same} % a pair counts as one.',
            {
              records: method.records,
              from: method.candidateFrom * 100,
              same: method.sameFrom * 100,
            },
          ),
          modelledNote,
        ]
      : [],
  };
}

/** The command that asks for a verdict on each pair; where the file of the picture lies is for the reader to say. */
export function decidingPairs({ picture }: Analysis['picture']): Text {
  const file = `${picture}.picture.yaml`;
  return text(
    'samenbeeld link {file} --review --role "…", met de map van {file} ervoor als u elders staat',
    'samenbeeld link {file} --review --role "…", précédé du dossier de {file} si vous êtes ailleurs',
    'samenbeeld link {file} --review --role "…", mit dem Ordner von {file} davor, wenn Sie woanders stehen',
    'samenbeeld link {file} --review --role "…", with the folder of {file} before it if you are elsewhere',
    { file },
  );
}

/** The pairs whose decision would narrow some year's total most, each by its records, and how to decide them; none where there are none. */
export function stakeBlocks({
  picture,
  totals,
  doubleReports,
  gathered,
}: Analysis): readonly Block[] {
  const first = totals.flatMap((total) =>
    decideFirst(total).map((stake) => ({ period: total.period, stake })),
  );
  const pairs = new Set(first.map(({ stake }) => stake.pair));
  if (pairs.size === 0) return [];
  const byId = new Map(gathered.seizures.map((seizure) => [seizure.id, seizure]));
  const items = [...pairs].flatMap((key): readonly ListItem[] => {
    const pair = doubleReports.find((one) => one.key === key);
    if (!pair) return [];
    const periods = first.filter(({ stake }) => stake.pair === key).map(({ period }) => period);
    const sides = joined([sideText(pair.a, byId), sideText(pair.b, byId)], ' · ');
    const when = listedTexts([...new Set(periods)].map((period) => dated(period)));
    return [{ ...asSaid(coloned(when, sides)), under: [{ text: plain(key) }] }];
  });
  const finding: FindingBlock = {
    kind: 'finding',
    title: text(
      '{n:# paar|# paren} om eerst te beslissen',
      '{n:Aucune paire|Une paire|# paires} à trancher d’abord',
      '{n:# Paar, das zuerst zu entscheiden ist|# Paare, die zuerst zu entscheiden sind}',
      '{n:# pair|# pairs} to decide first',
      { n: pairs.size },
    ),
    text: text(
      'Van alle mogelijke dubbele meldingen {n:verkleint deze|verkleinen deze #} de onzekerheid van een jaartotaal het meest.',
      'De tous les doublons possibles, {n:celui-ci réduit|ces # réduisent} le plus l’incertitude d’un total annuel.',
      'Von allen möglichen Doppelmeldungen {n:verringert diese|verringern diese #} die Ungewissheit einer Jahressumme am meisten.',
      'Of all possible double reports {n:this one reduces|these # reduce} the uncertainty of a yearly total most.',
      { n: pairs.size },
    ),
    confidence: 'medium',
  };
  const deciding = text(
    'Beslissen: {how}',
    'Pour trancher : {how}',
    'Entscheiden: {how}',
    'To decide: {how}',
    {
      how: decidingPairs(picture),
    },
  );
  return items.length === 0
    ? [finding]
    : [finding, { kind: 'list', items: [...items, { text: deciding }] }];
}
