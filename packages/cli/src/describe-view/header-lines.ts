import type { FileDescription } from '@samenbeeld/describe';
import { hanging } from '@samenbeeld/page';
import type { Signs } from './signs.ts';

const languages = { nl: 'Dutch', fr: 'French', de: 'German', en: 'English' } as const;
const delimiters: Readonly<Record<string, string>> = { '\t': 'tab', ' ': 'blank' };

function counted(n: number, one: string): string {
  return `${n} ${one}${n === 1 ? '' : 's'}`;
}

/** The layout of a file in a line or two, as an analyst would say it. */
export function headerLines(
  found: FileDescription,
  signs: Signs,
  width: number,
): readonly string[] {
  const { delimiter, decimalChar, groupChar, footer, encoding, sheet, path, title, header } = found;
  const marks = { ',': 'decimal comma', '.': 'decimal point' } as const;
  const groups: Readonly<Record<string, string>> = {
    ',': 'commas in thousands',
    '.': 'points in thousands',
    ' ': 'blanks in thousands',
  };
  const layout = [
    found.format.value,
    encoding?.value,
    delimiter && `"${delimiters[delimiter.value] ?? delimiter.value}"`,
    sheet && `sheet "${sheet.value}"`,
    path && path.value !== '/' && `at ${path.value}`,
    decimalChar.value && marks[decimalChar.value],
    groupChar.value && (groups[groupChar.value] ?? 'grouped thousands'),
    languages[found.language.value],
    title.value > 0 && counted(title.value, 'title line'),
    counted(header.value, 'header row'),
    footer.value !== null &&
      `footer ${JSON.stringify(found.footerLines[0]?.slice(0, 30) ?? footer.value)}`,
  ].filter((part): part is string => typeof part === 'string' && part !== '');
  const { start, end } = found.period ?? {};
  const rejected = found.trial.kind === 'ingested' ? found.trial.conservation.rejected : 0;
  const of = rejected > 0 ? ' in what was accepted' : '';
  const span =
    start && end ? `${start === end ? start : `${start} ${signs.more} ${end}`}${of}` : null;
  const rows = found.rows.toLocaleString('en');
  const contents = [
    found.layout === 'none'
      ? 'no figures found'
      : `${found.layout} table of ${found.record.value}s`,
    `${rows} rows${found.whole ? '' : ' looked at, of the beginning and the end'}`,
    span,
  ].filter((part): part is string => part !== null);
  const name = `${found.file}    `;
  const label = [...name].length > 40 ? '    ' : name;
  const lines = [
    ...hanging(label, layout.join(signs.dot), width),
    ...hanging(' '.repeat([...label].length), contents.join(', '), width),
  ];
  return label === name ? lines : [found.file, ...lines];
}
