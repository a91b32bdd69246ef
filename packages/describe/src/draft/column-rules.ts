import { withheldText } from '@samenbeeld/schema';
import { type Column, type ColumnGuess, conclusionOf } from '../column.ts';
import type { UntoldRows } from '../relations/untold-rows.ts';
import type { ProposedTotals } from '../totals/propose-totals.ts';
import type { Written } from '../written.ts';
import { isOne } from '../written.ts';
import { asks, type DraftPart, type Mark, sureness } from './mark.ts';

function shown(written: Written): string {
  const one = (mapping: Readonly<Record<string, unknown>>): string =>
    `{ ${Object.entries(mapping)
      .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
      .join(', ')} }`;
  const text = withheldText(isOne(written) ? one(written) : `[${written.map(one).join(', ')}]`);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

/** Other readings of a column as comments, at most three. */
function alternativesOf({ alternatives, written }: ColumnGuess): readonly string[] {
  const own = JSON.stringify(written);
  return alternatives
    .filter(({ value }) => JSON.stringify(value.written) !== own)
    .slice(0, 3)
    .map(
      ({ value, confidence, reason }) =>
        `${shown(value.written)}  ${confidence.toFixed(2)}: ${reason}`,
    );
}

function untoldQuestion({ rows, of, by, labels }: UntoldRows): string {
  const n = (count: number): string => count.toLocaleString('en');
  const shown =
    labels.length > 0 ? ` (${labels.slice(0, 5).join(', ')}${labels.length > 5 ? ', …' : ''})` : '';
  return `"${by}"${shown} alone tells apart ${n(rows)} of ${n(of)} rows: which field holds it, or which of its labels is wanted (exclude the others)?`;
}

/** The keys `columns` and `fold` of a description, with their marks; `before` is what stood before columns were settled. */
export function columnRules(
  before: readonly Column[],
  settled: readonly Column[],
  untold: UntoldRows | null,
  { questions: ofTotals, exclude }: Pick<ProposedTotals, 'questions' | 'exclude'> = {
    questions: [],
    exclude: [],
  },
): DraftPart {
  const columns: Record<string, unknown> = Object.create(null);
  const fold: unknown[] = [];
  const marks: Mark[] = [];
  const all = settled.flatMap((column, at) => {
    const was = before[at];
    const guess = conclusionOf(column);
    if (!was || !guess.written) return [];
    // What was settled against a column says why by itself.
    const against = column !== was && column.entries.at(-1)?.entry === 'reading';
    const remark = against ? null : sureness(guess.confidence, guess.reason);
    return [
      { guess, written: guess.written, remark, alternatives: alternativesOf(conclusionOf(was)) },
    ];
  });
  const inOrder = [
    ...all.filter(({ guess }) => guess.kind === 'column'),
    ...all.filter(({ guess }) => guess.kind === 'fold'),
  ];
  for (const { guess, written, remark, alternatives } of inOrder) {
    const heading = guess.headings[0] ?? '';
    const isFold = guess.kind === 'fold' && 'headers' in written;
    const path = isFold ? ['fold', String(fold.length)] : ['columns', heading];
    if (isFold) fold.push(written);
    else columns[heading] = written;
    const about = isFold ? `columns ${heading} … ${guess.headings.at(-1)}` : `column ${heading}`;
    // What it is, and that it tells rows apart, is one question about a column that is left out.
    const tells = untold !== null && heading === untold.by && guess.to === null;
    // Which of its labels are left out says what is open about it.
    const isRuled = guess.to === null && exclude.some(({ where }) => Object.hasOwn(where, heading));
    const own =
      isRuled ||
      (tells &&
        before.some((each) => {
          const { headings, written: was } = conclusionOf(each);
          return was === null && headings[0] === heading;
        }))
        ? []
        : guess.decide;
    const raised = [
      ...(untold && heading === untold.by
        ? [[untoldQuestion(untold), ...(tells ? own : [])].join(' ')]
        : []),
      ...ofTotals.filter(({ column }) => column === heading).map(({ question }) => question),
    ];
    const questions = guess.kind === 'column' ? [...raised, ...(tells ? [] : own)] : guess.decide;
    const [first, ...others] = questions;
    if (first === undefined) marks.push({ path, decide: [], remark });
    else {
      marks.push(
        asks(path, about, first, {
          proposed: shown(written),
          alternatives,
          ...(remark !== null && { remark }),
        }),
      );
      for (const question of others)
        marks.push(asks(path, about, question, { proposed: shown(written) }));
    }
  }
  return { written: { columns, ...(fold.length > 0 && { fold }) }, marks };
}
