import { foldText, type Issue, ownValue } from '@samenbeeld/schema';
import type { SourceDescription } from './description/description.ts';
import { legendOf } from './legend.ts';
import type { TableHead } from './stage/staged-table.ts';

const alike = (text: string): string => foldText(text).replace(/\s+/gu, ' ').trim();

/**
 * Where the lines around a table say otherwise of its marks than the description does (`legend`): a mark that means
 * something else now would be read as it was before. Nothing where the description keeps no legend, or the format has no
 * such lines.
 */
export function legendIssues(
  { file, sheet, titles, footers }: TableHead,
  description: Pick<SourceDescription, 'legend' | 'file'>,
): readonly Issue[] {
  const kept = Object.entries(description.legend ?? {});
  if (kept.length === 0 || (titles === undefined && footers === undefined)) return [];
  const said = legendOf([...(titles ?? []), ...(footers ?? [])]);
  const issue = (rule: string, mark: string, message: string, repair: string): Issue => ({
    file,
    sheet,
    line: null,
    column: null,
    value: mark,
    rule,
    severity: 'warning',
    message,
    repair,
  });
  const changed = kept.flatMap(([mark, text]): Issue[] => {
    const now = said.get(mark)?.text;
    if (now !== undefined && alike(now) === alike(text)) return [];
    return now === undefined
      ? [
          issue(
            'legend.absent',
            mark,
            `the file no longer says what "${mark}" means; it was "${text}", and it is read as before`,
            `ask the publisher whether "${mark}" still means it; if nothing explains it any more, remove it from legend in ${description.file}`,
          ),
        ]
      : [
          issue(
            'legend.changed',
            mark,
            `"${mark}" meant "${text}", and this file says "${now}": it is still read as before`,
            `correct what "${mark}" means under missingValues, zeroValues or flags, and under legend, in ${description.file}; an edition that meant the other needs a description of its own`,
          ),
        ];
  });
  const added = [...said.values()].flatMap(({ mark, text }): Issue[] =>
    ownValue(description.legend, mark) === undefined
      ? [
          issue(
            'legend.new',
            mark,
            `the file says what "${mark}" means ("${text}"), and the description does not know it`,
            `say what "${mark}" means under missingValues, zeroValues or flags, and under legend, in ${description.file}`,
          ),
        ]
      : [],
  );
  return [...changed, ...added];
}
