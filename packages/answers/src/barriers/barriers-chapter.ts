import type { Block, Figure, TableBlock, Why } from '@samenbeeld/page';
import {
  countries as countryList,
  joinWith,
  listedTexts,
  semicolon,
  type Text,
  wrongUse,
} from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { headingBlock, paragraphBlock } from '../money/blocks.ts';
import { rowEvidence } from '../money/money-evidence.ts';
import type { QuestionWords } from '../questions.ts';
import {
  capitalised,
  coloned,
  column,
  dated,
  joined,
  labelled,
  none,
  patterned,
  placeText,
  plain,
  text,
} from '../text.ts';
import {
  type Barrier,
  type BarrierModel,
  type BarrierPartner,
  coverOf,
  matrixCell,
  type StepCover,
} from './barrier-model.ts';
import * as words from './barrier-words.ts';

/** A model as it is asked: whole, of one partner, or of one country. */
interface AskedModel {
  readonly model: BarrierModel;
  readonly partner: BarrierPartner | null;
  readonly country: string | null;
}

const partnerText = ({ partners }: BarrierModel, id: string): Text =>
  partners.find((one) => one.id === id)?.text ?? plain(id);

/** "3. sorting" */
function stepText({ steps }: BarrierModel, id: string): Text {
  const at = steps.findIndex((step) => step.id === id);
  return joined([plain(`${at + 1}.`), steps[at]?.text ?? plain(id)], ' ');
}

/** The number of a step alone, beside a table that names it. */
function stepNumber(model: BarrierModel, id: string): Figure {
  const value = stepAt(model, id) + 1;
  return { shown: plain(value), value };
}

const placesText = (codes: readonly string[]): Text =>
  codes.length === 0
    ? none
    : joined(
        codes.map((code) => placeText(code)),
        ', ',
      );

/** What a barrier rests on, asks and does, with the publications that say so. */
function whyBarrier(model: BarrierModel, barrier: Barrier): Why {
  const { id, cites, rights, effects, needs, line, status, grade } = barrier;
  return {
    key: `barrier ${model.id} ${id}`,
    title: barrier.text,
    says: [
      cites.length > 0
        ? text(
            'Stand: {status}, naar wat hieronder is gepubliceerd. Bij welke stap het hoort, is een inschatting van wie dit model schreef.',
            'État : {status}, d’après ce qui est publié ci-dessous. L’étape à laquelle elle appartient est une appréciation de l’auteur du modèle.',
            'Stand: {status}, nach dem unten Veröffentlichten. Zu welchem Schritt sie gehört, ist eine Einschätzung dessen, der dieses Modell schrieb.',
            'Status: {status}, by what is published below. Which step it belongs to is a judgement of whoever wrote this model.',
            { status: words.wordFor(words.statusWords, status) },
          )
        : text(
            'Een voorstel: geen bron zegt dat het er is.',
            'Une proposition : aucune source ne dit que cela existe.',
            'Ein Vorschlag: Keine Quelle sagt, dass es das gibt.',
            'A proposal: no source says that it is there.',
          ),
      ...(grade
        ? [text('Graad {g}.', 'Fiabilité {g}.', 'Grad {g}.', 'Grade {g}.', { g: plain(grade) })]
        : []),
      ...(rights ? [coloned(rightsLabel, rights)] : []),
      ...needs.map((need) =>
        coloned(needsLabel, model.barriers.find((one) => one.id === need)?.text ?? plain(need)),
      ),
      ...effects.map(({ indicator, expected, method, result }) =>
        text(
          'Verwacht: {indicator} {expected}. Hoe dat is te zien: {method}. Gevonden: {result}.',
          'Attendu : {indicator} {expected}. Comment le voir : {method}. Constaté : {result}.',
          'Erwartet: {indicator} {expected}. Wie das zu sehen ist: {method}. Gefunden: {result}.',
          'Expected: {indicator} {expected}. How that is seen: {method}. Found: {result}.',
          {
            ...{ indicator, method },
            expected: expected === 'rises' ? rises : falls,
            result: result ?? words.openEffect,
          },
        ),
      ),
    ],
    evidence: model.sources
      .filter((source) => cites.includes(source.id))
      .map(({ id: claim, title, publishedOn, url, wording }) => ({
        role: 'governing',
        ...{ claim, says: plain(title) },
        ...(wording !== null && { printed: { words: wording } }),
        ...(publishedOn !== null && { publisher: dated(publishedOn) }),
        ...(url !== null && { url }),
        origin: {
          ...{ file: model.file, sheet: null, line, column: id },
          raw: `status: ${status}`,
        },
      })),
  };
}

