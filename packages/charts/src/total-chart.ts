import { type JointTotal, type Text, unitName } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from './chart.ts';
import { chart, isNarrow, widthFor } from './frame.ts';
import { printLow, printRange, rowName } from './numbers.ts';
import { rowLayers } from './row-layers.ts';
import { type Row, rowAxis } from './rows.ts';
import { words } from './words.ts';

/** Options of {@link totalChart}. */
export interface TotalChartOptions extends ChartOptions {
  /** Periods to show in this order, also those without a total; a gap is drawn for them. Without it, every year from the first total to the last. */
  readonly periods?: readonly string[] | undefined;
  /** Periods whose figures are provisional. */
  readonly provisional?: readonly string[] | undefined;
}

const title: Text = {
  nl: 'Wat per jaar is gemeld',
  fr: 'Ce qui a été déclaré par année',
  de: 'Was je Jahr gemeldet wurde',
  en: 'What was reported, by year',
};

const modelledTitle: Text = {
  nl: 'Wat per jaar is geteld, gemodelleerd',
  fr: 'Ce qui est compté par année, modélisé',
  de: 'Was je Jahr gezählt ist, modelliert',
  en: 'What is counted by year, modelled',
};

const caption: Text = {
  nl: 'Stip: gemeld cijfer. Balk: bereik. Gestreepte rand: bronnen spreken elkaar tegen, nog onbeslist. Open staafje: alleen losse vangsten. Pijl: het volledige totaal kan hoger zijn.',
  fr: 'Point : chiffre déclaré. Barre : fourchette. Contour tireté : sources contradictoires, non tranché. Bâtonnet vide : saisies isolées seulement. Flèche : le total complet peut être plus élevé.',
  de: 'Punkt: gemeldete Zahl. Balken: Spanne. Gestrichelter Rand: Quellen widersprechen sich, noch unentschieden. Offener Strich: nur Einzelfunde. Pfeil: Die vollständige Summe kann höher sein.',
  en: 'Dot: reported figure. Bar: range. Dashed outline: sources disagree, undecided. Hollow tick: single finds only. Arrow: the full total may be higher.',
};

const modelledCaption: Text = {
  nl: 'Stip: waarschijnlijkste uitkomst. Balk: bereik. Gestreepte rand: bronnen spreken elkaar tegen, nog onbeslist. Pijl: geen bovengrens.',
  fr: 'Point : valeur la plus probable. Barre : fourchette. Contour tireté : sources contradictoires, non tranché. Flèche : sans limite supérieure.',
  de: 'Punkt: wahrscheinlichster Wert. Balken: Spanne. Gestrichelter Rand: Quellen widersprechen sich, noch unentschieden. Pfeil: keine Obergrenze.',
  en: 'Dot: likeliest outcome. Bar: range. Dashed outline: sources disagree, undecided. Arrow: no upper end.',
};

function stateOf(total: JointTotal): Row['state'] {
  if (total.status === 'none') return 'none';
  if (total.reported.likely === 'undecided') return 'undecided';
  return total.reported.likely === null ? 'floor' : 'reported';
}

function wordsFor(total: JointTotal, state: Row['state'], options: ChartOptions): string {
  const { language } = options;
  const { lowest, highest } = total.reported;
  if (state === 'none' || lowest === null) return words.noFigure[language];
  const least = `${printLow(lowest, language)} ${words.orMore[language]}`;
  if (state === 'floor')
    return isNarrow(options) ? least : `${least} · ${words.findsOnly[language]}`;
  const range = highest === null ? least : printRange(lowest, highest, language);
  return state === 'undecided' ? `${range} · ${words.undecided[language]}` : range;
}

function rowOf(period: string, total: JointTotal | undefined, options: TotalChartOptions): Row {
  const { language } = options;
  const none = {
    row: period,
    name: rowName(period),
    lowest: null,
    likely: null,
    highest: null,
    open: false,
  };
  if (!total || stateOf(total) === 'none') {
    return { ...none, state: 'none', words: words.noFigure[language] };
  }
  const state = stateOf(total);
  const { lowest, likely, highest } = total.reported;
  const note = options.provisional?.includes(period) ? ` (${words.provisional[language]})` : '';
  return {
    row: period,
    name: rowName(period),
    lowest,
    likely: typeof likely === 'number' ? likely : null,
    highest,
    open: total.total.atMost === null,
    state,
    words: wordsFor(total, state, options) + note,
  };
}

/** Periods with the years that lie between them. */
function withGaps(periods: readonly string[]): readonly string[] {
  if (!periods.every((period) => /^\d{4}$/.test(period)) || periods.length === 0) return periods;
  const [from, to] = [Number(periods[0]), Number(periods.at(-1))];
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
}

/**
 * The reported range of a joint total, period by period: lowest, likely and highest on one axis, with what is
 * undecided, what rests on single finds only and what is missing each drawn in its own way. A total without a
 * highest value ends in an arrow.
 *
 * @example
 * ```ts
 * import { totalChart } from '@samenbeeld/charts';
 * totalChart([], { language: 'en', periods: ['2022'] }).table.rows // => [['2022', null, null, null, null, null, 'none']]
 * ```
 */
export function totalChart(totals: readonly JointTotal[], options: TotalChartOptions): Chart {
  const { language } = options;
  const byPeriod = new Map(totals.map((total) => [total.period, total]));
  const periods = options.periods ?? withGaps([...byPeriod.keys()].sort());
  const rows = periods.map((period) => rowOf(period, byPeriod.get(period), options));
  const isShort = rows.every(({ name }) => name.length <= 4);
  const [left, right] = [isShort ? 44 : 64, 8];
  const width = widthFor(options) - left - right;
  const unit = unitName(totals[0]?.unit ?? 'kg', language);
  const axis = rowAxis(rows, width, unit, isNarrow(options));
  // What a model weighs of events is not called reported.
  const isModelled = totals.some(({ method }) => method);
  return chart(
    options,
    {
      title: isModelled ? modelledTitle : title,
      caption: isModelled ? modelledCaption : caption,
      table: {
        columns: [
          words.period[language],
          words.lowest[language],
          words.likely[language],
          words.highest[language],
          ...(isModelled ? [] : [words.atLeast[language], words.atMost[language]]),
          words.status[language],
        ],
        rows: periods.map((period) => {
          const total = byPeriod.get(period);
          if (!total)
            return [
              period,
              null,
              null,
              null,
              ...(isModelled ? [] : [null, null]),
              words.none[language],
            ];
          const { lowest, likely, highest } = total.reported;
          return [
            period,
            lowest,
            likely === 'undecided' ? words.undecided[language] : likely,
            highest,
            ...(isModelled ? [] : [total.total.atLeast, total.total.atMost]),
            words[total.status][language],
          ];
        }),
      },
    },
    {
      layer: rowLayers(rows, axis),
      height: rows.length * 26,
      left,
      right,
      bottom: axis.room,
    },
  );
}
