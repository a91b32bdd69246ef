import {
  type Break,
  bases,
  type Decision,
  type Definition,
  extents,
  formatNumber,
  type Ground,
  inEach,
  inSigns,
  joinWith,
  parseOverrideSubject,
  semicolon,
  type Text,
  wordings,
} from '@samenbeeld/schema';
import { type Claim, isNamedBy } from './claim.ts';
import { say, sayInFour, type Word } from './words.ts';

/** A claim as a decision is taken on it: its value, wording and scope, and when it was published. */
export function claimGround(claim: Claim): Ground {
  const [row] = claim.rows;
  const said: Readonly<Record<string, string | null | undefined>> = {
    value: `${claim.value} ${claim.unit}`,
    wording: [claim.wording, claim.wordingPrinted].filter(Boolean).join(' '),
    precision: `${claim.asPrinted.low}..${claim.asPrinted.high ?? ''}`,
    place: claim.place,
    period: `${claim.periodStart}..${claim.periodEnd}`,
    substance: claim.substance,
    basis: [claim.basis, claim.containsOwn === null ? null : `containsOwn=${claim.containsOwn}`]
      .filter(Boolean)
      .join(' '),
    metric: claim.metric,
    agencies: claim.agencies.join('+'),
    extent: claim.extent,
    status: claim.status,
    published: claim.publishedOn,
    definition: [row?.definition, row?.countUnit].filter(Boolean).join(' '),
  };
  return {
    id: claim.id,
    name: claim.rows.find(({ reference }) => reference !== null)?.reference ?? claim.id,
    says: Object.fromEntries(
      Object.entries(said).flatMap(([field, value]) => (value ? [[field, value]] : [])),
    ),
  };
}

const mark = 'rule ';

/** Whether a ground is a rule that a source declares, and no claim. */
function isRule({ id }: Ground): boolean {
  return id.startsWith(mark);
}

/** The id of a rule among grounds. */
function ruleId(id: string): string {
  return `${mark}${id}`;
}

/** Names of what a ground says, for a reader. */
const fields: Readonly<Record<string, Text>> = {
  value: { nl: 'waarde', fr: 'valeur', de: 'Wert', en: 'value' },
  wording: { nl: 'formulering', fr: 'formulation', de: 'Wortlaut', en: 'wording' },
  precision: { nl: 'precisie', fr: 'précision', de: 'Genauigkeit', en: 'precision' },
  place: { nl: 'plaats', fr: 'lieu', de: 'Ort', en: 'place' },
  period: { nl: 'periode', fr: 'période', de: 'Zeitraum', en: 'period' },
  substance: { nl: 'middel', fr: 'substance', de: 'Stoff', en: 'substance' },
  basis: { nl: 'grondslag', fr: 'base', de: 'Grundlage', en: 'basis' },
  metric: {
    nl: 'wat gemeten is',
    fr: 'ce qui est mesuré',
    de: 'Messgröße',
    en: 'what is measured',
  },
  agencies: { nl: 'dienst', fr: 'service', de: 'Behörde', en: 'agency' },
  extent: { nl: 'reikwijdte', fr: 'étendue', de: 'Umfang', en: 'extent' },
  status: { nl: 'status', fr: 'statut', de: 'Status', en: 'status' },
  published: {
    nl: 'gepubliceerd op',
    fr: 'publié le',
    de: 'veröffentlicht am',
    en: 'published on',
  },
  on: { nl: 'ingangsdatum', fr: 'date d’effet', de: 'gültig ab', en: 'from' },
  kind: { nl: 'soort', fr: 'type', de: 'Art', en: 'kind' },
  severity: { nl: 'gevolg', fr: 'effet', de: 'Wirkung', en: 'effect' },
  series: { nl: 'reeks', fr: 'série', de: 'Reihe', en: 'series' },
  note: { nl: 'toelichting', fr: 'explication', de: 'Erläuterung', en: 'note' },
  countUnit: { nl: 'teleenheid', fr: 'unité de compte', de: 'Zähleinheit', en: 'counting unit' },
  massBasis: { nl: 'weging', fr: 'pesage', de: 'Wägung', en: 'weighing' },
  minThreshold: { nl: 'drempel', fr: 'seuil', de: 'Schwelle', en: 'threshold' },
  dateRole: { nl: 'teldatum', fr: 'date retenue', de: 'Zähldatum', en: 'day that counts' },
  countingRule: { nl: 'telregel', fr: 'règle de comptage', de: 'Zählregel', en: 'counting rule' },
  valid: { nl: 'geldigheid', fr: 'validité', de: 'Gültigkeit', en: 'validity' },
  definition: { nl: 'telregel', fr: 'règle de comptage', de: 'Zählregel', en: 'counting rule' },
};

