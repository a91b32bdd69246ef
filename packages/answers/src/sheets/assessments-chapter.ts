import { say } from '@samenbeeld/merge';
import type { Block, Column, Figure, TableBlock, Why } from '@samenbeeld/page';
import {
  type Assessment,
  agencyContains,
  confidences,
  directions,
  formatPeriod,
  inEach,
  type JointTotal,
  type Observation,
  type Origin,
  periodsOverlap,
  phenomena,
  programmes,
  semicolon,
  type Text,
} from '@samenbeeld/schema';
import { type Analysis, aboutAnswer, claimsAmong } from '../analysis.ts';
import type { QuestionWords } from '../questions.ts';
import { claimText } from '../sources/claim-text.ts';
import {
  capitalised,
  coloned,
  column,
  joined,
  labelled,
  likelyShown,
  none,
  placeText,
  plain,
  text,
  unitText,
} from '../text.ts';
import { evidenceOf } from '../why/evidence.ts';
import { totalTitle } from '../why/why-sentences.ts';
import { documentFigure, ownerText, sheetRows } from './rows-of-sheet.ts';

/** What stands behind a total, as its question sees it. */
type WhyTotal = (analysis: Analysis, total: JointTotal) => Why | undefined;

const spanOf = ({ periodStart: start, periodEnd: end }: Assessment) => ({ start, end });

/** Statements that may be laid beside each other: of one phenomenon in one place, in periods that overlap. */
const isOfTheSame = (one: Assessment, other: Assessment): boolean =>
  one.phenomenon === other.phenomenon &&
  one.place === other.place &&
  periodsOverlap(spanOf(one), spanOf(other));

/** Of two owners; a team and a service within it are one voice. */
const arePartners = ({ originator: one }: Assessment, { originator: other }: Assessment): boolean =>
  !agencyContains(one, other) && !agencyContains(other, one);

type Verdict = 'differ' | 'agree' | 'alone';

/** Statements of the same, and whether partners say the same of it. Who says that nobody knows says nothing else. */
interface Subject {
  readonly rows: readonly Assessment[];
  readonly verdict: Verdict;
}

function verdictOf(rows: readonly Assessment[]): Verdict {
  const said = rows.filter(({ says }) => says !== 'unknown');
  const pairs = said.flatMap((one, at) =>
    said
      .slice(at + 1)
      .flatMap((other) =>
        isOfTheSame(one, other) && arePartners(one, other) ? [[one, other]] : [],
      ),
  );
  if (pairs.length === 0) return 'alone';
  return pairs.every(([one, other]) => one?.says === other?.says) ? 'agree' : 'differ';
}

/** Statements put beside each other: each with all that a chain of overlapping periods leads to. */
function subjectsOf(rows: readonly Assessment[]): readonly Subject[] {
  const groups = rows.reduce<readonly (readonly Assessment[])[]>((found, row) => {
    const own = found.filter((group) => group.some((one) => isOfTheSame(one, row)));
    return [...found.filter((group) => !own.includes(group)), [...own.flat(), row]];
  }, []);
  const keyOf = ([first]: readonly Assessment[]): string =>
    `${first?.phenomenon} ${first?.place} ${first?.periodStart}`;
  return groups
    .map((group) => [...group].sort((a, b) => (a.periodStart < b.periodStart ? -1 : 1)))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map((group) => ({ rows: group, verdict: verdictOf(group) }));
}

const periodText = (one: Assessment): Text =>
  inEach((language) => formatPeriod(spanOf(one), language));

const kinds: Readonly<Record<Assessment['kind'], Text>> = {
  fact: text('feit', 'fait', 'Tatsache', 'fact'),
  assessment: text('beoordeling', 'appréciation', 'Einschätzung', 'assessment'),
};

/** "rising, 2024; assessment, confidence: medium, B2". */
function sayingText(one: Assessment): Text {
  const { says, kind, confidence, grade } = one;
  const sure =
    confidence === null
      ? []
      : [
          text('zekerheid: {c}', 'certitude : {c}', 'Sicherheit: {c}', 'confidence: {c}', {
            c: labelled(confidences, confidence),
          }),
        ];
  const way = joined([labelled(directions, says), periodText(one)], ', ');
  const kept = [kinds[kind], ...sure, ...(grade === null ? [] : [plain(grade)])];
  return inEach(
    (language) => `${way[language]}${semicolon[language]}${joined(kept, ', ')[language]}`,
  );
}

