import {
  type Conflict,
  type Decision,
  inSigns,
  intervalsOverlap,
  joinWith,
  semicolon,
  subtractExact,
  type Text,
} from '@samenbeeld/schema';
import { isAuthority } from './agency-relation.ts';
import type { Cell } from './cell.ts';
import { type Claim, isDerived, isDoubted } from './claim.ts';
import type { Explanation } from './explain/explanation.ts';
import { isTransposition } from './explain/transposition.ts';
import { explainPair } from './explain-pair.ts';
import { coarseness, governing, isLaterVintage } from './govern.ts';
import { isRivalEdition } from './superseded.ts';
import { and, join, say, sayInFour } from './words.ts';

const plain: Text = inSigns('{v}');

/** What a person might decide, and why. */
interface Proposal {
  readonly claim: Claim;
  readonly reason: Text;
}

/** The wholes that a claim would exceed, which it cannot. */
function exceeded(claim: Claim, wholes: readonly Claim[]): readonly Claim[] {
  return wholes.filter(
    (whole) =>
      whole.interval.high !== null &&
      claim.interval.low > Math.max(whole.interval.high, whole.asPrinted.high ?? 0),
  );
}

function wholeText(whole: Claim, claim: Claim): Text {
  const [value, who] = [whole.value, { agencies: whole.agencies }];
  const more = whole.places.filter((place) => !claim.places.includes(place));
  const area =
    whole.place === claim.place
      ? []
      : [
          more.length > 0 && more.length < 4
            ? sayInFour(
                '{where}, dus ook {more}',
                '{where}, donc aussi {more}',
                '{where}, also auch {more}',
                '{where}, so also {more}',
                { where: { place: whole.place }, more: { place: more.join('+') } },
              )
            : say(plain, { v: { place: whole.place } }),
        ];
  const drug =
    whole.substance === claim.substance ? [] : [say(plain, { v: { substance: whole.substance } })];
  return say(inSigns('{v} ({of})'), {
    v: value,
    of: joinWith([say(plain, { v: who }), ...area, ...drug], semicolon),
  });
}

/** So many wholes are named; a sentence that names hundreds says no more. */
const mostNamed = 8;

const andMore: Text = {
  nl: 'nog {n} {n:ander cijfer|andere cijfers}',
  fr: '{n} {n:autre chiffre|autres chiffres}',
  de: '{n} {n:weitere Zahl|weitere Zahlen}',
  en: '{n} {n:other figure|other figures}',
};

/** Wholes as they stand behind "more than": whose they are, and what they hold besides what the claim counts. */
function listed(wholes: readonly Claim[], claim: Claim): Text {
  const unnamed = wholes.length - mostNamed;
  return joinWith(
    [
      ...wholes.slice(0, mostNamed).map((whole) => wholeText(whole, claim)),
      ...(unnamed > 0 ? [say(andMore, { n: unnamed })] : []),
    ],
    and,
  );
}

function exceedsReasons(claims: readonly Claim[], wholes: readonly Claim[]): readonly Text[] {
  return claims.map((claim) =>
    sayInFour(
      '{claim} kan niet kloppen: meer dan het geheel, {wholes}.',
      '{claim} ne peut être exact : plus que l’ensemble, {wholes}.',
      '{claim} kann nicht stimmen: mehr als das Ganze, {wholes}.',
      '{claim} cannot be right: more than the whole, {wholes}.',
      { claim: claim.value, wholes: listed(exceeded(claim, wholes), claim) },
    ),
  );
}

/** What speaks against the proposed claim as against its rivals, and so tells them not apart. */
function caveats(claim: Claim, wholes: readonly Claim[]): readonly Text[] {
  const beyond = exceeded(claim, wholes);
  if (beyond.length === 0) return [];
  return [
    sayInFour(
      'Ook {claim} is meer dan het ruimere cijfer, {wholes}.',
      '{claim} dépasse aussi le chiffre plus large, {wholes}.',
      'Auch {claim} ist mehr als die umfassendere Zahl, {wholes}.',
      '{claim} too is more than the wider figure, {wholes}.',
      { claim: claim.value, wholes: listed(beyond, claim) },
    ),
  ];
}

