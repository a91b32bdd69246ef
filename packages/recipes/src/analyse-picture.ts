import { join } from 'node:path';
import { type Analysis, analyse, linkGathered, type QuestionWords } from '@samenbeeld/answers';
import type { DoubleReport } from '@samenbeeld/merge';
import type { Decision, Place } from '@samenbeeld/schema';
import { readDecisions } from '@samenbeeld/store';
import { type Gathered, gather } from './gather.ts';
import { besidePicture, type PictureFileDescription, questionPlace } from './picture-file.ts';
import { keptSteps } from './step-cache.ts';

/** The analysis of a picture that is built from its file. */
export type BuiltAnalysis = Analysis<PictureFileDescription, Gathered>;

/**
 * Reads a picture's inputs and its decisions, and merges them, without writing anything. Its engine is closed. Inputs that a
 * build read before are taken from what it kept, where it built into `out/NAME`, seen from here or from the picture file.
 *
 * @param recorded the decisions beside the picture, where somebody has read them; a damaged file is refused otherwise
 */
export async function analysePicture(
  picture: PictureFileDescription,
  recorded?: readonly Decision[],
): Promise<BuiltAnalysis> {
  const decisions = recorded ?? (await readDecisions(besidePicture(picture, picture.decisions)));
  const out = join('out', picture.picture);
  const cache = keptSteps([out, besidePicture(picture, out)]);
  const gathered = await gather(picture, { decisions, cache });
  try {
    const doubleReports = await linkGathered(gathered.engine, picture, gathered, decisions);
    return analyseGathered(picture, gathered, decisions, doubleReports);
  } finally {
    await gathered.engine.close();
  }
}

/** The analysis of what a picture gathered; a wrong word of a question is told with its line in the picture file. */
export function analyseGathered(
  picture: PictureFileDescription,
  gathered: Gathered,
  decisions: readonly Decision[],
  doubleReports: readonly DoubleReport[],
): BuiltAnalysis {
  const placeOf = (words: QuestionWords): Place => questionPlace(picture, words);
  return analyse({ ...picture, placeOf }, gathered, decisions, doubleReports);
}