/** What a statement rests on: the figures in words, with their cells or the sums they are made of. */
function restsOn(
  { id, evidence, text: words }: Assessment,
  analysis: Analysis,
  whyTotal: WhyTotal,
): Figure {
  const { gathered, whole, answers } = analysis;
  const found = evidence.map((name): { shown: Text; why: Pick<Why, 'says' | 'evidence'> } => {
    const total = whole.totals.find(({ key }) => key === name);
    if (total) {
      const asked = answers.find(({ settled }) => settled.totals.includes(total));
      const why = asked && whyTotal(aboutAnswer(analysis, asked), total);
      const shown = joined(
        [joined([likelyShown(total), unitText(total.unit)], ' '), totalTitle(total)],
        ', ',
      );
      return {
        shown,
        why: { says: [totalTitle(total), ...(why?.says ?? [])], evidence: why?.evidence ?? [] },
      };
    }
    const rows = gathered.observations.filter((row) => row.id === name || row.reference === name);
    const claims = rows.flatMap((row: Observation) =>
      claimsAmong(gathered, [row], row).filter(({ id }) => id === row.id),
    );
    const event = gathered.seizures.find((row) => row.id === name);
    if (event) {
      const { quantity, unit, place, date, origin } = event;
      const amount = quantity === null ? [] : [joined([plain(quantity), unitText(unit)], ' ')];
      const shown = joined([...amount, placeText(place), plain(date)], ', ');
      const from: Origin = origin;
      return {
        shown,
        why: {
          says: [],
          evidence: [{ role: 'governing', claim: name, says: shown, origin: from }],
        },
      };
    }
    return {
      shown: claims.length > 0 ? joined(claims.map(claimText), '; ') : plain(name),
      why: { says: [], evidence: claims.flatMap((claim) => evidenceOf(claim, 'governing')) },
    };
  });
  if (found.length === 0) return { shown: none };
  return {
    shown: joined(
      found.map(({ shown }) => shown),
      '; ',
    ),
    why: {
      key: `assessment ${id}`,
      title: plain(words.length > 80 ? `${words.slice(0, 79)}…` : words),
      says: found.flatMap(({ why }) => why.says),
      evidence: found.flatMap(({ why }) => why.evidence),
    },
  };
}

/** Where a statement stands; the name of a document is in the language of its words. */
function standsIn({ document, paragraph, language }: Assessment): Figure {
  const found = documentFigure(document, paragraph);
  return found.url === undefined ? { ...found, language } : found;
}

const columns: readonly Column[] = [
  column('label', 'wie', 'qui', 'wer', 'who'),
  column('words', 'zegt', 'dit', 'sagt', 'says'),
  column('words', 'woordelijk', 'texte', 'Wortlaut', 'wording'),
  column('words', 'markering', 'marquage', 'Kennzeichnung', 'marking'),
  column('words', 'berust op', 'repose sur', 'stützt sich auf', 'rests on'),
  column('words', 'staat in', 'figure dans', 'steht in', 'stands in'),
];

const aboutText = ({ phenomenon, place }: Assessment): Text =>
  joined([labelled(phenomena, phenomenon), placeText(place)], ', ');

/** Who says what, by direction: "rising: Netherlands Police (NL); stable: Belgian Customs (BE)". */
function saidText(rows: readonly Assessment[]): Text {
  const said = [...new Set(rows.map(({ says }) => says))].map((says) => {
    const own = rows.filter((one) => one.says === says);
    const owners = [...new Map(own.map((one) => [one.originator, ownerText(one)])).values()];
    return coloned(labelled(directions, says), joined(owners, ', '));
  });
  return inEach((language) => said.map((one) => one[language]).join(semicolon[language]));
}

/**
 * Statements of services in words, side by side and owner by owner: where partners say the same of a phenomenon in a place at
 * a time, where they do not, and what only one says. Nothing is read from their texts, and nothing is merged.
 */
export function assessmentsBlocks(
  analysis: Analysis,
  words: QuestionWords,
  whyTotal: WhyTotal,
): readonly Block[] {
  const rows = sheetRows(analysis, 'assessments', words, {
    bounds: ({ place, periodStart, periodEnd }) => ({ place, first: periodStart, last: periodEnd }),
    codes: {
      phenomenon: { list: phenomena, of: ({ phenomenon }) => [phenomenon] },
      programme: { list: programmes, of: (row) => row.programmes },
    },
  });
  if (rows.length === 0) return [{ kind: 'paragraph', text: nothingShown }];
  const subjects = subjectsOf(rows);
  const of = (verdict: Verdict): readonly Subject[] =>
    subjects.filter((subject) => subject.verdict === verdict);
  const cells = (one: Assessment): readonly Figure[] => [
    { shown: ownerText(one) },
    { shown: sayingText(one) },
    { shown: plain(one.text), language: one.language },
    { shown: plain(one.marking) },
    restsOn(one, analysis, whyTotal),
    standsIn(one),
  ];
  const beside = ({ rows: own }: Subject): TableBlock => ({
    kind: 'table',
    caption: capitalised(joined([aboutText(own[0] as Assessment), saidText(own)], ' – ')),
    columns,
    rows: own.map(cells),
  });
  const alone = of('alone').flatMap((subject) => subject.rows);
  const owners = new Set(rows.map(({ originator }) => originator)).size;
  const part = (title: Text, tables: readonly TableBlock[]): readonly Block[] =>
    tables.length === 0 ? [] : [{ kind: 'heading', text: title }, ...tables];
  const counts = {
    n: rows.length,
    owners,
    differ: of('differ').length,
    agree: of('agree').length,
    alone: alone.length,
  };
  return [
    {
      kind: 'paragraph',
      text: counts.differ + counts.agree === 0 ? say(noneOfTheSame, counts) : say(howMany, counts),
    },
    ...part(
      text(
        'Waar partners niet hetzelfde zeggen',
        'Où les partenaires ne disent pas la même chose',
        'Worin Partner nicht dasselbe sagen',
        'Where partners do not say the same',
      ),
      of('differ').map(beside),
    ),
    ...part(
      text(
        'Waar partners hetzelfde zeggen',
        'Où les partenaires disent la même chose',
        'Worin Partner dasselbe sagen',
        'Where partners say the same',
      ),
      of('agree').map(beside),
    ),
    ...part(
      text(
        'Wat op zichzelf staat',
        'Ce qui reste sans pendant',
        'Was für sich steht',
        'What stands by itself',
      ),
      alone.length === 0
        ? []
        : [
            {
              kind: 'table',
              caption: text('Uitspraken', 'Énoncés', 'Aussagen', 'Statements'),
              columns,
              rows: alone.map((one) => [
                { shown: capitalised(coloned(aboutText(one), ownerText(one))) },
                ...cells(one).slice(1),
              ]),
            },
          ],
    ),
    { kind: 'paragraph', text: howRead },
  ];
}

