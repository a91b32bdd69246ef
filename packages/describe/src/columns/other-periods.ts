import { inFour, quoted } from '@samenbeeld/schema';
import type { Evidence } from '../column.ts';
import { thresholds } from '../thresholds.ts';
import { shareOf } from './profile-column.ts';
import type { Restated } from './restated.ts';
import type { TableView } from './table-view.ts';

/** The first or last word of a heading and the others: "current" of "value_current". */
function endsOf(heading: string): readonly { readonly word: string; readonly frame: string }[] {
  const words = heading.toLowerCase().split(/[\s_.-]+/u);
  const [first = '', ...rest] = words;
  const last = words.at(-1) ?? '';
  return rest.length === 0
    ? []
    : [
        { word: last, frame: `${words.slice(0, -1).join(' ')} \u0000` },
        { word: first, frame: `\u0000 ${rest.join(' ')}` },
      ];
}

const isTimes = ({ meanings: [top], profile }: Evidence): boolean =>
  top?.concept === 'period' &&
  top.confidence >= thresholds.meaningLikely &&
  profile.words === 0 &&
  profile.times.size > 0;

const isFigures = ({ meanings, profile }: Evidence): boolean =>
  meanings[0]?.concept !== 'period' &&
  profile.words === 0 &&
  shareOf(profile, profile.numbers.cells) >= thresholds.mostlyFigures;

/** The columns of some kind that differ in one word of their headings, by that word; the words before or behind it are the same. */
function families(
  columns: readonly Evidence[],
): ReadonlyMap<string, ReadonlyMap<string, Evidence>> {
  const found = new Map<string, Map<string, Evidence>>();
  for (const column of columns)
    for (const { word, frame } of endsOf(column.profile.heading)) {
      const own = found.get(frame) ?? new Map<string, Evidence>();
      found.set(frame, own.set(word, column));
    }
  return new Map([...found].filter(([, { size }]) => size > 1));
}

/**
 * Figures of another period than their row, and the columns of that: where "year_current" and "year_previous" stand beside
 * "value_current" and "value_previous", each figure is of the year of its own word. A row has one period: the one that is filled most,
 * or the latest, and the figures of the others are asked about.
 */
export function otherPeriods({ columns }: TableView): readonly Restated[] {
  const figures = [...families(columns.filter(isFigures)).values()];
  for (const times of families(columns.filter(isTimes)).values()) {
    const paired = figures.filter((family) => [...times.keys()].every((word) => family.has(word)));
    if (paired.length === 0) continue;
    const latest = ({ profile }: Evidence): string =>
      [...profile.values.keys()].sort().at(-1) ?? '';
    const [kept, ...others] = [...times].sort(
      ([, one], [, other]) =>
        other.profile.said - one.profile.said || (latest(one) < latest(other) ? 1 : -1),
    );
    if (kept === undefined) continue;
    return others.flatMap(([word, time]): readonly Restated[] => {
      const own = quoted(time.profile.heading);
      return [
        {
          column: time,
          ignore: inFour(
            'de periode van cijfers die zijn weggelaten',
            'la période de chiffres laissés de côté',
            'der Zeitraum von weggelassenen Zahlen',
            'the period of figures that are left out',
          ),
          confidence: 0.9,
          decide: [],
        },
        ...paired.flatMap((family): readonly Restated[] => {
          const column = family.get(word);
          if (column === undefined) return [];
          const heading = quoted(column.profile.heading);
          return [
            {
              column,
              ignore: inFour(
                'cijfers van de periode in {own}',
                'chiffres de la période de {own}',
                'Zahlen des Zeitraums in {own}',
                'figures of the period in {own}',
                { own },
              ),
              confidence: 0.8,
              decide: [
                inFour(
                  'Zijn de cijfers in {heading} nodig? Ze zijn van de periode in {own}, en een rij heeft er maar één: weggelaten. Zet ze anders in het bestand op eigen rijen.',
                  'Faut-il les chiffres de {heading} ? Ils sont de la période de {own}, et une ligne n’en a qu’une : laissés de côté. Sinon, mettez-les dans le fichier sur leurs propres lignes.',
                  'Werden die Zahlen in {heading} gebraucht? Sie sind vom Zeitraum in {own}, und eine Zeile hat nur einen: weggelassen. Sonst in der Datei in eigene Zeilen setzen.',
                  'Are the figures in {heading} wanted? They are of the period in {own}, and a row has only one: left out. Else put them in rows of their own in the file.',
                  { heading, own },
                ),
              ],
            },
          ];
        }),
      ];
    });
  }
  return [];
}

const ofHours = /(?<!\p{L})(?:uur|uren|heures?|stunden?|uhrzeit|hours?)(?!\p{L})/iu;
const hour = /^(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d)?$/u;

/** Hours of the day beside the day itself: a figure is of a day at least, and no second period. */
export function hoursBesideDays({ columns }: TableView): readonly Restated[] {
  const hasDays = columns.some(({ profile }) =>
    [...profile.times.keys()].some((reading) => reading.includes('%d')),
  );
  if (!hasDays) return [];
  return columns.flatMap((column): readonly Restated[] => {
    const { heading, values } = column.profile;
    const labels = [...values.keys()];
    const areHours = labels.length > 1 && labels.every((label) => hour.test(label.trim()));
    if (!areHours || !ofHours.test(heading.replaceAll('_', ' '))) return [];
    const ignore = inFour(
      'het uur van de dag, dat geen veld bevat',
      'l’heure du jour, qu’aucun champ ne contient',
      'die Stunde des Tages, die kein Feld enthält',
      'the hour of the day, which no field holds',
    );
    return [{ column, ignore, confidence: 0.9, decide: [] }];
  });
}
