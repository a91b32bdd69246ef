import { rateChart } from '@samenbeeld/charts';
import { type PublishedAssets, publishedAssets, reportingShares } from '@samenbeeld/money';
import type { Block, FindingBlock, TableBlock } from '@samenbeeld/page';
import {
  type AssetKind,
  assetKind,
  assetKinds,
  joinWith,
  listedTexts,
  type Observation,
  semicolon,
  type Text,
  units,
} from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { rowsAsked } from '../asked-rows.ts';
import type { QuestionWords } from '../questions.ts';
import {
  amountText,
  figureTable,
  partText,
  periodText,
  whatText,
} from '../sources/figure-table.ts';
import { capitalised, dated, joined, patterned, placeText, plain, text } from '../text.ts';
import { headingBlock, paragraphBlock } from './blocks.ts';
import { millions, sampleBlocks } from './sample-blocks.ts';
import { shareTable } from './share-table.ts';

const order: readonly AssetKind[] = assetKinds.map(({ code }) => code);
const kindOf = ({ metric }: Observation): AssetKind => assetKind(metric) as AssetKind;

/** What a kind of figure does not say. */
const limits: Readonly<Record<AssetKind, Text>> = {
  flow: text(
    'In beslag genomen is niet verbeurdverklaard.',
    'Saisi ne veut pas dire confisqué.',
    'Sichergestellt heißt nicht eingezogen.',
    'Seized is not confiscated.',
  ),
  stock: text(
    'Een stand geldt op één dag: hij groeit met wat erbij komt en krimpt met wat eruit gaat. Hij is geen bedrag van een jaar, en twee standen worden niet opgeteld.',
    'Un stock vaut à une date : il croît avec ce qui entre et décroît avec ce qui sort. Ce n’est pas le montant d’une année, et deux stocks ne s’additionnent pas.',
    'Ein Bestand gilt an einem Tag: Er wächst mit dem, was hinzukommt, und schrumpft mit dem, was abgeht. Er ist kein Betrag eines Jahres, und zwei Bestände werden nicht addiert.',
    'A stock holds on one day: it grows by what comes in and shrinks by what leaves. It is no amount of a year, and two stocks are not added.',
  ),
  order: text(
    'Een bevel is nog geen betaling, en kan hoger zijn dan wat in beslag is genomen.',
    'Une décision n’est pas encore un paiement, et peut dépasser ce qui a été saisi.',
    'Eine Anordnung ist noch keine Zahlung und kann höher sein als das Sichergestellte.',
    'An order is no payment yet, and can exceed what was seized.',
  ),
  sale: text(
    'Verkocht is niet verbeurdverklaard: goederen kunnen vóór een vonnis worden verkocht, en de opbrengst blijft dan onder beslag.',
    'Vendu ne veut pas dire confisqué : des biens peuvent être vendus avant un jugement, et le produit reste alors saisi.',
    'Verkauft heißt nicht eingezogen: Güter können vor einem Urteil verkauft werden, und der Erlös bleibt dann beschlagnahmt.',
    'Sold is not confiscated: goods may be sold before a judgment, and the proceeds then stay under seizure.',
  ),
  collection: text(
    'Wat in een jaar wordt geïnd, komt uit zaken van eerdere jaren.',
    'Ce qui est recouvré en un an provient d’affaires d’années antérieures.',
    'Was in einem Jahr vereinnahmt wird, stammt aus Fällen früherer Jahre.',
    'What is collected in a year comes from cases of earlier years.',
  ),
};

