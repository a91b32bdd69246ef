import { type DoubleReport, isWaiting, pairsAtStake, recordName } from '@samenbeeld/merge';
import type { FindingBlock, TableBlock } from '@samenbeeld/page';
import {
  agencies,
  groupBy,
  joinWith,
  type Seizure,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { column, dated, joined, labelled, none, numeral, placeText, plain, text } from '../text.ts';
import { findsAsked, isFoundIn } from './counted-once.ts';

const noWeight = text('geen gewicht', 'sans poids', 'kein Gewicht', 'no weight');

/**
 * Rows of one file that tell the same: day, place, basis, drug and weight. Rows of one file are not compared with one another, so
 * each counts; whether one was written twice is for a person to see. A container that differs tells them apart.
 */
export function alikeRows(seizures: readonly Seizure[]): readonly (readonly Seizure[])[] {
  const weighed = seizures.filter(
    ({ quantity, datePrecision }) => quantity !== null && datePrecision === 'day',
  );
  const groups = groupBy(weighed, ({ source, date, place, basis, substance, quantity, unit }) =>
    JSON.stringify([source, date, place, basis, substance, quantity, unit]),
  );
  return [...groups.values()].filter((rows) => {
    const containers = rows.flatMap(({ containerKey }) => containerKey ?? []);
    return rows.length > 1 && new Set(containers).size < Math.max(2, containers.length);
  });
}

/** The rows of one file that tell the same, where there are some. */
export function alikeTable({ records: { seizures = [] } }: Analysis): readonly TableBlock[] {
  const alike = alikeRows(seizures);
  const byId = new Map(seizures.map((seizure) => [seizure.id, seizure]));
  if (alike.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: text(
        'Gelijke rijen binnen één bestand',
        'Lignes identiques dans un même fichier',
        'Gleiche Zeilen innerhalb einer Datei',
        'Identical rows within one file',
      ),
      columns: [
        column('label', 'datum en plaats', 'date et lieu', 'Datum und Ort', 'date and place'),
        column('words', 'rijen', 'lignes', 'Zeilen', 'rows'),
      ],
      rows: alike.map((rows) => [
        { shown: dayAndPlace(rows[0]) },
        {
          shown: joinWith(
            rows.map(({ id }) => sideText(id, byId)),
            semicolon,
          ),
        },
      ]),
      notes: [
        text(
          'Binnen één bestand wordt niet vergeleken: elke rij telt als een eigen vangst. Staat er een twee keer in, verbeter dan het bestand.',
          'Rien n’est comparé à l’intérieur d’un fichier : chaque ligne compte comme une saisie. Si l’une y figure deux fois, corrigez le fichier.',
          'Innerhalb einer Datei wird nicht verglichen: Jede Zeile zählt als eigener Fund. Steht einer zweimal darin, berichtigen Sie die Datei.',
          'Nothing is compared within one file: each row counts as a find. Where one is in it twice, correct the file.',
        ),
      ],
    },
  ];
}

