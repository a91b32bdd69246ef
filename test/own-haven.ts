import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './command.ts';

// The check digits of a Belgian national number: 97 less the rest of 850730033.
export const nationalNumber = '85073003328';
/** An office's own file of finds: one label that nobody knows, one row with data of a person. */
export const figures = `Jaar;Haven;Stof;Hoeveelheid;Eenheid;Rijksregisternummer
2023;Antwerpen;hasjiesj;1.234,5;kg;
2023;Antwerpen;heroïne;870;kg;
2023;Gent;cocaïne;12,75;kg;
2023;Antwerpen;xtc-tabletten;45.000;stuks;
2024;Antwerpen;hasjiesj;ruim 300;kg;
2024;Antwerpen;heroïne;450.000;g;
2024;Gent;amfetamine;88,2;kg;
2024;Antwerpen;speciaaltje;3;kg;
2024;Terneuzen;cocaïne;19;kg;
2024;Gent;heroïne;5;kg;${nationalNumber}
`;
const claims = 'fixtures/published/claims.csv';

/** What a person answers in an editor: each question, then its marks. */
export const answers: readonly (readonly [RegExp | string, string])[] = [
  [/open:\n(?: {2}- .*\n)+/u, ''],
  [/^ *# (?:decide| {2}or) .*\n/gmu, ''],
  ['publisher: UNSPECIFIED', 'publisher: BE_CUST'],
  ['country: XX', 'country: BE'],
  ['handling: { tlp: "AMBER+STRICT" }', 'handling: public'],
  ['licence: not stated in the file', 'licence: own figures'],
  [/citation: .*/u, 'citation: own figures of the port desk, 2025'],
  [/id: [a-z0-9-]*as-delivered/u, 'id: own-count'],
  [
    /rule: \{.*\}/u,
    'rule: { nl: Elke vangst in de haven., fr: Chaque saisie au port., de: Jede Sicherstellung im Hafen., en: Each seizure in the port. }',
  ],
];

/** What `samenbeeld init` is asked of it. */
export const question = [
  '--place',
  'Antwerpen',
  '--substance',
  'heroïne',
  '--basis',
  'seized_in_port',
];
export const dutch = ['--as-of', '2026-06-30', '--language', 'nl'];

/** Lays the file out in a folder, beside the published claims; what begins a picture of both there. */
export function layOut(folder: string): readonly string[] {
  mkdirSync(join(folder, 'fixtures/published'), { recursive: true });
  cpSync(join(root, claims), join(folder, claims));
  writeFileSync(join(folder, 'havens.csv'), figures);
  return ['init', 'haven', 'havens.csv', `published-claims=${claims}`, ...question, ...dutch];
}
