import {
  figure,
  formatPeriod,
  fromTo,
  inEach,
  type Language,
  paragraph,
  parsePeriod,
  type Text,
} from '@samenbeeld/schema';
import { headed, type SeriesEnds } from './headed.ts';
import { unitAfter } from './unit-word.ts';

/** What counts stand against, in words: controls of a service in a year, inhabitants of a town. */
export interface Exposure {
  /** A code of the units, or the word in each language ("controls"). */
  readonly unit: string | Text;
  /** Whose ("Dutch customs"). */
  readonly of?: Text;
  /** "2024", "2024-S1"; left out where each count has its own. */
  readonly period?: string;
}

/** What is added to a sentence about change when nothing is known about how much was checked. */
export const effortUnknown: Text = {
  nl: 'Er zijn geen gegevens over controles: meer of minder controleren kan een verandering verklaren of verbergen.',
  fr: 'Il n’y a pas de données sur les contrôles\u00a0: des contrôles plus ou moins nombreux peuvent expliquer ou masquer une évolution.',
  de: 'Angaben zu Kontrollen fehlen: Mehr oder weniger Kontrollen können eine Veränderung erklären oder verdecken.',
  en: 'There are no data on controls: more or fewer checks may explain or hide a change.',
};

const opens: Text = {
  nl: 'Afgezet tegen: ',
  fr: 'Rapporté à\u00a0: ',
  de: 'Bezogen auf: ',
  en: 'Measured against: ',
};

const unnamed: Text = {
  nl: 'wat daarmee is geteld, is niet vermeld',
  fr: 'l’objet de cette base n’est pas précisé',
  de: 'was damit gezählt wurde, ist nicht angegeben',
  en: 'what this counts is not stated',
};

const aPeriod: Text = {
  nl: 'per periode',
  fr: 'par période',
  de: 'je Zeitraum',
  en: 'a period',
};

function amounts(values: readonly number[], language: Language): string {
  const [first = 0, second] = values;
  if (second === undefined) return figure(first, language);
  const and = { nl: 'en', fr: 'et', de: 'und', en: 'and' }[language];
  if (values.length === 2) return `${figure(first, language)} ${and} ${figure(second, language)}`;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const ends = fromTo(figure(low, language), figure(high, language), language);
  return low === high ? figure(low, language) : ends;
}

/** The exposures by number, and what is known of them: unit, whose, when. */
export function measuredAgainst(exposures: ArrayLike<number>, named: Exposure | undefined): Text {
  const values = Array.from(exposures);
  return inEach((language) => {
    const unit = named?.unit;
    const counted =
      typeof unit === 'object'
        ? ` ${unit[language]}`
        : unitAfter(unit, values.length === 1 ? (values[0] ?? 0) : null, language);
    const each = values.length > 2 ? ` ${aPeriod[language]}` : '';
    const known = [
      named?.of?.[language],
      named?.period && formatPeriod(parsePeriod(named.period), language),
      named ? undefined : unnamed[language],
    ].filter(Boolean);
    const about = known.length > 0 ? ` (${known.join(', ')})` : '';
    return `${opens[language]}${amounts(values, language)}${counted}${each}${about}.`;
  });
}

/** A sentence with what its counts stand against, where that was given. */
export function withExposure(
  says: Text,
  about: { readonly exposure?: Exposure },
  exposures: ArrayLike<number> | undefined,
): Text {
  return paragraph(says, exposures ? measuredAgainst(exposures, about.exposure) : null);
}

/** The last sentence about a change: what the counts stand against where that was given, else whether controls are known. */
export function effortSays(
  about: { readonly controls?: boolean; readonly exposure?: Exposure },
  exposures: ArrayLike<number> | undefined,
): Text | null {
  if (exposures) return measuredAgainst(exposures, about.exposure);
  return about.controls ? null : effortUnknown;
}

/** What sentences are about, of when, and whether controls were taken into account. */
export interface Said {
  readonly label?: Text | undefined;
  readonly controls?: boolean | undefined;
  readonly ends?: SeriesEnds | null;
}

/** Sentences about a change: before them what they are about, behind them what is known of controls. */
export function changeSays(about: Said, ...sentences: readonly (Text | null)[]): Text {
  const effort = about.controls ? null : effortUnknown;
  return headed(about.label, paragraph(...sentences, effort), about.ends);
}
