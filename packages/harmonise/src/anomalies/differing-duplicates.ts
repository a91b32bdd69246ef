import { inEach, inFour, listed, type Text } from '@samenbeeld/schema';
import type { Anomaly } from './anomaly.ts';
import { anomalyOf, eventAnomaly } from './anomaly-of.ts';
import { figures, said, shown } from './expectation.ts';
import type { EventPoint, Point } from './point.ts';
import type { Study } from './study.ts';

const none = inFour('geen', 'aucun', 'keine', 'none');

function differing(list: readonly Point[], study: Study): readonly (readonly Point[])[] {
  const byPeriod = new Map<string, Point[]>();
  for (const point of list) {
    const key = `${point.start} ${point.end}`;
    byPeriod.set(key, [...(byPeriod.get(key) ?? []), point]);
  }
  return [...byPeriod.values()].filter((points) => new Set(points.map(study.read)).size > 1);
}

/** Where something stands more than once: in one file, or in each of several. */
const where = (files: readonly string[]): Text =>
  files.length > 1
    ? said('in {files}', 'dans {files}', 'in {files}', 'in {files}', {
        files: inEach((language) => listed(files, language)),
      })
    : inFour(
        'meer dan eens in het bestand',
        'plus d’une fois dans le fichier',
        'mehr als einmal in der Datei',
        'in the file more than once',
      );

const whichHolds = inFour(
  'welke rij geldt, is niet te zeggen',
  'on ne peut dire quelle ligne fait foi',
  'welche Zeile gilt, lässt sich nicht sagen',
  'which row holds cannot be told',
);

function ofEvents(study: Study): readonly Anomaly[] {
  const cases = new Map<string, EventPoint[]>();
  for (const event of study.input.events) {
    if (event.reference === null || event.quantity === null) continue;
    const key = `${event.source} ${event.reference} ${event.substance} ${event.base} ${event.date}`;
    cases.set(key, [...(cases.get(key) ?? []), event]);
  }
  return [...cases.values()].flatMap((events) => {
    const [first, ...others] = events;
    const values = [...new Set(events.map(({ quantity }) => quantity ?? 0))];
    if (!first || values.length < 2) return [];
    return [
      eventAnomaly(first, study.input, {
        kind: 'duplicate_differs',
        cause: said(
          'één zaak staat {where} met verschillende hoeveelheden',
          'une même affaire figure {where} avec des quantités différentes',
          'ein Fall steht {where} mit unterschiedlichen Mengen',
          'one case stands {where} with different quantities',
          { where: where([...new Set(events.map(({ place }) => place.file))]) },
        ),
        evidence: [
          said(
            '{n} rijen met dezelfde referentie, dag en hetzelfde middel: {values} {base}',
            '{n} lignes de mêmes référence, jour et substance : {values} {base}',
            '{n} Zeilen mit gleichem Aktenzeichen, Tag und Stoff: {values} {base}',
            '{n} rows with the same reference, day and substance: {values} {base}',
            { n: events.length, values: figures(values), base: first.base },
          ),
        ],
        rivals: [
          inFour(
            'meer partijen van één zaak',
            'plusieurs lots d’une même affaire',
            'mehrere Partien eines Falls',
            'several batches of one case',
          ),
        ],
        score: 2,
        to: null,
        open: whichHolds,
        alternatives: values.map(String),
        also: others,
      }),
    ];
  });
}

/** Sources in which several rows for one scope and period are the rule (more than one in twenty): those rows add up. */
function usualIn(
  several: readonly {
    readonly list: readonly Point[];
    readonly found: readonly (readonly Point[])[];
  }[],
): ReadonlySet<string> {
  const counts = new Map<string, { found: number; of: number }>();
  for (const { list, found } of several) {
    const source = list[0]?.place.source ?? '';
    const known = counts.get(source) ?? { found: 0, of: 0 };
    counts.set(source, {
      found: known.found + found.length,
      of: known.of + new Set(list.map(({ start, end }) => `${start} ${end}`)).size,
    });
  }
  return new Set(
    [...counts].filter(([, { found, of }]) => found > of / 20).map(([source]) => source),
  );
}

/**
 * The same scope and period with different figures in one source, and one case of a register with different quantities.
 * Not where a source does so in more than one of twenty scopes and periods: its rows add up.
 */
export function findDifferingDuplicates(study: Study): readonly Anomaly[] {
  const all = [...study.series.values()].filter((list) => list[0]?.counts);
  const several = all.map((list) => ({ list, found: differing(list, study) }));
  const often = usualIn(several);
  const ofSeries = several.flatMap(({ list, found }) =>
    (often.has(list[0]?.place.source ?? '') ? [] : found).flatMap((points) => {
      const [first, ...also] = points;
      if (!first) return [];
      const values = [...new Set(points.map(study.read))];
      const files = [...new Set(points.map(({ place }) => place.file))];
      return [
        anomalyOf(first, study.input, {
          kind: 'duplicate_differs',
          cause: said(
            'dezelfde omschrijving en periode staat {where} met verschillende cijfers',
            'la même portée et la même période figurent {where} avec des chiffres différents',
            'derselbe Umfang und Zeitraum steht {where} mit verschiedenen Zahlen',
            'the same scope and period stands {where} with different figures',
            { where: where(files) },
          ),
          evidence: [
            said(
              '{n} rijen voor {start} tot en met {end}: {values}',
              '{n} lignes pour {start} à {end} : {values}',
              '{n} Zeilen für {start} bis {end}: {values}',
              '{n} rows for {start} to {end}: {values}',
              {
                n: points.length,
                start: first.start,
                end: first.end,
                values: inEach((language) =>
                  values
                    .map((value) => (value === null ? none[language] : shown(value, language)))
                    .join(', '),
                ),
              },
            ),
          ],
          rivals: [
            ...(files.length > 1
              ? [
                  inFour(
                    'de bestanden zijn uitgaven van één tabel: vergelijk ze met `samenbeeld diff`',
                    'les fichiers sont des éditions d’une même table : comparez-les avec `samenbeeld diff`',
                    'die Dateien sind Ausgaben einer Tabelle: vergleichen Sie sie mit `samenbeeld diff`',
                    'the files are editions of one table: compare them with `samenbeeld diff`',
                  ),
                ]
              : []),
            inFour(
              'rijen die verschillen in iets dat de beschrijving niet overneemt',
              'des lignes qui diffèrent par un élément que la description ne reprend pas',
              'Zeilen, die sich in etwas unterscheiden, das die Beschreibung nicht übernimmt',
              'rows that differ in something the description does not map',
            ),
          ],
          score: 2,
          to: null,
          open: whichHolds,
          alternatives: values.map((value) => (value === null ? none.en : shown(value, 'en'))),
          also,
        }),
      ];
    }),
  );
  return [...ofSeries, ...ofEvents(study)];
}
