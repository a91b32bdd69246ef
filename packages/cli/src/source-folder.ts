import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { catalogue } from '@samenbeeld/sources';

/** The folder of a source that is given by path; null for one of the catalogue. */
export function folderOf(name: string): string | null {
  if (catalogue().includes(name)) return null;
  return statSync(name).isDirectory() ? name : dirname(name);
}
