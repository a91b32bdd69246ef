import type { CodeEntry } from '@samenbeeld/schema';
import type { NameIndex } from './name-index.ts';

interface Related {
  readonly parent?: string | null;
  readonly members?: readonly string[];
  readonly country?: string | null;
  readonly within?: readonly string[];
}

function wider(index: NameIndex, code: string): readonly string[] {
  if (!index.codes.has(code)) return [];
  const { parent, country, within = [] } = index.codes.get(code) as CodeEntry & Related;
  return [parent, country, ...within].filter(
    (other): other is string =>
      typeof other === 'string' && other !== code && index.codes.has(other),
  );
}

/** Whether `outer` takes in `inner` by family, country or region. */
export function takesIn(index: NameIndex, outer: string, inner: string): boolean {
  return wider(index, inner).some((code) => code === outer || takesIn(index, outer, code));
}

/** Whether a code has narrower codes, or members, so that a total of it means something. */
export function isFamily(index: NameIndex, code: string): boolean {
  const entry = index.codes.has(code) ? (index.codes.get(code) as CodeEntry & Related) : null;
  if ((entry?.members ?? []).length > 0) return true;
  return index.codes.some((other) => (other as CodeEntry & Related).parent === code);
}

/** The code whose members are exactly these, or null. */
export function setOf(index: NameIndex, codes: readonly string[]): string | null {
  const wanted = [...codes].sort().join('+');
  const found = index.codes.find(
    (entry) => [...((entry as CodeEntry & Related).members ?? [])].sort().join('+') === wanted,
  );
  return found?.code ?? null;
}
