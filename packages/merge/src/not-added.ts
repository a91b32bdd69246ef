import type { NotAdded, Text } from '@samenbeeld/schema';
import { type Cell, periodRelation, placeRelation, substanceRelation } from './cell.ts';
import type { Claim } from './claim.ts';
import { join, say } from './words.ts';

const ownInside: Text = {
  nl: 'Bevat ook de eigen inbeslagnames van de haven.',
  fr: 'Comprend aussi les saisies propres du port.',
  de: 'Enthält auch die eigenen Sicherstellungen des Hafens.',
  en: 'Contains the port’s own seizures too.',
};
const ownOutside: Text = {
  nl: 'Komt boven op de eigen inbeslagnames van de haven.',
  fr: 'S’ajoute aux saisies propres du port.',
  de: 'Kommt zu den eigenen Sicherstellungen des Hafens hinzu.',
  en: 'Comes on top of the port’s own seizures.',
};
const otherBasis: Text = {
  nl: 'Andere grondslag: niet in deze havens in beslag genomen.',
  fr: 'Autre base : non saisi dans ces ports.',
  de: 'Andere Grundlage: nicht in diesen Häfen sichergestellt.',
  en: 'Another basis: not seized in these ports.',
};
const longer: Text = {
  nl: 'Loopt over meer dan dit jaar; wordt nooit verdeeld.',
  fr: 'Couvre plus que cette année ; jamais réparti.',
  de: 'Umfasst mehr als dieses Jahr; wird nie aufgeteilt.',
  en: 'Covers more than this year; never divided.',
};

function wider(claim: Claim, cell: Cell): Text {
  const otherDrugs = substanceRelation(claim, cell.substance) === 'around';
  const otherPlaces = placeRelation(claim, cell.members) === 'around';
  if (otherDrugs && otherPlaces) {
    return say({
      nl: 'Telt ook andere havens en andere drugs mee; alleen een controle.',
      fr: 'Comprend aussi d’autres ports et d’autres drogues ; simple contrôle.',
      de: 'Umfasst auch andere Häfen und andere Drogen; nur zur Kontrolle.',
      en: 'Includes other ports and other drugs; a check only.',
    });
  }
  return otherDrugs
    ? say({
        nl: 'Telt ook andere drugs mee; alleen een controle.',
        fr: 'Comprend aussi d’autres drogues ; simple contrôle.',
        de: 'Umfasst auch andere Drogen; nur zur Kontrolle.',
        en: 'Includes other drugs; a check only.',
      })
    : say({
        nl: 'Telt ook andere havens mee; alleen een controle.',
        fr: 'Comprend aussi d’autres ports ; simple contrôle.',
        de: 'Umfasst auch andere Häfen; nur zur Kontrolle.',
        en: 'Includes other ports; a check only.',
      });
}

function reasonFor(
  claim: Claim,
  cell: Cell,
): { readonly kind: NotAdded['kind']; readonly reason: Text } | null {
  const place = placeRelation(claim, cell.members);
  const substance = substanceRelation(claim, cell.substance);
  const period = periodRelation(claim, cell);
  if (place === 'apart' || substance === 'apart' || period === 'apart') return null;
  if (claim.basis !== cell.basis) {
    if (place === 'around' || substance !== 'same') return null;
    const own = claim.containsOwn === null ? [] : [claim.containsOwn ? ownInside : ownOutside];
    return { kind: 'basis', reason: join([otherBasis, ...own]) };
  }
  if (place === 'around' || substance === 'around')
    return { kind: 'wider', reason: wider(claim, cell) };
  return period === 'around' ? { kind: 'window', reason: longer } : null;
}

/**
 * The figures that stand beside a cell and are never added to it: another basis, a longer window, a wider area or
 * drug (joint total, rules 3, 4 and 9).
 */
export function notAddedTo(claims: readonly Claim[], cell: Cell): readonly NotAdded[] {
  return claims.flatMap((claim) => {
    const found = claim.metric === cell.metric ? reasonFor(claim, cell) : null;
    if (!found) return [];
    return [
      {
        period: cell.period,
        claim: claim.id,
        place: claim.place,
        basis: claim.basis,
        value: claim.value,
        wording: claim.wording,
        unit: claim.unit,
        ...found,
      },
    ];
  });
}
