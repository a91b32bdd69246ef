import { type CodeEntry, type CodeList, codeList } from '../code-list.ts';
import { textOf } from '../code-table.ts';
import type { Classification } from '../handling.ts';
import { cellParts, tableRows } from '../table-rows.ts';

/** A classification level with the words the three states print on paper, in their own languages. */
export interface ClassificationEntry extends CodeEntry<Classification> {
  readonly national: Readonly<Record<'BE' | 'NL' | 'LU', readonly string[]>>;
}

const rows = tableRows(
  `
  none         | niet gerubriceerd | non classifié     | nicht eingestuft           | not classified |                                             |                    |
  restricted   | beperkt           | diffusion restreinte | nur für den Dienstgebrauch | restricted  | BEPERKT; RESTREINT; BEPERKTE VERSPREIDING; DIFFUSION RESTREINTE | Dep. VERTROUWELIJK | RESTREINT LUX
  confidential | vertrouwelijk     | confidentiel      | vertraulich                | confidential   | VERTROUWELIJK; CONFIDENTIEL                 | Stg. CONFIDENTIEEL | CONFIDENTIEL LUX
  secret       | geheim            | secret            | geheim                     | secret         | GEHEIM; SECRET                              | Stg. GEHEIM        | SECRET LUX
`,
  8,
);

/**
 * Classification levels, from open to closed, independent of TLP. The national words are labels for banners, not
 * a statement that two levels are equal in law. From memory; to be checked with each security authority.
 */
export const classifications: CodeList<ClassificationEntry> = codeList(
  'classifications',
  rows.map(([code, nl, fr, de, en, be, nlNational, lu]) => ({
    code: code as Classification,
    label: textOf([nl, fr, de, en]),
    synonyms: [],
    national: { BE: cellParts(be), NL: cellParts(nlNational), LU: cellParts(lu) },
  })),
);
