import type { Held, PriorityJudgements } from '@samenbeeld/answers';
import { agencies, countries, InputError } from '@samenbeeld/schema';
import { roleProblem } from '@samenbeeld/store';
import { prioritiesSchemaFile } from './own-files.ts';
import {
  besidePicture,
  checkInvented,
  type PictureFileDescription,
  readBySchema,
} from './picture-file.ts';
import { type Said, saidIn } from './read-barriers.ts';

interface WrittenJudgement {
  readonly country: string;
  readonly agency?: string;
  readonly role: string;
  readonly scores: Readonly<Record<string, readonly (number | null)[]>>;
}

/** Judgements as they are written. */
interface WrittenPriorities {
  readonly text: Said;
  readonly exercise?: boolean;
  readonly concentration?: number;
  readonly scale: { readonly low: number; readonly high: number; readonly text: Said };
  readonly criteria: readonly {
    readonly id: string;
    readonly text: Said;
    readonly weight: number;
  }[];
  readonly phenomena: readonly { readonly id: string; readonly text: Said }[];
  readonly rounds: readonly {
    readonly on: string;
    readonly judgements: readonly WrittenJudgement[];
  }[];
}

type Refuse = (keys: readonly (string | number)[], problem: string, repair: string) => never;

function checkJudgement(
  { country, agency, role, scores }: WrittenJudgement,
  keys: readonly (string | number)[],
  { criteria, phenomena, scale }: WrittenPriorities,
  refuse: Refuse,
): void {
  if (!countries.has(country))
    refuse(
      [...keys, 'country'],
      `expected the code of a country, found "${country}"`,
      'write an ISO code such as BE, NL, LU',
    );
  if (agency !== undefined && !agencies.has(agency))
    refuse(
      [...keys, 'agency'],
      `expected the code of a service, found "${agency}"`,
      'write a code that samenbeeld codes agencies lists, or leave it out',
    );
  const problem = roleProblem(role);
  if (problem !== null)
    refuse(
      [...keys, 'role'],
      `expected a function in role, found something else: ${problem}`,
      'write role: strategic analyst, never a person',
    );
  const known = new Set(phenomena.map(({ id }) => id));
  for (const [phenomenon, row] of Object.entries(scores)) {
    if (!known.has(phenomenon))
      refuse(
        [...keys, 'scores', phenomenon],
        `expected scores of the phenomena of this file, found "${phenomenon}"`,
        `name one of ${[...known].join(', ')}`,
      );
    if (row.length !== criteria.length)
      refuse(
        [...keys, 'scores', phenomenon],
        `expected ${criteria.length} scores for ${phenomenon}, found ${row.length}`,
        'write one for each criterion, null where it was not judged',
      );
    const out = row.find((one) => one !== null && (one < scale.low || one > scale.high));
    if (out !== undefined)
      refuse(
        [...keys, 'scores', phenomenon],
        `expected scores from ${scale.low} to ${scale.high}, found ${out}`,
        'correct the score or the scale',
      );
  }
}

function checkPriorities(written: WrittenPriorities, refuse: Refuse): void {
  for (const list of ['criteria', 'phenomena'] as const) {
    const ids = written[list].map(({ id }) => id);
    const at = ids.findIndex((id, i) => ids.indexOf(id) !== i);
    if (at >= 0)
      refuse(
        [list, at],
        `expected each id of ${list} once, found "${ids[at]}" twice`,
        'give one of them another id',
      );
  }
  if (written.criteria.every(({ weight }) => weight === 0))
    refuse(
      ['criteria'],
      'expected one weight above zero, found none',
      'give a criterion weight: 1',
    );
  for (const [at, { judgements }] of written.rounds.entries())
    for (const [i, judgement] of judgements.entries())
      checkJudgement(judgement, ['rounds', at, 'judgements', i], written, refuse);
}

/**
 * Reads a file that `priorities.schema.json` describes.
 *
 * @param file as faults and the picture name it
 * @throws InputError with the line of what is wrong
 */
export function readPriorities(path: string, file: string): PriorityJudgements {
  const { data, placeOf } = readBySchema(path, prioritiesSchemaFile, {
    what: 'judgements on phenomena',
    see: 'fixtures/exercise/priorities.yaml',
    repair: 'correct its path in the picture file; paths start at the folder of the picture file',
    textsOf: (content) => content,
    file,
  });
  const written = data as WrittenPriorities;
  checkPriorities(written, (keys, problem, repair) => {
    throw new InputError(problem, { place: placeOf(keys.map(String)), repair });
  });
  return {
    file,
    text: saidIn(written.text),
    exercise: written.exercise === true,
    concentration: written.concentration ?? 20,
    scale: { ...written.scale, text: saidIn(written.scale.text) },
    criteria: written.criteria.map(({ text, ...one }) => ({ ...one, text: saidIn(text) })),
    phenomena: written.phenomena.map(({ id, text }) => ({ id, text: saidIn(text) })),
    rounds: written.rounds.map(({ on, judgements }) => ({
      on,
      judgements: judgements.map(({ country, agency = null, role, scores }) => ({
        ...{ country, agency, role },
        scores: written.phenomena.map(({ id }) => scores[id] ?? written.criteria.map(() => null)),
      })),
    })),
  };
}

/** The judgements of a picture; left out where it has none. */
export function prioritiesOf(
  picture: PictureFileDescription,
  { synthetic }: { readonly synthetic: boolean },
): Held['priorities'] {
  const { priorities } = picture;
  if (priorities === null) return undefined;
  const held = readPriorities(besidePicture(picture, priorities), priorities);
  checkInvented(`judgements of ${priorities}`, held.exercise, synthetic);
  return held;
}
