import type { Claim } from '@samenbeeld/merge';
import type { Block, Figure, FindingBlock, TableBlock } from '@samenbeeld/page';
import {
  addDays,
  type Break,
  inEach,
  joinWith,
  metrics,
  type Observation,
  offences,
  semicolon,
  substances,
  type Text,
  units,
} from '@samenbeeld/schema';
import { type Analysis, claimsAmong } from '../analysis.ts';
import { rowsAsked } from '../asked-rows.ts';
import { wordedMillions } from '../money/worded-millions.ts';
import type { QuestionWords } from '../questions.ts';
import { claimText, publisherText } from '../sources/claim-text.ts';
import {
  coloned,
  column,
  dated,
  joined,
  labelled,
  none,
  numeral,
  patterned,
  placeText,
  plain,
  text,
  unitText,
  worded,
} from '../text.ts';
import { evidenceOf } from '../why/evidence.ts';
import { standing } from './standing-claims.ts';

/** Claims of the same days under one rule; several contradict each other. */
interface Counting {
  readonly start: string;
  readonly end: string;
  readonly claims: readonly Claim[];
}

/** What is counted in one way: by the same services, of the same thing, in the same unit, under one definition. */
interface CountingRule {
  readonly place: string;
  readonly label: Text;
  /** The newest first. */
  readonly countings: readonly Counting[];
  /** Declared breaks of this series. */
  readonly breaks: readonly Break[];
}

/** Whether a figure may be set against the one before it, and what that says. */
interface Comparison {
  readonly kind: 'higher' | 'lower' | 'unsaid';
  readonly says: Text;
  /** Why nothing is said. */
  readonly why: Text;
}

/** Whether two periods are the same part of their years. */
const isSamePart = (a: Counting, b: Counting): boolean =>
  a.start.slice(5) === b.start.slice(5) && a.end.slice(5) === b.end.slice(5);

const lowest = ({ claims }: Counting): number =>
  Math.min(...claims.map(({ interval }) => interval.low));
const highest = ({ claims }: Counting): number =>
  Math.max(...claims.map(({ interval }) => interval.high ?? Number.POSITIVE_INFINITY));

const inMillions: Text = text(
  'miljoen euro',
  'millions d’euros',
  'Millionen Euro',
  'million euros',
);

/** The figures of some days, with their unit where the rule does not say what one is. */
function shownValues({ claims }: Counting): Text {
  const unit = claims[0]?.unit ?? '';
  const isMoney = unit === 'EUR' && claims.every(({ value }) => value >= 1e6);
  const values = joined(
    [...new Map(claims.map((one) => [`${one.value} ${one.wording}`, one])).values()].map((one) =>
      isMoney ? wordedMillions(one.value, one.wording) : worded(one.value, one.wording),
    ),
    ' / ',
  );
  if (units.has(unit) && units.get(unit).dimension === 'count') return values;
  return joined([values, isMoney ? inMillions : unitText(unit)], '\u00a0');
}

const spanOf = ({ start, end }: Counting): Text => dated(`${start}/${end}`);

