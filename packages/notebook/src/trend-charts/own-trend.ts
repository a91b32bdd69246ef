import { type Finding, wrongUse } from '@samenbeeld/schema';
import type { AdvisedMethod, TrendAdvice, TrendSeries } from '@samenbeeld/trends';
import type { FindingAnswer } from '../finding-answer.ts';
import { valuesBehind } from './found-in.ts';
import { nameOf } from './named.ts';

/** A trend in numbers of your own, as far as a chart needs it. */
export interface OwnTrend {
  readonly kind: 'own-trend';
  readonly finding: Finding;
  readonly series: TrendSeries;
  readonly methods: readonly AdvisedMethod[];
}

const withSlope: ReadonlySet<string> = new Set(['trend', 'trend_advice', 'sen_slope']);

/** A finding whose estimate is a slope per year, with the series it was found in; a UsageError for any other. */
export function ownTrend(answer: FindingAnswer): OwnTrend {
  const { finding } = answer;
  const { kind, subject, unit } = finding;
  if (!withSlope.has(kind))
    throw wrongUse(
      '`chart.trend` tekent de trend van een selectie, of wat `methods.adviseTrend`, `methods.trendOf` of `methods.senSlope` in eigen cijfers vond, niet {kind}.',
      '`chart.trend` dessine la tendance d’une sélection, ou ce que `methods.adviseTrend`, `methods.trendOf` ou `methods.senSlope` a trouvé dans vos propres chiffres, et non {kind}.',
      '`chart.trend` zeichnet den Trend einer Auswahl oder was `methods.adviseTrend`, `methods.trendOf` oder `methods.senSlope` in eigenen Zahlen fand, nicht {kind}.',
      '`chart.trend` draws the trend of a selection, or what `methods.adviseTrend`, `methods.trendOf` or `methods.senSlope` found in numbers of your own, not {kind}.',
      { kind },
    );
  const name = nameOf(subject);
  const points = valuesBehind(answer);
  const series = { subject, unit: unit ?? '', points, ...(name && { label: name }) };
  const methods = kind === 'trend_advice' ? (finding as TrendAdvice).methods : [];
  return { kind: 'own-trend', finding, series, methods };
}
