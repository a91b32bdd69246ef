import { fields } from '@samenbeeld/ingest';
import {
  capital,
  inEach,
  inFour,
  joinWith,
  listedTexts,
  type Metric,
  ownValue,
  type Text,
  unitFitsMetric,
  unitsOfMetric,
} from '@samenbeeld/schema';
import type { ConstantGuess } from '../column.ts';
import { withoutMade } from '../columns/guess-period.ts';
import type { Geometry } from '../geometry.ts';
import { alike, saidOf } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { asks, type DraftPart, type Mark, sureness, weighed } from './mark.ts';

/** Other values that a constant shows: all bases on which seizures count are no more. */
const mostAlternatives = 5;

/** Several fields that one question is about. */
const aboutFields = (names: readonly string[]): Text =>
  joinWith(names.map(alike), inFour(' en ', ' et ', ' und ', ' and '));

const askedWith = (field: string): Text =>
  inFour(
    'gevraagd met {field}',
    'demandé avec {field}',
    'gefragt mit {field}',
    'asked with the {field}',
    { field },
  );

/**
 * What stands in for a required field of which the file says nothing. The description then loads and can be tried as a
 * draft; each is a question that keeps it a draft.
 */
function fallback(
  name: string,
  country: string | null,
  unit: string,
  metric: string,
): string | null {
  const mass = unit !== '' && /^(?:kg|g|mg|t|l|ml|tablet|plant|dose)$/.test(unit);
  switch (name) {
    case 'metric':
      return mass ? 'quantity' : 'offences';
    case 'unit':
      return metric === '' || unitFitsMetric(metric, 'piece')
        ? 'piece'
        : (unitsOfMetric(metric as Metric)[0] ?? 'piece');
    case 'basis':
      return mass ? 'seized_in_territory' : 'recorded';
    case 'place':
      return country ?? 'XX';
    case 'placeLevel':
      return 'country';
    case 'seizingCountry':
      return country;
    case 'substance':
      return 'DRUG_UNSPEC';
    default:
      return null;
  }
}

const standsInUntil = weighed(
  0,
  inFour(
    'staat er tot het is beantwoord',
    'en attendant la réponse',
    'steht da, bis es beantwortet ist',
    'stands in until it is answered',
  ),
);

/** The year of a file that has no column of periods: the only one in its name, or in its title. */
function yearOf(file: string, titleLines: readonly string[]): unknown {
  const years = (text: string): readonly string[] => [
    ...new Set(text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/gu) ?? []),
  ];
  if (years(file).length === 1)
    return { fromFile: '(?:^|\\D)((?:19|20)\\d\\d)(?:\\D|$)', as: 'year' };
  const [year, ...others] = years(titleLines.map(withoutMade).join(' '));
  return year !== undefined && others.length === 0 ? year : null;
}

