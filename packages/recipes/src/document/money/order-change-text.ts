import type { HypothesisSet, WeighedHypotheses } from '@samenbeeld/money';
import type { Text } from '@samenbeeld/schema';
import { joined, plain, text } from '../text.ts';

function firstOf(ranks: readonly number[], set: HypothesisSet): Text {
  if (ranks.every((rank) => rank === 1))
    return text('alle gelijk', 'toutes à égalité', 'alle gleich', 'all alike');
  return joined(
    ranks.flatMap((rank, at) => (rank === 1 ? [plain(set.hypotheses[at]?.id ?? '')] : [])),
    ' = ',
  );
}

/** What another assumption would put first: each piece left out, a source held for weak, all evidence alike. */
export function changeWords(weighed: WeighedHypotheses, set: HypothesisSet): readonly Text[] {
  const telling = weighed.changes.filter(
    ({ kind, changesFirst }) => changesFirst && kind !== 'one_step',
  );
  const steps = weighed.changes.filter(
    ({ kind, changesFirst }) => changesFirst && kind === 'one_step',
  ).length;
  const sentences = telling.map(({ kind, what, ranks }) => {
    const words = { what: what ?? '', first: firstOf(ranks, set) };
    switch (kind) {
      case 'without':
        return text(
          'Zonder {what} staat vooraan: {first}.',
          'Sans {what} vient en tête : {first}.',
          'Ohne {what} steht vorn: {first}.',
          'Without {what} first comes: {first}.',
          words,
        );
      case 'source_low':
        return text(
          'Als bron {what} zwak is, staat vooraan: {first}.',
          'Si la source {what} est faible, vient en tête : {first}.',
          'Ist Quelle {what} schwach, steht vorn: {first}.',
          'If source {what} is weak first comes: {first}.',
          words,
        );
      default:
        return text(
          'Als alle bewijs even zwaar telt, staat vooraan: {first}.',
          'Si tous les indices pèsent autant, vient en tête : {first}.',
          'Zählen alle Hinweise gleich, steht vorn: {first}.',
          'If all evidence counts alike first comes: {first}.',
          words,
        );
    }
  });
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
