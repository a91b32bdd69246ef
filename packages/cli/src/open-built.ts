import { wrongUse } from '@samenbeeld/merge';
import { openPicture, type Picture, repairPicture } from '@samenbeeld/store';

/**
 * Opens the picture of a folder; where an interrupted build left it aside, that is put right first.
 *
 * @param absent what is thrown where there is none, in place of the usual words
 */
export async function openBuilt(folder: string, absent?: Error): Promise<Picture> {
  if ((await repairPicture(folder)) === 'absent')
    throw (
      absent ??
      wrongUse(
        'Er is geen beeld in {folder}. Bouw het eerst, bijvoorbeeld met "npm run joint all".',
        'Il n’y a pas de tableau dans {folder}. Construisez-le d’abord, par exemple avec « npm run joint all ».',
        'In {folder} ist kein Lagebild. Bauen Sie es zuerst, zum Beispiel mit „npm run joint all“.',
        'There is no picture in {folder}. Build it first, for example with "npm run joint all".',
        { folder },
      )
    );
  return openPicture(folder);
}
