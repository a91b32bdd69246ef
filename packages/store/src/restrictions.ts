import {
  classificationOrder,
  classifications,
  expectedFound,
  foundNone,
  type Handling,
  InputError,
  inFour,
  noAudience,
  noPurpose,
  quoted,
  type Text,
  tlpOrder,
} from '@samenbeeld/schema';
import type { Audience } from './audience.ts';

/** One marking that keeps something from an audience. */
export interface Restriction {
  readonly axis: 'tlp' | 'h' | 'classification' | 'purpose' | 'audience' | 'publication';
  /** As it is written on the data ("TLP:AMBER", "H2", 'H3 "not to third parties"'); the subject of a release names it so. */
  readonly mark: string;
  /** The mark in words, where it has any. */
  readonly named?: Text;
  readonly why: Text;
}

const codes = ['H0', 'H1', 'H2', 'H3'];

const texts = (value: unknown): readonly string[] => {
  const list = Array.isArray(value) ? [...(value as readonly unknown[])] : [];
  if (!Array.isArray(value) || !list.every((text) => typeof text === 'string'))
    throw new InputError(
      inFour(
        'de markering heeft een lijst die er geen is',
        'le marquage a une liste qui n’en est pas une',
        'die Kennzeichnung hat eine Liste, die keine ist',
        'the handling has a list that is none',
      ),
      {
        repair: inFour(
          'geef h, h3Text, purposes, audiences en originators als lijsten van teksten',
          'donnez h, h3Text, purposes, audiences et originators en listes de textes',
          'h, h3Text, purposes, audiences und originators als Listen von Texten angeben',
          'give h, h3Text, purposes, audiences and originators as lists of texts',
        ),
      },
    );
  return Object.freeze(list as string[]);
};

/** A copy of a handling that nobody can change; lists that are none are refused. */
export function copyHandling(given: Handling): Handling {
  if (typeof given !== 'object' || given === null)
    throw new InputError(
      expectedFound(
        inFour('een markering', 'un marquage', 'eine Kennzeichnung', 'a handling'),
        foundNone,
      ),
      {
        repair: inFour(
          'geef de hele markering',
          'donnez le marquage entier',
          'die ganze Kennzeichnung angeben',
          'give the whole handling',
        ),
      },
    );
  const roles = Object.entries(given.releasedBy ?? {}).map(
    ([originator, list]) => [originator, texts(list)] as const,
  );
  return Object.freeze({
    h: texts(given.h) as Handling['h'],
    h3Text: texts(given.h3Text),
    tlp: given.tlp,
    classification: given.classification,
    purposes: texts(given.purposes),
    audiences: texts(given.audiences),
    originators: texts(given.originators),
    ...(roles.length > 0 && { releasedBy: Object.freeze(Object.fromEntries(roles)) }),
  });
}

/** Refuses a handling that is not one: an unknown marking must never pass as an open one. */
export function checkHandling(handling: Handling): void {
  const unknown = [
    ...(tlpOrder.includes(handling.tlp) ? [] : [`TLP "${handling.tlp}"`]),
    ...(classificationOrder.includes(handling.classification)
      ? []
      : [`classification "${handling.classification}"`]),
    ...handling.h.filter((code) => !codes.includes(code)).map((code) => `handling code "${code}"`),
  ];
  if (unknown.length > 0)
    throw new InputError(
      inFour(
        'de markering heeft iets onbekends: {unknown}',
        'le marquage a un élément inconnu : {unknown}',
        'die Kennzeichnung hat Unbekanntes: {unknown}',
        'the handling has the unknown {unknown}',
        { unknown: unknown.join(', ') },
      ),
      {
        repair: inFour(
          'gebruik TLP {tlp}; classification {classes}; codes {codes}',
          'employez TLP {tlp} ; classification {classes} ; codes {codes}',
          'TLP {tlp}; classification {classes}; Codes {codes} verwenden',
          'use TLP {tlp}; classification {classes}; codes {codes}',
          {
            tlp: tlpOrder.join(', '),
            classes: classificationOrder.join(', '),
            codes: codes.join(', '),
          },
        ),
      },
    );
  if (handling.h.includes('H3') && handling.h3Text.every((text) => text.trim() === ''))
    throw new InputError(
      inFour(
        'de markering heeft de code H3 zonder de tekst ervan',
        'le marquage a le code H3 sans son texte',
        'die Kennzeichnung hat den Code H3 ohne seinen Text',
        'the handling has the code H3 without its text',
      ),
      {
        repair: inFour(
          'schrijf in h3Text de beperking die de gever stelde',
          'écrivez dans h3Text la restriction donnée par l’émetteur',
          'die Einschränkung des Urhebers in h3Text schreiben',
          'write the restriction that the originator gave into h3Text',
        ),
      },
    );
}