const rightsLabel = text(
  'grondrechten',
  'droits fondamentaux',
  'Grundrechte',
  'fundamental rights',
);
const needsLabel = text(
  'werkt niet zonder',
  'ne va pas sans',
  'geht nicht ohne',
  'does not work without',
);
const rises = text('stijgt', 'augmente', 'steigt', 'rises');
const falls = text('daalt', 'baisse', 'sinkt', 'falls');
const stepLabel = text('stap', 'étape', 'Schritt', 'step');
const barrierLabel = text('barrière', 'barrière', 'Barriere', 'barrier');
const statusLabel = text('stand', 'état', 'Stand', 'status');
const ownerLabel = text('eigenaar', 'responsable', 'zuständig', 'owner');
const countryLabel = text('land', 'pays', 'Land', 'country');
const partnerLabel = text('partner', 'partenaire', 'Partner', 'partner');

/** The steps with what is known in force at each; the gaps stand in it. */
function stepTable(model: BarrierModel, covers: readonly StepCover[]): TableBlock {
  return {
    kind: 'table',
    caption: coloned(
      model.text,
      text(
        'de stappen, en wat er van kracht is',
        'les étapes, et ce qui y est en vigueur',
        'die Schritte, und was dort in Kraft ist',
        'the steps, and what is in force there',
      ),
    ),
    columns: [
      { label: stepLabel, kind: 'label' },
      column('words', 'naam', 'nom', 'Name', 'name'),
      column('number', 'van kracht', 'en vigueur', 'in Kraft', 'in force'),
      column('words', 'bekend in', 'connu en', 'bekannt in', 'known in'),
      column(
        'words',
        'niets bekend van',
        'rien de connu de',
        'nichts bekannt von',
        'nothing known of',
      ),
    ],
    rows: covers.map(({ step, inForce, known, unknown, mayMove }): readonly Figure[] => [
      { shown: stepText(model, step.id) },
      nameFigure(model, step),
      inForce.length > 0
        ? { shown: plain(inForce.length), value: inForce.length }
        : { shown: words.nothingKnown },
      { shown: placesText(known), ...(mayMove && { note: oneCountry }) },
      { shown: placesText(unknown) },
    ]),
    notes: [
      text(
        'Niets bekend is niet hetzelfde als niets: geteld is wat een aangehaalde bron van kracht noemt.',
        'Rien de connu ne veut pas dire rien : n’est compté que ce qu’une source citée dit en vigueur.',
        'Nichts bekannt heißt nicht nichts: Gezählt ist, was eine angeführte Quelle als in Kraft nennt.',
        'Nothing known is not the same as nothing: counted is what a cited source says is in force.',
      ),
    ],
  };
}

const oneCountry = text(
  'Van kracht is alleen één land bekend: de criminaliteit kan verschuiven. Of dat gebeurt, zegt dit niet.',
  'En vigueur dans un seul pays connu : l’activité criminelle peut se déplacer. Cela ne dit pas qu’elle le fait.',
  'In Kraft nur in einem Land bekannt: Die Kriminalität kann ausweichen. Ob sie das tut, sagt das nicht.',
  'Known in force in one country alone: crime may move. Whether it does, this does not say.',
);

function nameFigure({ sources }: BarrierModel, step: StepCover['step']): Figure {
  const [first] = step.cites;
  const source = sources.find(({ id }) => id === first);
  if (!step.published) return { shown: words.proposalWord };
  return { shown: words.publishedWord, ...(source?.url && { url: source.url }) };
}