/** How many records were double, and what that does to the total. */
export function doubleFinding(analysis: Analysis): FindingBlock {
  const files = new Set((analysis.records.seizures ?? []).map(({ source }) => source));
  if (files.size < 2)
    return {
      kind: 'finding',
      title: text(
        'Geen meldingen vergeleken',
        'Aucune fiche comparée',
        'Keine Datensätze verglichen',
        'No records compared',
      ),
      text: text(
        'Alle vangsten staan in één bestand, en daarbinnen wordt niet vergeleken. Of er een twee keer in staat, is niet bekend.',
        'Toutes les saisies figurent dans un seul fichier, à l’intérieur duquel rien n’est comparé. On ne sait pas si l’une y figure deux fois.',
        'Alle Funde stehen in einer einzigen Datei, und innerhalb einer Datei wird nicht verglichen. Ob einer zweimal darin steht, ist nicht bekannt.',
        'All finds are in one file, and nothing is compared within a file. Whether one is in it twice is not known.',
      ),
      confidence: 'low',
    };
  const asked = pairsAsked(analysis);
  const same = asked.filter((pair) => pair.verdict === 'same');
  const outside = analysis.doubleReports.filter(
    (pair) => pair.verdict === 'same' && !asked.includes(pair),
  ).length;
  const open = pairsAtStake(asked, analysis.totals, analysis.judged).filter(isWaiting).length;
  const likely = same.filter(({ decision }) => decision === null);
  const allRight = likely.reduce((chance, { probability }) => chance * probability, 1);
  const isPossible = asked.some(({ verdict }) => verdict === 'candidate');
  const isSure = !isPossible && allRight >= sureFrom;
  const n = same.length;
  if (n === 0) return noneKnown(asked, open, outside);
  const says = [
    text(
      '{n:# paar meldingen van twee diensten is|# paren meldingen van twee diensten zijn} {n:|elk }één vangst, die één keer telt.',
      '{n:Une paire de signalements de deux services décrit|# paires de signalements de deux services décrivent chacune} une même saisie, comptée une fois.',
      '{n:Kein Paar|Ein Paar|# Paare} Meldungen zweier Stellen {n:ist|sind je} ein Fund, der einmal zählt.',
      '{n:# pair|# pairs} of reports by two services {n:is|are each} one find, which counts once.',
      { n },
    ),
    byWhom(n - likely.length, likely),
    // What counts by its probability alone may still widen a range.
    ...(open === 0 && likely.length > 0 ? [] : [openPairs(open)]),
    ...elsewhere(outside),
  ];
  return {
    kind: 'finding',
    title: text(
      '{n:# dubbele melding|# dubbele meldingen} eenmaal geteld',
      '{n:# doublon compté|# doublons comptés} une fois',
      '{n:Keine Doppelmeldung|Eine Doppelmeldung|# Doppelmeldungen} einmal gezählt',
      '{n:# double report|# double reports} counted once',
      { n },
    ),
    text: joined(says, ' '),
    confidence: isSure ? 'high' : 'medium',
  };
}

/** Where nothing counts as double: how many pairs may be, which is not none. */
function noneKnown(pairs: readonly DoubleReport[], open: number, outside: number): FindingBlock {
  const possible = pairs.filter(({ verdict }) => verdict === 'candidate').length;
  if (possible === 0)
    return {
      kind: 'finding',
      title: text(
        'Geen dubbele meldingen gevonden',
        'Aucun doublon trouvé',
        'Keine Doppelmeldungen gefunden',
        'No double reports found',
      ),
      text: joined(
        [
          text(
            'Van wat is gevraagd, lijken geen twee records uit verschillende bestanden dezelfde vangst te zijn.',
            'Pour ce qui est demandé, aucune paire de fiches de fichiers différents ne semble décrire une même saisie.',
            'Zu dem, was gefragt ist, scheinen keine zwei Datensätze verschiedener Dateien derselbe Fund zu sein.',
            'Of what is asked, no two records of different files seem to be the same find.',
          ),
          ...elsewhere(outside),
        ],
        ' ',
      ),
      confidence: 'high',
    };
  return {
    kind: 'finding',
    title: text(
      '{p:Eén mogelijke dubbele melding|# mogelijke dubbele meldingen}',
      '{p:Aucun doublon possible|Un doublon possible|# doublons possibles}',
      '{p:Keine mögliche Doppelmeldung|Eine mögliche Doppelmeldung|# mögliche Doppelmeldungen}',
      '{p:One possible double report|# possible double reports}',
      { p: possible },
    ),
    text: joined(
      [
        text(
          'Van geen vangst staat vast dat twee diensten haar meldden; {p:één paar kan dezelfde zijn|# paren kunnen dezelfde zijn}.',
          'D’aucune saisie il n’est sûr que deux services l’ont signalée ; {p:aucune paire ne peut|une paire peut|# paires peuvent} être la même.',
          'Von keinem Fund steht fest, dass zwei Stellen ihn meldeten; {p:kein Paar kann|ein Paar kann|# Paare können} derselbe sein.',
          'Of no find it is sure that two services reported it; {p:one pair|# pairs} may be the same.',
          { p: possible },
        ),
        openPairs(open),
        ...elsewhere(outside),
      ],
      ' ',
    ),
    confidence: 'medium',
  };
}

