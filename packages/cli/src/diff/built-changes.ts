import { builtState, type Changes, changesSince, isBuilt } from '@samenbeeld/recipes';
import { openPicture, type Picture, repairPicture } from '@samenbeeld/store';
import { sourceAndFile } from './release-of.ts';

/** What changed between two builds of one picture, and whether they hold figures whose releases can be compared too. */
export interface BuiltChanges {
  readonly changes: Changes;
  readonly hasFigures: boolean;
}

async function opened(named: string): Promise<Picture | null> {
  const isFolder = sourceAndFile(named) === null && (await repairPicture(named)) !== 'absent';
  return isFolder ? openPicture(named) : null;
}

/** What changed between two folders that hold builds of one picture; null where they are anything else. */
export async function builtChanges(earlier: string, later: string): Promise<BuiltChanges | null> {
  const before = await opened(earlier);
  try {
    const after = before && isBuilt(before) ? await opened(later) : null;
    try {
      if (!before || !after || !isBuilt(after)) return null;
      if (before.metadata.name !== after.metadata.name) return null;
      return {
        changes: await changesSince(await builtState(before), await builtState(after)),
        hasFigures: before.has('observation') && after.has('observation'),
      };
    } finally {
      await after?.close();
    }
  } finally {
    await before?.close();
  }
}
