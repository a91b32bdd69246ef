import { parsePairSubject, recordsOfPair } from '@samenbeeld/merge';
import type { Block, Words } from '@samenbeeld/page';
import {
  agencies,
  classifications,
  type Decision,
  type Handling,
  headed,
  inSigns,
  programmes,
  type SheetName,
  sheetKinds,
  type Text,
  type Tlp,
  tlpOrder,
  wrongUse,
} from '@samenbeeld/schema';
import { type Analysis, aboutAnswer, claimsById } from '../analysis.ts';
import { type QuestionWords, wordsGiven } from '../questions.ts';
import { countText } from '../sheets/rows-of-sheet.ts';
import { capitalised, coloned, dated, joined, labelled, plain, scopeText, text } from '../text.ts';
import { completenessFinding } from '../totals/completeness-finding.ts';
import { floorFinding } from '../totals/floor-finding.ts';
import type { WhyOf } from '../totals/yearly-table.ts';

/** The most closed marking that the page may show; what it says itself is open where nothing is asked. */
function tlpAsked(words: QuestionWords, written: string): Tlp {
  const [named = 'CLEAR'] = wordsGiven(words['tlp']);
  const found = tlpOrder.find((tlp) => tlp === named.toUpperCase().replace('TLP:', ''));
  if (found) return found;
  throw wrongUse(
    '{written} vraagt een van {all}, niet "{named}".',
    '{written} demande l’un de {all}, et non « {named} ».',
    '{written} verlangt eines von {all}, nicht „{named}“.',
    '{written} takes one of {all}, not "{named}".',
    { written, named, all: tlpOrder.join(', ') },
  );
}

/** Whether what bears this marking may stand on a page of that one: no further restriction, and no more closed. */
const isWithin = ({ tlp, classification, h, purposes }: Handling, most: Tlp): boolean =>
  tlpOrder.indexOf(tlp) <= tlpOrder.indexOf(most) &&
  classification === 'none' &&
  purposes.length === 0 &&
  h.every((code) => code === 'H0');

const asOfText = (day: string): Text =>
  text(', stand {day}', ', situation au {day}', ', Stand {day}', ', as of {day}', {
    day: dated(day),
  });

const sheetNames = Object.keys(sheetKinds) as readonly SheetName[];

/** The marking of a picture in one line. */
const markingText = ({ tlp, classification, h, purposes }: Handling): Text =>
  joined(
    [
      plain(`TLP:${tlp}`),
      ...(classification === 'none' ? [] : [labelled(classifications, classification)]),
      ...[...h, ...purposes].map(plain),
    ],
    ' ',
  );

/** Whether all that is named comes from sources that may be shown; what is not known to does not. */
function restsOnShown(
  analysis: Analysis,
  closed: ReadonlySet<string>,
): (ids: readonly string[]) => boolean {
  const { observations, seizures, sources } = analysis.gathered;
  const sourcesOf = new Map<string, readonly string[]>([
    ...sources.map(({ id }) => [id, [id]] as const),
    ...[...observations, ...seizures].map(({ id, source }) => [id, [source]] as const),
    ...[...claimsById(analysis)].map(
      ([id, { rows }]) => [id, rows.map(({ source }) => source)] as const,
    ),
  ]);
  return (ids) =>
    ids.length > 0 &&
    ids.every((id) => sourcesOf.get(id)?.every((source) => !closed.has(source)) ?? false);
}

/** What a decision is on: records and claims by id, or the source whose words it explains. */
function namedBy(
  { grounds }: Pick<Analysis, 'grounds'>,
  { kind, subject, takenOn }: Decision,
): readonly string[] {
  const pair = parsePairSubject(subject);
  return [
    ...(pair ? recordsOfPair(pair) : []),
    ...(kind === 'crosswalk' || kind === 'correction' ? subject.split(' ').slice(1, 2) : []),
    ...[...(takenOn ?? []), ...(grounds.get(subject) ?? [])].map(({ id }) => id),
  ];
}

