import { readFileSync, writeFileSync } from 'node:fs';
import type { Decision, JointTotal } from '@samenbeeld/schema';
import { openPicture } from '@samenbeeld/store';
import { beforeAll, describe, expect, test } from 'vitest';
import { samenbeeld, samenbeeldJson } from './one-process.ts';
import { copyOfClaims, published, startFrom, temporary } from './pictures.ts';
import { reportText } from './report-text.ts';

interface Built {
  readonly totals: readonly JointTotal[];
  readonly stale: readonly Decision[];
}

interface Listed {
  readonly matters: readonly {
    readonly subject: string;
    readonly kind: string;
    readonly state: string;
    readonly lines: readonly string[];
    readonly proposal: string | null;
  }[];
}

interface Explained {
  readonly total: JointTotal;
  readonly decisions: readonly { readonly decision: Decision; readonly inForce: boolean }[];
}

const role = ['--role', 'analyst, Benelux secretariat'];
const because = (reason: string, day: number) => [
  ...role,
  '--reason',
  reason,
  '--time',
  `2026-07-0${day}T10:00:00Z`,
];

/** A copy of the published picture that decisions are recorded in. */
function workplace(name: string) {
  const folder = temporary(name);
  const file = copyOfClaims(folder);
  const out = `${folder}/out/north-sea-port`;
  startFrom(published, out);
  return {
    folder,
    file,
    out,
    build: () => samenbeeldJson<Built>(['build', file, '--out', out]),
    decide: (...args: readonly string[]) => samenbeeldJson<Decision>(['decide', file, ...args]),
    list: () => samenbeeldJson<Listed>(['decide', file]),
    why: (cell: string) => samenbeeldJson<Explained>(['why', out, cell]),
    bytes: (name: string) => readFileSync(`${out}/data/${name}`),
    decisions: async () => {
      const picture = await openPicture(out);
      const rows = await picture.rows<Record<string, unknown>>('decision');
      await picture.close();
      return rows;
    },
    /** Leaves out lines of the claim sheet, and the hash that would notice. */
    withoutClaims: (unwanted: (line: string) => boolean) => {
      const lines = readFileSync(`${folder}/claims.csv`, 'utf8').split('\n');
      writeFileSync(`${folder}/claims.csv`, lines.filter((line) => !unwanted(line)).join('\n'));
      writeFileSync(file, readFileSync(file, 'utf8').replace(/, sha256: \w+/g, ''));
    },
  };
}

const row = (built: Built, year: string) => built.totals.find(({ period }) => period === year);

