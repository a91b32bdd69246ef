import type { Block, Figure, TableBlock } from '@samenbeeld/page';
import {
  agencies,
  countries as countryList,
  figure,
  fromTo,
  inEach,
  listedTexts,
  RefusalError,
  type Text,
} from '@samenbeeld/schema';
import { type RankedPhenomena, type RankedPhenomenon, rankPhenomena } from '@samenbeeld/trends';
import type { Analysis } from '../analysis.ts';
import { listBlock, paragraphBlock } from '../money/blocks.ts';
import {
  capitalised,
  coloned,
  column,
  dated,
  joined,
  labelled,
  none,
  numeral,
  plain,
  text,
} from '../text.ts';
import type { Judgement, PriorityJudgements } from './priority-judgements.ts';

const countryText = (code: string): Text => labelled(countryList, code);

/** A judge who judged every phenomenon by every criterion. */
interface WholeJudgement extends Omit<Judgement, 'scores'> {
  readonly scores: readonly (readonly number[])[];
}

const isWhole = (judgement: Judgement): judgement is WholeJudgement =>
  judgement.scores.every((row) => row.every((score) => score !== null));

/** A round as it is weighed: who judged all of it, who did not, and the order that follows; null where nobody did. */
interface WeighedRound {
  readonly on: string;
  readonly counted: readonly WholeJudgement[];
  readonly left: readonly Judgement[];
  readonly countries: readonly string[];
  readonly ranked: RankedPhenomena | null;
}

function rankOf(
  { criteria, phenomena, concentration }: PriorityJudgements,
  judgements: readonly WholeJudgement[],
  countries: readonly string[],
  seed: number,
): RankedPhenomena | null {
  if (countries.length === 0) return null;
  return rankPhenomena(
    criteria.map(({ weight }) => weight),
    countries.map((country) => ({
      country,
      judges: judgements.filter((one) => one.country === country).map(({ scores }) => ({ scores })),
    })),
    { seed, concentration, names: phenomena.map((one) => one.text) },
  );
}

function weigh(held: PriorityJudgements, seed: number): readonly WeighedRound[] {
  return held.rounds.map(({ on, judgements }) => {
    const counted = judgements.filter(isWhole);
    const countries = [...new Set(counted.map(({ country }) => country))].sort();
    return {
      ...{ on, counted, countries },
      left: judgements.filter((one) => !isWhole(one)),
      ranked: rankOf(held, counted, countries, seed),
    };
  });
}

const number = (value: number): Figure => ({
  shown: inEach((language) => figure(Number(value.toFixed(2)), language)),
  value,
});

/** A part of one in whole percent; below one percent with the digits that are not zero. */
function percent(share: number): Figure {
  const parts = share * 100;
  const rounded = parts < 1 ? Number(parts.toPrecision(1)) : Math.round(parts);
  return {
    shown: inEach((language) => {
      const shown = figure(rounded, language);
      return language === 'nl' || language === 'en' ? `${shown}%` : `${shown}\u00a0%`;
    }),
    value: share,
  };
}

const ranks = ({ lowRank, highRank }: RankedPhenomenon): Text =>
  lowRank === highRank
    ? plain(lowRank)
    : inEach((language) => fromTo(String(lowRank), String(highRank), language));

/** The caption of a table; what is invented says so in each. */
function captioned({ exercise, text: name }: PriorityJudgements, rest: Text): Text {
  const whole = coloned(name, rest);
  return exercise
    ? text('OEFENING, {w}', 'EXERCICE, {w}', 'ÜBUNG, {w}', 'EXERCISE, {w}', { w: whole })
    : capitalised(whole);
}

const phenomenonLabel = text('fenomeen', 'phénomène', 'Phänomen', 'phenomenon');

