import {
  bases,
  type Decision,
  InputError,
  intervalContains,
  type Observation,
  parseQuantity,
  places,
  type Text,
} from '@samenbeeld/schema';
import { parseCellName } from './cell-name.ts';
import type { Claim } from './claim.ts';
import { jointTotals } from './joint-totals.ts';
import { say } from './words.ts';

/** What may be said of a claim before it is said in public. */
export interface CheckedClaim {
  readonly value: number;
  readonly unit: string;
  readonly place: string;
  readonly substance: string;
  readonly year: number;
  /** Published claims with this very number. */
  readonly matches: readonly {
    readonly claim: Claim;
    readonly relation: 'same' | 'other-basis' | 'other-place' | 'part-of-year';
  }[];
  /** supported: say it as is; worded: true with the words given; contested, contradicted, unknown: as `mayBeSaid` says. */
  readonly verdict: 'supported' | 'worded' | 'contested' | 'contradicted' | 'unknown';
  readonly mayBeSaid: readonly Text[];
  readonly doNotSay: readonly Text[];
}

function source(
  claim: Claim,
): Readonly<Record<string, string | { readonly agencies: readonly string[] }>> {
  return { who: { agencies: claim.agencies }, on: claim.publishedOn ?? '–' };
}

function phrase(claim: Claim): Text {
  const words = { v: claim.value, unit: claim.unit, ...source(claim) };
  switch (claim.interval.high === null ? 'floor' : claim.wording) {
    case 'floor':
      return say(
        {
          nl: '"meer dan {v} {unit}" ({who}, {on})',
          fr: '« plus de {v} {unit} » ({who}, {on})',
          de: '„mehr als {v} {unit}“ ({who}, {on})',
          en: '"more than {v} {unit}" ({who}, {on})',
        },
        words,
      );
    case 'just_under':
      return say(
        {
          nl: '"bijna {v} {unit}" ({who}, {on})',
          fr: '« près de {v} {unit} » ({who}, {on})',
          de: '„knapp {v} {unit}“ ({who}, {on})',
          en: '"almost {v} {unit}" ({who}, {on})',
        },
        words,
      );
    default:
      return claim.interval.closed
        ? say(
            {
              nl: '{v} {unit} ({who}, {on})',
              fr: '{v} {unit} ({who}, {on})',
              de: '{v} {unit} ({who}, {on})',
              en: '{v} {unit} ({who}, {on})',
            },
            words,
          )
        : say(
            {
              nl: '"ongeveer {v} {unit}" ({who}, {on})',
              fr: '« environ {v} {unit} » ({who}, {on})',
              de: '„rund {v} {unit}“ ({who}, {on})',
              en: '"about {v} {unit}" ({who}, {on})',
            },
            words,
          );
  }
}

/** Areas that hold the place, whose total must not be confused with its own. */
function areasOf(place: string): readonly string[] {
  return places
    .filter(
      (entry) =>
        entry.members.length > 1 && entry.members.includes(place) && entry.code === 'PC_NSP',
    )
    .map((entry) => entry.code);
}

/**
 * Checks a claim such as "4100 kg cocaine Vlissingen 2022" against a picture: which published claims it matches, in
 * which words it is true, and what must not be said.
 */