describe('Vlissingen 2021: 2,100 kg or 250 kg', () => {
  const subject = 'NLVLI COC seized_in_port quantity 2021';
  const at = workplace('decide');
  const kept = { csv: Buffer.alloc(0), parquet: Buffer.alloc(0), member: Buffer.alloc(0) };
  let recorded: Decision;
  let reopened: Decision;

  beforeAll(async () => {
    const built = await at.build();
    kept.csv = at.bytes('joint_total.csv');
    kept.parquet = at.bytes('joint_total.parquet');
    kept.member = at.bytes('joint_total_member.csv');
    expect(row(built, '2021')?.reported.likely).toBe('undecided');
  });

  test('is undecided while no one has decided: the range spans both', async () => {
    const { total, decisions } = await at.why('Vlissingen 2021');
    expect(total.reported).toEqual({ lowest: 245, likely: 'undecided', highest: 2150 });
    expect(decisions).toEqual([]);
    const matter = (await at.list()).matters.find((entry) => entry.subject === subject);
    expect(matter).toMatchObject({ kind: 'conflict', state: 'to decide' });
    // Its own row doubts 2,100 kg: it may be of several ports.
    expect(matter?.proposal).toBeNull();
    const next = (await at.list()).matters.find(
      ({ subject: one }) => one === 'NLVLI COC seized_in_port quantity 2024',
    );
    expect(next?.proposal).toMatch(/^keep C095 \(/);
  });

  test('needs a role and a reason, never a name, and a claim of its own', async () => {
    const without = await samenbeeld(['decide', at.file, subject, '--keep', '2100']);
    expect([without.code, without.stderr]).toEqual([
      2,
      'A decision needs --role (never a name) and --reason.\n',
    ]);
    const foreign = await samenbeeld([
      'decide',
      at.file,
      subject,
      '--keep',
      '9600',
      ...because('x', 1),
    ]);
    expect(foreign.code).toBe(2);
    expect(foreign.stderr).toMatch(
      /"9600" names no claim of "NLVLI COC seized_in_port quantity 2021"/,
    );
    const named = await samenbeeld([
      'decide',
      at.file,
      subject,
      '--keep',
      '2100',
      '--role',
      'Mrs A. Jansen',
      '--reason',
      'x',
    ]);
    expect(named.code).toBe(2);
    expect(named.stderr).toContain('"role" looks like personal data');
    expect(named.stdout + named.stderr).not.toContain('Jansen');
    expect(readFileSync(`${at.folder}/decisions.jsonl`, 'utf8').trim()).toBe('');
  });

  test('once 2,100 is kept, the table, the report and why say so', async () => {
    recorded = await at.decide(
      subject,
      '--keep',
      '2100',
      ...because('the prosecution service counts', 1),
    );
    const built = await at.build();
    expect(row(built, '2021')?.reported).toEqual({ lowest: 2461, likely: null, highest: null });
    expect(row(built, '2021')?.causes.map((cause) => cause.text.en)).not.toContain(
      'Vlissingen: contested, 2,100 or 250',
    );
    expect(at.bytes('joint_total.csv').equals(kept.csv)).toBe(false);

    const report = reportText(`${at.out}/report.html`);
    expect(report).toContain('the prosecution service counts');
    expect(report).toContain('2,461');
    expect(report).not.toContain('Vlissingen: contested, 2,100 or 250');

    const { total, decisions } = await at.why('Vlissingen 2021');
    expect(total.reported).toEqual({ lowest: 2100, likely: 2100, highest: 2150 });
    expect(decisions).toMatchObject([{ decision: recorded, inForce: true }]);
    expect((await at.list()).matters.find((entry) => entry.subject === subject)?.state).toBe(
      'decided',
    );
  });

  test('superseding it restores the figures to the byte, with both decisions listed', async () => {
    reopened = await at.decide(subject, '--reopen', ...because('the newspaper may be right', 2));
    expect(reopened.supersedes).toBe(recorded.id);
    const built = await at.build();
    expect(row(built, '2021')?.reported.likely).toBe('undecided');
    expect(at.bytes('joint_total.csv').equals(kept.csv)).toBe(true);
    expect(at.bytes('joint_total.parquet').equals(kept.parquet)).toBe(true);
    expect(at.bytes('joint_total_member.csv').equals(kept.member)).toBe(true);

    expect(await at.decisions()).toMatchObject([
      { id: recorded.id, in_force: false },
      { id: reopened.id, verdict: 'reopen', supersedes: recorded.id },
    ]);
    const { decisions } = await at.why('Vlissingen 2021');
    expect(decisions.map(({ decision, inForce }) => [decision.id, inForce])).toEqual([
      [recorded.id, false],
      [reopened.id, false],
    ]);
    const report = reportText(`${at.out}/report.html`);
    expect(report).toContain('the prosecution service counts');
    expect(report).toContain('the newspaper may be right');
    const lines = readFileSync(`${at.folder}/decisions.jsonl`, 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).id)).toEqual([recorded.id, reopened.id]);
  });

  test('another decision after that holds again', async () => {
    const other = await at.decide(subject, '--keep', '250', ...because('a new count', 3));
    expect(other.supersedes).toBe(reopened.id);
    const built = await at.build();
    const member = row(built, '2021')?.members.find(({ place }) => place === 'NLVLI');
    expect(member).toMatchObject({ state: 'reported', lowest: 245, likely: 250 });
  });
});

