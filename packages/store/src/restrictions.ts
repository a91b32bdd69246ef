import {
  type Classification,
  type Handling,
  InputError,
  noPurpose,
  type Tlp,
} from '@samenbeeld/schema';
import type { Audience } from './audience.ts';

/** One marking that keeps something from an audience. */
export interface Restriction {
  readonly axis: 'tlp' | 'h' | 'classification' | 'purpose' | 'publication';
  /** As it is written on the data ("TLP:AMBER", "H2", 'H3 "not to third parties"'). */
  readonly mark: string;
  readonly why: string;
}

const tlps: readonly Tlp[] = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'];
const levels: readonly Classification[] = ['none', 'restricted', 'confidential', 'secret'];
const codes = ['H0', 'H1', 'H2', 'H3'];

/** Refuses a handling that is not one: an unknown marking must never pass as an open one. */
export function checkHandling(handling: Handling): void {
  const unknown = [
    ...(tlps.includes(handling.tlp) ? [] : [`TLP "${handling.tlp}"`]),
    ...(levels.includes(handling.classification)
      ? []
      : [`classification "${handling.classification}"`]),
    ...handling.h.filter((code) => !codes.includes(code)).map((code) => `handling code "${code}"`),
  ];
  if (unknown.length > 0)
    throw new InputError(`the handling has the unknown ${unknown.join(' and ')}`, {
      repair: `use TLP ${tlps.join(', ')}; classification ${levels.join(', ')}; codes ${codes.join(', ')}`,
    });
  if (handling.h.includes('H3') && handling.h3Text.every((text) => text.trim() === ''))
    throw new InputError('the handling has the code H3 without its text', {
      repair: 'write the restriction that the originator gave into h3Text',
    });
}

/** Whether `whole` is at least as strict as `part` on every axis that can be ordered. */
export function coversHandling(whole: Handling, part: Handling): boolean {
  return (
    tlps.indexOf(whole.tlp) >= tlps.indexOf(part.tlp) &&
    levels.indexOf(whole.classification) >= levels.indexOf(part.classification) &&
    part.h.every((code) => whole.h.includes(code)) &&
    part.h3Text.every((text) => whole.h3Text.includes(text)) &&
    part.originators.every((originator) => whole.originators.includes(originator))
  );
}

/** Whether the originators named these readers, or wider ones. Naming the public counts for nothing: it takes a release. */
function isNamed({ audiences }: Handling, { code, within }: Audience): boolean {
  return [code, ...within].some((one) => one !== 'public' && audiences.includes(one));
}

/** What keeps data of this handling from an audience; empty where nothing does. */
export function restrictionsFor(handling: Handling, audience: Audience): readonly Restriction[] {
  const found: Restriction[] = [];
  const { tlp, classification, h, h3Text, purposes } = handling;
  const named = isNamed(handling, audience);
  if (tlps.indexOf(tlp) > tlps.indexOf(audience.tlp) && !named)
    found.push({
      axis: 'tlp',
      mark: `TLP:${tlp}`,
      why: `they may hold TLP:${audience.tlp} at most`,
    });
  if (h.includes('H1') && audience.court)
    found.push({ axis: 'h', mark: 'H1', why: 'it may not be used in judicial proceedings' });
  if (h.includes('H2') && audience.passesOn && !named)
    found.push({ axis: 'h', mark: 'H2', why: 'it may not be passed on' });
  if (h.includes('H3') && audience.passesOn)
    for (const text of h3Text)
      found.push({
        axis: 'h',
        mark: `H3 "${text}"`,
        why: 'only the originator can judge that text',
      });
  if (levels.indexOf(classification) > levels.indexOf(audience.classification))
    found.push({
      axis: 'classification',
      mark: `classification ${classification}`,
      why: `they may hold "${audience.classification}" at most`,
    });
  if (purposes.includes(noPurpose))
    found.push({
      axis: 'purpose',
      mark: 'no common purpose',
      why: 'the inputs were given for purposes that exclude each other',
    });
  return found;
}

/** The handling without the markings that were released: what the output itself carries. */
export function withoutRestrictions(
  handling: Handling,
  audience: Audience,
  released: readonly Restriction[],
): Handling {
  const gone = (start: string): boolean => released.some(({ mark }) => mark.startsWith(start));
  return {
    ...handling,
    tlp: gone('TLP:') ? audience.tlp : handling.tlp,
    classification: gone('classification') ? audience.classification : handling.classification,
    h: handling.h.filter((code) => !gone(code)),
    h3Text: gone('H3') ? [] : handling.h3Text,
    purposes: gone('no common') ? [] : handling.purposes,
  };
}