function orderTable(held: PriorityJudgements, { order }: RankedPhenomena): TableBlock {
  return {
    kind: 'table',
    caption: captioned(held, text('de volgorde', 'l’ordre', 'die Reihenfolge', 'the order')),
    columns: [
      column('number', 'plaats', 'rang', 'Rang', 'rank'),
      { label: phenomenonLabel, kind: 'label' },
      column('number', 'score', 'score', 'Wert', 'score'),
      column('number', 'plaats in 90%', 'rang dans 90 %', 'Rang in 90 %', 'rank in 90%'),
      ...order.map((_, at) => ({
        label: plain(at + 1),
        group: text(
          'deel van de trekkingen op plaats',
          'part des tirages au rang',
          'Anteil der Ziehungen auf Rang',
          'part of the draws at rank',
        ),
        kind: 'number' as const,
      })),
    ],
    rows: order.map((one): readonly Figure[] => [
      {
        shown: one.tied
          ? text('{n}, gelijk', '{n}, ex æquo', '{n}, gleich', '{n}, tied', { n: one.rank })
          : plain(one.rank),
        value: one.rank,
      },
      { shown: held.phenomena[one.at]?.text ?? none },
      number(one.score),
      { shown: ranks(one) },
      ...one.acceptability.map(percent),
    ]),
    notes: [
      text(
        'Elk land heeft één stem, hoeveel rollen er ook oordeelden. Getrokken zijn de gewichten (rond de opgegeven) en per land één rol; hoe de plaatsen dan vallen, staat rechts (SMAA-2, Lahdelma en Salminen 2001).',
        'Chaque pays a une voix, quel que soit le nombre de rôles. On a tiré les poids (autour de ceux indiqués) et un rôle par pays ; la répartition des rangs est à droite (SMAA-2, Lahdelma et Salminen 2001).',
        'Jedes Land hat eine Stimme, wie viele Rollen auch urteilten. Gezogen sind die Gewichte (um die angegebenen) und je Land eine Rolle; wie die Ränge dann fallen, steht rechts (SMAA-2, Lahdelma und Salminen 2001).',
        'Each country has one vote, however many roles judged. Drawn are the weights (around the stated ones) and one role a country; how ranks fall then stands on the right (SMAA-2, Lahdelma and Salminen 2001).',
      ),
    ],
  };
}

function criteriaTable(held: PriorityJudgements, { weights }: RankedPhenomena): TableBlock {
  return {
    kind: 'table',
    caption: captioned(
      held,
      text(
        'criteria en gewichten',
        'critères et poids',
        'Kriterien und Gewichte',
        'criteria and weights',
      ),
    ),
    columns: [
      column('label', 'criterium', 'critère', 'Kriterium', 'criterion'),
      column('number', 'gewicht', 'poids', 'Gewicht', 'weight'),
    ],
    rows: held.criteria.map(({ text: shown }, at) => [{ shown }, percent(weights[at] ?? 0)]),
    notes: [
      text(
        'Gescoord van {low} tot {high}: {says}.',
        'Scores de {low} à {high} : {says}.',
        'Bewertet von {low} bis {high}: {says}.',
        'Scored from {low} to {high}: {says}.',
        {
          low: numeral(held.scale.low),
          high: numeral(held.scale.high),
          says: held.scale.text,
        },
      ),
    ],
  };
}

/** What would change the order: one sentence for each pair of neighbours. */
function swapTexts(held: PriorityJudgements, { swaps, order }: RankedPhenomena): readonly Text[] {
  const name = (at: number): Text => held.phenomena[at]?.text ?? none;
  const scoreAt = new Map(order.map(({ at, score }) => [at, score]));
  return swaps.map(({ above, below, change }) => {
    const words = { above: name(above), below: name(below) };
    if (Math.abs((scoreAt.get(above) ?? 0) - (scoreAt.get(below) ?? 0)) < 1e-9)
      return text(
        '{above} en {below}: gelijk.',
        '{above} et {below} : ex æquo.',
        '{above} und {below}: gleich.',
        '{above} and {below}: tied.',
        words,
      );
    if (change === null)
      return text(
        '{above} boven {below}: geen ander gewicht van één criterium keert dat om.',
        '{above} devant {below} : aucun autre poids d’un seul critère ne l’inverse.',
        '{above} vor {below}: Kein anderes Gewicht eines einzigen Kriteriums kehrt das um.',
        '{above} above {below}: no other weight of a single criterion turns that round.',
        words,
      );
    return text(
      '{above} boven {below}: gelijk als “{criterion}” van {from} naar {to} gaat, daar voorbij omgekeerd.',
      '{above} devant {below} : ex æquo si « {criterion} » passe de {from} à {to}, inversé au-delà.',
      '{above} vor {below}: gleich, wenn „{criterion}“ von {from} auf {to} geht, jenseits davon umgekehrt.',
      '{above} above {below}: tied if “{criterion}” goes from {from} to {to}, turned round beyond.',
      {
        ...words,
        criterion: held.criteria[change.criterion]?.text ?? none,
        from: percent(change.from).shown,
        to: percent(change.to).shown,
      },
    );
  });
}

