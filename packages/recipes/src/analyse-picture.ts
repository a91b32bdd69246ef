import { readDecisions } from '@samenbeeld/store';
import { type Analysis, analyse, linkGathered } from './analysis.ts';
import { gather } from './gather.ts';
import { besidePicture, type PictureFileDescription } from './picture-file.ts';

/** Reads a picture's inputs and its decisions, and merges them, without writing anything. Its engine is closed. */
export async function analysePicture(picture: PictureFileDescription): Promise<Analysis> {
  const decisions = await readDecisions(besidePicture(picture, picture.decisions));
  const gathered = await gather(picture);
  try {
    const doubleReports = await linkGathered(picture, gathered, decisions);
    return analyse(picture, gathered, decisions, doubleReports);
  } finally {
    await gathered.engine.close();
  }
}
