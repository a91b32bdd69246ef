import { codeLists } from '@samenbeeld/ingest';
import { expression } from '@samenbeeld/read';
import { inFour, quoted, substances, type Text, units } from '@samenbeeld/schema';
import { type Column, type ColumnGuess, columnOf, reading } from '../column.ts';
import { clauses, quotedAll } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import type { Written } from '../written.ts';
import { timeMark } from './cut-heading.ts';
import type { Group } from './fold-groups.ts';
import { statOf } from './heading-roles.ts';
import { type Measure, nationality } from './measures.ts';
import { samplesOf } from './personal.ts';
import { choice, escapePattern, kindOfArea } from './split-heading.ts';
import type { TableView } from './table-view.ts';
import { firstDays, type TimeReading } from './time-shape.ts';
import { amountUnit, isNumberOf, unitNamed } from './unit-words.ts';
import { headingSays } from './weigh.ts';
import { writeCodes } from './write-codes.ts';
import { writePlace } from './write-place.ts';
import { headsOtherYears, monthOrDay, shortYearsAsked, whichYear } from './write-time.ts';
import { exactBeside, measureHere, roundedBy, writeFigures } from './write-value.ts';

/** The pattern of a fold and what its groups feed. */
interface Pattern {
  readonly headers: string;
  readonly groups: Readonly<Record<string, Written>>;
  readonly decide: readonly Text[];
  readonly crosswalks: ColumnGuess['crosswalks'];
  readonly said: readonly Text[];
  readonly factor: number;
}

/** Headings that name a second substance beside the one that tells them apart ("Ecstasy (mg of MDMA base per unit)"). */
function twoSubstances(cuts: Group['cuts'], at: number, { language }: TableView): readonly Text[] {
  const codeOf = (text: string): string | null => {
    const match = substances.lookup(text.trim(), language);
    return match.kind === 'exact' ? match.entry.code : null;
  };
  const doubled = new Map<string, string>();
  for (const { parts, profile } of cuts) {
    const label = parts[at] ?? '';
    const own = codeOf(label);
    const beside = profile.heading.replace(label, ' ').match(/\p{L}{3,}/gu) ?? [];
    const other = beside.find((word) => (codeOf(word) ?? own) !== own);
    if (own !== null && other !== undefined) doubled.set(label, other);
  }
  return [...doubled].map(([label, other]) =>
    inFour(
      'Koppen van {label} noemen ook {other}: van welk van de twee zijn de cijfers?',
      'Les en-têtes de {label} nomment aussi {other} : duquel des deux sont les chiffres ?',
      'Überschriften von {label} nennen auch {other}: von welchem der beiden sind die Zahlen?',
      'Headings of {label} name {other} too: of which of the two are the figures?',
      { label: quoted(label), other: quoted(other) },
    ),
  );
}

/** The status that marks behind years say, how they are matched, and what is asked of those that the file explains as something else. */
function marksOfYears(
  cuts: Group['cuts'],
  { legend }: TableView,
): {
  readonly codes: Readonly<Record<string, string>>;
  readonly unsaid: readonly Text[];
  readonly pattern: string;
} {
  const seen = [...new Set(cuts.flatMap(({ time }) => time?.mark.trim() || []))];
  const words = seen.filter((mark) => /\p{L}/u.test(mark));
  const stars = [...new Set(['*', ...seen.filter((mark) => /^\*+$/u.test(mark))])];
  const statusOf = (star: string): string | null => {
    const said = legend.get(star);
    return said === undefined ? 'P' : said.status;
  };
  const known = stars.filter((star) => statusOf(star) !== null);
  const unknown = stars.filter((star) => !known.includes(star));
  const asked = unknown.filter((star) => seen.includes(star));
  const codes = Object.fromEntries([
    ...known.map((star) => [star, statusOf(star) ?? '']),
    ...words.map((word) => [word, 'P']),
  ]);
  const longestFirst = (marks: readonly string[]): string =>
    marks
      .toSorted((a, b) => b.length - a.length)
      .map(escapePattern)
      .join('|');
  const optional = (marks: readonly string[]): string =>
    marks.length === 1 ? `${longestFirst(marks)}?` : `(?:${longestFirst(marks)})?`;
  const starred = known.length === 0 ? '' : optional(known);
  const told =
    words.length > 0
      ? `\\s*(?<provisional>${starred}|${choice(words)})`
      : `(?<provisional>${starred})`;
  return {
    codes,
    unsaid:
      asked.length === 0
        ? []
        : [
            inFour(
              'Wat zegt {marks} achter een kop van de cijfers eronder? Het bestand zegt {text}; nu gelden ze als gewone cijfers.',
              'Que dit {marks} après un en-tête des chiffres au-dessous ? Le fichier dit {text} ; pour l’instant ils passent pour des chiffres ordinaires.',
              'Was sagt {marks} hinter einer Überschrift von den Zahlen darunter? Die Datei sagt {text}; jetzt gelten sie als gewöhnliche Zahlen.',
              'What does {marks} behind a heading say of the figures below? The file says {text}; they now count as ordinary figures.',
              {
                marks: quotedAll(asked, 3),
                text: quotedAll(
                  asked.map((star) => legend.get(star)?.text ?? ''),
                  3,
                ),
              },
            ),
          ],
    pattern: `${Object.keys(codes).length > 0 ? told : ''}${asked.length > 0 ? optional(asked) : ''}`,
  };
}

