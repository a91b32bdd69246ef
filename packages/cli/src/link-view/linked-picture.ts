import {
  type PairAtStake,
  pairsAtStake,
  type SeizureJudgements,
  withheldFrom,
} from '@samenbeeld/merge';
import {
  analyse,
  besidePicture,
  gather,
  judgeGathered,
  linkGathered,
  type PictureFileDescription,
} from '@samenbeeld/recipes';
import type { Decision, JointTotal, Language, Seizure } from '@samenbeeld/schema';
import { readDecisions } from '@samenbeeld/store';

/** A picture's pairs, with everything that is needed to show and to judge them. */
export interface LinkedPicture {
  readonly picture: PictureFileDescription;
  readonly decisionsPath: string;
  readonly agreeing: number;
  readonly seizures: ReadonlyMap<string, Seizure>;
  readonly judged: SeizureJudgements;
  readonly decisions: readonly Decision[];
  readonly pairs: readonly PairAtStake[];
  readonly totals: readonly Pick<JointTotal, 'period' | 'stakes'>[];
  /** Why a record may not be shown to the audience; null where it may. */
  readonly withheld: (seizure: Seizure) => string | null;
  /** The pairs once more decisions are recorded; probabilities stay those of the start. */
  after(decisions: readonly Decision[]): Pick<LinkedPicture, 'pairs' | 'judged'>;
}

/** How pairs are shown. */
export interface PairView {
  readonly language: Language;
  readonly blind: boolean;
  /** With reasons, one a line. */
  readonly why: boolean;
}

/** Reads a picture's files, links them, and weighs what each pair is worth. */
export async function linkedPicture(
  picture: PictureFileDescription,
  audience: string,
): Promise<LinkedPicture> {
  const decisionsPath = besidePicture(picture, picture.decisions);
  const decisions = await readDecisions(decisionsPath);
  const gathered = await gather(picture);
  try {
    const withheld = withheldFrom({
      sources: gathered.sources.map(({ source }) => source),
      audience,
      releases: decisions,
    });
    const reports = await linkGathered(picture, gathered, decisions);
    const { totals, judged } = analyse(picture, gathered, decisions, reports);
    return {
      picture,
      decisionsPath,
      agreeing: judged.agreeing,
      seizures: new Map(gathered.seizures.map((seizure) => [seizure.id, seizure])),
      judged,
      decisions,
      pairs: pairsAtStake(reports, totals, judged),
      totals,
      withheld,
      after(later) {
        const now = judgeGathered(picture, gathered, later);
        return { judged: now, pairs: pairsAtStake(reports, totals, now) };
      },
    };
  } finally {
    await gathered.engine.close();
  }
}
