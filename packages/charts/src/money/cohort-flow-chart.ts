import { figure, type Text } from '@samenbeeld/schema';
import { type Chart, type ChartOptions, tableOf } from '../chart.ts';
import { field, mark, rimmed } from '../drawing/marks.ts';
import { moneyScale, printMoney } from '../drawing/money-scale.ts';
import { drawable } from '../drawing/period-values.ts';
import { marginWords } from '../drawing/plot.ts';
import { sentences } from '../drawing/sentences.ts';
import { linearAxis } from '../drawing/value-axis.ts';
import { chart, isNarrow, type Layers, type Sheet, widthFor } from '../frame.ts';
import { breakLines, widthOf } from '../lines.ts';
import { palette } from '../palette.ts';
import { words } from '../words.ts';

/** Stages from light to dark. */
const tints = ['#9ec7e0', '#4f9fcb', '#0072b2', '#004a75', '#00283f'];

interface Drawn {
  readonly words: string;
  readonly lines: readonly string[];
  readonly amount: number;
  readonly colour: string;
  readonly open: boolean;
  readonly y: number;
}

/** Cohorts below each other: a heading, then a bar a stage. */
function placed(cohorts: readonly Cohort[], options: ChartOptions, left: number) {
  const { language } = options;
  const stages = [...new Set(cohorts.flatMap((one) => one.stages.map(({ stage }) => stage)))];
  const scale = moneyScale(cohorts.flatMap((cohort) => cohort.stages.map(({ amount }) => amount)));
  const headings: { lines: readonly string[]; y: number; note: string }[] = [];
  const bars: Drawn[] = [];
  let top = 0;
  for (const cohort of cohorts) {
    const isMissing = cohort.applicable === false;
    const note = isMissing ? notApplicable[language] : '';
    const room = widthFor(options) - widthOf(note, 12) - 20;
    const lines = breakLines(cohort.label[language], room, 12.7);
    headings.push({ lines, y: top + 10, note });
    top += 10 + 14 * lines.length;
    if (isMissing) {
      top += 8;
      continue;
    }
    for (const { stage, label, amount, cases } of cohort.stages) {
      const lines = breakLines(label[language], left - 14, 12);
      const height = Math.max(19, 14 * lines.length + 6);
      bars.push({
        lines,
        amount,
        words: `${printMoney(amount, scale, language, 3)} · ${casesIn(cases, language)}`,
        colour: tints[stages.indexOf(stage) % tints.length] ?? palette.reported,
        open: cohort.open ?? false,
        y: top + height / 2,
      });
      top += height;
    }
    top += 10;
  }
  return { headings, bars, height: top, scale };
}

/** The drawing area of cohorts. */
function cohortSheet(cohorts: readonly Cohort[], options: ChartOptions): Sheet {
  const { language } = options;
  const narrow = isNarrow(options);
  const names = cohorts.flatMap((one) => one.stages.map(({ label }) => label[language]));
  const widest = Math.max(0, ...names.map((name) => widthOf(name, 12)));
  const longest = Math.max(
    0,
    ...names.flatMap((name) => name.split(' ')).map((word) => widthOf(word, 12)),
  );
  const left = Math.max(Math.min(widest, narrow ? 116 : 204), longest) + 16;
  const { headings, bars, height, scale } = placed(cohorts, options, left);
  const right = Math.max(40, ...bars.map(({ words }) => widthOf(words, 12))) + 12;
  const width = widthFor(options) - left - right;
  const most = Math.max(0, ...bars.map(({ amount }) => amount));
  const axis = linearAxis([most / scale.divisor], {
    language,
    count: Math.max(2, Math.floor(width / 70)),
  });
  const place = (amount: number): number => (amount / (most > 0 ? most : 1)) * width;
  const values = bars.map(({ lines, y, ...bar }) => ({
    ...{ ...bar, lines: [...lines], y, top: y - 7, bottom: y + 7, end: place(bar.amount) },
    labelY: y - 7 * (lines.length - 1),
    wordsX: place(bar.amount) + 7,
  }));
  const ticks = axis.ticks
    .filter(({ at }) => at * scale.divisor <= most)
    .map(({ at, label }) => ({ x: place(at * scale.divisor), label }));
  const titles = headings.map((heading) => ({ ...heading, lines: [...heading.lines] }));
  const bold = { text: 'lines', lineHeight: 14, fontWeight: 'bold' } as const;
  const color = palette.grey;
  const layer: Layers = [
    mark('rule', ticks, { x: 'x', y: 0, y2: height, color: palette.rule }),
    mark('rect', values, {
      ...{ x: 0, x2: 'end', y: 'top', y2: 'bottom' },
      ...{ fill: field('colour'), stroke: field('colour') },
      fillOpacity: { expr: 'datum.open ? 0.35 : 1' },
      strokeDash: { expr: 'datum.open ? [3, 2] : [1, 0]' },
    }),
    mark('text', values, { x: -8, y: 'labelY', text: 'lines', align: 'right', lineHeight: 14 }),
    ...rimmed(values, { x: 'wordsX', y: 'y', text: 'words', align: 'left', color }),
    ...rimmed(titles, { x: -left, y: 'y', align: 'left', ...bold }),
    ...rimmed(headings, { x: width + right, y: 'y', text: 'note', align: 'right', color }),
    mark('text', ticks, { x: 'x', y: height + 12, text: 'label', color }),
    ...marginWords(scale.unit[language], width + right, height + 12, 'right'),
  ];
  return { layer, height, left, right, top: 12, bottom: 26 };
}

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
export const notApplicable: Text = {
  nl: 'niet van toepassing',
  fr: 'sans objet',
  de: 'nicht anwendbar',
  en: 'not applicable',
};

/** How cases are counted beside a bar. */
export function casesIn(cases: number, language: 'nl' | 'fr' | 'de' | 'en'): string {
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
  for (const { label, stages } of cohorts)
    for (const { amount, stage } of stages) drawable(amount, `${label.en}, ${stage}`);
  const isMissing = ({ applicable }: Cohort): boolean => applicable === false;
  const rows = cohorts.flatMap((cohort) => {
    const none = { label: '', cases: null, amount: null, status: notApplicable };
    const status = cohort.open ? words.provisional : '';
    const stages = isMissing(cohort) ? [none] : cohort.stages.map((one) => ({ ...one, status }));
    return stages.map((stage) => ({ cohort: cohort.label, ...stage }));
  });
  return chart(
    options,
    {
      title,
      caption: sentences(
        marks,
        cohorts.some(({ open }) => open) && openBars,
        cohorts.some(isMissing) && noRoute,
      ),
      table: tableOf(rows, language, [
        [columns.cohort, ({ cohort }) => cohort],
        [columns.stage, ({ label }) => label],
        [columns.cases, ({ cases }) => cases],
        [columns.amount, ({ amount }) => amount],
        [words.status, ({ status }) => status],
      ]),
    },
    cohortSheet(cohorts, options),
  );
}
