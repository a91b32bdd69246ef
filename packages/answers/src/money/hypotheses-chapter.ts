import {
  hypothesisMatrixChart,
  type MatrixEvidence,
  type MatrixHypothesis,
} from '@samenbeeld/charts';
import type { Hypothesis, PosteriorOdds } from '@samenbeeld/money';
import type { Block, Figure, TableBlock } from '@samenbeeld/page';
import { figure, fromTo, inEach, type Text } from '@samenbeeld/schema';
import { coloned, column, dated, joined, plain, text } from '../text.ts';
import { headingBlock, paragraphBlock } from './blocks.ts';
import { evidenceTable } from './evidence-table.ts';
import type { MoneyAnalysis, WeighedSet } from './money-analysis.ts';
import { changeWords } from './order-change-text.ts';

const untested = text('0, niet getoetst', '0, non testée', '0, ungeprüft', '0, untested');

const untestedNote = text(
  'Een niet getoetste verklaring staat waar ze staat omdat niets haar raakt, niet omdat iets haar steunt.',
  'Une explication non testée tient sa place parce que rien ne la touche, non parce que quelque chose l’appuie.',
  'Eine ungeprüfte Erklärung steht, wo sie steht, weil nichts sie berührt, nicht weil etwas sie stützt.',
  'An untested explanation stands where it does because nothing touches it, not because anything supports it.',
);

/** The explanations in order, each with what would refute it and when that is looked at. */
function hypothesisTable({ set, weighed }: WeighedSet): TableBlock {
  const byId = new Map(set.hypotheses.map((hypothesis) => [hypothesis.id, hypothesis]));
  return {
    kind: 'table',
    caption: coloned(
      plain(set.id),
      text(
        'verklaringen, geordend naar wat er het minst tegen pleit',
        'explications, de la moins contredite à la plus contredite',
        'Erklärungen, geordnet danach, wogegen am wenigsten spricht',
        'explanations, in order of what least speaks against them',
      ),
    ),
    columns: [
      column('number', 'rang', 'rang', 'Rang', 'rank'),
      column('label', 'verklaring', 'explication', 'Erklärung', 'explanation'),
      column('number', 'bewijs dat telt', 'indices utiles', 'Hinweise dazu', 'evidence on it'),
      column('number', 'ertegen', 'contre', 'dagegen', 'against'),
      column(
        'words',
        'wat haar zou weerleggen',
        'ce qui la réfuterait',
        'was sie widerlegen würde',
        'what would refute it',
      ),
      column('words', 'na te gaan', 'vérification', 'Prüfung', 'looked at'),
    ],
    rows: weighed.order.map(({ id, rank, bearing, inconsistency }): readonly Figure[] => {
      const hypothesis = byId.get(id) as Hypothesis;
      return [
        { shown: plain(rank), value: rank },
        { shown: coloned(plain(id), hypothesis.proposition) },
        { shown: bearing === 0 ? untested : plain(bearing), value: bearing },
        {
          shown: inEach((language) => figure(Number(inconsistency.toFixed(2)), language)),
          value: inconsistency,
        },
        { shown: hypothesis.refutedBy },
        { shown: dated(hypothesis.reviewOn) },
      ];
    }),
    notes: weighed.order.some(({ bearing }) => bearing === 0) ? [untestedNote] : [],
  };
}

function oddsText({ ratio }: PosteriorOdds): Text {
  return inEach((language) => {
    const [low, high] = [ratio.low, ratio.high].map((value) =>
      figure(Number(value.toPrecision(2)), language),
    ) as [string, string];
    return low === high ? low : fromTo(low, high, language);
  });
}

/** Likelihood ratios, where chances were stated: always a range. */
function oddsBlocks({ set, weighed }: WeighedSet): readonly Block[] {
  const stated = weighed.odds.filter(({ groups }) => groups > 0);
  if (stated.length === 0) return [];
  const sentences = stated.map((odds) =>
    text(
      '{h} tegenover {n}: waarschijnlijkheidsverhouding {r}',
      '{h} contre {n} : rapport de vraisemblance {r}',
      '{h} gegen {n}: Likelihood-Quotient {r}',
      '{h} against {n}: likelihood ratio {r}',
      { h: odds.hypothesis, n: odds.against, r: oddsText(odds) },
    ),
  );
  return [
    paragraphBlock(
      text(
        'Waar iemand kansen opgaf ({id}), staan ze ernaast, getemperd naar de graad van de bron: {r}. Zonder voorkeur vooraf is dat ook de kansverhouding.',
        'Là où des chances ont été indiquées ({id}), les voici, tempérées selon la fiabilité de la source : {r}. Sans préférence préalable, c’est aussi la cote.',
        'Wo jemand Chancen angab ({id}), stehen sie daneben, gedämpft nach dem Grad der Quelle: {r}. Ohne Vorliebe im Voraus ist das auch das Chancenverhältnis.',
        'Where chances were stated ({id}) they stand beside it, tempered by the grade of the source: {r}. Without a preference beforehand these are also the odds.',
        { id: set.id, r: joined(sentences, '; ') },
      ),
    ),
  ];
}

