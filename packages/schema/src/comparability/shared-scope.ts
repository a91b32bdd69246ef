import { RefusalError } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import type { Text } from '../language.ts';
import { periodsOverlap } from '../period.ts';
import { expandPlace, placeContains, places } from '../places.ts';
import { inEach, inFour, inSigns, joinWith } from '../sentence.ts';
import { substanceContains, substances } from '../substances.ts';
import type { Purpose } from './dimensions.ts';
import type { OverrideLedger } from './override-ledger.ts';
import { overrideSubject, rowDimensions } from './override-subject.ts';
import { refusalText } from './refusal-text.ts';
import type { Scope } from './scope.ts';
import { atPlace, countsListed, inWords, tally, theseRows } from './wording.ts';

function known(place: string): boolean {
  return place.split('+').every((code) => places.has(code.trim()));
}

/** A code of a national division outside the list: country, level, name ("NL.GM.Terneuzen"). */
const division = /^(?<country>[A-Z]{2})\.(?<level>[A-Z]+)\./;

/** Whether codes of a national division can hold each other: another level of the same country, or the country itself. */
function levelsShare(a: string, b: string): boolean {
  const [one, other] = [division.exec(a)?.groups, division.exec(b)?.groups];
  if (one?.['level'] === 'ABROAD' || other?.['level'] === 'ABROAD') return false;
  if (!one || !other) return (one ?? other)?.['country'] === (one ? b : a);
  return one['country'] === other['country'] && one['level'] !== other['level'];
}

/** Whether a seizure can lie in both places. Codes of one level outside the list (municipalities) share nothing. */
function placesShare(a: string, b: string): boolean {
  if (a === b) return true;
  if (!known(a) || !known(b)) return levelsShare(a, b);
  if (placeContains(a, b) || placeContains(b, a)) return true;
  const members = new Set(expandPlace(a));
  return expandPlace(b).some((member) => members.has(member));
}

function substancesShare(a: string | null, b: string | null): boolean {
  if (a === b) return true;
  if (a === null || b === null || !substances.has(a) || !substances.has(b)) return false;
  return substanceContains(a, b) || substanceContains(b, a);
}

/** Two national codes that map to one international code are two offences. */
function offencesShare(a: Scope, b: Scope): boolean {
  if (a.offence === b.offence) return a.nationalCode === b.nationalCode;
  if (a.offence === null || b.offence === null) return false;
  return a.offence.startsWith(b.offence) || b.offence.startsWith(a.offence);
}

