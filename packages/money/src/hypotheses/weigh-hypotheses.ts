import {
  type Finding,
  InputError,
  inEach,
  inFour,
  listedTexts,
  ownValue,
  paragraph,
  quoted,
  shape,
  type Text,
  takes,
} from '@samenbeeld/schema';
import { checkSet } from './check-set.ts';
import {
  type Evidence,
  type HypothesisSet,
  hypothesisSetShape,
  type Rating,
} from './hypothesis.ts';
import {
  credibilityOf,
  type FirstPlace,
  gradedWeight,
  groupsOf,
  inconsistencies,
  type OrderChange,
  orderChanges,
  ranksOf,
} from './inconsistency.ts';

/** Evidence or a group of it, and what leaving it out makes of the first place. */
interface Left extends Pick<OrderChange, 'what' | 'first'> {
  readonly kind: 'without' | 'without_group';
}

interface HypothesesWords {
  /** Those that least speaks against; none where the evidence tells nothing. */
  readonly first: readonly string[];
  /** Evidence without which the first place is another. */
  readonly left: readonly Left[];
  /** Those that no evidence speaks for or against. */
  readonly untested: readonly string[];
  /** An explanation, a piece of evidence or a group of it, in its own words: nobody knows the codes of a file. */
  readonly nameOf: (id: string) => Text;
}

/** What somebody wrote, as a sentence quotes it: without its full stop. */
const bareQuoted = (words: Text): Text =>
  quoted(inEach((language) => words[language].replace(/\.$/, '')));

const verdict: Text = {
  nl: 'Dit is een volgorde, geen oordeel.',
  fr: 'C’est un ordre, pas un verdict.',
  de: 'Das ist eine Reihenfolge, kein Urteil.',
  en: 'This is an order, not a verdict.',
};

const nothing: Text = {
  nl: 'Het bewijs onderscheidt de verklaringen niet.',
  fr: 'Les indices ne départagent pas les explications.',
  de: 'Die Hinweise unterscheiden die Erklärungen nicht.',
  en: 'The evidence does not tell the explanations apart.',
};

const becomes: Readonly<Record<Exclude<FirstPlace, 'same'>, Text>> = {
  replaced: {
    nl: 'Zonder {pieces} staat een andere verklaring vooraan.',
    fr: 'Sans {pieces}, une autre explication vient en tête.',
    de: 'Ohne {pieces} stünde eine andere Erklärung vorn.',
    en: 'Without {pieces} another explanation comes first.',
  },
  joined: {
    nl: 'Zonder {pieces} wordt de eerste plaats met een andere verklaring gedeeld.',
    fr: 'Sans {pieces}, une autre explication partage la première place.',
    de: 'Ohne {pieces} stünde eine weitere Erklärung gleichauf vorn.',
    en: 'Without {pieces} another explanation shares first place.',
  },
  narrowed: {
    nl: 'Zonder {pieces} staan er minder verklaringen vooraan.',
    fr: 'Sans {pieces}, moins d’explications sont en tête.',
    de: 'Ohne {pieces} stünden weniger Erklärungen vorn.',
    en: 'Without {pieces} fewer explanations stand first.',
  },
  lost: {
    nl: 'Zonder {pieces} blijft er geen volgorde over.',
    fr: 'Sans {pieces}, il ne reste aucun ordre.',
    de: 'Ohne {pieces} bliebe keine Reihenfolge.',
    en: 'Without {pieces} no order is left.',
  },
};

/** Which explanation the least speaks against, on which evidence that order rests, and which are untested. */
function hypothesesSay({ first, left, untested, nameOf }: HypothesesWords): Text {
  const bare =
    untested.length === 0
      ? null
      : inFour(
          'Geen bewijs pleit voor of tegen {names}: niet getoetst.',
          'Aucun indice ne parle pour ou contre {names}\u00a0: pas de mise à l’épreuve.',
          'Für oder gegen {names} spricht kein Hinweis: ungeprüft.',
          'No evidence speaks for or against {names}: untested.',
          { names: listedTexts(untested.map(nameOf)) },
        );
  if (first.length === 0) return paragraph(nothing, bare);
  const main = inFour(
    'Tegen {names} pleit het minst.',
    'C’est contre {names} que les indices sont les plus faibles.',
    'Gegen {names} spricht am wenigsten.',
    'The least speaks against {names}.',
    { names: listedTexts(first.map(nameOf)) },
  );
  const rests = (['replaced', 'joined', 'narrowed', 'lost'] as const).map((place) =>
    withoutWords(
      left.filter((one) => one.first === place),
      place,
      nameOf,
    ),
  );
  return paragraph(main, ...rests, bare, verdict);
}

