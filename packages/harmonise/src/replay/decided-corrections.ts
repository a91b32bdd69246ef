import {
  type Correction,
  conditionProblem,
  isFolded,
  type SourceDescription,
  type CellConditions as Where,
  whereOf,
} from '@samenbeeld/ingest';
import {
  type CorrectionDecision,
  type Decision,
  errorWords,
  inFour,
  ownValue,
  parseCorrectionDecision,
  UsageError,
  wrongUse,
} from '@samenbeeld/schema';
import { headsOf } from './heads.ts';
import { columnGone, contradictedBy, type Hindered, type Inapplicable } from './inapplicable.ts';

/** A decision on a slip, as the description would write it. */
export interface DecidedCorrection {
  readonly decision: Decision;
  readonly says: CorrectionDecision;
  readonly correction: Correction;
}

function sameWhere(a: Where, b: Where): boolean {
  const text = (where: Where): string =>
    JSON.stringify(Object.entries(where).sort(([x], [y]) => (x < y ? -1 : 1)));
  return text(a) === text(b);
}

/** Whether no row can meet both conditions, as far as their texts tell. */
function apart(a: Where, b: Where): boolean {
  return Object.entries(a).some(([heading, condition]) => {
    const other = ownValue(b, heading);
    if (!other || !('texts' in condition) || !('texts' in other)) return false;
    return condition.texts.every((text) => !other.texts.includes(text));
  });
}

function obstacle(
  { says, correction }: DecidedCorrection,
  { id, columns, folds, corrections }: SourceDescription,
): Hindered | null {
  const headers = new Set(columns.map(({ header }) => header));
  const missing = [
    ...(isFolded(says.column, folds) ? [] : [says.column]),
    ...Object.keys(says.where),
  ].find((name) => !headers.has(name));
  if (missing !== undefined)
    return isFolded(missing, folds)
      ? {
          why: 'column-gone',
          says: inFour(
            '"{missing}" is in de beschrijving van {id} een kop van cijfers; een verbetering noemt haar rij met kolommen van labels',
            '« {missing} » est un en-tête de chiffres dans la description de {id} ; une correction nomme sa ligne par des colonnes de libellés',
            '„{missing}“ ist in der Beschreibung von {id} eine Überschrift von Zahlen; eine Berichtigung nennt ihre Zeile durch Spalten von Bezeichnungen',
            '"{missing}" is a heading of figures in the description of {id}; a correction names its row by columns of labels',
            { missing, id },
          ),
        }
      : columnGone(id, missing);
  const hashed = [says.column, ...Object.keys(says.where)].find((name) =>
    columns.some(
      ({ header, mappings }) => header === name && mappings.some(({ as }) => as === 'hash'),
    ),
  );
  if (hashed !== undefined)
    return {
      why: 'names-a-case',
      says: inFour(
        '"{hashed}" wordt alleen als hash bewaard, en een beslissing mag niet verraden wat er staat; noem de rij met andere kolommen',
        '« {hashed} » n’est conservé que sous forme de hachage, et une décision ne doit pas révéler ce qui y figure ; nommez la ligne par d’autres colonnes',
        '„{hashed}“ wird nur als Hash aufbewahrt, und eine Entscheidung darf nicht verraten, was dort steht; nennen Sie die Zeile durch andere Spalten',
        '"{hashed}" is kept as a hash only, and a decision must not tell what it says; name the row by other columns',
        { hashed },
      ),
    };
  const own = corrections.find(
    ({ column, from, where }) =>
      column === says.column && from === says.from && sameWhere(where, correction.where),
  );
  if (!own) return null;
  return own.to === says.to
    ? {
        why: 'already-said',
        says: inFour(
          'de beschrijving verbetert het inmiddels, dus is de beslissing overbodig',
          'la description le corrige désormais, la décision est donc superflue',
          'die Beschreibung berichtigt es inzwischen, die Entscheidung ist also überflüssig',
          'the description corrects it by now, so the decision is superfluous',
        ),
      }
    : {
        why: 'said-otherwise',
        says: inFour(
          'de beschrijving verbetert "{from}" inmiddels tot "{to}", en die geldt',
          'la description corrige désormais « {from} » en « {to} », et c’est elle qui vaut',
          'die Beschreibung berichtigt „{from}“ inzwischen zu „{to}“, und sie gilt',
          'the description corrects "{from}" to "{to}" by now, and holds',
          { from: own.from, to: own.to },
        ),
      };
}

/** Decisions in force whose cells may be the same, and which write something else into them. */
function contradictions(
  all: readonly DecidedCorrection[],
): ReadonlyMap<Decision, readonly Decision[]> {
  return new Map(
    all.map(({ decision, says, correction }) => [
      decision,
      all.flatMap((other) =>
        other.decision !== decision &&
        other.says.column === says.column &&
        other.says.from === says.from &&
        other.says.to !== says.to &&
        !apart(correction.where, other.correction.where)
          ? [other.decision]
          : [],
      ),
    ]),
  );
}

/** The decisions on slips of a source: those that apply, and those that do not with the reason. */
export function decidedCorrections(
  source: SourceDescription,
  decisions: readonly Decision[],
): {
  readonly corrections: readonly DecidedCorrection[];
  readonly inapplicable: readonly Inapplicable[];
} {
  const inapplicable: Inapplicable[] = [];
  const all = headsOf(decisions, 'correction').flatMap(({ decision }): DecidedCorrection[] => {
    try {
      const says = parseCorrectionDecision(decision);
      if (says.source !== source.id) return [];
      const { column, from, to } = says;
      const { reason, evidence } = decision;
      const where = whereOf(says.where);
      const fault = Object.values(where).flatMap(
        (condition) => conditionProblem(condition) ?? [],
      )[0];
      if (fault)
        throw wrongUse(
          '{where}: de uitdrukking {problem}; {repair}',
          '{where} : l’expression {problem} ; {repair}',
          '{where}: der Ausdruck {problem}; {repair}',
          '{where}: the expression {problem}; {repair}',
          { where: 'where', ...fault },
        );
      return [{ decision, says, correction: { column, from, to, where, reason, evidence } }];
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      inapplicable.push({
        decision,
        why: 'unreadable',
        says: errorWords(error),
      });
      return [];
    }
  });
  const rivals = contradictions(all);
  const corrections = all.filter((item) => {
    const against = rivals.get(item.decision) ?? [];
    const found =
      against.length > 0
        ? contradictedBy(
            against,
            inFour(
              'cellen die dezelfde kunnen zijn',
              'de cellules qui peuvent être les mêmes',
              'von Zellen, die dieselben sein können',
              'cells that may be the same',
            ),
          )
        : obstacle(item, source);
    if (found) inapplicable.push({ decision: item.decision, ...found });
    return !found;
  });
  return { corrections, inapplicable };
}
