import { notStated, type SourceDescription } from '@samenbeeld/ingest';
import { countUnits, inFour, quoted } from '@samenbeeld/schema';
import { alike } from '../quoted.ts';
import { asIn } from './like-constants.ts';
import { askedAbove, asks, type DraftPart, leavesUnsaid, type Mark } from './mark.ts';

/** What is known of what is counted, and by which rule. */
export interface CountingInput {
  /** The source. */
  readonly id: string;
  readonly record: 'observation' | 'seizure';
  /** The unit of the figures, where they have one for all. */
  readonly unit: string | null;
  /** A known source with the same headings; null where the file names another publisher than that source. */
  readonly like: SourceDescription | null;
  /** Whether the question of the publisher asks for that source's rule too. */
  readonly isAskedWithPublisher: boolean;
  /** Whether figures are counts of which nothing else says what one is. */
  readonly isCountUnsaid: boolean;
  /** The heading of the days of finds, where it does not say that they are those of the seizure. */
  readonly dayHeading: string | null;
}

const about = inFour('telregel', 'règle de comptage', 'Zählregel', 'counting rule');

/** Whether all finds are in the file, as it is asked, alone or with the rule. */
const areAll = inFour(
  'bevat het bestand alle vangsten van een dienst in een plaats, op één grondslag, over een periode? Schrijf elk als { agency, place, basis, periodStart, periodEnd, extent: full }; blijft het leeg, dan zijn de vangsten een ondergrens',
  'le fichier contient-il toutes les prises d’un service en un lieu, sur une base, pendant une période ? Écrivez chacune comme { agency, place, basis, periodStart, periodEnd, extent: full } ; laissé vide, ses prises sont un plancher',
  'enthält die Datei alle Funde einer Dienststelle an einem Ort, auf einer Grundlage, über einen Zeitraum? Jeweils als { agency, place, basis, periodStart, periodEnd, extent: full }; bleibt es leer, sind die Funde eine Untergrenze',
  'does the file hold every find of a service in a place, on one basis, over a period? Each such as { agency, place, basis, periodStart, periodEnd, extent: full }; left empty, its finds are a floor',
);

/** What is open of the rule by which figures are counted that no known source has. */
function ruleMark({ isCountUnsaid, dayHeading }: CountingInput, counted: string | null): Mark {
  if (dayHeading !== null)
    return asks(
      ['definitions'],
      about,
      inFour(
        'is {heading} de dag van de inbeslagname? Is het die van registratie of afsluiting, geef dan dateRole onder constants, en hier. En, bij coverage: {all}',
        '{heading} est-il le jour de la saisie ? Si c’est celui de l’enregistrement ou de la clôture, donnez dateRole sous constants, et ici. Et, pour coverage : {all}',
        'ist {heading} der Tag der Sicherstellung? Ist es der der Erfassung oder des Abschlusses, dateRole unter constants angeben, und hier. Und, bei coverage: {all}',
        'is {heading} the day of the seizure? Where it is that of registration or closing, give dateRole under constants, and here. And, at coverage: {all}',
        { heading: quoted(dayHeading), all: areAll },
      ),
      { proposed: alike('seizure') },
    );
  if (isCountUnsaid && counted === null)
    return asks(
      ['definitions'],
      about,
      inFour(
        'wat wordt geteld, op welke datum, volgens welke regel? In vier talen; vergelijkingen rusten erop',
        'que compte-t-on, à quelle date, selon quelle règle ? En quatre langues ; les comparaisons en dépendent',
        'was wird gezählt, nach welchem Datum, nach welcher Regel? In vier Sprachen; Vergleiche beruhen darauf',
        'what is counted, by which date, by which rule? In four languages; comparisons rest on it',
      ),
    );
  return leavesUnsaid(
    ['definitions'],
    about,
    inFour(
      'de regel is niet vermeld: tot die hier staat, komen cijfers van één plaats niet bij die van een andere regel',
      'la règle n’est pas précisée : tant qu’elle ne figure pas ici, les chiffres d’un lieu ne se joignent pas à ceux d’une autre règle',
      'die Regel ist nicht angegeben: bis sie hier steht, kommen Zahlen eines Ortes nicht zu denen einer anderen Regel',
      'the rule is not said: until it stands here, figures of one place are not put with those under another rule',
    ),
  );
}

/**
 * What one unit of a figure is, and by which rule it was counted. The file never says the rule. An unknown rule is like no other, so that
 * no comparison rests on it unsaid, and it is asked only where nothing else says what is counted, or which day is a find's.
 */
export function countingRule(input: CountingInput): DraftPart {
  const { id, record, unit, like, isAskedWithPublisher, isCountUnsaid } = input;
  const counted = unit !== null && countUnits.has(unit) ? unit : null;
  // The rule of a source that counts something else says nothing of these figures.
  const known = (like?.definitions ?? []).filter(
    ({ countUnit }) => counted === null || countUnit === null || countUnit === counted,
  );
  if (like && known.length > 0) {
    const isSettled = isAskedWithPublisher || counted !== null || !isCountUnsaid;
    const mark = ruleMark({ ...input, isCountUnsaid: true, dayHeading: null }, null);
    return {
      written: {
        definitions: known.map(({ id: name, countUnit, dateRole, countingRule: rule }) => ({
          id: name,
          countUnit,
          dateRole,
          rule,
        })),
      },
      marks: [
        isSettled
          ? { path: ['definitions'], decide: [], remark: asIn(like.id) }
          : { ...mark, remark: asIn(like.id) },
      ],
    };
  }
  return {
    written: {
      definitions: [
        {
          // A rule of its own, since two files that say nothing do not say the same.
          id: `${id}-as-delivered`,
          countUnit: counted,
          dateRole: record === 'seizure' ? 'seizure' : null,
          rule: notStated.countingRule,
        },
      ],
    },
    marks: [ruleMark(input, counted)],
  };
}

/**
 * Whether a file of finds holds all of them: never in the file, and the difference between a total and a floor. Of a file of a
 * known source it is known; beside a question of their day it is asked with that.
 */
export function coveragePart(
  record: 'observation' | 'seizure',
  like: SourceDescription | null,
  isAskedWithDay: boolean,
): DraftPart {
  if (record !== 'seizure') return { written: {}, marks: [] };
  const known = like?.coverage ?? [];
  return {
    written: { coverage: known.map(({ source: _, ...item }) => item) },
    marks: like
      ? []
      : isAskedWithDay
        ? [{ path: ['coverage'], decide: [], remark: askedAbove }]
        : [asks(['coverage'], inFour('dekking', 'couverture', 'Abdeckung', 'coverage'), areAll)],
  };
}
