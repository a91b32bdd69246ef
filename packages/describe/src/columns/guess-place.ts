import { inFour, places, quoted, type Text } from '@samenbeeld/schema';
import type { ColumnGuess, ConstantGuess } from '../column.ts';
import { guessOf } from '../guess.ts';
import { areTrades } from '../persons/trades.ts';
import { thresholds } from '../thresholds.ts';
import { saysTotal } from '../totals/total-words.ts';
import { fieldsOf } from '../written.ts';
import type { Surroundings } from './guess-period.ts';
import { measureOf } from './measures.ts';
import { namesPlace } from './place-shapes.ts';
import { labelsOf } from './profile-column.ts';
import type { TableView } from './table-view.ts';
import { perhapsTowns } from './write-place.ts';

/** A place that a title leaves out ("France (hors Mayotte)"). */
const leftOutPlace =
  /(?<!\p{L})(?:hors|sauf|ohne|außer|exclu\p{L}*|excl\.|without|except|zonder|behalve)\s+(?:\p{Ll}{1,3}\s+)?\p{Lu}[\p{L}-]*/gu;

/** The only region of a country that a text names: figures of a part are none of the whole. Several say no more. */
function partOf(country: string, text: string): string | null {
  const words = ` ${text
    .replace(leftOutPlace, ' ')
    .replace(/[\s_.,;:()/-]+/gu, ' ')
    .toLowerCase()} `;
  const named = places.flatMap((place) =>
    place.kind === 'region' &&
    place.country === country &&
    Object.values(place.label).some(
      (label) =>
        label.length > 4 && words.includes(` ${label.replace(/[\s-]+/gu, ' ').toLowerCase()} `),
    )
      ? [place.code]
      : [],
  );
  // Of a region and its own parts with one name the wider is meant.
  const [widest, ...finer] = named.sort((a, b) => a.length - b.length);
  return widest !== undefined && finer.every((code) => code.startsWith(widest)) ? widest : null;
}

/** How fine the places are: ports, where each name is one; a bare name may still mean the town around it. */
export function levelOfPlaces({ columns, language }: TableView): ConstantGuess {
  const column = columns.find(({ meanings: [top] }) => top?.concept === 'place');
  const labels = column ? labelsOf(column.profile).slice(0, 100) : [];
  const ports = labels.filter((label) => {
    const match = places.lookup(label, language);
    return match.kind === 'exact' && match.entry.kind === 'port';
  }).length;
  const isOpen = perhapsTowns(labels, column?.profile.heading ?? '', language).length > 0;
  if (labels.length > 0 && (isOpen || ports === labels.length))
    return {
      ...guessOf(
        'port',
        isOpen ? 0.5 : 0.88,
        inFour(
          '{n} van de {of} {of:plaats|plaatsen} {n:is een haven|zijn havens}',
          '{n} {n:lieu|lieux} sur {of} {n:est un port|sont des ports}',
          '{n} von {of} {of:Ort|Orten} {n:ist ein Hafen|sind Häfen}',
          '{n} of {of} places are ports',
          { n: ports, of: labels.length },
        ),
        [
          {
            value: 'municipality',
            confidence: 0.3,
            reason: inFour(
              'misschien zijn de steden bedoeld',
              'peut-être les villes',
              'vielleicht sind die Städte gemeint',
              'the towns may be meant',
            ),
          },
        ],
      ),
      // Whether the ports or the towns are meant is asked once, of the places.
      ...(isOpen && { askedWith: 'place' }),
    };
  const untold = guessOf(
    'municipality',
    0.4,
    inFour(
      'niets zegt hoe fijn de plaatsen zijn',
      'rien ne dit à quel niveau sont les lieux',
      'nichts sagt, wie fein die Orte sind',
      'nothing says how fine the places are',
    ),
    [
      {
        value: 'municipality',
        confidence: 0.4,
        reason: inFour(
          'steden en gemeenten',
          'villes et communes',
          'Städte und Gemeinden',
          'towns and municipalities',
        ),
      },
      {
        value: 'port',
        confidence: 0.35,
        reason: inFour(
          'de plaatsen kunnen havens zijn',
          'les lieux peuvent être des ports',
          'die Orte können Häfen sein',
          'the places may be ports',
        ),
      },
    ],
  );
  return { ...untold, standsIn: true };
}

/** A column of labels that nothing explains: it may hold the places, unless they are trades. */
function isUnexplained({ profile, meanings }: TableView['columns'][number]): boolean {
  const [top] = meanings;
  const kinds = labelsOf(profile)
    .slice(0, thresholds.labelsLooked)
    .filter((label) => !saysTotal(label));
  return (
    !areTrades(kinds) &&
    !meanings.some(({ heading }) => (heading?.score ?? 0) >= thresholds.headingTells) &&
    profile.words > 0 &&
    labelsOf(profile).length > 1 &&
    (top?.confidence ?? 0) < thresholds.written &&
    measureOf(profile.heading) === null
  );
}

/** Fields that hold names of places, or of services called after them, and words. */
const mayNamePlaces: ReadonlySet<string> = new Set([
  'place',
  'placeNote',
  'seizingCountry',
  'originCountry',
  'departureCountry',
  'destinationCountry',
  'agencies',
  'note',
  'reference',
]);

/** How sure a country must be for that to be its whole. */
const surelyOfCountry = 0.8;

/** Words that say that figures are of a whole country. */
const ofWholeCountry =
  /(?<!\p{L})(?:(?:total|totaal|totaux|gesamt|niveau|ensemble)[ _-]nationa(?:l|al|ux)|nationa(?:l|al)[ _-](?:totals?|totaal|level|niveau)|landelijk totaal|bundesweit|nationwide|france[ _-]enti[eè]re)(?!\p{L})/iu;