/** The pattern of a group's headings; `exact` names the times one by one, where a general shape would find too much. */
function patternOf({ cuts, roles }: Group, view: TableView, exact: boolean): Pattern {
  const groups: Record<string, Written> = {};
  const decide: Text[] = [];
  const crosswalks: ColumnGuess['crosswalks'][number][] = [];
  const said: Text[] = [];
  let factor = 1;
  const [first] = cuts;
  const told = view.columns.some(
    ({ profile, meanings: [top] }) =>
      top &&
      ['offence', 'offenceKey'].includes(top.concept) &&
      !cuts.some((cut) => cut.profile === profile) &&
      top.confidence >= thresholds.meaningLikely,
  );
  const tail = first?.time?.tail ?? '';
  const marks =
    tail === '' && (cuts.some(({ time }) => time?.mark) || view.country?.country === 'NL');
  const field = view.record === 'seizure' ? 'date' : 'period';
  const text = roles.map((role, at) => {
    const texts = cuts.map(({ parts }) => parts[at] ?? '');
    if (role === 'time' && first?.time) {
      const { as, format } = first.time;
      const isYear = as === 'year';
      groups[isYear ? 'year' : 'period'] =
        as === 'part' ? { to: 'periodPart' } : { to: field, as, ...(format && { format }) };
      said.push(
        inFour(
          `{n} {n:kop bevat|koppen bevatten} een ${isYear ? 'jaar' : 'periode'}`,
          `{n} {n:en-tête contient|en-têtes contiennent} une ${isYear ? 'année' : 'période'}`,
          `{n} {n:Überschrift enthält|Überschriften enthalten} ${isYear ? 'ein Jahr' : 'einen Zeitraum'}`,
          `{n} {n:heading holds|headings hold} a ${isYear ? 'year' : 'period'}`,
          { n: cuts.length },
        ),
      );
      if (format?.endsWith('%y')) {
        const open = shortYearsAsked(
          cuts.flatMap(({ time }) => time?.text ?? []),
          view.years,
        );
        decide.push(...open);
        factor *= open.length > 0 ? 0.85 : 1;
      }
      const days = cuts.flatMap(({ time }) => time?.text ?? []);
      if (format?.includes('%d') && firstDays(days, format as TimeReading) !== null)
        decide.push(monthOrDay(days[0] ?? ''));
      if (tail !== '')
        decide.push(
          inFour(
            '{time} begint in het ene jaar en eindigt in het volgende: in welke maand? Het eerste jaar staat er zolang; geef elk zijn periode.',
            '{time} commence une année et finit la suivante : en quel mois ? La première année en tient lieu ; donnez à chacune sa période.',
            '{time} beginnt in einem Jahr und endet im nächsten: in welchem Monat? Das erste Jahr steht solange da; jedem seinen Zeitraum geben.',
            '{time} begins in one year and ends in the next: in which month? The first year stands in; give each its period.',
            { time: quoted(`${first.time.text}${first.time.mark}`) },
          ),
        );
      const provisional =
        marks && (first.time.as === 'year' || cuts.some(({ time }) => time?.mark));
      const { codes, unsaid, pattern } = marksOfYears(cuts, view);
      if (provisional) {
        if (Object.keys(codes).length > 0) groups['provisional'] = { to: 'status', codes };
        decide.push(...unsaid);
      }
      const shapes = [...new Set(cuts.flatMap(({ time }) => time?.pattern ?? []))].join('|');
      const times = exact ? choice(cuts.flatMap(({ time }) => time?.text ?? [])) : shapes;
      const end =
        exact && tail !== '' ? `(?:${choice(cuts.flatMap(({ time }) => time?.mark ?? []))})` : tail;
      return `(?<${first.time.as === 'year' ? 'year' : 'period'}>${times})${end}${provisional ? pattern : ''}`;
    }
    if (role in groups || (role === 'unknown' && 'kind' in groups && 'note' in groups))
      return `(?:${choice(texts)})`;
    if (role === 'offence' && !told) {
      const kinds = [...new Set(texts.map((each) => each.trim()))];
      groups['offence'] = nationalCodes(kinds);
      said.push(
        inFour(
          '{n} {n:soort|soorten} misdrijven',
          '{n} {n:genre|genres} d’infractions',
          '{n} {n:Art|Arten} von Straftaten',
          '{n} kinds of offences',
          { n: kinds.length },
        ),
      );
      return around(texts, (inner) => `(?<offence>${choice(inner)})`);
    }
    if (role === 'place') {
      const labels = [...new Set(texts.map((each) => each.trim()))];
      const writing = writePlace(labels, '', view.language, view.country);
      groups['place'] = writing.written;
      decide.push(...writing.decide);
      crosswalks.push(...writing.crosswalks);
      said.push(
        inFour(
          '{found} van de {all} {all:label|labels} {found:is een plaats|zijn plaatsen}',
          '{found} {found:libellé|libellés} sur {all} {found:est un lieu|sont des lieux}',
          '{found} von {all} {all:Bezeichnung|Bezeichnungen} {found:ist ein Ort|sind Orte}',
          '{found} of {all} labels are places',
          { found: writing.found, all: writing.all },
        ),
      );
      factor *= writing.decide.length > 0 ? 0.9 : 1;
      return around(texts, (inner) => `(?<place>${choice(inner)})`);
    }
    if ((role === 'unknown' || role === 'offence') && (told || 'offence' in groups)) {
      const free = !('note' in groups);
      if (!free) return `(?:${choice(texts)})`;
      groups['note'] = { to: 'place' in groups ? 'placeNote' : 'note' };
      factor *= 0.9;
      decide.push(
        inFour(
          'Koppen onderscheiden {kinds}: als opmerking bewaard. Welk veld is dat?',
          'Les en-têtes distinguent {kinds} : gardé comme note. Quel champ est-ce ?',
          'Überschriften unterscheiden {kinds}: als Vermerk behalten. Welches Feld ist das?',
          'Headings tell {kinds} apart: it is kept as a note. Which field is that?',
          { kinds: quotedAll([...new Set(texts.map((each) => each.trim()))], 4) },
        ),
      );
      return around(texts, (inner) => `(?<note>${choice(inner)})`);
    }
    if (role === 'unknown') {
      if ('kind' in groups) return `(?:${choice(texts)})`;
      groups['kind'] = { to: 'nationalCode' };
      const kinds = [...new Set(texts.map((each) => each.trim()))];
      decide.push(
        inFour(
          'Koppen onderscheiden {kinds}: welk veld is dat? Als nationale code bewaard.',
          'Les en-têtes distinguent {kinds} : quel champ est-ce ? Gardé comme code national.',
          'Überschriften unterscheiden {kinds}: welches Feld ist das? Als nationaler Code behalten.',
          'Headings tell {kinds} apart: which field is that? It is kept as the national code.',
          { kinds: quotedAll(kinds, 4) },
        ),
      );
      factor *= 0.85;
      return around(texts, (inner) => `(?<kind>${choice(inner)})`);
    }
    if (role === 'stat') {
      groups['stat'] = {
        to: 'stat',
        codes: Object.fromEntries(texts.map((each) => [each.trim(), statOf(each) ?? ''])),
      };
      said.push(
        inFour(
          'koppen noemen minimum, maximum, gemiddelde, mediaan of modus',
          'les en-têtes nomment minimum, maximum, moyenne, médiane ou mode',
          'Überschriften nennen Minimum, Maximum, Mittelwert, Median oder Modus',
          'headings name minimum, maximum, mean, median or mode',
        ),
      );
      return around(texts, (inner) => `(?<stat>${choice(inner)})`);
    }
    if (role === 'substance') {
      const labels = [...new Set(texts.map((each) => each.trim()))];
      const writing = writeCodes(
        'substance',
        'substances',
        labels,
        view.language,
        'substances.csv',
      );
      groups['substance'] = writing.written;
      decide.push(...writing.decide, ...twoSubstances(cuts, at, view));
      crosswalks.push(...writing.crosswalks);
      said.push(
        inFour(
          '{found} van de {all} {all:label|labels} {found:is een middel|zijn middelen}',
          '{found} {found:libellé|libellés} sur {all} {found:est une substance|sont des substances}',
          '{found} von {all} {all:Bezeichnung|Bezeichnungen} {found:ist ein Stoff|sind Stoffe}',
          '{found} of {all} labels are substances',
          { found: writing.found, all: writing.all },
        ),
      );
      factor *= writing.found < writing.all ? 0.9 : 1;
      return around(texts, (inner) => `(?<substance>${choice(inner)})`);
    }
    return new Set(texts).size > 1 ? `(?:${choice(texts)})` : escapePattern(texts[0] ?? '');
  });
  return { headers: `^${text.join('')}$`, groups, decide, crosswalks, said, factor };
}

