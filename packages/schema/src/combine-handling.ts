import { wrongUse } from './errors.ts';
import { classificationOrder, type Handling, tlpOrder } from './handling.ts';

/** Stands alone in `purposes` where inputs were given for purposes that exclude each other: no use is left. */
export const noPurpose: string = 'none';

/** Stands alone in `audiences` where inputs name readers and have none in common: it stays within the office. */
export const noAudience: string = 'none';

/** Handling of what anyone may read. */
export const publicHandling: Handling = Object.freeze({
  h: [],
  h3Text: [],
  tlp: 'CLEAR',
  classification: 'none',
  purposes: [],
  audiences: [],
  originators: [],
});

/** Handling of what nobody has judged yet: it stays within the office. */
export const officeHandling: Handling = Object.freeze({ ...publicHandling, tlp: 'AMBER+STRICT' });

function union<T extends string>(lists: readonly (readonly T[])[]): readonly T[] {
  return [...new Set(lists.flat())].sort();
}

function intersection(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...rest] = lists;
  return [...new Set(first)].filter((item) => rest.every((list) => list.includes(item))).sort();
}

function strictest<T>(order: readonly T[], values: readonly T[]): T {
  const ranks = values.map((value) => order.indexOf(value));
  const found = ranks.includes(-1) ? undefined : order[Math.max(...ranks)];
  if (found === undefined)
    throw wrongUse(
      'Onbekende markering onder {values}.',
      'Marquage inconnu parmi {values}.',
      'Unbekannte Kennzeichnung unter {values}.',
      'Unknown marking among {values}.',
      { values: values.join(', ') },
    );
  return found;
}

/** Whether the axes alone let everyone read it. */
function isOpen({ h, tlp, classification }: Handling): boolean {
  return h.length === 0 && tlp === 'CLEAR' && classification === 'none';
}

function commonPurposes(list: readonly Handling[]): readonly string[] {
  const named = list.map(({ purposes }) => purposes).filter((purposes) => purposes.length > 0);
  if (named.length === 0) return [];
  const common = named.some((purposes) => purposes.includes(noPurpose)) ? [] : intersection(named);
  return common.length > 0 ? common : [noPurpose];
}

/** Readers that all who name any name; where an input that is not open to all names none, nobody is opened it by another's word. */
function commonAudiences(list: readonly Handling[]): readonly string[] {
  const named = list.map(({ audiences }) => audiences).filter((audiences) => audiences.length > 0);
  if (named.length === 0) return [];
  const isClosed = list.some((one) => one.audiences.length === 0 && !isOpen(one));
  const isNone = isClosed || named.some((audiences) => audiences.includes(noAudience));
  const common = isNone ? [] : intersection(named);
  return common.length > 0 ? common : [noAudience];
}

/** The roles of each originator that every input of it names. */
function commonRoles(list: readonly Handling[]): readonly (readonly [string, readonly string[]])[] {
  const named = union(list.map(({ releasedBy }) => Object.keys(releasedBy ?? {})));
  return named.map((originator) => {
    const own = list.filter(({ originators }) => originators.includes(originator));
    return [originator, intersection(own.map(({ releasedBy }) => releasedBy?.[originator] ?? []))];
  });
}

/**
 * Handling of what is made from several inputs; never weaker than any of them.
 * H-restrictions, H3 texts and originators unite; the strictest TLP and the strictest classification win; purposes are
 * those that every input with a purpose names (`noPurpose` where there are none); audiences those that every input
 * with audiences names (`noAudience` where there are none, or where an input names none and is not open to all). Source grades are not handling and do not enter. Throws UsageError for an empty list.
 *
 * @example
 * ```ts
 * import { combineHandling, publicHandling } from '@samenbeeld/schema';
 * const police = { ...publicHandling, h: ['H1'], tlp: 'AMBER', audiences: ['benelux-analysts'] };
 * combineHandling([publicHandling, police]) // => police
 * ```
 */
export function combineHandling(list: readonly Handling[]): Handling {
  if (list.length === 0)
    throw wrongUse(
      'Noem ten minste één behandeling om te combineren; publicHandling is er een.',
      'Nommez au moins un traitement à combiner ; publicHandling en est un.',
      'Nennen Sie mindestens eine Behandlung zum Kombinieren; publicHandling ist eine.',
      'Name at least one handling to combine; publicHandling is one.',
    );
  const roles = commonRoles(list);
  return {
    h: union(list.map(({ h }) => h)),
    h3Text: union(list.map(({ h3Text }) => h3Text)),
    tlp: strictest(
      tlpOrder,
      list.map(({ tlp }) => tlp),
    ),
    classification: strictest(
      classificationOrder,
      list.map(({ classification }) => classification),
    ),
    purposes: commonPurposes(list),
    audiences: commonAudiences(list),
    originators: union(list.map(({ originators }) => originators)),
    ...(roles.length > 0 && { releasedBy: Object.fromEntries(roles) }),
  };
}
