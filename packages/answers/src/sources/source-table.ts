import { isRuleStated, notStated } from '@samenbeeld/ingest';
import type { Figure, TableBlock } from '@samenbeeld/page';
import {
  type Break,
  bases,
  type Conservation,
  listedTexts,
  metrics,
  offences,
  substances,
  type Text,
} from '@samenbeeld/schema';
import type { SourceHeld } from '../held.ts';
import { column, dated, joined, labelled, numeral, placeText, plain, text } from '../text.ts';

/** What descriptions say about a licence that has no name of its own. */
const licences: ReadonlyMap<string, Text> = new Map([
  [
    'Figures quoted with their source; rights in the texts stay with the publishers',
    text(
      'Cijfers met bronvermelding aangehaald; de rechten op de teksten blijven bij de uitgevers',
      'Chiffres cités avec leur source ; les droits sur les textes restent aux éditeurs',
      'Zahlen mit Quellenangabe zitiert; die Rechte an den Texten bleiben bei den Verlagen',
      'Figures quoted with their source; rights in the texts stay with the publishers',
    ),
  ],
  [
    'UNODC terms of use, with attribution',
    text(
      'gebruiksvoorwaarden van UNODC, met bronvermelding',
      'conditions d’utilisation de l’ONUDC, avec mention de la source',
      'Nutzungsbedingungen des UNODC, mit Quellenangabe',
      'UNODC terms of use, with attribution',
    ),
  ],
  [
    'EUDA terms of use; reproduction is authorised with attribution',
    text(
      'gebruiksvoorwaarden van EUDA; overname toegestaan met bronvermelding',
      'conditions d’utilisation de l’EUDA ; reproduction autorisée avec mention de la source',
      'Nutzungsbedingungen der EUDA; Wiedergabe mit Quellenangabe erlaubt',
      'EUDA terms of use; reproduction is authorised with attribution',
    ),
  ],
  [
    notStated.licence,
    text(
      'licentie niet vermeld',
      'licence non précisée',
      'Lizenz nicht angegeben',
      'licence not said',
    ),
  ],
  [
    'MIT, synthetic data',
    text(
      'MIT, synthetische gegevens',
      'MIT, données synthétiques',
      'MIT, synthetische Daten',
      'MIT, synthetic data',
    ),
  ],
]);

const citedDocuments = text(
  'aangehaald, elk met zijn document',
  'cités, chacun avec son document',
  'zitiert, je mit Dokument',
  'cited, each with its document',
);

/** A licence in the words of the reader, where it has no name of its own. */
export function licenceText(licence: string): Text {
  // Of what sheets of services hold, its kind stands in it.
  const known = /^cited .+, each with its document$/u.test(licence) ? citedDocuments : null;
  return known ?? licences.get(licence.replace(/ of this repository$/u, '')) ?? plain(licence);
}

/** Citations of descriptions that name no publication of somebody else: the project's own words, for the years told. */
const citations: readonly ((years: string) => Text)[] = [
  (years) =>
    text(
      'samenbeeld, oefening van de Benelux (synthetisch), {years}',
      'samenbeeld, exercice du Benelux (synthétique), {years}',
      'samenbeeld, Übung der Benelux (synthetisch), {years}',
      'samenbeeld, exercise of the Benelux (synthetic), {years}',
      { years },
    ),
  (years) =>
    text(
      'Cijfers van {years} uit pers, parlementaire antwoorden en officiële publicaties; elke rij noemt het adres van haar publicatie',
      'Chiffres de {years} tirés de la presse, de réponses parlementaires et de publications officielles ; chaque ligne porte l’adresse de sa publication',
      'Zahlen von {years} aus Presse, parlamentarischen Antworten und amtlichen Veröffentlichungen; jede Zeile nennt die Adresse ihrer Veröffentlichung',
      'Figures of {years} from press, parliamentary answers and official releases; each record carries the address of its publication',
      { years },
    ),
  (years) =>
    text(
      'Cijfers van {years} over havens en landen uit pers, parlementaire antwoorden en officiële publicaties; elke rij noemt het adres van haar publicatie',
      'Chiffres de {years} sur des ports et des pays, tirés de la presse, de réponses parlementaires et de publications officielles ; chaque ligne porte l’adresse de sa publication',
      'Zahlen von {years} zu Häfen und Ländern aus Presse, parlamentarischen Antworten und amtlichen Veröffentlichungen; jede Zeile nennt die Adresse ihrer Veröffentlichung',
      'Figures of {years} on ports and countries from press, parliamentary answers and official releases; each row carries the address of its publication',
      { years },
    ),
  (years) =>
    text(
      'Cijfers van {years} over post- en koerierszendingen uit pers en officiële publicaties; elke rij noemt het adres van haar publicatie',
      'Chiffres de {years} sur les envois postaux et de messagerie, tirés de la presse et de publications officielles ; chaque ligne porte l’adresse de sa publication',
      'Zahlen von {years} zu Post- und Kuriersendungen aus Presse und amtlichen Veröffentlichungen; jede Zeile nennt die Adresse ihrer Veröffentlichung',
      'Figures of {years} on post and courier items from press and official releases; each row carries the address of its publication',
      { years },
    ),
  (years) =>
    text(
      'Cijfers van {years} over vijf financiële-inlichtingeneenheden uit pers en officiële publicaties; elke rij noemt het adres van haar publicatie',
      'Chiffres de {years} sur cinq cellules de renseignement financier, tirés de la presse et de publications officielles ; chaque ligne porte l’adresse de sa publication',
      'Zahlen von {years} zu fünf Zentralstellen für Finanztransaktionsuntersuchungen aus Presse und amtlichen Veröffentlichungen; jede Zeile nennt die Adresse ihrer Veröffentlichung',
      'Figures of {years} on five financial intelligence units from press and official releases; each row carries the address of its publication',
      { years },
    ),
  (years) =>
    text(
      'Cijfers van {years} uit pers, van bankenverenigingen en uit antwoorden van ministers; elke rij noemt het adres van haar publicatie',
      'Chiffres de {years} tirés de la presse, de fédérations bancaires et de réponses de ministres ; chaque ligne porte l’adresse de sa publication',
      'Zahlen von {years} aus Presse, von Bankenverbänden und aus Antworten von Ministern; jede Zeile nennt die Adresse ihrer Veröffentlichung',
      'Figures of {years} from press, federations of banks and answers of ministers; each row carries the address of its publication',
      { years },
    ),
  (years) =>
    text(
      'Cijfers van {years} uit pers en van het Europees drugsagentschap; elke rij noemt het adres van haar publicatie',
      'Chiffres de {years} tirés de la presse et de l’agence européenne sur les drogues ; chaque ligne porte l’adresse de sa publication',
      'Zahlen von {years} aus Presse und von der Europäischen Drogenagentur; jede Zeile nennt die Adresse ihrer Veröffentlichung',
      'Figures of {years} from press and the European drugs agency; each row carries the address of its publication',
      { years },
    ),
];