const apart: Text = text(
  'Stroom, stand, bevel, verkoop en inning zijn vijf soorten cijfers, van andere zaken en andere jaren. Ze worden nooit opgeteld, nooit op één as gezet en nooit op elkaar gedeeld. Wat van dezelfde zaken wordt, is pas te volgen met gegevens per zaak, op cohort en rechtsgrond; die zijn niet gepubliceerd.',
  'Flux, stock, décision, vente et recouvrement sont cinq types de chiffres, d’affaires et d’années différentes. Ils ne s’additionnent jamais, ne partagent jamais un axe et ne se divisent jamais l’un par l’autre. Ce que deviennent les mêmes affaires ne peut être suivi qu’avec des données par affaire, par cohorte et par voie de droit ; elles ne sont pas publiées.',
  'Strom, Bestand, Anordnung, Verkauf und Einnahme sind fünf Arten von Zahlen, aus anderen Fällen und anderen Jahren. Sie werden nie addiert, nie auf eine Achse gesetzt und nie durcheinander geteilt. Was aus denselben Fällen wird, lässt sich erst mit Angaben je Fall verfolgen, nach Kohorte und Rechtsgrund; sie sind nicht veröffentlicht.',
  'Flow, stock, order, sale and collection are five kinds of figures, of other cases and other years. They are never added, never set on one axis and never divided by each other. What becomes of the same cases can be followed only with data by case, by cohort and legal route; none are published.',
);

/** Figures of assets, of some places or of all. */
const assetRows = (analysis: Analysis, words: QuestionWords): readonly Observation[] =>
  rowsAsked(analysis, words).filter(({ metric }) => assetKind(metric) !== null);

const isEuro = ({ unit }: Observation): boolean => unit === 'EUR';

/** Whole totals before parts, money before shares and counts, the newest first. */
function byWeight(a: Observation, b: Observation): number {
  const rank = ({ nationalCode, unit }: Observation): string =>
    `${nationalCode === null ? 0 : 1}${unit === 'EUR' ? 0 : units.get(unit).dimension === 'share' ? 1 : 2}${nationalCode ?? ''} ${unit}`;
  if (rank(a) !== rank(b)) return rank(a) < rank(b) ? -1 : 1;
  return a.periodEnd > b.periodEnd ? -1 : a.periodEnd < b.periodEnd ? 1 : a.id < b.id ? -1 : 1;
}

/** Every figure of one kind of one country, each in its own words. */
function kindTable(analysis: Analysis, rows: readonly Observation[]): TableBlock {
  const [first] = rows as [Observation];
  const kind = kindOf(first);
  const breaks = analysis.breaks.filter(
    ({ series, source }) =>
      series.metric === first.metric &&
      series.place === first.place &&
      rows.some((row) => row.source === source),
  );
  return figureTable(rows.toSorted(byWeight), {
    analysis,
    caption: joined([placeText(first.place), assetKinds.get(kind).label], ', '),
    notes: [
      limits[kind],
      ...breaks.map(({ on, note }) =>
        text(
          'Breuk op {on}: {note}.',
          'Rupture le {on} : {note}.',
          'Bruch am {on}: {note}.',
          'Break on {on}: {note}.',
          { on: dated(on), note },
        ),
      ),
    ],
  });
}

/** What is published of assets: each country by itself, and in it each kind of figure in a table of its own. */
export function recoveryBlocks(analysis: Analysis, words: QuestionWords = {}): readonly Block[] {
  const asked = assetRows(analysis, words);
  const whole = asked.filter(({ extent }) => extent === 'whole');
  const countries = [...new Set(whole.map(({ place }) => place))].sort();
  const seized = whole.filter((row) => row.metric === 'assets_seized' && isEuro(row));
  const shares = ['CASH', 'CRYPTO'].flatMap((part) => reportingShares(seized, { parts: [part] }));
  return [
    // Of one country the notes under each table say it.
    ...(countries.length > 1 ? [paragraphBlock(apart)] : []),
    ...countries.flatMap((country): readonly Block[] => [
      ...(countries.length > 1 ? [headingBlock(placeText(country))] : []),
      ...order.flatMap((kind) => {
        const rows = whole.filter((row) => row.place === country && kindOf(row) === kind);
        return rows.length > 0 ? [kindTable(analysis, rows)] : [];
      }),
    ]),
    ...(shares.length === 0
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
        ]),
    ...sampleBlocks(
      asked
        .filter(({ extent }) => extent === 'some_finds')
        .toSorted((a, b) => (a.metric < b.metric ? -1 : 1)),
      analysis,
    ),
  ];
}

