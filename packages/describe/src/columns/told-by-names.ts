import { inFour, type Text } from '@samenbeeld/schema';
import type { Evidence } from '../column.ts';
import { thresholds } from '../thresholds.ts';
import { saysTotal } from '../totals/total-words.ts';
import { dependence, namesBeside } from './companions.ts';
import { offenceWords } from './label-shapes.ts';
import { namesPlace } from './place-shapes.ts';
import { labelsOf } from './profile-column.ts';
import type { Concept } from './vocabulary.ts';

const years = /years?|jaar|jarigen?|ans|jahren?|ältere|jünger|plus/iu.source;
/** "20 to 30 years", "Jonger dan 20 jaar", "65 ans et plus", "Total all ages". */
const age = new RegExp(
  `^(?=.*\\d).*(?<!\\p{L})(?:${years})(?!\\p{L})|(?:all ages|alle leeftijden|tous (?:les )?âges|alle alters(?:gruppen|klassen)?)`,
  'iu',
);
/** What a label holds beside an age: "Fraud in 3 years" is none. */
const ofAges =
  /^(?:\d+|total|totaal|insgesamt|ensemble|all|alle|tous|les|ages?|leeftijden|âges?|altersgruppen|altersklassen|years?|old|jaar|jarigen?|oud|ans|an|jahren?|jahre|alt|to|tot|à|a|bis|and|en|et|und|or|of|ou|oder|over|older|under|younger|than|jonger|ouder|dan|moins|plus|de|von|unter|über|ab|mehr|als|from|van|less|more|below|above|unknown|onbekend|age|leeftijd|âge|alter)$/iu;
const sex =
  /^(?:(?:total|totaal|insgesamt|ensemble)(?:\s.*)?|(?:men|women|males?|females?|mannen|vrouwen|hommes?|femmes?|männer|frauen|männlich|weiblich|masculin|féminin|unknown|onbekend)(?:(?:\s(?:and|en|et|und)\s|\/)(?:men|women|mannen|vrouwen|hommes|femmes|männer|frauen))?)$/iu;

const isAge = (label: string): boolean =>
  age.test(label) && (label.match(/[\p{L}\d]+/gu) ?? []).every((word) => ofAges.test(word));

/** What labels are of which the words leave no doubt. */
const kinds: readonly (readonly [
  concept: Concept,
  alike: readonly Concept[],
  is: (labels: readonly string[]) => boolean,
  what: Text,
])[] = [
  [
    'age',
    ['age'],
    (labels) => labels.every((label) => isAge(label) || saysTotal(label)) && labels.some(isAge),
    inFour('leeftijden', 'des âges', 'Altersangaben', 'ages'),
  ],
  [
    'sex',
    ['sex'],
    (labels) => labels.every((label) => sex.test(label)) && !labels.every(saysTotal),
    inFour('geslachten', 'des sexes', 'Geschlechter', 'sexes'),
  ],
  [
    'offence',
    ['offence', 'offenceKey'],
    (labels) => labels.filter((label) => offenceWords.test(label)).length * 2 > labels.length,
    inFour(
      'soorten misdrijven',
      'genres d’infractions',
      'Arten von Straftaten',
      'kinds of offences',
    ),
  ],
  [
    'place',
    ['place', 'country', 'adminArea', 'worldRegion'],
    (labels) => labels.filter(namesPlace).length * 2 > labels.length,
    inFour('plaatsen', 'des lieux', 'Orte', 'places'),
  ],
];

/** Concepts that a list of codes may have suggested. */
const listed: ReadonlySet<Concept> = new Set([
  'offence',
  'offenceKey',
  'place',
  'country',
  'adminArea',
]);

const namesSay = (what: Text): Text =>
  inFour(
    'de woorden ernaast, één per code, zijn {what}',
    'les mots voisins, un par code, sont {what}',
    'die Wörter daneben, eines je Schlüssel, sind {what}',
    'the words beside it, one for each code, are {what}',
    { what },
  );

/**
 * Columns whose codes have their labels beside them, one for one in every row: what the labels say is what the codes are, and no list
 * of codes is seen in them against that. Ages and sexes are said of each column that holds the same codes.
 */
export function toldByNames<Column extends Evidence>(
  columns: readonly Column[],
): readonly Column[] {
  const told = new Map<Evidence, (typeof kinds)[number]>();
  for (const column of columns) {
    const beside = namesBeside(column.profile, columns);
    const labels = beside ? labelsOf(beside.column.profile) : [];
    const kind = labels.length > 1 ? kinds.find(([, , is]) => is(labels)) : undefined;
    if (!kind || !beside) continue;
    for (const each of columns)
      if (each === column || each === beside.column || isSame(column, each)) told.set(each, kind);
  }
  return columns.map((column) => {
    const [concept, alike, , what] = told.get(column) ?? [];
    if (!concept || !alike || !what) return column;
    const isHeaded = ({ heading }: Evidence['meanings'][number]): boolean =>
      (heading?.score ?? 0) >= thresholds.headingTells;
    if (concept === 'age' || concept === 'sex') {
      const heading = column.meanings.find((each) => each.concept === concept)?.heading ?? null;
      const why = namesSay(what);
      const meaning = {
        concept,
        confidence: 0.95,
        heading,
        content: { score: 0.95, why },
        reason: why,
      };
      return { ...column, meanings: [meaning] };
    }
    const meanings = column.meanings.filter(
      (each) => !listed.has(each.concept) || alike.includes(each.concept) || isHeaded(each),
    );
    return { ...column, meanings };
  });
}

/** Whether a column holds the same as another, in whatever codes. */
function isSame(one: Evidence, other: Evidence): boolean {
  const { values, numbers } = other.profile;
  return (
    values.size === one.profile.values.size &&
    numbers.whole === numbers.cells &&
    dependence(one.profile, other.profile) === 'same'
  );
}
