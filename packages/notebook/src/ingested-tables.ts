import type { IngestResult } from '@samenbeeld/ingest';
import { observationTable, seizureTable } from '@samenbeeld/schema';
import type { PictureContents } from '@samenbeeld/store';

const issueColumns = [
  'file',
  'line',
  'column_name',
  'value',
  'rule',
  'severity',
  'message',
  'repair',
] as const;

/** The tables of a picture of one source: its records, and what was said of its cells. */
export function ingestedTables({ source, issues }: IngestResult): PictureContents['tables'] {
  const { record } = source;
  const columns = record === 'seizure' ? seizureTable : observationTable;
  return [
    {
      name: record,
      sql: `select ${columns.map(({ name }) => name).join(', ')} from ${record} order by id`,
    },
    {
      name: 'issue',
      columns: issueColumns.map((name) => ({
        name,
        type: name === 'line' ? ('INTEGER' as const) : ('VARCHAR' as const),
      })),
      rows: issues.map(({ file, line, column, value, rule, severity, message, repair }) => [
        file,
        line,
        column,
        value,
        rule,
        severity,
        message,
        repair,
      ]),
    },
  ];
}