const howMany: Text = {
  nl: '{n:# uitspraak|# uitspraken} van {owners:# dienst|# diensten}: over {differ:geen enkel onderwerp|# onderwerp|# onderwerpen} zeggen partners niet hetzelfde, over {agree:geen enkel|# onderwerp|# onderwerpen} wel; {alone:geen uitspraak staat|# uitspraak staat|# uitspraken staan} op zichzelf.',
  fr: '{n:# énoncé|# énoncés} de {owners:# service|# services} ; les partenaires ne disent pas la même chose sur {differ:aucun sujet|# sujet|# sujets}, et disent la même chose sur {agree:aucun sujet|# sujet|# sujets} ; {alone:aucun énoncé ne reste|# énoncé reste|# énoncés restent} sans pendant.',
  de: '{n:# Aussage|# Aussagen} von {owners:# Behörde|# Behörden}: Zu {differ:keinem Thema|# Thema|# Themen} sagen die Partner nicht dasselbe, zu {agree:keinem|# Thema|# Themen} schon; {alone:keine Aussage steht|# Aussage steht|# Aussagen stehen} für sich.',
  en: '{n:# statement|# statements} of {owners:# service|# services}: on {differ:no subject|# subject|# subjects} partners do not say the same, on {agree:none|# subject|# subjects} they do; {alone:no statement stands by itself|# statement stands by itself|# statements stand by themselves}.',
};

const noneOfTheSame: Text = {
  nl: '{n:# uitspraak|# uitspraken} van {owners:# dienst|# diensten}; geen twee partners zeggen iets over hetzelfde dat naast elkaar kan staan.',
  fr: '{n:# énoncé|# énoncés} de {owners:# service|# services} ; aucun sujet où deux partenaires disent quelque chose de comparable.',
  de: '{n:# Aussage|# Aussagen} von {owners:# Behörde|# Behörden}; keine zwei Partner sagen über dasselbe etwas, das nebeneinander stehen kann.',
  en: '{n:# statement|# statements} of {owners:# service|# services}; no two partners say something of the same that can stand side by side.',
};

const howRead: Text = text(
  'Een uitspraak staat hier in de woorden van het genoemde stuk, en wordt met geen andere samengevoegd. Of partners hetzelfde zeggen, volgt uit de richting die bij elke uitspraak is ingevuld, over hetzelfde verschijnsel, dezelfde plaats en perioden die elkaar overlappen; uit de tekst zelf wordt niets afgeleid. Hier staat alleen wat de eigenaar deze lezers laat zien; of er meer is, wordt niet gezegd.',
  'Un énoncé figure ici dans les termes du document cité et n’est fusionné avec aucun autre. Que des partenaires disent la même chose ressort de la direction indiquée pour chaque énoncé, sur le même phénomène, le même lieu et des périodes qui se recoupent ; rien n’est déduit du texte lui-même. Ne figure ici que ce que l’auteur laisse voir à ces lecteurs ; s’il y a davantage n’est pas dit.',
  'Eine Aussage steht hier in den Worten des genannten Dokuments und wird mit keiner anderen zusammengeführt. Ob Partner dasselbe sagen, folgt aus der Richtung, die zu jeder Aussage angegeben ist, zum selben Phänomen, zum selben Ort und in Zeiträumen, die sich überschneiden; aus dem Text selbst wird nichts abgeleitet. Hier steht nur, was der Urheber diesen Lesern zeigt; ob es mehr gibt, wird nicht gesagt.',
  'A statement stands here in the words of the document named, and is merged with no other. Whether partners say the same follows from the direction that is given with each statement, on the same phenomenon, the same place and periods that overlap; nothing is read from the text itself. Only what its owner lets these readers see stands here; whether there is more is not said.',
);

const nothingShown: Text = text(
  'Er is geen uitspraak hierover die deze lezers mogen zien.',
  'Aucun énoncé à ce sujet ne peut être montré à ces lecteurs.',
  'Es gibt dazu keine Aussage, die diese Leser sehen dürfen.',
  'There is no statement about this that these readers may see.',
);