/** Questions of a description under which its citation and licence stand: each asks for both. */
const asksWhose = /^(?:\d+ )?(?:publisher|citation|licence)\b/u;

/** What a description says, marked where nobody has confirmed it. */
function stated(figure: Figure, isOpen: boolean): Figure {
  if (!isOpen) return figure;
  const shown = text(
    '{what} (open: niet bevestigd)',
    '{what} (question ouverte : non confirmé)',
    '{what} (offen: nicht bestätigt)',
    '{what} (open: not confirmed)',
    { what: figure.shown },
  );
  return { ...figure, shown };
}

/** How a source is cited; where its publisher is not known, that is said in the reader's words. */
function citationFigure({ citation, language }: SourceHeld['source']): Figure {
  if (!citation.startsWith(notStated.publisher)) {
    const [years = ''] = /\d{4}(?:–\d{4})?/u.exec(citation) ?? [];
    const own = citations.map((cited) => cited(years)).find(({ en }) => en === citation);
    return own ? { shown: own } : { shown: plain(citation), language };
  }
  return {
    shown: text(
      'uitgever niet vermeld{rest}',
      'éditeur non précisé{rest}',
      'Herausgeber nicht angegeben{rest}',
      'publisher not said{rest}',
      { rest: citation.slice(notStated.publisher.length) },
    ),
  };
}

/** Of which sources nobody has said by which rule they count; none where all have. */
function unstatedRules(sources: readonly SourceHeld[]): readonly Text[] {
  const named = sources.filter(({ definitions }) =>
    definitions.some((definition) => !isRuleStated(definition)),
  );
  if (named.length === 0) return [];
  return [
    text(
      'Telregel niet vermeld: {sources}.',
      'Règle de comptage non précisée : {sources}.',
      'Zählregel nicht angegeben: {sources}.',
      'Counting rule not said: {sources}.',
      {
        sources: joined(
          named.map(({ source }) => source.title),
          ', ',
        ),
      },
    ),
  ];
}

/** Where the figures come from, and under which licence. */
export function sourceTable(sources: readonly SourceHeld[]): TableBlock {
  const notes = unstatedRules(sources);
  return {
    kind: 'table',
    caption: text('Bronnen', 'Sources', 'Quellen', 'Sources'),
    columns: [
      column('words', 'bron', 'source', 'Quelle', 'source'),
      column('words', 'bronvermelding', 'référence', 'Quellenangabe', 'citation'),
      column('words', 'licentie', 'licence', 'Lizenz', 'licence'),
    ],
    rows: sources.map(({ source, open = [] }) => {
      const isOpen = open.some(({ en }) => asksWhose.test(en));
      return [
        { shown: source.title },
        stated(citationFigure(source), isOpen),
        // The name of a licence is of no language.
        stated(
          { shown: licenceText(source.licence) },
          isOpen && source.licence !== notStated.licence,
        ),
      ];
    }),
    ...(notes.length > 0 && { notes }),
  };
}

