import {
  inKilograms,
  say,
  toMilligram,
  type Why,
  type WhyEvent,
  type WhyWeight,
} from '@samenbeeld/merge';
import {
  agencies,
  evidenceRoles,
  formatNumber,
  formatQuantity,
  type Language,
  missingReasons,
  placeLabel,
  type Text,
  terms,
  units,
} from '@samenbeeld/schema';
import type { Said } from './items.ts';
import { conversionLine, dayText, whereLine } from './where.ts';
import { words } from './why-words.ts';

/** The names of agencies, joined. */
export function agencyNames(codes: readonly string[], language: Language): string {
  return codes
    .map((code) => (agencies.has(code) ? agencies.label(code, language) : code))
    .join(' + ');
}

function weight({ seizure }: WhyEvent, language: Language): string {
  const { quantity, unit, missing } = seizure;
  if (quantity !== null)
    return units.has(unit) ? formatQuantity(quantity, unit, language) : `${quantity} ${unit}`;
  const why =
    missing !== null && missingReasons.has(missing) ? missingReasons.label(missing, language) : '';
  return why === '' ? words.noWeight[language] : `${words.noWeight[language]} (${why})`;
}

/** Where the weight that counts is not the one in the row, or is not all added. */
function weighedLines(
  { seizure, weighed, kilograms }: WhyEvent,
  { events }: Why,
  language: Language,
): string[] {
  if (!weighed || weighed.kilograms === null) return [];
  const line = (text: Text, kg: number): string =>
    text[language].replace('{kg}', formatQuantity(kg, 'kg', language));
  const giver = events.find((event) => event.seizure.id === weighed.by[0])?.seizure.origin;
  const where = giver ? ` (${giver.file}:${giver.line})` : '';
  return [
    ...(weighed.kilograms === inKilograms(seizure)
      ? []
      : [`${line(words.weighed, weighed.kilograms)}${where}`]),
    // What is added is rounded to the milligram; the weight is not.
    ...(kilograms === null || kilograms === toMilligram(weighed.kilograms)
      ? []
      : [line(words.adds, kilograms)]),
  ];
}

/** How the weight that counts is reckoned from the one that is stated: "33 × 0.9", and why. */
export function stepOf(
  { stated, worded, times, value, because, end }: WhyWeight,
  language: Language,
): { readonly made: string; readonly because: string } {
  const number = (kg: number): string => formatNumber(kg, language);
  const made = times === 1 ? number(value) : say(words.stepPacked, { kg: worded, times })[language];
  const open = end === 'highest' && value > stated ? words.stepOpenUp : words.stepOpen;
  const reasons: Readonly<Record<(typeof because)[number], Text>> = {
    another_report: words.stepOther,
    wording: say(words.stepWorded, { kg: stated }),
    rounded: say(words.stepWorded, { kg: stated }),
    gross: words.stepGross,
    basis_unknown: words.stepUnknown,
    grams: words.stepGrams,
    elsewhere: say(words.stepElsewhere, { kg: stated }),
    open: say(open, { kg: stated }),
  };
  return { made, because: because.map((reason) => reasons[reason][language]).join('; ') };
}

/** What a record counts for at an end of the figure, where that is not the weight stated, with the step between. */
export function weightLine(weight: WhyWeight, language: Language): string {
  const { made, because } = stepOf(weight, language);
  const value = formatQuantity(weight.value, 'kg', language);
  const sum = weight.times === 1 ? value : `${value} = ${made}`;
  return `${terms[weight.end][language]}${language === 'fr' ? ' :' : ':'} ${sum} (${because})`;
}

/** The same of every end that a record counts otherwise for. */
export const weightLines = (
  record: string,
  { weights }: Why,
  language: Language,
): readonly string[] =>
  weights.filter((one) => one.record === record).map((one) => weightLine(one, language));

/** Other records of the same case among those behind the figure, by file and line. */
function sameCaseLines({ seizure }: WhyEvent, { events }: Why, language: Language): string[] {
  const { id, caseKey } = seizure;
  if (!caseKey) return [];
  const others = events
    .map((event) => event.seizure)
    .filter((other) => other.id !== id && other.caseKey === caseKey)
    .map(({ origin }) => `${origin.file}:${origin.line}`);
  const key = `#${caseKey.slice(0, 6)}`;
  if (others.length === 0) return [say(words.ofCase, { key })[language]];
  return [say(words.sameCase, { key, others: others.join(', ') })[language]];
}

function eventItem(
  event: WhyEvent,
  why: Why,
  language: Language,
  merged: readonly Said[] = [],
): Said {
  const { role, seizure, into } = event;
  const place = placeLabel(seizure.place, language);
  const conversion = why.conversions.find(({ record }) => record === seizure.id);
  const under = [
    whereLine(seizure.origin, language),
    ...(conversion ? [conversionLine(conversion, language)] : []),
    ...weighedLines(event, why, language),
    ...(role === 'counted' ? weightLines(seizure.id, why, language) : []),
    ...sameCaseLines(event, why, language),
    ...(into ? [`${words.because[language]}: ${into.because[language]}`] : []),
  ];
  return {
    text: `${evidenceRoles[role][language]}: ${place} ${dayText(seizure.date, language)} ${[weight(event, language), ...(seizure.agencies.length > 0 ? [agencyNames(seizure.agencies, language)] : [])].join(', ')}`,
    under: [...under.map((text) => ({ text })), ...merged],
  };
}

/** Each seizure that counts, the largest first within its port, and under it the reports merged into it. */
export function eventItems(why: Why, language: Language): readonly Said[] {
  const mergedInto = (id: string) => why.events.filter(({ into }) => into?.id === id);
  const members = why.total.members.map(({ place }) => place);
  const first = why.events
    .filter(({ role, into }) => role === 'counted' || into === null)
    .map((event, at) => ({ event, at }))
    .sort(
      (a, b) =>
        members.indexOf(a.event.seizure.place) - members.indexOf(b.event.seizure.place) ||
        (b.event.kilograms ?? -1) - (a.event.kilograms ?? -1) ||
        a.at - b.at,
    )
    .map(({ event }) => event);
  return first.map((event) => {
    const merged = mergedInto(event.seizure.id);
    return eventItem(
      event,
      why,
      language,
      merged.map((other) => eventItem(other, why, language)),
    );
  });
}
