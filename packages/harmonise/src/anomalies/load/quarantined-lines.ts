import type { Binding } from '@samenbeeld/ingest';
import type { Issue } from '@samenbeeld/schema';

/** Lines of a table that are kept out because something in them looks like personal data: nothing of them is shown. */
export function quarantinedLines(
  issues: readonly Issue[],
  { table }: Binding,
): ReadonlySet<number | null> {
  return new Set(
    issues
      .filter(
        ({ file, sheet, rule, severity }) =>
          file === table.file &&
          sheet === table.sheet &&
          severity === 'rejection' &&
          rule.startsWith('personal-data.'),
      )
      .map(({ line }) => line),
  );
}
