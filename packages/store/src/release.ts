import {
  agencies,
  type Decision,
  type Handling,
  inFour,
  isDay,
  noPurpose,
  quoted,
  shellWord,
  type Text,
} from '@samenbeeld/schema';
import { audiences } from './audience.ts';
import { currentDecisions } from './current-decisions.ts';
import { releaseEnd } from './decision-line.ts';
import { embargoRestrictions, type PublishedSeizure } from './embargo.ts';
import type { PictureInput } from './picture.ts';
import { noCommonPurpose, type Restriction, restrictionsFor } from './restrictions.ts';
import { sha256 } from './sha256.ts';
import { roleKey } from './standing-decisions.ts';

/** One input of an output: what an originator frees is its own input and no other. */
export interface ClearanceInput {
  /** Id of the source, for refusals. */
  readonly source?: string;
  readonly handling: Handling;
  /** The files it holds; a release is of these and of no later ones. */
  readonly files?: readonly Pick<PictureInput, 'sha256'>[];
}

/** What a release is asked for. */
export interface Asked {
  readonly audience: string;
  readonly purpose?: string | undefined;
  readonly seizures: readonly PublishedSeizure[];
}

/** An input with what keeps it from its readers. */
export interface Restricted extends ClearanceInput {
  readonly restrictions: readonly Restriction[];
}

/** Short name of the content of an input: another file, another name. Null where no file is known. */
export function editionOf(files: readonly Pick<PictureInput, 'sha256'>[] = []): string | null {
  if (files.length === 0) return null;
  const all = files.map((file) => file.sha256).sort();
  return sha256(new TextEncoder().encode(all.join(' '))).slice(0, 16);
}

/** What keeps each input from the readers; a seizure of no input here counts with each. */
export function restrictInputs(
  inputs: readonly ClearanceInput[],
  { audience, purpose, seizures }: Asked,
): readonly Restricted[] {
  const readers = audiences.get(audience);
  const ids = new Set(inputs.map(({ source }) => source));
  const named = inputs
    .map(({ handling }) => handling.purposes)
    .filter((list) => list.length > 0 && !list.includes(noPurpose));
  const [first = []] = named;
  const apart = named.length > 0 && !first.some((one) => named.every((list) => list.includes(one)));
  return inputs.map((input) => {
    const own = seizures.filter(
      ({ source }) => source === undefined || source === input.source || !ids.has(source),
    );
    return {
      ...input,
      restrictions: [
        ...restrictionsFor(input.handling, readers, purpose),
        ...(apart && purpose === undefined && input.handling.purposes.length > 0
          ? [noCommonPurpose]
          : []),
        ...embargoRestrictions(own, readers),
      ],
    };
  });
}

/**
 * The subject of the decision of kind `release` by which an originator frees its markings for an audience. It names the
 * markings, and the purpose and the content where they are known, so that a release never covers a stricter marking, another
 * use or a later file.
 *
 * @param input an input with its files, or its handling alone
 * @param seizures single seizures that are written, of which some may be under embargo
 * @example
 * ```ts
 * import { releaseSubject } from '@samenbeeld/store';
 * const handling = { h: ['H2'], h3Text: [], tlp: 'AMBER', classification: 'none', purposes: [], audiences: [], originators: ['NL_HARC'] } as const;
 * releaseSubject(handling, 'NL_HARC', 'public') // => 'NL_HARC to public: TLP:AMBER, H2'
 * ```
 */
export function releaseSubject(
  input: Handling | ClearanceInput,
  originator: string,
  audience: string,
  seizures: readonly PublishedSeizure[] = [],
  purpose?: string,
): string {
  const asked = { audience, purpose, seizures };
  const [one] = restrictInputs(['handling' in input ? input : { handling: input }], asked);
  return subjectOf(one as Restricted, originator, asked);
}

function subjectOf(
  { restrictions, files }: Restricted,
  originator: string,
  { audience, purpose }: Asked,
): string {
  const edition = editionOf(files);
  const about = `${purpose === undefined ? '' : ` for ${purpose}`}${edition === null ? '' : ` of ${edition}`}`;
  return `${originator} to ${audience}${about}: ${restrictions.map(({ mark }) => mark).join(', ')}`;
}

/** A release that an input takes: its subject, whose it is, and the roles that may give it; none where none is named. */
export interface ReleaseNeeded {
  readonly subject: string;
  readonly originator: string;
  readonly roles: readonly string[];
}

