import { readText } from '@samenbeeld/engine';
import { unreadableFile } from '@samenbeeld/read';
import {
  InputError,
  inFour,
  inSigns,
  ownValue,
  quoted,
  shownFile,
  type Text,
} from '@samenbeeld/schema';
import type { ValidateFunction } from 'ajv';
import { whereOf } from '../description/build-mapping.ts';
import { readYaml } from '../description/read-yaml.ts';
import {
  compileSchema,
  expressionWords,
  faultWords,
  notValid,
  pathOf,
  refusedExpression,
  unreadableYaml,
} from '../description/validate-description.ts';
import type { WrittenWhere } from '../description/written.ts';
import { fields } from '../fields.ts';
import { crossCheckSchemaFile } from '../own-files.ts';
import type { CrossCheck } from './cross-check.ts';

interface WrittenSelection {
  readonly source: string;
  readonly where?: WrittenWhere;
}

interface WrittenChecks {
  readonly checks: readonly (Pick<CrossCheck, 'id' | 'by' | 'relation' | 'reason'> &
    Partial<Pick<CrossCheck, 'tolerance' | 'share' | 'evidence'>> & {
      readonly left: WrittenSelection;
      readonly right: WrittenSelection;
    })[];
}

let validator: ValidateFunction<WrittenChecks> | undefined;

function refuse(file: string, problem: Text, line?: number): never {
  throw new InputError(problem, {
    place: { file, ...(line !== undefined && { line }) },
    repair: inFour(
      'zie docs/source-descriptions.md; editors vullen de sleutels aan uit cross-checks.schema.json',
      'voyez docs/source-descriptions.md ; les éditeurs complètent les clés d’après cross-checks.schema.json',
      'siehe docs/source-descriptions.md; Editoren ergänzen die Schlüssel aus cross-checks.schema.json',
      'see docs/source-descriptions.md; editors complete the keys from cross-checks.schema.json',
    ),
  });
}

function validated(text: string, file: string): WrittenChecks {
  const { data } = readYaml(text, (problem, line) => refuse(file, unreadableYaml(problem), line));
  validator ??= compileSchema<WrittenChecks>(crossCheckSchemaFile);
  const check = validator;
  if (check(data)) return data;
  const [error] = check.errors ?? [];
  const fault = (check.errors ?? []).flatMap(
    (one) => refusedExpression(one, data, pathOf(one)) ?? [],
  )[0];
  if (fault)
    throw new InputError(expressionWords(fault), { place: { file }, repair: fault.repair });
  return refuse(
    file,
    inSigns('{path} {words}', {
      path: error?.instancePath || inFour('het bestand', 'le fichier', 'die Datei', 'the file'),
      words: error ? faultWords(error, data) : notValid,
    }),
  );
}

/**
 * Reads the checks between sources from a YAML file. Throws an InputError with what is wrong, a UsageError where the
 * file cannot be read.
 *
 * @example
 * ```ts
 * import { loadCrossChecks } from '@samenbeeld/ingest';
 * import { crossChecksFile } from '@samenbeeld/sources';
 * loadCrossChecks(crossChecksFile())[0].relation // => 'equal'
 * ```
 */
export function loadCrossChecks(path: string): readonly CrossCheck[] {
  const read = readText(path);
  const file = shownFile(path);
  if ('problem' in read) throw unreadableFile(file, read.problem);
  const { text } = read;
  const { checks } = validated(text, file);
  const ids = new Set<string>();
  for (const { id, by, left, right } of checks) {
    if (ids.has(id))
      refuse(
        file,
        inFour(
          'de toets {id} staat er twee keer',
          'le contrôle {id} figure deux fois',
          'die Prüfung {id} steht zweimal da',
          'the check {id} stands twice',
          { id: quoted(id) },
        ),
      );
    ids.add(id);
    const named = [...by, ...Object.keys(left.where ?? {}), ...Object.keys(right.where ?? {})];
    const unknown = named.find((name) => !ownValue(fields.observation, name));
    if (unknown !== undefined)
      refuse(
        file,
        inFour(
          'de toets {id} noemt {unknown}, dat geen veld van een waarneming is',
          'le contrôle {id} nomme {unknown}, qui n’est pas un champ d’une observation',
          'die Prüfung {id} nennt {unknown}, was kein Feld einer Beobachtung ist',
          'the check {id} names {unknown}, which is no field of an observation',
          { id: quoted(id), unknown: quoted(unknown) },
        ),
      );
  }
  return checks.map((check) => ({
    tolerance: 0,
    share: 0,
    evidence: null,
    ...check,
    left: { source: check.left.source, where: whereOf(check.left.where) },
    right: { source: check.right.source, where: whereOf(check.right.where) },
  }));
}
