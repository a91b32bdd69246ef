import type { Text } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { text } from './text.ts';

/** What became of a decision. */
export type DecisionState =
  | 'in force'
  | 'superseded'
  | 'no longer applies'
  /** One role has said it; as many as the picture asks for have not yet. */
  | 'awaiting'
  /** Roles say different things of the same two records. */
  | 'disagreed'
  /** It cannot hold beside other decisions. */
  | 'contradicted'
  /** Somebody could not tell. */
  | 'unsure';

/** The states as a reader reads them. */
export const decisionStates: Readonly<Record<DecisionState, Text>> = {
  'in force': text('van kracht', 'en vigueur', 'in Kraft', 'in force'),
  superseded: text('vervangen', 'remplacée', 'ersetzt', 'superseded'),
  'no longer applies': text(
    'niet meer van toepassing',
    'sans objet',
    'nicht mehr anwendbar',
    'no longer applies',
  ),
  awaiting: text(
    'wacht op een tweede rol',
    'attend un second rôle',
    'wartet auf eine zweite Rolle',
    'awaits a second role',
  ),
  disagreed: text(
    'rollen oneens, telt niet',
    'rôles en désaccord, ne compte pas',
    'Rollen uneins, zählt nicht',
    'roles differ, does not count',
  ),
  contradicted: text(
    'tegengesproken, telt niet',
    'contredite, ne compte pas',
    'widersprochen, zählt nicht',
    'contradicted, does not count',
  ),
  unsure: text('niet te zeggen', 'indécidable', 'nicht zu sagen', 'cannot be told'),
};

/** What became of each decision of a picture. */
export function decisionStateOf({
  inForce,
  stale,
  judged,
}: Pick<Analysis, 'inForce' | 'stale' | 'judged'>): (id: string) => DecisionState {
  const states = new Map<string, DecisionState>();
  for (const { id } of inForce.values()) states.set(id, 'in force');
  for (const { because, by } of judged.judged)
    for (const { id } of by)
      states.set(
        id,
        because === 'agreed' ? 'in force' : because === 'said unsure' ? 'unsure' : because,
      );
  for (const { id } of stale) states.set(id, 'no longer applies');
  return (id) => states.get(id) ?? 'superseded';
}