/** Why a claim ranks above another; each reason holds for the pair by its condition. */
const rankReasons: readonly {
  readonly holds: (first: Claim, other: Claim) => boolean;
  readonly says: Text;
}[] = [
  {
    holds: (first, other) => isAuthority(first.agencies) && !isAuthority(other.agencies),
    says: {
      nl: '{who}: eigen telling; voor {others} wordt geen dienst genoemd die zelf telt.',
      fr: '{who} : son propre décompte ; pour {others}, aucun service qui compte lui-même n’est cité.',
      de: '{who}: eigene Zählung; für {others} wird keine Stelle genannt, die selbst zählt.',
      en: '{who}: its own count; for {others} no agency that counts is named.',
    },
  },
  {
    holds: (first, other) => isDerived(other) && !isDerived(first),
    says: {
      nl: '{others} is afgeleid uit een ander cijfer; geen bron vermeldt het.',
      fr: '{others} est déduit d’un autre chiffre ; aucune source ne l’indique.',
      de: '{others} ist aus einer anderen Zahl abgeleitet; keine Quelle nennt es.',
      en: '{others} is derived from another figure; no source prints it.',
    },
  },
  {
    holds: (first, other) => coarseness(first) < coarseness(other),
    says: {
      nl: '{value} is nauwkeuriger opgegeven dan {others}.',
      fr: '{value} est donné avec plus de précision que {others}.',
      de: '{value} ist genauer angegeben als {others}.',
      en: '{value} is stated more exactly than {others}.',
    },
  },
  {
    holds: isLaterVintage,
    says: {
      nl: '{value} is later gepubliceerd dan {others}, door dezelfde dienst.',
      fr: '{value} a été publié plus tard que {others}, par le même service.',
      de: '{value} wurde später veröffentlicht als {others}, von derselben Stelle.',
      en: '{value} was published later than {others}, by the same agency.',
    },
  },
  {
    holds: (first, other) =>
      intervalsOverlap(first.interval, other.interval) && !isRivalEdition(first, other),
    says: {
      nl: '{value} past bij {others}.',
      fr: '{value} concorde avec {others}.',
      de: '{value} passt zu {others}.',
      en: '{value} agrees with {others}.',
    },
  },
];

/**
 * Why a claim is proposed over others, in sentences that are true of these claims: each other is named under its own reason.
 * null where nothing can be said of one of them.
 */
function ranksAbove(first: Claim, others: readonly Claim[]): readonly Text[] | null {
  if (!others.every((other) => rankReasons.some(({ holds }) => holds(first, other)))) return null;
  return rankReasons.flatMap(({ holds, says }, at) => {
    const own = others.filter(
      (other) =>
        rankReasons.findIndex((reason) => reason.holds(first, other)) === at && holds(first, other),
    );
    if (own.length === 0) return [];
    const values = [...new Set(own.map(({ value }) => value))].map((value) =>
      say(plain, { v: value }),
    );
    return [
      say(says, {
        who: { agencies: first.agencies },
        value: first.value,
        others: joinWith(values, and),
      }),
    ];
  });
}

/**
 * Proposes which of several rival claims to keep: those that exceed a whole are out; where one was printed with a
 * slip of the decimal mark, the claim the slip was made from is in; otherwise the best-ranked. null where nothing
 * tells it from each of the others, or its own row doubts it.
 */
