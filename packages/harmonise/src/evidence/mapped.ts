import { foldText, inFour } from '@samenbeeld/schema';
import type { NameIndex } from '../name-index.ts';
import type { Evidence } from './evidence.ts';

/** What earlier crosswalks made of the same label; more than one of them is stronger, unless they disagree. */
export function mappedEvidence(text: string, index: NameIndex): readonly Evidence[] {
  const found = (index.byFolded.get(foldText(text)) ?? []).filter(
    ({ origin }) => origin === 'crosswalk',
  );
  const groups = new Map<string, string[]>();
  for (const { code, match, source } of found) {
    const key = `${match} ${code ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), source ?? '']);
  }
  return [...groups].map(([key, sources]) => {
    const [match = 'none', code = ''] = key.split(' ');
    const names = [...new Set(sources)].sort();
    const agreed = groups.size === 1;
    return {
      to: code || null,
      match: match as Evidence['match'],
      confidence: agreed ? Math.min(0.89, 0.84 + 0.02 * names.length) : 0.6,
      reason: inFour(
        'zo omgezet in {names}',
        'ainsi traduit dans {names}',
        'so umgesetzt in {names}',
        'mapped so in {names}',
        {
          names: `${names.slice(0, 3).join(', ')}${names.length > 3 ? ` + ${names.length - 3}` : ''}`,
        },
      ),
    };
  });
}
