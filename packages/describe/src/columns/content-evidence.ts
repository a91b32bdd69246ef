import type { Language } from '@samenbeeld/schema';
import { figureEvidence } from './figure-evidence.ts';
import { labelEvidence, labelsLooked } from './label-evidence.ts';
import { type ColumnProfile, labelsOf, shareOf } from './profile-column.ts';
import { mostlyQuantities, quantityLabels } from './quantity-shape.ts';
import type { Concept } from './vocabulary.ts';

/** What the cells of a column say by themselves. */
export interface ContentEvidence {
  /** 0 to 0.95. */
  readonly score: number;
  /** With the evidence counted: "11 of 12 labels are substances". */
  readonly why: string;
}

function textEvidence(
  profile: ColumnProfile,
  language: Language,
): ReadonlyMap<Concept, ContentEvidence> {
  const found = new Map<Concept, ContentEvidence>();
  if (mostlyQuantities(profile, language)) {
    const { units, worded } = quantityLabels(profile, language);
    if (profile.words > 0 || worded.length > 0)
      found.set('value', {
        score: 0.75,
        why: [
          ...(units.length > 0 ? [`${units.length} labels are figures with their unit`] : []),
          ...(worded.length > 0 ? [`${worded.length} labels are figures with words`] : []),
        ].join(', '),
      });
  }
  const { said, values, words } = profile;
  const varied = said > 0 ? values.size / said : 0;
  if (shareOf(profile, words) > 0.6 && profile.length > 25 && varied > 0.3)
    found.set('note', {
      score: 0.5,
      why: `free text of ${Math.round(profile.length)} letters on average`,
    });
  const named = labelsOf(profile)
    .slice(0, labelsLooked)
    .filter((text) => /\d{2}/.test(text) && /[\p{L}-]/u.test(text) && !/\s/.test(text));
  if (said > 2 && varied > 0.98 && named.length === Math.min(values.size, labelsLooked))
    found.set('reference', {
      score: 0.6,
      why: `${said} cells, all different, of letters and digits`,
    });
  return found;
}

/** What the cells of a column say by themselves, by meaning; what they do not suggest is not in it. */
export function contentEvidence(
  profile: ColumnProfile,
  language: Language,
): ReadonlyMap<Concept, ContentEvidence> {
  const found = labelEvidence(profile, language);
  for (const more of [figureEvidence(profile), textEvidence(profile, language)])
    for (const [concept, evidence] of more)
      if (evidence.score > (found.get(concept)?.score ?? 0)) found.set(concept, evidence);
  return found;
}
