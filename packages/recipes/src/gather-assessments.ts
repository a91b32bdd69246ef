import type { Analysis } from '@samenbeeld/answers';
import { readAssessments } from '@samenbeeld/ingest';
import {
  type Assessment,
  type Decision,
  InputError,
  RefusalError,
  type Source,
} from '@samenbeeld/schema';
import { type ClearanceInput, clearance, roleProblem } from '@samenbeeld/store';
import { besidePicture, checkInvented, type PictureFileDescription } from './picture-file.ts';

/** A source of statements with the sheet they stand in. */
interface AssessmentSource extends Omit<ClearanceInput, 'files'> {
  readonly files: readonly { readonly file: string; readonly sha256: string }[];
}

/** Statements that stay out of a picture: how many, of which source, and why. */
export interface Withheld extends AssessmentSource {
  readonly count: number;
  readonly why: string;
}

/** The statements of a picture that its audience may see, and those that it may not. */
export interface GatheredAssessments {
  readonly sources: readonly Source[];
  readonly rows: readonly Assessment[];
  readonly files: readonly AssessmentSource[];
  readonly withheld: readonly Withheld[];
}

function checkRoles(file: string, { handling: { releasedBy = {} } }: Source): void {
  const wrong = Object.values(releasedBy)
    .flat()
    .find((role) => roleProblem(role) !== null);
  if (wrong !== undefined)
    throw new InputError(`expected roles in the column "released by": ${roleProblem(wrong)}`, {
      place: { file },
      repair: 'name a function ("head of analysis"), never a person',
    });
}

/**
 * Reads the sheets of statements that a picture names. What the marking of a paragraph keeps from the picture's audience,
 * and no originator has released, is left out before anything is made of it: the picture does not say that it is there.
 */
export async function gatherAssessments(
  picture: PictureFileDescription,
  {
    decisions,
    synthetic,
    today,
  }: {
    readonly decisions: readonly Decision[];
    readonly synthetic: boolean;
    readonly today?: string | undefined;
  },
): Promise<GatheredAssessments> {
  const [sources, rows, files, withheld]: [Source[], Assessment[], AssessmentSource[], Withheld[]] =
    [[], [], [], []];
  const ids = new Map<string, string>();
  for (const file of picture.assessments) {
    const sheet = await readAssessments(besidePicture(picture, file), file);
    checkInvented(`statements of ${file}`, sheet.synthetic, synthetic);
    for (const { id } of sheet.assessments) {
      const other = ids.get(id);
      if (other !== undefined)
        throw new InputError(`expected an id of its own, found "${id}", which ${other} has too`, {
          place: { file },
          repair: 'number the statements of both sheets apart',
        });
      ids.set(id, file);
    }
    for (const source of sheet.sources) {
      checkRoles(file, source);
      const own = sheet.assessments.filter((one) => one.source === source.id);
      const input = {
        source: source.id,
        handling: source.handling,
        files: [{ file, sha256: sheet.sha256 }],
      };
      try {
        clearance([input], picture.audience, {
          synthetic,
          releases: decisions,
          decisionsFile: besidePicture(picture, picture.decisions),
          ...(today !== undefined && { today }),
          ...(picture.purpose !== null && { purpose: picture.purpose }),
        });
      } catch (error) {
        if (!(error instanceof RefusalError)) throw error;
        withheld.push({ ...input, count: own.length, why: error.message });
        continue;
      }
      sources.push(source);
      files.push(input);
      rows.push(...own);
    }
  }
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
    a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  return { sources: sources.sort(byId), rows: rows.sort(byId), files, withheld };
}

/** Refuses statements that rest on figures which the picture does not hold. */
export function checkEvidence({ gathered, whole }: Analysis): void {
  const known = new Set([
    ...gathered.observations.flatMap(({ id, reference }) => [id, reference]),
    ...gathered.seizures.map(({ id }) => id),
    ...whole.totals.map(({ key }) => key),
  ]);
  const faults = (gathered.assessments?.rows ?? []).flatMap(({ id, evidence }) =>
    evidence.flatMap((one) =>
      known.has(one) ? [] : [`${id}, column "evidence": found "${one}", which is no figure here`],
    ),
  );
  if (faults.length > 0)
    throw new InputError('expected evidence that the picture holds', {
      faults,
      repair:
        'name claims by their number (C086), records by their id, or totals by their key (the column "key" of data/joint_total.csv)',
    });
}
