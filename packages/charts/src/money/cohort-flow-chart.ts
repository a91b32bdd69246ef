import { figure, type Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions, ChartTable } from '../chart.ts';
import { drawable } from '../drawing/period-values.ts';
import { sentences } from '../drawing/sentences.ts';
import { chart } from '../frame.ts';
import { words } from '../words.ts';
import { cohortSheet } from './cohort-flow-layers.ts';

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
  return chart(
    options,
    {
      title,
      caption: sentences(
        marks,
        cohorts.some(({ open }) => open) && openBars,
        cohorts.some(isMissing) && noRoute,
      ),
      table: {
        columns: [columns.cohort, columns.stage, columns.cases, columns.amount, words.status].map(
          (text) => text[language],
        ),
        rows: cohorts.flatMap((cohort): ChartTable['rows'] =>
          isMissing(cohort)
            ? [[cohort.label[language], '', null, null, notApplicable[language]]]
            : cohort.stages.map(({ label, cases, amount }) => [
                ...[cohort.label[language], label[language], cases, amount],
                cohort.open ? words.provisional[language] : '',
              ]),
        ),
      },
    },
    cohortSheet(cohorts, options),
  );
}
