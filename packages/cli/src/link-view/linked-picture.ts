import { analyseAgain } from '@samenbeeld/answers';
import {
  decisionsOfRole,
  type PairAtStake,
  pairsAtStake,
  type SeizureJudgements,
  withheldFrom,
} from '@samenbeeld/merge';
import { analysePicture, besidePicture, type PictureFileDescription } from '@samenbeeld/recipes';
import type { Decision, JointTotal, Language, Seizure } from '@samenbeeld/schema';

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
  /** The pairs once other decisions are recorded: probabilities and stakes are weighed anew, no file is read. */
  after(decisions: readonly Decision[]): Pick<LinkedPicture, 'pairs' | 'judged'>;
}

/** The picture as a role sees it that judges blind: as though nobody else had said anything of its pairs. */
export function seenBlind(linked: LinkedPicture, role: string | null): LinkedPicture {
  const heard = decisionsOfRole(linked.decisions, role);
  return heard.length === linked.decisions.length ? linked : { ...linked, ...linked.after(heard) };
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
  const analysis = await analysePicture(picture);
  const { gathered, decisions, doubleReports, judged } = analysis;
  const { totals } = analysis.whole;
  return {
    picture,
    decisionsPath: besidePicture(picture, picture.decisions),
    agreeing: judged.agreeing,
    seizures: new Map(gathered.seizures.map((seizure) => [seizure.id, seizure])),
    judged,
    decisions,
    pairs: pairsAtStake(doubleReports, totals, judged),
    totals,
    withheld: withheldFrom({
      sources: gathered.sources.map(({ source }) => source),
      audience,
      releases: decisions,
    }),
    after(later) {
      const now = analyseAgain(analysis, later);
      return {
        judged: now.judged,
        pairs: pairsAtStake(now.doubleReports, now.whole.totals, now.judged),
      };
    },
  };
}
