import { type Interval, type Text, unitName } from '@samenbeeld/schema';
import { type Chart, type ChartOptions, tableOf } from './chart.ts';
import { chart, isNarrow, widthFor } from './frame.ts';
import { breakLines, widthOf } from './lines.ts';
import { printLow, printRange } from './numbers.ts';
import { type Row, roomBelow, rowAxis, rowLayers } from './rows.ts';
import { words } from './words.ts';

/** One claim of a conflict: who said it, the interval its wording allows, and its part in the figure. */
export interface ConflictClaim {
  /** Who said it and when ("OM, Jan 2023"). */
  readonly label: Text;
  readonly interval: Interval;
  readonly value: number;
  readonly role: 'governing' | 'rival' | 'apart' | 'absorbed' | 'floor';
  /** Shown instead of the value ("ruim 3.900"). */
  readonly printed?: string | undefined;
}

export interface ConflictChartOptions extends ChartOptions {
  readonly unit?: string | undefined;
}

const title: Text = {
  nl: 'Wat de bronnen zeggen',
  fr: 'Ce que disent les sources',
  de: 'Was die Quellen sagen',
  en: 'What the sources say',
};

const caption: Text = {
  nl: 'Elke balk is wat de formulering toelaat. Blauw: bepalend. Oranje, gestreept: spreekt tegen. Grijs: gedekt door het geldende cijfer. Pijl: "meer dan".',
  fr: 'Chaque barre montre ce que la formulation permet. Bleu : chiffre retenu. Orange tireté : contradictoire. Gris : couvert par le chiffre retenu. Flèche : « plus de ».',
  de: 'Jeder Balken zeigt, was der Wortlaut zulässt. Blau: maßgeblich. Orange gestrichelt: widerspricht. Grau: von der maßgeblichen Zahl abgedeckt. Pfeil: „mehr als“.',
  en: 'Each bar is what the wording allows. Blue: governing. Dashed orange: disagrees. Grey: covered by the governing figure. Arrow: “more than”.',
};

const apartCaption: Text = {
  nl: 'Elke balk is wat de formulering toelaat. Elke dienst telde apart; de cijfers spreken elkaar niet tegen.',
  fr: 'Chaque barre montre ce que la formulation permet. Chaque service a compté de son côté ; les chiffres ne se contredisent pas.',
  de: 'Jeder Balken zeigt, was der Wortlaut zulässt. Jede Behörde zählte für sich; die Zahlen widersprechen sich nicht.',
  en: 'Each bar is what the wording allows. Each service counted for itself; the figures do not contradict each other.',
};

const states = {
  governing: 'reported',
  rival: 'undecided',
  apart: 'reported',
  absorbed: 'absorbed',
  floor: 'floor',
} as const;

/**
 * The rival claims about one place and period as intervals on one axis: the governing one in blue, those that
 * disagree dashed, those it absorbs in grey.
 *
 * @example
 * ```ts
 * import { conflictChart } from '@samenbeeld/charts';
 * conflictChart([], { language: 'de' }).table.columns // => ['Quelle', 'Wert', 'Niedrigste', 'Höchste', 'Rolle']
 * ```
 */
export function conflictChart(
  claims: readonly ConflictClaim[],
  options: ConflictChartOptions,
): Chart {
  const { language } = options;
  const narrow = isNarrow(options);
  const unit = unitName(options.unit ?? 'kg', language);
  const names = claims.map(({ label }) =>
    breakLines(label[language], narrow ? widthFor(options) - 12 : 226, 12),
  );
  const most = Math.max(1, ...names.map(({ length }) => length));
  const rows = claims.map((claim, index): Row => {
    const { low, high } = claim.interval;
    const range = high === null ? `≥ ${printLow(low, language)}` : printRange(low, high, language);
    return {
      row: String(index),
      name: names[index] ?? [],
      lowest: low,
      likely: claim.value,
      highest: high,
      open: high === null,
      state: states[claim.role],
      words: `${claim.printed ?? range}${claim.role === 'governing' ? ` · ${words.governing[language]}` : ''}`,
    };
  });
  const longest = Math.max(0, ...names.flat().map((name) => widthOf(name, 12)));
  const left = narrow ? 4 : Math.min(Math.max(longest + 16, 80), 250);
  const right = 8;
  const axis = rowAxis(rows, widthFor(options) - left - right, unit, true);
  return chart(options, {
    title,
    says: [claims.some(({ role }) => role === 'apart') ? apartCaption : caption],
    table: tableOf(claims, language, [
      [words.source, ({ label }) => label],
      [words.value, ({ value }) => value],
      [words.lowest, ({ interval }) => interval.low],
      [words.highest, ({ interval }) => interval.high],
      [words.role, ({ role }) => words[role]],
    ]),
    layer: rowLayers(rows, axis, narrow ? 'above' : 'left'),
    height: rows.length * (narrow ? 28 + 14 * most : Math.max(28, 8 + 14 * most)),
    left,
    right,
    bottom: roomBelow(unit),
  });
}
