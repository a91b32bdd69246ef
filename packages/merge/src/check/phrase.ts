import { bases, inSigns, joinWith, type Text } from '@samenbeeld/schema';
import { addendsText, type Claim, isOfFinds, isProvisional } from '../claim.ts';
import { whatIsCounted } from '../counted.ts';
import { kindOf } from '../settle.ts';
import { say, sayInFour, type Word } from '../words.ts';
import type { AskedWording } from './asked-figure.ts';
import type { Question } from './question.ts';

const forms: Readonly<Record<Exclude<AskedWording, 'unmarked'>, Text>> = {
  floor: {
    nl: '"meer dan {v}"',
    fr: '« plus de {v} »',
    de: '„mehr als {v}“',
    en: '"more than {v}"',
  },
  at_least: {
    nl: '"ten minste {v}"',
    fr: '« au moins {v} »',
    de: '„mindestens {v}“',
    en: '"at least {v}"',
  },
  at_most: {
    nl: '"ten hoogste {v}"',
    fr: '« au plus {v} »',
    de: '„höchstens {v}“',
    en: '"at most {v}"',
  },
  below: {
    nl: '"minder dan {v}"',
    fr: '« moins de {v} »',
    de: '„weniger als {v}“',
    en: '"less than {v}"',
  },
  between: {
    nl: '"tussen {v} en {w}"',
    fr: '« entre {v} et {w} »',
    de: '„zwischen {v} und {w}“',
    en: '"between {v} and {w}"',
  },
  just_under: {
    nl: '"bijna {v}"',
    fr: '« près de {v} »',
    de: '„knapp {v}“',
    en: '"almost {v}"',
  },
  rounded: {
    nl: '"ongeveer {v}"',
    fr: '« environ {v} »',
    de: '„rund {v}“',
    en: '"about {v}"',
  },
  exact: { nl: '"{v}"', fr: '« {v} »', de: '„{v}“', en: '"{v}"' },
};

type Figure = Pick<Question, 'value' | 'upTo' | 'unit'> & { readonly what?: Text | undefined };

/** What a claim counts where its unit does not say it: of no amount of a drug. */
function whatOf({ metric, rows: [row] }: Claim): Text | undefined {
  if (metric === 'quantity' || metric === 'seizures' || !row) return undefined;
  return whatIsCounted({ ...row, ...kindOf(row) });
}

/** A quantity in the words given: "more than 4,100 kg", "between 4,000 kg and 4,200 kg", "4,157 kg". */
export function quantityInWords(
  { value, upTo, unit, what: of }: Figure,
  wording: Exclude<AskedWording, 'unmarked'>,
): Text {
  return say(forms[wording], {
    v: { quantity: value, unit, of },
    w: { quantity: upTo ?? value, unit, of },
  });
}

/** The words that a claim's interval allows; what was published before its period was settled is a lower limit. */
export function wordingOf(claim: Claim): Exclude<AskedWording, 'unmarked'> {
  const { interval, wording } = claim;
  // A floor that no printed word makes a "more than" is a floor that may be met.
  if (interval.high === null) return claim.wordingPrinted === null ? 'at_least' : 'floor';
  if (isProvisional(claim)) return 'at_least';
  if (wording === 'just_under') return 'just_under';
  return interval.closed || isToDecimals(claim) ? 'exact' : 'rounded';
}

/** Whether a figure says by its decimals alone how precise it is: "9.4 kg" needs no "about". */
export function isToDecimals({ value, wording, interval }: Claim): boolean {
  return wording === 'unmarked' && !interval.closed && !Number.isInteger(value);
}

/** Whether a source prints a round figure without a word: it is quoted so, and said as "about". */
export function isBareRound(claim: Claim): boolean {
  return claim.wording === 'unmarked' && wordingOf(claim) === 'rounded';
}

/** A claim's figure in the words in which we say it. */
export function figureSaid(claim: Claim): Text {
  const { value, unit, interval } = claim;
  const wording = wordingOf(claim);
  const said = wording === 'at_least' ? interval.low : value;
  return quantityInWords({ value: said, upTo: null, unit, what: whatOf(claim) }, wording);
}

/** A claim's figure as its source has it: no word stands before what is printed bare. */
export function figureQuoted(claim: Claim): Text {
  const { value, unit } = claim;
  return isBareRound(claim)
    ? quantityInWords({ value, upTo: null, unit, what: whatOf(claim) }, 'exact')
    : figureSaid(claim);
}

/** A figure that nobody published, as the sum of figures that somebody did; any other as it is. */
function summed(claim: Claim): Text {
  const [q, parts] = [figureQuoted(claim), addendsText(claim)];
  return parts === null
    ? q
    : sayInFour(
        '{q}, als som van {parts}',
        '{q}, comme somme de {parts}',
        '{q}, als Summe von {parts}',
        '{q}, as the sum of {parts}',
        { q, parts },
      );
}

/** A claim as it may be quoted, with who counted it and when it was published; of a sum made here, its parts. */
export function quote(claim: Claim): Text {
  const words = { q: summed(claim), who: { agencies: claim.agencies } };
  if (claim.agencies.length === 0) return words.q;
  if (claim.publishedOn === null) return say(inSigns('{q} – {who}'), words);
  return say(inSigns('{q} – {who}, {on}'), { ...words, on: { date: claim.publishedOn } });
}

