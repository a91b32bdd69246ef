import {
  agencies,
  bases,
  type Conflict,
  groupBy,
  inSigns,
  type JointTotal,
  joinWith,
  type MemberTotal,
  type NotAdded,
  openState,
  places,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import type { Claim } from '../claim.ts';
import { addendsOf, claimsNamed } from '../claim.ts';
import { say, sayInFour } from '../words.ts';
import { type Match, relationOf } from './find-matches.ts';
import { fromFinds, gapOf, type Judgement } from './may-say.ts';
import { figureQuoted, figureSaid, isBareRound, quote } from './phrase.ts';
import type { Question } from './question.ts';
import { isFloor, type Scopes, type Stated } from './stated.ts';

const undecided: Text = {
  nl: 'Eén cijfer zonder bron: de tellingen spreken elkaar tegen en er is nog niet beslist.',
  fr: 'Un seul chiffre sans source : les décomptes se contredisent et rien n’a encore été tranché.',
  de: 'Eine einzelne Zahl ohne Quelle: Die Zählungen widersprechen sich, und es ist noch nichts entschieden.',
  en: 'One figure without its source: the counts contradict each other and nothing has been decided yet.',
};

const eachForItself: Text = {
  nl: 'Eén cijfer zonder bron: elke dienst telde apart, en of vangsten in beide tellingen staan is niet beslist.',
  fr: 'Un seul chiffre sans source : chaque service a compté de son côté, et rien ne tranche si des saisies figurent dans les deux décomptes.',
  de: 'Eine einzelne Zahl ohne Quelle: Jede Behörde zählte für sich, und ob Funde in beiden Zählungen stehen, ist nicht entschieden.',
  en: 'One figure without its source: each service counted for itself, and whether finds are in both counts has not been decided.',
};

/** The amount, the place and the time that a sentence is about, as sentences on it name them. */
function askedIn({ value, unit, place, period, what: of }: Question) {
  return {
    v: { quantity: value, unit, of },
    here: { place },
    when: { date: `${period.start}..${period.end}` },
  };
}

/** Whether nothing but counts of services, each for itself, keeps a total open; a total that is not open is no obstacle. */
function isCountedApart({ reported, members, together }: JointTotal): boolean {
  return openState(reported, [...members, ...together]) !== 'undecided';
}

/** What is reported of a port, as it was told and not by the lower end that its wording leaves, is not in a figure of another. */
function notIn({ place: code, lowest, likely, highest }: MemberTotal, unit: string): Text {
  const value = typeof likely === 'number' ? likely : (lowest ?? 0);
  const words = { v: { quantity: value, unit }, place: { place: code } };
  if (value === lowest && value === highest)
    return sayInFour(
      'de {v} van {place} zitten daar niet in',
      'les {v} ({place}) n’y sont pas compris',
      '{v} aus {place} sind darin nicht enthalten',
      'the {v} of {place} are not in it',
      words,
    );
  return highest === null || typeof likely !== 'number'
    ? sayInFour(
        '{place} (ten minste {v}) zit daar niet in',
        '{place} ({v} au moins) n’y est pas compris',
        '{place} (mindestens {v}) ist darin nicht enthalten',
        '{place} (at least {v}) is not in it',
        words,
      )
    : sayInFour(
        '{place} (ongeveer {v}) zit daar niet in',
        '{place} (environ {v}) n’y est pas compris',
        '{place} (rund {v}) ist darin nicht enthalten',
        '{place} (about {v}) is not in it',
        words,
      );
}

/** The port's figure said of the whole complex, with what is then left out. */
function asTheComplex(
  question: Question,
  joint: JointTotal,
  here: ReadonlySet<string>,
  scopes: Scopes,
): Text {
  const others = joint.members.filter((entry) => !here.has(entry.place));
  const parts = others.map((entry) =>
    scopes.isInFinds(entry.place)
      ? say(fromFinds, { place: { place: entry.place } })
      : entry.state === 'reported'
        ? notIn(entry, joint.unit)
        : gapOf(entry, joint.unit, scopes),
  );
  return sayInFour(
    '"{v} in {area}": {parts}.',
    '« {v} » ({area}) : {parts}.',
    '„{v} in {area}“: {parts}.',
    '"{v} in {area}": {parts}.',
    {
      ...askedIn(question),
      area: { place: joint.complex },
      parts: joinWith(parts, semicolon),
    },
  );
}

/** The bare number, where the source has it in other words or it differs from the governing figure. */
function bare(question: Question, governing: Claim): Text {
  return sayInFour(
    '"{v}" zonder meer: het cijfer is {q}.',
    '« {v} » sans précision : le chiffre est {q}.',
    '„{v}“ ohne Zusatz: Die Zahl ist {q}.',
    '"{v}" without qualification: the figure is {q}.',
    { ...askedIn(question), q: quote(governing) },
  );
}

function asTheTotal(question: Question, total: JointTotal, scopes: Scopes): Text {
  const gaps = total.members.filter((member) => member.state !== 'reported');
  return sayInFour(
    '"{v}" als totaal van {area}: {parts}.',
    '« {v} » comme total ({area}) : {parts}.',
    '„{v}“ als Gesamtmenge für {area}: {parts}.',
    '"{v}" as the total of {area}: {parts}.',
    {
      ...askedIn(question),
      area: { place: total.complex },
      parts: joinWith(
        gaps.map((member) => gapOf(member, total.unit, scopes)),
        semicolon,
      ),
    },
  );
}

function asAnotherBasis(question: Question, claim: Claim): Text {
  return sayInFour(
    '"{v} {wrong}": het cijfer betekent "{right}".',
    '« {v} : {wrong} » : ce chiffre signifie « {right} ».',
    '„{v} {wrong}“: Die Zahl bedeutet „{right}“.',
    '"{v} {wrong}": the figure means "{right}".',
    {
      ...askedIn(question),
      wrong: bases.get(question.basis).label,
      right: bases.get(claim.basis).label,
    },
  );
}

function ofAnotherPlace(question: Question, claim: Claim): Text {
  return sayInFour(
    '"{v} in {here}": dat is het cijfer van {there}.',
    '« {v} » ({here}) : ce chiffre est celui d’un autre lieu ({there}).',
    '„{v} in {here}“: Das ist die Zahl für {there}.',
    '"{v} in {here}": that is the figure of {there}.',
    {
      ...askedIn(question),
      there: { place: claim.place },
    },
  );
}

/** Of several agencies of one name, the one in the country of a claim's own. */
function isOfCountry(code: string, claim: Claim): boolean {
  const { country } = agencies.get(code);
  return claim.agencies.some((own) => agencies.has(own) && agencies.get(own).country === country);
}

/** Whom a sentence names: of several of one name the one in the country of a figure's own, else of the place asked for. */
function named(source: readonly string[], { place }: Question, claim: Claim): readonly string[] {
  const country = places.has(place) ? places.get(place).country : null;
  const [own] = source.filter((code) => isOfCountry(code, claim));
  const here = source.find((code) => agencies.has(code) && agencies.get(code).country === country);
  return [own ?? here ?? source[0]].flatMap((code) => code ?? []);
}

function asAnothers(question: Question, source: readonly string[], claim: Claim): Text {
  return sayInFour(
    '"{v}" als cijfer van {who}: dat is het cijfer van {whose}.',
    '« {v} » comme chiffre d’un autre service ({who}) : source du chiffre : {whose}.',
    '„{v}“ als Zahl von {who}: Das ist die Zahl von {whose}.',
    '"{v}" as the figure of {who}: that is the figure of {whose}.',
    {
      ...askedIn(question),
      who: { agencies: named(source, question, claim) },
      whose: { agencies: claim.agencies },
    },
  );
}

function asTheOnlyOne({ explanation }: Conflict): Text {
  return sayInFour(
    'Een van deze cijfers zonder het andere. {why}',
    'L’un de ces chiffres sans l’autre. {why}',
    'Eine dieser Zahlen ohne die andere. {why}',
    'One of these figures without the other. {why}',
    { why: explanation },
  );
}

/** Figures on one other footing that stand beside the one asked for, each once, with the place where it is another. */
function notToBeAdded(question: Question, entries: readonly NotAdded[]): readonly Text[] {
  const groups = groupBy(entries, ({ basis, reason }) => `${basis} ${reason.en}`);
  return [...groups.values()].map((group) => {
    const [{ basis, reason }] = group as [NotAdded];
    const listed = group.map(({ value, unit, place }) => ({
      key: `${value} ${unit} ${place}`,
      text: say(inSigns('{v}{of}'), {
        v: { quantity: value ?? 0, unit },
        of: place === question.place ? '' : say(inSigns(' ({p})'), { p: { place } }),
      }),
    }));
    const distinct = [...new Map(listed.map(({ key, text }) => [key, text])).values()];
    return sayInFour(
      'Een som met de {list} "{basis}". {reason}',
      'Une somme avec les {list} de la base « {basis} ». {reason}',
      'Eine Summe mit den {list} „{basis}“. {reason}',
      'A sum with the {list} "{basis}". {reason}',
      { list: joinWith(distinct, ', '), basis: bases.get(basis).label, reason },
    );
  });
}

/** The figure of another place or time that has the very number. */
function ofElsewhere(question: Question, { place, periodStart, periodEnd }: Claim): Text {
  return sayInFour(
    '"{v}" voor {here}, {when}: dat is het cijfer van {there}, {time}.',
    '« {v} » ({here}, {when}) : ce chiffre est celui d’un autre lieu ou d’une autre période ({there}, {time}).',
    '„{v}“ für {here}, {when}: Das ist die Zahl für {there}, {time}.',
    '"{v}" for {here}, {when}: that is the figure of {there}, {time}.',
    {
      ...askedIn(question),
      there: { place },
      time: { date: `${periodStart}..${periodEnd}` },
    },
  );
}

/** Where the number does stand, where nothing that was published of the place and time bears it. */
function elsewhereOf(question: Question, { claims, standing }: Scopes, asked: Stated) {
  const here = asked.totals[0]?.members.map(({ place }) => place) ?? [];
  if (question.value === 0 || question.upTo !== null) return [];
  return claims
    .filter(
      (claim) =>
        claim.value === question.value &&
        claim.substance === question.substance &&
        claim.basis === question.basis &&
        claim.extent === 'whole' &&
        !isFloor(claim) &&
        relationOf(claim, question, here) !== 'same',
    )
    .filter((claim) => standing(claim, asked).kind !== 'falls')
    .slice(0, 3);
}

/** What is to be known where nobody reports anything: unknown is not zero, and what a model counts is no report. */
export function sayNotReported(
  question: Question,
  { totals }: Stated,
  countsEvents: boolean,
): readonly Text[] {
  if (totals.some(({ status }) => status !== 'none')) return [];
  return [
    say(
      countsEvents
        ? {
            nl: 'voor {here} is geen cijfer gepubliceerd ({what}, {when}); dit beeld telt meldingen van vangsten, en wat een model daarvan maakt mag niet worden aangehaald',
            fr: 'aucun chiffre n’est publié ({here}, {what}, {when}) ; ce tableau compte des mentions de saisies, et ce qu’un modèle en fait ne se cite pas',
            de: 'für {here} ist keine Zahl veröffentlicht ({what}, {when}); dieses Bild zählt Meldungen von Funden, und was ein Modell daraus macht, darf nicht zitiert werden',
            en: 'no figure is published for {here} ({what}, {when}); this picture counts reports of finds, and what a model makes of them may not be quoted',
          }
        : {
            nl: 'voor {here} is niets gemeld ({what}, {when}); onbekend is geen nul',
            fr: 'rien n’est déclaré ({here}, {what}, {when}) ; inconnu ne veut pas dire zéro',
            de: 'für {here} ist nichts gemeldet ({what}, {when}); unbekannt ist nicht null',
            en: 'nothing is reported for {here} ({what}, {when}); unknown is not zero',
          },
      {
        ...askedIn(question),
        what: question.what ?? { substance: question.substance },
      },
    ),
  ];
}

/** How a round figure that its source prints bare is said in other words than the source's. */
export function sayRound(claims: readonly Claim[]): readonly Text[] {
  const says = claims
    .filter((claim) => isBareRound(claim) && addendsOf(claim).length === 0)
    .map((claim) =>
      sayInFour(
        '{q} is een rond getal: zeg in eigen woorden {said}',
        '{q} est un chiffre rond : dites, avec vos propres mots, {said}',
        '{q} ist eine runde Zahl: mit eigenen Worten {said}',
        '{q} is a round figure: in your own words say {said}',
        { q: figureQuoted(claim), said: figureSaid(claim) },
      ),
    );
  return [...new Map(says.map((one) => [one.en, one])).values()];
}

/** What must not be said: the bare or misplaced number, the port for the complex, one basis for another. */
export function warnings(
  question: Question,
  { verdict, allowed }: Judgement,
  asked: Stated,
  scopes: Scopes,
  matches: readonly Match[],
  complex: () => Stated | null,
): readonly Text[] {
  const { claims } = scopes;
  const { totals, isUndecided, conflicts, notAdded, opposed } = asked;
  const [total] = totals;
  const here = new Set(total?.members.map((entry) => entry.place));
  const member = total?.members.length === 1 && totals.length === 1 ? total.members[0] : undefined;
  const [governing] = claimsNamed(claims, member?.governing ? [member.governing] : []);
  const ids = (of: readonly Match[]): ReadonlySet<string> =>
    new Set(of.map(({ claim }) => claim.id));
  const own = ids(matches.filter(({ relation }) => relation === 'same'));
  const met = ids(matches);
  const isSaid = verdict === 'supported' || verdict === 'worded';
  const isBare =
    !isUndecided &&
    governing &&
    !isSaid &&
    question.interval.high !== null &&
    (governing.value !== question.value ||
      // A round figure may be quoted as it stands; in what other words it is said is told beside it.
      !(governing.interval.closed || isBareRound(governing)));
  const isIncomplete =
    total &&
    !member &&
    total.status !== 'complete' &&
    total.status !== 'none' &&
    totals.length === 1;
  const elsewhere = matches.find(({ relation }) => relation === 'other-place');
  const isOnlyElsewhere = elsewhere && matches.every(({ relation }) => relation === 'other-place');
  // What has been decided is no contradiction any more.
  const contrary = [
    ...conflicts.filter(
      ({ claims: named, state }) => state !== 'decided' && named.some((id) => own.has(id)),
    ),
    ...opposed.map(({ conflict }) => conflict),
  ];
  const apart = new Set(
    matches.flatMap(({ claim, relation }) => (relation === 'other-place' ? [claim] : [])),
  );
  const isOfHere =
    total?.status !== 'none' &&
    (isSaid ||
      verdict === 'contested' ||
      matches.length > apart.size ||
      allowed.some(
        ({ value, claim }) => value === question.value && !(claim !== null && apart.has(claim)),
      ));
  const { source } = question;
  const another =
    source !== null &&
    !isSaid &&
    !matches.some(({ claim }) => claim.agencies.every((code) => source.includes(code)))
      ? matches.find(({ relation }) => relation === 'same' || relation === 'other-agency')
      : undefined;
  // What is told of a whole complex is worked out only where it is said.
  const [around] = isOfHere ? (complex()?.totals ?? []) : [];
  return [
    ...(source !== null && another ? [asAnothers(question, source, another.claim)] : []),
    ...(isUndecided
      ? [opposed.length === 0 && totals.every(isCountedApart) ? eachForItself : undecided]
      : []),
    ...(isBare ? [bare(question, governing)] : []),
    ...(isIncomplete ? [asTheTotal(question, total, scopes)] : []),
    ...(isOnlyElsewhere ? [ofAnotherPlace(question, elsewhere.claim)] : []),
    ...(isSaid || matches.length > 0 ? [] : elsewhereOf(question, scopes, asked)).map((claim) =>
      ofElsewhere(question, claim),
    ),
    ...matches
      .filter(({ relation }) => relation === 'other-basis')
      .map(({ claim }) => asAnotherBasis(question, claim)),
    ...(isSaid ? [] : [...new Map(contrary.map((one) => [one.key, one])).values()]).map(
      asTheOnlyOne,
    ),
    ...(around ? [asTheComplex(question, around, here, scopes)] : []),
    // A figure is no warning against being added to itself, nor is another on the footing on which the number stands.
    ...notToBeAdded(
      question,
      notAdded.filter(
        ({ kind, claim, basis }) =>
          kind === 'basis' &&
          !met.has(claim) &&
          !matches.some((match) => match.relation === 'other-basis' && match.claim.basis === basis),
      ),
    ),
  ];
}
