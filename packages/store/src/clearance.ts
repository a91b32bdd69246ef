import {
  classifications,
  colonAfter,
  combineHandling,
  type Decision,
  type Handling,
  handlingCodes,
  inEach,
  inFour,
  inSigns,
  isDay,
  joinWith,
  type Language,
  languages,
  listedTexts,
  noAudience,
  paragraph,
  quoted,
  RefusalError,
  semicolon,
  shownText,
  type Text,
  wrongUse,
} from '@samenbeeld/schema';
import { type Audience, audiences } from './audience.ts';
import { type PublishedSeizure, restrictedIds } from './embargo.ts';
import type { PictureMetadata } from './picture.ts';
import {
  type Asked,
  type ClearanceInput,
  editionOf,
  findReleases,
  type ReleaseNeeded,
  type Releases,
  type Restricted,
  releaseCommand,
  restrictInputs,
} from './release.ts';
import {
  checkHandling,
  copyHandling,
  restrictionsFor,
  withoutRestrictions,
} from './restrictions.ts';

const exercise: Text = {
  nl: 'OEFENING – synthetische gegevens, geen echte inbeslagnames',
  fr: 'EXERCICE – données synthétiques, aucune saisie réelle',
  de: 'ÜBUNG – synthetische Daten, keine echten Sicherstellungen',
  en: 'EXERCISE – synthetic data, no real seizures',
};

const draftLine: Text = {
  nl: 'CONCEPT – de bronbeschrijving is niet af',
  fr: 'PROJET – la description de la source est inachevée',
  de: 'ENTWURF – die Quellenbeschreibung ist nicht fertig',
  en: 'DRAFT – the source description is not finished',
};

const readers: Text = { nl: 'voor', fr: 'destinataires', de: 'Empfänger', en: 'for' };

function handlingWords(handling: Handling, language: Language): readonly string[] {
  return handling.h.map((code) =>
    code === 'H3'
      ? `H3 ${shownText(handling.h3Text.join('; '))}`
      : handlingCodes.label(code, language).replace(' · ', ' '),
  );
}

/** The level in words, with what each state prints on paper. */
function classificationWords({ classification }: Handling, language: Language): string {
  const { label, national } = classifications.get(classification);
  const printed = Object.values(national).flat().join(' / ');
  return printed === '' ? label[language] : `${label[language]} (${printed})`;
}

/** What data are, beside how they may be handled. */
interface Nature {
  /** Whether the data are made up; the banner then starts with EXERCISE. */
  readonly synthetic?: boolean;
  /** Whether questions of a source description are open; the banner then says DRAFT. */
  readonly draft?: boolean;
}

/** The handling of an output in one line a language; an exercise and a draft say so on lines before it. */
function bannerOf(handling: Handling, audience: Audience, { synthetic, draft }: Nature): Text {
  const lines = languages.map((language) => {
    const line = [
      `TLP:${handling.tlp}`,
      ...handlingWords(handling, language),
      classificationWords(handling, language),
      `${readers[language]}${colonAfter[language]} ${audience.label[language]}`,
    ].join(' · ');
    const nature = [...(synthetic ? [exercise] : []), ...(draft ? [draftLine] : [])];
    return [language, [...nature.map((text) => text[language]), line].join('\n')] as const;
  });
  return Object.fromEntries(lines) as unknown as Text;
}

/**
 * For whom alone, and under which marking, something of a picture may be said; null where anyone may read it.
 *
 * @example
 * ```ts
 * import { publicHandling } from '@samenbeeld/schema';
 * import { readersOnly } from '@samenbeeld/store';
 * readersOnly({ audience: 'internal', handling: { ...publicHandling, tlp: 'AMBER' } })?.en // => 'for own office only, TLP:AMBER'
 * readersOnly({ audience: 'public', handling: publicHandling }) // => null
 * ```
 */
export function readersOnly({
  audience,
  handling,
}: Pick<PictureMetadata, 'audience' | 'handling'>): Text | null {
  const { tlp, classification } = handling;
  if (audience === 'public' && tlp === 'CLEAR' && classification === 'none') return null;
  const readers = audiences.get(audience);
  return inFour(
    'alleen voor {who}, {marks}',
    'pour {who} seulement, {marks}',
    'nur für {who}, {marks}',
    'for {who} only, {marks}',
    {
      who: readers.label,
      marks: inEach((language) =>
        [
          `TLP:${tlp}`,
          ...handlingWords(handling, language),
          ...(classification === 'none' ? [] : [classificationWords(handling, language)]),
        ].join(', '),
      ),
    },
  );
}

