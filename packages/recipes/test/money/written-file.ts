import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';

const folder = mkdtempSync(join(tmpdir(), 'money-'));

/** Writes a YAML file into a folder of its own. Returns its path. */
export function writtenFile(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : stringify(content));
  return path;
}

/** What a call is refused with; "accepted" where it is not. */
export function refusalOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
}

export const words = { nl: 'een', fr: 'deux', de: 'drei', en: 'four' } as const;
