import { codeLists } from '@samenbeeld/ingest';
import { type Language, ownValue } from '@samenbeeld/schema';
import type { ContentEvidence } from './content-evidence.ts';
import { countryOfAlpha3 } from './iso3.ts';
import { countryLists, keyEvidence, lists, offenceWords, shapes } from './label-shapes.ts';
import { nutsRegion } from './own-places.ts';
import { holdsPoliceRegions } from './place-by-level.ts';
import { departementOf, placeShapes } from './place-shapes.ts';
import { type ColumnProfile, labelsOf } from './profile-column.ts';
import type { Concept } from './vocabulary.ts';

/** Labels that are looked up at most: the most frequent ones. */
export const labelsLooked = 300;

/** Shares that a guess may rest on; below, a few labels agree by chance. */
const least = 0.3;

/** Headings below which six digits may be codes of goods; elsewhere they are figures. */
const goods = /lad|charg|cargo|goods|goed|waren|\b(?:HS|SH|GS|CN)\b/iu;

/** Labels that a list knows: a code as written, or a label or synonym in the language. */
function knownShare(labels: readonly string[], list: string, language: Language): number {
  const known = ownValue(codeLists, list);
  if (!known) return 0;
  const found = labels.filter((label) =>
    label
      .split('+')
      .every((part) => known.has(part.trim()) || known.lookup(part, language).kind !== 'none'),
  );
  return found.length;
}

/** What the labels of a column say, by looking them up in the code lists and by their shape. */
export function labelEvidence(
  profile: ColumnProfile,
  language: Language,
): Map<Concept, ContentEvidence> {
  const found = new Map<Concept, ContentEvidence>();
  const labels = labelsOf(profile).slice(0, labelsLooked);
  const keep = (concept: Concept, count: number, weight: number, what: string): void => {
    const share = labels.length > 0 ? count / labels.length : 0;
    const few = labels.length === 1 ? 0.85 : labels.length === 2 ? 0.95 : 1;
    const score = Math.round(weight * share * few * 1000) / 1000;
    if (share < least || score <= (found.get(concept)?.score ?? 0)) return;
    found.set(concept, { score, why: `${count} of ${labels.length} labels are ${what}` });
  };
  const wordy = profile.words > 0;
  if (wordy)
    for (const [concept, list, weight, what] of lists)
      keep(concept, knownShare(labels, list, language), weight, what);
  // Currencies are three capitals, too, and no countries.
  keep(
    'country',
    labels.filter((label) => countryOfAlpha3(label) !== null).length,
    0.85,
    'ISO 3166-1 alpha-3',
  );
  const regions = labels.filter((label) => nutsRegion(label) !== null);
  if (regions.filter((label) => /\d/.test(label)).length > regions.length * 0.8)
    keep('place', regions.length, 0.75, 'NUTS codes');
  // The group of a drug is often named as the drug is: the heading tells them apart.
  const drugs = found.get('substance');
  if (drugs) found.set('substanceGroup', { ...drugs, score: drugs.score * 0.8 });
  const countries = found.get('country');
  if (countries) for (const concept of countryLists) found.set(concept, countries);
  for (const [concept, pattern, weight, what] of shapes)
    if (concept !== 'coverLoadHs' || goods.test(profile.heading))
      keep(concept, labels.filter((label) => pattern.test(label)).length, weight, what);
  if (wordy) {
    keep(
      'offence',
      labels.filter((label) => label.length > 5 && offenceWords.test(label)).length,
      0.8,
      'worded as offences',
    );
    keep(
      'place',
      labels.filter((label) => departementOf(label) !== null).length,
      0.85,
      'French départements',
    );
    keep(
      'place',
      labels.filter((label) => / \((?:PV|RE|CR|LD|gemeente|provincie)\)$/.test(label)).length,
      0.9,
      'regions as StatLine writes them',
    );
  }
  if (holdsPoliceRegions(labels, profile.heading))
    keep('place', labels.length, 0.95, 'regions of the Dutch police');
  const [keys, weight] = keyEvidence(labels);
  keep('offenceKey', keys, weight, 'keys of the PKS');
  for (const shape of placeShapes)
    keep(
      'place',
      labels.filter((label) => shape.pattern.test(label)).length,
      shape.telling ? 0.9 : 0.35,
      shape.name,
    );
  return found;
}