function withoutWords(
  left: readonly Left[],
  place: Exclude<FirstPlace, 'same'>,
  nameOf: HypothesesWords['nameOf'],
): Text | null {
  if (left.length === 0) return null;
  const pieces = listedTexts(
    left.map(({ what }) => nameOf(what ?? '')),
    'or',
  );
  return inEach((language) => becomes[place][language].replace('{pieces}', () => pieces[language]));
}

/** How strongly evidence speaks for one hypothesis against another. */
export interface PosteriorOdds {
  readonly hypothesis: string;
  /** The hypothesis it is compared with. */
  readonly against: string;
  readonly prior: number;
  /** Likelihood ratio of all groups together; the ends put every stated chance at the end that is worse, and better. */
  readonly ratio: { readonly low: number; readonly likely: number; readonly high: number };
  readonly odds: { readonly low: number; readonly likely: number; readonly high: number };
  /** Groups of evidence that entered, each once. */
  readonly groups: number;
}

/** Power of a likelihood ratio by the grade of its source: A1 counts whole, X or 4 not at all. */
function temperOf({ source, information }: Pick<Evidence, 'source' | 'information'>): number {
  const bySource = { A: 1, B: 0.8, C: 0.4, X: 0 }[source];
  const byInformation = { '1': 1, '2': 0.8, '3': 0.6, '4': 0 }[information];
  return bySource * byInformation;
}

/**
 * Posterior odds of each hypothesis against the denial of the proposition: prior odds times the product of likelihood ratios,
 * each to a power at or below 1 by the grade of its source. Pieces of one dependence group count once, at the mean of their
 * logarithms. Only evidence whose chance was stated for both hypotheses enters.
 *
 * @throws InputError for a prior that is not above zero, or of a hypothesis that is not in the set
 */
function posteriorOdds(
  set: HypothesisSet,
  priors: Readonly<Record<string, number>> = {},
): readonly PosteriorOdds[] {
  const denial = set.hypotheses.find(({ role }) => role === 'not');
  if (!denial) return [];
  checkPriors(set, priors);
  return set.hypotheses
    .filter(({ id }) => id !== denial.id)
    .map(({ id }) => {
      const groups = groupsOf(
        set.evidence.filter(({ chances }) => ownValue(chances, id) && ownValue(chances, denial.id)),
      );
      const log = (end: 'low' | 'likely' | 'high'): number =>
        groups.reduce((sum, pieces) => sum + meanLog(pieces, id, denial.id, end), 0);
      const prior = ownValue(priors, id) ?? 1;
      const ratio = {
        low: Math.exp(log('low')),
        likely: Math.exp(log('likely')),
        high: Math.exp(log('high')),
      };
      return {
        hypothesis: id,
        against: denial.id,
        prior,
        ratio,
        odds: { low: prior * ratio.low, likely: prior * ratio.likely, high: prior * ratio.high },
        groups: groups.length,
      };
    });
}

function checkPriors(
  { hypotheses }: HypothesisSet,
  priors: Readonly<Record<string, number>>,
): void {
  const known = hypotheses.map(({ id }) => id);
  for (const [id, prior] of Object.entries(priors)) {
    if (!known.includes(id))
      throw new InputError(
        inFour(
          'er zijn voorafkansen gegeven voor {id}, dat niet in de reeks zit',
          'une cote a priori est donnée pour {id}, qui n’est pas dans l’ensemble',
          'A-priori-Chancen sind für {id} angegeben, das nicht dazugehört',
          'prior odds are stated for {id}, which is not in the set',
          { id },
        ),
        inFour(
          'geef ze voor {known}',
          'donnez-les pour {known}',
          'sie für {known} angeben',
          'state them for {known}',
          { known: known.join(', ') },
        ),
      );
    if (!(prior > 0 && Number.isFinite(prior)))
      throw new InputError(
        inFour(
          'verwacht: voorafkansen van {id} boven nul; gevonden: {prior}',
          'attendu : une cote a priori de {id} supérieure à zéro ; trouvé : {prior}',
          'erwartet: A-priori-Chancen von {id} über null; gefunden: {prior}',
          'expected prior odds of {id} above zero, found {prior}',
          { id, prior: String(prior) },
        ),
        inFour(
          '1 waar vooraf niets bekend is, 0.5 voor half zo waarschijnlijk als de ontkenning',
          '1 là où rien n’est connu d’avance, 0.5 pour moitié moins probable que la négation',
          '1, wo vorab nichts bekannt ist, 0.5 für halb so wahrscheinlich wie die Verneinung',
          '1 where nothing is known beforehand, 0.5 for half as likely as the denial',
        ),
      );
  }
}

