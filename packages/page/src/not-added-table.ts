import type { NotAddedBlock, TableBlock } from './document.ts';
import { words } from './words.ts';

/** Figures that stand beside, as a table. */
export function notAddedTable({ caption, rows }: NotAddedBlock): TableBlock {
  return {
    kind: 'table',
    caption,
    columns: [
      { label: words.period, kind: 'label' },
      { label: words.place, kind: 'words' },
      { label: words.basis, kind: 'words' },
      { label: words.value, kind: 'number' },
      { label: words.reason, kind: 'words' },
    ],
    rows: rows.map(({ period, place, basis, figure, reason }) => [
      { shown: period },
      { shown: place },
      { shown: basis },
      figure,
      { shown: reason },
    ]),
    notes: [words.notAddedWhy],
  };
}