/** In what a claim's scope is another than the one asked for. */
interface Scoped extends Pick<Question, 'place' | 'substance' | 'basis' | 'period' | 'agencies'> {
  /** The ports it is asked for. */
  readonly here: readonly string[];
}

function limitsOf(claim: Claim, asked: Scoped): readonly Text[] {
  const { extent, periodStart, periodEnd } = claim;
  const period: Word = { date: `${periodStart}..${periodEnd}` };
  const samePlace =
    claim.places.length === asked.here.length &&
    claim.places.every((place) => asked.here.includes(place));
  const samePeriod = periodStart === asked.period.start && periodEnd === asked.period.end;
  return [
    ...(samePlace
      ? []
      : [
          sayInFour('voor {place}', '{place}', 'für {place}', 'for {place}', {
            place: { place: claim.place },
          }),
        ]),
    ...(claim.substance === asked.substance
      ? []
      : [
          sayInFour('voor {what}', '{what}', 'für {what}', 'for {what}', {
            what: { substance: claim.substance },
          }),
        ]),
    ...(claim.basis === asked.basis
      ? []
      : [
          sayInFour('als "{basis}"', 'comme « {basis} »', 'als „{basis}“', 'as "{basis}"', {
            basis: bases.get(claim.basis).label,
          }),
        ]),
    ...(isOfFinds(claim)
      ? [
          sayInFour(
            'als losse vangst ({period})',
            'comme saisie isolée ({period})',
            'als einzelner Fund ({period})',
            'as a single find ({period})',
            { period },
          ),
        ]
      : samePeriod
        ? []
        : [sayInFour('over {period}', '{period}', 'für {period}', 'for {period}', { period })]),
    ...(extent === 'one_agency' && asked.agencies === null
      ? [
          sayInFour(
            'als telling van deze dienst alleen',
            'comme décompte de ce seul service',
            'als Zählung dieser Stelle allein',
            'as the count of this agency alone',
          ),
        ]
      : []),
    ...(isProvisional(claim)
      ? [
          sayInFour(
            'als voorlopig cijfer',
            'comme chiffre provisoire',
            'als vorläufige Zahl',
            'as a provisional figure',
          ),
        ]
      : []),
  ];
}

function contestant(claim: Claim, of: Claim): Text {
  const words = { who: { agencies: claim.agencies }, q: summed(claim) };
  const scope = [
    ...(claim.places.join() === of.places.join() ? [] : [{ place: claim.place }]),
    ...(claim.substance === of.substance ? [] : [{ substance: claim.substance }]),
  ].map((word) => say(inSigns('{of}'), { of: word }));
  return scope.length === 0
    ? say(inSigns('{who}: {q}'), words)
    : sayInFour(
        '{who}: {q} voor {scope}',
        '{who} : {q} ({scope})',
        '{who}: {q} für {scope}',
        '{who}: {q} for {scope}',
        { ...words, scope: joinWith(scope, ', ') },
      );
}

/**
 * A claim as it may be quoted where another scope was asked for, or where others contradict it: with the place, drug, basis
 * and period that are its own, and with who says otherwise, and how much; `isApart` where those only counted for themselves.
 */
export function quoteWithin(
  claim: Claim,
  asked: Scoped,
  by: readonly Claim[],
  isApart = false,
): Text {
  const limits = limitsOf(claim, asked);
  const scoped =
    limits.length === 0
      ? quote(claim)
      : sayInFour(
          '{q}: uitsluitend {limits}',
          '{q} : uniquement {limits}',
          '{q}: nur {limits}',
          '{q}: only {limits}',
          { q: quote(claim), limits: joinWith(limits, ', ') },
        );
  return withContestants(scoped, claim, by, isApart);
}

/** What is said of a claim, with those who say otherwise, and how much; `isApart` where those only counted for themselves. */
export function withContestants(
  said: Text,
  claim: Claim,
  by: readonly Claim[],
  isApart: boolean,
): Text {
  if (by.length === 0) return said;
  // Nobody contests "by" an agency that is not named.
  const isNamed = by.every(({ agencies }) => agencies.every((code) => code !== 'UNSPECIFIED'));
  return say(
    isApart
      ? {
          nl: '{q}; los van de telling van {others}',
          fr: '{q} ; sans compter ce qui relève d’un autre service ({others})',
          de: '{q}; ohne die eigene Zählung ({others})',
          en: '{q}; apart from the count of {others}',
        }
      : isNamed
        ? {
            nl: '{q}; betwist door {others}',
            fr: '{q} ; contesté ({others})',
            de: '{q}; bestritten ({others})',
            en: '{q}; contested by {others}',
          }
        : {
            nl: '{q}; betwist ({others})',
            fr: '{q} ; contesté ({others})',
            de: '{q}; bestritten ({others})',
            en: '{q}; contested ({others})',
          },
    {
      q: said,
      others: joinWith(
        by.map((other) => contestant(other, claim)),
        ', ',
      ),
    },
  );
}
