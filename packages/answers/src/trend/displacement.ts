import type { Block, Figure, TableBlock } from '@samenbeeld/page';
import {
  hasFigure,
  inEach,
  listedTexts,
  type MemberTotal,
  percent,
  type Text,
} from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { between, column, dated, joined, none, placeText, text } from '../text.ts';
import { neighbourPort } from './neighbour-port.ts';

/** The share of a place in what it and some neighbours report together; its ends are those of contested and rounded figures. */
interface Share {
  readonly low: number;
  readonly high: number;
}

/** What a place reports of a period; null where that is no figure with two ends. */
type Ends = { readonly lowest: number; readonly highest: number } | null;

const endsOf = (member: MemberTotal | undefined): Ends =>
  member && hasFigure(member) && member.lowest !== null && member.highest !== null
    ? { lowest: member.lowest, highest: member.highest }
    : null;

/** A share is lowest where the place has its lowest figure and its neighbours their highest. */
function shareOf(own: Ends, others: readonly Ends[]): Share | null {
  if (own === null) return null;
  let [low, high] = [0, 0];
  for (const other of others) {
    if (other === null) return null;
    low += other.lowest;
    high += other.highest;
  }
  if (own.highest + low === 0) return null;
  return {
    low: own.lowest + high === 0 ? 0 : own.lowest / (own.lowest + high),
    high: own.highest / (own.highest + low),
  };
}

const shown = ({ low, high }: Share): Text => {
  const [first, last] = [low, high].map((value) => inEach((language) => percent(value, language)));
  return first && last && first.en !== last.en ? between(first, last) : (first ?? none);
};

/** Each neighbour alone, and all of them: what a choice of them changes is then seen. */
const choicesOf = (beside: readonly string[]): readonly (readonly string[])[] => [
  ...beside.map((place) => [place]),
  ...(beside.length > 1 ? [beside] : []),
];

/**
 * The share of a place among its neighbours, for each choice of them, by year: what can be said of kilograms that were published.
 * A test of displacement is of counts, and has controls that nothing could have moved to; neither is published.
 */
export function displacementBlocks(
  analysis: Analysis,
  place: string,
  beside: readonly string[],
): readonly Block[] {
  const { totals } = analysis;
  const neighbours = new Map(
    beside.flatMap((code) => {
      const found = neighbourPort(analysis, code);
      return found
        ? [[code, new Map(found.totals.map((total) => [total.period, total.members[0]]))] as const]
        : [];
    }),
  );
  const choices = choicesOf(beside.filter((code) => neighbours.has(code)));
  const rows = totals.map((total) => {
    const own = endsOf(total.members.find((member) => member.place === place));
    return {
      period: total.period,
      shares: choices.map((choice) =>
        shareOf(
          own,
          choice.map((code) => endsOf(neighbours.get(code)?.get(total.period))),
        ),
      ),
    };
  });
  const known = rows.filter(({ shares }) => shares.some((share) => share !== null));
  const table: TableBlock = {
    kind: 'table',
    caption: text(
      'Aandeel van {place} in wat het samen met buurhavens meldde',
      'Part de {place} dans ce que ce port et ses voisins ont déclaré',
      'Anteil von {place} an dem, was es mit Nachbarn meldete',
      'Share of {place} in what it reported together with neighbours',
      { place: placeText(place) },
    ),
    columns: [
      column('label', 'jaar', 'année', 'Jahr', 'year'),
      ...choices.map((choice) => ({
        label: text('met {all}', 'avec {all}', 'mit {all}', 'with {all}', {
          all: listedTexts(choice.map(placeText)),
        }),
        kind: 'number' as const,
      })),
    ],
    rows: known.map(({ period, shares }): readonly Figure[] => [
      { shown: dated(period) },
      ...shares.map((share) => (share === null ? { shown: none } : { shown: shown(share) })),
    ]),
    notes: [
      text(
        'Een bereik waar een cijfer betwist of afgerond is; een streepje waar een haven geen jaarcijfer heeft.',
        'Une fourchette là où un chiffre est contesté ou arrondi ; un tiret là où un port n’a pas de chiffre annuel.',
        'Eine Spanne, wo eine Zahl umstritten oder gerundet ist; ein Strich, wo ein Hafen keinen Jahreswert hat.',
        'A range where a figure is contested or rounded; a dash where a port has no annual figure.',
      ),
    ],
  };
  return known.length === 0
    ? [{ kind: 'paragraph', text: nothingBeside }, limits]
    : [...courseBlocks(place, choices, known), table, limits];
}

/** Whether a share is higher or lower than another, whatever is true within their ranges. */
function course(first: Share, last: Share): 'higher' | 'lower' | 'open' {
  if (last.low > first.high) return 'higher';
  return last.high < first.low ? 'lower' : 'open';
}