/** What is within a marking of what a picture holds, and how much is not. */
function splitBy(analysis: Analysis, most: Tlp) {
  const { gathered, decisions, conflicts } = analysis;
  const isOpen = ({ handling }: { readonly handling: Handling }): boolean =>
    isWithin(handling, most);
  const sources = gathered.sources.map(({ source }) => source);
  const open = sources.filter(isOpen);
  const closed = new Set(
    [...sources, ...(gathered.sheets?.sources ?? [])]
      .filter((source) => !isOpen(source))
      .map(({ id }) => id),
  );
  const rows = sheetNames.flatMap((kind) =>
    (gathered.sheets?.[kind] ?? []).map(({ source }) => ({ kind, source })),
  );
  const records = [...gathered.observations, ...gathered.seizures];
  const isWhole = open.length === sources.length;
  const isShown = restsOnShown(analysis, closed);
  return {
    sources: open,
    isWhole,
    closed: sources.length - open.length,
    decisions: decisions.filter((one) => isWhole || isShown(namedBy(analysis, one))),
    conflicts: conflicts.filter(({ claims }) => isWhole || isShown(claims)),
    files: gathered.inputs.filter(({ source }) => open.some(({ id }) => id === source)).length,
    records: records.filter(({ source }) => !closed.has(source)).length,
    rows: rows.filter(({ source }) => !closed.has(source)),
    leftOut: [...records, ...rows].filter(({ source }) => closed.has(source)).length,
  };
}

const nothing: Text = inSigns('');

const headings = {
  done: text('Wat is gedaan', 'Ce qui a été fait', 'Was getan wurde', 'What was done'),
  who: text('Door wie', 'Par qui', 'Von wem', 'By whom'),
  data: text('Met welke gegevens', 'Sur quelles données', 'Mit welchen Daten', 'On what data'),
  may: text(
    'Wat gezegd mag worden',
    'Ce qui peut être dit',
    'Was gesagt werden darf',
    'What may be said',
  ),
  not: text(
    'Wat niet gezegd mag worden',
    'Ce qui ne peut l’être',
    'Was nicht gesagt werden darf',
    'What may not be said',
  ),
  again: text('Hoe te herhalen', 'Comment refaire', 'Wie zu wiederholen', 'How to repeat it'),
};

const ofClosed: Text = text(
  'De cijfers rusten mede op bronnen die deze bladzijde niet mag tonen, en staan er daarom niet.',
  'Les chiffres reposent en partie sur des sources que cette page ne peut montrer ; ils n’y figurent donc pas.',
  'Die Zahlen beruhen auch auf Quellen, die diese Seite nicht zeigen darf, und stehen deshalb nicht darauf.',
  'The figures rest in part on sources that this page may not show, so they do not stand on it.',
);
const noQuestions: Text = text(
  'Dit beeld stelt geen vraag naar een totaal; wat het zegt, staat in zijn rapport.',
  'Ce tableau ne demande aucun total ; ce qu’il dit figure dans son rapport.',
  'Dieses Lagebild fragt nach keiner Summe; was es sagt, steht in seinem Bericht.',
  'This picture asks for no total; what it says stands in its report.',
);

const noSource: Text = text(
  'Geen bron van dit beeld mag op deze bladzijde staan.',
  'Aucune source de ce tableau ne peut figurer sur cette page.',
  'Keine Quelle dieses Lagebilds darf auf dieser Seite stehen.',
  'No source of this picture may stand on this page.',
);

