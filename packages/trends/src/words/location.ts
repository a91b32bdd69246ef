import {
  bound,
  capital,
  inEach,
  intervalName,
  type Language,
  paragraph,
  range,
  type Text,
} from '@samenbeeld/schema';
import type { RatioVerdict } from '../verdict.ts';
import { effortUnknown } from './effort.ts';
import { headed } from './headed.ts';

/** Why a location quotient cannot be given. */
export type NoLocation = 'nothing_anywhere' | 'no_base_here' | 'only_place';

/** A quotient on one base, as it is told. */
export interface BaseWords {
  readonly name: string;
  readonly quotient: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly verdict: RatioVerdict | 'described';
  readonly because: NoLocation | null;
}

/** What a sentence about location quotients may say. */
export interface LocationWords {
  readonly bases: readonly BaseWords[];
  readonly level: number;
  readonly agree: boolean;
  readonly label: Text | undefined;
  readonly controls: boolean;
}

const hindrances: Readonly<Record<NoLocation, Text>> = {
  nothing_anywhere: {
    nl: 'nergens is iets geteld',
    fr: 'rien n’a été compté nulle part',
    de: 'nirgends wurde etwas gezählt',
    en: 'nothing was counted anywhere',
  },
  no_base_here: {
    nl: 'de maatstaf is hier nul',
    fr: 'la base est ici nulle',
    de: 'der Maßstab ist hier null',
    en: 'the base is zero here',
  },
  only_place: {
    nl: 'de maatstaf ligt geheel op deze plaats',
    fr: 'la base se trouve entièrement en ce lieu',
    de: 'der Maßstab liegt ganz an diesem Ort',
    en: 'the base lies wholly at this place',
  },
};

function onBase(base: BaseWords, level: number, language: Language): string {
  const { name, quotient } = base;
  if (quotient === null)
    return {
      nl: `Gemeten aan ${name} is geen conclusie mogelijk: ${hindrances[base.because ?? 'no_base_here'].nl}.`,
      fr: `Par rapport à ${name}, aucune conclusion n’est possible\u00a0: ${hindrances[base.because ?? 'no_base_here'].fr}.`,
      de: `Gemessen an ${name} ist keine Aussage möglich: ${capital(hindrances[base.because ?? 'no_base_here'].de)}.`,
      en: `Measured against ${name} no conclusion is possible: ${hindrances[base.because ?? 'no_base_here'].en}.`,
    }[language];
  const times = bound(quotient, 1, language);
  if (base.low === null || base.high === null)
    return {
      nl: `Gemeten aan ${name} staat het hier op ${times} keer het algemene niveau; alleen beschreven, zonder interval.`,
      fr: `Par rapport à ${name}, le niveau est ici de ${times} fois le niveau général\u00a0; à titre descriptif seulement, sans intervalle.`,
      de: `Gemessen an ${name} liegt es hier beim ${times}-Fachen des allgemeinen Niveaus; nur beschrieben, ohne Intervall.`,
      en: `Measured against ${name} it stands here at ${times} times the general level; described only, without an interval.`,
    }[language];
  const within = `${intervalName(level, language)} ${range({ low: base.low, high: base.high }, 1, language)}`;
  if (base.verdict === 'not_shown')
    return {
      nl: `Gemeten aan ${name} is geen verschil met het algemene niveau aantoonbaar (${times} keer, ${within}).`,
      fr: `Par rapport à ${name}, aucune différence avec le niveau général ne peut être démontrée (${times} fois, ${within}).`,
      de: `Gemessen an ${name} lässt sich kein Unterschied zum allgemeinen Niveau nachweisen (das ${times}-Fache, ${within}).`,
      en: `Measured against ${name} no difference from the general level can be shown (${times} times, ${within}).`,
    }[language];
  const higher = base.verdict === 'higher';
  return {
    nl: `Gemeten aan ${name} ligt het hier ${higher ? 'hoger' : 'lager'} dan overal samen: ${times} keer (${within}).`,
    fr: `Par rapport à ${name}, le niveau est ici ${higher ? 'plus élevé' : 'plus bas'} que dans l’ensemble\u00a0: ${times} fois (${within}).`,
    de: `Gemessen an ${name} liegt es hier ${higher ? 'höher' : 'niedriger'} als insgesamt: das ${times}-Fache (${within}).`,
    en: `Measured against ${name} it is ${higher ? 'higher' : 'lower'} here than overall: ${times} times (${within}).`,
  }[language];
}

const disagree: Text = {
  nl: 'De uitkomst hangt dus af van de maatstaf.',
  fr: 'Le résultat dépend donc de la base choisie.',
  de: 'Das Ergebnis hängt also vom Maßstab ab.',
  en: 'So the outcome depends on the base.',
};

/** The sentences for location quotients on one base or several. */
export function locationSays(w: LocationWords): Text {
  const main = inEach((language) =>
    w.bases.map((base) => onBase(base, w.level, language)).join(' '),
  );
  return headed(
    w.label,
    null,
    paragraph(main, w.agree ? null : disagree, w.controls ? null : effortUnknown),
  );
}