/** Pairs of which a record is of what is asked: its drug, its places and its periods. */
function pairsAsked(analysis: Analysis): readonly DoubleReport[] {
  const { totals, doubleReports } = analysis;
  const asked = new Set(
    findsAsked(analysis)
      .filter((lead) => totals.some(({ period }) => isFoundIn({ lead }, period)))
      .map(({ id }) => id),
  );
  return doubleReports.filter(({ a, b }) =>
    [a, b].some((side) => side.split('+').some((id) => asked.has(id))),
  );
}

/** How many double reports the picture has that are of something else than what is asked. */
function elsewhere(n: number): readonly Text[] {
  return n === 0
    ? []
    : [
        text(
          'Buiten wat hier is gevraagd, {n:telt het beeld één paar|telt het beeld # paren} eenmaal.',
          'Hors de ce qui est demandé ici, le tableau compte une fois {n:aucune paire|une paire|# paires}.',
          'Außerhalb des hier Gefragten zählt das Lagebild {n:kein Paar|ein Paar|# Paare} einmal.',
          'Outside what is asked here, the picture counts {n:one pair|# pairs} once.',
          { n },
        ),
      ];
}

/** How likely it must be that all are double that no person decided, for their number to be sure. */
const sureFrom = 0.95;

/** How many double reports a person decided, and how likely the others are. */
function byWhom(decided: number, likely: readonly DoubleReport[]): Text {
  const [least] = likely.toSorted((one, other) => one.probability - other.probability);
  if (!least)
    return text(
      'Over alle heeft een persoon beslist.',
      'Une personne les a tous tranchés.',
      'Über alle hat ein Mensch entschieden.',
      'A person decided on all of them.',
    );
  return text(
    'Een persoon besliste over {d:geen enkele|één|#}; {n:één telt|# tellen} alleen op grond van de kans ({n:|de laagste is }{p} %).',
    'Une personne {d:n’en a tranché aucun|en a tranché un|en a tranché #} ; {n:aucun ne compte|un seul compte|# comptent} par {n:sa|sa|leur} seule probabilité ({n:||la plus basse : }{p} %).',
    'Ein Mensch entschied über {d:keine|eine|#}; {n:keine zählt|eine zählt|# zählen} allein nach der Wahrscheinlichkeit ({n:||die niedrigste: }{p} %).',
    'A person decided on {d:none|one|#}; {n:one counts|# count} by {n:its|their} probability alone ({n:|the lowest is }{p}%).',
    { d: decided, n: likely.length, p: percent(least) },
  );
}

/** How many pairs wait for a person: some total of the picture rests on them, or what was said of them does not count. */
export function pairsToDecide({ doubleReports, whole, judged }: Analysis): number {
  return pairsAtStake(doubleReports, whole.totals, judged).filter(isWaiting).length;
}

function openPairs(open: number): Text {
  return text(
    '{open:Geen onbeslist paar verandert een totaal.|Eén paar is nog te beslissen.|# paren zijn nog te beslissen.}',
    '{open:Aucune paire non tranchée ne change un total.|Une paire reste à trancher.|# paires restent à trancher.}',
    '{open:Kein offenes Paar ändert eine Summe.|Ein Paar ist noch zu entscheiden.|# Paare sind noch zu entscheiden.}',
    '{open:No undecided pair changes a total.|One pair is still to decide.|# pairs are still to decide.}',
    { open },
  );
}

/** A probability in per cent; what no person decided is never printed as 0 or 100. */
function percent({ probability, decision }: DoubleReport): Text {
  const rounded = Math.round(probability * 1000) / 10;
  if (rounded === 100 && decision === null) return joined([plain('>'), numeral(99.9)], ' ');
  if (rounded === 0 && decision === null) return joined([plain('<'), numeral(0.1)], ' ');
  return numeral(rounded);
}

const verdicts: Readonly<Record<DoubleReport['verdict'], Text>> = {
  same: text('dezelfde', 'la même', 'derselbe', 'the same'),
  candidate: text('mogelijk', 'possible', 'möglich', 'possible'),
  different: text('verschillend', 'différente', 'verschieden', 'different'),
};

