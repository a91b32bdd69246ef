import { RefusalError } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import type { Text } from '../language.ts';
import { placeContains, places } from '../places.ts';
import { inFour } from '../sentence.ts';
import type { Purpose } from './dimensions.ts';
import type { OverrideLedger } from './override-ledger.ts';
import { overrideSubject, rowDimensions } from './override-subject.ts';
import { refusalText } from './refusal-text.ts';
import type { Scope } from './scope.ts';
import { atPlace, countsListed, tally } from './wording.ts';

const spanText = ({ span }: Scope): string => `${span.start}..${span.end}`;

/** Refuses a sum that takes parts of one period from two releases of one table: a revision moves them together. */
export function refuseMixedReleases(claims: readonly Scope[], ledger: OverrideLedger): void {
  const tables = claims.filter(({ release }) => release !== null);
  for (const rows of groupBy(tables, (row) => `${row.source} ${spanText(row)}`).values()) {
    const releases = rows.map(({ release }) => release);
    const [first] = rows;
    if (!first || new Set(releases).size < 2) continue;
    if (ledger.allows(rowDimensions.vintage, releases)) continue;
    const subject = overrideSubject(ledger.purpose, rowDimensions.vintage.plural, releases);
    throw new RefusalError(
      `The figures of ${first.source} for ${spanText(first)} come from different releases (${countsListed(tally(releases), 'release').en}). A revision moves parts together.`,
      {
        dimension: 'vintage',
        remedy: inFour(
          'Neem één editie, `latestVintage(observations, asOf)`, of leg vast dat het mag: `{subject}`.',
          'Prenez une seule édition, `latestVintage(observations, asOf)`, ou enregistrez une dérogation : `{subject}`.',
          'Nehmen Sie eine Ausgabe, `latestVintage(observations, asOf)`, oder halten Sie eine Ausnahme fest: `{subject}`.',
          'Take one release, `latestVintage(observations, asOf)`, or record an override of `{subject}`.',
          { subject },
        ),
        subject,
        says: refusalText(
          { dimension: 'vintage', subject },
          ledger.purpose,
          atPlace(`${first.source} ${spanText(first)}`, countsListed(tally(releases), 'release')),
        ),
      },
    );
  }
}

/** Refuses events that stand in two files of one office under one reference: two states of one record. */
export function refuseRepeatedEvents(events: readonly Scope[], purpose: Purpose): void {
  const kept = events.filter(({ reference }) => reference !== null);
  const groups = groupBy(kept, (row) => `${row.source} ${row.reference} ${row.substance}`);
  for (const rows of groups.values()) {
    const files = [...new Set(rows.map(({ file }) => file))].sort();
    const [first] = rows;
    if (!first || files.length < 2) continue;
    throw new RefusalError(
      `One event of ${first.source} at ${first.place} is there twice, in ${files.join(' and ')}, under one reference. Two states of a record are no two seizures.`,
      {
        dimension: 'vintage',
        remedy: inFour(
          'Neem het latere bestand, of laat de gebeurtenis uit het eerdere.',
          'Prenez le fichier postérieur, ou retirez l’événement de l’antérieur.',
          'Nehmen Sie die spätere Datei, oder lassen Sie das Ereignis aus der früheren.',
          'Take the later file, or leave the event out of the earlier one.',
        ),
        says: refusalText(
          { dimension: 'vintage', subject: null },
          purpose,
          atPlace(null, `${first.source} ${first.place}`),
        ),
      },
    );
  }
}

/** Refuses events of one office in a place that holds places of another's: one find may stand under both. */
export function refuseNestedEvents(events: readonly Scope[], ledger: OverrideLedger): void {
  const groups = [...groupBy(events, ({ place }) => place)].filter(([place]) => places.has(place));
  for (const [wider, above] of groups) {
    for (const [narrower, below] of groups) {
      if (wider === narrower || !placeContains(wider, narrower)) continue;
      const offices = new Set(above.map(({ source }) => source));
      if (below.every(({ source }) => offices.has(source) && offices.size === 1)) continue;
      if (ledger.allows(rowDimensions.territory, [wider, narrower])) continue;
      const subject = overrideSubject(ledger.purpose, rowDimensions.territory.plural, [
        wider,
        narrower,
      ]);
      throw new RefusalError(
        `${wider} holds ${narrower}, and two offices speak of them. One find may stand under both.`,
        {
          dimension: 'territory',
          remedy: inFour(
            'Zoek eerst naar dubbele meldingen, of leg vast dat het mag: `{subject}`.',
            'Cherchez d’abord les doubles signalements, ou enregistrez une dérogation : `{subject}`.',
            'Suchen Sie zuerst nach Doppelmeldungen, oder halten Sie eine Ausnahme fest: `{subject}`.',
            'Look for double reports first, or record an override of `{subject}`.',
            { subject },
          ),
          subject,
          says: refusalText(
            { dimension: 'territory', subject },
            ledger.purpose,
            atPlace(null, [wider, narrower].join(', ')),
          ),
        },
      );
    }
  }
}

/** What must be said where a series takes its periods from several releases. */
export function releasesInSeries(claims: readonly Scope[]): readonly Text[] {
  const tables = claims.filter(({ release }) => release !== null);
  return [...groupBy(tables, ({ source }) => source)].flatMap(([source, rows]) => {
    const releases = tally(rows.map(({ release }) => release));
    return releases.length < 2
      ? []
      : [
          inFour(
            'De cijfers van {source} komen uit verschillende uitgaven ({releases}).',
            'Les chiffres de {source} proviennent d’éditions différentes ({releases}).',
            'Die Zahlen von {source} stammen aus verschiedenen Ausgaben ({releases}).',
            'The figures of {source} come from different releases ({releases}).',
            { source, releases: countsListed(releases, 'release') },
          ),
        ];
  });
}
