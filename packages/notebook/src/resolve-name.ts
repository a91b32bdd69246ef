import { type CodeEntry, type CodeList, UsageError } from '@samenbeeld/schema';

/**
 * The code that a name means. Codes that only the data know are taken as they are; a name with several meanings, or
 * none, is a UsageError that says which codes there are.
 */
export function resolveName(
  name: string,
  list: CodeList<CodeEntry>,
  inData: ReadonlySet<string> = new Set(),
): string {
  if (list.has(name)) return list.get(name).code;
  if (inData.has(name)) return name;
  const match = list.lookup(name);
  if (match.kind === 'exact') return match.entry.code;
  if (match.kind === 'none') return list.get(name).code;
  const codes = match.entries.map(({ code, label }) => `${code} (${label.en})`);
  throw new UsageError(`"${name}" means ${codes.join(' and ')}. Write the code.`);
}
