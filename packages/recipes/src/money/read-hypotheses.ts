import type {
  Chance,
  Evidence,
  EvidencePlace,
  Hypothesis,
  HypothesisSet,
  Rating,
} from '@samenbeeld/money';
import {
  type Fields,
  isFields,
  listOf,
  readYaml,
  refuseFile,
  textOf,
  wordOf,
} from './read-yaml.ts';

/**
 * Reads a file of rival explanations with their evidence. It is checked for form here; whether it has rivals, a refuting
 * prediction for each and evidence tied to data is checked where it is weighed.
 *
 * @throws InputError that names the file and the key
 */
export function readHypotheses(path: string, file: string): HypothesisSet {
  const content = readYaml(path, file);
  return {
    id: wordOf(content['id'], 'id', file),
    question: textOf(content['question'], 'question', file),
    hypotheses: listOf(content['hypotheses'], 'hypotheses', file).map((entry) =>
      hypothesisOf(entry, file),
    ),
    evidence: listOf(content['evidence'], 'evidence', file).map((entry) => evidenceOf(entry, file)),
  };
}

function hypothesisOf(entry: Fields, file: string): Hypothesis {
  const id = wordOf(entry['id'], 'hypotheses.id', file);
  const role = entry['role'] === true ? 'true' : entry['role'];
  if (role !== 'true' && role !== 'not' && role !== 'artefact' && role !== 'other')
    refuseFile(
      file,
      `expected the role of ${id} as "true", not, artefact or other, found ${JSON.stringify(role ?? null)}`,
      'the proposition is "true", its denial is not, the reporting artefact is artefact',
    );
  return {
    id,
    role,
    proposition: textOf(entry['proposition'], `${id}.proposition`, file),
    refutedBy: textOf(entry['refutedBy'], `${id}.refutedBy`, file),
    reviewOn: wordOf(entry['reviewOn'], `${id}.reviewOn`, file),
  };
}

function oneOf<Word extends string>(
  value: unknown,
  words: readonly Word[],
  where: string,
  file: string,
): Word {
  const found = words.find((word) => word === String(value));
  return (
    found ??
    refuseFile(
      file,
      `expected ${where} as one of ${words.join(', ')}, found ${JSON.stringify(value ?? null)}`,
      `write one of ${words.join(', ')}`,
    )
  );
}

function evidenceOf(entry: Fields, file: string): Evidence {
  const id = wordOf(entry['id'], 'evidence.id', file);
  const group = entry['group'];
  const chances = entry['chances'];
  return {
    id,
    says: textOf(entry['says'], `${id}.says`, file),
    from: Array.isArray(entry['from'])
      ? entry['from'].map((from) => placeOf(from, id, file))
      : placeOf(entry['from'], id, file),
    source: oneOf(entry['source'], ['A', 'B', 'C', 'X'], `${id}.source`, file),
    information: oneOf(entry['information'], ['1', '2', '3', '4'], `${id}.information`, file),
    relevance: oneOf(entry['relevance'], ['low', 'medium', 'high'], `${id}.relevance`, file),
    ratings: isFields(entry['ratings'])
      ? (entry['ratings'] as Readonly<Record<string, Rating>>)
      : refuseFile(
          file,
          `expected ratings of ${id} as a mapping, found ${JSON.stringify(entry['ratings'] ?? null)}`,
          'rate it against each hypothesis, such as { H1: C, H1-not: I }',
        ),
    ...(typeof group === 'string' && { group }),
    ...(isFields(chances) && { chances: chances as Readonly<Record<string, Chance>> }),
  };
}

function placeOf(value: unknown, id: string, file: string): EvidencePlace {
  const from = isFields(value) ? value : {};
  const word = (key: string): string => wordOf(from[key], `${id}.from.${key}`, file);
  switch (from['kind']) {
    case 'figure':
      return { kind: 'figure', picture: word('picture'), key: word('key') };
    case 'query':
      return { kind: 'query', picture: word('picture'), sql: word('sql') };
    case 'cell':
      return {
        kind: 'cell',
        file: word('file'),
        line: Number(word('line')),
        column: word('column'),
      };
    default:
      return refuseFile(
        file,
        `evidence ${id} is not tied to a figure, a query or a cell`,
        'write from: { kind: cell, file: …, line: …, column: … }',
      );
  }
}
