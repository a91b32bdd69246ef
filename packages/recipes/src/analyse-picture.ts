import { type Analysis, analyse, linkGathered } from '@samenbeeld/answers';
import type { Decision } from '@samenbeeld/schema';
import { readDecisions } from '@samenbeeld/store';
import { type Gathered, gather } from './gather.ts';
import { besidePicture, type PictureFileDescription } from './picture-file.ts';

/** The analysis of a picture that is built from its file. */
export type BuiltAnalysis = Analysis<PictureFileDescription, Gathered>;

/**
 * Reads a picture's inputs and its decisions, and merges them, without writing anything. Its engine is closed.
 *
 * @param recorded the decisions beside the picture, where somebody has read them; a damaged file is refused otherwise
 */
export async function analysePicture(
  picture: PictureFileDescription,
  recorded?: readonly Decision[],
): Promise<BuiltAnalysis> {
  const decisions = recorded ?? (await readDecisions(besidePicture(picture, picture.decisions)));
  const gathered = await gather(picture, { decisions });
  try {
    const doubleReports = await linkGathered(gathered.engine, picture, gathered, decisions);
    return analyse(picture, gathered, decisions, doubleReports);
  } finally {
    await gathered.engine.close();
  }
}
