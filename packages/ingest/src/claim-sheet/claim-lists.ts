import {
  agencies,
  bases,
  confidences,
  countUnits,
  extents,
  marketLevels,
  metrics,
  missingReasons,
  obsStatuses,
  offences,
  places,
  stats,
  substances,
  type Text,
  units,
  wordings,
} from '@samenbeeld/schema';
import type { ClaimListName } from './claim-columns.ts';

/** A code that can be chosen, and what it is called. */
export interface ClaimChoice {
  readonly code: string;
  readonly label: Text;
}

const ownSeizures: readonly ClaimChoice[] = [
  { code: 'true', label: { nl: 'ja', fr: 'oui', de: 'ja', en: 'yes' } },
  { code: 'false', label: { nl: 'nee', fr: 'non', de: 'nein', en: 'no' } },
];

const readingLanguages: readonly ClaimChoice[] = [
  { code: 'nl', label: { nl: 'Nederlands', fr: 'néerlandais', de: 'Niederländisch', en: 'Dutch' } },
  { code: 'fr', label: { nl: 'Frans', fr: 'français', de: 'Französisch', en: 'French' } },
  { code: 'de', label: { nl: 'Duits', fr: 'allemand', de: 'Deutsch', en: 'German' } },
  { code: 'en', label: { nl: 'Engels', fr: 'anglais', de: 'Englisch', en: 'English' } },
  {
    code: 'lb',
    label: { nl: 'Luxemburgs', fr: 'luxembourgeois', de: 'Luxemburgisch', en: 'Luxembourgish' },
  },
  { code: 'es', label: { nl: 'Spaans', fr: 'espagnol', de: 'Spanisch', en: 'Spanish' } },
  {
    code: 'pt',
    label: { nl: 'Portugees', fr: 'portugais', de: 'Portugiesisch', en: 'Portuguese' },
  },
  { code: 'it', label: { nl: 'Italiaans', fr: 'italien', de: 'Italienisch', en: 'Italian' } },
  { code: 'ar', label: { nl: 'Arabisch', fr: 'arabe', de: 'Arabisch', en: 'Arabic' } },
];

/** What each list of the claim sheet offers: the code lists of the schema, whole. */
export const claimLists: Readonly<Record<ClaimListName, readonly ClaimChoice[]>> = {
  place: places,
  basis: bases,
  contains_own: ownSeizures,
  agency: agencies,
  substance: substances,
  offence: offences,
  metric: metrics,
  stat: stats,
  unit: units,
  wording: wordings,
  extent: extents,
  status: obsStatuses,
  language: readingLanguages,
  confidence: confidences,
  level: marketLevels,
  count_unit: countUnits,
  missing: missingReasons,
};
