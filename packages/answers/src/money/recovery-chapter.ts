import type { PublishedAssets, ReportingShare, SeriesFigure } from '@samenbeeld/money';
import type { Block, Figure, TableBlock, Why } from '@samenbeeld/page';
import { type Observation, terms } from '@samenbeeld/schema';
import { remarkFigure } from '../sources/remark-text.ts';
import { joined, plain, text } from '../text.ts';
import { paragraphBlock } from './blocks.ts';
import type { MoneyAnalysis } from './money-analysis.ts';
import { rowEvidence } from './money-evidence.ts';
import { millions, remark, sampleBlocks } from './sample-blocks.ts';
import { shareTable } from './share-table.ts';
import { wordedMillions } from './worded-millions.ts';

/** 5. What became of assets: published totals, each series by itself, and one set of cases that was followed. */
export function recoveryBlocks({ assets, shares, sample }: MoneyAnalysis): readonly Block[] {
  return [
    paragraphBlock(
      text(
        'Stadia worden nooit opgeteld en nooit op één as gezet: wat in een jaar wordt geïnd, komt uit zaken van eerdere jaren. Een stroom is pas te volgen met gegevens per zaak, op cohort en rechtsgrond; die zijn niet gepubliceerd. Hieronder staan jaartotalen, elke reeks apart.',
        'Les stades ne s’additionnent jamais et ne partagent jamais un axe : ce qui est recouvré en un an provient d’affaires antérieures. Un flux ne peut être suivi qu’avec des données par affaire, par cohorte et par voie de droit ; elles ne sont pas publiées. Voici des totaux annuels, chaque série à part.',
        'Stufen werden nie addiert und nie auf eine Achse gesetzt: Was in einem Jahr vereinnahmt wird, stammt aus früheren Fällen. Ein Strom lässt sich erst mit Angaben je Fall verfolgen, nach Kohorte und Rechtsgrund; sie sind nicht veröffentlicht. Unten stehen Jahressummen, jede Reihe für sich.',
        'Stages are never added and never share an axis: what is collected in a year comes from earlier cases. A flow can be followed only with data by case, by cohort and legal route; none are published. Below are yearly totals, each series by itself.',
      ),
    ),
    ...assets.toSorted(bySeizure).map(seriesTable),
    ...consistedOf([...shares.cash, ...shares.crypto]),
    ...sampleBlocks(sample.toSorted((a, b) => (a.metric < b.metric ? -1 : 1))),
  ];
}

/** What was seized before what was collected, each in order of time. */
function bySeizure(a: PublishedAssets, b: PublishedAssets): number {
  const order = ({ metric, figures }: PublishedAssets): string =>
    `${metric === 'assets_seized' ? 0 : 1} ${metric} ${figures[0]?.period}`;
  return order(a) < order(b) ? -1 : 1;
}

function whyFigure({ period, claims }: SeriesFigure, series: PublishedAssets): Why {
  return {
    key: `assets ${series.subject} ${period}`,
    title: joined([series.label, plain(period)], ', '),
    says: [series.says],
    evidence: claims.map((row) => rowEvidence(row, 'governing')),
  };
}

function seriesTable(series: PublishedAssets): TableBlock {
  const { label, figures } = series;
  const [first, last] = [figures[0]?.period ?? '', figures.at(-1)?.period ?? ''];
  const years = first === last ? first : `${first}–${last}`;
  return {
    kind: 'table',
    caption: joined([label, plain(years), millions], ', '),
    columns: [
      { label: terms.year, kind: 'label' },
      { label: millions, kind: 'number' },
      { label: remark, kind: 'words' },
    ],
    rows: figures.map((figure): readonly Figure[] => {
      const [claim] = figure.claims as [Observation];
      return [
        { shown: plain(figure.period) },
        {
          shown: wordedMillions(claim.value ?? 0, claim.wording),
          value: (claim.value ?? 0) / 1e6,
          why: whyFigure(figure, series),
          ...(figure.provisional && { mark: 'provisional' as const }),
        },
        remarkFigure(claim.note),
      ];
    }),
    notes: [series.says],
  };
}

function consistedOf(shares: readonly ReportingShare[]): readonly Block[] {
  return shares.length === 0
    ? []
    : [
        shareTable(
          shares,
          text(
            'Waaruit het beslag bestond',
            'De quoi se composaient les saisies',
            'Woraus die Sicherstellungen bestanden',
            'What the seizures consisted of',
          ),
        ),
      ];
}
