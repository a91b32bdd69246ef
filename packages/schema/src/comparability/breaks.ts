import type { Decision } from '../decision.ts';
import { RefusalError } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import type { Text } from '../language.ts';
import { placeContains, places } from '../places.ts';
import { inEach, inFour } from '../sentence.ts';
import type { Break } from '../source.ts';
import { substanceContains, substances } from '../substances.ts';
import type { Purpose } from './dimensions.ts';
import { type OverrideLedger, overrideInForce } from './override-ledger.ts';
import { refusalText } from './refusal-text.ts';
import { type Comparable, type Scope, scopeOf } from './scope.ts';
import { atPlace } from './wording.ts';

/** Without the full stop at its end. */
const bare = (words: string): string => words.replace(/\.\s*$/, '');

function overBreak({ on, note }: Break, { id, reason }: Decision): Text {
  const why = bare(reason);
  return {
    nl: `Over de breuk van ${on} (${bare(note.nl)}) heen, volgens beslissing ${id}: ${why}.`,
    fr: `Par-delà la rupture du ${on} (${bare(note.fr)}), selon la décision ${id} : ${why}.`,
    de: `Über den Bruch vom ${on} (${bare(note.de)}) hinweg, laut Entscheidung ${id}: ${why}.`,
    en: `Across the break of ${on} (${bare(note.en)}), by decision ${id}: ${why}.`,
  };
}

type Series = Break['series'];

/** How a scope stands to the series of a break; what a series leaves open is all of it. */
type Relation = (series: Series, scope: Scope) => boolean;

const isAlike: Relation = ({ metric, basis }, scope) =>
  (metric === undefined || metric === scope.metric) &&
  (basis === undefined || basis === scope.basis);

function substanceWithin(wide: string | null, narrow: string | null): boolean {
  if (wide === narrow) return true;
  if (wide === null || narrow === null || ![wide, narrow].every(substances.has)) return false;
  return substanceContains(wide, narrow);
}

function placeWithin(wide: string, narrow: string): boolean {
  if (wide === narrow) return true;
  const codes = [wide, narrow].flatMap((place) => place.split('+'));
  return codes.every(places.has) && placeContains(wide, narrow);
}

/** A break touches the series it names and the parts of it. */
const touches: Relation = (series, scope) => {
  const { place, offence, substance } = series;
  return (
    isAlike(series, scope) &&
    (offence === undefined || Boolean(scope.offence?.startsWith(offence))) &&
    (substance === undefined || substanceWithin(substance, scope.substance)) &&
    (place === undefined || placeWithin(place, scope.place))
  );
};

/** A figure over more than the series that a break names holds it as a part: no less of place, substance or offence. */
const holds: Relation = (series, scope) => {
  const { place, offence, substance } = series;
  const { offence: whole } = scope;
  return (
    isAlike(series, scope) &&
    (offence === undefined ||
      (whole !== null && (whole.startsWith(offence) || offence.startsWith(whole)))) &&
    (substance === undefined ||
      substanceWithin(substance, scope.substance) ||
      substanceWithin(scope.substance, substance)) &&
    (place === undefined || placeWithin(place, scope.place) || placeWithin(scope.place, place))
  );
};

/**
 * Whether rows of the series that a break is about stand on both sides of it, in one place or in several: what changed is
 * the source. Rows of several places over one period are no step: the break lies within each of them.
 */
function isCrossed(rows: readonly Scope[], on: string): boolean {
  const before = rows.filter(({ span }) => span.start < on);
  const after = rows.filter(({ span }) => span.end >= on);
  if (before.length === 0 || after.length === 0) return false;
  const spans = new Set([...before, ...after].map(({ span }) => `${span.start}..${span.end}`));
  return (
    spans.size > 1 ||
    [...groupBy(before, ({ place }) => place).values()].some((own) => own.length > 1)
  );
}

/** The declared breaks that are crossed by the rows that stand in a relation to them, earliest first. */
function crossed(
  scopes: readonly Scope[],
  breaks: readonly Break[],
  relation: Relation,
): readonly Break[] {
  return breaks
    .filter(({ source, series, on }) =>
      isCrossed(
        scopes.filter((scope) => scope.source === source && relation(series, scope)),
        on,
      ),
    )
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
}

