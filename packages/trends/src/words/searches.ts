import { capital, inEach, type Language, semicolon, type Text } from '@samenbeeld/schema';
import { crestOf } from '../advice/crest.ts';
import type { ExaminedSeries } from '../advice/examine-series.ts';
import type { ChangePoints } from '../turning-points/change-points.ts';
import type { Joinpoint } from '../turning-points/joinpoint.ts';

/** What the searches for turns and for levels may say. */
export interface SearchWords {
  readonly examined: ExaminedSeries;
  readonly turning: Joinpoint | null;
  readonly levels: ChangePoints | null;
}

/** "Joinpoint regression sees a turn in 2021; a segmentation into levels shows no break."; null where neither says anything. */
export function searchesSay({ turning, levels, examined }: SearchWords): Text | null {
  const clauses = (language: Language): readonly string[] => [
    ...(turning ? [turns(turning, examined, language)] : []),
    ...(levels ? [changes(levels, language)] : []),
  ];
  if (clauses('en').filter((clause) => clause !== '').length === 0) return null;
  return inEach((language) => {
    const said = clauses(language).filter((clause) => clause !== '');
    return `${capital(said.join(semicolon[language]))}.`;
  });
}

function turns(turning: Joinpoint, { largest }: ExaminedSeries, language: Language): string {
  const { details, joinpoints } = turning;
  const name = {
    nl: 'knikpuntregressie',
    fr: 'la régression à points de rupture',
    de: 'die Knickpunktregression',
    en: 'joinpoint regression',
  }[language];
  switch (details.verdict) {
    case 'turns': {
      const at = joinpoints.map(({ period }) => period).join(', ');
      const crest = crestOf(turning, largest);
      const fall = crest === 'peak_fall_not_shown' ? fallNotShown[language] : '';
      const says = details.byPermutation === null ? mayTurn : sees;
      return `${says(name, at, crest !== 'turn', language)}${fall}`;
    }
    case 'disputed':
      return {
        nl: `of er een omslag is, beoordelen de criteria van ${name} verschillend`,
        fr: `les critères de ${name} ne s’accordent pas sur l’existence d’un tournant`,
        de: `ob es eine Wende gibt, beurteilen die Kriterien für ${name} verschieden`,
        en: `the criteria of ${name} disagree on whether there is a turn`,
      }[language];
    case 'not_shown':
      return {
        nl: `${name} toont geen omslag aan`,
        fr: `${name} ne montre aucun tournant`,
        de: `${name} weist keine Wende nach`,
        en: `${name} shows no turn`,
      }[language];
    default:
      return '';
  }
}

function sees(name: string, at: string, peak: boolean, language: Language): string {
  return {
    nl: `${name} ziet ${peak ? 'een piek' : 'een omslag'} in ${at}`,
    fr: `${name} voit ${peak ? 'un pic' : 'un tournant'} en ${at}`,
    de: `${name} sieht ${peak ? 'einen Höhepunkt' : 'eine Wende'} (${at})`,
    en: `${name} sees ${peak ? 'a peak' : 'a turn'} in ${at}`,
  }[language];
}

/** Of what only the information criteria find: on straight noisy lines they find a turn too often to state it. */
function mayTurn(name: string, at: string, peak: boolean, language: Language): string {
  return {
    nl: `${name} ziet mogelijk ${peak ? 'een piek' : 'een omslag'} in ${at} (niet met permutaties getoetst)`,
    fr: `${name} voit peut-être ${peak ? 'un pic' : 'un tournant'} en ${at} (non testé par permutation)`,
    de: `${name} sieht möglicherweise ${peak ? 'einen Höhepunkt' : 'eine Wende'} (${at}; nicht durch Permutation geprüft)`,
    en: `by ${name} the trend may ${peak ? 'peak' : 'turn'} in ${at} (not tested by permutation)`,
  }[language];
}

const fallNotShown: Text = {
  nl: ', al is de daling erna op zichzelf niet aantoonbaar',
  fr: ', même si la baisse qui suit n’est pas démontrable à elle seule',
  de: ', auch wenn sich der Rückgang danach für sich genommen nicht nachweisen lässt',
  en: ', though the fall after it cannot be shown by itself',
};

function changes({ details }: ChangePoints, language: Language): string {
  const at = details.suggested.split(' ').join(', ');
  const name = {
    nl: 'een indeling in niveaus',
    fr: 'une segmentation en niveaux',
    de: 'eine Einteilung in Niveaus',
    en: 'a segmentation into levels',
  }[language];
  switch (details.verdict) {
    case 'break':
      return {
        nl: `${name} wijst op een breuk vanaf ${at}`,
        fr: `${name} suggère une rupture à partir de ${at}`,
        de: `${name} deutet auf einen Bruch ab ${at}`,
        en: `${name} suggests a break from ${at}`,
      }[language];
    case 'moved':
      return {
        nl: `${name} ziet geleidelijke verandering, geen breuk`,
        fr: `${name} voit une évolution graduelle, pas de rupture`,
        de: `${name} sieht allmähliche Veränderung, keinen Bruch`,
        en: `${name} sees gradual change, no break`,
      }[language];
    case 'not_shown':
      return {
        nl: `${name} toont geen breuk aan`,
        fr: `${name} ne montre aucune rupture`,
        de: `${name} weist keinen Bruch nach`,
        en: `${name} shows no break`,
      }[language];
    default:
      return '';
  }
}
