import type { FirstPlace } from '@samenbeeld/money';
import type { FindingBlock } from '@samenbeeld/page';
import { listedTexts, quoted, type Text } from '@samenbeeld/schema';
import { joined, text } from '../text.ts';
import type { WeighedSet } from './money-analysis.ts';

type SetWords = (asked: Text) => Text;

/** What leaving out one piece of evidence makes of the first place, in the order in which it is said. */
const left: readonly (readonly [place: FirstPlace, says: SetWords])[] = [
  [
    'replaced',
    (asked) =>
      text(
        'Bij {asked} zet één stuk bewijs minder een andere verklaring vooraan.',
        'Pour {asked}, un seul indice de moins met une autre explication en tête.',
        'Bei {asked} stellt ein einziger Hinweis weniger eine andere Erklärung nach vorn.',
        'For {asked} one piece of evidence less puts another explanation first.',
        { asked },
      ),
  ],
  [
    'joined',
    (asked) =>
      text(
        'Bij {asked} komt er met één stuk bewijs minder een andere verklaring naast de eerste te staan.',
        'Pour {asked}, un seul indice de moins met une autre explication à égalité avec la première.',
        'Bei {asked} steht mit einem einzigen Hinweis weniger eine andere Erklärung gleichauf mit der ersten.',
        'For {asked} one piece of evidence less puts another explanation level with the first.',
        { asked },
      ),
  ],
  [
    'lost',
    (asked) =>
      text(
        'Bij {asked} blijft er met één stuk bewijs minder geen volgorde over.',
        'Pour {asked}, un seul indice de moins ne laisse aucun ordre.',
        'Bei {asked} bleibt mit einem einzigen Hinweis weniger keine Reihenfolge.',
        'For {asked} one piece of evidence less leaves no order.',
        { asked },
      ),
  ],
];

const untested: SetWords = (asked) =>
  text(
    'Bij {asked} staat een verklaring vooraan die geen enkel bewijs raakt: ze is niet getoetst.',
    'Pour {asked}, une explication qu’aucun indice ne touche vient en tête : elle n’est pas testée.',
    'Bei {asked} steht eine Erklärung vorn, die kein Hinweis berührt: Sie ist ungeprüft.',
    'For {asked} an explanation stands first that no evidence touches: it is untested.',
    { asked },
  );

/** Questions as a first page names them: one or two in their own words, more by their number. */
const asked = (sets: readonly WeighedSet[]): Text =>
  sets.length > 2
    ? text('{n} vragen', '{n} questions', '{n} Fragen', '{n} questions', { n: sets.length })
    : listedTexts(sets.map(({ set }) => quoted(set.question)));

/** How many questions the evidence orders, and how little it takes to change that. */
export function hypothesisFinding(sets: readonly WeighedSet[]): FindingBlock | null {
  if (sets.length === 0) return null;
  const telling = sets.filter(({ weighed }) => weighed.details['first'] !== null);
  const bare = telling.filter(({ weighed }) =>
    weighed.order.some(({ rank, bearing }) => rank === 1 && bearing === 0),
  );
  const changing = left.flatMap(([place, says]) => {
    const some = telling.filter(({ weighed }) =>
      weighed.changes.some(({ kind, first }) => kind === 'without' && first === place),
    );
    return some.length > 0 ? [says(asked(some))] : [];
  });
  return {
    kind: 'finding',
    title: text(
      'Verklaringen geordend, niet beslist',
      'Explications ordonnées, non tranchées',
      'Erklärungen geordnet, nicht entschieden',
      'Explanations ordered, not decided',
    ),
    text: joined(
      [
        text(
          'Van {all} vragen onderscheiden gepubliceerde cijfers de verklaringen bij {some}.',
          'Sur {all} questions, les chiffres publiés départagent les explications pour {some}.',
          'Von {all} Fragen unterscheiden veröffentlichte Zahlen die Erklärungen bei {some}.',
          'Of {all} questions, published figures tell the explanations apart for {some}.',
          { all: sets.length, some: telling.length },
        ),
        ...changing,
        ...(bare.length > 0 ? [untested(asked(bare))] : []),
      ],
      ' ',
    ),
    confidence: 'low',
  };
}
