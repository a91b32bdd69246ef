import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { officeHandling } from '@samenbeeld/schema';
import { clearance } from './clearance.ts';
import { writeThrough } from './write-through.ts';

function keyFile(): string {
  const folder =
    process.platform === 'win32'
      ? (process.env['LOCALAPPDATA'] ?? homedir())
      : (process.env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'));
  return join(folder, 'samenbeeld', 'cache.key');
}

/** The user's own key; null where there is none, or others could have read or laid it there. */
function readKey(): string | null {
  try {
    const { mode, uid } = lstatSync(keyFile());
    const isOwn = !process.getuid || (uid === process.getuid() && (mode & 0o077) === 0);
    const key = readFileSync(keyFile(), 'utf8').trim();
    return isOwn && /^[\da-f]{64}$/.test(key) ? key : null;
  } catch {
    return null;
  }
}

/** Makes the key where there is none. Where it cannot be kept nothing is sealed, and nothing believed. */
async function ownKey(): Promise<string | null> {
  const standing = readKey();
  if (standing !== null) return standing;
  const key = `${randomBytes(32).toString('hex')}\n`;
  const own = clearance(officeHandling, 'internal');
  await writeThrough(keyFile(), key, own, { replace: false }).catch(() => undefined);
  return readKey();
}

function sealOf(key: string, name: string, content: string): string {
  return createHmac('sha256', key).update(`${name}\n`).update(content).digest('hex');
}

/**
 * A text with a seal before it that only this user can make: a hash of its name and content under a key that lies in the
 * user's own folder. Null where no key can be kept.
 */
export async function seal(name: string, content: string): Promise<string | null> {
  const key = await ownKey();
  return key === null ? null : `${sealOf(key, name, content)}\n${content}`;
}

/** The content of a sealed text; null where this user has not sealed it under this name, or any of it has changed. */
export function unseal(name: string, sealed: string): string | null {
  const key = readKey();
  const end = sealed.indexOf('\n');
  if (key === null || end < 0) return null;
  const content = sealed.slice(end + 1);
  const [given, right] = [
    Buffer.from(sealed.slice(0, end)),
    Buffer.from(sealOf(key, name, content)),
  ];
  return given.length === right.length && timingSafeEqual(given, right) ? content : null;
}