/** A figure against the one before it: only of periods that follow each other, as long, and under one rule. */
function compared(later: Counting, before: Counting, breaks: readonly Break[]): Comparison {
  const refused = (why: Text): Comparison => ({
    ...{ kind: 'unsaid', why },
    says: text(
      'niet vergeleken met {period}: {why}',
      'non comparé à {period} : {why}',
      'nicht mit {period} verglichen: {why}',
      'not compared with {period}: {why}',
      { period: spanOf(before), why },
    ),
  });
  const crossed = breaks.find(({ on }) => before.start < on && on <= later.end);
  if (crossed)
    return refused(
      text('breuk: {note}', 'rupture : {note}', 'Bruch: {note}', 'break: {note}', {
        note: crossed.note,
      }),
    );
  if (!isSamePart(before, later))
    return refused(
      text(
        'niet hetzelfde deel van het jaar',
        'pas la même partie de l’année',
        'nicht derselbe Teil des Jahres',
        'not the same part of the year',
      ),
    );
  const yearOf = ({ start }: Counting): number => Number(start.slice(0, 4));
  if (addDays(before.end, 1) !== later.start && yearOf(before) + 1 !== yearOf(later))
    return refused(
      text(
        'van daartussen is niets bekend',
        'on ne sait rien de l’intervalle',
        'dazwischen ist nichts bekannt',
        'nothing is known of the time between',
      ),
    );
  const words = { value: shownValues(before), period: spanOf(before) };
  if (lowest(later) > highest(before))
    return {
      ...{ kind: 'higher', why: none },
      says: text(
        'hoger dan {value} ({period})',
        'supérieur à {value} ({period})',
        'höher als {value} ({period})',
        'higher than {value} ({period})',
        words,
      ),
    };
  if (highest(later) < lowest(before))
    return {
      ...{ kind: 'lower', why: none },
      says: text(
        'lager dan {value} ({period})',
        'inférieur à {value} ({period})',
        'niedriger als {value} ({period})',
        'lower than {value} ({period})',
        words,
      ),
    };
  return refused(
    text(
      'woorden of afronding laten open wat hoger is',
      'les termes ou l’arrondi laissent ouvert lequel est le plus haut',
      'Worte oder Rundung lassen offen, was höher ist',
      'words or rounding leave open which is higher',
    ),
  );
}

/** Rows are of one rule where nothing that decides a count differs. */
const ruleKey = (row: Observation): string =>
  JSON.stringify([
    ...[row.place, row.source, row.definition, row.metric, row.stat, row.unit, row.countUnit],
    ...[row.agencies, row.basis, row.substance, row.offence, row.nationalCode, row.level],
    ...[row.placeNote, row.extent],
  ]);

const isOf = ({ series }: Break, row: Observation): boolean =>
  (['place', 'metric', 'basis', 'substance', 'offence'] as const).every(
    (key) => series[key] === undefined || series[key] === row[key],
  );

function ruleOf(rows: readonly Observation[], { gathered }: Analysis): CountingRule {
  const [first] = rows as readonly [Observation, ...Observation[]];
  const source = gathered.sources.find(({ id }) => id === first.source);
  const definitions = source?.definitions ?? [];
  const own = definitions.find(({ id }) => id === first.definition);
  // Shares and means are claims as well; nothing is added here.
  const claims = claimsAmong(
    gathered,
    rows.map((row): Observation => ({ ...row, stat: 'count' })),
    first,
  ).filter(({ substance }) => substance === (first.substance ?? ''));
  const spans = [...new Set(claims.map((one) => `${one.periodEnd}/${one.periodStart}`))];
  const rule = own?.countingRule ?? labelled(metrics, first.metric);
  // What counts as one stands first; what else a source says of its rule stands with the sources.
  const what = inEach((language) => rule[language].replace(/\. .*|\.$/su, ''));
  return {
    place: first.place,
    label: joined(
      [
        ...(first.substance === null ? [] : [labelled(substances, first.substance)]),
        ...(first.offence === null ? [] : [labelled(offences, first.offence)]),
        what,
      ],
      ', ',
    ),
    countings: spans
      .sort()
      .toReversed()
      .map((span) => {
        const [end = '', start = ''] = span.split('/');
        const same = claims.filter((one) => one.periodStart === start && one.periodEnd === end);
        return { start, end, claims: standing(same) };
      }),
    breaks: (source?.breaks ?? []).filter(
      (one) => one.severity === 'block_trend' && isOf(one, first),
    ),
  };
}