const reading = { definitions: new Map(), substance: null };

/**
 * The breaks of series of which records hold something: a source may declare breaks of series that a picture has no figure of.
 *
 * @example
 * ```ts
 * import { breaksAmong } from '@samenbeeld/schema';
 * breaksAmong([], []) // => []
 * ```
 */
export function breaksAmong(
  breaks: readonly Break[],
  records: readonly Comparable[],
): readonly Break[] {
  return breaks.filter(({ source, series }) =>
    records.some(
      (record) =>
        record.source === source &&
        [false, true].some((counted) => holds(series, scopeOf(record, { ...reading, counted }))),
    ),
  );
}

const brokenAt = ({ on, kind, note }: Break): Text =>
  inFour(
    'een verklaarde breuk van {on} ({note})',
    'une rupture déclarée du {on} ({note})',
    'einen erklärten Bruch vom {on} ({note})',
    'a declared break on {on} ({kind}): {note}',
    { on, kind, note: inEach((language) => bare(note[language])) },
  );

const byDecision = ({ id, reason }: Decision): Text =>
  inFour(
    ' (volgens beslissing {id}: {why})',
    ' (selon la décision {id} : {why})',
    ' (laut Entscheidung {id}: {why})',
    ', by decision {id}: {why}',
    { id, why: bare(reason) },
  );

const purposes: Readonly<Record<Purpose, Text>> = {
  sum: inFour('De som', 'La somme', 'Die Summe', 'sum'),
  rate: inFour('De vergelijking', 'La comparaison', 'Der Vergleich', 'rate'),
  trend: inFour('De reeks', 'La série', 'Die Reihe', 'trend'),
};

/**
 * Refuses a series that crosses a declared break which blocks a trend, unless it is overridden. Returns what must be
 * said about the breaks that are crossed, and about those that lie within a part of what the rows count.
 */
export function crossBreaks(
  scopes: readonly Scope[],
  breaks: readonly Break[],
  ledger: OverrideLedger,
): readonly Text[] {
  const { purpose } = ledger;
  const own = crossed(scopes, breaks, touches);
  const said = own.map((one) => {
    const override = overrideInForce(one.id, ledger.decisions);
    const what = brokenAt(one).en;
    if (one.severity === 'block_trend' && !override)
      throw new RefusalError(
        `The ${purpose} crosses ${what}. A change of rule would look like a change in crime.`,
        {
          dimension: 'break',
          remedy: inFour(
            'Blijf aan één kant: {call}, of leg vast dat het mag: `{id}`.',
            'Restez d’un côté : {call}, ou enregistrez une dérogation : `{id}`.',
            'Bleiben Sie auf einer Seite: {call}, oder halten Sie eine Ausnahme fest: `{id}`.',
            'Keep to one side: {call}, or record an override of `{id}`.',
            { call: `\`.where({ from: '${one.on}' })\``, id: one.id },
          ),
          subject: one.id,
          says: refusalText(
            { dimension: 'break', subject: one.id },
            purpose,
            atPlace(
              one.on,
              inEach((language) => bare(one.note[language])),
            ),
          ),
        },
      );
    if (override) ledger.crosses(override, overBreak(one, override));
    const by = override ? byDecision(override) : '';
    return inFour(
      '{purpose} loopt over {what}{by} heen.',
      '{purpose} franchit {what}{by}.',
      '{purpose} geht über {what}{by} hinweg.',
      'The {purpose} crosses {what}{by}.',
      { purpose: purposes[purpose], what: brokenAt(one), by },
    );
  });
  const inPart = crossed(scopes, breaks, holds).filter((one) => !own.includes(one));
  return [
    ...said,
    ...inPart.map((one) => {
      const { place, substance, offence } = one.series;
      const part = [place, substance, offence].filter((code) => code !== undefined).join(' ');
      return inFour(
        'Een deel van deze rijen ({part}) loopt over {what} heen.',
        'Une partie de ces lignes ({part}) franchit {what}.',
        'Ein Teil dieser Zeilen ({part}) geht über {what} hinweg.',
        'A part of these rows ({part}) crosses {what}.',
        { part, what: brokenAt(one) },
      );
    }),
  ];
}
