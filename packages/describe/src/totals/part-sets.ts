import { saysTotal } from './total-words.ts';

/** Labels that may be the parts of a total, and what they have in common in words. */
export interface PartSet {
  /** All other labels, those of one form, or those that share a group with the total. */
  readonly kind: 'all' | 'form' | 'beside';
  readonly words: string;
  readonly labels: readonly string[];
}

/** The kind of a label by its form: the code in brackets behind it, or the level of a number. */
function formOf(label: string): string {
  const bracket = /\(([^()]{1,6})\)$/u.exec(label.trim());
  if (bracket) return `with "(${bracket[1]})"`;
  const levels = /^\d+(?:\.\d+)+/u.exec(label);
  if (levels) return `numbered to ${levels[0].split('.').length} levels`;
  const zeros = /^\d{4,8}$/.test(label) ? /0*$/.exec(label)?.[0].length : undefined;
  if (zeros !== undefined) return `with ${zeros} noughts at the end`;
  const code = /^[A-Z]{2}([A-Z0-9]{0,3})$/u.exec(label);
  return code ? `of ${label.length} signs` : '';
}

/** The sets of labels that a total may be the sum of: all others, those of one form, those beside it. */
export function partSets(
  total: string,
  labels: readonly string[],
  parents: readonly ReadonlyMap<string, string>[],
): readonly PartSet[] {
  const others = labels.filter((label) => label !== total);
  const plain = others.filter((label) => !saysTotal(label));
  const forms = new Map<string, string[]>();
  for (const label of plain) {
    const form = formOf(label);
    const alike = forms.get(form);
    if (alike) alike.push(label);
    else forms.set(form, [label]);
  }
  const count = (n: number): string => `the ${n} ${n === 1 ? 'label' : 'labels'}`;
  const byForm =
    forms.size > 1
      ? [...forms].map(
          ([form, of]): PartSet => ({
            kind: 'form',
            words:
              form === '' ? `${count(of.length)} without a mark` : `${count(of.length)} ${form}`,
            labels: of,
          }),
        )
      : [];
  const beside = parents.flatMap((parent): readonly PartSet[] => {
    const own = parent.get(total);
    const of = plain.filter((label) => parent.get(label) === own);
    return own && of.length < plain.length
      ? [{ kind: 'beside', words: `${count(of.length)} under "${own}"`, labels: of }]
      : [];
  });
  const all: PartSet = {
    kind: 'all',
    words: `the ${plain.length} other labels`,
    labels: plain,
  };
  return [all, ...byForm, ...beside].filter(
    (set) => set.labels.length > (set.kind === 'beside' ? 0 : 1),
  );
}