/** Who has what at which step: the number in force, else how far the furthest has come. */
function matrixTable(model: BarrierModel, barriers: readonly Barrier[]): TableBlock {
  const involved = model.partners.filter(({ id }) =>
    barriers.some((one) => [...one.owners, ...one.supporting].includes(id)),
  );
  return {
    kind: 'table',
    caption: coloned(
      model.text,
      text(
        'wie bij welke stap een barrière heeft of eraan meewerkt',
        'qui a une barrière à quelle étape, ou y concourt',
        'wer bei welchem Schritt eine Barriere hat oder mitwirkt',
        'who has a barrier at which step, or supports one',
      ),
    ),
    columns: [
      { label: partnerLabel, kind: 'label' },
      ...model.steps.map((_, at) => ({
        label: plain(at + 1),
        group: stepLabel,
        kind: 'words' as const,
      })),
    ],
    rows: involved.map(({ id, text: shown }): readonly Figure[] => [
      { shown },
      ...model.steps.map((step): Figure => {
        const cell = matrixCell(barriers, step.id, id);
        if (cell === null) return { shown: none };
        return 'inForce' in cell
          ? { shown: plain(cell.inForce), value: cell.inForce }
          : { shown: words.wordFor(words.statusWords, cell.status) };
      }),
    ]),
    notes: [
      text(
        'Een getal: zoveel barrières van kracht. Een woord: hoe ver de verste is. Een streepje: niets bekend.',
        'Un nombre : autant de barrières en vigueur. Un mot : l’état de la plus avancée. Un tiret : rien de connu.',
        'Eine Zahl: so viele Barrieren in Kraft. Ein Wort: wie weit die weiteste ist. Ein Strich: nichts bekannt.',
        'A number: so many barriers in force. A word: how far the furthest has come. A dash: nothing known.',
      ),
    ],
  };
}

/** "in force since 14 February 2024" */
function statusSince(status: string, start: string | null): Text {
  const word = words.wordFor(words.statusWords, status);
  if (start === null) return word;
  return text(
    '{status} sinds {day}',
    '{status} depuis {le}{day}',
    '{status} seit {day}',
    '{status} since {day}',
    // Of a day, not of a month or a year.
    { status: word, day: dated(start), le: start.length > 7 ? 'le ' : '' },
  );
}

function barrierTable(model: BarrierModel, barriers: readonly Barrier[]): TableBlock {
  return {
    kind: 'table',
    caption: coloned(
      model.text,
      text('de barrières', 'les barrières', 'die Barrieren', 'the barriers'),
    ),
    columns: [
      { label: barrierLabel, kind: 'label' },
      { label: stepLabel, kind: 'number' },
      column('words', 'soort', 'type', 'Art', 'kind'),
      { label: statusLabel, kind: 'words' },
      { label: ownerLabel, kind: 'words' },
      { label: countryLabel, kind: 'words' },
    ],
    rows: barriers.map((barrier): readonly Figure[] => {
      const { step, type, mechanism, status, start, owners, countries } = barrier;
      return [
        { shown: barrier.text, why: whyBarrier(model, barrier) },
        stepNumber(model, step),
        {
          shown: joined(
            [words.wordFor(words.typeWords, type), words.wordFor(words.mechanismWords, mechanism)],
            ', ',
          ),
        },
        { shown: statusSince(status, start) },
        {
          shown: joined(
            owners.map((id) => partnerText(model, id)),
            '; ',
          ),
        },
        { shown: placesText(countries) },
      ];
    }),
    notes: [
      text(
        'Een voorstel is van wie dit model schreef, tenzij een bron het noemt; geen dienst of organisatie heeft het daarmee overgenomen.',
        'Une proposition est de l’auteur du modèle, sauf si une source la cite ; aucun service ni aucune organisation ne l’a reprise pour autant.',
        'Ein Vorschlag stammt von dem, der dieses Modell schrieb, sofern keine Quelle ihn nennt; keine Behörde oder Organisation hat ihn damit übernommen.',
        'A proposal is of whoever wrote this model unless a source names it; no service or organisation has taken it over by that.',
      ),
    ],
  };
}

