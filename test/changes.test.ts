import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Changes, ChangesInFolder } from '@samenbeeld/recipes';
import type { Language } from '@samenbeeld/schema';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from './command.ts';
import { samenbeeld, samenbeeldJson } from './one-process.ts';
import { hashes, smallPicture, someClaims, temporary } from './pictures.ts';

interface Listed {
  readonly matters: readonly {
    readonly number: number;
    readonly name: string;
    readonly subject: string;
    readonly decided: readonly {
      readonly verdict: string;
      readonly role: string;
      readonly agency: string | null;
      readonly time: string;
      readonly applies: boolean;
    }[];
  }[];
}

const { head, rows } = someClaims();
/** Two figures of heroin that contradict each other as those of cocaine in 2024 do. */
const heroin = rows
  .filter((line) => /^(?:C095|P035),/u.test(line))
  .map((line) => line.replace(/^(.)/u, 'H$1').replace(',COC,', ',HER,'));

/** A figure of Belgium, of a series in which its source declares a break; of its other breaks no row is. */
const belgium = readFileSync(`${root}/fixtures/published/claims.csv`, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('C001,BE,'));

/** What was printed, with paths from the folder and blanks that are all alike. */
const plain = (stdout: string, folder: string): string =>
  stdout.replaceAll(folder, '.').replace(/[\u00a0\u202f]/gu, ' ');

/** A small picture of a few published claims, in a folder of its own. */
function workplace(name: string, lines: readonly string[] = rows) {
  const folder = temporary(name);
  const file = smallPicture(folder, lines);
  const write = (own: readonly string[]): void =>
    writeFileSync(join(folder, 'claims.csv'), `${[head, ...own].join('\n')}\n`);
  const out = join(folder, 'out');
  return {
    ...{ folder, file, out, write },
    build: async (language: Language) => {
      const { stdout } = await samenbeeld(['build', file, '--out', out, '--language', language]);
      const told = plain(stdout, folder).split('\n');
      const end = told.findIndex((line) => /^ {2}(?:Rapport|Report|Bericht) /u.test(line));
      const start = told.lastIndexOf('', end - 2);
      return told.slice(start + 1, end - 1);
    },
    json: async () =>
      (await samenbeeldJson<{ readonly changes: ChangesInFolder }>(['build', file, '--out', out]))
        .changes,
    list: async (...options: readonly string[]) =>
      (await samenbeeldJson<Listed>(['decide', file, ...options])).matters,
  };
}

const by = (reason: string, day: number) => [
  ...['--role', 'analyst, Benelux secretariat', '--agency', 'NL_CUST'],
  ...['--reason', reason, '--time', `2026-07-0${day}T10:00:00Z`],
];
const subject = 'NLVLI COC seized_in_port quantity 2021';