function share(a: Scope, b: Scope): boolean {
  return (
    periodsOverlap(a.span, b.span) &&
    substancesShare(a.substance, b.substance) &&
    offencesShare(a, b) &&
    a.agencies === b.agencies
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function spanText({ span }: Scope): string {
  return `${span.start}..${span.end}`;
}

function refuse(
  { purpose }: Pick<OverrideLedger, 'purpose'>,
  dimension: string,
  reason: string,
  found: Text,
  remedy: Text,
  subject: string | null = null,
): never {
  const decide = inFour(
    ', of leg vast dat het mag: `{subject}`.',
    ', ou enregistrez une dérogation : `{subject}`.',
    ', oder halten Sie eine Ausnahme fest: `{subject}`.',
    ', or record an override of `{subject}`.',
    { subject: subject ?? '' },
  );
  throw new RefusalError(reason, {
    dimension,
    remedy:
      subject === null
        ? remedy
        : inEach((language) => `${remedy[language].replace(/\.$/, '')}${decide[language]}`),
    subject,
    says: refusalText({ dimension, subject }, purpose, found),
  });
}

const leaveOut = inFour(
  'Laat het ruimere weg, of de delen.',
  'Laissez de côté le plus large, ou les parties.',
  'Lassen Sie das weitere weg, oder die Teile.',
  'Leave out the wider one, or the parts.',
);

const undated = inFour('zonder datum', 'sans date', 'ohne Datum', 'undated');

/** Two claims over one place whose periods meet: two vintages of a figure, or a part beside its whole. */
function refuseMeeting(a: Scope, b: Scope, ledger: OverrideLedger): void {
  const place = a.place;
  if (a.substance !== b.substance) {
    const pair = [a.substance, b.substance];
    if (ledger.allows({ dimension: 'substance', plural: 'substances' }, pair)) return;
    refuse(
      ledger,
      'substance',
      `At ${place}, ${a.substance} and ${b.substance} share seizures in ${spanText(b)}. They would be counted twice.`,
      atPlace(`${place} ${spanText(b)}`, `${a.substance}, ${b.substance}`),
      leaveOut,
      overrideSubject(ledger.purpose, 'substances', pair),
    );
  }
  if (a.offence !== b.offence)
    refuse(
      ledger,
      'offence',
      `At ${place}, ${a.offence} and ${b.offence} share offences in ${spanText(b)}. They would be counted twice.`,
      atPlace(`${place} ${spanText(b)}`, `${a.offence}, ${b.offence}`),
      leaveOut,
    );
  if (spanText(a) !== spanText(b))
    refuse(
      ledger,
      'period',
      `At ${place}, the periods ${spanText(a)} and ${spanText(b)} overlap. Their days would be counted twice.`,
      atPlace(place, `${spanText(a)}, ${spanText(b)}`),
      inFour(
        'Laat een van de twee weg.',
        'Laissez de côté l’une des deux.',
        'Lassen Sie eine von beiden weg.',
        'Leave out one of them.',
      ),
    );
  const dated = [a, b].map(({ source, publishedOn }) =>
    inSigns('{source} {on}', {
      source,
      on: publishedOn ?? undated,
    }),
  );
  refuse(
    ledger,
    'vintage',
    `At ${place}, ${spanText(a)} is there twice (${joinWith(dated, ', ').en}). Two claims about one figure are no two figures.`,
    atPlace(`${place} ${spanText(a)}`, joinWith(dated, ', ')),
    inFour(
      'Neem de laatste van één uitgever, `latestVintage(observations, asOf)`, of los eerst de tegenspraak op.',
      'Prenez la dernière d’un même éditeur, `latestVintage(observations, asOf)`, ou réglez d’abord la contradiction.',
      'Nehmen Sie die letzte einer herausgebenden Stelle, `latestVintage(observations, asOf)`, oder klären Sie zuerst den Widerspruch.',
      'Take the latest of one publisher, `latestVintage(observations, asOf)`, or settle the conflict first.',
    ),
  );
}

/** Refuses claims over one place that share a part of their scope. */
export function refuseRepeats(scopes: readonly Scope[], ledger: OverrideLedger): void {
  for (const group of groupBy(scopes, ({ place, agencies }) => `${place} ${agencies}`).values()) {
    const ordered = [...group].sort((a, b) => compareText(a.span.start, b.span.start));
    for (const [at, scope] of ordered.entries()) {
      for (const other of ordered.slice(at + 1)) {
        if (other.span.start > scope.span.end) break;
        if (share(scope, other)) refuseMeeting(scope, other, ledger);
      }
    }
  }
}

/** Refuses a sum over places of which one lies in another. */
export function refuseNestedPlaces(scopes: readonly Scope[], ledger: OverrideLedger): void {
  const groups = [...groupBy(scopes, ({ place }) => place)];
  for (const [at, [place, rows]] of groups.entries()) {
    for (const [other, others] of groups.slice(at + 1)) {
      if (!placesShare(place, other)) continue;
      const meeting = rows.some((row) =>
        others.some((one) => share({ ...row, agencies: null }, { ...one, agencies: null })),
      );
      if (meeting && !ledger.allows(rowDimensions.territory, [place, other]))
        refuse(
          ledger,
          'territory',
          `${place} and ${other} share territory. What was seized there would be counted twice.`,
          atPlace(null, `${place}, ${other}`),
          inFour(
            'Kies er een: {call}, laat het ruimere weg.',
            'Choisissez-en un : {call}, laissez de côté le plus large.',
            'Wählen Sie eines: {call}, lassen Sie das weitere weg.',
            'Choose one: {call}, leave out the wider one.',
            { call: `\`.where({ place: '${place}' })\`` },
          ),
          overrideSubject(ledger.purpose, 'territories', [place, other]),
        );
    }
  }
}

/** Refuses periods of unlike length. */
export function refuseMixedPeriods(scopes: readonly Scope[], purpose: Purpose): void {
  const counts = tally(scopes.map(({ freq }) => freq));
  const [first] = counts;
  if (counts.length < 2 || !first) return;
  refuse(
    { purpose },
    'period',
    `${theseRows(scopes.length)} mix ${inWords(counts.length).en} frequencies (${countsListed(counts, 'freq').en}). A ${purpose} over periods of unlike length compares nothing.`,
    countsListed(counts, 'freq'),
    inFour(
      'Kies er een: {call}.',
      'Choisissez-en une : {call}.',
      'Wählen Sie eine: {call}.',
      'Choose one: {call}.',
      { call: `\`.where({ freq: '${first[0]}' })\`` },
    ),
  );
}

/** Refuses a series in which the places that are added change. */
export function refuseChangingPlaces(scopes: readonly Scope[]): void {
  const periods = [...groupBy(scopes, spanText)].map(([span, rows]) => {
    const codes = [...new Set(rows.map(({ place }) => place))].sort().join(', ');
    return [span, codes] as const;
  });
  const [first] = periods;
  const other = periods.find(([, codes]) => codes !== first?.[1]);
  if (!first || !other) return;
  refuse(
    { purpose: 'trend' },
    'territory',
    `The places in the sum change: ${first[1]} in ${first[0]}, ${other[1]} in ${other[0]}. A place that begins to report would look like a rise.`,
    atPlace(null, `${first[0]} ${first[1]}, ${other[0]} ${other[1]}`),
    inFour(
      'Neem één plaats: {call}, of plaatsen die in elke periode melden.',
      'Prenez un seul lieu : {call}, ou des lieux qui déclarent à chaque période.',
      'Nehmen Sie einen Ort: {call}, oder Orte, die in jedem Zeitraum melden.',
      'Take one place: {call}, or places that report in every period.',
      { call: "`.where({ place: '…' })`" },
    ),
  );
}
