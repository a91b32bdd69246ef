import { UsageError } from '@samenbeeld/schema';

const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/iu;

/** Whether a name is that of one file in its folder on every platform. */
export function isFileName(name: string): boolean {
  return (
    /^[\w][\w.-]*$/u.test(name) && name.length <= 120 && !name.endsWith('.') && !reserved.test(name)
  );
}

/** Refuses names that would leave their folder, that a platform reserves, or that are one where capitals do not count. */
export function checkFileNames(names: readonly string[], taken: readonly string[]): void {
  const seen = new Set(taken);
  for (const name of names) {
    if (!isFileName(name))
      throw new UsageError(
        `"${name}" cannot name a fetched file: use letters, digits, ".", "_" and "-", and no name that Windows keeps for itself.`,
      );
    if (seen.has(name.toLowerCase()))
      throw new UsageError(
        `"${name}" cannot name a fetched file: another one is called so, where capitals do not count.`,
      );
    seen.add(name.toLowerCase());
  }
}