export function propose(
  claims: readonly Claim[],
  wholes: readonly Claim[],
  all: readonly Claim[],
  cell: Cell,
): Proposal | null {
  if (claims.length < 2) return null;
  const beyond = claims.filter((claim) => exceeded(claim, wholes).length > 0);
  // Where every rival exceeds the whole, it is the whole that is in doubt.
  const impossible = beyond.length < claims.length ? beyond : [];
  const possible = claims.filter((claim) => !impossible.includes(claim));
  const slipped = possible.filter((claim) =>
    impossible.some((other) => explainPair(claim, other, all, cell).type === 'factor_10^k'),
  );
  const [origin] = slipped;
  const isSlip =
    slipped.length === 1 &&
    possible.every((claim) => claim === origin || isTransposition(claim.value, origin?.value ?? 0));
  if (origin && isSlip) {
    if (isDoubted(origin)) return null;
    const other = impossible.find(
      (claim) => explainPair(origin, claim, all, cell).type === 'factor_10^k',
    ) as Claim;
    const swapped = possible.find(
      (claim) => claim !== origin && isTransposition(claim.value, origin.value),
    );
    const slipReason = sayInFour(
      'Alleen {origin} geeft {other} als de komma verschuift en wordt afgerond.',
      'Seul {origin} donne {other} une fois la virgule déplacée et le résultat arrondi.',
      'Nur {origin} ergibt, mit verschobenem Komma und gerundet, {other}.',
      'Only {origin}, with its decimal mark moved and rounded, gives {other}.',
      { origin: origin.value, other: other.value },
    );
    const swapReason = swapped
      ? sayInFour(
          '{swapped} is dan {origin} met twee verwisselde cijfers.',
          '{swapped} serait alors {origin} avec deux chiffres intervertis.',
          '{swapped} wäre dann {origin} mit zwei vertauschten Ziffern.',
          '{swapped} would then be {origin} with two digits swapped.',
          { swapped: swapped.value, origin: origin.value },
        )
      : null;
    const reasons = [...exceedsReasons(impossible, wholes), slipReason, swapReason];
    return { claim: origin, reason: join(reasons.filter((reason) => reason !== null)) };
  }
  const first = governing(possible);
  if (!first || isDoubted(first)) return null;
  const above = ranksAbove(
    first,
    possible.filter((claim) => claim !== first),
  );
  if (above === null) return null;
  const reasons = [...exceedsReasons(impossible, wholes), ...above];
  return { claim: first, reason: join([...reasons, ...caveats(first, wholes)]) };
}

/** What is known around a pair of claims. */
interface Circumstances {
  readonly subject: string;
  readonly decision: Decision | undefined;
  readonly proposal: Proposal | null;
  /** Whether the two contend, rather than one being explained away. */
  readonly contested: boolean;
  /** Wider figures that neither claim can exceed. */
  readonly wholes: readonly Claim[];
}

/** The conflict between the leading claim of a scope and another, with its explanation and what may be decided. */
export function conflictBetween(
  lead: Claim,
  other: Claim,
  explanation: Explanation,
  { subject, decision, proposal, contested, wholes }: Circumstances,
): Conflict {
  const wider = exceeded(other, wholes);
  const shared = exceeded(lead, wholes).filter((whole) => wider.includes(whole));
  const apart = wider.filter((whole) => !shared.includes(whole));
  const both = () =>
    sayInFour(
      '{lead} en {other} zijn beide meer dan het ruimere cijfer, {wholes}; dat onderscheidt ze niet.',
      '{lead} et {other} dépassent l’un et l’autre le chiffre plus large, {wholes} ; cela ne les départage pas.',
      '{lead} und {other} sind beide mehr als die umfassendere Zahl, {wholes}; das unterscheidet sie nicht.',
      '{lead} and {other} are both more than the wider figure, {wholes}; that does not tell them apart.',
      { lead: lead.value, other: other.value, wholes: listed(shared, lead) },
    );
  const beyond = () =>
    sayInFour(
      '{other} is bovendien meer dan het geheel, {wholes}.',
      '{other} dépasse en outre l’ensemble, {wholes}.',
      '{other} ist außerdem mehr als das Ganze, {wholes}.',
      '{other} also exceeds the whole, {wholes}.',
      { other: other.value, wholes: listed(apart, other) },
    );
  const decided = decision !== undefined && decision.verdict !== 'reopen';
  const open = explanation.type === 'separate_counts' ? 'apart' : 'undecided';
  return {
    key: `${subject} · ${lead.id} | ${other.id}`,
    subject,
    type: explanation.type,
    claims: [lead.id, other.id, ...explanation.rests],
    place: lead.place,
    substance: lead.substance,
    basis: lead.basis,
    periodStart: lead.periodStart,
    periodEnd: lead.periodEnd,
    difference: subtractExact(other.value, lead.value),
    factor: lead.value === 0 ? null : Number((other.value / lead.value).toPrecision(4)),
    explanation: join([
      explanation.text,
      ...(apart.length === 0 ? [] : [beyond()]),
      ...(shared.length === 0 ? [] : [both()]),
    ]),
    computed: explanation.computed,
    proposal: proposal && { verdict: `keep ${proposal.claim.id}`, reason: proposal.reason },
    state: decided ? 'decided' : contested ? open : 'explained',
    decision: decided ? decision.id : null,
  };
}
