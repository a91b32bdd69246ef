import { isLegend } from '@samenbeeld/ingest';
import { expression } from '@samenbeeld/read';
import { detectPersonalData, inFour, type Text } from '@samenbeeld/schema';
import { isMark } from '../columns/missing-marks.ts';
import { escaped } from '../escaped.ts';
import { shortened } from '../quoted.ts';
import { cellKind } from './cell-kind.ts';
import type { ColumnShape } from './column-profile.ts';
import { rowText, type SampledCells } from './sample-row.ts';

/** The rows at the end that are no data. */
export interface FoundFooter {
  /** From the top. */
  readonly rows: readonly SampledCells[];
  readonly pattern: string | null;
  readonly confidence: number;
  readonly reason: Text;
}

const lead =
  /^(?:\W{0,2}(?:bron(?:nen|vermelding)?|sources?|quellen?|fuentes?|fontes?|fonti|note|nota|noot|notes|anm(?:erkung(?:en)?)?|hinweise?|opm(?:erking(?:en)?)?|toelichting|remarques?|lecture|champ|legend[ae]?|légende|legende|stand|stichtag|peildatum|situation|état au|données au|as of|as at|copyright|licen[cs]e|lizenz|disclaimer|voetnoot|footnotes?|fußnoten?|erläuterung(?:en)?|special values?|available flags?|bijgewerkt|last update[d]?|extract(?:ed|ion)|date d'extraction|nb|n\.b\.|definition|définitions?|citation|contact|datenquelle|herausgeber|gegevens|deze gegevens|cijfers|observation flags?|unit[ée]? de compte)\b)\s*(?::|=|\.|\d|$|\S)/iu;
const mark =
  /^(?:©|\(c\)\s|\*+\s?\S|†|\(?\d{1,2}\)\s?\S|\([a-z…*.]{1,3}\)\s+\p{L}|[¹²³⁴⁵⁶⁷⁸⁹]|https?:\/\/|www\.)/iu;
/** A line drawn with signs, as Destatis puts it above its notes. */
const rule = /^(?:_{3,}|[-–—]{8,})$/u;

const first = (row: SampledCells): string => (row.cells[row.filled[0] ?? 0] ?? '').trim();

/** Whether a text says what marks of missing figures mean: `nd, n.d. : non disponible`. */
function listsMarks(text: string): boolean {
  const [, marks] = /^([^:=]{1,30}?)\s*[:=]\s*\p{L}/u.exec(text) ?? [];
  return marks?.split(',').every((each) => isMark(each.trim())) ?? false;
}

/** Whether a row of a narrow table has a mark or a flag and, in the next cell, what it means: ":" and "not available", "b" and "break in time series". */
function isLegendRow({ cells, filled: [mark = 0, meaning = 0] }: SampledCells): boolean {
  const text = (cells[mark] ?? '').trim();
  return (
    mark === 0 &&
    (cellKind(text) === 'missing' || /^\p{Ll}{1,2}$/u.test(text)) &&
    /^\p{L}{3,}(?:[ ,-]+\p{L}+)*$/u.test((cells[meaning] ?? '').trim())
  );
}

/** Whether a row begins with a mark that figures have above it, in their cells or right of them: "lu" and "Luxembourg" may be a row whose figure is missing. */
function isMarkAbove(
  row: SampledCells,
  above: readonly SampledCells[],
  profiles: readonly ColumnShape[],
): boolean {
  const flagged = new RegExp(`^(?:.*\\d[\\d)]*\\s*)?${escaped(first(row))}$`, 'u');
  return above.some(({ cells }) =>
    cells.some(
      (cell, at) =>
        at > 0 &&
        [at, at - 1].some((column) => profiles[column]?.kind === 'number') &&
        flagged.test((cell ?? '').trim()),
    ),
  );
}

/** Whether a row can be of the footer: narrow, and text where the body has values. */
function strength(
  row: SampledCells,
  above: readonly SampledCells[],
  usual: number,
  profiles: readonly ColumnShape[],
): number {
  const size = row.filled.length;
  const text = first(row);
  if (row.filled.every((column) => isLegend(row.cells[column] ?? ''))) return 1;
  if (size === 1 && rule.test(text)) return 1;
  const said = lead.test(text) || mark.test(text) || listsMarks(text);
  if (usual <= 1) return size === 1 && lead.test(text) && /[:©]/.test(text) ? 1 : 0;
  if (size >= usual && usual > 2) return 0;
  if (usual === 2 && size === 2)
    return lead.test(text) &&
      /:\s*$|:\s/.test(text) &&
      profiles[row.filled[1] ?? 1]?.kind === 'number' &&
      cellKind(row.cells[row.filled[1] ?? 1]) === 'text'
      ? 0.9
      : 0;
  const valued = row.filled.filter((column) => {
    const kind = cellKind(row.cells[column]);
    return column > (row.filled[0] ?? 0) && kind !== 'text';
  });
  if (valued.length > 0 && !said) return 0;
  const isMarked = usual === 3 ? isLegendRow(row) : cellKind(text) === 'missing';
  if (size === 2 && usual >= 3 && isMarked) return isMarkAbove(row, above, profiles) ? 0.9 : 0.4;
  if (said) return size <= 2 || size <= usual / 3 ? 1 : 0.4;
  if (size > 2 || size > usual / 2) return 0;
  if (profiles[row.filled[0] ?? 0]?.repeated?.has(text)) return 0;
  return text.length > 60 ? 0.9 : text.length > 25 ? 0.6 : 0.4;
}

/** Blanks as an expression: RE2's \\s knows no no-break blank, as stands before a French colon. */
const blanks = (found = ''): string => (/^[\t\n\f\r ]*$/.test(found) ? '\\s*' : '[\\s\\p{Z}]*');

/** The beginning of a footer's line, as the next edition will have it too. */
function beginning(text: string): string {
  const colon = /^([\p{L} '’.]{2,30}?)(\s*)[:：]/u.exec(text);
  if (colon) return `${escaped(colon[1] ?? '')}${blanks(colon[2])}:`;
  const legend = isLegend(text) ? /^(.{1,6}?)(\s*)=/u.exec(text) : null;
  if (legend) return `${escaped(legend[1] ?? '')}${blanks(legend[2])}=`;
  if (/^©/.test(text)) return '©';
  if (rule.test(text)) return `${escaped(text.slice(0, 3))}`;
  const [bracketed] = /^\([a-z…*.]{1,3}\)/u.exec(text) ?? [];
  if (bracketed !== undefined) return escaped(bracketed);
  const [numbered] = /^\(?\d{1,2}\)/.exec(text) ?? [];
  if (numbered !== undefined) return '\\(?\\d{1,2}\\)';
  const [stars] = /^\*+/.exec(text) ?? [];
  if (stars !== undefined) return '\\*';
  if (/^[a-z]{1,3}$/.test(text)) return '[a-z]{1,3}$';
  if (text.length <= 24) return `${escaped(text)}$`;
  const words = /^[^\d]{8,30}(?=\s)/u.exec(text)?.[0] ?? text.slice(0, 20);
  return escaped(words.trimEnd());
}

/** What an expression may hold of a line: what stands before its colon ("Contact :"), else the line. */
const named = (text: string): string => /^[\p{L} '’.]{2,30}?\s*[:：]/u.exec(text)?.[0] ?? text;

/**
 * An expression that matches each footer row by its first value, and no row of the body; null where none does, and where it would
 * hold what looks like data of a person.
 */
export function footerPattern(
  rows: readonly SampledCells[],
  body: readonly SampledCells[],
): string | null {
  if (rows.some((row) => detectPersonalData(named(first(row))).length > 0)) return null;
  const exact = (text: string): string => `${escaped(text)}$`;
  const parts = rows.map((row) => {
    const part = beginning(first(row));
    const { test } = expression(`^(?:${part})`);
    return body.some((each) => test(first(each))) ? exact(first(row)) : part;
  });
  if (
    parts.some(
      (part, at) =>
        part === exact(first(rows[at] as SampledCells)) &&
        detectPersonalData(first(rows[at] as SampledCells)).length > 0,
    )
  )
    return null;
  const distinct = [...new Set(parts)];
  const pattern = distinct.length === 1 ? `^${distinct[0]}` : `^(?:${distinct.join('|')})`;
  const { test } = expression(pattern);
  return body.some((each) => test(first(each))) || !rows.every((row) => test(first(row)))
    ? null
    : pattern;
}

/** Looks from the last row upward for lines that are no data: sources, notes, legends. */
export function findFooter(
  tail: readonly SampledCells[],
  profiles: readonly ColumnShape[],
  usual: number,
): FoundFooter {
  const none = (confidence: number, reason: Text): FoundFooter => ({
    rows: [],
    pattern: null,
    confidence,
    reason,
  });
  let start = tail.length;
  let strongest = 0;
  while (start > 0) {
    const row = tail[start - 1] as SampledCells;
    const force = strength(row, tail.slice(0, start - 1), usual, profiles);
    if (force === 0) break;
    strongest = Math.max(strongest, force);
    start--;
  }
  // A short label without values is a row of the body unless a gap sets it apart or others like it say what they are.
  while (start < tail.length) {
    const row = tail[start] as SampledCells;
    const above = tail[start - 1];
    const gap = above !== undefined && row.line - above.line - above.lines > 0;
    const force = strength(row, tail.slice(0, start), usual, profiles) + (gap ? 0.4 : 0);
    if (force >= 0.8) break;
    start++;
  }
  const rows = tail.slice(start);
  if (rows.length === 0) {
    const last = tail.at(-1);
    const narrow = last !== undefined && usual > 1 && last.filled.length === 1;
    return narrow
      ? none(
          0.6,
          inFour(
            'de laatste rij heeft één waarde ({cell}) maar leest als een rij zonder waarden',
            'la dernière ligne a une valeur ({cell}) mais se lit comme une ligne sans valeurs',
            'die letzte Zeile hat einen Wert ({cell}), liest sich aber wie eine Zeile ohne Werte',
            'the last row holds one value ({cell}) but reads as a row without values',
            { cell: shortened(first(last), 38) },
          ),
        )
      : none(
          0.96,
          inFour(
            'de laatste rij heeft {n} {n:waarde|waarden}, zoals rijen met gegevens',
            'la dernière ligne a {n} {n:valeur|valeurs}, comme les lignes de données',
            'die letzte Zeile hat {n} {n:Wert|Werte}, wie Zeilen mit Daten',
            'the last row has {n} values, as rows of the body have',
            { n: last?.filled.length ?? 0 },
          ),
        );
  }
  const body = tail.slice(0, start);
  const pattern = footerPattern(rows, body);
  if (pattern === null)
    return none(
      0.3,
      inFour(
        '{n} {n:regel|regels} aan het eind {n:lijkt|lijken} op een voet, maar geen uitdrukking onderscheidt ze van gegevens',
        '{n} {n:ligne finale ressemble|lignes finales ressemblent} à un pied, mais aucune expression ne les distingue des données',
        '{n} {n:Zeile|Zeilen} am Ende {n:sieht|sehen} nach einem Fuß aus, aber kein Ausdruck unterscheidet sie von Daten',
        '{n} lines at the end look like a footer, but no expression tells them from data',
        { n: rows.length },
      ),
    );
  return {
    rows,
    pattern,
    confidence: Math.min(0.97, 0.6 + 0.38 * strongest),
    reason: inFour(
      '{n:de laatste rij is|de laatste # rijen zijn} smalle tekst, zoals {text}, en geen rij met gegevens begint zo',
      '{n:la dernière ligne est|les # dernières lignes sont} du texte étroit, comme {text}, et aucune ligne de données ne commence ainsi',
      '{n:die letzte Zeile ist|die letzten # Zeilen sind} schmaler Text, etwa {text}, und keine Zeile mit Daten beginnt so',
      '{n:the last row is|the last # rows are} narrow text, such as {text}, and no row of the body begins so',
      { n: rows.length, text: shortened(rowText(rows[0] as SampledCells), 50) },
    ),
  };
}
