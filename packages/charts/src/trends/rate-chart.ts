import { figure, type Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from '../chart.ts';
import { drawable } from '../drawing/period-values.ts';
import { fill, sentences } from '../drawing/sentences.ts';
import { chart } from '../frame.ts';
import { words } from '../words.ts';
import { hasZero, rateSheet } from './rate-layers.ts';

/** What a chart of rates shows. */
function rateTitle(reference: number | null, name: Text | undefined): Text {
  if (reference === null)
    return {
      nl: 'Elk cijfer met zijn bereik',
      fr: 'Chaque chiffre et sa fourchette',
      de: 'Jede Zahl mit ihrer Spanne',
      en: 'Each figure with its range',
    };
  const compared: Text = {
    nl: 'Vergeleken met {name}',
    fr: 'Par rapport à {name}',
    de: 'Verglichen mit {name}',
    en: 'Compared with {name}',
  };
  return fill(compared, {
    name: (language) => (name ? name[language] : figure(reference, language)),
  });
}

/** Words of the chart of rates. */
const rateWords: Readonly<Record<'row', Text>> = {
  row: { nl: 'Rij', fr: 'Ligne', de: 'Zeile', en: 'Row' },
};

const dot: Text = {
  nl: 'Stip: het cijfer.',
  fr: 'Point\u00a0: le chiffre.',
  de: 'Punkt: die Zahl.',
  en: 'Dot: the figure.',
};

const line: Text = {
  nl: 'Stip: het cijfer; lijn: het bereik.',
  fr: 'Point\u00a0: le chiffre\u00a0; trait\u00a0: la fourchette.',
  de: 'Punkt: die Zahl; Linie: die Spanne.',
  en: 'Dot: the figure; line: its range.',
};

const clear: Text = {
  nl: 'Volle stip: het bereik blijft vrij van {ref}; open stip: niet, een verschil is dan niet te tonen.',
  fr: 'Point plein\u00a0: la fourchette n’atteint pas {ref}\u00a0; point vide\u00a0: elle l’atteint, une différence ne peut alors être démontrée.',
  de: 'Voller Punkt: Die Spanne reicht nicht an {ref}; offener Punkt: doch, ein Unterschied lässt sich dann nicht zeigen.',
  en: 'Full dot: the range keeps clear of {ref}; hollow dot: it does not, and no difference can be shown.',
};

const hollow: Text = {
  nl: 'Open stip: {what}.',
  fr: 'Point vide\u00a0: {what}.',
  de: 'Offener Punkt: {what}.',
  en: 'Hollow dot: {what}.',
};

const logarithmic: Text = {
  nl: 'Logaritmische schaal: twee keer zoveel en half zoveel liggen even ver.',
  fr: 'Échelle logarithmique\u00a0: le double et la moitié sont à égale distance.',
  de: 'Logarithmische Skala: doppelt und halb so viel liegen gleich weit entfernt.',
  en: 'Logarithmic scale: twice and half lie equally far.',
};

const arrow: Text = {
  nl: 'Pijl: het bereik gaat verder.',
  fr: 'Flèche\u00a0: la fourchette continue.',
  de: 'Pfeil: Die Spanne geht weiter.',
  en: 'Arrow: the range goes on.',
};

const atZero: Text = {
  nl: 'Links van de as: nul, die op deze schaal geen plaats heeft.',
  fr: 'À gauche de l’axe\u00a0: zéro, qui n’a pas de place sur cette échelle.',
  de: 'Links der Achse: null, die auf dieser Skala keinen Platz hat.',
  en: 'Left of the axis: zero, which has no place on this scale.',
};

/** Explains the marks that are there. */
function rateCaption(there: {
  readonly reference: number | null;
  readonly log: boolean;
  readonly zero: boolean;
  readonly ranged: boolean;
  readonly open: boolean;
  readonly provisional: boolean;
  /** What a hollow dot is. */
  readonly what: Text;
}): Text {
  const { reference } = there;
  return sentences(
    there.ranged ? line : dot,
    reference !== null && fill(clear, { ref: (language) => figure(reference, language) }),
    reference === null &&
      there.provisional &&
      fill(hollow, { what: (language) => there.what[language] }),
    there.log && logarithmic,
    there.open && arrow,
    there.zero && atZero,
  );
}

/** An estimate with its range. */
export interface RateRow {
  /** A period, a place, an offence. */
  readonly label: Text;
  /** null where none is possible. */
  readonly estimate: number | null;
  readonly low: number | null;
  /** null or infinite has no upper end. */
  readonly high: number | null;
  /** Events behind it. */
  readonly n?: number | undefined;
  readonly provisional?: boolean | undefined;
  /** Rows with the same group stand below its name. */
  readonly group?: Text | undefined;
}

/** Options of {@link rateChart}. */
export interface RateChartOptions extends ChartOptions {
  /** Where there is no difference: 1 for ratios; null for rates that are compared with none. */
  readonly reference?: number | null | undefined;
  /** What the reference is ("average of the Benelux"). */
  readonly referenceName?: Text | undefined;
  /** A logarithmic axis, on which twice and half are equally far from 1; true. */
  readonly log?: boolean | undefined;
  readonly unit?: string | undefined;
  /** What rows that are `provisional` are called, where they are not that ("scope not sure"). */
  readonly hollow?: Text | undefined;
  /** Decimals of every figure beside its row; without it three digits each. */
  readonly decimals?: number | undefined;
  /** `given` (default) keeps the order; `estimate` puts the largest first. */
  readonly order?: 'given' | 'estimate' | undefined;
}

/**
 * Rates or ratios with their ranges, row by row, around a reference. A full dot: the range keeps clear of it; a hollow
 * dot: it does not. Every figure is printed beside its row.
 *
 * @throws InputError where an estimate is not finite
 * @example
 * ```ts
 * import { rateChart } from '@samenbeeld/charts';
 * const label = { nl: 'Gent', fr: 'Gand', de: 'Gent', en: 'Ghent' };
 * rateChart([{ label, estimate: 1.6, low: 0.81, high: 3.28, n: 39 }], { language: 'fr' }).table.rows // => [['Gand', 1.6, 0.81, 3.28, 39, '']]
 * ```
 */
export function rateChart(rows: readonly RateRow[], options: RateChartOptions): Chart {
  const { language, order = 'given' } = options;
  const reference = options.reference === undefined ? 1 : options.reference;
  const log = options.log ?? true;
  const checked = rows.map((row) => {
    const name = row.label[language];
    const high = row.high === Number.POSITIVE_INFINITY ? null : row.high;
    return {
      ...row,
      name,
      group: row.group?.[language] ?? '',
      estimate: drawable(row.estimate, name),
      low: drawable(row.low, name),
      high: drawable(high, name),
    };
  });
  const groups = [...new Set(checked.map(({ group }) => group))];
  const sorted = groups.flatMap((group) => {
    const own = checked.filter((row) => row.group === group);
    if (order === 'given') return own;
    return own.sort((a, b) => (b.estimate ?? -Infinity) - (a.estimate ?? -Infinity));
  });
  return chart(
    options,
    {
      title: rateTitle(reference, options.referenceName),
      caption: rateCaption({
        reference,
        log,
        zero: log && sorted.some(hasZero),
        ranged: sorted.some(({ low, high }) => low !== null || high !== null),
        open: sorted.some(
          ({ estimate, low, high }) => estimate !== null && low !== null && high === null,
        ),
        provisional: sorted.some(({ provisional }) => provisional),
        what: options.hollow ?? words.provisional,
      }),
      table: {
        columns: [
          rateWords.row,
          words.value,
          words.lowest,
          words.highest,
          words.count,
          words.status,
        ].map((text) => text[language]),
        rows: sorted.map(({ name, group, estimate, low, high, n, provisional }) => [
          group === '' ? name : `${group}: ${name}`,
          ...[estimate, low, high, n ?? null],
          provisional ? (options.hollow ?? words.provisional)[language] : '',
        ]),
      },
    },
    rateSheet(sorted, { ...options, reference, log }),
  );
}
