import type { Claim } from '@samenbeeld/merge';
import type { Block, Figure } from '@samenbeeld/page';
import {
  bases,
  joinWith,
  listedTexts,
  metrics,
  type PeriodRole,
  semicolon,
  substances,
  type Text,
} from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { agencyOf, codeOf, isBasisSaid, type QuestionWords, wordsGiven } from '../questions.ts';
import { claimText, publisherText, sourceText, wordedClaim } from '../sources/claim-text.ts';
import {
  coloned,
  column,
  dated,
  joined,
  labelled,
  none,
  numeral,
  patterned,
  phrased,
  placeText,
  text,
  unitText,
} from '../text.ts';
import { evidenceOf } from '../why/evidence.ts';
import { type Part, type Request, requestsOf } from './requests.ts';

/** "2018, 2020 and 2023–2025": years that follow each other as one span; in a role, with the words that go before them. */
function periodsText(periods: readonly string[], role: PeriodRole | null = null): Text {
  const years = periods.filter((period) => /^\d{4}$/u.test(period)).map(Number);
  const runs = years
    .toSorted((a, b) => a - b)
    .reduce<number[][]>((found, year) => {
      const last = found.at(-1);
      if (last?.at(-1) === year - 1) last.push(year);
      else if (last?.at(-1) !== year) found.push([year]);
      return found;
    }, []);
  const named = runs.flatMap((run) =>
    run.length < 3 ? run.map(String) : [`${run[0]}..${run.at(-1)}`],
  );
  const isos = [...named, ...periods.filter((period) => !/^\d{4}$/u.test(period))];
  return role === null ? listedTexts(isos.map(dated)) : phrased(role, isos);
}

const partWords: Readonly<Record<Exclude<Part['why'], 'part' | 'area'>, Text>> = {
  nothing: text('niets', 'rien', 'nichts', 'nothing'),
  kind: text(
    'alleen een deel van wat geteld wordt',
    'seulement une partie de ce qui est compté',
    'nur ein Teil dessen, was gezählt wird',
    'only a part of what is counted',
  ),
  finds: text(
    'alleen losse vangsten',
    'seulement des saisies isolées',
    'nur einzelne Funde',
    'single finds only',
  ),
  floor: text(
    'alleen een ondergrens',
    'seulement un minimum',
    'nur eine Untergrenze',
    'a lower limit only',
  ),
  one_agency: text(
    'alleen het cijfer van één dienst',
    'seulement le chiffre d’un service',
    'nur die Zahl einer Behörde',
    'the figure of one agency only',
  ),
  interim: text(
    'alleen een voorlopig cijfer',
    'seulement un chiffre provisoire',
    'nur eine vorläufige Zahl',
    'a provisional figure only',
  ),
};

function partText(part: Part): Text {
  if (part.why !== 'part' && part.why !== 'area') return partWords[part.why];
  const what = part.why === 'part' ? dated(part.span) : placeText(part.place);
  return text('alleen {what}', 'seulement {what}', 'nur {what}', 'only {what}', { what });
}

const scopeWords = ({ places, question }: Request): Text =>
  joined(
    [
      listedTexts(places.map(placeText)),
      ...(question?.substance ? [labelled(substances, question.substance)] : []),
      ...(question &&
      question.basis !== '' &&
      question.basis !== 'not_applicable' &&
      !isBasisSaid(question.basis, question.metric)
        ? [labelled(bases, question.basis)]
        : []),
      ...(question && question.metric !== 'quantity' ? [labelled(metrics, question.metric)] : []),
      ...(question?.unit ? [unitText(question.unit)] : []),
    ],
    ', ',
  );

/** "about 2,100 kg (prosecution service, January 2023)", with its place and days where the figures differ in them. */
function rivalText(claim: Claim, isSameCell: boolean): Text {
  const what = isSameCell
    ? joined([wordedClaim(claim), unitText(claim.unit)], ' ')
    : claimText(claim);
  return patterned('{what} ({who})', {
    what,
    who: publisherText(claim),
  });
}