/** Fields that no column feeds: those concluded from the file, and those a person must give. */
export function constantsPart(
  record: 'observation' | 'seizure',
  guesses: Readonly<Record<string, ConstantGuess>>,
  filled: ReadonlySet<string>,
  set: ReadonlySet<string>,
  country: string | null,
  { file, titleLines }: Pick<Geometry, 'file' | 'titleLines'>,
): DraftPart {
  const constants: Record<string, unknown> = {};
  const marks: Mark[] = [];
  const lacking: Mark[] = [];
  const given = Object.entries(guesses).filter(
    ([name, { value }]) =>
      !filled.has(name) && ownValue(fields[record], name) !== undefined && value !== '',
  );
  const isMetricAsked = given.some(
    ([name, { confidence }]) => name === 'metric' && confidence < thresholds.constantTaken,
  );
  const follow = given.filter(([, { askedWith }]) => askedWith === 'metric' && isMetricAsked);
  for (const [name, { askedWith: asker, standsIn, ...guess }] of given) {
    const year = name === 'period' && file.includes(guess.value) ? yearOf(file, []) : null;
    constants[name] = guess.written ?? year ?? guess.value;
    const isAlong =
      asker === 'publisher' || asker === 'place' || (asker === 'metric' && isMetricAsked);
    const { reason } = guess;
    const why = isAlong ? saidOf(reason, askedWith(asker)) : reason;
    const others = name === 'metric' ? follow : [];
    const keys = [name, ...others.map(([other]) => other)];
    const along = listedTexts(
      others.map(([other, { value }]) =>
        inFour('{other} {value}', '{other} {value}', '{other} {value}', 'the {other} {value}', {
          other,
          value,
        }),
      ),
    );
    const also =
      others.length === 0
        ? ''
        : inFour(
            ', en dus {along}',
            ', et donc {along}',
            ' und damit {along}',
            ', and so {along}',
            {
              along,
            },
          );
    const remark = sureness(guess.confidence, why);
    const path = ['constants', name];
    if (isAlong || guess.confidence >= thresholds.constantTaken)
      marks.push({ path, decide: [], remark });
    else
      marks.push(
        asks(
          path,
          aboutFields(keys),
          standsIn
            ? inFour(
                'wat is {name}? {reason}',
                'que vaut {name} ? {reason}',
                'was ist {name}? {reason}',
                'what is the {name}? {reason}',
                { name, reason: inEach((language) => capital(reason[language])) },
              )
            : inFour(
                'klopt {name} {value}{also}? {reason}',
                '{name} {value}{also} : est-ce juste ? {reason}',
                'stimmt {name} {value}{also}? {reason}',
                `${name === 'agencies' ? 'are' : 'is'} the {name} {value}{also}? {reason}`,
                {
                  name,
                  value: guess.value,
                  also,
                  reason: inEach((language) => capital(reason[language])),
                },
              ),
          {
            keys,
            ...(standsIn ? { remark: standsInUntil } : { proposed: alike(guess.value) }),
            alternatives: guess.alternatives
              .slice(0, mostAlternatives)
              .map((other) => weighed(other.confidence, other.reason, other.value)),
          },
        ),
      );
  }
  const has = new Set([...filled, ...set, ...Object.keys(constants)]);
  if (has.has('period') || (has.has('periodStart') && has.has('periodEnd')))
    for (const name of ['period', 'periodStart', 'periodEnd']) has.add(name);
  const standIns = Object.entries(fields[record]).flatMap(([name, field]) => {
    if (!field.required || has.has(name)) return [];
    const value =
      name === 'period'
        ? yearOf(file, titleLines)
        : fallback(name, country, guesses['unit']?.value ?? '', guesses['metric']?.value ?? '');
    if (value !== null) constants[name] = value;
    return name === 'periodStart' || name === 'periodEnd' ? [] : [{ name, value }];
  });
  // What is measured, in which unit and on which basis is one thing to look up.
  const isMeasured = ({ name, value }: (typeof standIns)[number]): boolean =>
    value !== null && ['metric', 'unit', 'basis'].includes(name);
  const measured = standIns.filter(isMeasured);
  const isTime = (name: string): boolean => name === 'period' || name === 'date';
  for (const { name, value } of standIns)
    if (value === null && isTime(name)) constants[name] = null;
  for (const one of standIns) {
    const { name, value } = one;
    const together = isMeasured(one) ? measured : [one];
    const [first] = together;
    const names = together.map((each) => each.name);
    const path = Object.hasOwn(constants, name) ? ['constants', name] : ['constants'];
    const remark =
      name === 'period'
        ? weighed(
            0.6,
            inFour(
              'het enige jaar dat wordt genoemd',
              'la seule année nommée',
              'das einzige genannte Jahr',
              'the one year that is named',
            ),
          )
        : standsInUntil;
    if (first !== one) marks.push({ path, decide: [], remark: askedWith(first?.name ?? '') });
    else
      (value === null ? lacking : marks).push(
        asks(
          path,
          aboutFields(names),
          inFour(
            'wat is {names}? Geen kolom zegt het{end}',
            'que vaut {names} ? Aucune colonne ne le dit{end}',
            'was ist {names}? Keine Spalte sagt es{end}',
            `what {n:is|are} the ${names.join(', the ')}? No column says it{end}`,
            {
              names: listedTexts(names.map(alike)),
              n: names.length,
              end:
                value === null
                  ? inFour(
                      '; zonder is de beschrijving niet bruikbaar',
                      ' ; sans cela la description est inutilisable',
                      '; ohne das ist die Beschreibung nicht brauchbar',
                      '; without it the description cannot be used',
                    )
                  : '',
            },
          ),
          {
            keys: names,
            // What stands in proposes nothing.
            ...(name === 'period' && value !== null && { proposed: alike(JSON.stringify(value)) }),
            ...(value !== null && { remark }),
          },
        ),
      );
  }
  return {
    written: Object.keys(constants).length > 0 ? { constants } : {},
    marks: [...lacking, ...marks],
  };
}