/** The counting rules of a picture, as far as they are asked; those counted last first. */
function rulesOf(analysis: Analysis, words: QuestionWords): readonly CountingRule[] {
  // A source that says one rule for all its figures does not tell its counts apart.
  const telling = new Set(
    analysis.gathered.sources.flatMap(({ id, definitions }) =>
      definitions.length > 1 ? [id] : [],
    ),
  );
  const groups = new Map<string, Observation[]>();
  for (const row of rowsAsked(analysis, words)) {
    // What is measured, such as a price or a level, is no count.
    const isCount = row.stat === 'count' || row.stat === 'sum' || row.stat === 'share';
    if (isCount && telling.has(row.source))
      groups.set(ruleKey(row), [...(groups.get(ruleKey(row)) ?? []), row]);
  }
  const newest = ({ countings }: CountingRule): string => countings[0]?.end ?? '';
  return [...groups.values()]
    .map((rows) => ruleOf(rows, analysis))
    .sort((a, b) => (newest(a) > newest(b) ? -1 : newest(a) < newest(b) ? 1 : 0));
}

const placesOf = (rules: readonly CountingRule[]): readonly string[] =>
  [...new Set(rules.map(({ place }) => place))].sort();

/** Comparisons that one sentence names. */
const mostNamed = 5;

const onePeriod: Text = text(
  'maar één periode gepubliceerd',
  'une seule période publiée',
  'nur ein Zeitraum veröffentlicht',
  'only one period published',
);

const noLine: Text = text(
  'Elke telregel staat op zichzelf: cijfers van twee regels vormen geen reeks, en over een breuk of een gat in de jaren loopt geen lijn. Een cijfer is wat zo is geteld, niet wat er gebeurt: meldingen zijn geen misdrijven, en hoger kan ook betekenen dat meer is gemeld of gezocht.',
  'Chaque règle de comptage vaut pour elle-même : les chiffres de deux règles ne forment pas une série, et aucune ligne ne franchit une rupture ou une lacune. Un chiffre est ce qui a été compté ainsi, non ce qui se passe : des signalements ne sont pas des infractions, et davantage peut aussi vouloir dire que l’on a plus signalé ou plus cherché.',
  'Jede Zählregel steht für sich: Zahlen zweier Regeln bilden keine Reihe, und über einen Bruch oder eine Lücke in den Jahren läuft keine Linie. Eine Zahl ist, was so gezählt wurde, nicht was geschieht: Meldungen sind keine Straftaten, und höher kann auch heißen, dass mehr gemeldet oder gesucht wurde.',
  'Each counting rule stands by itself: figures of two rules are no series, and no line crosses a break or a gap between years. A figure is what was counted in that way, not what happens: reports are no offences, and higher may also mean that more was reported or searched.',
);

function ruleRows(rule: CountingRule): TableBlock['rows'] {
  return rule.countings.map((counting, at): readonly Figure[] => {
    const { claims } = counting;
    const [first] = claims as readonly [Claim, ...Claim[]];
    const before = rule.countings[at + 1];
    const [page] = [...new Set(claims.map(({ publication }) => publication))];
    return [
      { shown: rule.label },
      { shown: spanOf(counting) },
      {
        shown: shownValues(counting),
        value: claims.length === 1 ? first.value : null,
        why: {
          key: `rule ${first.id}`,
          title: claimText(first),
          says: [],
          evidence: claims.flatMap((one) =>
            evidenceOf(one, claims.length === 1 ? 'governing' : 'rival'),
          ),
        },
      },
      { shown: before ? compared(counting, before, rule.breaks).says : none },
      {
        shown: publisherText(first),
        ...(page?.startsWith('http') ? { url: page } : {}),
      },
    ];
  });
}

