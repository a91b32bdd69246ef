import { codeAdvice, isCode, type MatchQuality, type SourceDescription } from '@samenbeeld/ingest';
import {
  crosswalkSubject,
  crosswalkVerdict,
  type Decision,
  quoted,
  wrongUse,
} from '@samenbeeld/schema';
import type { UndecidedLabel } from './undecided-labels.ts';

const forms: readonly string[] = ['exact', 'narrower', 'broader', 'overlap', 'none'];

/**
 * What a person says of a label: "exact:COC", "narrower:CAN", "none". Throws UsageError for anything else.
 *
 * @example
 * ```ts
 * import { parseMeaning } from '@samenbeeld/harmonise';
 * parseMeaning('narrower:CAN') // => { match: 'narrower', to: 'CAN' }
 * parseMeaning('none').to // => null
 * ```
 */
export function parseMeaning(text: string): {
  readonly match: MatchQuality;
  readonly to: string | null;
} {
  const [, match = '', to = ''] = /^([a-z]+)(?::\s*(.*\S))?\s*$/u.exec(text.trim()) ?? [];
  if (!forms.includes(match) || (match === 'none') !== (to === ''))
    throw wrongUse(
      'Een label betekent exact:CODE, narrower:CODE, broader:CODE, overlap:CODE of none, niet {text}.',
      'Un libellé signifie exact:CODE, narrower:CODE, broader:CODE, overlap:CODE ou none, et non {text}.',
      'Eine Bezeichnung bedeutet exact:CODE, narrower:CODE, broader:CODE, overlap:CODE oder none, nicht {text}.',
      'A label means exact:CODE, narrower:CODE, broader:CODE, overlap:CODE or none, not {text}.',
      { text: quoted(text) },
    );
  return { match: match as MatchQuality, to: to === '' ? null : to };
}

/**
 * What a person's word on a label is as a decision: kind, subject and verdict, for `appendDecision` with role, time and
 * reason. Throws UsageError where the code is not in the list of the field.
 *
 * @example
 * ```ts
 * import { confirmLabel, parseMeaning, replayReport } from '@samenbeeld/harmonise';
 * import { loadSource } from '@samenbeeld/ingest';
 * import { catalogueFolder, sampleFile } from '@samenbeeld/sources';
 * const source = loadSource(catalogueFolder('exercise-nl-harc'));
 * const { undecided } = await replayReport(source, [], [sampleFile('exercise-nl-harc')]);
 * confirmLabel(source, undecided[0], parseMeaning('none')).verdict // => 'none'
 * ```
 */
export function confirmLabel(
  { id }: SourceDescription,
  { column, field, list, label }: UndecidedLabel,
  { match, to }: { readonly match: MatchQuality; readonly to: string | null },
): Pick<Decision, 'kind' | 'subject' | 'verdict'> {
  if (to !== null && list !== null && !isCode(list, to))
    throw wrongUse(
      '{to} is geen code van {list}: {advice}.',
      '{to} n’est pas un code de {list} : {advice}.',
      '{to} ist kein Code von {list}: {advice}.',
      '{to} is no code of {list}: {advice}.',
      { to: quoted(to), list, advice: codeAdvice(list, to) },
    );
  return {
    kind: 'crosswalk',
    subject: crosswalkSubject({ source: id, field, column, label }),
    verdict: crosswalkVerdict({ match, to }),
  };
}