/** Whether `whole` is at least as strict as `part` on every axis that can be ordered. */
export function coversHandling(whole: Handling, part: Handling): boolean {
  return (
    tlpOrder.indexOf(whole.tlp) >= tlpOrder.indexOf(part.tlp) &&
    classificationOrder.indexOf(whole.classification) >=
      classificationOrder.indexOf(part.classification) &&
    part.h.every((code) => whole.h.includes(code)) &&
    part.h3Text.every((text) => whole.h3Text.includes(text)) &&
    part.originators.every((originator) => whole.originators.includes(originator))
  );
}

/** Whether the originators named these readers, or wider ones. */
function isNamed({ audiences }: Pick<Handling, 'audiences'>, { code, within }: Audience): boolean {
  return [code, ...within].some((one) => audiences.includes(one));
}

/** Named so that a closed marking opens. Naming the public does not: it takes a release. */
function isOpened({ audiences }: Handling, readers: Audience): boolean {
  return isNamed({ audiences: audiences.filter((one) => one !== 'public') }, readers);
}

/** Own use needs no statement of purpose, but a purpose that is stated must be one the data were given for. */
function purposeRestrictions(
  { purposes }: Handling,
  { passesOn }: Audience,
  purpose: string | undefined,
): readonly Restriction[] {
  if (purposes.length === 0 || purposes.includes(noPurpose)) return [];
  if (purpose === undefined ? !passesOn : purposes.includes(purpose)) return [];
  return [
    {
      axis: 'purpose',
      mark: `purposes ${[...purposes].sort().join(', ')}`,
      named: inFour('doelen {list}', 'finalités {list}', 'Zwecke {list}', 'purposes {list}', {
        list: [...purposes].sort().join(', '),
      }),
      why:
        purpose === undefined
          ? inFour(
              'alleen daarvoor gegeven, en er is geen doel genoemd',
              'donné pour ceux-ci seulement, et aucune finalité n’est indiquée',
              'nur dafür gegeben, und es ist kein Zweck genannt',
              'it was given for these alone, and no purpose is stated',
            )
          : inFour(
              'daarvoor gegeven, niet voor {purpose}',
              'donné pour ceux-ci, non pour {purpose}',
              'dafür gegeben, nicht für {purpose}',
              'it was given for these, not for {purpose}',
              { purpose: quoted(purpose) },
            ),
    },
  ];
}

/** What keeps inputs apart that were given for purposes that exclude each other. */
export const noCommonPurpose: Restriction = Object.freeze({
  axis: 'purpose',
  mark: 'no common purpose',
  named: inFour(
    'geen gemeenschappelijk doel',
    'aucune finalité commune',
    'kein gemeinsamer Zweck',
    'no common purpose',
  ),
  why: inFour(
    'de bestanden zijn gegeven voor doelen die elkaar uitsluiten',
    'les fichiers ont été donnés pour des finalités qui s’excluent',
    'die Dateien wurden für Zwecke gegeben, die einander ausschließen',
    'the inputs were given for purposes that exclude each other',
  ),
});

const atMost = (mark: string | Text): Text =>
  inFour(
    'zij mogen ten hoogste {mark} hebben',
    'ils peuvent détenir au plus {mark}',
    'sie dürfen höchstens {mark} haben',
    'they may hold {mark} at most',
    { mark },
  );