const roundLabel = text('ronde', 'tour', 'Runde', 'round');

function roundTable(held: PriorityJudgements, rounds: readonly WeighedRound[]): TableBlock {
  return {
    kind: 'table',
    caption: captioned(held, text('de rondes', 'les tours', 'die Runden', 'the rounds')),
    columns: [
      { label: roundLabel, kind: 'label' },
      column('words', 'op', 'le', 'am', 'on'),
      column('words', 'landen', 'pays', 'Länder', 'countries'),
      column('number', 'rollen', 'rôles', 'Rollen', 'roles'),
      column(
        'number',
        'afstand tussen landen',
        'écart entre pays',
        'Abstand der Länder',
        'distance between countries',
      ),
      column('number', 'overeenstemming W', 'concordance W', 'Übereinstimmung W', 'agreement W'),
    ],
    rows: rounds.map(({ on, countries, counted, ranked }, at): readonly Figure[] => [
      { shown: plain(at + 1) },
      { shown: dated(on) },
      { shown: countries.length === 0 ? none : joined(countries.map(countryText), ', ') },
      { shown: numeral(counted.length), value: counted.length },
      ranked && countries.length > 1 ? number(ranked.spread) : { shown: none },
      ranked?.agreement === null || ranked === null ? { shown: none } : number(ranked.agreement),
    ]),
    notes: [
      text(
        'Afstand: hoe ver de landen gemiddeld uiteen liggen op één score. W van Kendall: 1 is dezelfde volgorde in elk land, 0 is geen.',
        'Écart : la distance moyenne entre les pays sur une score. W de Kendall : 1 est le même ordre dans chaque pays, 0 aucun.',
        'Abstand: wie weit die Länder bei einem Wert im Mittel auseinanderliegen. Kendalls W: 1 ist dieselbe Reihenfolge in jedem Land, 0 keine.',
        'Distance: how far apart the countries are on a score on average. Kendall’s W: 1 is the same order in each country, 0 none.',
      ),
    ],
  };
}

/** Whether countries that judged in the first and the last round came closer. */
function roundsText(
  held: PriorityJudgements,
  rounds: readonly WeighedRound[],
  seed: number,
): Text | null {
  const [first] = rounds;
  const last = rounds.at(-1);
  if (!first || !last || first === last) return null;
  const both = first.countries.filter((country) => last.countries.includes(country));
  if (both.length < 2) return null;
  const spreadOf = ({ counted }: WeighedRound): number =>
    rankOf(held, counted, both, seed)?.spread ?? 0;
  const [before, after] = [spreadOf(first), spreadOf(last)];
  const words = {
    before: number(before).shown,
    after: number(after).shown,
    countries: listedTexts(both.map(countryText)),
  };
  if (after < before)
    return text(
      'Tussen de eerste en de laatste ronde kwamen {countries} dichter bij elkaar: gemiddeld {before} uiteen werd {after}. Dichter bij elkaar is niet dichter bij de waarheid.',
      'Entre le premier et le dernier tour, {countries} se sont rapprochés : l’écart moyen est passé de {before} à {after}. Plus proches n’est pas plus proches de la vérité.',
      'Zwischen der ersten und der letzten Runde rückten {countries} zusammen: Der mittlere Abstand ging von {before} auf {after}. Näher beieinander heißt nicht näher an der Wahrheit.',
      'Between the first and the last round {countries} came closer: {before} apart on average became {after}. Closer together is not closer to the truth.',
      words,
    );
  return text(
    'Tussen de eerste en de laatste ronde kwamen {countries} niet dichter bij elkaar: gemiddeld {before} uiteen, daarna {after}.',
    'Entre le premier et le dernier tour, {countries} ne se sont pas rapprochés : écart moyen de {before}, puis de {after}.',
    'Zwischen der ersten und der letzten Runde rückten {countries} nicht zusammen: im Mittel {before} auseinander, danach {after}.',
    'Between the first and the last round {countries} did not come closer: {before} apart on average, then {after}.',
    words,
  );
}