const noDecision: Text = text(
  'Nog niemand heeft iets beslist.',
  'Personne n’a encore rien décidé.',
  'Noch niemand hat etwas entschieden.',
  'Nobody has decided anything yet.',
);
const noneOfShown: Text = text(
  'Van geen beslissing is bekend dat zij alleen op de getoonde bronnen rust.',
  'D’aucune décision il n’est établi qu’elle repose sur les seules sources montrées.',
  'Von keiner Entscheidung ist bekannt, dass sie allein auf den gezeigten Quellen beruht.',
  'No decision is known to rest on the shown sources alone.',
);
const ofShown: Text = text(
  'Tussen de getoonde bronnen',
  'Entre les sources montrées',
  'Zwischen den gezeigten Quellen',
  'Between the shown sources',
);
const notCounted: Text = text(
  'Beslissingen en tegenspraken die rusten op wat hier niet mag staan, tellen niet mee.',
  'Les décisions et contradictions qui reposent sur ce qui ne peut figurer ici ne sont pas comptées.',
  'Entscheidungen und Widersprüche, die auf dem beruhen, was hier nicht stehen darf, zählen nicht mit.',
  'Decisions and contradictions that rest on what may not stand here are not counted.',
);

/** What is not on the page: items, and sources that it may not show, though none of their items is read. */
function leftOutText(items: number, sources: number): readonly Text[] {
  if (items + sources === 0)
    return [
      text(
        'Er is niets weggelaten.',
        'Rien n’est omis.',
        'Nichts ist weggelassen.',
        'Nothing is left out.',
      ),
    ];
  return [
    ...(items === 0
      ? []
      : [
          text(
            '{items:# gegeven staat|# gegevens staan} er niet op.',
            '{items:Une donnée n’y figure pas|# données n’y figurent pas}.',
            '{items:Eine Angabe steht|# Angaben stehen} nicht darauf.',
            '{items:# item is|# items are} not on it.',
            { items },
          ),
        ]),
    ...(sources === 0
      ? []
      : [
          text(
            '{sources:# bron van cijfers mag|# bronnen van cijfers mogen} er niet op staan.',
            '{sources:Une source de chiffres ne peut y figurer|# sources de chiffres ne peuvent y figurer}.',
            '{sources:Eine Quelle von Zahlen darf|# Quellen von Zahlen dürfen} nicht darauf stehen.',
            '{sources:# source of figures|# sources of figures} may not stand on it.',
            { sources },
          ),
        ]),
  ];
}

/** How many contradictions nobody has decided; none is what holds of the data, and nothing that may not be said. */
const contradictionsText = (open: number, isWhole: boolean): Text =>
  headed(
    isWhole ? undefined : ofShown,
    text(
      '{open:Geen tegenspraak staat open.|# tegenspraak is niet beslist; over dat cijfer is niets vast te stellen.|# tegenspraken zijn niet beslist; over die cijfers is niets vast te stellen.}',
      '{open:Aucune contradiction n’est ouverte.|Une contradiction n’est pas tranchée ; rien ne peut être établi sur ce chiffre.|# contradictions ne sont pas tranchées ; rien ne peut être établi sur ces chiffres.}',
      '{open:Kein Widerspruch ist offen.|# Widerspruch ist nicht entschieden; zu dieser Zahl steht nichts fest.|# Widersprüche sind nicht entschieden; zu diesen Zahlen steht nichts fest.}',
      '{open:No contradiction is open.|# contradiction is not decided; nothing is settled about that figure.|# contradictions are not decided; nothing is settled about those figures.}',
      { open },
    ),
  );

const noFloor: Text = text(
  'Van geen totaal staat vast hoeveel het minstens is.',
  'Pour aucun total, un minimum n’est établi.',
  'Bei keiner Summe steht fest, wie hoch sie mindestens ist.',
  'Of no total it is settled how much it is at least.',
);

/** What may be said, as far as every source of figures may be shown. */
function mayBeSaid(analysis: Analysis, isWhole: boolean, whyOf: WhyOf): readonly Words[] {
  if (!isWhole) return [{ text: ofClosed }];
  const asked = analysis.answers.filter(({ settled }) => settled.totals.length > 0);
  if (asked.length === 0) return [{ text: noQuestions }];
  return asked.flatMap((one) => {
    const own = aboutAnswer(analysis, one);
    const of = (words: Text): Text =>
      asked.length === 1 ? words : coloned(capitalised(scopeText(one.question)), words);
    // A floor names what it is of itself.
    const known: Words = floorFinding(own, whyOf) ?? { text: of(noFloor) };
    const held: Words = completenessFinding(own);
    return [known, { ...held, text: of(held.text) }].map(({ text: words, figures }) => ({
      text: words,
      ...(figures && { figures }),
    }));
  });
}

