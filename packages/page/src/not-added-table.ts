import { type NotAddedBlock, sameText, type TableBlock } from './document.ts';
import { words } from './words.ts';

/** Figures that stand beside, as a table. */
export function notAddedTable({ caption, rows }: NotAddedBlock): TableBlock {
  const isNamed = rows.some(({ substance }) => substance);
  return {
    kind: 'table',
    caption,
    columns: [
      { label: words.period, kind: 'label' },
      { label: words.place, kind: 'words' },
      ...(isNamed ? [{ label: words.substance, kind: 'words' } as const] : []),
      { label: words.basis, kind: 'words' },
      { label: words.value, kind: 'number' },
      { label: words.reason, kind: 'words' },
    ],
    rows: rows.map(({ period, place, substance, basis, figure, reason }) => [
      { shown: period },
      { shown: place },
      ...(isNamed ? [{ shown: substance ?? sameText('–') }] : []),
      { shown: basis },
      figure,
      { shown: reason },
    ]),
    notes: [words.notAddedWhy],
  };
}