const none: Text = { nl: 'niets', fr: 'rien', de: 'nichts', en: 'nothing' };

/** What a field says, as a reader reads it. */
function shown(field: string, value: string | undefined): Word {
  if (value === undefined) return none;
  if (field === 'value') {
    const [number = '', ...unit] = value.split(' ');
    return { quantity: Number(number), unit: unit.join(' ') };
  }
  if (field === 'precision')
    return inEach((language) =>
      value
        .split('..')
        .map((end) => (end === '' ? '…' : formatNumber(Number(end), language)))
        .join('–'),
    );
  if (field === 'place') return { place: value };
  if (field === 'agencies') return { agencies: value.split('+') };
  if (field === 'substance') return { substance: value };
  if (field === 'period') return { date: value.replace('..', '/') };
  const [code = '', ...rest] = value.split(' ');
  const list = field === 'wording' ? wordings : field === 'basis' ? bases : extents;
  if (!list.has(code)) return value;
  return inEach((language) => [list.label(code, language), ...rest].join(' '));
}

/** What a ground says now that it did not say then, field by field. */
function changedText(before: Ground, now: Ground): Text | null {
  const names = [...new Set([...Object.keys(before.says), ...Object.keys(now.says)])];
  const changes = names
    .filter((field) => before.says[field] !== now.says[field])
    // Another value has another precision.
    .filter((field, _, all) => field !== 'precision' || !all.includes('value'))
    .map((field) =>
      sayInFour(
        '{field} was {before}, is nu {now}',
        '{field} : {now} au lieu de {before}',
        '{field} war {before}, ist jetzt {now}',
        '{field} was {before}, is now {now}',
        {
          field: fields[field] ?? field,
          before: shown(field, before.says[field]),
          now: shown(field, now.says[field]),
        },
      ),
    );
  if (changes.length === 0) return null;
  return say(inSigns('{name}: {changes}'), { name: now.name, changes: joinWith(changes, ', ') });
}

const goneText = ({ name, says }: Ground): Text =>
  sayInFour(
    '{name} ({value}) is er niet meer',
    '{name} ({value}) n’y figure plus',
    '{name} ({value}) ist nicht mehr da',
    '{name} ({value}) is no longer there',
    { name, value: shown('value', says['value']) },
  );

const newText = ({ name, says }: Ground): Text =>
  sayInFour(
    '{name} ({value}) is erbij gekomen',
    '{name} ({value}) s’y est ajouté',
    '{name} ({value}) ist dazugekommen',
    '{name} ({value}) has been added',
    { name, value: shown('value', says['value']) },
  );

/** A decision that does not say what it was taken on holds for what was published by its day. */
function laterText({ time }: Decision, grounds: readonly Ground[]): Text | null {
  const later = grounds.filter(({ says: { published = '' } }) => {
    // "2024" and "2024-05" are compared as far as they go.
    const day = time.slice(0, published.length);
    return published > day;
  });
  if (later.length === 0) return null;
  return sayInFour(
    'sindsdien gepubliceerd: {names}',
    'publié depuis : {names}',
    'seither veröffentlicht: {names}',
    'published since: {names}',
    {
      names: later.map(({ name, says: { published } }) => `${name} (${published})`).join(', '),
    },
  );
}

/**
 * What has changed since a decision was taken, or null where it still holds: it holds while all that it was taken on is there
 * and says the same, and nothing more contends (joint total, rule 5). What merely stopped contending changes nothing.
 *
 * @param judged what a person would judge now
 * @param all everything there is, by id; what was judged and contends no more is looked for here
 */
function changedSince(
  decision: Decision,
  judged: readonly Ground[],
  all: (id: string) => Ground | null,
): Text | null {
  const takenOn = decision.takenOn ?? null;
  if (takenOn === null) return laterText(decision, judged);
  const found = takenOn.map((before) => ({ before, now: all(before.id) }));
  const known = new Set(found.flatMap(({ now }) => (now ? [now.id] : [])));
  const changes = [
    ...found.flatMap(({ before, now }) =>
      now ? (changedText(before, now) ?? []) : goneText(before),
    ),
    ...judged.filter(({ id }) => !known.has(id)).map(newText),
  ];
  return changes.length === 0 ? null : joinWith(changes, semicolon);
}

