import { revenueFanChart } from '@samenbeeld/charts';
import type { FindingBlock } from '@samenbeeld/page';
import { joined, text } from '../text.ts';
import { withRanges } from './euro-range.ts';
import { hypothesisFinding } from './hypothesis-finding.ts';
import type { MoneyAnalysis, MoneyAnswer } from './money-analysis.ts';
import { shareText } from './share-table.ts';
import { whyAnswer } from './why-money.ts';

const present = <T>(value: T | null | undefined): value is T =>
  value !== null && value !== undefined;

/** The front page: revenue with its fan, value, what shows up of it, and what the evidence tells apart. */
export function moneyFindings(money: MoneyAnalysis): readonly FindingBlock[] {
  const [first] = money.answers;
  return [
    first && revenueFinding(first),
    first && valueFinding(first),
    labelFinding(money),
    reportingFinding(money),
    assetFinding(money),
    hypothesisFinding(money.sets),
  ].filter(present);
}

function valueFinding(one: MoneyAnswer): FindingBlock {
  const { answer, question } = one;
  const ends = answer.value.interval ?? { low: 0, high: 0 };
  const words = withRanges(answer.value.says, { range: { ...ends, why: whyAnswer(one, 'value') } });
  return {
    kind: 'finding',
    title:
      ends.low === ends.high
        ? text(
            'De waarde bij één prijs',
            'La valeur à un seul prix',
            'Der Wert bei nur einem Preis',
            'The value at a single price',
          )
        : text(
            'De waarde is een bereik',
            'La valeur est une fourchette',
            'Der Wert ist eine Spanne',
            'The value is a range',
          ),
    ...words,
    text: question.floor ? joined([words.text, question.floor], ' ') : words.text,
    confidence: answer.value.confidence,
    basis: text(
      'Hoeveelheid en prijs met hun bronnen: klik op het bedrag.',
      'Quantité et prix avec leurs sources : cliquez sur le montant.',
      'Menge und Preis mit ihren Quellen: auf den Betrag klicken.',
      'Quantity and price with their sources: click the amount.',
    ),
  };
}

function revenueFinding(one: MoneyAnswer): FindingBlock {
  const { answer } = one;
  const shown = answer.retail ?? answer.revenue;
  const kind = answer.retail ? 'retail' : 'revenue';
  const [lowest, highest] = [shown.byRate[0], shown.byRate.at(-1)];
  const ends = (at: typeof lowest) => ({
    low: at?.spread.p5 ?? 0,
    high: at?.spread.p95 ?? 0,
    why: whyAnswer(one, kind),
  });
  return {
    kind: 'finding',
    title: text(
      'Geen omzet zonder aangenomen deel',
      'Pas de chiffre d’affaires sans part supposée',
      'Kein Umsatz ohne angenommenen Anteil',
      'No revenue without an assumed share',
    ),
    ...withRanges(shown.says, { first: ends(lowest), last: ends(highest) }),
    confidence: 'low',
    basis: text(
      'Het onderschepte deel is een aanname; zuiverheid en verlies ook.',
      'La part interceptée est une hypothèse ; la pureté et la perte aussi.',
      'Der abgefangene Anteil ist eine Annahme; Reinheit und Verlust auch.',
      'The share intercepted is an assumption; so are purity and loss.',
    ),
    draw: (options) => revenueFanChart(shown.byRate, { ...options }),
  };
}

function labelFinding({ shares }: MoneyAnalysis): FindingBlock | null {
  const share = shares.drugs.filter(({ subject }) => subject.includes('fiu_value')).at(-1);
  if (!share) return null;
  return {
    kind: 'finding',
    title: text(
      '{share} onder het label drugs',
      '{share} sous l’étiquette drogues',
      '{share} unter der Bezeichnung Drogen',
      '{share} under the label drugs',
      { share: shareText(share) },
    ),
    text: share.says,
    confidence: share.confidence,
  };
}

function reportingFinding({ sets }: MoneyAnalysis): FindingBlock | null {
  const own = sets.find(({ set }) => set.id === 'H0');
  if (!own) return null;
  return {
    kind: 'finding',
    title: text(
      'Meer meldingen is niet meer misdaad',
      'Plus de déclarations, pas plus de crimes',
      'Mehr Meldungen sind nicht mehr Straftaten',
      'More reports are not more crime',
    ),
    text: joined([own.set.question, own.weighed.says], ' '),
    confidence: own.weighed.confidence,
  };
}

function assetFinding({ assets }: MoneyAnalysis): FindingBlock | null {
  if (assets.length === 0) return null;
  const shown = ['assets_seized', 'assets_recovered'].flatMap((metric) =>
    wholeSeries(assets, metric),
  );
  return {
    kind: 'finding',
    title: text(
      'In beslag genomen en geïnd: twee reeksen',
      'Saisies et recouvrements : deux séries',
      'Sichergestellt und vereinnahmt: zwei Reihen',
      'Seized and collected: two series',
    ),
    text: joined(
      // What a stage does not say is said once, behind the last of its stretches.
      shown.flatMap(({ stated, limit }, at) =>
        limit && shown[at + 1]?.limit !== limit ? [stated, limit] : [stated],
      ),
      ' ',
    ),
    confidence: 'medium',
  };
}

/** Every stretch of the longest series of a stage, the newest first: a break must not hide the newest years. */
function wholeSeries(
  assets: MoneyAnalysis['assets'],
  metric: string,
): readonly MoneyAnalysis['assets'][number][] {
  const same = assets.filter((one) => one.metric === metric);
  const longest = same.toSorted((a, b) => b.n - a.n)[0];
  return same
    .filter(({ country, label }) => country === longest?.country && label.en === longest.label.en)
    .toSorted((a, b) => ((a.figures[0]?.period ?? '') < (b.figures[0]?.period ?? '') ? 1 : -1));
}
