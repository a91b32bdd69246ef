import {
  isRoundedOnly,
  type JointTotal,
  openState,
  type Text,
  toldReported,
  unitName,
} from '@samenbeeld/schema';
import { type Chart, type ChartOptions, type Column, tableOf } from './chart.ts';
import { chart, isNarrow, widthFor } from './frame.ts';
import { periodWords, printLow, printNumber, printRange, rowName } from './numbers.ts';
import { type Row, rangeState, roomBelow, rowAxis, rowLayers } from './rows.ts';
import { shownLikely, words } from './words.ts';

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
  nl: 'Stip: gemeld cijfer. Balk: bereik. Gestreepte rand: bronnen spreken elkaar tegen, nog onbeslist. Open staafje: alleen een ondergrens. Pijl: het volledige totaal kan hoger zijn.',
  fr: 'Point : chiffre déclaré. Barre : fourchette. Contour tireté : sources contradictoires, non tranché. Bâtonnet vide : un minimum seulement. Flèche : le total complet peut être plus élevé.',
  de: 'Punkt: gemeldete Zahl. Balken: Spanne. Gestrichelter Rand: Quellen widersprechen sich, noch unentschieden. Offener Strich: nur eine Untergrenze. Pfeil: Die vollständige Summe kann höher sein.',
  en: 'Dot: reported figure. Bar: range. Dashed outline: sources disagree, undecided. Hollow tick: only a lower limit. Arrow: the full total may be higher.',
};

const modelledCaption: Text = {
  nl: 'Stip: waarschijnlijkste uitkomst. Balk: bereik. Gestreepte rand: bronnen spreken elkaar tegen, nog onbeslist. Pijl: geen bovengrens.',
  fr: 'Point : valeur la plus probable. Barre : fourchette. Contour tireté : sources contradictoires, non tranché. Flèche : sans limite supérieure.',
  de: 'Punkt: wahrscheinlichster Wert. Balken: Spanne. Gestrichelter Rand: Quellen widersprechen sich, noch unentschieden. Pfeil: keine Obergrenze.',
  en: 'Dot: likeliest outcome. Bar: range. Dashed outline: sources disagree, undecided. Arrow: no upper end.',
};

function stateOf(total: JointTotal): Row['state'] {
  if (total.status === 'none') return 'none';
  const { likely, highest } = total.reported;
  const open = openState(total.reported, [...total.members, ...total.together]);
  if (open === 'undecided') return open;
  return open === 'apart' ? rangeState(highest) : likely === null ? 'floor' : 'reported';
}

function wordsFor(total: JointTotal, state: Row['state'], options: ChartOptions): string {
  const { language } = options;
  const { likely } = total.reported;
  const { lowest, highest } = toldReported(total);
  if (state === 'none' || lowest === null) return words.noFigure[language];
  const least = `${printLow(lowest, language)} ${words.orMore[language]}`;
  if (state === 'floor' && likely === null)
    return isNarrow(options) ? least : `${least} · ${words.floorOnly[language]}`;
  // What is rounded only as it is printed stands as it is printed; the bar shows how far it reaches.
  const isPrinted =
    isRoundedOnly(total) &&
    total.members.every(
      ({ wording }) => wording === null || wording === 'unmarked' || wording === 'exact',
    );
  const range =
    isPrinted && typeof likely === 'number'
      ? printNumber(likely, language, 12)
      : highest === null
        ? least
        : printRange(lowest, highest, language);
  const open = openState(total.reported, [...total.members, ...total.together]);
  return open ? `${range} · ${words[open][language]}` : range;
}

function rowOf(period: string, total: JointTotal | undefined, options: TotalChartOptions): Row {
  const { language } = options;
  const state = total ? stateOf(total) : 'none';
  const base = { row: period, name: rowName(period, language), state };
  if (!total || state === 'none') {
    const none = { lowest: null, likely: null, highest: null, open: false };
    return { ...base, ...none, words: words.noFigure[language] };
  }
  const { lowest, likely, highest } = total.reported;
  const note = options.provisional?.includes(period) ? ` (${words.provisional[language]})` : '';
  return {
    ...{ ...base, lowest, highest },
    likely: typeof likely === 'number' ? likely : null,
    open: total.total.atMost === null,
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
 * undecided, what is a lower limit only and what is missing each drawn in its own way. A total without a
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
  const [left, right] = [isShort ? 44 : 72, 8];
  const width = widthFor(options) - left - right;
  const unit = unitName(totals[0]?.unit ?? 'kg', language);
  const axis = rowAxis(rows, width, unit, isNarrow(options));
  // What a model weighs of events is not called reported.
  const isModelled = totals.some(({ method }) => method);
  const records = periods.map((period) => ({ period, ...byPeriod.get(period) }));
  const ends: readonly Column<(typeof records)[number]>[] = [
    [words.atLeast, ({ total }) => total?.atLeast],
    [words.atMost, ({ total }) => total?.atMost],
  ];
  return chart(options, {
    title: isModelled ? modelledTitle : title,
    says: [isModelled ? modelledCaption : caption],
    table: tableOf(records, language, [
      [words.period, ({ period }) => periodWords(period, language)],
      [words.lowest, ({ reported }) => reported?.lowest],
      [
        words.likely,
        ({ reported, members = [], together = [] }) =>
          reported && shownLikely(reported, [...members, ...together]),
      ],
      [words.highest, ({ reported }) => reported?.highest],
      ...(isModelled ? [] : ends),
      [words.status, ({ status }) => words[status ?? 'none']],
    ]),
    layer: rowLayers(rows, axis),
    height: rows.length * 26,
    left,
    right,
    bottom: roomBelow(unit),
  });
}