declare const cleared: unique symbol;

/** Proof that data of this handling may be written for this audience. Only `clearance` makes one. */
export interface Clearance {
  readonly [cleared]: true;
  readonly audience: Audience;
  /** What the output carries: the handling of the data, without what was released. */
  readonly handling: Handling;
  /** The handling of the data themselves. */
  readonly original: Handling;
  readonly synthetic: boolean;
  /** Only where a source description has open questions. */
  readonly draft?: true;
  /** What the output is for, where it was stated. */
  readonly purpose?: string;
  /** The releases it rests on. */
  readonly releases: readonly Decision[];
  /** The marking every output shows: TLP, handling codes, classification, audience; a line before it for an exercise and for a draft. */
  readonly banner: Text;
}

/** What else is known about the data. */
export interface ClearanceOptions extends Nature {
  /** Decisions among which releases of the originators are looked for. */
  readonly releases?: readonly Decision[];
  /** The single seizures that are written. One under embargo stays within the office unless its originators release it. */
  readonly seizures?: readonly PublishedSeizure[];
  /** What the output is for. Inputs given for named purposes are passed on for one of these alone. */
  readonly purpose?: string;
  /** Path of the `decisions.jsonl` in which a release would be recorded, for the command that a refusal prints. */
  readonly decisionsFile?: string;
  /** The day, ISO; a release with an end counts only where it is given. */
  readonly today?: string;
}

interface Issued {
  /** Seizures under embargo that it frees. */
  readonly freed: ReadonlySet<string>;
  /** Each input it was given for: its handling and its content. */
  readonly inputs: ReadonlySet<string>;
}

/** What was issued. Whatever else looks like a clearance is none. */
const issued = new WeakMap<object, Issued>();

const inputKey = (handling: Handling, edition: string | null): string =>
  JSON.stringify([copyHandling(handling), edition]);

/** Copies of what was given, so that nothing changed later is cleared by it. */
function copied(given: Handling | readonly ClearanceInput[]): readonly ClearanceInput[] {
  const list = Array.isArray(given)
    ? (given as readonly ClearanceInput[])
    : [{ handling: given as Handling }];
  if (list.length === 0)
    throw wrongUse(
      'Een vrijgave vraagt de markering van elk bestand.',
      'Une autorisation demande le marquage de chaque fichier.',
      'Eine Freigabe braucht die Kennzeichnung jeder Datei.',
      'A clearance needs the handling of each input.',
    );
  return list.map(({ source, handling, files = [] }) => {
    const copy = copyHandling(handling);
    checkHandling(copy);
    return {
      ...(source === undefined ? {} : { source }),
      handling: copy,
      files: files.map(({ sha256 }) => ({ sha256 })),
    };
  });
}

/** One handling of all; of one input its own. */
function together(list: readonly Handling[]): Handling {
  const [only, ...others] = list;
  return copyHandling(only && others.length === 0 ? only : combineHandling(list));
}

/** The handling of what each input lets these readers have: where no readers are common to all, these alone are left. */
const forReaders = (handling: Handling, { code, passesOn }: Audience): Handling =>
  passesOn && handling.audiences.includes(noAudience)
    ? copyHandling({ ...handling, audiences: [code] })
    : handling;

function open(inputs: readonly ClearanceInput[], asked: Asked): string {
  const codes = audiences.filter(({ code }) =>
    restrictInputs(inputs, { ...asked, audience: code }).every(
      ({ restrictions }) => restrictions.length === 0,
    ),
  );
  return codes.map(({ code }) => code).join(', ');
}

/** A release that is lacking, and who could give it. */
function lackingText({ subject, roles }: ReleaseNeeded): Text {
  return inFour(
    '{subject} door {who}',
    '{subject} par {who}',
    '{subject} durch {who}',
    '{subject} by {who}',
    {
      subject: quoted(subject),
      who:
        roles.length > 0
          ? listedTexts(roles.map(quoted), 'or')
          : inFour(
              'een functie die de bronbeschrijving noemt (handling.releasedBy: nog geen)',
              'une fonction que la description de source nomme (handling.releasedBy : encore aucune)',
              'eine Funktion, die die Quellenbeschreibung nennt (handling.releasedBy: noch keine)',
              'a role that its source description names (handling.releasedBy: none yet)',
            ),
    },
  );
}

/** Texts, each once. */
const each = (texts: readonly Text[]): readonly Text[] => [
  ...new Map(texts.map((text) => [text.en, text])).values(),
];

