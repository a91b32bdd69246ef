import { type CodeEntry, type CodeList, codeList } from '../code-list.ts';
import { textOf } from '../code-table.ts';
import { cellParts, tableRows } from '../table-rows.ts';
import { substanceTable } from './substance-table.ts';

/** Which kind of substance, for ordering and colour; never a total of its own. */
export type DrugGroup =
  | 'STIM'
  | 'OPIO'
  | 'CANN'
  | 'NPS'
  | 'EMPA'
  | 'DISS'
  | 'DEPR'
  | 'HALL'
  | 'MIX'
  | 'MED'
  | 'VOL'
  | 'PREC'
  | 'CUT'
  | 'OTHER';

/** A substance as offices count it. */
export interface Drug extends CodeEntry {
  readonly group: DrugGroup;
  /** Units it is counted in, the usual one first. */
  readonly units: readonly string[];
  /** The family it belongs to (COC of COC_HCL), or null. A family may be reported without its children. */
  readonly parent: string | null;
  /** Mass of base in a unit mass of the usual salt (sulphate for AMF, hydrochloride otherwise), or null. */
  readonly baseFactor: number | null;
}

const rows = tableRows(substanceTable, 10);

/**
 * The 69 substances, with the words of four languages and of the street.
 * "Cannabis" alone is never herb or resin, and tusi is not cocaine, whatever it is called.
 *
 * @example
 * ```ts
 * import { drugs } from '@samenbeeld/schema';
 * drugs.get('COC_CRACK').parent // => 'COC'
 * drugs.label('CAN_RESIN', 'nl') // => 'hasj'
 * drugs.lookup('Haschisch').kind // => 'exact'
 * drugs.lookup('tucibi').kind // => 'ambiguous'
 * ```
 */
export const drugs: CodeList<Drug> = codeList(
  'drugs',
  rows.map(([code = '', nl, fr, de, en, group, units, parent, factor, synonyms]) => ({
    code,
    label: textOf([nl, fr, de, en]),
    synonyms: cellParts(synonyms),
    group: group as DrugGroup,
    units: cellParts(units),
    parent: parent || null,
    baseFactor: factor ? Number(factor) : null,
  })),
  { tucibi: {} },
);
