import type { Language } from '@samenbeeld/schema';
import type { SegmentTrend } from '@samenbeeld/trends';
import { factsOf } from './finding-view.ts';
import { type Part, paragraph } from './html.ts';

/** The trend of each stretch, with the break that parts it from the one before. */
export function segmentParts(
  segments: readonly SegmentTrend[],
  language: Language,
): readonly Part[] {
  return segments.flatMap(({ after, trend }): readonly Part[] => [
    ...(after ? [paragraph(`${after.on}: ${after.note[language]}`, 'quiet')] : []),
    paragraph(trend.says[language], 'says'),
    paragraph(factsOf(trend, language), 'quiet'),
  ]);
}
