import type { BuiltAnalysis } from '@samenbeeld/recipes';
import { type Decision, decisionKinds, languages } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { decidingCommands, listedMatter } from '../src/commands/decide.ts';
import { decideWords, stateWords } from '../src/decide-view/decide-words.ts';
import { decisionTrouble } from '../src/decide-view/decision-trouble.ts';
import { verdictOf } from '../src/decide-view/given-verdict.ts';
import {
  countConflicts,
  type Matter,
  type Open,
  verdictOptions,
} from '../src/decide-view/open-matters.ts';
import { slots } from '../src/options.ts';

const said = (id: string, agency: string, verdict: string): Decision => ({
  id,
  kind: 'conflict',
  subject: 'COC NLVLI 2024',
  verdict,
  role: 'analyst',
  agency,
  takenOn: [
    { id: 'c1', name: 'C095', says: { agencies: 'NL_HARC' } },
    { id: 'c2', name: 'P035', says: { agencies: 'NL_CUST' } },
  ],
  time: '2026-01-01',
  reason: 'counted',
  evidence: null,
  supersedes: null,
});

const trouble = (...group: readonly Decision[]) => {
  const none = { stale: [], lapsed: new Map(), outside: [], unstated: [] };
  return languages.map((language) =>
    decisionTrouble({ ...none, disagreed: [group] } as unknown as BuiltAnalysis, language).join(),
  );
};

test('two originators that differ must agree; nobody waits for an originator who has decided', () => {
  const both = trouble(said('a', 'NL_HARC', 'keep c1'), said('b', 'NL_CUST', 'keep c2'));
  const neither = trouble(said('a', 'NL_OM', 'keep c1'), said('b', 'BE_CUST', 'keep c2'));
  expect([both[3], neither[3]]).toMatchInlineSnapshot(`
    [
      "  Decided differently: "COC NLVLI 2024": a "keep c1" by analyst of NL_HARC; b "keep c2" by analyst of NL_CUST. Originators of these figures contradict each other: none is followed until they agree",
      "  Decided differently: "COC NLVLI 2024": a "keep c1" by analyst of NL_OM; b "keep c2" by analyst of BE_CUST. None is followed until the originator of the figure decides, or all decide the same",
    ]
  `);
  for (const [at, language] of languages.entries()) {
    expect(both[at]).toContain(decideWords.originatorsAgree[language]);
    expect(neither[at]).toContain(decideWords.originatorDecides[language]);
  }
});

test('a verdict is told in the reader’s words', () => {
  const [nl, fr, de] = trouble(said('a', 'NL_OM', 'keep c1'), said('b', 'BE_CUST', 'add'));
  expect(nl).toContain('"c1 aanhouden" door analyst van NL_OM; b "optellen"');
  expect(fr).toContain('« retenir c1 » par analyst de NL_OM; b « additionner »');
  expect(de).toContain('„c1 beibehalten“ von analyst von NL_OM; b „zusammenzählen“');
});

test('what stands for a value in a command that is shown is in the reader’s language', () => {
  const untold = Object.values(slots).filter(({ nl, fr, de, en }) => [nl, fr, de].includes(en));
  expect(untold).toEqual([]);
});

test('what a reader of each language sees is in that language', () => {
  const words = [decisionKinds, stateWords, decideWords].flatMap((list) => Object.values(list));
  const untold = words.filter(({ nl, de, en }) => nl === en || de === en);
  expect(untold.map(({ en }) => en)).toEqual([]);
});

test('contradictions are counted as they are listed: a subject once, however many claims contend', () => {
  const one = (subject: string, state: string) => ({ subject, state });
  const conflicts = [
    ...[one('a', 'undecided'), one('a', 'undecided'), one('b', 'undecided'), one('b', 'decided')],
    ...[one('e', 'apart'), one('c', 'decided'), one('a', 'explained'), one('d', 'explained')],
  ] as unknown as BuiltAnalysis['conflicts'];
  expect(countConflicts(conflicts)).toEqual({ open: 2, decided: 1, apart: 1, explained: 2 });
});

