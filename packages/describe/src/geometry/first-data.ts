import type { ColumnShape } from './column-profile.ts';
import { namesStub } from './header-block.ts';
import { isHeaderWord } from './header-words.ts';
import { judgeRow, type RowVerdict } from './judge-row.ts';
import type { SampledCells } from './sample-row.ts';
import { isWide, leftEdge } from './table-extent.ts';

const deepest = 120;

const isHeaderLike = ({ header, data }: RowVerdict): boolean => header > data + 0.2;
const isDataLike = ({ header, data }: RowVerdict): boolean => data > header + 0.2;

/** The first row that is data, by what the columns below it hold. */
export function firstData(
  rows: readonly SampledCells[],
  usual: number,
  profiles: readonly ColumnShape[],
  repeats: ReadonlySet<SampledCells>,
): { readonly body: number; readonly sure: number } {
  const verdicts = rows.slice(0, deepest).map((row) => judgeRow(row, profiles));
  const wide = verdicts.map((_, at) => {
    const row = rows[at] as SampledCells;
    return !repeats.has(row) && isWide(row, usual);
  });
  const widest = Math.max(0, wide.indexOf(true));
  // Below a row that numbers the columns stand their names.
  const numbered = verdicts[widest]?.numbering === true && widest + 1 < wide.length;
  const firstWide = numbered ? widest + 1 : widest;
  const base = leftEdge(rows, firstWide);
  // One cell at the left titles what follows; elsewhere it heads a column, such as a unit does.
  const titlesSection = ({ filled }: SampledCells): boolean =>
    filled.length === 1 && usual > 1 && (filled[0] ?? 0) <= base;
  const namesColumns = (at: number): boolean => {
    const row = rows[at] as SampledCells;
    const { header, data, against } = verdicts[at] as RowVerdict;
    const named = row.filled.filter((column) => isHeaderWord(row.cells[column])).length;
    return header > data + 0.2 && (against > 0 || named >= row.filled.length * 0.5);
  };
  for (let at = numbered ? firstWide + 1 : firstWide; at < verdicts.length; at++) {
    const verdict = verdicts[at] as RowVerdict;
    if (!wide[at] || !isDataLike(verdict)) continue;
    const next = verdicts.slice(at + 1, at + 9).filter((_, i) => wide[at + 1 + i]);
    const contrary = next.filter(isHeaderLike).length;
    const soon = next.slice(0, 3).filter(isHeaderLike).length;
    if (contrary > next.length * 0.25 || soon > 1) continue;
    const sure = verdict.data - verdict.header;
    // A lone year above numbers names them where nothing else does.
    if (at === firstWide)
      return verdict.lonePeriod && verdict.data <= 1
        ? { body: at + 1, sure: 0 }
        : { body: at, sure };
    // What tells nothing below a row of headings is data of an odd kind.
    const named = verdicts.findLastIndex(
      (_, i) =>
        i < at &&
        !repeats.has(rows[i] as SampledCells) &&
        namesColumns(i) &&
        !titlesSection(rows[i] as SampledCells),
    );
    const after = Math.max(named, firstWide) + 1;
    return { body: namesStub(rows, after) && after < at ? after + 1 : after, sure };
  }
  // Nothing tells: the first wide row names the columns.
  let at = firstWide;
  while (at + 1 < verdicts.length && wide[at + 1] && namesColumns(at + 1)) at++;
  return { body: Math.min(rows.length, at + 1), sure: 0 };
}
