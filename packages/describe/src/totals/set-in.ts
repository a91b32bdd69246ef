import { headingsOf } from '@samenbeeld/ingest';
import type { ReadColumn, ReadTable } from '@samenbeeld/read';
import { inFour, quoted } from '@samenbeeld/schema';
import type { Look } from '../column.ts';
import { isDealing } from '../columns/title-words.ts';
import { distinctCells } from '../distinct-cells.ts';
import { fieldIn, partsOf } from '../written.ts';

/** How far a label is set in: blanks before it, then a bullet. */
function depthOf(label: string): number {
  const [before = '', blanks = ''] = /^(\s*)(?:[-–•·]\s+(?=\p{L}))?/u.exec(label) ?? [];
  return blanks.length * 2 + (before.length > blanks.length ? 1 : 0);
}

/** The labels that stand below another and are set in: what that one is said to hold. None where no label is set in. */
export function labelsSetIn(
  table: ReadTable,
  { index }: ReadColumn,
): ReadonlyMap<string, readonly string[]> {
  if (![...distinctCells(table, index)].some((label) => depthOf(label) > 0)) return new Map();
  const below = new Map<string, Set<string>>();
  const above: { readonly label: string; readonly depth: number }[] = [];
  for (const { cells } of table.rows) {
    const label = cells[index] ?? '';
    // Numbers are set in so that they stand right.
    if (!/\p{L}/u.test(label)) continue;
    const depth = depthOf(label);
    while ((above.at(-1)?.depth ?? -1) >= depth) above.pop();
    const head = above.at(-1)?.label;
    if (head !== undefined) below.set(head, (below.get(head) ?? new Set()).add(label));
    above.push({ label, depth });
  }
  return new Map([...below].map(([head, labels]) => [head, [...labels]]));
}

/** Kinds that are set in and say too little without the label above them ("Drugs", below it "Bezit"): both words are their code. */
export function kindsSetIn(table: ReadTable): Look {
  const byHeading = new Map([...headingsOf(table)].map(([column, heading]) => [heading, column]));
  return () => (guess) => {
    const column = byHeading.get(guess.headings[0] ?? '');
    const parts = partsOf(guess.written);
    const isPlain = parts.some(
      (part) => fieldIn(part) === 'nationalCode' && Object.keys(part).length === 1,
    );
    if (!column || !isPlain || guess.kind === 'fold') return null;
    const heads = new Map<string, Set<string>>();
    for (const [head, labels] of labelsSetIn(table, column))
      for (const label of labels.filter(isDealing))
        heads.set(label.trim(), (heads.get(label.trim()) ?? new Set()).add(head.trim()));
    const alone = table.rows.map(({ cells }) => cells[column.index] ?? '');
    const told = [...heads].flatMap(([label, [head, ...others]]) =>
      head !== undefined && others.length === 0 && !alone.includes(label)
        ? [{ is: label, to: `${head}: ${label}` }]
        : [],
    );
    if (told.length === 0) return null;
    const rules = [...told, { match: '^(.+)$', to: '$1' }];
    return {
      entry: 'finding',
      told: true,
      reason: inFour(
        'ingesprongen labels zoals {label} horen bij {head} erboven',
        'des libellés en retrait comme {label} relèvent de {head} au-dessus',
        'eingerückte Bezeichnungen wie {label} gehören zu {head} darüber',
        'labels set in, such as {label}, belong to {head} above them',
        { label: quoted(told[0]?.is ?? ''), head: quoted(told[0]?.to.split(': ')[0] ?? '') },
      ),
      written: parts.map((part) => (fieldIn(part) === 'nationalCode' ? { ...part, rules } : part)),
    };
  };
}