describe('a figure to keep is named as the file has it, or as a language prints it', () => {
  const claim = (id: string, value: number, unit: string) => ({
    ...{ id, value, unit },
    rows: [{ id, value, unit, reference: id.toUpperCase() }],
  });
  const keep = (named: string, ...sides: readonly ReturnType<typeof claim>[]): string => {
    const conflicts = [{ subject: 's', claims: sides.map(({ id }) => id) }];
    const analysis = { conflicts, whole: { claims: sides } } as unknown as BuiltAnalysis;
    return verdictOf({ keep: named }, { kind: 'conflict', subject: 's' } as Open, analysis);
  };
  const [light, heavy] = [claim('a1', 26.085, 'kg'), claim('b2', 18.403, 'kg')];
  const [kilos, tonnes] = [claim('a1', 11500, 'kg'), claim('b2', 12, 't')];
  const grams = claim('c3', 371.5, 'g');

  test.each([
    ['26.085', light, heavy, 'a1'],
    ['26,085', light, heavy, 'a1'],
    ['26,085 kg', light, heavy, 'a1'],
    ['26,085\u00a0kg', light, heavy, 'a1'],
    ['18.403', light, heavy, 'b2'],
    ['11500', kilos, tonnes, 'a1'],
    ['11.500', kilos, tonnes, 'a1'],
    ['11,500', kilos, tonnes, 'a1'],
    ['11 500', kilos, tonnes, 'a1'],
    ['11\u202f500', kilos, tonnes, 'a1'],
    ['11,5 t', kilos, tonnes, 'a1'],
    ['12.000', kilos, tonnes, 'b2'],
    ['12', kilos, tonnes, 'b2'],
    ['0,3715', grams, claim('d4', 3.7, 'kg'), 'c3'],
    ['371,5 g', grams, claim('d4', 3.7, 'kg'), 'c3'],
    ['C3', grams, claim('d4', 3.7, 'kg'), 'c3'],
  ])('%s', (named, one, other, kept) => {
    expect(keep(named, one, other)).toBe(`keep ${kept}`);
  });

  test('both sides that it may mean are shown, each as the language prints it', () => {
    const both = () => keep('11.500', claim('a1', 11500, 'kg'), claim('b2', 11.5, 'kg'));
    expect(both).toThrow('"11.500" names more than one claim of "s"');
    expect(both).toThrow('A1 (11,500\u00a0kg), B2 (11.5\u00a0kg)');
    expect(() => keep('26.086', light, heavy)).toThrow('"26.086" names no claim of "s"');
    expect(() => keep('26,085 t', light, heavy)).toThrow('names no claim');
    expect(() => keep('much', light, heavy)).toThrow('names no claim');
  });
});

describe('a matter is named as the figure that it is about', () => {
  const matter = (number: number, place: string, substance: string, period: string) =>
    ({
      ...{ number, name: `m-${number}`, places: [place], substances: [substance] },
      subject: `${place} ${substance} seized_in_port quantity ${period}`,
    }) as unknown as Matter;
  const matters = [
    matter(1, 'NLVLI', 'COC', '2021'),
    matter(2, 'NLVLI', 'COC', '2023'),
    matter(3, 'NLTNZ+NLVLI', 'COC', '2021'),
    matter(4, 'NLTNZ+NLVLI', 'HER', '2021'),
  ];
  test.each([
    ['Vlissingen cocaïne 2021', 1],
    ['Flessingue cocaïne 2023', 2],
    ['cocaine in Flushing 2021', 1],
    ['Vlissingen heroïne', 4],
    ['Terneuzen Kokain', 3],
    ['2023', 2],
  ])('%s', (named, number) => {
    expect(listedMatter(named, matters).number).toBe(number);
  });
  test('of several it names them, and of none it says so', () => {
    expect(() => listedMatter('Vlissingen', matters)).toThrow(/m-1 .*m-2/u);
    expect(() => listedMatter('Gent cocaïne 2021', matters)).toThrow(/Gent cocaïne 2021/u);
  });
});

test('for each kind of matter the command that is printed gives a verdict that this kind takes', () => {
  const kinds = ['conflict', 'ceiling', 'same-seizure', 'override', 'release'] as const;
  const matters = kinds.map((kind, at) => {
    const subject = kind === 'release' ? 'NL_HARC to public of 1b83: TLP:AMBER' : `${kind} subject`;
    return {
      ...{ kind, subject, name: `m-${at}`, number: at + 1 },
      decided: [],
    } as unknown as Matter;
  });
  const needed = { subject: matters[4]?.subject, originator: 'NL_HARC', roles: ['head of desk'] };
  const releases = [needed] as unknown as Parameters<typeof decidingCommands>[1]['releases'];
  for (const language of languages) {
    const told = decidingCommands(
      matters,
      { file: 'my folder/x.picture.yaml', releases },
      language,
    );
    expect(told).toHaveLength(kinds.length);
    for (const [at, { command }] of told.entries()) {
      const [, option = ''] = / --(\w+)/u.exec(command) ?? [];
      expect(verdictOptions(kinds[at] as (typeof kinds)[number])).toContain(option);
      expect(command).toMatch(
        /^samenbeeld decide "my folder\/x\.picture\.yaml" .* --role ".*" .*--reason/u,
      );
    }
    expect(told[2]?.command).toContain('m-2 --same');
    expect(told[4]?.command).toContain('--role "head of desk" --agency NL_HARC');
  }
  // Nobody may give it: no command is offered.
  const nobody = [{ ...needed, roles: [] }] as unknown as typeof releases;
  expect(decidingCommands(matters.slice(4), { file: 'x', releases: nobody }, 'en')).toEqual([]);
});