/** The newest amount of a kind; the whole before its parts, and of several parts the largest. */
function newestOf(rows: readonly Observation[]): Observation | null {
  const total = rows.filter(({ nationalCode }) => nationalCode === null);
  const [newest] = (total.length > 0 ? total : rows).toSorted((a, b) =>
    a.periodEnd === b.periodEnd
      ? (b.value ?? 0) - (a.value ?? 0)
      : a.periodEnd > b.periodEnd
        ? -1
        : 1,
  );
  return newest ?? null;
}

/** The series that a figure belongs to, in stretches that no break divides: what may share one axis. A stock is of a day: none. */
function seriesOf(
  { breaks }: Analysis,
  rows: readonly Observation[],
  { metric, unit, nationalCode }: Observation,
): readonly PublishedAssets[] {
  if (assetKind(metric) === 'stock') return [];
  const same = rows.filter(
    (row) => row.metric === metric && row.unit === unit && row.nationalCode === nationalCode,
  );
  const start = ({ figures }: PublishedAssets): string => figures[0]?.period ?? '';
  return [...publishedAssets(same, { breaks })].sort((a, b) => (start(a) < start(b) ? -1 : 1));
}

/** A chart of one series: a range only where words or two sources leave one. */
function seriesChart(series: readonly PublishedAssets[], caption: Text): FindingBlock['draw'] {
  const rows = series.toReversed().flatMap(({ figures }) =>
    figures.toReversed().map(({ period, interval, claims, contested, provisional }) => {
      const [claim] = claims as [Observation];
      const isOpen = contested || ['floor', 'just_under'].includes(claim.wording ?? '');
      return {
        label: dated(period),
        estimate: (claim.value ?? 0) / 1e6,
        low: isOpen ? interval.low / 1e6 : null,
        high: isOpen && interval.high !== null ? interval.high / 1e6 : null,
        provisional,
        ...(series.length > 1 && {
          group: text(
            '{years}, één telregel',
            '{years}, une seule règle de comptage',
            '{years}, eine Zählregel',
            '{years}, one counting rule',
            { years: dated(`${figures[0]?.period}/${figures.at(-1)?.period}`) },
          ),
        }),
      };
    }),
  );
  if (rows.length < 2) return undefined;
  return (options) =>
    rateChart(rows, {
      ...options,
      ...{ reference: null, log: false, title: caption, unit: millions[options.language] },
    });
}

