import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './command.ts';
import { samenbeeld, samenbeeldJson } from './one-process.ts';
import { exercise, smallPicture, temporary } from './pictures.ts';

interface TableShown {
  readonly kind: string;
  readonly caption?: { readonly en: string };
  readonly text?: { readonly en: string };
  readonly rows?: readonly (readonly unknown[])[];
}

const asked = async (picture: string, ...options: readonly string[]) =>
  await samenbeeldJson<{ readonly blocks: readonly TableShown[]; readonly banner: { en: string } }>(
    ['ask', picture, 'assessments', ...options],
  );

const captions = ({ blocks }: { readonly blocks: readonly TableShown[] }): readonly string[] =>
  blocks.flatMap(({ caption }) => caption?.en ?? []);

describe('samenbeeld ask PICTURE assessments', () => {
  test('puts statements side by side, owner by owner', async () => {
    const found = await asked(exercise);
    expect(captions(found)).toEqual([
      'Attacks with explosives, North Sea Port – rising: Netherlands Police; stable: Federal Police (BE)',
      'Violence in the criminal milieu, North Sea Port – rising: Netherlands Police, Federal Police (BE)',
      'Statements',
    ]);
    // Who says that nobody knows neither agrees nor differs.
    const shown = JSON.stringify(found.blocks);
    expect(shown).toContain('4 statements stand by themselves');
    expect(shown).toContain('Recruitment of young people, North Sea Port: HARC team (NL)');
    // A figure it rests on, in words.
    expect(shown).toContain('North Sea Port: cocaine, seized in the port, 2024');
  });

  test.each([
    [['--phenomenon', 'Gewalt im kriminellen Milieu'], 1],
    [['--programme', 'EURIEC'], 1],
    [['--place', 'LU'], 1],
    [['--to', '2023'], 1],
    [['--from', '2025'], 0],
  ] as const)('%j keeps %d table', async (options, tables) => {
    const found = await asked(exercise, ...options);
    expect(captions(found)).toHaveLength(tables);
    if (tables === 0)
      expect(found.blocks[0]?.text?.en).toBe(
        'There is no statement about this that these readers may see.',
      );
  });

  test('what is no day is wrong use, whatever answer is asked', async () => {
    for (const answer of ['assessments', 'published']) {
      const ran = await samenbeeld(['ask', exercise, answer, '--from', 'foo', '--language', 'fr']);
      expect([ran.code, ran.stderr]).toEqual([
        2,
        expect.stringContaining('n’est ni une année, ni un mois'),
      ]);
    }
  });

  test('a code that no list knows is wrong use, with the nearest', async () => {
    const { code, stderr } = await samenbeeld([
      ...['ask', exercise, 'assessments', '--phenomenon', 'corruptoin', '--language', 'en'],
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('CORRUPTION (corruption)');
  });
});

test('what a marking keeps from the readers stands in no file of the picture', () => {
  const sheet = readFileSync(`${root}/fixtures/exercise/assessments.csv`, 'utf8');
  const withheld = sheet.split('\n').filter((line) => line.includes('TLP:AMBER'));
  expect(withheld).toHaveLength(1);
  const [words = ''] = /énoncé inventé\. [^"]+/u.exec(withheld[0] ?? '') ?? [];
  expect(words.length).toBeGreaterThan(40);
  for (const name of readdirSync(exercise, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:csv|json|html|txt)$/u.test(name)) continue;
    const text = readFileSync(join(exercise, name), 'utf8');
    expect(text, name).not.toContain(words);
    expect(text, name).not.toContain('TLP:AMBER');
  }
});

const head =
  'id,phenomenon,place,period,kind,says,evidence,country,originator,marking,released by,text,language,document';

/** A picture of a few published claims and of statements about them. */
function picture(name: string, audience: string, lines: readonly string[]) {
  const folder = temporary(name);
  const file = smallPicture(folder);
  writeFileSync(
    file,
    `${readFileSync(file, 'utf8').replace('audience: public', `audience: ${audience}`)}assessments: [a.csv]\n`,
  );
  const write = (rows: readonly string[]) =>
    writeFileSync(join(folder, 'a.csv'), `${[head, ...rows].join('\n')}\n`);
  write(lines);
  const out = join(folder, 'out');
  return { out, write, build: () => samenbeeld(['build', file, '--out', out, '--language', 'en']) };
}

const open =
  'S1,DRUGS_PORT,NLVLI,2022,assessment,rising,C086,NL,NL_CUST,CLEAR,,Meer pogingen.,nl,beeld 2022';
const closed =
  'S2,DRUGS_PORT,NLVLI,2022,assessment,falling,,NL,NL_POL,TLP:AMBER H1,head of analysis,Minder pogingen.,nl,beeld 2022';
const team =
  'S3,DRUGS_PORT,NLVLI,2022,assessment,falling,,NL,NL_HARC,CLEAR,,Minder pogingen dan voorheen.,nl,beeld 2022';

describe('a picture with statements', () => {
  test('never carries a weaker marking than they do, and shows the public what it may see', async () => {
    const inside = picture('inside', 'internal', [open, closed]);
    expect((await inside.build()).code).toBe(0);
    const found = await asked(inside.out);
    expect(found.banner.en).toContain('TLP:AMBER · H1');
    expect(captions(found)).toEqual([
      'Drugs through seaports, Vlissingen – rising: Dutch Customs (NL); falling: Netherlands Police',
    ]);

    // Its report asks none of them, and has a chapter all the same.
    expect(readFileSync(join(inside.out, 'report.html'), 'utf8')).toContain('id="nl-assessments"');

    const outside = picture('outside', 'public', [open, closed]);
    const { code, stdout } = await outside.build();
    expect(code).toBe(0);
    // Whoever builds is told, and what would free it; the picture says nothing.
    expect(stdout).toContain('One row of a.csv NL_POL TLP:AMBER H1 (head of analysis) is not in');
    expect(stdout).toContain('"NL_POL to public of ');
    const seen = await asked(outside.out);
    expect(seen.banner.en).toContain('TLP:CLEAR');
    expect(JSON.stringify(seen)).not.toMatch(/NL_POL|Netherlands Police|AMBER/u);
  });

  test('is built anew when a sheet changes, and a team and a service in it are one voice', async () => {
    const { out, write, build } = picture('changed', 'public', [open]);
    expect((await build()).code).toBe(0);
    expect((await asked(out)).blocks[0]?.text?.en).toContain('One statement of 1 service');
    write([open, team]);
    expect((await build()).code).toBe(0);
    const found = await asked(out);
    expect(found.blocks[0]?.text?.en).toBe(
      'Two statements of 2 services; no two partners say something of the same that can stand side by side.',
    );
  });

  test.each([
    ['evidence', [open.replace('C086', 'C999')], 'S1, column "evidence": found "C999"'],
    ['exercise', [open.replace('Meer', 'EXERCISE: meer')], 'are an exercise, and the figures'],
    ['person', [open.replace('Meer', 'jan@example.org: meer')], 'expected no data of persons'],
  ])('%s that does not hold is refused, and nothing is written', async (name, lines, expected) => {
    const { build, out } = picture(name, 'public', lines);
    const { code, stderr } = await build();
    expect(code).toBe(1);
    expect(stderr).toContain(expected);
    expect(readdirSync(join(out, '..'))).not.toContain('out');
  });
});
