import { inKilograms, type Why, type WhyEvent } from '@samenbeeld/merge';
import {
  agencies,
  formatQuantity,
  type Language,
  missingReasons,
  placeLabel,
  type Text,
  units,
} from '@samenbeeld/schema';
import { conversionLine, dayText, whereLine } from './where.ts';
import { roles, words } from './words.ts';

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
function weighedLines({ seizure, weighed, kilograms }: WhyEvent, language: Language): string[] {
  if (!weighed || weighed.kilograms === null) return [];
  const line = (text: Text, kg: number): string =>
    text[language].replace('{kg}', formatQuantity(kg, 'kg', language));
  return [
    ...(weighed.kilograms === inKilograms(seizure) ? [] : [line(words.weighed, weighed.kilograms)]),
    ...(kilograms === null || kilograms === weighed.kilograms ? [] : [line(words.adds, kilograms)]),
  ];
}

function eventLines(event: WhyEvent, why: Why, language: Language, indent: string): string[] {
  const { role, seizure, into } = event;
  const place = placeLabel(seizure.place, language);
  const conversion = why.conversions.find(({ record }) => record === seizure.id);
  return [
    `${indent}${roles[role]?.[language] ?? role}: ${place} ${dayText(seizure.date, language)} ${weight(event, language)}, ${agencyNames(seizure.agencies, language)}`,
    `${indent}    ${whereLine(seizure.origin, language)}`,
    ...(conversion ? [`${indent}    ${conversionLine(conversion, language)}`] : []),
    ...weighedLines(event, language).map((line) => `${indent}    ${line}`),
    ...(into ? [`${indent}    ${words.because[language]}: ${into.because[language]}`] : []),
  ];
}

/** Each seizure that counts, the largest first within its port, and under it the reports merged into it. */
export function eventsShown(why: Why, language: Language): readonly string[] {
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
  return first.flatMap((event) => [
    ...eventLines(event, why, language, '  '),
    ...mergedInto(event.seizure.id).flatMap((other) => eventLines(other, why, language, '      ')),
  ]);
}
