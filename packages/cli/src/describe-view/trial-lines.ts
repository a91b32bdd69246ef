import type { FileDescription } from '@samenbeeld/describe';
import { cut, hanging } from '@samenbeeld/page';
import { ownValue } from '@samenbeeld/schema';
import type { Signs } from './signs.ts';

/** Kinds of problems listed; more of them are counted. */
const listed = 5;

/** Cells shown of a row. */
const cellsShown = 12;

function cells(values: Readonly<Record<string, unknown>>, signs: Signs, named: boolean): string {
  const filled = Object.entries(values).filter(([, value]) => value !== null && value !== '');
  const more = filled.length - cellsShown;
  const texts = filled
    .slice(0, cellsShown)
    .map(([name, value]) =>
      named
        ? `${name} ${String(value)}`
        : `${cut(name, 24, signs.more)}=${cut(String(value).trim(), 40, signs.more)}`,
    );
  return [...texts, ...(more > 0 ? [`${signs.more} ${more} more`] : [])].join(signs.dot);
}

/** Values that say nothing new, as nearly every record has them. */
const usual: Readonly<Record<string, string>> = {
  wording: 'exact',
  extent: 'whole',
  status: 'A',
  stat: 'count',
  massBasis: 'unknown',
  estimated: 'false',
  controlledDelivery: 'unknown',
  publicationRestriction: 'none',
};

/** A record with the figure in front and the period in one. */
function shortened(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { value, quantity, unit, periodStart, periodEnd, freq: _, ...rest } = record;
  const telling = Object.entries(rest).filter(
    ([name, text]) => ownValue(usual, name) !== String(text),
  );
  return {
    value: `${String(value ?? quantity ?? 'missing')} ${String(unit ?? '')}`.trim(),
    ...(periodStart !== undefined && {
      period:
        periodStart === periodEnd ? periodStart : `${String(periodStart)}/${String(periodEnd)}`,
    }),
    ...Object.fromEntries(telling),
  };
}

/** What the proposed description made of the file, and a few rows before and after. */
export function trialLines(
  { trial, format }: FileDescription,
  signs: Signs,
  width: number,
): readonly string[] {
  if (trial.kind === 'refused')
    return hanging('Tried     ', `not usable yet: ${trial.problem}`, width);
  const at = format.value === 'json' || format.value === 'ndjson' ? 'element' : 'line';
  const { conservation: own, issues, records, samples } = trial;
  const n = (value: number): string => value.toLocaleString('en');
  const lines = [
    ...hanging(
      'Tried     ',
      `${n(own.rows)} rows, ${n(own.items)} items = ${n(own.accepted)} accepted + ${n(own.excluded)} excluded + ${n(own.rejected)} rejected; ${n(records)} records`,
      width,
    ),
    ...Object.entries(own.exclusions).map(
      ([rule, count]) => `          excluded ${n(count)}: ${rule}`,
    ),
    ...issues
      .slice(0, listed)
      .flatMap(({ rule, column, count, example }) =>
        hanging(
          '          ',
          `${example.severity === 'rejection' ? 'rejected' : 'warning'} ${n(count)}: ${rule}${column === null ? '' : ` in ${cut(column, 40, signs.more)}`}, e.g. ${example.line === null ? '' : `${at} ${example.line}: `}${example.message}`,
          width,
        ),
      ),
    ...(issues.length > listed
      ? [`          ${signs.more} ${issues.length - listed} more kinds, in --json`]
      : []),
  ];
  return [
    ...lines,
    ...samples.flatMap(({ line, before, after, records: all }) => [
      ...hanging(`  ${at} ${line}  `, cells(before, signs, false), width),
      ...after.flatMap((record) =>
        hanging(`    ${signs.becomes} `, cells(shortened(record), signs, true), width),
      ),
      ...(all > after.length ? [`    ${signs.more} ${all - after.length} more records`] : []),
    ]),
  ];
}