/** Looks claims up by their own id or that of any of their rows, as grounds. */
export function groundsIn(claims: readonly Claim[]): (id: string) => Ground | null {
  return (id) => {
    const claim = claims.find((one) => isNamedBy(one, id));
    return claim ? claimGround(claim) : null;
  };
}

/** A decision without the rules that it was taken on besides claims (`changedRules` looks at these). */
function onClaims(decision: Decision): Decision {
  const { takenOn } = decision;
  return takenOn ? { ...decision, takenOn: takenOn.filter((one) => !isRule(one)) } : decision;
}

/** A decision, where it still holds for the claims that contend. */
export function heldOn(
  decision: Decision | undefined,
  judged: readonly Claim[],
  all: readonly Claim[],
): Decision | undefined {
  if (!decision) return undefined;
  return changedSince(onClaims(decision), judged.map(claimGround), groundsIn(all)) === null
    ? decision
    : undefined;
}

/** Grounds of several findings on one subject, each once. */
export function joinGrounds(
  lists: readonly (readonly [subject: string, grounds: readonly Ground[]])[],
): ReadonlyMap<string, readonly Ground[]> {
  const found = new Map<string, Map<string, Ground>>();
  for (const [subject, grounds] of lists) {
    const known = found.get(subject) ?? new Map<string, Ground>();
    for (const ground of grounds) known.set(ground.id, ground);
    found.set(subject, known);
  }
  return new Map([...found].map(([subject, known]) => [subject, [...known.values()]]));
}

/** Decisions on subjects whose grounds are known and which no longer hold, by id, with what has changed. */
export function lapsedAmong(
  decisions: Iterable<Decision>,
  grounds: ReadonlyMap<string, readonly Ground[]>,
  all: (id: string) => Ground | null,
): ReadonlyMap<string, Text> {
  const found = new Map<string, Text>();
  for (const decision of decisions) {
    const judged = grounds.get(decision.subject);
    const changed = judged ? changedSince(onClaims(decision), judged, all) : null;
    if (changed) found.set(decision.id, changed);
  }
  return found;
}

/** What sources declare. */
export interface Rules {
  readonly breaks: readonly Break[];
  readonly definitions: readonly Definition[];
}

function breakGround({ id, on, kind, severity, series, note }: Break): Ground {
  const named = Object.entries(series).map(([field, code]) => `${field}=${code}`);
  return {
    id: ruleId(id),
    name: id,
    says: { on, kind, severity, series: named.sort().join(' '), note: note.en },
  };
}

function definitionGround(definition: Definition): Ground {
  const { id, countUnit, massBasis, minThreshold, dateRole, countingRule } = definition;
  const { validFrom, validTo } = definition;
  return {
    id: ruleId(id),
    name: id,
    says: {
      countUnit: countUnit ?? '–',
      massBasis,
      minThreshold: minThreshold ? `${minThreshold.value} ${minThreshold.unit}` : '–',
      dateRole: dateRole ?? '–',
      countingRule: countingRule.en,
      valid: `${validFrom ?? ''}..${validTo ?? ''}`,
    },
  };
}

/**
 * The rules that an override is about: the declared break, or what a sum, rate or trend goes across with the counting rules it
 * names. Empty where the subject names none that is declared.
 */
export function ruleGrounds(subject: string, { breaks, definitions }: Rules): readonly Ground[] {
  const named = parseOverrideSubject(subject);
  if (!named) return breaks.filter(({ id }) => id === subject).map(breakGround);
  const values = new Set(named.values);
  return [
    { id: ruleId(subject), name: subject, says: {} },
    ...definitions.filter(({ id }) => values.has(id)).map(definitionGround),
  ];
}

/** What has changed in the rules that a decision was taken on; null where nothing has, or it is about no rule. */
export function changedRules(decision: Decision, rules: Rules): Text | null {
  const takenOn = decision.takenOn?.filter(isRule) ?? [];
  if (decision.kind !== 'override' || takenOn.length === 0) return null;
  const now = ruleGrounds(decision.subject, rules);
  return changedSince(
    { ...decision, takenOn },
    now,
    (id) => now.find((one) => one.id === id) ?? null,
  );
}