/** What keeps one input from the readers. */
const reasonOf = ({ source, restrictions }: Restricted): Text =>
  joinWith(
    restrictions.map(({ mark, named, why }, at) =>
      inSigns('{source}{mark}: {why}', {
        source: source === undefined || at > 0 ? '' : `${source}: `,
        mark: named ?? mark,
        why,
      }),
    ),
    semicolon,
  );

function refusal(
  shut: readonly { readonly input: Restricted; readonly found: Releases }[],
  readers: Audience,
  others: string,
  file: string,
): RefusalError {
  const needed = shut.flatMap(({ found }) => found.lacking);
  const lacking = each(needed.map(lackingText));
  const commands = [...new Set(needed.map((one) => releaseCommand(one, file)))].filter(
    (command) => command !== null,
  );
  const remedy = paragraph(
    ...each(shut.flatMap(({ found }) => found.flaws)),
    lacking.length === 0
      ? null
      : inFour(
          'Wat het vrij zou geven: een beslissing van de soort release met het oordeel accept over {lacking}.',
          'Ce qui l’autoriserait : une décision de sorte release avec le verdict accept sur {lacking}.',
          'Was es freigäbe: eine Entscheidung der Art release mit dem Urteil accept über {lacking}.',
          'What would free it: a decision of kind release with the verdict accept on {lacking}.',
          {
            lacking: listedTexts(lacking),
          },
        ),
    others === ''
      ? null
      : inFour(
          'Zonder vrijgave mag het naar: {others}.',
          'Sans autorisation, cela peut aller à : {others}.',
          'Ohne Freigabe darf es gehen an: {others}.',
          'Without a release it may go to: {others}.',
          { others },
        ),
    ...commands.map((command) =>
      inFour(
        'Zo wordt ze vastgelegd: {command}',
        'Elle s’enregistre ainsi : {command}',
        'So wird sie festgehalten: {command}',
        'It is recorded with: {command}',
        { command },
      ),
    ),
  );
  return new RefusalError(
    inFour(
      'Hiervan mag geen versie voor {code} ({label}) worden gemaakt. {reasons}.',
      'Ceci ne peut être écrit pour {code} ({label}). {reasons}.',
      'Dies darf nicht geschrieben werden für {code} ({label}). {reasons}.',
      'This may not be written for {code} ({label}). {reasons}.',
      {
        code: quoted(readers.code),
        label: readers.label,
        reasons: joinWith(each(shut.map(({ input }) => reasonOf(input))), '. '),
      },
    ),
    { dimension: shut[0]?.input.restrictions[0]?.axis ?? 'tlp', remedy },
  );
}

/**
 * Whether data of this handling may go to this audience, as a token that every writer asks for. The axes (TLP 2.0,
 * FIRST 2022; Europol handling codes; classification; purposes) are checked apart, and what is not known to be allowed is
 * refused. Audiences that the originators named may read it whatever its TLP, and H2 does not keep it from them; for the
 * public only a release counts. Audiences and purposes that an input names keep it from all others. A release frees the
 * input of the originator that gives it, by a role that its source description names, and nothing else; where several
 * inputs are put together, give each. Single seizures under embargo stay within the office; the writers refuse any that the
 * clearance was not asked for.
 *
 * A RefusalError says which marking stands in the way and whose recorded release would free it; an audience that does
 * not exist is a UsageError, an unknown marking an InputError.
 *
 * @example
 * ```ts
 * import { clearance } from '@samenbeeld/store';
 * const handling = { h: [], h3Text: [], tlp: 'CLEAR', classification: 'none', purposes: [], audiences: [], originators: [] } as const;
 * clearance(handling, 'public').banner.nl // => 'TLP:CLEAR · niet gerubriceerd · voor: openbaar'
 * clearance(handling, 'public', { synthetic: true }).banner.en.split('\n')[0] // => 'EXERCISE – synthetic data, no real seizures'
 * ```
 */
