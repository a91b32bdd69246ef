import type { CodeEntry, CodeList } from '../code-list.ts';
import { wordList } from '../code-table.ts';
import type { MemberTotal } from '../joint-total.ts';

/** What is known of one member of a joint total. */
export const memberStates: CodeList<CodeEntry<MemberTotal['state']>> = wordList('memberStates', {
  reported: 'gemeld|déclaré|gemeldet|reported',
  undecided:
    'omstreden, nog te beslissen|contesté, décision en attente|strittig, noch zu entscheiden|contested, to be decided',
  apart:
    'elke dienst telde apart|chaque service a compté à part|jede Behörde zählte getrennt|each service counted apart',
  finds_only: 'alleen een ondergrens|un minimum seulement|nur eine Untergrenze|only a lower limit',
  not_reported: 'niet gemeld|non déclaré|nicht gemeldet|not reported',
});
