import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InputError } from '@samenbeeld/schema';
import { packagePath } from './data-package.ts';
import { placeOfPicture } from './repair-picture.ts';
import { siblingsOf } from './sibling.ts';

const looks = 3;
const patience = 200;
const pause = 10;

/** The text of a package file, and the folder it was read in. */
export interface PackageText {
  readonly place: string;
  readonly text: string;
}

/** The package file; between the two renames of a writer there is none for a moment, so it is looked for again. */
export async function readPackage(folder: string): Promise<PackageText> {
  for (let attempt = 1; ; attempt += 1) {
    const { place } = await placeOfPicture(folder);
    try {
      return { place, text: await readFile(join(place, packagePath), 'utf8') };
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      const absent = code === 'ENOENT' || code === 'ENOTDIR';
      const inUse = (await siblingsOf(resolve(folder))).some((sibling) => sibling.inUse);
      if (absent && (attempt < looks || inUse) && attempt < patience) {
        await new Promise((done) => setTimeout(done, pause));
        continue;
      }
      const problem = absent
        ? `${folder} is no picture: it has no ${packagePath}`
        : `${packagePath} cannot be read (${code})`;
      throw new InputError(problem, {
        repair: 'name a folder that a build wrote, such as out/north-sea-port',
      });
    }
  }
}
