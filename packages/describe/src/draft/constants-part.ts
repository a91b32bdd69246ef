import { fields } from '@samenbeeld/ingest';
import { ownValue } from '@samenbeeld/schema';
import type { ConstantGuess } from '../column.ts';
import type { Geometry } from '../geometry.ts';
import { thresholds } from '../thresholds.ts';
import { asks, type DraftPart, type Mark, sureness } from './mark.ts';

/**
 * What stands in for a required field of which the file says nothing. The description then loads and can be tried as a
 * draft; each is a question that keeps it a draft.
 */
function fallback(name: string, country: string | null, unit: string): string | null {
  const mass = unit !== '' && /^(?:kg|g|mg|t|l|ml|tablet|plant|dose)$/.test(unit);
  switch (name) {
    case 'metric':
      return mass ? 'quantity' : 'offences';
    case 'unit':
      return 'piece';
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

/** The year of a file that has no column of periods: the only one in its name, or in its title. */
function yearOf(file: string, titleLines: readonly string[]): unknown {
  const years = (text: string): readonly string[] => [
    ...new Set(text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/gu) ?? []),
  ];
  if (years(file).length === 1)
    return { fromFile: '(?:^|\\D)((?:19|20)\\d\\d)(?:\\D|$)', as: 'year' };
  const [year, ...others] = years(titleLines.join(' '));
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
  for (const [name, { askedWith, ...guess }] of given) {
    const year = name === 'period' && file.includes(guess.value) ? yearOf(file, []) : null;
    constants[name] = guess.written ?? year ?? guess.value;
    const isAlong = askedWith === 'publisher' || (askedWith === 'metric' && isMetricAsked);
    const along = isAlong ? `: asked with the ${askedWith}` : '';
    const others = name === 'metric' ? follow : [];
    const also = others.map(([other, { value }]) => `, and so the ${other} ${value}`).join('');
    const remark = sureness(guess.confidence, `${guess.reason}${along}`);
    const path = ['constants', name];
    if (isAlong || guess.confidence >= thresholds.constantTaken)
      marks.push({ path, decide: [], remark });
    else
      marks.push(
        asks(
          path,
          [name, ...others.map(([other]) => other)].join(' and '),
          `${name === 'agencies' ? 'are the' : 'is the'} ${name} ${guess.value}${also}? ${guess.reason.replace(/ \(as a constant:.*\)$/u, '')}`,
          {
            proposed: guess.value,
            alternatives: guess.alternatives
              .slice(0, 3)
              .map(
                ({ value, confidence, reason }) => `${value}  ${confidence.toFixed(2)}: ${reason}`,
              ),
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
        : fallback(name, country, guesses['unit']?.value ?? '');
    if (value !== null) constants[name] = value;
    return name === 'periodStart' || name === 'periodEnd' ? [] : [{ name, value }];
  });
  // What is measured, in which unit and on which basis is one thing to look up.
  const isMeasured = ({ name, value }: (typeof standIns)[number]): boolean =>
    value !== null && ['metric', 'unit', 'basis'].includes(name);
  const measured = standIns.filter(isMeasured);
  for (const one of standIns) {
    const { name, value } = one;
    const together = isMeasured(one) ? measured : [one];
    const [first] = together;
    const names = together.map((each) => each.name);
    const path = value === null ? ['constants'] : ['constants', name];
    const remark =
      name === 'period'
        ? '0.60: the one year that is named'
        : '0.00: stands in until it is answered';
    if (first !== one) marks.push({ path, decide: [], remark: `asked with the ${first?.name}` });
    else
      (value === null ? lacking : marks).push(
        asks(
          path,
          names.join(' and '),
          `what ${names.length > 1 ? 'are' : 'is'} the ${names.join(', the ')}? No column says it${value === null ? '; without it the description cannot be used' : ''}`,
          value === null
            ? {}
            : // What stands in proposes nothing.
              { ...(name === 'period' && { proposed: JSON.stringify(value) }), remark },
        ),
      );
  }
  return {
    written: Object.keys(constants).length > 0 ? { constants } : {},
    marks: [...lacking, ...marks],
  };
}