/** Kinds of offences in headings; those of the Dutch police have their number in front. */
function nationalCodes(kinds: readonly string[]): Written {
  const numbered = kinds.filter((kind) => /^\d\.\d\.\d+ \S/.test(kind)).length;
  if (numbered <= kinds.length / 2) return { to: 'nationalCode' };
  const all = kinds.filter((kind) => /^totaal/i.test(kind));
  return {
    to: 'nationalCode',
    rules: [
      ...all.map((kind) => ({ is: kind, to: '0.0.0' })),
      { match: '^(\\d\\.\\d\\.\\d+) .+$', to: '$1' },
    ],
  };
}

/** Blanks around a part belong to the pattern, not to the label. */
function around(texts: readonly string[], make: (inner: readonly string[]) => string): string {
  const left = texts.every((text) => text.startsWith(' ')) ? ' ' : '';
  const right = texts.every((text) => text.endsWith(' ') && text.trim() !== '') ? ' ' : '';
  return `${left}${make(texts.map((text) => text.trim()))}${right}`;
}

/** Beside a substance, a percentage is its purity and milligrams a unit its potency; neither is a share of counts. */
function strengthOf(fixed: string, { roles }: Group): Pick<Measure, 'set'> | null {
  if (!roles.includes('substance') && !roles.includes('stat')) return null;
  if (/mg\b.*(?:per|par|je|pro)\b/iu.test(fixed))
    return { set: { metric: 'potency', unit: 'mg_per_tablet' } };
  if (/percent|pourcent|prozent|%/iu.test(fixed)) return { set: { metric: 'purity', unit: 'pct' } };
  return null;
}

