import type { Interval, Text, Wording } from '@samenbeeld/schema';
import type { Claim } from '../claim.ts';
import { say, type Word } from '../words.ts';

type Form = 'floor' | 'just_under' | 'rounded' | 'exact';

const forms: Readonly<Record<Form, Text>> = {
  floor: {
    nl: '"meer dan {v}"',
    fr: '« plus de {v} »',
    de: '„mehr als {v}“',
    en: '"more than {v}"',
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

function formOf(interval: Interval, wording: Wording): Form {
  if (interval.high === null) return 'floor';
  if (wording === 'just_under') return 'just_under';
  return interval.closed ? 'exact' : 'rounded';
}

/** A quantity in the words its interval allows: "more than 4,100 kg", "about 2,100 kg", "4,157 kg". */
export function quantityInWords(
  value: number,
  unit: string,
  interval: Interval,
  wording: Wording,
): Text {
  return say(forms[formOf(interval, wording)], { v: { quantity: value, unit } });
}

/** A claim as it may be quoted, with who counted it and when it was published. */
export function quote(claim: Claim): Text {
  const on: Word = claim.publishedOn === null ? '–' : { date: claim.publishedOn };
  const quoted = quantityInWords(claim.value, claim.unit, claim.interval, claim.wording);
  return say(
    {
      nl: '{q} – {who}, {on}',
      fr: '{q} – {who}, {on}',
      de: '{q} – {who}, {on}',
      en: '{q} – {who}, {on}',
    },
    { q: quoted, who: { agencies: claim.agencies }, on },
  );
}
