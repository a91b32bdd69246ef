import { figure, type Text } from '@samenbeeld/schema';
import { type Chart, type ChartOptions, tableOf } from '../chart.ts';
import { field, mark } from '../drawing/marks.ts';
import { moneyScale, printMoney } from '../drawing/money-scale.ts';
import { drawable } from '../drawing/period-values.ts';
import { type RowPlot, rowPlot } from '../drawing/row-plot.ts';
import { linearAxis } from '../drawing/value-axis.ts';
import { isNarrow } from '../frame.ts';
import { palette } from '../palette.ts';
import { words } from '../words.ts';

/** Stages from light to dark. */
const tints = ['#9ec7e0', '#4f9fcb', '#0072b2', '#004a75', '#00283f'];

/** What of a cohort reached one stage. */
export interface CohortStage {
  /** Stage in its order ("frozen", "confiscation_ordered", "executed"), and its name. */
  readonly stage: string;
  readonly label: Text;
  readonly cases: number;
  /** Euro. */
  readonly amount: number;
}

/** Cases whose assets were first frozen in one year, on one legal route. */
export interface Cohort {
  readonly label: Text;
  /** A route that the law does not have: not the same as nothing. */
  readonly applicable?: boolean | undefined;
  /** Cases of it are still running, so that later stages will grow. */
  readonly open?: boolean | undefined;
  readonly stages: readonly CohortStage[];
}

const title: Text = {
  nl: 'Hoe ver bevroren vermogen is gekomen',
  fr: 'Jusqu’où sont allés les avoirs gelés',
  de: 'Wie weit eingefrorenes Vermögen gekommen ist',
  en: 'How far frozen assets have come',
};

const marks: Text = {
  nl: 'Elke groep: dezelfde zaken in opeenvolgende stadia. Een stadium is geen deel van een ander; ze tellen nooit op.',
  fr: 'Chaque groupe\u00a0: les mêmes affaires à des stades successifs. Un stade n’est pas une partie d’un autre\u00a0; ils ne s’additionnent jamais.',
  de: 'Jede Gruppe: dieselben Fälle in aufeinanderfolgenden Stadien. Ein Stadium ist kein Teil eines anderen; sie werden nie addiert.',
  en: 'Each group: the same cases at one stage after another. No stage is a part of another; they never add.',
};

const openBars: Text = {
  nl: 'Lichte staaf met streeprand: er lopen nog zaken, latere stadia kunnen groeien.',
  fr: 'Barre pâle à contour tireté\u00a0: des affaires sont en cours, les stades ultérieurs peuvent croître.',
  de: 'Blasser Balken mit gestricheltem Rand: Es laufen noch Fälle, spätere Stadien können wachsen.',
  en: 'Pale bar with dashed outline: cases are still running, later stages may grow.',
};

const noRoute: Text = {
  nl: '“Niet van toepassing”: de wet kent deze weg niet; dat is geen nul.',
  fr: '«\u00a0Sans objet\u00a0»\u00a0: la loi ne connaît pas cette voie\u00a0; ce n’est pas un zéro.',
  de: '„Nicht anwendbar“: Das Recht kennt diesen Weg nicht; das ist keine Null.',
  en: '“Not applicable”: the law does not have this route; that is not a zero.',
};

const columns: Readonly<Record<'cohort' | 'stage' | 'cases' | 'amount', Text>> = {
  cohort: { nl: 'Cohort', fr: 'Cohorte', de: 'Kohorte', en: 'Cohort' },
  stage: { nl: 'Stadium', fr: 'Stade', de: 'Stadium', en: 'Stage' },
  cases: { nl: 'Zaken', fr: 'Affaires', de: 'Fälle', en: 'Cases' },
  amount: { nl: 'Bedrag, euro', fr: 'Montant, euros', de: 'Betrag, Euro', en: 'Amount, euro' },
};

/** What a route that the law does not have is called. */
const notApplicable: Text = {
  nl: 'niet van toepassing',
  fr: 'sans objet',
  de: 'nicht anwendbar',
  en: 'not applicable',
};