/** What is newest of each country, kind by kind, and which kinds nobody published. */
export function recoveryFindings(
  analysis: Analysis,
  words: QuestionWords = {},
): readonly FindingBlock[] {
  const euros = assetRows(analysis, words).filter(
    (row) => row.extent === 'whole' && isEuro(row) && row.stat === 'sum',
  );
  const countries = [...new Set(euros.map(({ place }) => place))].sort();
  return countries.flatMap((country): readonly FindingBlock[] => {
    const own = euros.filter(({ place }) => place === country);
    const newest = order.flatMap((kind) => {
      const row = newestOf(own.filter((one) => kindOf(one) === kind));
      return row ? [row] : [];
    });
    const totals = newest.filter(({ nationalCode }) => nationalCode === null);
    const [first] = (totals.length > 0 ? totals : newest).toSorted((a, b) =>
      a.periodEnd === b.periodEnd ? 0 : a.periodEnd > b.periodEnd ? -1 : 1,
    );
    if (!first) return [];
    const said = [first, ...newest.filter((row) => row !== first)];
    const absent = order.filter((kind) => !said.some((row) => kindOf(row) === kind));
    const isUnsure = said.some(({ confidence }) => confidence !== null && confidence !== 'high');
    const about = joined([placeText(country), whatText(first)], ', ');
    const draw = seriesChart(seriesOf(analysis, own, first), about);
    return [
      {
        kind: 'finding',
        title: patterned('{place}: {amount} {done} ({when})', {
          place: placeText(country),
          amount: amountText(first),
          done: done[kindOf(first)],
          when: periodText(first),
        }),
        text: joined(
          [
            patterned('{list}.', {
              list: capitalised(joinWith(said.map(saidOf), semicolon)),
            }),
            ...(absent.length > 0
              ? [
                  text(
                    'Niet gevonden in wat is gepubliceerd: {list}.',
                    'Non trouvé dans ce qui est publié : {list}.',
                    'In Veröffentlichtem nicht gefunden: {list}.',
                    'Not found in what is published: {list}.',
                    { list: listedTexts(absent.map((kind) => shortKinds[kind])) },
                  ),
                ]
              : []),
            limits[kindOf(first)],
          ],
          ' ',
        ),
        confidence: isUnsure ? 'low' : 'medium',
        ...(said.length > 1 && {
          basis: text(
            'Elke soort cijfer is van andere zaken en jaren: nooit opgeteld, nooit op elkaar gedeeld.',
            'Chaque type de chiffre vient d’affaires et d’années différentes : jamais additionnés, jamais divisés l’un par l’autre.',
            'Jede Art von Zahl stammt aus anderen Fällen und Jahren: nie addiert, nie durcheinander geteilt.',
            'Each kind of figure is of other cases and years: never added, never divided by each other.',
          ),
        }),
        ...(draw && { draw }),
      },
    ];
  });
}

/** What was done with an amount. */
const done: Readonly<Record<AssetKind, Text>> = {
  flow: text('in beslag genomen', 'saisis', 'sichergestellt', 'seized'),
  stock: text(
    'onder beslag of beheer',
    'sous saisie ou gestion',
    'beschlagnahmt oder verwaltet',
    'under seizure or management',
  ),
  order: text(
    'verbeurdverklaard of ontnomen',
    'confisqués',
    'eingezogen',
    'confiscated, or ordered to be,',
  ),
  sale: text('verkocht', 'vendus', 'verkauft', 'sold'),
  collection: text('geïnd', 'recouvrés', 'vereinnahmt', 'collected'),
};

/** "seized in 2023: 363.5 million euro (provisional)". */
function saidOf(row: Observation): Text {
  const { nationalCode, periodStart, periodEnd, status } = row;
  const part = nationalCode === null ? '' : joined([plain(' ('), partText(row), plain(')')], '');
  return patterned('{done}{part} {when}: {amount}{late}', {
    done: done[kindOf(row)],
    part,
    when: { on: periodStart === periodEnd ? periodEnd : `${periodStart}/${periodEnd}` },
    amount: amountText(row),
    late: status.includes('P')
      ? text(' (voorlopig)', ' (provisoire)', ' (vorläufig)', ' (provisional)')
      : '',
  });
}

/** A kind of figure in a word or two. */
const shortKinds: Readonly<Record<AssetKind, Text>> = {
  flow: text(
    'wat in een jaar in beslag is genomen',
    'ce qui a été saisi en un an',
    'was in einem Jahr sichergestellt wurde',
    'what was seized in a year',
  ),
  stock: text(
    'wat op een dag onder beslag was',
    'ce qui était saisi à une date',
    'was an einem Tag beschlagnahmt war',
    'what was held on a day',
  ),
  order: text(
    'wat is ontnomen of verbeurdverklaard',
    'ce qui a été confisqué',
    'was eingezogen wurde',
    'what was confiscated, or ordered to be',
  ),
  sale: text('wat is verkocht', 'ce qui a été vendu', 'was verkauft wurde', 'what was sold'),
  collection: text(
    'wat is geïnd',
    'ce qui a été recouvré',
    'was vereinnahmt wurde',
    'what was collected',
  ),
};