/**
 * One page by which others may do the same: what was done, by whom, on what data, what may be said, what not, and how to repeat it.
 * Rows above the marking that is asked are left out and counted; so are figures that rest on one.
 */
export function bestPracticeBlocks(
  analysis: Analysis,
  words: QuestionWords,
  whyOf: WhyOf,
): readonly Block[] {
  const { picture, synthetic } = analysis;
  const most = tlpAsked(words, (picture.written ?? ((name: string) => name))('tlp'));
  const { sources, isWhole, files, records, rows, leftOut, closed, decisions, conflicts } = splitBy(
    analysis,
    most,
  );
  const handling = picture.handling ?? analysis.handling;
  const open = conflicts.filter(({ state }) => state === 'undecided').length;
  const contradictions = [contradictionsText(open, isWhole), ...(isWhole ? [] : [notCounted])];
  const frames = [...new Set(sources.flatMap((source) => source.programmes ?? []))].sort();
  const services = decisions.flatMap(({ agency }) => (agency ? [labelled(agencies, agency)] : []));
  const kindsOfRows = rows.map(({ kind }) => sheetKinds[kind].rows);
  const listed = (title: Text, items: readonly Words[]): readonly Block[] => [
    { kind: 'heading', text: title },
    { kind: 'list', items },
  ];
  const part = (title: Text, items: readonly Text[]): readonly Block[] =>
    listed(
      title,
      items.map((words) => ({ text: words })),
    );
  return [
    {
      kind: 'paragraph',
      text: joined(
        [
          text(
            'Blad voor herhaling van het beeld {name}, tot en met TLP:{most}.',
            'Fiche pour refaire le tableau {name}, jusqu’à TLP:{most}.',
            'Blatt zum Wiederholen des Lagebilds {name}, bis TLP:{most}.',
            'Page to repeat the picture {name}, up to TLP:{most}.',
            { name: picture.picture, most },
          ),
          ...leftOutText(leftOut, closed),
          ...(isWithin(handling, most)
            ? []
            : [
                text(
                  'Het draagt de markering van het beeld, {marking}, en gaat niet verder dan het beeld, ook al toont het niets boven TLP:{most}.',
                  'Elle porte le marquage du tableau, {marking}, et ne se diffuse pas plus largement que lui, même si elle ne montre rien au-dessus de TLP:{most}.',
                  'Es trägt die Kennzeichnung des Lagebilds, {marking}, und geht nicht weiter als dieses, auch wenn es nichts über TLP:{most} zeigt.',
                  'It bears the marking of the picture, {marking}, and goes no further than the picture does, even though it shows nothing above TLP:{most}.',
                  { marking: markingText(handling), most },
                ),
              ]),
        ],
        ' ',
      ),
    },
    ...part(headings.done, [
      ...(analysis.answers.length === 0
        ? [noQuestions]
        : analysis.answers.map(({ question }) =>
            coloned(text('Gevraagd', 'Demandé', 'Gefragt', 'Asked'), scopeText(question)),
          )),
      ...(frames.length === 0
        ? []
        : [
            coloned(
              text('Kader', 'Cadre', 'Rahmen', 'Frame'),
              joined(
                frames.map((frame) => labelled(programmes, frame)),
                ', ',
              ),
            ),
          ]),
    ]),
    ...part(headings.who, [
      ...(sources.length === 0
        ? []
        : [
            coloned(
              text('Bronnen van', 'Sources de', 'Quellen von', 'Sources of'),
              countText(sources.map(({ publisher }) => labelled(agencies, publisher))),
            ),
          ]),
      ...(decisions.length === 0
        ? [isWhole ? noDecision : noneOfShown]
        : [
            text(
              '{n:Eén beslissing, met|# beslissingen, elk met} functie en reden{who}.',
              '{n:Une décision, avec|# décisions, chacune avec} fonction et motif{who}.',
              '{n:Eine Entscheidung, mit|# Entscheidungen, je mit} Funktion und Grund{who}.',
              '{n:One decision, with|# decisions, each with} a role and a reason{who}.',
              {
                n: decisions.length,
                who: services.length === 0 ? '' : coloned(nothing, countText(services)),
              },
            ),
          ]),
    ]),
    ...part(headings.data, [
      sources.length === 0
        ? noSource
        : text(
            '{files:# bestand|# bestanden} van {sources:# bron|# bronnen}, {records:# gegeven|# gegevens}{at}{made}.',
            '{files:# fichier|# fichiers} de {sources:# source|# sources}, {records:# donnée|# données}{at}{made}.',
            '{files:Keine Datei|Eine Datei|# Dateien} aus {sources:# Quelle|# Quellen}, {records:# Angabe|# Angaben}{at}{made}.',
            '{files:# file|# files} of {sources:# source|# sources}, {records:# item|# items}{at}{made}.',
            {
              ...{ files, sources: sources.length, records },
              // A picture without records has no day.
              at: picture.asOf === '' ? '' : asOfText(picture.asOf),
              made: synthetic ? invented : '',
            },
          ),
      ...(kindsOfRows.length === 0
        ? []
        : [coloned(text('Bladen', 'Feuilles', 'Blätter', 'Sheets'), countText(kindsOfRows))]),
      ...(open === 0 ? contradictions : []),
    ]),
    ...listed(headings.may, mayBeSaid(analysis, isWhole, whyOf)),
    ...part(headings.not, [
      text(
        'Een oorzaak, of een effect van wat er is gedaan: het beeld legt cijfers naast elkaar en vergelijkt niet met wat anders zou zijn gebeurd.',
        'Une cause, ou un effet de ce qui a été fait : le tableau met des chiffres côte à côte et ne compare pas avec ce qui se serait passé autrement.',
        'Eine Ursache oder eine Wirkung dessen, was getan wurde: Das Lagebild stellt Zahlen nebeneinander und vergleicht nicht mit dem, was sonst geschehen wäre.',
        'A cause, or an effect of what was done: the picture puts figures side by side and does not compare with what would have happened otherwise.',
      ),
      ...(open === 0 ? [] : contradictions),
    ]),
    ...part(headings.again, [
      text(
        'Bouw het met dezelfde bestanden (hun vingerafdrukken staan in data/datapackage.json): `samenbeeld build {file} --out {out}`.',
        'Construisez-le avec les mêmes fichiers (leurs empreintes figurent dans data/datapackage.json) : `samenbeeld build {file} --out {out}`.',
        'Bauen Sie es mit denselben Dateien (ihre Fingerabdrücke stehen in data/datapackage.json): `samenbeeld build {file} --out {out}`.',
        'Build it from the same files (their fingerprints stand in data/datapackage.json): `samenbeeld build {file} --out {out}`.',
        { file: `${picture.picture}.picture.yaml`, out: `out/${picture.picture}` },
      ),
      text(
        'Met eigen cijfers: `samenbeeld init`, of vul een blad in dat `samenbeeld template` schrijft, en vraag hetzelfde.',
        'Avec vos propres chiffres : `samenbeeld init`, ou remplissez une feuille écrite par `samenbeeld template`, puis demandez la même chose.',
        'Mit eigenen Zahlen: `samenbeeld init`, oder füllen Sie ein Blatt aus, das `samenbeeld template` schreibt, und fragen Sie dasselbe.',
        'With figures of your own: `samenbeeld init`, or fill in a sheet that `samenbeeld template` writes, and ask the same.',
      ),
    ]),
  ];
}

const invented: Text = text(
  '; alles is verzonnen, voor een oefening',
  ' ; tout est inventé, pour un exercice',
  '; alles ist erfunden, für eine Übung',
  '; all of it is made up, for an exercise',
);
