import { wrongUse } from '@samenbeeld/schema';
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
        'Er is geen beeld in {folder}. Bouw het eerst: samenbeeld build BEELD.picture.yaml --out {folder}, of met "npm run joint all" die van dit project.',
        'Il n’y a pas de tableau dans {folder}. Construisez-le d’abord : samenbeeld build TABLEAU.picture.yaml --out {folder}, ou avec « npm run joint all » ceux de ce projet.',
        'In {folder} ist kein Lagebild. Bauen Sie es zuerst: samenbeeld build LAGEBILD.picture.yaml --out {folder}, oder mit „npm run joint all“ die dieses Projekts.',
        'There is no picture in {folder}. Build it first: samenbeeld build PICTURE.picture.yaml --out {folder}, or those of this project with "npm run joint all".',
        { folder },
      )
    );
  return openPicture(folder);
}