/** What is held of a pair, and by whose decision where a person took one. */
function verdictText({ verdict, decision }: DoubleReport, { inForce, decisions }: Analysis): Text {
  const role = [...inForce.values(), ...decisions].find(({ id }) => id === decision)?.role;
  return role === undefined
    ? verdicts[verdict]
    : text(
        '{what}, beslist: {role}',
        '{what}, tranché : {role}',
        '{what}, entschieden: {role}',
        '{what}, decided: {role}',
        {
          what: verdicts[verdict],
          role,
        },
      );
}

/** A weight with its sign, in powers of two of the odds: "(+3.1)", "(−2)". */
function signed(weight: number): Text {
  const rounded = Math.round(weight * 10) / 10;
  const sign = rounded > 0 ? '+' : rounded < 0 ? '−' : '±';
  return joined([plain(`(${sign}`), numeral(Math.abs(rounded)), plain(')')], '');
}

/** When and where a record was found: "24 October 2024, Ghent". */
export function dayAndPlace(seizure: Seizure | undefined): Text {
  return seizure ? joined([dated(seizure.date), placeText(seizure.place)], ', ') : none;
}

/** One side of a pair: whose record, what it weighs there, file and line. */
export function sideText(side: string, byId: ReadonlyMap<string, Seizure>): Text {
  const rows = side.split('+').flatMap((id) => byId.get(id) ?? []);
  const weights = rows.map(({ quantity, unit }) =>
    quantity === null ? noWeight : joined([numeral(quantity), plain(unit)], ' '),
  );
  const who = (rows[0]?.agencies ?? []).map((agency) => labelled(agencies, agency));
  return joined([joined(who, ' + '), joined(weights, ' + '), plain(recordName(side, byId))], ', ');
}

/** Every pair of records that may be one find, with the reasons and what each weighs. */
export function doubleTable(analysis: Analysis): TableBlock {
  const byId = new Map(analysis.gathered.seizures.map((seizure) => [seizure.id, seizure]));
  // What the machine holds to be different is in the picture's table; here it would hide what matters.
  const listed = analysis.doubleReports.filter(
    (pair) => pair.verdict !== 'different' || pair.decision !== null,
  );
  return {
    kind: 'table',
    caption: text(
      'Dezelfde vangst in twee bestanden?',
      'La même saisie dans deux fichiers ?',
      'Derselbe Fund in zwei Dateien?',
      'The same find in two files?',
    ),
    columns: [
      column('label', 'datum en haven', 'date et port', 'Datum und Hafen', 'date and port'),
      column('words', 'twee meldingen', 'deux mentions', 'zwei Meldungen', 'two reports'),
      column('words', 'redenen', 'raisons', 'Gründe', 'reasons'),
      column('number', 'kans, %', 'probabilité, %', 'Wahrscheinlichkeit, %', 'probability, %'),
      column('words', 'oordeel', 'verdict', 'Urteil', 'verdict'),
    ],
    notes: [
      text(
        'Achter elke reden staat hoe zwaar zij weegt: +1 verdubbelt de kansverhouding, −1 halveert haar.',
        'Après chaque raison, son poids : +1 double la cote, −1 la divise par deux.',
        'Hinter jedem Grund steht sein Gewicht: +1 verdoppelt das Chancenverhältnis, −1 halbiert es.',
        'Behind each reason stands what it weighs: +1 doubles the odds, −1 halves them.',
      ),
    ],
    rows: listed.map((pair) => {
      const a = byId.get(pair.a.split('+')[0] ?? '');
      return [
        { shown: dayAndPlace(a) },
        { shown: joined([sideText(pair.a, byId), sideText(pair.b, byId)], ' · ') },
        {
          shown: joinWith(
            pair.reasons.map(({ text: words, weight }) => joined([words, signed(weight)], ' ')),
            semicolon,
          ),
        },
        { shown: percent(pair), value: Math.round(pair.probability * 1000) / 10 },
        { shown: verdictText(pair, analysis) },
      ];
    }),
  };
}
