import { type CodeEntry, type CodeList, codeList } from '../code-list.ts';
import { textOf } from '../code-table.ts';
import { cellParts, tableRows } from '../table-rows.ts';

/** What one thing is taken to weigh, so that things can be turned into mass. */
export interface Assumption extends CodeEntry {
  /** The unit it turns: one of it … */
  readonly per: string;
  /** … is taken to be so many … */
  readonly quantity: number;
  /** … of this unit. */
  readonly unit: string;
  /** Substances it holds for; empty holds for all. */
  readonly substances: readonly string[];
  readonly source: string;
  /** Whether the figure was read in the source named, rather than recalled as usual practice. */
  readonly verified: boolean;
}

// code | per | quantity | unit | substances | verified | source | nl | fr | de | en
const rows = tableRows(
  `
  PLANT_HERB     | plant  | 100  | g  | CAN_PLANT |  | UNODC convention for seized plants, recalled; check before use | 100 g gedroogde cannabis per plant | 100 g d’herbe séchée par plante | 100 g getrocknetes Marihuana pro Pflanze | 100 g of dried herb per plant
  LSD_DOSE       | dose   | 0.05 | mg | LSD |  | usual dose of 50 micrograms, recalled; check before use | 0,05 mg lsd per dosis | 0,05 mg de LSD par dose | 0,05 mg LSD pro Dosis | 0.05 mg of LSD per dose
  ECSTASY_TABLET | tablet | 300  | mg | MDMA_TAB |  | gross mass, recalled; UNODC uses 90 to 300 mg by region, dataunodc.un.org/drugs/global_seizures; check before use | 300 mg bruto per xtc-tablet | 300 mg brut par comprimé d’ecstasy | 300 mg brutto pro Ecstasy-Tablette | 300 mg gross per ecstasy tablet
  METH_TABLET    | tablet | 100  | mg | METH |  | used by a public loader of UNODC data, recalled; check before use | 100 mg per methamfetaminetablet | 100 mg par comprimé de méthamphétamine | 100 mg pro Methamphetamin-Tablette | 100 mg per methamphetamine tablet
  LITRE_KILOGRAM | l      | 1    | kg |  | verified | UNODC, dataunodc.un.org/drugs/global_seizures: 1 kg per litre | 1 kg per liter | 1 kg par litre | 1 kg pro Liter | 1 kg per litre
`,
  11,
);

/**
 * Conventional masses, as a start: copy one and change it where your laboratory knows better.
 * None is used unless it is named, and each that is used is listed in the result.
 *
 * @example
 * ```ts
 * import { assumptions } from '@samenbeeld/schema';
 * const own = { ...assumptions.get('ECSTASY_TABLET'), quantity: 410, source: 'own laboratory, 2024' };
 * own.verified // => false
 * ```
 */
export const assumptions: CodeList<Assumption> = codeList(
  'assumptions',
  rows.map(
    ([code = '', per = '', quantity, unit = '', substances, verified, source = '', ...labels]) => ({
      code,
      label: textOf(labels),
      synonyms: [],
      per,
      quantity: Number(quantity),
      unit,
      substances: cellParts(substances),
      source,
      verified: verified === 'verified',
    }),
  ),
);