/** What is seen of each step, by whom, and whether records show that it led to a seizure. */
function signalTable(model: BarrierModel, { gathered }: Analysis): TableBlock {
  return {
    kind: 'table',
    caption: coloned(model.text, text('signalen', 'signaux', 'Signale', 'signals')),
    columns: [
      column('label', 'signaal', 'signal', 'Signal', 'signal'),
      { label: stepLabel, kind: 'words' },
      column('words', 'te zien voor', 'visible pour', 'sichtbar für', 'seen by'),
      column(
        'words',
        'leidde tot inbeslagname',
        'a mené à une saisie',
        'führte zur Sicherstellung',
        'led to a seizure',
      ),
    ],
    rows: model.signals.map(({ text: shown, step, observableBy, seizures, cites }) => {
      const rows = gathered.observations.filter(
        ({ reference }) => reference !== null && seizures.includes(reference),
      );
      const source = model.sources.find(({ id }) => id === cites[0]);
      return [
        { shown, ...(source?.url && { url: source.url }) },
        { shown: stepText(model, step) },
        {
          shown:
            observableBy.length === 0
              ? none
              : joined(
                  observableBy.map((id) => partnerText(model, id)),
                  '; ',
                ),
        },
        {
          shown:
            rows.length === 0
              ? words.noRecords
              : joinWith(
                  rows.map((row) => rowEvidence(row).says),
                  semicolon,
                ),
        },
      ];
    }),
  };
}

function enablerTable(model: BarrierModel): TableBlock {
  return {
    kind: 'table',
    caption: coloned(
      model.text,
      text(
        'wat een stap mogelijk maakt',
        'ce qui rend une étape possible',
        'was einen Schritt möglich macht',
        'what makes a step possible',
      ),
    ),
    columns: [
      column('label', 'gelegenheid', 'opportunité', 'Gelegenheit', 'opportunity'),
      { label: stepLabel, kind: 'words' },
      column('words', 'soort', 'type', 'Art', 'kind'),
      column('words', 'bewust', 'sciemment', 'wissentlich', 'knowing'),
      column('words', 'herkomst', 'origine', 'Herkunft', 'origin'),
    ],
    rows: model.enablers.map(({ text: shown, step, type, knowing, cites }) => {
      const source = model.sources.find(({ id }) => id === cites[0]);
      return [
        { shown },
        { shown: stepText(model, step) },
        { shown: words.wordFor(words.enablerWords, type) },
        { shown: words.wordFor(words.knowingWords, knowing) },
        {
          shown: source ? words.publishedWord : words.proposalWord,
          ...(source?.url && { url: source.url }),
        },
      ];
    }),
  };
}

/** Which barrier waits for which: it works no better than what it needs. */
function needsTable(model: BarrierModel, barriers: readonly Barrier[]): TableBlock | null {
  const byId = new Map(model.barriers.map((one) => [one.id, one]));
  const rows = barriers.flatMap((barrier) =>
    barrier.needs.flatMap((id): readonly (readonly Figure[])[] => {
      const need = byId.get(id);
      if (!need) return [];
      return [
        [
          { shown: barrier.text },
          { shown: words.wordFor(words.statusWords, barrier.status) },
          { shown: need.text },
          { shown: words.wordFor(words.statusWords, need.status) },
        ],
      ];
    }),
  );
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    caption: coloned(
      model.text,
      text(
        'welke barrière een andere nodig heeft',
        'quelle barrière dépend d’une autre',
        'welche Barriere eine andere braucht',
        'which barrier needs another',
      ),
    ),
    columns: [
      { label: barrierLabel, kind: 'label' },
      { label: statusLabel, kind: 'words' },
      column('words', 'heeft nodig', 'dépend de', 'braucht', 'needs'),
      { label: statusLabel, kind: 'words' },
    ],
    rows,
  };
}

const actionTitle = text(
  'actieblad per partner',
  'fiche d’action par partenaire',
  'Aktionsblatt je Partner',
  'action sheet by partner',
);

