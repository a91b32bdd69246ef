import { escapeXml, type Language, type MemberTotal } from '@samenbeeld/schema';
import type { Cell } from './html.ts';
import { rangeIn } from './labels.ts';
import { words } from './words.ts';

function marked(figure: string, state: string, mark: 'undecided' | 'none'): Cell {
  const parts = [figure, state].filter(Boolean);
  return {
    html: `<span class="${mark}">${parts.map(escapeXml).join('<br>')}</span>`,
    plain: parts.join(' '),
  };
}

/** The figure of one port: a value or range, "undecided", a floor from single finds, or why there is none. */
export function memberCell(member: MemberTotal | undefined, language: Language): Cell {
  if (!member || member.state === 'not_reported' || member.lowest === null)
    return marked('', words.notReported[language], 'none');
  const { lowest: low, highest: high, state } = member;
  if (state === 'finds_only')
    return marked(`≥ ${rangeIn({ low, high: low }, language)}`, words.findsOnly[language], 'none');
  const range = rangeIn({ low, high }, language);
  return state === 'undecided' ? marked(range, words.undecided[language], 'undecided') : range;
}
