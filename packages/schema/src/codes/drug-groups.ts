import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';

/** Which kind of substance. */
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

/** Groups of substances, for ordering and colour; never a total of their own. */
export const drugGroups: CodeList<CodeEntry<DrugGroup>> = wordList('drugGroups', {
  STIM: 'stimulantia|stimulants|Stimulanzien|stimulants',
  OPIO: 'opioïden|opioïdes|Opioide|opioids',
  CANN: 'cannabis|cannabis|Cannabis|cannabis',
  NPS: 'nieuwe psychoactieve stoffen|nouvelles substances psychoactives|neue psychoaktive Stoffe|new psychoactive substances',
  EMPA: 'MDMA en verwante stoffen|MDMA et substances apparentées|MDMA und verwandte Stoffe|MDMA and related substances',
  DISS: 'dissociativa|dissociatifs|Dissoziativa|dissociatives',
  DEPR: 'sedativa|sédatifs|Beruhigungsmittel|sedatives',
  HALL: 'hallucinogenen|hallucinogènes|Halluzinogene|hallucinogens',
  MIX: 'mengsels|mélanges|Mischungen|mixtures',
  MED: 'geneesmiddelen|médicaments|Arzneimittel|medicines',
  VOL: 'vluchtige stoffen|substances volatiles|flüchtige Stoffe|volatile substances',
  PREC: 'precursoren|précurseurs|Grundstoffe|precursors',
  CUT: 'versnijdingsmiddelen|produits de coupe|Streckmittel|cutting agents',
  OTHER: 'overige|autres|sonstige|other',
});