/** Per partner what it owns or supports, and what is open about it. */
function actionTable(
  model: BarrierModel,
  barriers: readonly Barrier[],
  partner: BarrierPartner | null,
): TableBlock {
  const sheets = partner ? [partner] : model.partners;
  return {
    kind: 'table',
    caption: coloned(partner ? joined([model.text, partner.text], ', ') : model.text, actionTitle),
    columns: [
      { label: partnerLabel, kind: 'label' },
      column('words', 'rol', 'rôle', 'Rolle', 'role'),
      { label: stepLabel, kind: 'number' },
      { label: barrierLabel, kind: 'words' },
      { label: statusLabel, kind: 'words' },
      column('words', 'open', 'à faire', 'offen', 'open'),
    ],
    rows: sheets.flatMap(({ id, text: shown }) =>
      barriers.flatMap((barrier): readonly (readonly Figure[])[] => {
        const isOwner = barrier.owners.includes(id);
        if (!isOwner && !barrier.supporting.includes(id)) return [];
        return [
          [
            { shown },
            { shown: isOwner ? words.owns : words.supports },
            stepNumber(model, barrier.step),
            { shown: barrier.text },
            { shown: words.wordFor(words.statusWords, barrier.status) },
            { shown: openOf(barrier) },
          ],
        ];
      }),
    ),
  };
}

function openOf({ status, effects }: Barrier): Text {
  if (status !== 'in_force') return words.wordFor(words.openWords, status);
  const isLookedAt = effects.length > 0 && effects.every(({ result }) => result !== null);
  return isLookedAt ? none : words.openEffect;
}

/** "5 (handing in)", as a sentence names a step. */
function stepNamed({ steps }: BarrierModel, { step }: StepCover): Text {
  const at = steps.findIndex(({ id }) => id === step.id);
  return patterned('{n} ({name})', {
    n: at + 1,
    name: step.text,
  });
}

/** Where no barrier in force is known. */
function gapText(model: BarrierModel, covers: readonly StepCover[]): Text {
  const open = covers.filter(({ inForce }) => inForce.length === 0);
  return open.length === 0
    ? text(
        'Bij elk van de {n} stappen is een barrière van kracht bekend.',
        'À chacune des {n} étapes, une barrière en vigueur est connue.',
        'Bei jedem der {n} Schritte ist eine Barriere in Kraft bekannt.',
        'At each of the {n} steps a barrier in force is known.',
        { n: covers.length },
      )
    : text(
        'Bij {k} van de {n} stappen is geen barrière van kracht bekend: {steps}. Dat is geen bewijs dat er geen is.',
        'À {k} des {n} étapes, aucune barrière en vigueur n’est connue : {steps}. Cela ne prouve pas qu’il n’y en ait pas.',
        'Bei {k} von {n} Schritten ist keine Barriere in Kraft bekannt: {steps}. Das beweist nicht, dass es keine gibt.',
        'At {k} of the {n} steps no barrier in force is known: {steps}. That is no proof that there is none.',
        {
          ...{ k: open.length, n: covers.length },
          steps: listedTexts(open.map((cover) => stepNamed(model, cover))),
        },
      );
}

/** Where a barrier in force is known of one country alone, one sentence a country. */
function aloneTexts(model: BarrierModel, covers: readonly StepCover[]): readonly Text[] {
  const alone = covers.filter(({ mayMove }) => mayMove);
  const countries = [...new Set(alone.flatMap(({ known }) => known))];
  return countries.map((country) => {
    const steps = alone.filter(({ known }) => known.includes(country));
    return text(
      'Bij {k:stap|de stappen} {steps} is alleen van één land ({known}) iets van kracht bekend, van {unknown} niets: de criminaliteit kan daarheen verschuiven. Of dat gebeurt, zegt dit niet.',
      '{k:À l’étape|Aux étapes} {steps}, une barrière n’est connue en vigueur que dans un pays ({known}), et rien ailleurs ({unknown}) : l’activité criminelle peut s’y déplacer. Cela ne dit pas qu’elle le fait.',
      'Bei {k:Schritt|den Schritten} {steps} ist nur für ein Land ({known}) etwas in Kraft bekannt, für {unknown} nichts: Die Kriminalität kann dorthin ausweichen. Ob sie das tut, sagt das nicht.',
      'At {k:step|the steps} {steps} something in force is known for one country alone ({known}), nothing for {unknown}: crime may move there. Whether it does, this does not say.',
      {
        k: steps.length,
        steps: listedTexts(steps.map((cover) => stepNamed(model, cover))),
        known: placeText(country),
        unknown: listedTexts((steps[0]?.unknown ?? []).map((code) => placeText(code))),
      },
    );
  });
}