export function clearance(
  given: Handling | readonly ClearanceInput[],
  audience: string,
  {
    synthetic = false,
    draft = false,
    releases = [],
    seizures = [],
    purpose,
    decisionsFile = 'decisions.jsonl',
    today,
  }: ClearanceOptions = {},
): Clearance {
  if (today !== undefined && !isDay(today))
    throw wrongUse(
      '`today` is een dag zoals 2026-06-30, niet {today}.',
      '`today` est un jour comme 2026-06-30, et non {today}.',
      '`today` ist ein Tag wie 2026-06-30, nicht {today}.',
      '`today` must be a day such as 2026-06-30, not {today}.',
      { today: quoted(today) },
    );
  const readers = audiences.get(audience);
  const inputs = copied(given);
  const asked = { audience, purpose, seizures };
  const judged = restrictInputs(inputs, asked).map((input) => ({
    input,
    found: findReleases(input, asked, releases, today),
  }));
  const shut = judged.filter(({ found }) => found.lacking.length + found.flaws.length > 0);
  if (shut.length > 0) throw refusal(shut, readers, open(inputs, asked), decisionsFile);
  const carried = forReaders(
    together(
      judged.map(({ input: { handling, restrictions } }) =>
        withoutRestrictions(handling, readers, restrictions, purpose),
      ),
    ),
    readers,
  );
  const used = new Set(judged.flatMap(({ found }) => found.given));
  const token = Object.freeze({
    audience: readers,
    handling: carried,
    original: together(inputs.map(({ handling }) => handling)),
    synthetic: synthetic === true,
    ...(draft ? { draft } : {}),
    ...(purpose === undefined ? {} : { purpose }),
    releases: Object.freeze([...used].map((decision) => Object.freeze({ ...decision }))),
    banner: Object.freeze(bannerOf(carried, readers, { synthetic, draft })),
  }) as unknown as Clearance;
  const freed = [...restrictedIds(seizures, 'embargo'), ...restrictedIds(seizures, 'secret')];
  issued.set(token, {
    freed: new Set(freed),
    inputs: new Set(inputs.map(({ handling, files }) => inputKey(handling, editionOf(files)))),
  });
  return token;
}

/** Whether a clearance lets this input be written: nothing keeps it from the readers, or it was released as it is. */
export function coversInput(token: Clearance, { handling, files }: ClearanceInput): boolean {
  const copy = copyHandling(handling);
  checkHandling(copy);
  if (restrictionsFor(copy, token.audience, token.purpose).length === 0) return true;
  return issued.get(token)?.inputs.has(inputKey(copy, editionOf(files))) ?? false;
}

/** Refuses anything that `clearance` did not make. */
export function checkClearance(token: Clearance): void {
  if (!issued.has(token))
    throw wrongUse(
      'Schrijven vraagt een vrijgave: roep eerst `clearance(handling, audience)` aan.',
      'Écrire demande une autorisation : appelez d’abord `clearance(handling, audience)`.',
      'Schreiben braucht eine Freigabe: zuerst `clearance(handling, audience)` aufrufen.',
      'Writing needs a clearance: call clearance(handling, audience) first.',
    );
}

const restrictions = {
  embargo: inFour('onder embargo', 'sous embargo', 'unter Sperrvermerk', 'under embargo'),
  secret: inFour('die geheim is', 'gardée secrète', 'unter Geheimhaltung', 'that is secret'),
};

/** Refuses a seizure under embargo that is to be passed on, unless the clearance was asked for it. */
export function checkEmbargo(
  token: Clearance,
  { id, publicationRestriction }: PublishedSeizure,
): void {
  if (publicationRestriction === 'none' || !token.audience.passesOn) return;
  if (issued.get(token)?.freed.has(id)) return;
  throw new RefusalError(
    inFour(
      'Een vangst {restriction} mag niet worden geschreven voor {code} ({label}): ze blijft binnen de dienst.',
      'Une saisie {restriction} ne peut être écrite pour {code} ({label}) : elle reste dans le service.',
      'Ein Fund {restriction} darf nicht geschrieben werden für {code} ({label}): er bleibt in der Dienststelle.',
      'A seizure {restriction} may not be written for {code} ({label}): it stays within the office.',
      {
        restriction:
          publicationRestriction === 'embargo' ? restrictions.embargo : restrictions.secret,
        code: quoted(token.audience.code),
        label: token.audience.label,
      },
    ),
    {
      dimension: 'publication',
      remedy: inFour(
        'Laat haar weg in de bronbeschrijving, schrijf voor "internal", of geef `clearance` de vangsten, zodat een vrijgave van wie ze gaf haar kan vrijmaken.',
        'Excluez-la dans la description de source, écrivez pour « internal », ou donnez les saisies à `clearance`, pour qu’une autorisation de ceux qui l’ont donnée puisse la libérer.',
        'In der Quellenbeschreibung weglassen, für „internal“ schreiben oder `clearance` die Funde geben, damit eine Freigabe derer, die ihn gaben, ihn freigeben kann.',
        'Leave it out in the source description, write for "internal", or give `clearance` the seizures, so that a release of its originators can free it.',
      ),
    },
  );
}
