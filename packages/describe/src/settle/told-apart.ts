import { type Column, type ColumnGuess, columnOf, conclusionOf, reading } from '../column.ts';
import { measureOf, unfit } from '../columns/measures.ts';
import { thresholds } from '../thresholds.ts';
import { cellsOf, fieldIn, groupsIn, isOne, setIn, type WrittenPart } from '../written.ts';

/** What tells the figures of one column from those of another in the same row. */
const telling = ['metric', 'unit', 'stat', 'definition', 'level', 'basis'];

interface Figures {
  readonly guess: ColumnGuess;
  readonly set: WrittenPart;
  /** The fields that its headings give, and how: a month is never a year. */
  readonly groups: string;
  readonly name: string;
  /** What it measures where no metric says so, or null. */
  readonly unfit: string | null;
}

/** A heading without its years and marks. */
const bare = (heading: string): string =>
  heading
    .replace(/ #\d+$/u, '')
    .replace(/[\d*]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

function figuresOf(guess: ColumnGuess): Figures | null {
  const { written } = guess;
  if (guess.to !== 'value' || written === null || !isOne(written)) return null;
  const groups = Object.values(groupsIn(written));
  const name = bare(guess.headings[0] ?? '');
  const measure = measureOf(name)?.name ?? '';
  return {
    guess,
    set: setIn(cellsOf(written)),
    groups: groups
      .map((group) => `${fieldIn(group)} ${group['as'] ?? ''}`)
      .sort()
      .join(' '),
    name,
    unfit: unfit.get(measure) ?? null,
  };
}

function alike(one: Figures, other: Figures): boolean {
  if (one.groups !== other.groups || one.name.toLowerCase() === other.name.toLowerCase())
    return false;
  if (one.unfit !== null || other.unfit !== null) {
    const metric = (one.unfit === null ? one : other).set['metric'] ?? 'offences';
    return metric === 'offences';
  }
  return telling.every((field) => one.set[field] === other.set[field]);
}

/** Left out until a person says what it measures, each of its columns by name. */
function leftOut(column: Column, { guess, unfit: what }: Figures, question: string): Column[] {
  const single = guess.kind === 'column';
  const entry = reading({
    written: { ignore: `${what}, which no metric holds`, screen: false },
    confidence: 0.5,
    reason: `the heading says ${what}`,
    alternatives:
      single && guess.written
        ? [
            {
              value: { to: guess.to, written: guess.written },
              confidence: 0.4,
              reason: 'figures all the same',
            },
          ]
        : [],
    decide: [question],
    samples: single ? guess.samples : [],
  });
  return column.evidence.map((each) => columnOf('column', [each], ...column.entries, entry));
}

/**
 * Columns of figures that would make records which nothing tells apart, with a question on each; of two, the one that
 * measures what no metric holds is proposed to be left out.
 */
export function toldApart(columns: readonly Column[]): readonly Column[] {
  const figures = columns.map((column) => figuresOf(conclusionOf(column)));
  const all = figures.filter((each): each is Figures => each !== null);
  return columns.flatMap((column, at): readonly Column[] => {
    const own = figures[at];
    const twins = own ? all.filter((other) => other !== own && alike(own, other)) : [];
    if (!own || (twins.length === 0 && own.unfit === null)) return [column];
    const asked = (reason: string, question: string): readonly Column[] => [
      {
        ...column,
        entries: [
          ...column.entries,
          { entry: 'finding', reason, atMost: thresholds.untold, decide: [question] },
        ],
      },
    ];
    if (twins.length === 0)
      return asked(
        `no metric holds ${own.unfit}`,
        `"${own.name}" are ${own.unfit}, which no metric holds: are they to count as offences, under a definition of their own?`,
      );
    const shown = twins
      .slice(0, 3)
      .map(({ name }) => `"${name}"`)
      .join(', ');
    const question = `"${own.name}" and ${shown} would make records that nothing tells apart${own.set['metric'] ? ` (metric ${own.set['metric']}${own.set['unit'] ? `, unit ${own.set['unit']}` : ''})` : ''}: leave out all but one, or set a metric or a definition of its own on each.`;
    if (own.unfit !== null && twins.some((other) => other.unfit === null))
      return leftOut(column, own, question);
    return asked(`nothing tells its records from those of ${shown}`, question);
  });
}