function contradictionText({ claims, conflict, places, question }: Request): Text {
  const [first] = claims;
  if (!first || !conflict) return none;
  const cells = new Set(claims.map((one) => [one.place, one.periodStart, one.periodEnd].join()));
  const scope = joined(
    [
      ...[placeText(places.join('+')), dated(`${conflict.periodStart}/${conflict.periodEnd}`)],
      ...(question?.substance ? [labelled(substances, question.substance)] : []),
      ...(question && isBasisSaid(conflict.basis, question.metric)
        ? [labelled(metrics, question.metric)]
        : [labelled(bases, conflict.basis)]),
    ],
    ', ',
  );
  if (claims.length === 1)
    return text(
      'Hoe past dit bij elkaar? {why}',
      'Comment cela s’accorde-t-il ? {why}',
      'Wie passt das zusammen? {why}',
      'How does this fit together? {why}',
      { why: conflict.explanation },
    );
  const figures = joined(
    claims.map((claim) => rivalText(claim, cells.size === 1)),
    ' ↔ ',
  );
  return conflict.type === 'separate_counts'
    ? text(
        '{scope}: {figures}. Elke dienst telde apart: welke vangsten staan in meer dan één cijfer?',
        '{scope} : {figures}. Chaque service a compté de son côté : quelles saisies figurent dans plus d’un chiffre ?',
        '{scope}: {figures}. Jede Behörde zählte für sich: Welche Funde stehen in mehr als einer Zahl?',
        '{scope}: {figures}. Each service counted for itself: which finds are in more than one figure?',
        { scope, figures },
      )
    : text(
        '{scope}: {figures}? Wat telt elk cijfer (plaats, middel, peildatum)?',
        '{scope} : {figures} ? Que compte chaque chiffre (lieu, substance, jusqu’à quand) ?',
        '{scope}: {figures}? Was zählt jede Zahl (Ort, Substanz, Stichtag)?',
        '{scope}: {figures}? What does each figure count (place, drug, cut-off date)?',
        { scope, figures },
      );
}

/** What is asked, in words that can be sent. */
function whatText(request: Request): Text {
  const { kind, periods, known, places, changed, per, count = 0 } = request;
  const scope = scopeWords(request);
  const when = { scope, periods: periodsText(periods), the: periodsText(periods, 'the') };
  switch (kind) {
    case 'whole': {
      const asked =
        periods.length === 0
          ? text(
              'Het cijfer van elk jaar: {scope}',
              'Le chiffre de chaque année : {scope}',
              'Die Zahl jedes Jahres: {scope}',
              'The figure of each year: {scope}',
              when,
            )
          : text(
              'Het volledige cijfer van {the}: {scope}',
              'Le chiffre complet pour {the} : {scope}',
              'Die vollständige Zahl für {the}: {scope}',
              'The full figure of {the}: {scope}',
              when,
            );
      if (known.length === 0) return asked;
      const reasons = new Map<string, { readonly of: string[]; readonly says: Text }>();
      for (const { period, part } of known) {
        const says = partText(part);
        const entry = reasons.get(says.en) ?? { of: [], says };
        entry.of.push(period);
        reasons.set(says.en, entry);
      }
      const list = joinWith(
        [...reasons.values()].map(({ of, says }) => coloned(periodsText(of), says)),
        semicolon,
      );
      return text(
        '{asked} (bekend: {list})',
        '{asked} (connu : {list})',
        '{asked} (bekannt: {list})',
        '{asked} (known: {list})',
        { asked, list },
      );
    }
    case 'contradiction':
      return contradictionText(request);
    case 'controls':
      return text(
        'Wat is gecontroleerd en gescand, per jaar en per plaats, {periods}: {places}',
        'Ce qui a été contrôlé et scanné, par année et par lieu, {periods} : {places}',
        'Was kontrolliert und gescannt wurde, je Jahr und Ort, {periods}: {places}',
        'What was checked and scanned, by year and place, {periods}: {places}',
        { ...when, places: listedTexts(places.map(placeText)) },
      );
    case 'effort':
      return text(
        '{per} van dezelfde acties ({what}, {places}): {periods}',
        '{per} lors des mêmes opérations ({what}, {places}) : {periods}',
        '{per} derselben Aktionen ({what}, {places}): {periods}',
        '{per} of the same actions ({what}, {places}): {periods}',
        {
          ...when,
          per: labelled(metrics, per ?? ''),
          what: labelled(metrics, request.question?.metric ?? ''),
          places: listedTexts(places.map(placeText)),
        },
      );
    case 'break':
      return text(
        'Eén jaar volgens beide telregels: {places}, verandering van {on}. {note}',
        'Une année selon les deux règles : {places}, changement du {on}. {note}',
        'Ein Jahr nach beiden Zählregeln: {places}, Änderung vom {on}. {note}',
        'One year by both counting rules: {places}, change of {on}. {note}',
        {
          places: listedTexts(places.map(placeText)),
          on: dated(changed?.on ?? ''),
          note: changed?.note ?? '',
        },
      );
    case 'weights':
      return text(
        'Het gewicht van {count} {count:vangst|vangsten} zonder gewicht, {periods} ({places})',
        'Le poids de {count} {count:saisie|saisies} sans poids, {periods} ({places})',
        'Das Gewicht von {count} {count:Fund|Funden} ohne Gewicht, {periods} ({places})',
        'The weight of {count} {count:find|finds} without one, {periods} ({places})',
        { ...when, count, places: listedTexts(places.map(placeText)) },
      );
    case 'rounded':
      return text(
        'Het precieze getal van {the}: {scope}',
        'Le nombre exact pour {the} : {scope}',
        'Die genaue Zahl für {the}: {scope}',
        'The exact number of {the}: {scope}',
        when,
      );
  }
}