export function checkClaim(
  text: string,
  observations: readonly Observation[],
  decisions: ReadonlyMap<string, Decision> = new Map(),
): CheckedClaim {
  const figure = /^[^\d]*[\d.,'\u00a0\u202f ]*\d\s*\p{L}+/u.exec(text)?.[0];
  if (!figure) {
    throw new InputError(
      `"${text}": expected a quantity, a drug, a place and a year, found no quantity`,
      {
        repair: 'write it like "4100 kg cocaine Vlissingen 2022"',
      },
    );
  }
  const quantity = parseQuantity(figure, 'en');
  const name = parseCellName(text.slice(figure.length));
  const basis = name.basis ?? (name.place.length === 2 ? 'seized_in_territory' : 'seized_in_port');
  const result = jointTotals(observations, {
    complex: name.place,
    substance: name.substance,
    basis,
    years: [name.year],
    decisions,
  });
  const [total] = result.totals;
  const member = total?.members.length === 1 ? total.members[0] : undefined;
  const value = quantity.value * (quantity.unit === 't' ? 1000 : quantity.unit === 'g' ? 0.001 : 1);
  const sameNumber = result.claims.filter(
    (claim) =>
      claim.value === value &&
      claim.substance === name.substance &&
      claim.periodStart.startsWith(String(name.year)),
  );
  const here = new Set(total?.members.map((entry) => entry.place));
  const matches = sameNumber.map((claim) => {
    const isHere = claim.places.every((place) => here.has(place));
    const isWhole =
      claim.periodEnd.endsWith('12-31') &&
      claim.periodStart.endsWith('01-01') &&
      claim.extent === 'whole';
    const relation =
      claim.basis !== basis
        ? ('other-basis' as const)
        : !isHere
          ? ('other-place' as const)
          : isWhole
            ? ('same' as const)
            : ('part-of-year' as const);
    return { claim, relation };
  });
  const byId = new Map(result.claims.map((claim) => [claim.id, claim]));
  const governing = member?.governing ? byId.get(member.governing) : undefined;
  const rivals = (member?.rivals ?? []).flatMap((id) => byId.get(id) ?? []);
  const own = matches.filter(({ relation }) => relation === 'same').map(({ claim }) => claim);
  const mayBeSaid: Text[] = [];
  const doNotSay: Text[] = [];
  let verdict: CheckedClaim['verdict'] = 'unknown';
  if (member?.state === 'undecided') {
    verdict = own.length > 0 ? 'contested' : 'contradicted';
    for (const claim of rivals) mayBeSaid.push(phrase(claim));
    doNotSay.push(
      say({
        nl: 'Eén cijfer zonder bron: de tellingen spreken elkaar tegen en niemand heeft beslist.',
        fr: 'Un seul chiffre sans source : les décomptes se contredisent et personne n’a tranché.',
        de: 'Eine einzelne Zahl ohne Quelle: Die Zählungen widersprechen sich, und niemand hat entschieden.',
        en: 'One figure without its source: the counts contradict each other and nobody has decided.',
      }),
    );
  } else if (governing && governing.value === value) {
    verdict = governing.interval.closed ? 'supported' : 'worded';
    mayBeSaid.push(phrase(governing));
  } else if (own.length > 0) {
    const agrees = own.filter(
      (claim) =>
        !governing ||
        intervalContains(claim.interval, governing.value) ||
        (claim.interval.high === null && governing.value >= claim.interval.low),
    );
    verdict = agrees.length > 0 ? 'worded' : 'contradicted';
    for (const claim of agrees) mayBeSaid.push(phrase(claim));
    if (governing) mayBeSaid.push(phrase(governing));
  } else if (governing) {
    verdict = 'contradicted';
    mayBeSaid.push(phrase(governing));
  } else if (total && total.reported.lowest > 0) {
    verdict = 'unknown';
    mayBeSaid.push(
      say(
        {
          nl: 'ten minste {low} kg',
          fr: 'au moins {low} kg',
          de: 'mindestens {low} kg',
          en: 'at least {low} kg',
        },
        { low: total.total.atLeast },
      ),
    );
  }
  for (const area of areasOf(name.place)) {
    const [joint] = jointTotals(observations, {
      complex: area,
      substance: name.substance,
      basis,
      years: [name.year],
      decisions,
    }).totals;
    if (!joint) continue;
    const others = joint.members.filter((entry) => !here.has(entry.place));
    const parts = others.map((entry) =>
      entry.state === 'not_reported'
        ? say(
            {
              nl: '{place} is niet gerapporteerd',
              fr: '{place} n’est pas communiqué',
              de: '{place} ist nicht gemeldet',
              en: '{place} is not reported',
            },
            { place: { place: entry.place } },
          )
        : say(
            {
              nl: '{low} kg van {place} zit er niet in',
              fr: 'les {low} kg de {place} n’y sont pas',
              de: '{low} kg aus {place} fehlen darin',
              en: 'the {low} kg of {place} are not in it',
            },
            { low: entry.lowest, place: { place: entry.place } },
          ),
    );
    doNotSay.push(
      say(
        {
          nl: '"{v} kg in {area}": {parts}.',
          fr: '« {v} kg à {area} » : {parts}.',
          de: '„{v} kg in {area}“: {parts}.',
          en: '"{v} kg in {area}": {parts}.',
        },
        { v: value, area: { place: area }, parts: joinWith(parts, '; ') },
      ),
    );
  }
  for (const entry of result.notAdded.filter(({ kind }) => kind === 'basis')) {
    doNotSay.push(
      say(
        {
          nl: 'Tel er de {v} kg "{basis}" niet bij op. {reason}',
          fr: 'N’y ajoutez pas les {v} kg « {basis} ». {reason}',
          de: 'Zählen Sie die {v} kg „{basis}“ nicht hinzu. {reason}',
          en: 'Do not add the {v} kg "{basis}". {reason}',
        },
        { v: entry.value ?? 0, basis: basisText(entry.basis), reason: entry.reason },
      ),
    );
  }
  return {
    value,
    unit: 'kg',
    place: name.place,
    substance: name.substance,
    year: name.year,
    matches,
    verdict,
    mayBeSaid,
    doNotSay,
  };
}

function joinWith(texts: readonly Text[], by: string): Text {
  const [first, ...rest] = texts;
  if (!first) return { nl: '', fr: '', de: '', en: '' };
  return rest.reduce(
    (whole, text) => ({
      nl: whole.nl + by + text.nl,
      fr: whole.fr + by + text.fr,
      de: whole.de + by + text.de,
      en: whole.en + by + text.en,
    }),
    first,
  );
}

function basisText(code: string): Text {
  return bases.get(code).label;
}
