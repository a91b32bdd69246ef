import { say } from '@samenbeeld/merge';
import type { HypothesisSet, OrderChange, WeighedHypotheses } from '@samenbeeld/money';
import type { Text } from '@samenbeeld/schema';
import { joined, plain, text } from '../text.ts';

function firstOf(ranks: readonly number[], set: HypothesisSet): Text {
  return joined(
    ranks.flatMap((rank, at) => (rank === 1 ? [plain(set.hypotheses[at]?.id ?? '')] : [])),
    ' = ',
  );
}

const lost: Readonly<Record<Exclude<OrderChange['kind'], 'one_step'>, Text>> = {
  without: text(
    'Zonder {what} blijft er geen volgorde over.',
    'Sans {what}, il ne reste aucun ordre.',
    'Ohne {what} bleibt keine Reihenfolge.',
    'Without {what} no order is left.',
  ),
  without_group: text(
    'Zonder groep {what} blijft er geen volgorde over.',
    'Sans le groupe {what}, il ne reste aucun ordre.',
    'Ohne Gruppe {what} bleibt keine Reihenfolge.',
    'Without group {what} no order is left.',
  ),
  source_low: text(
    'Als bron {what} zwak is, blijft er geen volgorde over.',
    'Si la source {what} est faible, il ne reste aucun ordre.',
    'Ist Quelle {what} schwach, bleibt keine Reihenfolge.',
    'If source {what} is weak no order is left.',
  ),
  equal_weights: text(
    'Als alle bewijs even zwaar telt, blijft er geen volgorde over.',
    'Si tous les indices pèsent autant, il ne reste aucun ordre.',
    'Zählen alle Hinweise gleich, bleibt keine Reihenfolge.',
    'If all evidence counts alike no order is left.',
  ),
};

const others: typeof lost = {
  without: text(
    'Zonder {what} staat vooraan: {first}.',
    'Sans {what} vient en tête : {first}.',
    'Ohne {what} steht vorn: {first}.',
    'Without {what} first comes: {first}.',
  ),
  without_group: text(
    'Zonder groep {what} staat vooraan: {first}.',
    'Sans le groupe {what} vient en tête : {first}.',
    'Ohne Gruppe {what} steht vorn: {first}.',
    'Without group {what} first comes: {first}.',
  ),
  source_low: text(
    'Als bron {what} zwak is, staat vooraan: {first}.',
    'Si la source {what} est faible, vient en tête : {first}.',
    'Ist Quelle {what} schwach, steht vorn: {first}.',
    'If source {what} is weak first comes: {first}.',
  ),
  equal_weights: text(
    'Als alle bewijs even zwaar telt, staat vooraan: {first}.',
    'Si tous les indices pèsent autant, vient en tête : {first}.',
    'Zählen alle Hinweise gleich, steht vorn: {first}.',
    'If all evidence counts alike first comes: {first}.',
  ),
};

/** What another assumption would put first: each piece or group left out, a source held for weak, all evidence alike. */
export function changeWords(weighed: WeighedHypotheses, set: HypothesisSet): readonly Text[] {
  const telling = weighed.changes.filter(({ first }) => first !== 'same');
  const steps = telling.filter(({ kind }) => kind === 'one_step').length;
  const sentences = telling.flatMap(({ kind, what, ranks, first }) =>
    kind === 'one_step'
      ? []
      : [
          say(first === 'lost' ? lost[kind] : others[kind], {
            what: what ?? '',
            first: firstOf(ranks, set),
          }),
        ],
  );
  const single = text(
    'Losse scores waarvan één stap verschil al verandert wat vooraan staat: {n}.',
    'Cotes dont un seul cran d’écart change déjà ce qui vient en tête : {n}.',
    'Einzelne Wertungen, bei denen schon ein Schritt ändert, was vorn steht: {n}.',
    'Single ratings of which one step already changes what comes first: {n}.',
    { n: steps },
  );
  if (sentences.length === 0 && steps === 0)
    return [
      text(
        'Geen enkel stuk bewijs weglaten of één score verschuiven verandert wat vooraan staat.',
        'Écarter un indice ou déplacer une cote ne change pas ce qui vient en tête.',
        'Kein Hinweis weniger und keine um einen Schritt verschobene Wertung ändert, was vorn steht.',
        'Leaving out any piece of evidence or moving any rating by one step does not change what comes first.',
      ),
    ];
  return [joined(steps > 0 ? [...sentences, single] : sentences, ' ')];
}
