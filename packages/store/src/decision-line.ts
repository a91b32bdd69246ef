import {
  agencies,
  type Decision,
  detectPersonalData,
  type Ground,
  inEach,
  inFour,
  isDay,
  namesContainer,
  namesPerson,
  oneOf,
  parseCorrectionDecision,
  parseCrosswalkDecision,
  programmes,
  quoted,
  type Text,
  UsageError,
  uncapital,
} from '@samenbeeld/schema';
import { roleProblem } from './role-problem.ts';
import { sha256 } from './sha256.ts';

const readers: Partial<Record<Decision['kind'], (decision: Decision) => unknown>> = {
  crosswalk: parseCrosswalkDecision,
  correction: parseCorrectionDecision,
};

/** What is wrong with how a decision on a label or a slip is written; null where nothing is. */
function mappingProblem(decision: Decision): Text | null {
  if (decision.verdict === 'reopen') return null;
  try {
    readers[decision.kind]?.(decision);
    return null;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const { says, message } = error;
    return inEach((language) => {
      return uncapital((says?.[language] ?? message).replace(/\.$/u, ''));
    });
  }
}

/** A decision that is not recorded yet. */
export type DecisionDraft = Omit<Decision, 'id'>;

const kinds: readonly Decision['kind'][] = [
  'conflict',
  'same-seizure',
  'same-measure',
  'crosswalk',
  'correction',
  'override',
  'release',
  'ceiling',
  'repair',
];
const fields = ['kind', 'subject', 'verdict', 'role', 'time', 'reason', 'evidence', 'supersedes'];
const known: ReadonlySet<string> = new Set([...fields, 'id', 'agency', 'programme', 'takenOn']);
const optional = new Set(['evidence', 'supersedes']);
/** What every decision says. */
export const requiredFields: readonly string[] = fields.filter((field) => !optional.has(field));
const sameSeizureVerdicts: readonly string[] = ['same', 'different', 'unsure', 'reopen'];
const instant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

// Digits of a badge or case number, an address, a title before a name: no role holds those.
const person =
  /\d{4,}|@|(^|\W)(mr|mrs|ms|dr|dhr|mevr|mw|mme|mlle|herr|frau|monsieur|madame|meneer|mevrouw)\.?\s+\p{L}/iu;

/** The first field that holds personal data, and which kind; the value itself is never repeated. */
function personalData(value: Readonly<Record<string, unknown>>): Text | null {
  for (const field of ['subject', 'verdict', 'role', 'reason', 'evidence']) {
    const said = String(value[field] ?? '');
    // A checksum in a release may happen to read like somebody's number.
    const isChecksum = field === 'subject' && value['kind'] === 'release';
    const [found] = detectPersonalData(
      isChecksum ? said.replace(/ of [\da-f]{16}(?=: )/, '') : said,
    );
    if (found)
      return inFour(
        '{field} lijkt op persoonsgegevens ({detector})',
        '{field} ressemble à des données personnelles ({detector})',
        '{field} sieht nach personenbezogenen Daten aus ({detector})',
        '{field} looks like personal data ({detector})',
        { field: quoted(field), detector: found.detector },
      );
  }
  return person.test(String(value['role']))
    ? inFour(
        '"role" lijkt op persoonsgegevens; verwacht wordt een functie ("analist, Benelux-secretariaat")',
        '« role » ressemble à des données personnelles ; une fonction est attendue (« analyste, secrétariat Benelux »)',
        '„role“ sieht nach personenbezogenen Daten aus; erwartet wird eine Funktion („Analyst, Benelux-Sekretariat“)',
        '"role" looks like personal data; expected a role ("analyst, Benelux secretariat")',
      )
    : null;
}