/** How cases are counted beside a bar. */
function casesIn(cases: number, language: 'nl' | 'fr' | 'de' | 'en'): string {
  const [one, more] = {
    nl: ['zaak', 'zaken'],
    fr: ['affaire', 'affaires'],
    de: ['Fall', 'Fälle'],
    en: ['case', 'cases'],
  }[language];
  return `${figure(cases, language)}\u00a0${cases === 1 ? one : more}`;
}

/**
 * What became of frozen assets, cohort by cohort: one bar a stage, with its amount and cases. Stages are flows of the
 * same cases and never add; a route that the law does not have is said so and is no zero.
 *
 * @throws InputError for an amount that is not finite
 * @example
 * ```ts
 * import { cohortFlowChart } from '@samenbeeld/charts';
 * const same = (en) => ({ nl: en, fr: en, de: en, en });
 * const stages = [{ stage: 'frozen', label: same('frozen'), cases: 4, amount: 1200000 }];
 * cohortFlowChart([{ label: same('2021'), stages }], { language: 'en' }).table.rows // => [['2021', 'frozen', 4, 1200000, '']]
 * ```
 */
export function cohortFlowChart(cohorts: readonly Cohort[], options: ChartOptions): Chart {
  const { language } = options;
  const isMissing = ({ applicable }: Cohort): boolean => applicable === false;
  const rows = cohorts.flatMap((cohort) => {
    const group = cohort.label[language];
    const none = { stage: '', label: '', cases: null, amount: null, status: notApplicable };
    const status = cohort.open ? words.provisional : '';
    const stages = isMissing(cohort) ? [none] : cohort.stages.map((one) => ({ ...one, status }));
    return stages.map((one) => ({ ...one, group, open: cohort.open ?? false }));
  });
  for (const { amount, stage, group } of rows) drawable(amount, `${group}, ${stage}`);
  const scale = moneyScale(rows.map(({ amount }) => amount ?? 0));
  const stages = [
    ...new Set(rows.flatMap(({ stage, amount }) => (amount === null ? [] : [stage]))),
  ];
  const bars = (plot: RowPlot) => {
    const most = Math.max(0, ...rows.map(({ amount }) => amount ?? 0));
    const place = (amount: number): number => (amount / (most > 0 ? most : 1)) * plot.width;
    const count = Math.max(2, Math.floor(plot.width / 70));
    const axis = linearAxis([most / scale.divisor], { language, count });
    const drawn = rows.flatMap(({ amount, stage, open }, index) => {
      const y = plot.rows[index]?.y ?? 0;
      const colour = tints[stages.indexOf(stage) % tints.length] ?? palette.reported;
      const box = { top: y - 7, bottom: y + 7, colour, open };
      return amount === null ? [] : [{ ...box, end: place(amount) }];
    });
    return {
      ticks: axis.ticks
        .filter(({ at }) => at * scale.divisor <= most)
        .map(({ at, label }) => ({ x: place(at * scale.divisor), label })),
      layers: [
        mark('rect', drawn, {
          ...{ x: 0, x2: 'end', y: 'top', y2: 'bottom' },
          ...{ fill: field('colour'), stroke: field('colour') },
          fillOpacity: { expr: 'datum.open ? 0.35 : 1' },
          strokeDash: { expr: 'datum.open ? [3, 2] : [1, 0]' },
        }),
      ],
    };
  };
  return rowPlot(options, {
    title,
    says: [marks, cohorts.some(({ open }) => open) && openBars, cohorts.some(isMissing) && noRoute],
    rows: rows.map(({ group, label, amount, cases }) => ({
      group,
      name: typeof label === 'string' ? label : label[language],
      words:
        amount === null
          ? notApplicable[language]
          : `${printMoney(amount, scale, language, 3)} · ${casesIn(cases, language)}`,
    })),
    height: isNarrow(options) ? 26 : 20,
    unit: scale.unit[language],
    draw: bars,
    table: tableOf(rows, language, [
      [columns.cohort, ({ group }) => group],
      [columns.stage, ({ label }) => label],
      [columns.cases, ({ cases }) => cases],
      [columns.amount, ({ amount }) => amount],
      [words.status, ({ status }) => status],
    ]),
  });
}