/** Offices of a part of a country: figures under their name are rarely of all of it. */
const officeOfPart =
  /(?<!\p{L})(?:hauptz[oö]ll[aä]m(?:t|ter)|hauptzollamt\p{L}*|zollfahndungsamt\p{L}*|polizei(?:präsidium|direktion|inspektion)|kreispolizei\p{L}*|directions? (?:inter)?régionales?|(?:brigade|bureau) (?:de |des )?douanes?|zone de police|regionale (?:eenheid|directie)|politie(?:zone|district|eenheid)|douane ?kantoor|(?:police|customs) (?:district|division|office))(?!\p{L})/iu;

/** The heading of a column that is not understood and that names places all the same: where they are is said there, and in no title. */
function unreadPlaces(view: TableView, columns: readonly ColumnGuess[]): string | null {
  const unread = new Set(
    columns.flatMap(({ headings, written, decide }) => {
      const to = fieldsOf(written);
      const isRead =
        to.length > 0 && (decide.length === 0 || to.some((each) => mayNamePlaces.has(each)));
      return isRead ? [] : headings;
    }),
  );
  const found = view.columns.find(({ profile }) => {
    if (!unread.has(profile.heading) || profile.words === 0) return false;
    const labels = labelsOf(profile).filter((label) => !saysTotal(label));
    const named = labels.slice(0, thresholds.labelsLooked).filter(namesPlace).length;
    return named > 0 && named * 4 >= Math.min(labels.length, thresholds.labelsLooked);
  });
  return found?.profile.heading ?? null;
}

/** A sheet named by two digits, or as a département is: one of many areas, each on a sheet of its own. */
const keyOfPlace = /^(?:\d\d|2[AB]|97\d)$/u;

/** A place that stands in until somebody says which it is. */
const unsaid = (reason: Text): ConstantGuess => ({ ...guessOf('', 0, reason), standsIn: true });

/**
 * Where all figures are, which no column says: left open where a column or a sheet may say it, else the part of a country that title or
 * name speak of, else the country; that figures cover the whole of it is sure only where words say so.
 */
export function placeOfAll(
  view: TableView,
  columns: readonly ColumnGuess[],
  { titleLines, sheet, file }: Surroundings,
): ConstantGuess {
  const { country } = view;
  const heldBy = unreadPlaces(view, columns);
  if (heldBy !== null)
    return unsaid(
      inFour(
        '{heading} noemt plaatsen',
        '{heading} nomme des lieux',
        '{heading} nennt Orte',
        '{heading} names places',
        { heading: quoted(heldBy) },
      ),
    );
  const part = country && partOf(country.country, [...titleLines, sheet ?? '', file].join('\n'));
  if (part && country)
    return guessOf(
      part,
      0.8,
      inFour(
        'titel of bestandsnaam spreken van dit deel van het land',
        'le titre ou le nom du fichier parlent de cette partie du pays',
        'Titel oder Dateiname sprechen von diesem Teil des Landes',
        'title or file name speak of this part of the country',
      ),
      [{ value: country.country, confidence: 0.4, reason: quoted(country.word) }],
    );
  const [key] = keyOfPlace.exec(sheet?.trim() ?? '') ?? [];
  if (key !== undefined)
    return unsaid(
      inFour(
        'het blad heet {sheet}, misschien de sleutel van een gebied',
        'la feuille s’appelle {sheet}, peut-être le code d’un territoire',
        'das Blatt heißt {sheet}, vielleicht der Schlüssel eines Gebiets',
        'the sheet is called {sheet}, perhaps the key of an area',
        { sheet: quoted(key) },
      ),
    );
  if (!country)
    return guessOf(
      '',
      0,
      inFour(
        'geen kolom, titel of bestandsnaam zegt waar',
        'ni colonne, ni titre, ni nom de fichier ne dit où',
        'keine Spalte, kein Titel und kein Dateiname sagt, wo',
        'no column, title or file name says where',
      ),
    );
  const word = quoted(country.word);
  const isSure = !country.byCells && country.confidence >= surelyOfCountry;
  const said = [...titleLines, ...view.columns.map(({ profile }) => profile.heading)];
  const [whole] = isSure ? said.flatMap((text) => ofWholeCountry.exec(text)?.[0] ?? []) : [];
  if (whole !== undefined)
    return guessOf(
      country.country,
      thresholds.constantTaken + 0.01,
      inFour(
        '{word} wijst op dit land, en {whole} zegt dat de cijfers het hele land dekken',
        '{word} désigne ce pays, et {whole} dit que les chiffres le couvrent en entier',
        '{word} deutet auf dieses Land, und {whole} sagt, dass die Zahlen das ganze Land abdecken',
        '{word} points to this country, and {whole} says that the figures cover all of it',
        { word, whole: quoted(whole) },
      ),
    );
  return guessOf(
    country.country,
    Math.min(
      country.byCells || [...titleLines, sheet ?? '', file].some((text) => officeOfPart.test(text))
        ? 0.7
        : view.columns.some(isUnexplained)
          ? 0.8
          : 0.85,
      country.confidence,
    ),
    inFour(
      '{word} wijst op dit land; of de cijfers het hele land dekken, staat er niet',
      '{word} désigne ce pays ; rien ne dit que les chiffres le couvrent en entier',
      '{word} deutet auf dieses Land; ob die Zahlen das ganze Land abdecken, steht nicht da',
      '{word} points to this country; whether the figures cover all of it is not said',
      { word },
    ),
  );
}