/** What an answer would settle, as far as it can be reckoned. */
function settlesText(request: Request): Text {
  const { kind, opens, completes, width, question, places } = request;
  const amount =
    width === null ? null : joined([numeral(width), unitText(question?.unit ?? '')], ' ');
  switch (kind) {
    case 'whole': {
      if (opens.length === 0)
        return text(
          'er is dan een cijfer waar nu geen is',
          'il y aurait un chiffre là où il n’y en a pas',
          'dann gibt es eine Zahl, wo jetzt keine ist',
          'there is then a figure where there is none now',
        );
      const without = text(
        'zonder dit heeft het totaal {opens} geen bovengrens',
        'sans cela, le total {opens} n’a pas de limite supérieure',
        'ohne dies hat die Summe {opens} keine Obergrenze',
        'without it the total {opens} has no upper end',
        { opens: periodsText(opens, 'of') },
      );
      return completes.length === 0 || completes.length === opens.length
        ? without
        : joinWith(
            [
              without,
              text(
                '{completes} ontbreekt alleen dit',
                'pour {the}, il ne manque que cela',
                '{completes} fehlt nur dies',
                '{completes} this is all that is missing',
                { completes: periodsText(completes, 'of'), the: periodsText(completes, 'the') },
              ),
            ],
            semicolon,
          );
    }
    case 'contradiction':
      if (request.claims.length === 1)
        return text(
          'tot dan toetst het ruimere cijfer dit deel niet',
          'jusque-là, le chiffre plus large ne permet pas de vérifier cette partie',
          'bis dahin prüft die größere Zahl diesen Teil nicht',
          'until then the wider figure is no check of this part',
        );
      return amount === null
        ? text(
            'zolang niemand beslist, blijven de cijfers naast elkaar staan',
            'tant que personne ne tranche, les chiffres restent côte à côte',
            'solange niemand entscheidet, bleiben die Zahlen nebeneinander stehen',
            'until someone decides, the figures stand side by side',
          )
        : text(
            'maakt het bereik van deze plaats {amount} smaller',
            'réduit la fourchette de ce lieu de {amount}',
            'macht die Spanne dieses Ortes um {amount} schmaler',
            'narrows the range of this place by {amount}',
            { amount },
          );
    case 'rounded':
      return text(
        'neemt {amount} afronding weg',
        'lève {amount} d’arrondi',
        'nimmt {amount} Rundung weg',
        'removes {amount} of rounding',
        { amount: amount ?? '' },
      );
    case 'controls':
    case 'effort':
      return text(
        'zonder dit kunnen meer of minder controles elk verschil verklaren of verbergen',
        'sans cela, plus ou moins de contrôles peuvent expliquer ou masquer tout écart',
        'ohne dies können mehr oder weniger Kontrollen jeden Unterschied erklären oder verdecken',
        'without it more or fewer checks may explain or hide any difference',
      );
    case 'break':
      return text(
        'zonder dit loopt geen reeks over deze datum',
        'sans cela, aucune série ne franchit cette date',
        'ohne dies reicht keine Reihe über dieses Datum',
        'without it no series crosses this date',
      );
    case 'weights':
      return text(
        'zonder gewicht heeft een totaal geen bovengrens',
        'sans poids, un total n’a pas de limite supérieure',
        'ohne Gewicht hat eine Summe keine Obergrenze',
        'without a weight a total has no upper end',
        { n: places.length },
      );
  }
}

function toText({ to, country, places }: Request): Text {
  if (to.length > 0) return listedTexts(to.map((code) => sourceText([code], null)));
  const where = country === null ? places : [country];
  return where.length === 0
    ? text('onbekend', 'inconnu', 'unbekannt', 'unknown')
    : text(
        '{where}; welke dienst, is onbekend',
        '{where} ; service inconnu',
        '{where}; welche Behörde, ist unbekannt',
        '{where}; which service is unknown',
        { where: listedTexts(where.map(placeText)) },
      );
}