const opposite = { low: 'high', likely: 'likely', high: 'low' } as const;

function meanLog(
  pieces: readonly Evidence[],
  id: string,
  denial: string,
  end: 'low' | 'likely' | 'high',
): number {
  const logs = pieces.map((piece) => {
    const one = ownValue(piece.chances, id)?.[end] ?? 1;
    const other = ownValue(piece.chances, denial)?.[opposite[end]] ?? 1;
    return temperOf(piece) * Math.log(one / other);
  });
  return logs.reduce((sum, value) => sum + value, 0) / logs.length;
}

const scale: Readonly<Record<Rating, number>> = { CC: 2, C: 1, N: 0, NA: 0, I: -1, II: -2 };

/**
 * How well a piece of evidence tells the hypotheses apart: the standard deviation of its ratings, 0 where it agrees with all
 * alike (Heuer 1999, chapter 8). What does not apply counts as neither, as it does in the order. 0 to 2.
 */
function diagnosticityOf({ ratings }: Evidence): number {
  const values = Object.values(ratings).map((rating) => scale[rating]);
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

export interface WeighOptions {
  /** Prior odds of a hypothesis against the denial, by id; 1 where none is stated. */
  readonly priors?: Readonly<Record<string, number>>;
}

/** One hypothesis in the order of least inconsistency. */
export interface WeighedHypothesis {
  readonly id: string;
  readonly rank: number;
  /** Weighted sum of what speaks against it. */
  readonly inconsistency: number;
  /** Pieces of evidence that speak for or against it; at 0 it is untested. */
  readonly bearing: number;
}

/** One piece of evidence with what it is worth. */
export interface WeighedEvidence {
  readonly id: string;
  readonly weight: number;
  readonly credibility: 'low' | 'medium' | 'high';
  /** 0 where it agrees with all hypotheses alike: it tells nothing. What does not apply counts as neither. */
  readonly diagnosticity: number;
}

/** A finding about rival explanations: an order of least inconsistency, never a verdict. */
export interface WeighedHypotheses extends Finding {
  readonly order: readonly WeighedHypothesis[];
  readonly evidence: readonly WeighedEvidence[];
  readonly odds: readonly PosteriorOdds[];
  /** Other assumptions and what they make of the order; the greatest change first. */
  readonly changes: readonly OrderChange[];
}

const silent: ReadonlySet<Rating> = new Set(['N', 'NA']);

/**
 * Weighs rival explanations of one question against graded evidence (analysis of competing hypotheses).
 *
 * For channels by which proceeds may move. Each set holds the proposition, its denial and the reporting artefact, each with
 * what would refute it and when that is looked at; each piece of evidence is tied to a figure, a query or a cell and graded.
 * Hypotheses are ordered by the weighted sum of what speaks against them, `IS(H) = Σ w(e) {I: 1, II: 2}`, w = credibility
 * times relevance (each 0.707, 1 or 1.414); pieces of one group count once, at their mean. A hypothesis that no piece speaks
 * for or against is untested, and the sentence says so. It is an order, not a verdict: experiments do not show that the method
 * improves judgement (Karvetski and Mandel 2020), so likelihood ratios stand beside it, and what would change the order is
 * listed: each piece or group left out, all alike, each source of low credibility, each rating moved by one step. Heuer 1999,
 * chapter 8.
 *
 * @throws InputError for a set without rivals, a hypothesis that nothing would refute, evidence tied to no data, priors not
 * above zero
 * @example
 * ```ts
 * import { weighHypotheses } from '@samenbeeld/money';
 * const same = (t) => ({ nl: t, fr: t, de: t, en: t });
 * const hypothesis = (id, role) => ({ id, role, proposition: same(id), refutedBy: same('x'), reviewOn: '2027-01-01' });
 * const hypotheses = [hypothesis('H', 'true'), hypothesis('not H', 'not'), hypothesis('A', 'artefact')];
 * const from = { kind: 'figure', picture: 'p', key: 'k' };
 * const grade = { source: 'A', information: '1', relevance: 'medium' };
 * const evidence = [{ id: 'E1', says: same('e'), from, ...grade, ratings: { H: 'C', 'not H': 'II', A: 'I' } }];
 * const { order } = weighHypotheses({ id: 's', question: same('q'), hypotheses, evidence });
 * order.map(({ id, rank }) => `${rank} ${id}`) // => ['1 H', '2 A', '3 not H']
 * ```
 */
export function weighHypotheses(set: HypothesisSet, options: WeighOptions = {}): WeighedHypotheses {
  takes('weighHypotheses', ['set', set, hypothesisSetShape], ['options', options, shape.options]);

  checkSet(set);
  const { hypotheses, evidence } = set;
  const scores = inconsistencies(hypotheses, evidence, gradedWeight);
  const ranks = ranksOf(scores);
  const order = hypotheses
    .map(({ id }, at) => ({
      id,
      rank: ranks[at] as number,
      inconsistency: scores[at] as number,
      bearing: evidence.filter(({ ratings }) => !silent.has(ownValue(ratings, id) ?? 'NA')).length,
    }))
    .toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  const changes = orderChanges(hypotheses, evidence);
  const weighed = evidence.map((piece) => ({
    id: piece.id,
    weight: gradedWeight(piece),
    credibility: credibilityOf(piece),
    diagnosticity: diagnosticityOf(piece),
  }));
  const useful = weighed.filter(({ diagnosticity }) => diagnosticity > 0).length;
  const first = order.filter(({ rank }) => rank === 1);
  const isOrdered = first.length < hypotheses.length;
  const untested = order.filter(({ bearing }) => bearing === 0).map(({ id }) => id);
  const left = changes.filter(
    (change): change is OrderChange & Left =>
      (change.kind === 'without' || change.kind === 'without_group') && change.first !== 'same',
  );
  const nameOf = (id: string): Text => {
    const words =
      hypotheses.find((hypothesis) => hypothesis.id === id)?.proposition ??
      evidence.find((piece) => piece.id === id)?.says;
    if (words) return bareQuoted(words);
    const pieces = evidence.filter(({ group }) => group === id);
    const said = listedTexts(pieces.map(({ says }) => bareQuoted(says)));
    return inFour('{said} samen', '{said} ensemble', '{said} zusammen', '{said} together', {
      said,
    });
  };
  return {
    kind: 'hypotheses',
    subject: set.id,
    estimate: null,
    unit: null,
    interval: null,
    n: evidence.length,
    p: null,
    method: 'Analysis of competing hypotheses, order of least inconsistency',
    definition:
      'sum of weight times 1 for inconsistent and 2 for very inconsistent evidence; weight = credibility x relevance (Heuer 1999)',
    assumptions: [
      inFour(
        'de hypothesen sluiten elkaar uit en laten geen verklaring weg',
        'les hypothèses s’excluent et n’omettent aucune explication',
        'die Hypothesen schließen einander aus und lassen keine Erklärung weg',
        'the hypotheses exclude each other and leave no explanation out',
      ),
      inFour(
        'de beoordelingen zijn het oordeel van een mens',
        'les évaluations sont le jugement d’une personne',
        'die Bewertungen sind das Urteil eines Menschen',
        'ratings are a person’s judgement',
      ),
    ],
    warnings: [
      inFour(
        'een volgorde, geen oordeel: uit experimenten blijkt niet dat de methode het oordeel verbetert (Karvetski en Mandel 2020)',
        'un ordre, pas un verdict\u00a0: les expériences ne montrent pas que la méthode améliore le jugement (Karvetski et Mandel 2020)',
        'eine Reihenfolge, kein Urteil: Versuche zeigen nicht, dass das Verfahren das Urteil verbessert (Karvetski und Mandel 2020)',
        'an order, not a verdict: experiments do not show that the method improves judgement (Karvetski and Mandel 2020)',
      ),
      ...weighed
        .filter(({ diagnosticity }) => diagnosticity === 0)
        .map(({ id }) =>
          inFour(
            '{id} past bij alle hypothesen evengoed en zegt niets',
            '{id} s’accorde également avec toutes les hypothèses et n’apprend rien',
            '{id} passt zu allen Hypothesen gleich gut und sagt nichts',
            '{id} agrees with all hypotheses alike and tells nothing',
            { id },
          ),
        ),
    ],
    confidence: 'low',
    details: {
      first: isOrdered ? first.map(({ id }) => id).join(' ') : null,
      restsOn: left.map(({ what }) => what).join(' '),
      untested: untested.join(' '),
      useful,
    },
    says: hypothesesSay({
      first: isOrdered ? first.map(({ id }) => id) : [],
      left,
      untested,
      nameOf,
    }),
    order,
    evidence: weighed,
    odds: posteriorOdds(set, options.priors),
    changes,
  };
}