/** Figures of a picture, each under its own counting rule, with what may be said of one against the one before it. */
export function countingRuleBlocks(analysis: Analysis, words: QuestionWords): readonly Block[] {
  const rules = rulesOf(analysis, words);
  if (rules.length === 0)
    return [
      {
        kind: 'paragraph',
        text: text(
          'Hiervan bevat dit beeld geen cijfer met een eigen telregel. Dat is niet nul: het is niet bekend.',
          'Ce tableau n’en contient aucun chiffre qui ait sa propre règle de comptage. Ce n’est pas zéro : c’est inconnu.',
          'Davon enthält dieses Lagebild keine Zahl mit eigener Zählregel. Das ist nicht null: Es ist nicht bekannt.',
          'Of this the picture holds no figure with a counting rule of its own. That is not zero: it is not known.',
        ),
      },
    ];
  return [
    ...placesOf(rules).map(
      (place): TableBlock => ({
        kind: 'table',
        caption: text(
          '{place}: elk cijfer onder zijn telregel',
          '{place} : chaque chiffre sous sa règle de comptage',
          '{place}: jede Zahl unter ihrer Zählregel',
          '{place}: each figure under its counting rule',
          { place: placeText(place) },
        ),
        columns: [
          column(
            'words',
            'wat is geteld',
            'ce qui est compté',
            'was gezählt ist',
            'what was counted',
          ),
          column('label', 'periode', 'période', 'Zeitraum', 'period'),
          column('number', 'cijfer', 'chiffre', 'Zahl', 'figure'),
          column(
            'words',
            'tegen het cijfer ervoor',
            'par rapport au précédent',
            'gegenüber der Zahl davor',
            'against the figure before it',
          ),
          column('words', 'wie telde', 'qui a compté', 'wer zählte', 'who counted'),
        ],
        rows: rules.filter((rule) => rule.place === place).flatMap(ruleRows),
      }),
    ),
    { kind: 'paragraph', text: noLine },
  ];
}

/** Under how many rules the newest figure may be set against the one before it, and why not under the others. */
export function countingRuleFindings(
  analysis: Analysis,
  words: QuestionWords,
): readonly FindingBlock[] {
  const rules = rulesOf(analysis, words);
  if (rules.length === 0) return [];
  const told = rules.map((rule) => {
    const [newest, before] = rule.countings as readonly [Counting, Counting?];
    return { rule, newest, comparison: before ? compared(newest, before, rule.breaks) : null };
  });
  const said = told.flatMap(({ rule, newest, comparison }) =>
    comparison === null || comparison.kind === 'unsaid'
      ? []
      : [
          patterned('{place}, {label}: {value} ({period}), {says}', {
            ...{ place: placeText(rule.place), label: rule.label },
            ...{ value: shownValues(newest), period: spanOf(newest), says: comparison.says },
          }),
        ],
  );
  const why = told.flatMap(({ comparison }) =>
    comparison === null ? [onePeriod] : comparison.kind === 'unsaid' ? [comparison.why] : [],
  );
  const reasons = [...new Map(why.map((one) => [one.en, one])).values()].map((reason) =>
    patterned('{reason} ({n})', {
      reason,
      n: numeral(why.filter(({ en }) => en === reason.en).length),
    }),
  );
  const line = (head: Text, parts: readonly Text[]): readonly Text[] =>
    parts.length === 0 ? [] : [joined([coloned(head, joinWith(parts, semicolon)), plain('.')], '')];
  return [
    {
      kind: 'finding',
      title: text(
        'Nieuwste cijfer met het vorige te vergelijken: bij {k} van {n} telregels',
        'Dernier chiffre comparable au précédent : {k} des {n} règles de comptage',
        'Neueste Zahl mit der vorigen vergleichbar: bei {k} von {n} Zählregeln',
        'Newest figure can be set against the one before: {k} of {n} counting rules',
        { n: numeral(rules.length), k: numeral(said.length) },
      ),
      text: joined(
        [
          ...line(text('Te vergelijken', 'Comparable', 'Vergleichbar', 'Comparable'), [
            ...said.slice(0, mostNamed),
            ...(said.length > mostNamed
              ? [
                  text('en nog {n}', 'et {n} autres', 'und {n} weitere', 'and {n} more', {
                    n: numeral(said.length - mostNamed),
                  }),
                ]
              : []),
          ]),
          ...line(
            text(
              'Niet te vergelijken, en waarom',
              'Non comparable, et pourquoi',
              'Nicht vergleichbar, und warum',
              'Not comparable, and why',
            ),
            reasons,
          ),
        ],
        ' ',
      ),
      confidence: said.length > 0 ? 'medium' : 'low',
      basis: noLine,
    },
  ];
}