/** How many names of steps nobody published. */
function proposalsText({ steps }: BarrierModel): readonly Text[] {
  const k = steps.filter(({ published }) => !published).length;
  if (k === 0) return [];
  if (k === steps.length)
    return [
      text(
        'Alle {n} namen van stappen zijn een voorstel van wie dit bestand schreef: geen aangehaalde bron noemt ze.',
        'Les {n} noms d’étapes sont tous des propositions de l’auteur de ce fichier : aucune source citée ne les nomme.',
        'Alle {n} Namen der Schritte sind Vorschläge dessen, der diese Datei schrieb: Keine angeführte Quelle nennt sie.',
        'All {n} names of steps are proposals of whoever wrote this file: no cited source names them.',
        { n: k },
      ),
    ];
  return [
    text(
      'Van de {n} namen van stappen {k:is|zijn} er {k} een voorstel van wie dit bestand schreef: geen aangehaalde bron noemt {k:die|ze}.',
      'Sur {n} noms d’étapes, {k} {k:est une proposition|sont des propositions} de l’auteur de ce fichier : aucune source citée ne {k:le|les} nomme.',
      'Von den {n} Namen der Schritte {k:ist|sind} {k} {k:ein Vorschlag|Vorschläge} dessen, der diese Datei schrieb: Keine angeführte Quelle nennt {k:ihn|sie}.',
      'Of the {n} names of steps {k} {k:is a proposal|are proposals} of whoever wrote this file: no cited source names {k:it|them}.',
      { n: steps.length, k },
    ),
  ];
}

/** The barriers that are asked, in the order of their steps. */
function barriersIn({ model, partner, country }: AskedModel): readonly Barrier[] {
  return model.barriers
    .filter(
      ({ owners, supporting, countries }) =>
        (partner === null || [...owners, ...supporting].includes(partner.id)) &&
        (country === null || countries.includes(country)),
    )
    .toSorted((a, b) => stepAt(model, a.step) - stepAt(model, b.step));
}

const coversOf = ({ model, country }: AskedModel, barriers: readonly Barrier[]) =>
  coverOf({ ...model, countries: country === null ? model.countries : [country], barriers });

/** What a model says, whole or of one partner or country. */
function modelBlocks(asked: AskedModel, analysis: Analysis): readonly Block[] {
  const { model, partner, country } = asked;
  const barriers = barriersIn(asked);
  const scope = [partner?.text, country === null ? undefined : placeText(country)].filter(
    (one) => one !== undefined,
  );
  const heading = headingBlock(capitalised(joined([model.text, ...scope], ', ')));
  if (partner)
    return [
      heading,
      ...(barriers.length === 0
        ? [paragraphBlock(nothingOf)]
        : [actionTable(model, barriers, partner), barrierTable(model, barriers)]),
    ];
  const covers = coversOf(asked, barriers);
  const needs = needsTable(model, barriers);
  return [
    heading,
    ...(model.note ? [paragraphBlock(model.note)] : []),
    paragraphBlock(
      joined([gapText(model, covers), ...aloneTexts(model, covers), ...proposalsText(model)], ' '),
    ),
    stepTable(model, covers),
    ...(barriers.length === 0 ? [] : [matrixTable(model, barriers), barrierTable(model, barriers)]),
    ...(needs ? [needs] : []),
    ...(model.enablers.length > 0 ? [enablerTable(model)] : []),
    ...(model.signals.length > 0 ? [signalTable(model, analysis)] : []),
    ...(barriers.length === 0
      ? []
      : [
          {
            kind: 'box' as const,
            title: capitalised(actionTitle),
            folded: true,
            blocks: [actionTable(model, barriers, null)],
          },
        ]),
  ];
}

const nothingOf = text(
  'Van deze partner is hier geen barrière bekend.',
  'Aucune barrière de ce partenaire n’est connue ici.',
  'Von diesem Partner ist hier keine Barriere bekannt.',
  'No barrier of this partner is known here.',
);

const stepAt = ({ steps }: BarrierModel, id: string): number =>
  steps.findIndex((step) => step.id === id);

