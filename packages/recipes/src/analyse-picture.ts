import type { Decision } from '@samenbeeld/schema';
import { readDecisions } from '@samenbeeld/store';
import { type Analysis, analyse, linkGathered } from './analysis.ts';
import { gather } from './gather.ts';
import { besidePicture, type PictureFileDescription } from './picture-file.ts';

/**
 * Reads a picture's inputs and its decisions, and merges them, without writing anything. Its engine is closed.
 *
 * @param recorded the decisions beside the picture, where somebody has read them; a damaged file is refused otherwise
 */
export async function analysePicture(
  picture: PictureFileDescription,
  recorded?: readonly Decision[],
): Promise<Analysis> {
  const decisions = recorded ?? (await readDecisions(besidePicture(picture, picture.decisions)));
  const gathered = await gather(picture, { decisions });
  try {
    const doubleReports = await linkGathered(picture, gathered, decisions);
    return analyse(picture, gathered, decisions, doubleReports);
  } finally {
    await gathered.engine.close();
  }
}