/** A weighed set as the matrix chart takes it, the least contradicted explanation first. */
function matrixOf({ set, weighed }: WeighedSet): {
  readonly hypotheses: readonly MatrixHypothesis[];
  readonly evidence: readonly MatrixEvidence[];
} {
  return {
    hypotheses: weighed.order.map(({ id, rank, inconsistency }) => {
      const found = set.hypotheses.find((hypothesis) => hypothesis.id === id) as Hypothesis;
      return {
        id,
        label: found.proposition,
        rank,
        inconsistency: Number(inconsistency.toFixed(2)),
      };
    }),
    evidence: set.evidence.map(({ id, says, ratings, source, information }) => ({
      id,
      label: says,
      ratings,
      grade: `${source}${information}`,
      diagnosticity: weighed.evidence.find((piece) => piece.id === id)?.diagnosticity ?? 0,
    })),
  };
}

/** 6. Rival explanations, each with what would refute it, ordered by what speaks against them. */
export function hypothesesBlocks({ sets }: MoneyAnalysis): readonly Block[] {
  return [
    paragraphBlock(
      text(
        'Voor elk kanaal staan drie verklaringen tegenover elkaar: de stelling, haar ontkenning, en dat het signaal uit de registratie komt. Geordend wordt naar wat er het minst tegen pleit; dat is geen oordeel. Proeven tonen niet dat deze methode het oordeel verbetert (Karvetski en Mandel 2020), daarom staat erbij wat de volgorde zou veranderen. De scores zijn oordelen van mensen, in bestanden die iedereen kan wijzigen.',
        'Pour chaque canal, trois explications s’opposent : la proposition, sa négation, et un signal dû à l’enregistrement. L’ordre va de celle que les indices contredisent le moins ; ce n’est pas un verdict. Des expériences ne montrent pas que cette méthode améliore le jugement (Karvetski et Mandel 2020) : ce qui changerait l’ordre est donc indiqué. Les cotes sont des jugements humains, dans des fichiers que chacun peut modifier.',
        'Für jeden Kanal stehen drei Erklärungen einander gegenüber: die Behauptung, ihre Verneinung, und dass das Signal aus der Erfassung stammt. Geordnet wird danach, wogegen am wenigsten spricht; das ist kein Urteil. Versuche zeigen nicht, dass die Methode das Urteil verbessert (Karvetski und Mandel 2020), darum steht dabei, was die Reihenfolge ändern würde. Die Wertungen sind Urteile von Menschen, in Dateien, die jeder ändern kann.',
        'For each channel three explanations stand against each other: the proposition, its denial, and that the signal comes from how it is recorded. They are ordered by what least speaks against them; that is no verdict. Experiments do not show that the method improves judgement (Karvetski and Mandel 2020), so what would change the order stands beside it. The ratings are judgements of people, in files that anyone can change.',
      ),
    ),
    ...sets.flatMap(setBlocks),
  ];
}

function setBlocks(one: WeighedSet): readonly Block[] {
  const { set, weighed } = one;
  return [
    headingBlock(joined([plain(set.id), set.question], '. ')),
    paragraphBlock(weighed.says),
    hypothesisTable(one),
    {
      kind: 'chart',
      draw: (options) => {
        const { hypotheses, evidence } = matrixOf(one);
        return hypothesisMatrixChart(hypotheses, evidence, {
          ...options,
          title: coloned(
            plain(set.id),
            text(
              'hoe goed elk bewijs bij elke verklaring past',
              'concordance de chaque indice avec chaque explication',
              'wie gut jeder Hinweis zu jeder Erklärung passt',
              'how well each piece of evidence agrees with each explanation',
            ),
          ),
        });
      },
    },
    evidenceTable(one),
    ...changeWords(weighed, set).map(paragraphBlock),
    ...oddsBlocks(one),
  ];
}
