import {
  bases,
  type Conflict,
  type JointTotal,
  type NotAdded,
  type Text,
} from '@samenbeeld/schema';
import type { Claim } from '../claim.ts';
import { joinWith, say, semicolon } from '../words.ts';
import { claimsNamed, type Match } from './find-matches.ts';
import { gapOf, type Judgement } from './may-say.ts';
import { quote } from './phrase.ts';
import type { Question } from './question.ts';
import type { Scopes, Stated } from './stated.ts';

const undecided: Text = {
  nl: 'Eén cijfer zonder bron: de tellingen spreken elkaar tegen en er is nog niet beslist.',
  fr: 'Un seul chiffre sans source : les décomptes se contredisent et rien n’a encore été tranché.',
  de: 'Eine einzelne Zahl ohne Quelle: Die Zählungen widersprechen sich, und es ist noch nichts entschieden.',
  en: 'One figure without its source: the counts contradict each other and nothing has been decided yet.',
};

/** The port's figure said of the whole complex, with what is then left out. */
function asTheComplex(question: Question, joint: JointTotal, here: ReadonlySet<string>): Text {
  const others = joint.members.filter((entry) => !here.has(entry.place));
  const parts = others.map((entry) =>
    entry.state === 'reported'
      ? say(
          {
            nl: 'de {v} van {place} zitten daar niet in',
            fr: 'les {v} de {place} n’y sont pas compris',
            de: '{v} aus {place} sind darin nicht enthalten',
            en: 'the {v} of {place} are not in it',
          },
          { v: { quantity: entry.lowest ?? 0, unit: joint.unit }, place: { place: entry.place } },
        )
      : gapOf(entry, joint.unit),
  );
  return say(
    {
      nl: '"{v} in {area}": {parts}.',
      fr: '« {v} » pour {area} : {parts}.',
      de: '„{v} in {area}“: {parts}.',
      en: '"{v} in {area}": {parts}.',
    },
    {
      v: { quantity: question.value, unit: question.unit },
      area: { place: joint.complex },
      parts: joinWith(parts, semicolon),
    },
  );
}

/** The bare number, where it is true only with the words of its source or differs from the governing figure. */
function bare(question: Question, governing: Claim): Text {
  return say(
    {
      nl: '"{v}" zonder meer: het cijfer is {q}.',
      fr: '« {v} » sans précision : le chiffre est {q}.',
      de: '„{v}“ ohne Zusatz: Die Zahl ist {q}.',
      en: '"{v}" without qualification: the figure is {q}.',
    },
    { v: { quantity: question.value, unit: question.unit }, q: quote(governing) },
  );
}

function asTheTotal(question: Question, total: JointTotal): Text {
  const gaps = total.members.filter((member) => member.state !== 'reported');
  return say(
    {
      nl: '"{v}" als totaal van {area}: {parts}.',
      fr: '« {v} » comme total de {area} : {parts}.',
      de: '„{v}“ als Gesamtmenge für {area}: {parts}.',
      en: '"{v}" as the total of {area}: {parts}.',
    },
    {
      v: { quantity: question.value, unit: question.unit },
      area: { place: total.complex },
      parts: joinWith(
        gaps.map((member) => gapOf(member, total.unit)),
        semicolon,
      ),
    },
  );
}

function asAnotherBasis(question: Question, claim: Claim): Text {
  return say(
    {
      nl: '"{v} {wrong}": het cijfer betekent "{right}".',
      fr: '« {v} : {wrong} » : ce chiffre signifie « {right} ».',
      de: '„{v} {wrong}“: Die Zahl bedeutet „{right}“.',
      en: '"{v} {wrong}": the figure means "{right}".',
    },
    {
      v: { quantity: question.value, unit: question.unit },
      wrong: bases.get(question.basis).label,
      right: bases.get(claim.basis).label,
    },
  );
}

function ofAnotherPlace(question: Question, claim: Claim): Text {
  return say(
    {
      nl: '"{v} in {here}": dat is het cijfer van {there}.',
      fr: '« {v} » pour {here} : c’est le chiffre de {there}.',
      de: '„{v} in {here}“: Das ist die Zahl für {there}.',
      en: '"{v} in {here}": that is the figure of {there}.',
    },
    {
      v: { quantity: question.value, unit: question.unit },
      here: { place: question.place },
      there: { place: claim.place },
    },
  );
}

function asTheOnlyOne({ explanation }: Conflict): Text {
  return say(
    {
      nl: 'Een van deze cijfers zonder het andere. {why}',
      fr: 'L’un de ces chiffres sans l’autre. {why}',
      de: 'Eine dieser Zahlen ohne die andere. {why}',
      en: 'One of these figures without the other. {why}',
    },
    { why: explanation },
  );
}

function notToBeAdded(entry: NotAdded): Text {
  return say(
    {
      nl: 'Een som met de {v} "{basis}". {reason}',
      fr: 'Une somme avec les {v} « {basis} ». {reason}',
      de: 'Eine Summe mit den {v} „{basis}“. {reason}',
      en: 'A sum with the {v} "{basis}". {reason}',
    },
    {
      v: { quantity: entry.value ?? 0, unit: entry.unit },
      basis: bases.get(entry.basis).label,
      reason: entry.reason,
    },
  );
}

/** What must not be said: the bare or misplaced number, the port for the complex, one basis for another. */
export function warnings(
  question: Question,
  { verdict, allowed }: Judgement,
  asked: Stated,
  { claims }: Scopes,
  matches: readonly Match[],
  { complex }: { readonly complex: Stated | null },
): readonly Text[] {
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
    (governing.value !== question.value || !governing.interval.closed);
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
  return [
    ...(isUndecided ? [undecided] : []),
    ...(isBare ? [bare(question, governing)] : []),
    ...(isIncomplete ? [asTheTotal(question, total)] : []),
    ...(isOnlyElsewhere ? [ofAnotherPlace(question, elsewhere.claim)] : []),
    ...matches
      .filter(({ relation }) => relation === 'other-basis')
      .map(({ claim }) => asAnotherBasis(question, claim)),
    ...(isSaid ? [] : [...new Map(contrary.map((one) => [one.key, one])).values()]).map(
      asTheOnlyOne,
    ),
    ...(complex?.totals[0] && isOfHere ? [asTheComplex(question, complex.totals[0], here)] : []),
    // A figure is no warning against being added to itself.
    ...notAdded.filter(({ kind, claim }) => kind === 'basis' && !met.has(claim)).map(notToBeAdded),
  ];
}