function unitOf(texts: readonly string[], view: TableView): string | null {
  for (const text of texts) {
    const inner = /\(([^()]+)\)/.exec(text.replaceAll(kindOfArea, ' '))?.[1];
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
): Column | readonly Column[] {
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
  const alone = amountUnit(fixed.replace(/^\s*(?:in|en)\s+/u, ''));
  const weighed =
    alone !== null && ['mass', 'volume'].includes(units.get(alone).dimension)
      ? { set: { metric: 'quantity', unit: alone } }
      : null;
  // "Cannabis plants (number)": what is counted stands before the bracket.
  const [thing, ...otherThings] = isNumberOf(fixed.replace(/[()\s]/gu, ''))
    ? [...new Set(headings.map((heading) => unitNamed(heading)?.unit ?? null))]
    : [];
  const counted =
    thing && otherThings.length === 0 ? { set: { metric: 'quantity', unit: thing } } : null;
  const strength = strengthOf(fixed, group);
  const here = strength === null ? measureHere(fixed, profiles, view) : null;
  const named = here?.measure ?? null;
  const measure = strength ?? named ?? weighed ?? counted;
  const labels = group.roles.flatMap((role, at) =>
    role === 'place' ? group.cuts.map(({ parts }) => parts[at]?.trim() ?? '') : [],
  );
  const countries = labels.every(
    (label) => codeLists['countries']?.lookup(label, view.language).kind === 'exact',
  );
  const evidence = profiles.flatMap(
    (profile) => view.columns.find((each) => each.profile === profile) ?? [],
  );
  const leftOut = (
    ignore: Text,
    confidence: number,
    reason: Text,
    decide: readonly Text[] = [],
  ): readonly Column[] =>
    evidence.map((each) =>
      columnOf(
        'column',
        [each],
        reading({
          written: { ignore, screen: false },
          confidence,
          reason,
          decide,
          samples: samplesOf(each.profile, false),
        }),
      ),
    );
  if (view.nationalities && labels.length > 0 && countries)
    return leftOut(
      nationality,
      0.88,
      inFour(
        'de kop is een land, en de tabel gaat over nationaliteiten',
        'l’en-tête est un pays, et le tableau porte sur des nationalités',
        'die Überschrift ist ein Land, und die Tabelle ist eine von Staatsangehörigkeiten',
        'the heading is a country, and the table is one of nationalities',
      ),
      [
        inFour(
          'Zijn deze landen nationaliteiten van personen, en geen plaatsen?',
          'Ces pays sont-ils des nationalités de personnes, et non des lieux ?',
          'Sind diese Länder Staatsangehörigkeiten von Personen und keine Orte?',
          'Are these countries nationalities of persons, and no places?',
        ),
      ],
    );
  if (named?.ignore) return leftOut(named.ignore, 0.9, headingSays(named.says));
  const figures = writeFigures(profiles, view, measure?.set['metric']);
  const to = view.record === 'seizure' ? 'quantity' : 'value';
  const unit = measure?.set['unit'] ?? unitOf(headings, view) ?? alone;
  const set =
    view.record === 'seizure'
      ? unit
        ? { unit }
        : {}
      : {
          ...measure?.set,
          ...(unit && { unit }),
          ...exactBeside(profiles, view),
          ...roundedBy(figures.written, view),
        };
  const wrong = others.filter((heading) => expression(pattern.headers).test(heading));
  const whole = headings.every((heading) => expression(pattern.headers).test(heading));
  const headers = wrong.length > 0 || !whole ? `^(?:${choice(headings)})$` : pattern.headers;
  const time = group.cuts[0]?.time;
  const first = headings[0] ?? '';
  const asked = [
    ...(here?.decide ?? []),
    ...(time?.as === 'year' && !time.tail && headsOtherYears(first)
      ? [whichYear(first, time.text)]
      : []),
  ];
  const decide = [...asked, ...figures.decide, ...pattern.decide];
  const broken = headers !== pattern.headers;
  if (broken)
    decide.push(
      inFour(
        'Het patroon {pattern} vindt ook {headings}: welke koppen zijn bedoeld?',
        'Le motif {pattern} trouverait aussi {headings} : quels en-têtes sont visés ?',
        'Das Muster {pattern} fände auch {headings}: welche Überschriften sind gemeint?',
        'The pattern {pattern} would also find {headings}: which headings are meant?',
        { pattern: pattern.headers, headings: quotedAll(wrong, 3) },
      ),
    );
  const isNamed = Object.keys(pattern.groups).length > 0;
  const surest = group.cuts.length > 1 ? 0.97 : 0.95;
  const confidence =
    Math.round(
      surest *
        figures.factor *
        pattern.factor *
        (asked.length > 0 ? 0.7 : 1) *
        (broken || !isNamed ? 0.5 : 1) *
        100,
    ) / 100;
  if (confidence < thresholds.taken && decide.length === 0)
    decide.push(
      inFour(
        'Klopt het dat deze koppen gegevens zijn?',
        'Est-il juste que ces en-têtes soient des données ?',
        'Stimmt es, dass diese Überschriften Daten sind?',
        'Is it right that these headings are data?',
      ),
    );
  return columnOf(
    'fold',
    evidence,
    reading({
      to,
      written: {
        headers,
        groups: pattern.groups,
        value: { to, ...figures.written, ...(Object.keys(set).length > 0 && { set }) },
      },
      confidence,
      reason: clauses([
        ...pattern.said,
        inFour(
          '{cells} van de {of} {of:cel|cellen} eronder {cells:is een cijfer|zijn cijfers}',
          '{cells} {cells:cellule|cellules} sur {of} au-dessous {cells:est un chiffre|sont des chiffres}',
          '{cells} von {of} {of:Zelle|Zellen} darunter {cells:ist eine Zahl|sind Zahlen}',
          '{cells} of {of} cells below are figures',
          {
            cells: profiles.reduce((sum, { numbers }) => sum + numbers.cells, 0),
            of: profiles.reduce((sum, { said }) => sum + said, 0),
          },
        ),
      ]),
      decide,
      crosswalks: pattern.crosswalks,
      samples: profiles.slice(0, 3).flatMap((profile) => samplesOf(profile, false).slice(0, 2)),
    }),
  );
}
