import {
  type CrosswalkRow,
  codeAdvice,
  decidedPart,
  type Field,
  fields,
  foldColumn,
  isCode,
  isPlain,
  type Mapping,
  resolveCode,
  type SourceDescription,
} from '@samenbeeld/ingest';
import {
  type CrosswalkDecision,
  type Decision,
  errorWords,
  inFour,
  ownValue,
  parseCrosswalkDecision,
  UsageError,
} from '@samenbeeld/schema';
import { headsOf } from './heads.ts';
import { columnGone, contradictedBy, type Hindered, type Inapplicable } from './inapplicable.ts';

/** A decision on a label that the description takes up. */
export interface DecidedLabel {
  readonly decision: Decision;
  readonly says: CrosswalkDecision;
}

/** The mapping that a decision on a label is about. */
function mappingFor(
  { columns, folds }: SourceDescription,
  { column, field }: CrosswalkDecision,
): { readonly column: boolean; readonly mapping: Mapping | undefined } {
  const rule = columns.find(({ header }) => header === column);
  const groups = folds.flatMap(({ groups: own }) =>
    Object.entries(own).flatMap(([name, mapping]) => (foldColumn(name) === column ? mapping : [])),
  );
  const mappings = [...(rule?.mappings ?? []), ...groups];
  return {
    column: mappings.length > 0 || rule !== undefined,
    mapping: mappings.find(({ to }) => to === field),
  };
}

/** What the description itself makes of a label, catch-alls apart; null where it does not know it. */
function described(
  label: string,
  mapping: Mapping,
  field: Field,
  source: SourceDescription,
): { readonly text: string; readonly listed: boolean } | null {
  const { decided: _, ...rest } = mapping;
  // A row that waits for a decision says nothing against one.
  const crosswalk = mapping.crosswalk ? decidedPart(mapping.crosswalk) : null;
  const own: Mapping = { ...rest, crosswalk, pattern: null, otherwise: null };
  if (isPlain(own) !== isPlain(mapping)) return null;
  const found = resolveCode(label, own, field, source.language);
  if ('rule' in found && found.rule !== 'crosswalk.not-exact') return null;
  const explicit = resolveCode(label, { ...own, list: null }, field, source.language);
  const listed =
    own.list !== null &&
    (isPlain({ ...own, list: null }) ||
      ('rule' in explicit && explicit.rule !== 'crosswalk.not-exact'));
  const row = crosswalk?.rows.find(({ from }) => from === label);
  if (row) return { text: verdict(row), listed: false };
  const code = 'values' in found ? found.values.join('+') : '';
  return { text: code === '' ? 'none' : `exact ${code}`, listed };
}

function verdict({ match, to }: Pick<CrosswalkRow, 'match' | 'to'>): string {
  return match === 'none' ? 'none' : `${match} ${to}`;
}

function obstacle(says: CrosswalkDecision, source: SourceDescription): Hindered | null {
  const { column, label, field: name, to } = says;
  const { column: known, mapping } = mappingFor(source, says);
  if (!known) return columnGone(source.id, column);
  const field = ownValue(fields[source.record], name);
  if (mapping?.as !== 'code' || !field)
    return {
      why: 'not-a-code',
      says: inFour(
        'de kolom "{column}" wordt niet gelezen als codes van {name}',
        'la colonne « {column} » n’est pas lue comme codes de {name}',
        'die Spalte „{column}“ wird nicht als Codes von {name} gelesen',
        'the column "{column}" is not read as codes of {name}',
        { column, name },
      ),
    };
  const list = field.list;
  if (to !== null && list !== null && !isCode(list, to))
    return {
      why: 'code-unknown',
      says: inFour(
        '{to} is geen code van {list}; {advice}',
        '{to} n’est pas un code de {list} ; {advice}',
        '{to} ist kein Code von {list}; {advice}',
        '{to} is no code of {list}; {advice}',
        { to, list, advice: codeAdvice(list, to) },
      ),
    };
  const own = described(label, mapping, field, source);
  if (!own) return null;
  const words = {
    where: own.listed
      ? inFour('de codelijst', 'la liste de codes', 'die Codeliste', 'the code list')
      : inFour('de beschrijving', 'la description', 'die Beschreibung', 'the description'),
    label,
    code: own.text,
  };
  if (own.text === verdict(says))
    return {
      why: 'already-said',
      says: inFour(
        '{where} zegt inmiddels dat "{label}" {code} is, dus is de beslissing overbodig',
        '{where} dit désormais que « {label} » est {code}, la décision est donc superflue',
        '{where} sagt inzwischen, dass „{label}“ {code} ist, die Entscheidung ist also überflüssig',
        '{where} says "{label}" is {code} by now, so the decision is superfluous',
        words,
      ),
    };
  // What a person said of the label itself weighs more than a word that the list has gained.
  if (own.listed) return null;
  return {
    why: 'said-otherwise',
    says: inFour(
      '{where} zegt inmiddels dat "{label}" {code} is, en die geldt',
      '{where} dit désormais que « {label} » est {code}, et c’est elle qui vaut',
      '{where} sagt inzwischen, dass „{label}“ {code} ist, und sie gilt',
      '{where} says "{label}" is {code} by now, and holds',
      words,
    ),
  };
}

/** The decisions on labels of a source: those that apply, and those that do not with the reason. */
export function decidedLabels(
  source: SourceDescription,
  decisions: readonly Decision[],
): { readonly labels: readonly DecidedLabel[]; readonly inapplicable: readonly Inapplicable[] } {
  const labels: DecidedLabel[] = [];
  const inapplicable: Inapplicable[] = [];
  for (const { decision, rivals } of headsOf(decisions, 'crosswalk')) {
    let says: CrosswalkDecision;
    try {
      says = parseCrosswalkDecision(decision);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      inapplicable.push({
        decision,
        why: 'unreadable',
        says: errorWords(error),
      });
      continue;
    }
    if (says.source !== source.id) continue;
    const found =
      rivals.length > 0
        ? contradictedBy(
            rivals,
            inFour(
              'hetzelfde label',
              'du même libellé',
              'von derselben Bezeichnung',
              'the same label',
            ),
          )
        : obstacle(says, source);
    if (found) inapplicable.push({ decision, ...found });
    else labels.push({ decision, says });
  }
  return { labels, inapplicable };
}

/** A description whose mappings know the decided labels. */
export function addLabels(
  source: SourceDescription,
  labels: readonly DecidedLabel[],
): SourceDescription {
  if (labels.length === 0) return source;
  const extend = (column: string, mapping: Mapping): Mapping => {
    const rows = labels.flatMap(({ decision, says }): CrosswalkRow[] =>
      says.column === column && says.field === mapping.to
        ? [{ from: says.label, to: says.to, match: says.match, note: `decision ${decision.id}` }]
        : [],
    );
    return rows.length === 0
      ? mapping
      : { ...mapping, decided: [...(mapping.decided ?? []), ...rows] };
  };
  return {
    ...source,
    columns: source.columns.map((rule) => ({
      ...rule,
      mappings: rule.mappings.map((mapping) => extend(rule.header, mapping)),
    })),
    folds: source.folds.map((fold) => ({
      ...fold,
      groups: Object.fromEntries(
        Object.entries(fold.groups).map(([name, mapping]) => [
          name,
          extend(foldColumn(name), mapping),
        ]),
      ),
    })),
  };
}
