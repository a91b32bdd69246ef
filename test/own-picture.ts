import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './command.ts';

const published = join(root, 'fixtures/published');

/** A picture file of its own: another port and another drug, and what else the published figures answer. */
export function ownPicture(folder: string, name: string, questions: string, more: string): string {
  const path = join(folder, `${name}.picture.yaml`);
  writeFileSync(
    path,
    `picture: ${name}
title: { nl: Eigen vragen, fr: Questions propres, de: Eigene Fragen, en: Own questions }
asOf: 2026-06-30
audience: public
questions:
${questions}
inputs:
  - { source: published-claims, file: ${join(published, 'claims.csv')} }
  - { source: published-claims, file: ${join(published, 'claims-post-fiu.csv')} }
${more}`,
  );
  return path;
}