/** One of some things by its code or its name in any language; wrong use names what there is. */
function named<Thing extends { readonly id: string; readonly text: Text }>(
  word: unknown,
  things: readonly Thing[],
  option: string,
): Thing {
  const asked = String(word).toLowerCase();
  const found = things.find(({ id, text: own }) =>
    [id, ...Object.values(own)].some((name) => String(name).toLowerCase() === asked),
  );
  if (found) return found;
  throw wrongUse(
    '{option}: "{word}" is niet bekend. Er zijn {names}.',
    '{option} : « {word} » est inconnu. Il y a {names}.',
    '{option}: „{word}“ ist nicht bekannt. Es gibt {names}.',
    '{option}: "{word}" is not known. There are {names}.',
    { option, word: String(word), names: [...new Set(things.map(({ id }) => id))].join(', ') },
  );
}

/** Barrier models of a picture: all, or one; of every partner, or of one; in every country, or in one. */
function modelsAsked({ gathered, picture }: Analysis, asked: QuestionWords): readonly AskedModel[] {
  const written = picture.written ?? ((name: string) => name);
  const one = <Thing extends { readonly id: string; readonly text: Text }>(
    key: string,
    things: readonly Thing[],
  ): Thing | null => (asked[key] === undefined ? null : named(asked[key], things, written(key)));
  const all = gathered.barriers ?? [];
  const model = one('model', all);
  const models = model ? [model] : all;
  const partner = one(
    'partner',
    models.flatMap(({ partners }) => partners),
  );
  const held = [...new Set(models.flatMap(({ countries }) => countries))];
  const country = one(
    'country',
    held.map((id) => ({ id, text: labelled(countryList, id) })),
  );
  return models
    .filter(
      ({ partners, countries }) =>
        (partner === null || partners.some(({ id }) => id === partner.id)) &&
        (country === null || countries.includes(country.id)),
    )
    .map((found) => ({ model: found, partner, country: country?.id ?? null }));
}

export function barriersBlocks(analysis: Analysis, asked: QuestionWords): readonly Block[] {
  return modelsAsked(analysis, asked).flatMap((one) => modelBlocks(one, analysis));
}

/** One finding a model: where no barrier in force is known, and where one country stands alone. */
export function barrierFindings(analysis: Analysis, asked: QuestionWords): readonly Block[] {
  return modelsAsked(analysis, asked).map((one): Block => {
    const covers = coversOf(one, barriersIn(one));
    const known = covers.filter(({ inForce }) => inForce.length > 0);
    const { text: name, steps } = one.model;
    return {
      kind: 'finding',
      title: name,
      text:
        known.length === 0
          ? text(
              'Bij geen van de {n} stappen is een barrière van kracht bekend. Dat is geen bewijs dat er geen is.',
              'D’aucune des {n} étapes on ne connaît de barrière en vigueur. Cela ne prouve pas qu’il n’y en ait pas.',
              'Von keinem der {n} Schritte ist eine Barriere in Kraft bekannt. Das beweist nicht, dass es keine gibt.',
              'Of none of the {n} steps a barrier in force is known. That is no proof that there is none.',
              { n: steps.length },
            )
          : text(
              'Bij {k} van de {n} stappen is een barrière van kracht bekend: {steps}. Van de andere is niets bekend.',
              'Une barrière en vigueur est connue pour {k} des {n} étapes : {steps}. Des autres, rien n’est connu.',
              'Von {k} der {n} Schritte ist eine Barriere in Kraft bekannt: {steps}. Von den anderen ist nichts bekannt.',
              'A barrier in force is known of {k} of the {n} steps: {steps}. Of the others nothing is known.',
              {
                ...{ k: known.length, n: steps.length },
                steps: listedTexts(known.map((cover) => stepNamed(one.model, cover))),
              },
            ),
      confidence: 'low',
      basis: byCited,
    };
  });
}

const byCited = text(
  'Geteld is alleen wat een aangehaalde bron noemt.',
  'N’est compté que ce qu’une source citée mentionne.',
  'Gezählt ist nur, was eine angeführte Quelle nennt.',
  'Counted is only what a cited source names.',
);
