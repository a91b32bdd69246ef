import { bases, joinWith, type NotAdded, places as placeList, type Text } from '@samenbeeld/schema';
import { agencyRelation } from './agency-relation.ts';
import { type Cell, periodRelation, placeRelation, substanceRelation, touching } from './cell.ts';
import { addendsOf, addendsText, type Claim } from './claim.ts';
import { isCountry } from './roles.ts';
import { isRevisedBy } from './superseded.ts';
import { and, join, sayInFour } from './words.ts';

const wherever: Text = {
  nl: 'Andere grondslag: geteld ongeacht waar het in beslag is genomen.',
  fr: 'Autre base : compté quel que soit le lieu de la saisie.',
  de: 'Andere Grundlage: gezählt, gleich wo sichergestellt wurde.',
  en: 'Another basis: counted wherever it was seized.',
};

/** On what other basis a claim counts: what came in through a port is counted wherever it was seized; any other is named. */
function otherBasis({ basis }: Pick<Claim, 'basis'>): Text {
  if (basis === 'entered_via_port') return wherever;
  return sayInFour(
    'Andere grondslag dan het totaal: {basis}.',
    'Autre base que le total : {basis}.',
    'Andere Grundlage als die Summe: {basis}.',
    'Another basis than the total: {basis}.',
    { basis: bases.get(basis).label },
  );
}

const ownInside: Text = {
  nl: 'Bevat ook de eigen inbeslagnames van de haven.',
  fr: 'Comprend aussi les saisies faites dans le port lui-même.',
  de: 'Enthält auch die Sicherstellungen im Hafen selbst.',
  en: 'Includes the port’s own seizures.',
};
const ownOutside: Text = {
  nl: 'Komt boven op de eigen inbeslagnames van de haven.',
  fr: 'S’ajoute aux saisies faites dans le port lui-même.',
  de: 'Kommt zu den Sicherstellungen im Hafen selbst hinzu.',
  en: 'Comes on top of the port’s own seizures.',
};
const longer: Text = {
  nl: 'Gaat over een langere periode; wordt nooit over jaren verdeeld.',
  fr: 'Porte sur une période plus longue ; n’est jamais réparti par année.',
  de: 'Bezieht sich auf einen längeren Zeitraum; wird nie auf Jahre aufgeteilt.',
  en: 'Covers a longer period; never divided over years.',
};
const inside: Text = {
  nl: 'Valt al onder een ander cijfer in deze rij; voegt niets toe.',
  fr: 'Déjà compris dans un autre chiffre de cette ligne ; n’ajoute rien.',
  de: 'Bereits in einer anderen Zahl dieser Zeile enthalten; fügt nichts hinzu.',
  en: 'Already within another figure of this row; adds nothing.',
};
const beyond: Text = {
  nl: 'Zou al onder een ander cijfer in deze rij vallen, maar is er meer dan: een van de twee kan niet kloppen. Opzijgezet.',
  fr: 'Serait déjà compris dans un autre chiffre de cette ligne, mais le dépasse : l’un des deux ne peut être juste. Mis de côté.',
  de: 'Wäre bereits in einer anderen Zahl dieser Zeile enthalten, ist aber mehr als sie: Eine der beiden kann nicht stimmen. Beiseitegelegt.',
  en: 'Would be within another figure of this row, but is more than it: one of the two cannot be right. Set aside.',
};
const earlier: Text = {
  nl: 'Eerdere stand van een cijfer in deze rij; de latere geldt.',
  fr: 'État antérieur d’un chiffre de cette ligne ; le plus récent vaut.',
  de: 'Früherer Stand einer Zahl dieser Zeile; der spätere gilt.',
  en: 'An earlier state of a figure in this row; the later one stands.',
};
const part: Text = {
  nl: 'Een deel van wat gevraagd is; niet bij andere delen opgeteld.',
  fr: 'Une partie de ce qui est demandé ; non ajoutée à d’autres parties.',
  de: 'Ein Teil des Gefragten; nicht zu anderen Teilen addiert.',
  en: 'A part of what is asked; not added to other parts.',
};

const scopes: Readonly<Record<'port' | 'place' | 'substance' | 'agency', Text>> = {
  place: { nl: 'andere plaatsen', fr: 'd’autres lieux', de: 'andere Orte', en: 'other places' },
  port: { nl: 'andere havens', fr: 'd’autres ports', de: 'andere Häfen', en: 'other ports' },
  substance: { nl: 'andere drugs', fr: 'd’autres drogues', de: 'andere Drogen', en: 'other drugs' },
  agency: {
    nl: 'andere diensten',
    fr: 'd’autres services',
    de: 'andere Behörden',
    en: 'other agencies',
  },
};

