import { codeLists } from '@samenbeeld/ingest';
import { expression } from '@samenbeeld/read';
import { units } from '@samenbeeld/schema';
import type { ColumnGuess } from '../column-guess.ts';
import { timeMark } from './cut-heading.ts';
import type { Group } from './fold-groups.ts';
import { patternOf } from './fold-pattern.ts';
import { type Measure, measureOf } from './measures.ts';
import { samplesOf } from './personal.ts';
import { choice } from './split-heading.ts';
import type { TableView } from './table-view.ts';
import { writeFigures } from './write-value.ts';

/** Beside a substance, a percentage is its purity and milligrams a unit its potency; neither is a share of counts. */
function strengthOf(fixed: string, { roles }: Group): Measure | null {
  if (!roles.includes('substance') && !roles.includes('stat')) return null;
  if (/mg\b.*(?:per|par|je|pro)\b/iu.test(fixed))
    return { name: 'potency', set: { metric: 'potency', unit: 'mg_per_tablet' }, ignore: null };
  if (/percent|pourcent|prozent|%/iu.test(fixed))
    return { name: 'purity', set: { metric: 'purity', unit: 'pct' }, ignore: null };
  return null;
}

function unitOf(texts: readonly string[], view: TableView): string | null {
  for (const text of texts) {
    const inner = /\(([^()]+)\)/.exec(text)?.[1];
    const match = inner ? units.lookup(inner, view.language) : null;
    if (match?.kind === 'exact') return match.entry.code;
  }
  return null;
}

/** A group of headings as one fold; or, where it measures what is left out, as columns that are ignored. */
export function foldOf(
  group: Group,
  view: TableView,
  others: readonly string[],
): ColumnGuess | readonly ColumnGuess[] {
  const general = patternOf(group, view, false);
  const pattern = others.some((heading) => expression(general.headers).test(heading))
    ? patternOf(group, view, true)
    : general;
  const profiles = group.cuts.map(({ profile }) => profile);
  const headings = profiles.map(({ heading }) => heading);
  const fixed =
    group.cuts[0]?.parts
      .filter((part, at) => group.roles[at] === 'fixed' && part !== timeMark)
      .join(' ') ?? '';
  const measure = strengthOf(fixed, group) ?? measureOf(fixed);
  const letters = profiles.map(({ column }) => column.letter);
  const labels = group.roles.flatMap((role, at) =>
    role === 'place' ? group.cuts.map(({ parts }) => parts[at]?.trim() ?? '') : [],
  );
  const countries = labels.every(
    (label) => codeLists['countries']?.lookup(label, view.language).kind === 'exact',
  );
  if (view.nationalities && labels.length > 0 && countries)
    return profiles.map((profile, at) => ({
      kind: 'column',
      headings: [headings[at] ?? ''],
      letters: [letters[at] ?? ''],
      to: null,
      written: { ignore: 'nationality is no dimension of a crime picture', screen: false },
      confidence: 0.88,
      reason: 'the heading is a country, and the table is one of nationalities',
      alternatives: [],
      decide: ['Are these countries nationalities of persons, and no places?'],
      crosswalks: [],
      samples: samplesOf(profile, false),
    }));
  if (measure?.ignore)
    return profiles.map((profile, at) => ({
      kind: 'column',
      headings: [headings[at] ?? ''],
      letters: [letters[at] ?? ''],
      to: null,
      written: { ignore: measure.ignore ?? '', screen: false },
      confidence: 0.9,
      reason: `the heading says ${measure.name}`,
      alternatives: [],
      decide: [],
      crosswalks: [],
      samples: samplesOf(profile, false),
    }));
  const figures = writeFigures(profiles, view, measure?.set['metric']);
  const to = view.record === 'seizure' ? 'quantity' : 'value';
  const unit = measure?.set['unit'] ?? unitOf(headings, view);
  const set =
    view.record === 'seizure' ? (unit ? { unit } : {}) : { ...measure?.set, ...(unit && { unit }) };
  const wrong = others.filter((heading) => expression(pattern.headers).test(heading));
  const whole = headings.every((heading) => expression(pattern.headers).test(heading));
  const headers = wrong.length > 0 || !whole ? `^(?:${choice(headings)})$` : pattern.headers;
  const decide = [...figures.decide, ...pattern.decide];
  const broken = headers !== pattern.headers;
  if (broken)
    decide.push(
      `The pattern ${pattern.headers} would also find ${wrong
        .slice(0, 3)
        .map((heading) => `"${heading}"`)
        .join(', ')}: which headings are meant?`,
    );
  const named = Object.keys(pattern.groups).length > 0;
  const evidence = group.cuts.length > 1 ? 0.97 : 0.92;
  const confidence =
    Math.round(evidence * figures.factor * pattern.factor * (broken || !named ? 0.5 : 1) * 100) /
    100;
  if (confidence < 0.9 && decide.length === 0)
    decide.push('Is it right that these headings are data?');
  return {
    kind: 'fold',
    headings,
    letters,
    to,
    written: {
      headers,
      groups: pattern.groups,
      value: { to, ...figures.written, ...(Object.keys(set).length > 0 && { set }) },
    },
    confidence,
    reason: `${pattern.said.join('; ')}; ${profiles.reduce((sum, { numbers }) => sum + numbers.cells, 0)} of ${profiles.reduce((sum, { said }) => sum + said, 0)} cells below are figures`,
    alternatives: [],
    decide,
    crosswalks: pattern.crosswalks,
    samples: profiles.slice(0, 3).flatMap((profile) => samplesOf(profile, false).slice(0, 2)),
  };
}