describe('what is new in a build', () => {
  const at = workplace('changes');
  const june = join(at.folder, 'june');
  let decision = '';

  test('is nothing in the first, which says so', async () => {
    expect(await at.build('en')).toEqual([
      '  First build in ./out: no picture stood there to compare with.',
    ]);
    cpSync(at.out, june, { recursive: true });
  });

  test('is nothing where nothing changed, in a line; of a build that need not be made too', async () => {
    expect(await at.build('en')).toEqual([
      '  Since the last build (as of 30 June 2026) no figure, contradiction, decision or input has changed.',
    ]);
    expect(await at.build('de')).toEqual([
      '  Seit dem letzten Bau (Stand 30. Juni 2026) hat sich keine Zahl, kein Widerspruch, keine Entscheidung und keine Eingabedatei geändert.',
    ]);
  });

  test('is a decision, the figure it moved, and the contradiction it settles', async () => {
    const recorded = await samenbeeldJson<{ readonly id: string }>([
      ...['decide', at.file, subject, '--keep', 'C086', ...by('the service counts itself', 1)],
    ]);
    decision = recorded.id;
    expect(await at.build('nl')).toEqual([
      '  Sinds de vorige bouw (peildatum 30 juni 2026): 1 cijfer gewijzigd, 1 tegenspraak staat er anders voor, 1 beslissing geldt voor het eerst.',
      `    North Sea Port · cocaïne · 2021: onbeslist, 245 tot en met 2.150 kg → waarschijnlijk 2.100 kg, 2.050 tot en met 2.150 kg (beslissing ${decision} geldt nu)  samenbeeld why ./out "NSP cocaine 2021"`,
      '    Vlissingen · cocaïne · 2021: te beslissen → beslist  samenbeeld why ./out "NLVLI cocaine 2021"',
      `    Geldt nu: C086 aanhouden voor "${subject}", analyst, Benelux secretariat, Douane (Nederland), 1 juli 2026 (${decision})`,
    ]);
  });

  test('is a claim that says something else, the decision that lapses by it, and a figure that is undecided again', async () => {
    at.write(
      rows.map((line) => (line.startsWith('C086,') ? line.replace(',2100,', ',2300,') : line)),
    );
    const lapse = `décision ${decision}`;
    expect(await at.build('fr')).toEqual([
      '  Depuis la construction précédente (situation au 30 juin 2026) : 1 chiffre modifié, 1 contradiction a changé d’état, 1 décision ne s’applique plus, 1 fichier d’entrée modifié.',
      `    North Sea Port · cocaïne · 2021 : probablement 2 100 kg, de 2 050 à 2 150 kg → non tranché, de 245 à 2 350 kg (la ${lapse} ne s’applique plus ; C086 : environ 2 100 kg → environ 2 300 kg (claims.csv:3))  samenbeeld why ./out "NSP cocaine 2021"`,
      '    Flessingue · cocaïne · 2021 : tranchée → à trancher : Ministère public (Pays-Bas) : 2 300 ; décompte propre d’un journal : 250. Aucun autre chiffre n’explique l’écart.  samenbeeld decide ./small.picture.yaml m-9b278f62',
      `    Ne s’applique plus : ${lapse} sur « ${subject} » (retenir C086, analyst, Benelux secretariat, douane néerlandaise, 1er juillet 2026) : C086 : valeur : 2 300 kg au lieu de 2 100 kg`,
      '    Fichiers d’entrée : claims.csv a un autre contenu (6 → 6 enregistrements)',
    ]);
  });

  test('is told once: what is kept of a build says that nothing changed since', async () => {
    expect(await at.build('fr')).toEqual([
      '  Depuis la construction précédente (situation au 30 juin 2026), aucun chiffre, aucune contradiction, aucune décision ni aucun fichier d’entrée n’a changé.',
    ]);
  });

  test('is a claim that is gone with its contradiction, and one that is new with its figure', async () => {
    const later = rows
      .filter((line) => line.startsWith('C095,'))
      .map((line) => line.replace('C095,', 'X001,').replaceAll('2024-', '2025-'));
    at.write([...rows.filter((line) => !line.startsWith('P035,')), ...later]);
    const changes = await at.json();
    if (changes.kind !== 'compared') throw new Error(`not compared: ${changes.kind}`);
    expect(changes.since).toBe('2026-06-30');
    expect(changes.figures.map(({ cell, change }) => [cell, change])).toEqual([
      ['PC_NSP COC seized_in_port quantity 2021', 'changed'],
      ['PC_NSP COC seized_in_port quantity 2024', 'changed'],
      ['PC_NSP COC seized_in_port quantity 2025', 'new'],
    ]);
    const [, of2024, of2025] = changes.figures;
    expect(of2024?.before).toMatchObject({ lowest: 8939, likely: 'undecided', highest: 9650 });
    expect(of2024?.after).toMatchObject({ lowest: 8939, likely: 8939, highest: 8939 });
    expect(of2024?.because).toMatchObject([{ kind: 'record', name: 'P035', change: 'gone' }]);
    expect(of2025?.because).toMatchObject([{ kind: 'record', name: 'X001', change: 'new' }]);
    expect(changes.contradictions).toMatchObject([
      { subject, before: 'undecided', after: 'decided' },
      { subject: subject.replace('2021', '2024'), before: 'undecided', after: null },
    ]);
    // The claim says again what the decision was taken on.
    expect(changes.decisions).toMatchObject([
      { id: decision, change: 'applies', claim: 'C086', role: 'analyst, Benelux secretariat' },
    ]);
    expect(changes.inputs).toEqual([
      {
        ...{ source: 'published-claims', file: 'claims.csv', change: 'changed' },
        records: { before: 6, after: 6 },
      },
    ]);
  });

  test('is not in the folder, which is what a build that never saw another writes', async () => {
    await samenbeeld(['build', at.file, '--out', join(at.folder, 'anew')]);
    expect(hashes(join(at.folder, 'anew'))).toEqual(hashes(at.out));
  });

  test('is read again from two folders by `samenbeeld diff`, which compares builds of one picture', async () => {
    const { stdout } = await samenbeeld(['diff', june, at.out]);
    const [first, ...told] = plain(stdout, at.folder).split('\n');
    expect(first).toBe(
      '  From ./june to ./out: 2 figures changed, 1 figure is new, 1 contradiction is gone, 1 contradiction stands differently, 1 decision newly applies, 1 input changed.',
    );
    expect(told[1]).toBe(
      '    North Sea Port · cocaine · 2024: undecided, 8,939 to 9,650 kg → 8,939 kg (P035 is gone: 9,600 kg (claims.csv))  samenbeeld why ./out "NSP cocaine 2024"',
    );
    const { changes } = await samenbeeldJson<{ readonly changes: Changes }>([
      ...['diff', june, at.out],
    ]);
    expect(changes.decisions.map(({ id }) => id)).toEqual([decision]);
  });

  test('is not known where what stood there cannot be read, or is another picture', async () => {
    writeFileSync(join(at.out, 'data', 'joint_total.parquet'), 'damaged');
    const [line, ...more] = await at.build('en');
    expect(line).toMatch(/^ {2}What changed since the last build in \.\/out is not known: /u);
    expect(more).toEqual([]);
    const yaml = readFileSync(at.file, 'utf8');
    writeFileSync(at.file, yaml.replace('picture: small', 'picture: other'));
    expect(await at.build('nl')).toEqual([
      '  In ./out stond een ander beeld ("Klein beeld"): niet vergeleken.',
    ]);
  });
});