function wider(dimensions: readonly (keyof typeof scopes)[]): Text {
  return sayInFour(
    'Omvat ook {what}; dient alleen ter controle.',
    'Comprend aussi {what} ; sert uniquement de contrôle.',
    'Umfasst auch {what}; dient nur zur Kontrolle.',
    'Includes {what}; used as a check only.',
    {
      what: joinWith(
        dimensions.map((dimension) => scopes[dimension]),
        and,
      ),
    },
  );
}

/** That a figure was published by nobody. */
function madeHere(parts: Text): Text {
  return sayInFour(
    'Hier opgeteld uit {parts}.',
    'Somme faite ici de {parts}.',
    'Hier summiert aus {parts}.',
    'Added up here from {parts}.',
    { parts },
  );
}

interface Footing {
  readonly kind: NotAdded['kind'];
  readonly reason: Text;
}

/** On what other footing a claim that touches the cell stands; null where it does not touch it, or is on the same. */
function footingOf(claim: Claim, cell: Cell, used: readonly Claim[]): Footing | null {
  const place = placeRelation(claim, cell.members);
  const substance = substanceRelation(claim, cell.substance);
  const period = periodRelation(claim, cell);
  const national = isCountry(cell.members);
  const agency =
    cell.agencies === null ? 'same' : agencyRelation(claim.agencies, cell.agencies, national);
  if ([place, substance, period, agency].includes('apart')) return null;
  if (claim.basis !== cell.basis) {
    if (place === 'around') return null;
    const own = claim.containsOwn === null ? [] : [claim.containsOwn ? ownInside : ownOutside];
    return { kind: 'basis', reason: join([otherBasis(claim), ...own]) };
  }
  const relations = { place, substance, agency };
  const around = (['place', 'substance', 'agency'] as const).filter(
    (dimension) => relations[dimension] === 'around',
  );
  if (around.length > 0) {
    const arePorts = cell.members.every(
      (code) => placeList.has(code) && placeList.get(code).kind === 'port',
    );
    const named = around.map((dimension) =>
      dimension === 'place' && arePorts ? 'port' : dimension,
    );
    return { kind: 'wider', reason: wider(named) };
  }
  if (period === 'around') return { kind: 'window', reason: longer };
  if (used.includes(claim)) return null;
  const holders = used.filter(
    (one) =>
      ['same', 'within'].includes(placeRelation(claim, one.places)) &&
      ['same', 'within'].includes(substanceRelation(claim, one.substance)) &&
      ['same', 'within'].includes(periodRelation(claim, one)),
  );
  if (holders.some((one) => isRevisedBy(claim, one))) return { kind: 'inside', reason: earlier };
  if (holders.length === 0) return { kind: 'inside', reason: part };
  const isMore = holders.every(
    ({ unit, interval: { high } }) =>
      unit === claim.unit && high !== null && claim.interval.low > high,
  );
  return { kind: 'inside', reason: isMore ? beyond : inside };
}

/**
 * The figures that stand beside a cell and are never added to it: another basis, a longer window, a wider area, drug or
 * agency, or a find inside a reported figure (joint total, rules 3, 4 and 9). `used` are the claims that make the figure.
 */
export function notAddedTo(
  claims: readonly Claim[],
  cell: Cell,
  used: ReadonlySet<string>,
): readonly NotAdded[] {
  const making = claims.filter(({ id }) => used.has(id));
  const usedRows = new Set(making.flatMap(({ rows }) => rows.map(({ id }) => id)));
  return touching(claims, cell).flatMap((claim) => {
    const footing = claim.metric === cell.metric ? footingOf(claim, cell, making) : null;
    if (!footing) return [];
    // A record has one role: a family that a table gives as one part says nothing beside the part, nor the part beside it.
    if (footing.kind === 'inside' && claim.rows.every(({ id }) => usedRows.has(id))) return [];
    const parts = addendsText(claim);
    // A family that was added up here from what is asked and others checks nothing: nobody published it.
    const isOfOwn = addendsOf(claim).some(({ substance }) =>
      ['same', 'within'].includes(
        substanceRelation({ substance: substance ?? '' }, cell.substance),
      ),
    );
    if (footing.kind === 'wider' && isOfOwn) return [];
    const { kind, reason } = footing;
    return [
      {
        period: cell.period,
        claim: claim.id,
        place: claim.place,
        basis: claim.basis,
        value: claim.value,
        wording: claim.wording,
        unit: claim.unit,
        kind,
        reason: parts ? join([reason, madeHere(parts)]) : reason,
      },
    ];
  });
}
