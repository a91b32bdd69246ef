import type { WrittenCondition } from '@samenbeeld/ingest';
import { expression } from '@samenbeeld/read';
import { escaped } from '../escaped.ts';

/** Labels that a description may list one by one. */
const listed = 24;

function shared(texts: readonly string[]): string {
  const [first = ''] = texts;
  let length = first.length;
  for (const text of texts) while (!text.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}

/**
 * The shortest condition that takes these texts and, of all the others, none: what they start with, the list, or all
 * but the others. Null where no short one does.
 */
export function conditionFor(
  wanted: readonly string[],
  all: readonly string[],
): WrittenCondition | null {
  const chosen = new Set(wanted);
  const others = all.filter((text) => !chosen.has(text));
  const takes = (pattern: string): boolean => {
    const { test } = expression(pattern);
    return wanted.every(test) && !others.some(test);
  };
  if (wanted.length <= 5) return [...wanted];
  const start = shared(wanted);
  const bracket = /\([^()]+\)$/u.exec(wanted[0] ?? '')?.[0];
  const patterns = [
    ...(start === '' ? [] : [`^${escaped(start)}`, `^${escaped(start)}.`]),
    '^\\d',
    '^[1-9]',
    ...(bracket ? [`${escaped(bracket)}$`] : []),
    '\\d$',
    '[^)]$',
  ];
  const found = patterns.find(takes);
  if (found) return { match: found };
  if (wanted.length <= listed) return [...wanted];
  if (others.length <= 12) return { not: others };
  return null;
}