describe('matters to decide', () => {
  const at = workplace('matters', [...rows, ...heroin, ...belgium]);
  const subjects = (matters: Listed['matters']): readonly string[] =>
    matters.map(({ subject: one }) => one);
  const vlissingen = [2021, 2024].map((year) => `NLVLI COC seized_in_port quantity ${year}`);
  const heroin2024 = 'NLVLI HER seized_in_port quantity 2024';
  const breaks = ['published-claims:BE/seized_in_territory:2002-01-01'];
  let all: Listed['matters'] = [];

  beforeAll(async () => {
    all = await at.list();
  });

  test('are chosen by place and drug, by code or by name in four languages, and keep their number', async () => {
    expect(subjects(all)).toEqual([
      'NLRTM COC seized_in_port quantity 2021',
      ...vlissingen,
      heroin2024,
      ...breaks,
    ]);
    for (const place of ['NLVLI', 'Vlissingen', 'Flessingue', 'Flushing', 'PC_NSP'])
      expect(subjects(await at.list('--place', place))).toEqual([...vlissingen, heroin2024]);
    for (const drug of ['COC', 'cocaïne', 'Kokain', 'cocaine'])
      expect(subjects(await at.list('--place', 'NLVLI', '--substance', drug))).toEqual(vlissingen);
    const chosen = await at.list('--substance', 'heroin');
    expect(chosen.map(({ number }) => number)).toEqual([4]);
    expect(subjects(await at.list('--place', 'Rotterdam', 'Vlissingen'))).toEqual(
      subjects(all).slice(0, 4),
    );
    expect(subjects(await at.list('--place', 'België'))).toEqual(breaks);
    // The source declares two of the Netherlands as well, of series of which there is no row.
    expect(subjects(await at.list('--place', 'Nederland'))).toEqual(subjects(all).slice(0, 4));
    const { stdout } = await samenbeeld([
      ...['decide', at.file, '--place', 'Gent', '--language', 'nl'],
    ]);
    expect(stdout).toContain('Van deze keuze valt er niets te beslissen.');
    expect(stdout).toContain('Van 5 zijn 5 niet van deze keuze');
    const unknown = await samenbeeld(['decide', at.file, '--place', 'Atlantis']);
    expect([unknown.code, unknown.stderr]).toEqual([
      2,
      expect.stringContaining('--place: "Atlantis" is'),
    ]);
  });

  test('have one name, whatever the order of the rows, the folder, the language and the build', async () => {
    const other = workplace(
      'elsewhere',
      [...heroin, ...rows, ...belgium].toReversed().slice(0, -1),
    );
    const names = new Map(all.map((one) => [one.subject, one.name]));
    expect(names.get(subject)).toBe('m-9b278f62');
    expect(new Set(names.values()).size).toBe(5);
    const elsewhere = await other.list('--language', 'fr');
    // One figure of heroin is not there, and so is no contradiction of it.
    expect(subjects(elsewhere)).toEqual(subjects(all).filter((one) => one !== heroin2024));
    for (const one of elsewhere) expect(one.name).toBe(names.get(one.subject));
  });

  test('are found and decided by that name, and show which role decided what and when', async () => {
    const [matter] = await at.list('m-9b278f62');
    expect(matter).toMatchObject({ subject, decided: [] });
    const { id, subject: decided } = await samenbeeldJson<Record<'id' | 'subject', string>>([
      ...['decide', at.file, 'm-9b278f62', '--keep', '2100', ...by('it counts itself', 1)],
    ]);
    expect(decided).toBe(subject);
    const { stdout } = await samenbeeld([...['decide', at.file, 'M-9B278F62', '--language', 'de']]);
    expect(stdout).toContain(
      `    entschieden (${id}): C086 beibehalten, analyst, Benelux secretariat, niederländischer Zoll, 1. Juli 2026: it counts itself`,
    );
    const [after] = await at.list('m-9b278f62');
    expect(after?.decided).toMatchObject([
      {
        role: 'analyst, Benelux secretariat',
        agency: 'NL_CUST',
        time: '2026-07-01T10:00:00Z',
        applies: true,
      },
    ]);
  });
});