function judgeText({ country, agency, role }: Judgement): Text {
  const service = agency === null ? countryText(country) : labelled(agencies, agency);
  return joined([service, plain(role)], ', ');
}

const invented = text(
  'OEFENING: elke score hieronder is verzonnen. Geen land en geen dienst heeft iets beoordeeld, en uit deze volgorde volgt niets.',
  'EXERCICE : chaque score ci-dessous est inventé. Aucun pays ni service n’a rien évalué, et cet ordre ne signifie rien.',
  'ÜBUNG: Jeder Wert unten ist erfunden. Kein Land und keine Behörde hat etwas beurteilt, und aus dieser Reihenfolge folgt nichts.',
  'EXERCISE: every score below is invented. No country and no service has judged anything, and nothing follows from this order.',
);

/** Phenomena in the order of the last round, with how sure it is, what would change it, and how the rounds moved. */
export function prioritiesBlocks({ gathered, picture }: Analysis): readonly Block[] {
  const held = gathered.priorities as PriorityJudgements;
  const rounds = weigh(held, picture.seed);
  const last = rounds.findLast(({ ranked }) => ranked !== null);
  const ranked = last?.ranked;
  if (!last || !ranked) {
    const says = text(
      'Geen rol heeft elk fenomeen op elk criterium beoordeeld: er is geen volgorde te maken.',
      'Aucun rôle n’a évalué chaque phénomène sur chaque critère : aucun ordre ne peut être établi.',
      'Keine Rolle hat jedes Phänomen nach jedem Kriterium beurteilt: Es lässt sich keine Reihenfolge bilden.',
      'No role judged every phenomenon by every criterion: no order can be made.',
    );
    throw new RefusalError(says, { dimension: 'judgements', remedy: '' });
  }
  const moved = roundsText(held, rounds, picture.seed);
  return [
    ...(held.exercise ? [paragraphBlock(invented)] : []),
    paragraphBlock(ranked.says),
    orderTable(held, ranked),
    criteriaTable(held, ranked),
    paragraphBlock(
      text(
        'Wat de volgorde zou veranderen:',
        'Ce qui changerait l’ordre :',
        'Was die Reihenfolge ändern würde:',
        'What would change the order:',
      ),
    ),
    listBlock(swapTexts(held, ranked).map(capitalised)),
    roundTable(held, rounds),
    ...(moved ? [paragraphBlock(moved)] : []),
    paragraphBlock(
      joined(
        [
          text(
            'In de laatste ronde oordeelden: {judges}.',
            'Au dernier tour ont évalué : {judges}.',
            'In der letzten Runde urteilten: {judges}.',
            'In the last round judged: {judges}.',
            { judges: joined(last.counted.map(judgeText), '; ') },
          ),
          ...(last.left.length === 0
            ? []
            : [
                text(
                  'Niet meegeteld, want niet alles beoordeeld: {judges}.',
                  'Non comptés, car incomplets : {judges}.',
                  'Nicht gezählt, weil unvollständig: {judges}.',
                  'Not counted, since not everything was judged: {judges}.',
                  { judges: joined(last.left.map(judgeText), '; ') },
                ),
              ]),
        ],
        ' ',
      ),
    ),
  ];
}
