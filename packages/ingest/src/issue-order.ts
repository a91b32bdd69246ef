import type { Issue } from '@samenbeeld/schema';

const severities: readonly Issue['severity'][] = ['rejection', 'warning', 'note'];

/** Rejections, then warnings, then notes; each in the order of file, line and column. */
export function inOrder(a: Issue, b: Issue): number {
  const text = (x: string | null, y: string | null): number =>
    (x ?? '') < (y ?? '') ? -1 : (x ?? '') > (y ?? '') ? 1 : 0;
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    text(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    text(a.column, b.column) ||
    text(a.rule, b.rule)
  );
}
