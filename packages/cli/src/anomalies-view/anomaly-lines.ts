import { type Anomaly, anomalyId, type JudgedSeries } from '@samenbeeld/harmonise';

/** Names of the kinds as a person reads them. */
const names: Readonly<Record<Anomaly['kind'], string>> = {
  unit_slip: 'unit slip',
  decimal_slip: 'decimal slip',
  lost_zeros: 'lost zeros',
  transposition: 'swapped digits',
  copied_year: 'copied year',
  part_exceeds_whole: 'part above whole',
  parts_not_total: 'parts ≠ total',
  level_shift: 'level shift',
  impossible_price: 'price out of range',
  agency_change: 'change of agency',
  placeholder: 'mark, not a figure',
  date_outside: 'date outside',
  duplicate_differs: 'double, unequal',
};

const dimensions = ['nationalCode', 'offence', 'substance', 'level', 'metric'] as const;

function scopeWords({ scope }: Anomaly): string {
  return [scope['place'], ...dimensions.map((name) => scope[name])].filter(Boolean).join(' ');
}

/** An anomaly as lines: its number and id, what, where and about what; then why, and what may be done. */
export function anomalyLines(anomaly: Anomaly, number: number): readonly string[] {
  const { kind, where, cause, evidence, rivals, score, threshold, correction, open, alternatives } =
    anomaly;
  const sheet = where.sheet === null ? '' : `, sheet ${where.sheet}`;
  return [
    `${number}. ${names[kind]}  ${where.file}${sheet}, line ${where.line}, column ${where.column}: "${where.raw.trim()}"  ${scopeWords(anomaly)}  [score ${score}, reported from ${threshold}; id ${anomalyId(anomaly)}]`,
    `     ${cause}`,
    ...evidence.map((line) => `     - ${line}`),
    ...(rivals.length > 0 ? [`     or: ${rivals.join('; ')}`] : []),
    correction
      ? `     proposed: "${correction.from}" → "${correction.to}" in "${correction.column}"${conditions(correction.where)}`
      : `     no correction proposed: ${open}${alternatives.length > 0 ? `; may be ${alternatives.join(', ')}` : ''}`,
  ];
}

function said(condition: NonNullable<Anomaly['correction']>['where'][string]): string {
  if ('texts' in condition) return condition.texts.join(' or ');
  const { match, not } = condition;
  return [...(match === '' ? [] : [`like ${match}`]), ...(not ? [`not ${said(not)}`] : [])].join(
    ', ',
  );
}

function conditions(where: NonNullable<Anomaly['correction']>['where']): string {
  const parts = Object.entries(where).map(
    ([heading, condition]) => `${heading} ${said(condition)}`,
  );
  return parts.length > 0 ? ` where ${parts.join(', ')}` : '';
}

/** How many of each kind, the most frequent first; those in columns without use apart. */
export function tallyLine(found: readonly Anomaly[]): string {
  const counts = new Map<string, number>();
  for (const { kind, counts: used } of found) {
    const name = used ? names[kind] : `${names[kind]} in columns that are not used`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${count} ${name}`)
    .join(' · ');
}

/** How many series have too few figures to be judged by their own course. */
export function shortLine({ series, tooShort, figures, least }: JudgedSeries): string {
  const n = (value: number): string => value.toLocaleString('en');
  return `Not judged by their own course: ${n(tooShort)} of ${n(series)} series with fewer than ${n(least)} figures (${n(figures)} ${figures === 1 ? 'figure' : 'figures'}). A slip or shift in them shows only where sums, prices or other cells tell.`;
}