test('the ceiling of 2022 is offered, bounds the total once it is accepted, and is offered again when reopened', async () => {
  const at = workplace('ceiling');

  const before = row(await at.build(), '2022');
  expect(before?.total).toEqual({ atLeast: 4776, atMost: null });
  const [offer] = before?.ceilings ?? [];
  expect(offer).toMatchObject({ value: 1534, places: ['NLTNZ'], inUse: false });

  const accepted = await at.decide(
    offer?.key ?? '',
    '--accept',
    ...because('same agency, same date', 1),
  );
  expect(accepted.kind).toBe('ceiling');
  const after = row(await at.build(), '2022');
  expect(after?.total).toEqual({ atLeast: 4776, atMost: 6310 });
  expect(after?.reported).toEqual(before?.reported);
  expect(after?.status).toBe('partial');
  expect(after?.ceilings).toMatchObject([{ inUse: true, decision: accepted.id }]);
  expect(after?.members.find(({ place }) => place === 'NLTNZ')?.state).toBe('not_reported');
  expect(reportText(`${at.out}/report.html`)).toContain('6,310');

  await at.decide(offer?.key ?? '', '--reopen', ...because('not the same area', 2));
  expect(row(await at.build(), '2022')).toEqual(before);
});

test('a decision whose subject is gone is printed as no longer applying, and decides nothing', async () => {
  const at = workplace('stale');

  const kept = await at.decide(
    'NLVLI COC seized_in_port quantity 2024',
    '--keep',
    '9600',
    ...because('customs counted', 1),
  );
  const [, ceiling] = (await at.list()).matters.filter(({ kind }) => kind === 'ceiling');
  const accepted = await at.decide(ceiling?.subject ?? '', '--accept', ...because('accepted', 2));
  const decided = await at.build();
  expect(decided.stale).toEqual([]);
  expect(row(decided, '2024')?.reported.likely).toBe(9600);

  at.withoutClaims(
    (line) => /^(C097|P035),/.test(line) || /,9600,kg,|,9\.6,t,/.test(line) || /,52480,/.test(line),
  );
  const { stdout } = await samenbeeld(['build', at.file, '--out', at.out]);
  expect(stdout).toContain(
    `No longer applies: decision ${kept.id} on "NLVLI COC seized_in_port quantity 2024"`,
  );
  expect(stdout).toContain(`No longer applies: decision ${accepted.id} on "${accepted.subject}"`);
  expect((await at.why('Vlissingen 2024')).total.reported.likely).toBe(8939);
  expect((await at.why('NSP cocaine 2022')).total.total.atMost).toBeNull();
  expect(await at.decisions()).toMatchObject([
    { id: kept.id, applies: false },
    { id: accepted.id, applies: false },
  ]);
});

test('customs of Luxembourg 2019, 0.3175, 0.3715 or 3.7 kg: 0.3715 is proposed with the reasons, the range kept until a person decides', async () => {
  const cell = 'LU cocaine 2019 LU_CUST seized_in_territory';
  const at = workplace('luxembourg');

  await at.build();
  const matter = (await at.list()).matters.find(({ subject }) =>
    subject.startsWith('LU COC seized_in_territory quantity 2019 LU_CUST'),
  );
  expect(matter).toMatchObject({ kind: 'conflict', state: 'to decide' });
  const lines = matter?.lines.join('\n') ?? '';
  expect(lines).toMatch(/transposed digits: 0\.3175 and 0\.3715 differ only in two swapped digits/);
  expect(lines).toMatch(/misplaced decimal \(factor 10, 100, 1,000\): 3\.7 .*0\.3715/);
  expect(lines).toMatch(/3\.7 also exceeds the whole, 1\.7/);
  expect(matter?.proposal).toMatch(
    /Only 0\.3715, with its decimal mark moved and rounded, gives 3\.7/,
  );

  const before = await at.why(cell);
  expect(before.total.reported).toEqual({ lowest: 0.3175, likely: 'undecided', highest: 3.7 });

  const claim = /\b[0-9a-f]{16}\b|\b[CP]\d{3}\b/.exec(matter?.proposal ?? '')?.[0] ?? '';
  await at.decide(matter?.subject ?? '', '--keep', claim, ...because('the slip is plain', 1));
  await at.build();
  const after = await at.why(cell);
  expect(after.total.reported).toEqual({ lowest: 0.3715, likely: 0.3715, highest: 0.3715 });
  expect(after.decisions).toHaveLength(1);
});