/** How the share went for each choice of neighbours; nothing where no choice has two years. */
function courseBlocks(
  place: string,
  choices: readonly (readonly string[])[],
  rows: readonly { readonly period: string; readonly shares: readonly (Share | null)[] }[],
): readonly Block[] {
  const each = choices.flatMap((choice, at) => {
    const own = rows.flatMap(({ period, shares }) => {
      const share = shares[at] ?? null;
      return share === null ? [] : [{ period, share }];
    });
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last || first === last) return [];
    const steps = own
      .slice(1)
      .map(({ share }, next) => course((own[next] as typeof first).share, share));
    const isOneWay = !steps.includes('higher') || !steps.includes('lower');
    const words = {
      all: listedTexts(choice.map(placeText)),
      from: dated(first.period),
      to: dated(last.period),
      first: shown(first.share),
      last: shown(last.share),
    };
    const ends = text(
      'met {all} van {first} ({from}) naar {last} ({to})',
      'avec {all}, de {first} ({from}) à {last} ({to})',
      'mit {all} von {first} ({from}) auf {last} ({to})',
      'with {all} from {first} ({from}) to {last} ({to})',
      words,
    );
    const says = isOneWay
      ? ends
      : text(
          '{ends}, op en neer daartussen',
          '{ends}, avec des hausses et des baisses',
          '{ends}, dazwischen auf und ab',
          '{ends}, up and down between',
          { ends },
        );
    return [{ says, way: course(first.share, last.share) }];
  });
  if (each.length === 0) return [];
  const words = {
    place: placeText(place),
    each: joined(
      each.map(({ says }) => says),
      '; ',
    ),
  };
  const depends = new Set(each.map(({ way }) => way)).size > 1;
  return [{ kind: 'paragraph', text: depends ? dependsText(words) : alikeText(words) }];
}

const alikeText = (words: Readonly<Record<'place' | 'each', Text>>): Text =>
  text(
    'Het aandeel van {place}: {each}. Dat is geen bewijs dat er iets is verplaatst.',
    'La part de {place} : {each}. Ce n’est pas une preuve de déplacement.',
    'Der Anteil von {place}: {each}. Das ist kein Beweis für eine Verlagerung.',
    'The share of {place}: {each}. That is no proof that anything moved.',
    words,
  );

const dependsText = (words: Readonly<Record<'place' | 'each', Text>>): Text =>
  text(
    'Het aandeel van {place} hangt af van met welke havens het wordt vergeleken: {each}. Dat is geen bewijs dat er iets is verplaatst.',
    'La part de {place} dépend des ports choisis pour la comparaison : {each}. Ce n’est pas une preuve de déplacement.',
    'Der Anteil von {place} hängt davon ab, mit welchen Häfen verglichen wird: {each}. Das ist kein Beweis für eine Verlagerung.',
    'The share of {place} depends on which ports it is compared with: {each}. That is no proof that anything moved.',
    words,
  );

const nothingBeside: Text = text(
  'Van geen buurhaven staat een jaarcijfer naast een jaarcijfer van deze plaats.',
  'Aucun port voisin n’a de chiffre annuel à côté de celui de ce lieu.',
  'Von keinem Nachbarhafen steht ein Jahreswert neben einem dieses Ortes.',
  'No neighbouring port has an annual figure beside one of this place.',
);

const limits: Block = {
  kind: 'box',
  title: text(
    'Wat deze cijfers niet kunnen laten zien',
    'Ce que ces chiffres ne peuvent montrer',
    'Was diese Zahlen nicht zeigen können',
    'What these figures cannot show',
  ),
  blocks: [
    {
      kind: 'list',
      items: [
        text(
          'Een aandeel in kilo’s verschuift door één grote vangst. Een toets op verplaatsing telt vangsten, en weigert kilo’s.',
          'Une part en kilos bouge avec une seule grande saisie. Un test de déplacement compte des saisies et refuse les kilos.',
          'Ein Anteil an Kilogramm verschiebt sich durch einen einzigen großen Fund. Ein Test auf Verlagerung zählt Funde und verweigert Kilogramm.',
          'A share of kilograms moves with one large find. A test of displacement counts finds, and refuses kilograms.',
        ),
        text(
          'Waar meer of anders wordt gecontroleerd, wordt meer gevonden: een aandeel rekent daar niet mee.',
          'Là où l’on contrôle plus ou autrement, on trouve plus : une part n’en tient pas compte.',
          'Wo mehr oder anders kontrolliert wird, wird mehr gefunden: Ein Anteil berücksichtigt das nicht.',
          'Where more is checked, or otherwise, more is found: a share takes no account of it.',
        ),
        text(
          'Naar elke buurhaven kan iets zijn verplaatst; geen ervan is dus een controle die buiten schot bleef.',
          'Chaque port voisin a pu recevoir un déplacement ; aucun n’est donc un témoin resté hors d’atteinte.',
          'In jeden Nachbarhafen kann etwas verlagert worden sein; keiner ist also eine unberührte Vergleichsgruppe.',
          'Something may have moved to each neighbouring port; so none is a control that stayed out of reach.',
        ),
        text(
          'Voor een antwoord zijn vangsten per maand nodig, met de controles, vóór en na een maatregel met een datum.',
          'Pour répondre, il faut les saisies par mois, avec les contrôles, avant et après une mesure datée.',
          'Für eine Antwort braucht es Funde je Monat, mit den Kontrollen, vor und nach einer datierten Maßnahme.',
          'An answer needs finds by month, with the checks, before and after a measure that has a date.',
        ),
      ].map((words) => ({ text: words })),
    },
  ],
};