/** The releases that free an input, those that are lacking, and why others do not count; a free input lacks nothing. */
export interface Releases {
  readonly given: readonly Decision[];
  readonly lacking: readonly ReleaseNeeded[];
  readonly flaws: readonly Text[];
}

function neededFor(input: Restricted, asked: Asked): readonly ReleaseNeeded[] {
  const { originators, releasedBy = {} } = input.handling;
  if (input.restrictions.length === 0) return [];
  return originators.map((originator) => ({
    subject: subjectOf(input, originator, asked),
    originator,
    roles: Object.hasOwn(releasedBy, originator) ? (releasedBy[originator] ?? []) : [],
  }));
}

/**
 * The releases that inputs take before these readers may have them, given or not; none where nothing keeps an input from
 * them, or nobody could release it.
 *
 * @example
 * ```ts
 * import { releasesNeeded } from '@samenbeeld/store';
 * const handling = { h: [], h3Text: [], tlp: 'AMBER', classification: 'none', purposes: [], audiences: [], originators: ['NL_HARC'] } as const;
 * releasesNeeded([{ handling }], { audience: 'public', seizures: [] }).map(({ subject }) => subject) // => ['NL_HARC to public: TLP:AMBER']
 * ```
 */
export function releasesNeeded(
  inputs: readonly ClearanceInput[],
  asked: Asked,
): readonly ReleaseNeeded[] {
  const needed = restrictInputs(inputs, asked).flatMap((input) => neededFor(input, asked));
  return [...new Map(needed.map((one) => [one.subject, one])).values()];
}

const subjectForm = /^(\S.*?) to (\S+)(?: for .+?)?(?: of [\da-f]{16})?: \S/u;

/**
 * Whose release a subject is, and for which readers; null for what is no subject of a release.
 *
 * @example
 * ```ts
 * import { parseReleaseSubject } from '@samenbeeld/store';
 * parseReleaseSubject('NL_HARC to public of ca978112ca1bbdca: TLP:AMBER') // => { originator: 'NL_HARC', audience: 'public' }
 * parseReleaseSubject('NLVLI COC seized_in_port quantity 2021') // => null
 * ```
 */
export function parseReleaseSubject(
  subject: string,
): { readonly originator: string; readonly audience: string } | null {
  const [, originator = '', audience = ''] = subjectForm.exec(subject) ?? [];
  return audiences.has(audience) ? { originator, audience } : null;
}

/**
 * Why somebody may not give a release, as far as its subject and what the source descriptions name tell; null where nothing
 * stands in the way.
 *
 * @param roles the roles that may give it; not given where they are not known
 */
export function releaserProblem(
  { role, agency }: Pick<Decision, 'role' | 'agency'>,
  { originator, roles }: Pick<ReleaseNeeded, 'originator'> & Partial<ReleaseNeeded>,
): Text | null {
  if (agency && agency !== originator)
    return inFour(
      '{role} van {agency} mag niet vrijgeven wat {originator} heeft gemerkt',
      '{role} de {agency} ne peut autoriser ce que {originator} a marqué',
      '{role} von {agency} darf nicht freigeben, was {originator} gekennzeichnet hat',
      '{role} of {agency} may not release what {originator} marked',
      { role: quoted(role), agency, originator },
    );
  if (roles?.length === 0)
    return inFour(
      'niemand mag het: de bronbeschrijving noemt geen functie die mag vrijgeven wat {originator} heeft gemerkt (handling.releasedBy)',
      'personne ne le peut : la description de source ne nomme aucune fonction qui puisse autoriser ce que {originator} a marqué (handling.releasedBy)',
      'niemand darf es: die Quellenbeschreibung nennt keine Funktion, die freigeben darf, was {originator} gekennzeichnet hat (handling.releasedBy)',
      'nobody may: the source description names no role that may release what {originator} marked (handling.releasedBy)',
      { originator },
    );
  if (roles && !roles.some((one) => roleKey(one) === roleKey(role))) return onlyThese(role, roles);
  return null;
}

const onlyThese = (role: string, roles: readonly string[]): Text =>
  inFour(
    '{role} mag het niet vrijgeven; alleen deze mogen het: {roles}',
    '{role} ne peut l’autoriser ; seuls le peuvent : {roles}',
    '{role} darf es nicht freigeben; nur diese dürfen es: {roles}',
    '{role} may not release it; only these may: {roles}',
    { role: quoted(role), roles: roles.join(', ') },
  );