/** Grounds in one order, whoever listed them. */
function ordered(grounds: readonly Ground[]): readonly Ground[] {
  return grounds
    .map(({ id, name, says }) => ({
      id,
      name,
      says: Object.fromEntries(Object.entries(says).sort(([a], [b]) => (a < b ? -1 : 1))),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Fields that older lines do not have, where a decision has them. */
function laterFields({
  agency,
  programme,
  takenOn,
}: DecisionDraft): Readonly<Record<string, unknown>> {
  return {
    ...((agency ?? null) !== null && { agency }),
    ...((programme ?? null) !== null && { programme }),
    ...((takenOn ?? null) !== null && { takenOn: ordered(takenOn as readonly Ground[]) }),
  };
}

/** A decision as it reads once it is recorded: without fields that say nothing, what it was taken on in one order. */
export function recordedForm(draft: DecisionDraft): Decision {
  const { agency: _agency, programme: _programme, takenOn: _takenOn, ...said } = draft;
  return { ...said, ...laterFields(draft), id: decisionId(draft) };
}

/** The id of a decision: the first 12 digits of the SHA-256 of what it says. */
export function decisionId(draft: DecisionDraft): string {
  const record: Readonly<Record<string, unknown>> = { ...draft };
  const later = laterFields(draft);
  const said = [
    ...fields.map((field) => record[field] ?? null),
    ...(Object.keys(later).length > 0 ? [later] : []),
  ];
  return sha256(JSON.stringify(said)).slice(0, 12);
}

/** A decision as one line of JSON, with the link of the line before it. */
export function decisionLine(decision: Decision, previous: string | null): string {
  const record: Readonly<Record<string, unknown>> = { ...decision };
  return JSON.stringify({
    ...Object.fromEntries(['id', ...fields].map((field) => [field, record[field] ?? null])),
    ...laterFields(decision),
    previous,
  });
}

/** What the next line repeats of a decision: of what it says and of all that stood before it. */
export function decisionLink(id: string, previous: string | null): string {
  return sha256(`${id} ${previous ?? ''}`).slice(0, 16);
}

function isGround(value: unknown): value is Ground {
  const ground = value as Partial<Ground> | null;
  return (
    typeof ground?.id === 'string' &&
    typeof ground.name === 'string' &&
    typeof ground.says === 'object' &&
    ground.says !== null &&
    Object.values(ground.says).every((said) => typeof said === 'string')
  );
}

/** A field of a decision that says something else than it may. */
function fieldOf(field: string, found: string, expected: string | Text): Text {
  return inFour(
    '{field} is {found}; verwacht: {expected}',
    '{field} est {found} ; attendu : {expected}',
    '{field} ist {found}; erwartet: {expected}',
    '{field} is {found}; expected {expected}',
    { field: quoted(field), found, expected },
  );
}

function laterProblem({
  agency,
  programme,
  takenOn,
}: Readonly<Record<string, unknown>>): Text | null {
  if ((agency ?? null) !== null && !(typeof agency === 'string' && agencies.has(agency)))
    return fieldOf(
      'agency',
      JSON.stringify(agency),
      inFour(
        'een code van een dienst, zoals NL_CUST (`samenbeeld codes agencies`)',
        'un code de service, comme NL_CUST (`samenbeeld codes agencies`)',
        'der Code einer Stelle, etwa NL_CUST (`samenbeeld codes agencies`)',
        'a code of the list of agencies, such as NL_CUST (`samenbeeld codes agencies`)',
      ),
    );
  if ((programme ?? null) !== null && !(typeof programme === 'string' && programmes.has(programme)))
    return fieldOf(
      'programme',
      JSON.stringify(programme),
      inFour(
        'een code van een samenwerkingsverband, zoals HAZELDONK (`samenbeeld codes programmes`)',
        'un code de cadre de coopération, comme HAZELDONK (`samenbeeld codes programmes`)',
        'der Code eines Rahmens der Zusammenarbeit, etwa HAZELDONK (`samenbeeld codes programmes`)',
        'a code of the list of frames, such as HAZELDONK (`samenbeeld codes programmes`)',
      ),
    );
  const isListed =
    (takenOn ?? null) === null || (Array.isArray(takenOn) && takenOn.every(isGround));
  return isListed
    ? null
    : inFour(
        '"takenOn" is geen lijst van waarop de beslissing is genomen',
        '« takenOn » n’est pas une liste de ce sur quoi la décision a été prise',
        '„takenOn“ ist keine Liste dessen, worauf die Entscheidung beruht',
        '"takenOn" is no list of what the decision was taken on',
      );
}

/** Whether a field says anything. */
export function isSaid(content: unknown): boolean {
  return typeof content === 'string' && content.trim() !== '';
}

/** What is wrong with the fields of a decision, in words; null where nothing is. */
export function decisionProblem(value: Readonly<Record<string, unknown>>): Text | null {
  const [unknown] = Object.keys(value).filter((key) => !known.has(key));
  if (unknown !== undefined)
    return inFour(
      'onbekend veld {field}',
      'champ inconnu {field}',
      'unbekanntes Feld {field}',
      'unknown field {field}',
      { field: quoted(unknown) },
    );
  for (const field of fields) {
    const content = value[field] ?? null;
    if (content === null && optional.has(field)) continue;
    if (!isSaid(content))
      return inFour('{field} is leeg', '{field} est vide', '{field} ist leer', '{field} is empty', {
        field: quoted(field),
      });
    if (content !== String(content).trim() || /[\r\n]/.test(String(content)))
      return inFour(
        '{field} heeft spaties eromheen of een regeleinde erin',
        '{field} a des blancs autour ou un retour à la ligne',
        '{field} hat Leerzeichen darum oder einen Zeilenumbruch',
        '{field} has blanks around it or a line break',
        { field: quoted(field) },
      );
  }
  const { kind, time, verdict, supersedes } = value as unknown as Decision;
  if (!kinds.includes(kind)) return fieldOf('kind', JSON.stringify(kind), oneOf(kinds));
  if (!instant.test(time) || !isDay(time.slice(0, 10)) || Number.isNaN(Date.parse(time)))
    return fieldOf(
      'time',
      JSON.stringify(time),
      inFour(
        'een dag of een tijdstip met tijdzone volgens ISO 8601',
        'un jour, ou un instant avec son fuseau, selon ISO 8601',
        'ein Tag oder ein Zeitpunkt mit Zeitzone nach ISO 8601',
        'an ISO day or an ISO time with its zone',
      ),
    );
  if (verdict === 'reopen' && (supersedes ?? null) === null)
    return inFour(
      '"reopen" moet met "supersedes" de beslissing noemen die het ongedaan maakt',
      '« reopen » doit nommer sous « supersedes » la décision qu’il annule',
      '„reopen“ muss unter „supersedes“ die Entscheidung nennen, die es aufhebt',
      '"reopen" must supersede the decision it undoes',
    );
  if (kind === 'same-seizure' && !sameSeizureVerdicts.includes(verdict))
    return fieldOf('verdict', JSON.stringify(verdict), oneOf(sameSeizureVerdicts));
  return laterProblem(value) ?? mappingProblem(value as unknown as Decision) ?? personalData(value);
}

/** The last day of a release that has one ("accept until 2026-12-31"), as it is written; null for every other verdict. */
export function releaseEnd({ kind, verdict }: Pick<Decision, 'kind' | 'verdict'>): string | null {
  return (kind === 'release' && /^accept until (.*)$/u.exec(verdict)?.[1]) || null;
}

/** The first remark that seems to name a person. It is asked of what is new only: how names are found changes, what is recorded does not. */
function namedPerson(draft: DecisionDraft): Text | null {
  const field = (['reason', 'evidence'] as const).find((each) => {
    const said = draft[each] ?? '';
    return namesPerson(said);
  });
  return field === undefined
    ? null
    : inFour(
        '{field} lijkt een persoon te noemen; noem in plaats daarvan een dienst of een functie, en schrijf voor een naam van iets anders wat het is ("firma …", "schip …")',
        '{field} semble nommer une personne ; écrivez plutôt un service ou une fonction, et devant le nom d’autre chose ce que c’est (« firme … », « navire … »)',
        '{field} scheint eine Person zu nennen; stattdessen eine Dienststelle oder Funktion nennen, und vor den Namen von etwas anderem schreiben, was es ist („Firma …“, „Schiff …“)',
        '{field} seems to name a person; write an office or a role instead, and before a name of something else what it is ("firm …", "ship …")',
        { field: quoted(field) },
      );
}

/** A container that is named where all may read it: records keep it as a hash alone, and reasons are published with a picture. */
function namedContainer({ reason, evidence }: DecisionDraft): Text | null {
  const field = Object.entries({ reason, evidence }).find(([, said]) =>
    namesContainer(said ?? ''),
  )?.[0];
  return field === undefined
    ? null
    : inFour(
        '{field} noemt een containernummer, dat de records alleen versleuteld bewaren en dat met het beeld naar buiten zou gaan; schrijf "zelfde container"',
        '{field} nomme un numéro de conteneur, que les enregistrements ne gardent que haché et qui sortirait avec le tableau ; écrivez « même conteneur »',
        '{field} nennt eine Containernummer, die die Datensätze nur als Hash bewahren und die mit dem Lagebild hinausginge; „derselbe Container“ schreiben',
        '{field} names a container number, which the records keep as a hash alone and which would leave with the picture; write "same container"',
        { field: quoted(field) },
      );
}

/** The same for a decision that is about to be recorded: its role is a role by every word, and what ends does so on a day. */
export function draftProblem(draft: DecisionDraft): Text | null {
  const end = releaseEnd(draft);
  if (end !== null && !isDay(end))
    return fieldOf(
      'verdict',
      JSON.stringify(draft.verdict),
      inFour(
        '"accept until" en een dag van de kalender',
        '« accept until » et un jour du calendrier',
        '„accept until“ und ein Tag des Kalenders',
        '"accept until" and a day of the calendar',
      ),
    );
  return (
    decisionProblem({ ...draft }) ??
    namedPerson(draft) ??
    roleProblem(draft.role) ??
    namedContainer(draft)
  );
}
