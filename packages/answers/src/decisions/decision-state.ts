import type { Text } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { patterned, text } from '../text.ts';

/** What became of a decision. */
export type DecisionState =
  | 'in force'
  | 'superseded'
  | 'no longer applies'
  /** Its role is not among those that may decide in the picture. */
  | 'not allowed'
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
  'not allowed': text(
    'deze rol beslist hier niet',
    'ce rôle ne décide pas ici',
    'diese Rolle entscheidet hier nicht',
    'this role does not decide here',
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

/** That a decision no longer applies, with what has changed. */
export function lapsedState(changed: Text): Text {
  return patterned('{state}: {changed}', {
    state: decisionStates['no longer applies'],
    changed,
  });
}

/** What became of each decision of a picture. */
export function decisionStateOf({
  inForce,
  stale,
  judged,
  disagreed,
  outside,
}: Pick<Analysis, 'inForce' | 'stale' | 'judged' | 'disagreed' | 'outside'>): (
  id: string,
) => DecisionState {
  const states = new Map<string, DecisionState>();
  for (const { id } of inForce.values()) states.set(id, 'in force');
  for (const { because, by } of judged.judged)
    for (const { id } of by)
      states.set(
        id,
        because === 'agreed' ? 'in force' : because === 'said unsure' ? 'unsure' : because,
      );
  for (const { id } of disagreed.flat()) states.set(id, 'disagreed');
  for (const { id } of outside) states.set(id, 'not allowed');
  for (const { id } of stale) states.set(id, 'no longer applies');
  return (id) => states.get(id) ?? 'superseded';
}