/** From which files rules leave finds out: which, and how much they weigh, is not told. */
function leftOutNote(conservation: readonly Conservation[]): readonly Text[] {
  const files = conservation.filter(({ putAside = [] }) => putAside.some(({ leftOut }) => leftOut));
  if (files.length === 0) return [];
  return [
    text(
      'Vangsten uit {files} zijn door een regel van de bronbeschrijving weggelaten. Waar zij bij kunnen horen, is alleen een ondergrens bekend.',
      'Des saisies de {files} sont laissées de côté par une règle de la description de source. Là où elles peuvent compter, seul un minimum est connu.',
      'Funde aus {files} lässt eine Regel der Quellenbeschreibung weg. Wo sie dazugehören können, ist nur eine Untergrenze bekannt.',
      'Finds of {files} are left out by a rule of the source description. Where they may belong, only a lower limit is known.',
      { files: listedTexts(files.map(({ file }) => plain(file))) },
    ),
  ];
}

/** What became of every item of every file. */
export function conservationTable(conservation: readonly Conservation[]): TableBlock {
  return {
    kind: 'table',
    caption: text(
      'Wat er met elk gegeven is gebeurd',
      'Ce qu’est devenue chaque donnée',
      'Was aus jeder Angabe geworden ist',
      'What became of every item',
    ),
    columns: [
      column('label', 'bestand', 'fichier', 'Datei', 'file'),
      column('number', 'rijen', 'lignes', 'Zeilen', 'rows'),
      column('number', 'gegevens', 'données', 'Angaben', 'items'),
      column('number', 'aanvaard', 'acceptées', 'angenommen', 'accepted'),
      column('number', 'uitgesloten', 'exclues', 'ausgeschlossen', 'excluded'),
      column('number', 'geweigerd', 'rejetées', 'abgewiesen', 'rejected'),
    ],
    rows: conservation.map((file) => [
      { shown: plain(file.file) },
      ...[file.rows, file.items, file.accepted, file.excluded, file.rejected].map((value) => ({
        shown: numeral(value),
        value,
      })),
    ]),
    notes: [
      text(
        'Aanvaard, uitgesloten en geweigerd tellen op tot alle gegevens; uitgesloten is met naam en reden in de bronbeschrijving.',
        'Les données acceptées, exclues et rejetées font le total ; toute exclusion est nommée et motivée dans la description de la source.',
        'Angenommen, ausgeschlossen und abgewiesen ergeben alle Angaben; jeder Ausschluss ist in der Quellenbeschreibung benannt und begründet.',
        'Accepted, excluded and rejected add up to all items; each exclusion is named, with its reason, in the source description.',
      ),
      ...leftOutNote(conservation),
    ],
  };
}

const blocks = text(
  'onderbreekt een trend',
  'interrompt une tendance',
  'unterbricht einen Trend',
  'stops a trend',
);
const informs = text('ter informatie', 'pour information', 'zur Information', 'for information');

/** Which series a break applies to, in words: "Belgium, seized in the territory". */
function seriesOf({ place, metric, basis, substance, offence }: Break['series']): Text {
  const parts = [
    place === undefined ? null : placeText(place),
    metric === undefined ? null : labelled(metrics, metric),
    basis === undefined ? null : labelled(bases, basis),
    substance === undefined ? null : labelled(substances, substance),
    offence === undefined ? null : labelled(offences, offence),
  ].filter((part) => part !== null);
  return parts.length > 0 ? joined(parts, ', ') : text('alle', 'toutes', 'alle', 'all');
}

/** Breaks that sources declare in the series that a picture holds, and whether each stops a trend. */
export function breakTable(
  sources: readonly SourceHeld[],
  breaks: readonly Break[],
): TableBlock | null {
  const rows = sources.flatMap((source) =>
    breaks.filter(({ source: id }) => id === source.id).map((entry) => ({ source, entry })),
  );
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    caption: text(
      'Gemelde breuken in reeksen',
      'Ruptures signalées dans les séries',
      'Angegebene Brüche in Reihen',
      'Declared breaks in series',
    ),
    columns: [
      column('label', 'vanaf', 'à partir du', 'ab', 'from'),
      column('words', 'bron', 'source', 'Quelle', 'source'),
      column('words', 'reeks', 'série', 'Reihe', 'series'),
      column('words', 'gevolg', 'effet', 'Folge', 'effect'),
      column('words', 'wat er veranderde', 'ce qui a changé', 'was sich änderte', 'what changed'),
    ],
    rows: rows.map(({ source, entry }) => [
      { shown: dated(entry.on) },
      { shown: source.source.title },
      { shown: seriesOf(entry.series) },
      { shown: entry.severity === 'block_trend' ? blocks : informs },
      { shown: entry.note },
    ]),
    notes: [
      text(
        'Over een breuk die een trend onderbreekt, loopt geen trend en geen index. Een breuk ter informatie wordt bij de reeks vermeld.',
        'Ni tendance ni indice ne franchit une rupture qui interrompt une tendance. Une rupture pour information est signalée avec la série.',
        'Über einen Bruch, der einen Trend unterbricht, geht kein Trend und kein Index. Ein Bruch zur Information steht bei der Reihe.',
        'No trend and no index crosses a break that stops it. A break for information is told beside the series.',
      ),
    ],
  };
}
