import { flagColumnOf } from './flags.ts';
import type { TableView } from './table-view.ts';
import { ignored, mapped, type WrittenGuess } from './written-guess.ts';

/** A column of flags beside the figures: a status, and reasons for missing values. */
export function flag(labels: readonly string[], view: TableView): WrittenGuess {
  if (view.record === 'seizure')
    return { ...ignored('a mark beside the figure', ['What do the marks mean?']), factor: 0.7 };
  if (labels.length === 0) {
    const codes = flagColumnOf(['b', 'd', 'e', 'f', 'n', 'p', 'r', 's', 'u']).status;
    return mapped({ to: 'status', codes } as { readonly to: string });
  }
  const { status, missing, unknown } = flagColumnOf(labels, view.legend);
  if (Object.keys(status).length + Object.keys(missing).length === 0)
    return {
      ...ignored('marks whose meaning is not known', [
        `What do ${labels
          .slice(0, 6)
          .map((label) => `"${label}"`)
          .join(', ')} mean?`,
      ]),
      factor: 0.6,
    };
  const otherwise = { to: null, reason: 'the other marks say something else' };
  const mappings = [
    ...(Object.keys(status).length > 0
      ? [
          {
            to: 'status',
            codes: status,
            ...(Object.keys(missing).length + unknown.length > 0 && { otherwise }),
          },
        ]
      : []),
    ...(Object.keys(missing).length > 0 ? [{ to: 'missing', codes: missing, otherwise }] : []),
  ];
  const [first] = mappings;
  return {
    to: first?.to ?? null,
    written: mappings.length === 1 && first ? first : mappings,
    crosswalks: [],
    decide:
      unknown.length > 0
        ? [
            `What do ${unknown
              .slice(0, 6)
              .map((label) => `"${label}"`)
              .join(', ')} mean?`,
          ]
        : [],
    factor: unknown.length > 0 ? 0.85 : 1,
    why: `${labels.length - unknown.length} of ${labels.length} marks are known`,
  };
}