/** What keeps data of this handling from an audience; empty where nothing does. */
export function restrictionsFor(
  handling: Handling,
  audience: Audience,
  purpose?: string,
): readonly Restriction[] {
  const found: Restriction[] = [];
  const { tlp, classification, h, h3Text, purposes } = handling;
  const named = isOpened(handling, audience);
  if (tlpOrder.indexOf(tlp) > tlpOrder.indexOf(audience.tlp) && !named)
    found.push({
      axis: 'tlp',
      mark: `TLP:${tlp}`,
      why: atMost(`TLP:${audience.tlp}`),
    });
  if (h.includes('H1') && audience.court)
    found.push({
      axis: 'h',
      mark: 'H1',
      why: inFour(
        'het mag niet in een gerechtelijke procedure worden gebruikt',
        'cela ne peut servir dans une procédure judiciaire',
        'es darf nicht in einem Gerichtsverfahren verwendet werden',
        'it may not be used in judicial proceedings',
      ),
    });
  if (h.includes('H2') && audience.passesOn && !named)
    found.push({
      axis: 'h',
      mark: 'H2',
      why: inFour(
        'het mag niet worden doorgegeven',
        'cela ne peut être transmis',
        'es darf nicht weitergegeben werden',
        'it may not be passed on',
      ),
    });
  if (h.includes('H3') && audience.passesOn)
    for (const text of h3Text)
      found.push({
        axis: 'h',
        mark: `H3 "${text}"`,
        why: inFour(
          'alleen wie het gaf, kan die tekst beoordelen',
          'seul celui qui l’a donné peut juger de ce texte',
          'nur wer es gab, kann diesen Text beurteilen',
          'only the originator can judge that text',
        ),
      });
  if (
    classificationOrder.indexOf(classification) >
    classificationOrder.indexOf(audience.classification)
  )
    found.push({
      axis: 'classification',
      mark: `classification ${classification}`,
      named: inFour(
        'rubricering "{level}"',
        'classification « {level} »',
        'Einstufung „{level}“',
        'classification "{level}"',
        { level: classifications.get(classification).label },
      ),
      why: atMost(quoted(classifications.get(audience.classification).label)),
    });
  if (handling.audiences.length > 0 && audience.passesOn && !isNamed(handling, audience))
    found.push({
      axis: 'audience',
      mark: `audiences ${[...handling.audiences].sort().join(', ')}`,
      named: handling.audiences.includes(noAudience)
        ? inFour(
            'geen gemeenschappelijke lezers',
            'aucun destinataire commun',
            'keine gemeinsamen Empfänger',
            'no audience in common',
          )
        : inFour('lezers {list}', 'destinataires {list}', 'Empfänger {list}', 'audiences {list}', {
            list: [...handling.audiences].sort().join(', '),
          }),
      why: inFour(
        'wie het gaf, noemde deze lezers en geen andere',
        'celui qui l’a donné a nommé ces lecteurs et aucun autre',
        'wer es gab, nannte diese Leser und keine anderen',
        'its originator named these readers and no others',
      ),
    });
  if (purposes.includes(noPurpose)) found.push(noCommonPurpose);
  return [...found, ...purposeRestrictions(handling, audience, purpose)];
}

/** The handling without the markings that were released: what the output itself carries. */
export function withoutRestrictions(
  handling: Handling,
  audience: Audience,
  released: readonly Restriction[],
  purpose: string | undefined,
): Handling {
  const stated = purpose === undefined ? [] : [purpose];
  const gone = (start: string): boolean => released.some(({ mark }) => mark.startsWith(start));
  return {
    ...handling,
    tlp: gone('TLP:') ? audience.tlp : handling.tlp,
    classification: gone('classification') ? audience.classification : handling.classification,
    h: handling.h.filter((code) => !gone(code)),
    h3Text: gone('H3') ? [] : handling.h3Text,
    purposes: gone('no common') || gone('purposes') ? stated : handling.purposes,
    audiences: gone('audiences') ? [...handling.audiences, audience.code] : handling.audiences,
  };
}
