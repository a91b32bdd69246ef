import type { CodeProposal } from './code-proposal.ts';
import { certain, type Evidence } from './evidence/evidence.ts';

/** Below this nothing comes near. */
const floor = 0.4;

function byConfidence(a: Evidence, b: Evidence): number {
  return b.confidence - a.confidence;
}

function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}

/** The strongest evidence for each code. */
function strongest(ordered: readonly Evidence[]): readonly Evidence[] {
  return ordered.filter(({ to }, index) => ordered.findIndex((other) => other.to === to) === index);
}

/** A rival that is nearly as likely, or an earlier crosswalk that says otherwise, takes the certainty away. */
function contested(best: Evidence, rivals: readonly Evidence[]): Evidence {
  const rival = [...rivals].sort(byConfidence)[0];
  const close = rival && best.confidence - rival.confidence < 0.12 && rival.confidence >= 0.5;
  if (!rival || !close || best.match === 'overlap' || best.homonym) return best;
  return {
    ...best,
    confidence: Math.min(
      Math.max(best.confidence - 0.1, rival.confidence),
      best.confidence,
      certain - 0.05,
    ),
    reason: `${best.reason}; but ${rival.to ?? 'no code'} (${rival.match}): ${rival.reason}`,
  };
}

function alternativesOf(evidence: readonly Evidence[]): CodeProposal['alternatives'] {
  return evidence
    .flatMap(({ to, match, confidence, reason, stray }) =>
      to === null || stray ? [] : [{ to, match, confidence: rounded(confidence), reason }],
    )
    .slice(0, 5);
}

/** A proposal from evidence. */
export function proposalOf(
  label: string,
  evidence: readonly Evidence[],
  list: string,
): CodeProposal {
  const ordered = [...evidence].sort(byConfidence);
  const [best, ...others] = strongest(ordered);
  if (!best || best.confidence < floor || best.stray)
    return {
      label,
      to: null,
      match: 'none',
      confidence: 0.3,
      reason: `nothing in ${list} comes near`,
      alternatives: alternativesOf(best ? [best, ...others] : []),
    };
  const otherwise = ordered.filter(({ to, match }) => to === best.to && match !== best.match);
  const { to, match, confidence, reason } = contested(best, [...others, ...otherwise]);
  return {
    label,
    to,
    match,
    confidence: rounded(confidence),
    reason,
    alternatives: alternativesOf(others),
  };
}
