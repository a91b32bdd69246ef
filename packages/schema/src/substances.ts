import { type CodeList, codeList } from './code-list.ts';
import { type Drug, drugs } from './codes/drugs.ts';
import { type SubstanceSet, substanceSets } from './codes/substance-sets.ts';

/**
 * Everything the `substance` of a record may be: the 69 drugs and the sets. Use it to print a label.
 *
 * @example
 * ```ts
 * import { substances } from '@samenbeeld/schema';
 * substances.label('ALL', 'fr') // => 'toutes les drogues'
 * ```
 */
export const substances: CodeList<Drug | SubstanceSet> = codeList<Drug | SubstanceSet>(
  'substances',
  [...drugs, ...substanceSets],
  { tucibi: {} },
);

/** Words for drugs of whatever kind, as texts have them. */
export const drugWords: readonly string[] = [
  ...['drugs?', 'verdovende middelen', 'illegale drugs', 'drogues?', 'stupéfiants'],
  ...['drogen', 'rauschgift', 'betäubungsmitteln?', 'rauschmittel'],
  ...['narcotics', 'illicit drugs', 'illegal drugs'],
];

const anyDrug = new RegExp(`^(?:${drugWords.join('|')})$`, 'iu');

/**
 * Whether words stand for drugs of whatever kind.
 *
 * @example
 * ```ts
 * import { isAnyDrug } from '@samenbeeld/schema';
 * isAnyDrug('stupéfiants') // => true
 * isAnyDrug('cocaïne') // => false
 * ```
 */
export const isAnyDrug = (words: string): boolean => anyDrug.test(words);

function membersOfSet(entry: Drug | SubstanceSet): readonly string[] {
  return 'members' in entry ? entry.members : [];
}

/**
 * Whether a figure over `whole` holds everything that a figure over `part` counts: itself, a family its children, a
 * set its members, `ALL` everything. An open set lies only within itself, `ALL`, and sets that name it.
 * Throws UsageError for an unknown code.
 *
 * @example
 * ```ts
 * import { substanceContains } from '@samenbeeld/schema';
 * substanceContains('ALL', 'COC') // => true
 * substanceContains('CAN', 'CAN_RESIN') // => true
 * substanceContains('COC', 'TUSI') // => false
 * ```
 */
export function substanceContains(whole: string, part: string): boolean {
  const outer = substances.get(whole);
  const inner = substances.get(part);
  if (outer.code === inner.code || outer.code === 'ALL') return true;
  if (membersOfSet(outer).some((member) => substanceContains(member, part))) return true;
  if ('members' in inner)
    return !inner.open && inner.members.every((member) => substanceContains(whole, member));
  return inner.parent !== null && substanceContains(whole, inner.parent);
}
