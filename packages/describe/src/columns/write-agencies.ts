import { agencies, inFour, joinWith, places, quoted } from '@samenbeeld/schema';
import { alike } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import { isOne } from '../written.ts';
import { departementOf } from './place-shapes.ts';
import { labelsOf } from './profile-column.ts';
import type { TableView } from './table-view.ts';
import { coded, withSplit } from './write-coded.ts';
import { type CodeWriting, questions, writeCodes } from './write-codes.ts';
import type { WrittenGuess } from './written-guess.ts';

/** Labels that an alternative shows. */
const shown = 12;

/** The place that a service has in its name ("DIPN Lille", "Zollfahndungsamt Essen"), or null. */
function placeIn(
  label: string,
  language: TableView['language'],
  shared: ReadonlySet<string>,
): string | null {
  const words = label.trim().split(/\s+/u);
  const [first = ''] = words;
  for (let at = 1; at < words.length; at += 1) {
    const rest = words.slice(at).join(' ');
    if (!/^\p{Lu}/u.test(rest)) continue;
    if (departementOf(rest) !== null || places.lookup(rest, language).kind !== 'none') return rest;
  }
  const rest = words
    .slice(1)
    .join(' ')
    .replace(/^(?:de |du |des |d['’]|van |von |in )/iu, '');
  const service = shared.has(first) || /^\p{Lu}{3,}$/u.test(first);
  return service && /^\p{Lu}\p{Ll}[\p{L}'’ -]*$/u.test(rest) ? rest : null;
}

function codeOf(
  name: string,
  language: TableView['language'],
  country: string | null,
): string | null {
  const departement = country === 'FR' || country === null ? departementOf(name) : null;
  if (departement) return `FR.DEP.${departement}`;
  const match = places.lookup(name, language);
  const [entry] =
    match.kind === 'exact' ? [match.entry] : match.kind === 'ambiguous' ? match.entries : [];
  if (entry && (entry.kind === 'region' || entry.kind === 'country')) return entry.code;
  const land = country ?? entry?.country ?? null;
  return land === null ? null : `${land}.PLACE.${name}`;
}

/** The country in which all places of a table lie that a list knows; null where they lie in several, or none is known. */
function countryOfPlaces({ columns, language }: TableView): string | null {
  const found = columns.flatMap(({ profile, meanings: [top] }) =>
    top?.concept === 'place' && top.confidence >= thresholds.meaningLikely
      ? labelsOf(profile).flatMap((label) => {
          const match = places.lookup(label, language);
          return match.kind === 'exact'
            ? (match.entry.country ?? match.entry.code.slice(0, 2))
            : [];
        })
      : [],
  );
  const [only, ...others] = new Set(found);
  return only !== undefined && others.length === 0 ? only : null;
}

/** The country of all services that have a name of their own, where the file points to it as well; null where none has one, or others are of another. */
function countryOfOthers(
  labels: readonly string[],
  { country, language }: TableView,
): string | null {
  const known = labels.flatMap((label) => {
    const match = agencies.lookup(label, language);
    return match.kind === 'exact' ? [match.entry.country] : [];
  });
  const isOne = known.length > 0 && known.every((land) => land === country?.country);
  return country && !country.byCells && isOne ? country.country : null;
}

/**
 * Services of one name in several countries ("Douane") where all places, or all other services, are of one: the one of that country. Another
 * country's service may still be meant where the places do not say who acted, so a single word is taken only with them.
 */
function ofPlaces(writing: CodeWriting, country: string | null): CodeWriting {
  if (country === null) return writing;
  const crosswalks = writing.crosswalks.map((crosswalk) => ({
    ...crosswalk,
    rows: crosswalk.rows.map((row) => {
      const own =
        row.to !== null && agencies.has(row.to) && agencies.get(row.to).country === country;
      return own && row.decide && row.confidence >= 0.7
        ? { ...row, match: 'exact' as const, confidence: 0.9, decide: false }
        : row;
    }),
  }));
  const [crosswalk] = crosswalks;
  return {
    ...writing,
    crosswalks,
    decide: crosswalk ? questions(crosswalk.rows, 'agencies') : writing.decide,
  };
}

/** A service that several countries have ("customs"), where nothing says which is meant: none of them is proposed. */
function ofOneCountry(
  writing: CodeWriting,
  labels: readonly string[],
  { language }: TableView,
  country: string | null,
): CodeWriting {
  const lands = (label: string): ReadonlySet<string | null> => {
    const match = agencies.lookup(label, language);
    return new Set(match.kind === 'ambiguous' ? match.entries.map((each) => each.country) : []);
  };
  const open = new Set(country === null ? labels.filter((label) => lands(label).size > 1) : []);
  const [crosswalk] = writing.crosswalks;
  if (open.size === 0 || !crosswalk) return writing;
  const rows = crosswalk.rows.map((row) =>
    open.has(row.from) && row.decide ? { ...row, to: null, match: 'none' as const } : row,
  );
  return {
    ...writing,
    crosswalks: [{ ...crosswalk, rows }],
    decide: questions(rows, 'agencies'),
    found: rows.filter(({ to }) => to !== null).length,
  };
}

/** The regions that a service has in its own names ("Landeskriminalamt Nordrhein-Westfalen"). */
function regionsOf(code: string, language: TableView['language']): readonly string[] {
  const { label, synonyms } = agencies.get(code);
  return [...Object.values(label), ...synonyms].flatMap((name) => {
    const place = placeIn(name.replace(/\s*\([^)]*\)$/u, ''), language, new Set());
    const match = place === null ? null : places.lookup(place, language);
    return match?.kind === 'exact' ? match.entry.code : [];
  });
}

/** A service with a place in its name that is like one of another region ("LKA Hamburg"): the list has none, and its sister is not proposed. */
function withoutSisters(writing: CodeWriting, { language }: TableView): CodeWriting {
  const [crosswalk] = writing.crosswalks;
  if (!crosswalk) return writing;
  const rows = crosswalk.rows.map((row) => {
    if (row.to === null || !row.decide || !agencies.has(row.to)) return row;
    const regions = regionsOf(row.to, language);
    const place = regions.length > 0 ? placeIn(row.from, language, new Set()) : null;
    const named = place === null ? null : places.lookup(place, language);
    if (named === null || (named.kind === 'exact' && regions.includes(named.entry.code)))
      return row;
    return {
      ...row,
      to: 'UNSPECIFIED',
      match: 'exact' as const,
      note: inFour(
        'geen dienst van die naam in de lijst; {other} is van een ander gebied',
        'aucun service de ce nom dans la liste ; {other} est d’une autre région',
        'keine Dienststelle dieses Namens in der Liste; {other} ist die eines anderen Landes',
        'no service of that name in the list; {other} is of another region',
        { other: row.to },
      ),
      standsIn: true as const,
    };
  });
  if (rows.every((row, at) => row === crosswalk.rows[at])) return writing;
  return {
    ...writing,
    crosswalks: [{ ...crosswalk, rows }],
    decide: questions(rows, 'agencies'),
    found: rows.filter(({ to, standsIn }) => to !== null && !standsIn).length,
  };
}

/** The label itself as a second field, unless another column fills it. */
function keptIn(heading: string, view: TableView): readonly { readonly to: string }[] {
  const to = view.record === 'seizure' ? 'note' : 'placeNote';
  const taken = view.columns.some(
    ({ profile, meanings: [top] }) =>
      profile.heading !== heading &&
      (top?.concept === to || top?.concept === 'adminArea' || top?.concept === 'physicalSite'),
  );
  return taken ? [] : [{ to }];
}

/**
 * A column of services. Where most are in no list and have a place in their name, the label is kept beside the agency and
 * the place is offered as another reading.
 */
export function writeAgencies(
  labels: readonly string[],
  heading: string,
  view: TableView,
): WrittenGuess {
  const mark = ['+', '/', ';'].find((each) => labels.some((label) => label.includes(each)));
  const single = mark
    ? [...new Set(labels.flatMap((label) => label.split(mark).map((part) => part.trim())))]
    : labels;
  const around = countryOfPlaces(view);
  const country = around ?? view.country?.country ?? null;
  const listed = writeCodes('agencies', 'agencies', single, view.language, 'agencies.csv', country);
  const own = around ?? countryOfOthers(single, view);
  const writing = withoutSisters(ofOneCountry(ofPlaces(listed, own), single, view, country), view);
  const guess = withSplit(coded(writing), mark);
  const heads = labels.map((label) => label.split(/\s+/u)[0] ?? '');
  const shared = new Set(heads.filter((head, at) => heads.indexOf(head) !== at));
  const located = labels.flatMap((label): (readonly [string, string])[] => {
    const name = placeIn(label, view.language, shared);
    return name === null ? [] : [[label, name]];
  });
  const known = new Set(
    writing.crosswalks.flatMap(({ rows }) =>
      rows.flatMap(({ from, to, standsIn }) => (to === null || standsIn ? [] : from)),
    ),
  );
  const lost = located.filter(([label]) => writing.crosswalks.length > 0 && !known.has(label));
  const { written } = guess;
  if (lost.length === 0 || lost.length < labels.length / 2 || written === null || !isOne(written))
    return guess;
  const land =
    country ??
    located
      .map(([, name]) => codeOf(name, view.language, null)?.slice(0, 2))
      .find((code) => code !== undefined) ??
    null;
  const codes = Object.fromEntries(
    located.slice(0, shown).flatMap(([label, name]) => {
      const code = codeOf(name, view.language, land);
      return code === null ? [] : [[label, code]];
    }),
  );
  const kept = keptIn(heading, view);
  const examples = joinWith(
    lost.slice(0, 3).map(([label, name]) => joinWith([quoted(label), alike(`(${name})`)], ' ')),
    ', ',
  );
  return {
    ...guess,
    written: kept.length > 0 ? [written, ...kept] : written,
    decide: [
      inFour(
        '{examples} {n:noemt|noemen} behalve een dienst ook een plaats: is dat de plaats van de cijfers?',
        '{examples} {n:nomme|nomment} un lieu en plus d’un service : est-ce le lieu des chiffres ?',
        '{examples} {n:nennt|nennen} neben einer Dienststelle auch einen Ort: ist es der Ort der Zahlen?',
        '{examples} name a place as well as a service: is it the place of the figures?',
        { examples, n: lost.length },
      ),
      ...guess.decide,
    ],
    factor: guess.factor * 0.85,
    alternatives: [
      {
        value: { to: 'place', written: [{ to: 'place', codes }, ...kept] },
        confidence: 0.5,
        reason: inFour(
          '{n} van de {of} diensten {n:heeft een plaats in zijn naam|hebben een plaats in hun naam}',
          '{n} {n:service|services} sur {of} {n:a un lieu dans son nom|ont un lieu dans leur nom}',
          '{n} von {of} Dienststellen {n:hat|haben} einen Ort im Namen',
          '{n} of {of} services have a place in their name',
          { n: located.length, of: labels.length },
        ),
      },
    ],
  };
}
