import type { Conservation, Issue } from '@samenbeeld/schema';
import type { Picture, PictureRows } from '@samenbeeld/store';
import { rowsOf } from '@samenbeeld/store';

/** The table of a picture in which everything stands that was said of a place in its files. */
export function issueTable(issues: readonly Issue[]): PictureRows {
  return rowsOf('issue', 'Rejections, warnings and notes, each with its place and repair', issues, {
    file: ['VARCHAR', 'File* | Name of the file.'],
    sheet: ['VARCHAR', 'Sheet | Sheet of a workbook, or path in a JSON file.'],
    line: ['INTEGER', 'Line | Physical line (from 1), row of a sheet, or index (from 0) in JSON.'],
    column_name: ['VARCHAR', 'Column | Letter or header of the column.', (issue) => issue.column],
    value: ['VARCHAR', 'Cell | The cell as found; blank for personal data.'],
    rule: ['VARCHAR', 'Rule* | Name of the rule.'],
    severity: ['VARCHAR', 'Severity* | rejection (removes its item), warning or note.'],
    message: ['VARCHAR', 'Message* | What is the matter, in English.'],
    repair: ['VARCHAR', 'Repair* | What to do, in English.'],
  });
}

type StoredIssue = Omit<Issue, 'column'> & { readonly column_name: string | null };

/** The items of a picture's files that could not be read: why each, and how many. */
export interface UnreadItems {
  readonly issues: readonly Issue[];
  readonly rejected: number;
  /** The picture does not say how many; `rejected` counts its issues, each of which may stand for several items. */
  readonly rejectedAtLeast: boolean;
}

/** What of a picture's files could not be read. */
export async function unreadItems(picture: Picture): Promise<UnreadItems> {
  const said = picture.has('issue') ? await picture.rows<StoredIssue>('issue') : [];
  const issues = said
    .filter(({ severity }) => severity === 'rejection')
    .map(({ column_name: column, ...issue }): Issue => ({ ...issue, column }));
  const counted = picture.metadata.details?.['rejected'];
  if (typeof counted === 'number') return { issues, rejected: counted, rejectedAtLeast: false };
  if (!picture.has('conservation'))
    return { issues, rejected: issues.length, rejectedAtLeast: issues.length > 0 };
  const files = await picture.rows<Pick<Conservation, 'rejected'>>('conservation');
  const rejected = files.reduce((sum, file) => sum + file.rejected, 0);
  return { issues, rejected, rejectedAtLeast: false };
}
