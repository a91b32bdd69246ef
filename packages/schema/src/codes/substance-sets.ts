import { type CodeEntry, type CodeList, codeList } from '../code-list.ts';
import { textOf } from '../code-table.ts';
import { cellParts, tableRows } from '../table-rows.ts';

/** Several substances that a source counts as one figure. */
export interface SubstanceSet extends CodeEntry {
  /** Codes of substances or of other sets. */
  readonly members: readonly string[];
  /** Whether it also holds substances that are not named here. */
  readonly open: boolean;
}

// code | nl | fr | de | en | members | open | synonyms
const rows = tableRows(
  `
  ALL     | alle drugs | toutes les drogues | alle Drogen | all drugs |  | open | drugs totaal; totaal drugs; toutes drogues; total drogues; Drogen insgesamt; drugs, total; all substances
  SET4    | heroïne, cocaïne, hasj en marihuana | héroïne, cocaïne, haschisch et marijuana | Heroin, Kokain, Haschisch und Marihuana | heroin, cocaine, hashish and marijuana | HER; COC; CAN_RESIN; CAN_HERB | | heroin+cocaine+hashish+marijuana; 4 substances
  ECSTASY_TYPE | xtc-achtige stoffen | substances de type ecstasy | ecstasyartige Stoffe | ecstasy-type substances | MDMA; MDMA_TAB; MDMA_OIL; MDA | open | ecstasy-type; MDMA total
  ATS     | amfetamineachtigen, zonder xtc | stimulants de type amphétamine, hors ecstasy | amphetaminartige Stimulanzien, ohne Ecstasy | amphetamine-type stimulants, excluding ecstasy | AMF; AMF_OIL; METH | open | ATS excluding ecstasy
  SYNTH   | synthetische drugs | drogues de synthèse | synthetische Drogen | synthetic drugs | ATS; ECSTASY_TYPE | open | drogues synthétiques
  HALLUC  | hallucinogenen | hallucinogènes | Halluzinogene | hallucinogens | LSD; DMT; PSILO; 2CB | open | total hallucinogens
  SEDAT   | slaap- en kalmeringsmiddelen | sédatifs et tranquillisants | Beruhigungs- und Schlafmittel | sedatives and tranquillisers | BENZO; Z_DRUG; GHB; GBL | open | sedatives and tranquillizers
`,
  8,
);

/** Figures over several substances. `ALL` stands for all drugs together, and is no substance. */
export const substanceSets: CodeList<SubstanceSet> = codeList(
  'substanceSets',
  rows.map(([code = '', nl, fr, de, en, members, open, synonyms]) => ({
    code,
    label: textOf([nl, fr, de, en]),
    synonyms: cellParts(synonyms),
    members: cellParts(members),
    open: open === 'open',
  })),
);
