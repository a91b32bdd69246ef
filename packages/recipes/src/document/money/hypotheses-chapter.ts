import { hypothesisMatrixChart } from '@samenbeeld/charts';
import type { Block, Section } from '@samenbeeld/report';
import type { MoneyAnalysis, WeighedSet } from '../../money/money-analysis.ts';
import { coloned, joined, plain, text } from '../text.ts';
import { headingBlock, paragraphBlock } from './blocks.ts';
import { evidenceTable } from './evidence-table.ts';
import { matrixOf } from './hypothesis-matrix.ts';
import { hypothesisTable } from './hypothesis-table.ts';
import { oddsBlocks } from './odds-blocks.ts';
import { changeWords } from './order-change-text.ts';

/** 6. Rival explanations, each with what would refute it, ordered by what speaks against them. */
export function hypothesesChapter({ sets }: MoneyAnalysis): Section {
  return {
    id: 'hypotheses',
    title: text('Hypothesen', 'Hypothèses', 'Hypothesen', 'Hypotheses'),
    blocks: [
      paragraphBlock(
        text(
          'Voor elk kanaal staan drie verklaringen tegenover elkaar: de stelling, haar ontkenning, en dat het signaal uit de registratie komt. Geordend wordt naar wat er het minst tegen pleit; dat is geen oordeel. Proeven tonen niet dat deze methode het oordeel verbetert (Karvetski en Mandel 2020), daarom staat erbij wat de volgorde zou veranderen. De scores zijn oordelen van mensen, in bestanden die iedereen kan wijzigen.',
          'Pour chaque canal, trois explications s’opposent : la proposition, sa négation, et un signal dû à l’enregistrement. L’ordre va de celle que les indices contredisent le moins ; ce n’est pas un verdict. Des expériences ne montrent pas que cette méthode améliore le jugement (Karvetski et Mandel 2020) : ce qui changerait l’ordre est donc indiqué. Les cotes sont des jugements humains, dans des fichiers que chacun peut modifier.',
          'Für jeden Kanal stehen drei Erklärungen einander gegenüber: die Behauptung, ihre Verneinung, und dass das Signal aus der Erfassung stammt. Geordnet wird danach, wogegen am wenigsten spricht; das ist kein Urteil. Versuche zeigen nicht, dass die Methode das Urteil verbessert (Karvetski und Mandel 2020), darum steht dabei, was die Reihenfolge ändern würde. Die Wertungen sind Urteile von Menschen, in Dateien, die jeder ändern kann.',
          'For each channel three explanations stand against each other: the proposition, its denial, and that the signal comes from how it is recorded. They are ordered by what least speaks against them; that is no verdict. Experiments do not show that the method improves judgement (Karvetski and Mandel 2020), so what would change the order stands beside it. The ratings are judgements of people, in files that anyone can change.',
        ),
      ),
      ...sets.flatMap(setBlocks),
    ],
  };
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