/** What is published of it now: the first with its address, all of them behind it. */
function publishedFigure(request: Request): Figure {
  const { claims } = request;
  const [first] = claims;
  if (!first) return { shown: none };
  const title = whatText(request);
  return {
    shown:
      claims.length === 1
        ? claimText(first)
        : text(
            '{claim}, en {n} {n:ander cijfer|andere cijfers}',
            '{claim}, et {n} {n:autre chiffre|autres chiffres}',
            '{claim}, und {n} {n:weitere Zahl|weitere Zahlen}',
            '{claim}, and {n} other {n:figure|figures}',
            { claim: claimText(first), n: claims.length - 1 },
          ),
    ...(addressOf(first) !== null && { url: addressOf(first) as string }),
    value: first.value,
    why: {
      key: `request ${request.kind} ${first.id}`,
      title,
      says: [],
      evidence: claims.flatMap((claim) => evidenceOf(claim, 'not_added')),
    },
  };
}

const addressOf = ({ publication }: Claim): string | null =>
  publication?.startsWith('http') ? publication : null;

/** The requests that a block asks for: of some places, or to some services, where it names them. */
function asked(analysis: Analysis, words: QuestionWords): readonly Request[] {
  const { counted, picture } = analysis;
  const { written = (name: string) => name } = picture;
  const where = wordsGiven(words['place']).map((word) =>
    codeOf(word, 'place', { rows: counted, written }),
  );
  const whom = wordsGiven(words['agency']).map((word) => agencyOf(word, written));
  return requestsOf(analysis).filter(
    ({ places, to }) =>
      (where.length === 0 || places.some((place) => where.includes(place))) &&
      (whom.length === 0 || to.some((code) => whom.includes(code))),
  );
}

const noTotalAsked: Text = text(
  'Dit beeld vraagt geen totaal, dus volgen er geen verzoeken uit; wat ontbreekt en wat elkaar tegenspreekt, staat bij zijn cijfers.',
  'Ce tableau ne demande aucun total, il n’en découle donc aucune demande ; ce qui manque ou se contredit figure auprès de ses chiffres.',
  'Dieses Lagebild fragt nach keiner Summe, daher folgen daraus keine Ersuchen; was fehlt oder sich widerspricht, steht bei seinen Zahlen.',
  'This picture asks for no total, so no requests follow from one; what is missing or contradicts stands beside its figures.',
);
const noneOfThese: Text = text(
  'Geen verzoek van dit beeld gaat daarover.',
  'Aucune demande de ce tableau ne porte là-dessus.',
  'Kein Ersuchen dieses Lagebilds betrifft das.',
  'No request of this picture is about that.',
);
const nothingMissing: Text = text(
  'Van wat dit beeld vraagt, ontbreekt niets en spreekt niets elkaar tegen.',
  'De ce que demande ce tableau, rien ne manque et rien ne se contredit.',
  'Von dem, was dieses Lagebild fragt, fehlt nichts, und nichts widerspricht sich.',
  'Of what this picture asks nothing is missing and nothing contradicts.',
);

/** Requests for information: to whom, what, what it would settle, and what is published now. */
export function requestBlocks(analysis: Analysis, words: QuestionWords): readonly Block[] {
  const requests = asked(analysis, words);
  if (requests.length === 0)
    return [
      {
        kind: 'paragraph',
        text:
          analysis.answers.length === 0
            ? noTotalAsked
            : Object.keys(words).length > 0
              ? noneOfThese
              : nothingMissing,
      },
    ];
  return [
    {
      kind: 'table',
      caption: text(
        '{n:# verzoek|# verzoeken} om informatie, wat het meest beslist eerst',
        '{n:Une demande|# demandes} d’information, la plus décisive d’abord',
        '{n:# Informationsersuchen}, das Wichtigste zuerst',
        '{n:# request|# requests} for information, what settles most first',
        { n: requests.length },
      ),
      columns: [
        column('label', 'aan wie', 'à qui', 'an wen', 'to whom'),
        column('words', 'wat', 'quoi', 'was', 'what'),
        column(
          'words',
          'wat het beslist',
          'ce que cela tranche',
          'was es klärt',
          'what it settles',
        ),
        column(
          'words',
          'nu gepubliceerd',
          'publié à ce jour',
          'bisher veröffentlicht',
          'published now',
        ),
      ],
      rows: requests.map((request): readonly Figure[] => [
        { shown: toText(request) },
        { shown: whatText(request) },
        { shown: settlesText(request) },
        publishedFigure(request),
      ]),
      notes: [
        text(
          'Gevraagd wordt aan wie het cijfer zelf publiceerde, anders aan wie een ruimer gebied of een buurplaats in hetzelfde land telt.',
          'La demande va à qui a publié le chiffre même, sinon à qui compte une zone plus large ou un lieu voisin du même pays.',
          'Gefragt wird, wer die Zahl selbst veröffentlicht hat, sonst wer ein größeres Gebiet oder einen Nachbarort im selben Land zählt.',
          'Asked is whoever published the figure itself, else whoever counts a wider area or a neighbouring place in the same country.',
        ),
      ],
    },
  ];
}