/** The command that records a release; null where no role may give it. */
export function releaseCommand(
  { subject, originator, roles: [role] }: ReleaseNeeded,
  file: string,
): string | null {
  if (role === undefined) return null;
  const agency = agencies.has(originator) ? ` --agency ${originator}` : '';
  return `samenbeeld decide ${shellWord(file)} ${shellWord(subject)} --accept --role ${shellWord(role)}${agency} --reason "…"`;
}

/** Why a decision does not release; null where it does. */
function flawOf(
  decision: Decision,
  { roles, originator }: ReleaseNeeded,
  today: string | undefined,
): Text | null {
  const { id, verdict, role, agency, subject } = decision;
  const end = releaseEnd(decision);
  if (verdict !== 'accept' && !(end !== null && isDay(end)))
    return inFour(
      'Geweigerd door beslissing {id}: {subject}; nodig is een nieuwe beslissing van wie het gaf, die deze vervangt.',
      'Refusé par la décision {id} : {subject} ; il faudrait une nouvelle décision de celui qui l’a donné, qui la remplace.',
      'Abgelehnt durch Entscheidung {id}: {subject}; nötig wäre eine neue Entscheidung dessen, der es gab, die sie ersetzt.',
      'Refused by decision {id}: {subject}; it would take a new decision of the originator that supersedes it.',
      { id, subject: quoted(subject) },
    );
  if (!roles.some((one) => roleKey(one) === roleKey(role)))
    return inFour(
      'Beslissing {id}: {why}.',
      'Décision {id} : {why}.',
      'Entscheidung {id}: {why}.',
      'Decision {id}: {why}.',
      { id, why: onlyThese(role, roles) },
    );
  if (agency && agency !== originator)
    return inFour(
      'Beslissing {id} is van {role} ({agency}), en {originator} heeft het gemerkt.',
      'La décision {id} est de {role} ({agency}), et c’est {originator} qui l’a marqué.',
      'Entscheidung {id} ist von {role} ({agency}), und {originator} hat es gekennzeichnet.',
      'Decision {id} is by {role} of {agency}, and {originator} marked it.',
      { id, role: quoted(role), agency, originator },
    );
  if (end !== null && today === undefined)
    return inFour(
      'Beslissing {id} geldt tot {end}, en er is geen dag gegeven om mee te vergelijken.',
      'La décision {id} vaut jusqu’au {end}, et aucun jour n’est donné pour comparer.',
      'Entscheidung {id} gilt bis {end}, und es ist kein Tag zum Vergleich angegeben.',
      'Decision {id} holds until {end}, and no day is given to compare with.',
      { id, end },
    );
  if (end !== null && (today ?? '') > end)
    return inFour(
      'Beslissing {id} is op {end} geëindigd.',
      'La décision {id} a pris fin le {end}.',
      'Entscheidung {id} ist am {end} ausgelaufen.',
      'Decision {id} has ended on {end}.',
      { id, end },
    );
  return null;
}

/** Looks for a release of an input by each of its originators; one that is missing keeps it shut. */
export function findReleases(
  input: Restricted,
  asked: Asked,
  decisions: readonly Decision[],
  today: string | undefined,
): Releases {
  if (input.restrictions.length === 0) return { given: [], lacking: [], flaws: [] };
  const nobody = inFour(
    'Wie het gaf, is niet genoemd{of}, dus niemand kan het vrijgeven: noem het in de bronbeschrijving.',
    'Celui qui l’a donné n’est pas nommé{of}, donc personne ne peut l’autoriser : nommez-le dans la description de source.',
    'Wer es gab, ist nicht genannt{of}, also kann es niemand freigeben: Nennen Sie es in der Quellenbeschreibung.',
    'No originator is named{of}, so no one can release it: name them in the source description.',
    { of: input.source === undefined ? '' : ` (${input.source})` },
  );
  if (input.handling.originators.length === 0) return { given: [], lacking: [], flaws: [nobody] };
  const current = currentDecisions(decisions, 'release');
  const given: Decision[] = [];
  const lacking: ReleaseNeeded[] = [];
  const flaws: Text[] = [];
  for (const needed of neededFor(input, asked)) {
    const decision = needed.roles.length > 0 ? current.get(needed.subject) : undefined;
    const flaw = decision ? flawOf(decision, needed, today) : null;
    if (flaw !== null) flaws.push(flaw);
    else if (decision) given.push(decision);
    else lacking.push(needed);
  }
  return { given, lacking, flaws };
}
