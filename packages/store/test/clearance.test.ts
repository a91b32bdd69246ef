import { languages, type RefusalError } from '@samenbeeld/schema';
import {
  audiences,
  type ClearanceOptions,
  clearance,
  type PublishedSeizure,
  readersOnly,
  releaseSubject,
} from '@samenbeeld/store';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decision, failure, handling } from './handling.ts';

/** The audiences a handling may go to without a release. */
function open(given: Parameters<typeof handling>[0]): string[] {
  return audiences
    .map(({ code }) => code)
    .filter((code) => {
      try {
        return clearance(handling(given), code);
      } catch {
        return false;
      }
    });
}

describe('who may see what', () => {
  test.each([
    [{}, ['public', 'policy', 'partners', 'court', 'benelux-analysts', 'internal']],
    [{ h: ['H0'] }, ['public', 'policy', 'partners', 'court', 'benelux-analysts', 'internal']],
    [{ tlp: 'GREEN' }, ['policy', 'partners', 'court', 'benelux-analysts', 'internal']],
    [{ tlp: 'AMBER' }, ['court', 'benelux-analysts', 'internal']],
    [{ tlp: 'AMBER+STRICT' }, ['internal']],
    [{ tlp: 'RED' }, []],
    [{ h: ['H1'] }, ['policy', 'partners', 'benelux-analysts', 'internal']],
    [{ h: ['H2'] }, ['internal']],
    [{ h: ['H3'], h3Text: ['not to third parties'] }, ['internal']],
    [{ classification: 'restricted' }, ['court', 'benelux-analysts', 'internal']],
    [{ classification: 'confidential' }, []],
    [{ classification: 'secret' }, []],
    [{ tlp: 'RED', audiences: ['partners'] }, ['partners', 'internal']],
    [{ tlp: 'AMBER', audiences: ['partners'] }, ['partners', 'internal']],
    [{ h: ['H2'], audiences: ['benelux-analysts'] }, ['benelux-analysts', 'internal']],
    [{ tlp: 'AMBER', audiences: ['public'] }, ['court', 'benelux-analysts', 'internal']],
    [{ tlp: 'AMBER+STRICT', audiences: ['someone else'] }, ['internal']],
    [{ classification: 'secret', audiences: ['partners'] }, []],
    [{ purposes: ['none'] }, []],
    [{ purposes: ['law enforcement'] }, ['internal']],
    [{ audiences: ['partners'] }, ['partners', 'internal']],
    [
      { audiences: ['public'] },
      ['public', 'policy', 'partners', 'court', 'benelux-analysts', 'internal'],
    ],
  ] as const)('%j goes to %j', (given, expected) => {
    expect(open(given)).toEqual(expected);
  });

  test('a stricter marking never opens an audience', () => {
    const tlps = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
    const levels = ['none', 'restricted', 'confidential', 'secret'] as const;
    const codes = fc.subarray(['H0', 'H1', 'H2'] as const);
    fc.assert(
      fc.property(
        fc.nat(4),
        fc.nat(4),
        fc.nat(3),
        fc.nat(3),
        codes,
        codes,
        (t1, t2, c1, c2, h1, h2) => {
          const weak = open({
            tlp: tlps[Math.min(t1, t2)] ?? 'RED',
            classification: levels[Math.min(c1, c2)] ?? 'secret',
            h: h1,
          });
          const strict = open({
            tlp: tlps[Math.max(t1, t2)] ?? 'RED',
            classification: levels[Math.max(c1, c2)] ?? 'secret',
            h: [...new Set([...h1, ...h2])],
          });
          expect(weak).toEqual(expect.arrayContaining(strict));
        },
      ),
    );
  });

  test('what one audience may see, the audiences inside it may see', () => {
    for (const { code, within } of audiences)
      for (const wider of within) {
        // H1 apart: a court is part of the public that H1 keeps out.
        for (const tlp of ['CLEAR', 'GREEN', 'AMBER'] as const)
          expect(open({ tlp }).includes(wider) && !open({ tlp }).includes(code)).toBe(false);
      }
    expect(audiences.every(({ label }) => languages.every((language) => label[language]))).toBe(
      true,
    );
  });
});

test('what a picture says is for its readers only, unless anyone may read it', () => {
  const amber = { audience: 'partners', handling: handling({ tlp: 'AMBER', h: ['H1'] }) };
  expect(readersOnly(amber)).toMatchObject({
    en: 'for partner agencies (police, customs, justice) only, TLP:AMBER, H1 not in court without the provider’s permission',
    nl: expect.stringMatching(/^alleen voor partnerdiensten .*, TLP:AMBER, H1 /u),
  });
  expect(readersOnly({ audience: 'internal', handling: handling({}) })).not.toBeNull();
  expect(readersOnly({ audience: 'public', handling: handling({}) })).toBeNull();
});

test('what is put together of inputs without readers in common goes on to none but those it was cleared for', () => {
  const [one, other] = [
    handling({ tlp: 'GREEN', audiences: ['partners'] }),
    handling({ tlp: 'GREEN', audiences: ['benelux-analysts'] }),
  ];
  const both = clearance([{ handling: one }, { handling: other }], 'internal').handling;
  expect(open(both)).toEqual(['internal']);
  const shared = [{ handling: one }, { handling: handling({ tlp: 'GREEN' }) }];
  expect(open(clearance(shared, 'partners').handling)).toEqual(['partners', 'internal']);
});

describe('refusals', () => {
  test('say why and what would free it', async () => {
    expect(
      await failure(() =>
        clearance(
          handling({ tlp: 'AMBER', h: ['H2'], originators: ['NL_HARC', 'BE_CUST'] }),
          'public',
        ),
      ),
    ).toMatchInlineSnapshot(
      `"RefusalError: This may not be written for "public" (public). TLP:AMBER: they may hold TLP:CLEAR at most; H2: it may not be passed on. What would free it: a decision of kind release with the verdict accept on "NL_HARC to public: TLP:AMBER, H2" by a role that its source description names (handling.releasedBy: none yet) and "BE_CUST to public: TLP:AMBER, H2" by a role that its source description names (handling.releasedBy: none yet). Without a release it may go to: internal."`,
    );
    expect(
      await failure(() =>
        clearance(handling({ h: ['H3'], h3Text: ['only with BE_CUST'] }), 'partners'),
      ),
    ).toMatchInlineSnapshot(
      `"RefusalError: This may not be written for "partners" (partner agencies (police, customs, justice)). H3 "only with BE_CUST": only the originator can judge that text. What would free it: a decision of kind release with the verdict accept on "NL_HARC to partners: H3 "only with BE_CUST"" by a role that its source description names (handling.releasedBy: none yet). Without a release it may go to: internal."`,
    );
    expect(
      await failure(() => clearance(handling({ classification: 'secret' }), 'internal')),
    ).toMatchInlineSnapshot(
      `"RefusalError: This may not be written for "internal" (own office). classification "secret": they may hold "restricted" at most. What would free it: a decision of kind release with the verdict accept on "NL_HARC to internal: classification secret" by a role that its source description names (handling.releasedBy: none yet)."`,
    );
    expect(
      await failure(() => clearance(handling({ tlp: 'RED', originators: [] }), 'internal')),
    ).toMatchInlineSnapshot(
      `"RefusalError: This may not be written for "internal" (own office). TLP:RED: they may hold TLP:AMBER+STRICT at most. No originator is named, so no one can release it: name them in the source description."`,
    );
    expect(
      await failure(() => clearance(handling({ purposes: ['none'] }), 'partners')),
    ).toMatchInlineSnapshot(
      `"RefusalError: This may not be written for "partners" (partner agencies (police, customs, justice)). no common purpose: the inputs were given for purposes that exclude each other. What would free it: a decision of kind release with the verdict accept on "NL_HARC to partners: no common purpose" by a role that its source description names (handling.releasedBy: none yet)."`,
    );
  });

  const owned = handling({ releasedBy: { NL_HARC: [decision().role] } });
  const embargoed = [
    { id: 'b', publicationRestriction: 'embargo' },
    { id: 'a', publicationRestriction: 'embargo' },
    { id: 'c', publicationRestriction: 'none' },
  ] as const;

  test('are in the language that is asked for, whatever is marked', async () => {
    const marked = handling({
      ...{ tlp: 'AMBER', classification: 'restricted', purposes: ['analysis'] },
      audiences: ['partners'],
    });
    const seizures = [
      { id: 'a', publicationRestriction: 'embargo' },
      { id: 'b', publicationRestriction: 'secret' },
    ] as const;
    const refused = (): RefusalError => {
      try {
        clearance(marked, 'policy', { seizures });
      } catch (error) {
        return error as RefusalError;
      }
      throw new Error('not refused');
    };
    const { says } = refused();
    expect(says?.nl).not.toMatch(/seizure|classification|audiences|purposes|secret|they/u);
    expect(says?.de).not.toMatch(/seizure|classification|audiences|purposes|secret|they/u);
    expect(says?.nl).toContain('1 vangst onder embargo');
    expect(says?.fr).toContain('1 saisie secrète');
  });

  test('keep a seizure under embargo within the office, and name the release that would free just these', async () => {
    expect(
      await failure(() => clearance(handling(), 'benelux-analysts', { seizures: embargoed })),
    ).toMatchInlineSnapshot(
      `"RefusalError: This may not be written for "benelux-analysts" (Benelux analysts). embargo on 2 seizures (c8687a08): they stay within the office. What would free it: a decision of kind release with the verdict accept on "NL_HARC to benelux-analysts: embargo on 2 seizures (c8687a08)" by a role that its source description names (handling.releasedBy: none yet). Without a release it may go to: internal."`,
    );
    const clear = (audience: string) =>
      failure(() => clearance(handling(), audience, { seizures: embargoed }));
    expect(await clear('internal')).toBe('no error');
    const subject = releaseSubject(owned, 'NL_HARC', 'public', embargoed);
    const releases = [decision({ kind: 'release', subject, verdict: 'accept' })];
    const passed = (seizures: readonly PublishedSeizure[]) =>
      failure(() => clearance(owned, 'public', { seizures, releases }));
    expect(await passed(embargoed)).toBe('no error');
    expect(await passed([...embargoed].reverse())).toBe('no error');
    expect(await passed([...embargoed, { id: 'd', publicationRestriction: 'embargo' }])).toContain(
      'embargo on 3 seizures',
    );
    expect(await passed([{ id: 'a', publicationRestriction: 'secret' }])).toContain(
      'secret on 1 seizure ',
    );
  });

  test('fail closed on what is unknown', async () => {
    expect(await failure(() => clearance(handling(), 'press'))).toMatchInlineSnapshot(
      `"UsageError: audiences has no code "press". All codes: public (public), policy (ministers and policymakers), partners (partner agencies (police, customs, justice)), court (prosecutors and courts), benelux-analysts (Benelux analysts), internal (own office)."`,
    );
    expect(
      await failure(() => clearance(handling({ tlp: 'WHITE' as never }), 'public')),
    ).toMatchInlineSnapshot(
      `"InputError: the handling has the unknown TLP "WHITE". Repair: use TLP CLEAR, GREEN, AMBER, AMBER+STRICT, RED; classification none, restricted, confidential, secret; codes H0, H1, H2, H3"`,
    );
    expect(
      await failure(() => clearance(handling({ h: ['H4' as never] }), 'public')),
    ).toMatchInlineSnapshot(
      `"InputError: the handling has the unknown handling code "H4". Repair: use TLP CLEAR, GREEN, AMBER, AMBER+STRICT, RED; classification none, restricted, confidential, secret; codes H0, H1, H2, H3"`,
    );
    expect(
      await failure(() => clearance(handling({ h: ['H3'] }), 'internal')),
    ).toMatchInlineSnapshot(
      `"InputError: the handling has the code H3 without its text. Repair: write the restriction that the originator gave into h3Text"`,
    );
  });
});

describe('releases', () => {
  const roles = [decision().role];
  const strict = handling({
    tlp: 'AMBER',
    h: ['H1', 'H2'],
    originators: ['NL_HARC', 'BE_CUST'],
    releasedBy: { NL_HARC: roles, BE_CUST: roles },
  });
  const release = (originator: string, verdict = 'accept', id: string = originator) =>
    decision({
      id,
      kind: 'release',
      verdict,
      subject: releaseSubject(strict, originator, 'public'),
    });

  test('of every originator free it, and the output carries the weaker marking', () => {
    const token = clearance(strict, 'public', {
      releases: [release('BE_CUST'), release('NL_HARC')],
    });
    expect(token.handling).toEqual({ ...strict, tlp: 'CLEAR', h: [] });
    expect(token.original).toEqual(strict);
    expect(token.releases.map(({ id }) => id)).toEqual(['NL_HARC', 'BE_CUST']);
    expect(token.banner.en).toBe('TLP:CLEAR · not classified · for: public');
  });

  test('of one originator do not', async () => {
    expect(
      await failure(() => clearance(strict, 'public', { releases: [release('NL_HARC')] })),
    ).toMatchInlineSnapshot(
      `"RefusalError: This may not be written for "public" (public). TLP:AMBER: they may hold TLP:CLEAR at most; H1: it may not be used in judicial proceedings; H2: it may not be passed on. What would free it: a decision of kind release with the verdict accept on "BE_CUST to public: TLP:AMBER, H1, H2" by "analyst, Benelux secretariat". Without a release it may go to: internal. It is recorded with: samenbeeld decide decisions.jsonl "BE_CUST to public: TLP:AMBER, H1, H2" --accept --role "analyst, Benelux secretariat" --agency BE_CUST --reason "…""`,
    );
  });

  test('for another audience, or for a weaker marking, do not count', () => {
    const both = [release('NL_HARC'), release('BE_CUST')];
    expect(() => clearance(strict, 'partners', { releases: both })).toThrow(
      '"NL_HARC to partners: ',
    );
    expect(() => clearance({ ...strict, tlp: 'RED' }, 'public', { releases: both })).toThrow(
      '"NL_HARC to public: TLP:RED, H1, H2"',
    );
  });

  test('that are refused or reopened do not count', async () => {
    const refused = [release('NL_HARC'), release('BE_CUST', 'reject')];
    expect(
      await failure(() => clearance(strict, 'public', { releases: refused })),
    ).toMatchInlineSnapshot(
      `"RefusalError: This may not be written for "public" (public). TLP:AMBER: they may hold TLP:CLEAR at most; H1: it may not be used in judicial proceedings; H2: it may not be passed on. Refused by decision BE_CUST: "BE_CUST to public: TLP:AMBER, H1, H2"; it would take a new decision of the originator that supersedes it. Without a release it may go to: internal."`,
    );
    const reopened = {
      ...release('BE_CUST', 'reopen', 'later'),
      supersedes: 'BE_CUST',
    };
    expect(() =>
      clearance(strict, 'public', {
        releases: [release('NL_HARC'), release('BE_CUST'), reopened],
      }),
    ).toThrow('verdict accept on "BE_CUST to public');
  });
});

describe('each input', () => {
  const roles = [decision().role];
  const today = '2026-06-30';
  const file = (sha256: string) => [{ sha256 }];
  const police = {
    source: 'police',
    handling: handling({ tlp: 'AMBER', originators: ['NL_POL'], releasedBy: { NL_POL: roles } }),
    files: file('a'),
  };
  const open = {
    source: 'open',
    handling: handling({ originators: ['BE_CUST'] }),
    files: file('b'),
  };
  const release = (subject: string, given: Parameters<typeof decision>[0] = {}) =>
    decision({ kind: 'release', verdict: 'accept', subject, ...given });
  const right = releaseSubject(police, 'NL_POL', 'public');
  const told = (
    inputs: Parameters<typeof clearance>[0],
    releases: Parameters<typeof decision>[0][],
    options: Omit<ClearanceOptions, 'releases'> = { today },
  ) =>
    failure(() =>
      clearance(inputs, 'public', { ...options, releases: releases.map((one) => decision(one)) }),
    );

  test('is freed by its own originator and by no other', async () => {
    expect(await told([open, police], [release(right)])).toBe('no error');
    const other = releaseSubject(police, 'BE_CUST', 'public');
    expect(await told([open, police], [release(other)])).toMatchInlineSnapshot(
      `"RefusalError: This may not be written for "public" (public). police: TLP:AMBER: they may hold TLP:CLEAR at most. What would free it: a decision of kind release with the verdict accept on "NL_POL to public of ca978112ca1bbdca: TLP:AMBER" by "analyst, Benelux secretariat". Without a release it may go to: court, benelux-analysts, internal. It is recorded with: samenbeeld decide decisions.jsonl "NL_POL to public of ca978112ca1bbdca: TLP:AMBER" --accept --role "analyst, Benelux secretariat" --agency NL_POL --reason "…""`,
    );
  });

  test('stays shut where it has no originator, whoever releases the others', async () => {
    const nobody = {
      source: 'office',
      handling: handling({ tlp: 'AMBER+STRICT', originators: [] }),
    };
    const subjects = ['NL_POL', 'BE_CUST'].map((one) => releaseSubject(nobody, one, 'public'));
    expect(
      await told(
        [police, nobody],
        [release(right), ...subjects.map((one, at) => release(one, { id: `n${at}` }))],
      ),
    ).toMatchInlineSnapshot(
      `"RefusalError: This may not be written for "public" (public). office: TLP:AMBER+STRICT: they may hold TLP:CLEAR at most. No originator is named (office), so no one can release it: name them in the source description. Without a release it may go to: internal."`,
    );
  });

  test('is freed by a role that its originator named, until the day that was given, and as it is', async () => {
    expect(await told([police], [release(right, { role: 'director' })])).toMatchInlineSnapshot(
      `"RefusalError: This may not be written for "public" (public). police: TLP:AMBER: they may hold TLP:CLEAR at most. Decision d1: "director" may not release it; only these may: analyst, Benelux secretariat. Without a release it may go to: court, benelux-analysts, internal."`,
    );
    const unnamed = { ...police, handling: { ...police.handling, releasedBy: {} } };
    expect(await told([unnamed], [release(right)])).toMatchInlineSnapshot(
      `"RefusalError: This may not be written for "public" (public). police: TLP:AMBER: they may hold TLP:CLEAR at most. What would free it: a decision of kind release with the verdict accept on "NL_POL to public of ca978112ca1bbdca: TLP:AMBER" by a role that its source description names (handling.releasedBy: none yet). Without a release it may go to: court, benelux-analysts, internal."`,
    );
    const until = (day: string) => [release(right, { verdict: `accept until ${day}` })];
    expect(await told([police], until(today))).toBe('no error');
    expect(await told([police], until('2026-06-29'))).toMatchInlineSnapshot(
      `"RefusalError: This may not be written for "public" (public). police: TLP:AMBER: they may hold TLP:CLEAR at most. Decision d1 has ended on 2026-06-29. Without a release it may go to: court, benelux-analysts, internal."`,
    );
    for (const day of ['', '2026', '01-01-2027'])
      expect(await told([police], until('2026-01-01'), { today: day })).toContain('must be a day');
    expect(await told([police], until('2026-02-31'))).not.toBe('no error');
    expect(await told([police], until(today), {})).toMatchInlineSnapshot(
      `"RefusalError: This may not be written for "public" (public). police: TLP:AMBER: they may hold TLP:CLEAR at most. Decision d1 holds until 2026-06-30, and no day is given to compare with. Without a release it may go to: court, benelux-analysts, internal."`,
    );
    expect(await told([{ ...police, files: file('c') }], [release(right)])).toContain('would free');
  });

  test('given for purposes is passed on for one of these alone', async () => {
    const given = (purposes: readonly string[], originators: readonly string[]) => ({
      handling: handling({ purposes, originators }),
    });
    const both = [given(['analysis', 'prosecution'], ['NL_POL']), given(['analysis'], ['BE_CUST'])];
    expect(await told(both, [], { purpose: 'analysis' })).toBe('no error');
    expect(await told(both, [], { purpose: 'prosecution' })).toMatchInlineSnapshot(
      `"RefusalError: This may not be written for "public" (public). purposes analysis: it was given for these, not for "prosecution". What would free it: a decision of kind release with the verdict accept on "BE_CUST to public for prosecution: purposes analysis" by a role that its source description names (handling.releasedBy: none yet)."`,
    );
    expect(await told(both, [])).toContain('no purpose is stated');
    const apart = [given(['analysis'], ['NL_POL']), given(['prosecution'], ['BE_CUST'])];
    expect(await failure(() => clearance(apart, 'internal'))).toMatchInlineSnapshot(
      `"RefusalError: This may not be written for "internal" (own office). no common purpose: the inputs were given for purposes that exclude each other. What would free it: a decision of kind release with the verdict accept on "NL_POL to internal: no common purpose" by a role that its source description names (handling.releasedBy: none yet) and "BE_CUST to internal: no common purpose" by a role that its source description names (handling.releasedBy: none yet)."`,
    );
  });
});

describe('banner', () => {
  test('is one line in four languages', () => {
    const token = clearance(
      handling({
        tlp: 'AMBER',
        h: ['H0', 'H1'],
        classification: 'restricted',
      }),
      'benelux-analysts',
    );
    expect(token.banner).toMatchInlineSnapshot(`
      {
        "de": "TLP:AMBER · H0 nur zur Verhütung und Bekämpfung von Straftaten · H1 keine Verwendung vor Gericht ohne Zustimmung des Übermittlers · nur für den Dienstgebrauch (BEPERKT / RESTREINT / BEPERKTE VERSPREIDING / DIFFUSION RESTREINTE / Dep. VERTROUWELIJK / RESTREINT LUX) · Empfänger: Analysten der Benelux-Staaten",
        "en": "TLP:AMBER · H0 only to prevent and combat crime · H1 not in court without the provider’s permission · restricted (BEPERKT / RESTREINT / BEPERKTE VERSPREIDING / DIFFUSION RESTREINTE / Dep. VERTROUWELIJK / RESTREINT LUX) · for: Benelux analysts",
        "fr": "TLP:AMBER · H0 uniquement pour prévenir et combattre la criminalité · H1 pas de production en justice sans l’accord du fournisseur · diffusion restreinte (BEPERKT / RESTREINT / BEPERKTE VERSPREIDING / DIFFUSION RESTREINTE / Dep. VERTROUWELIJK / RESTREINT LUX) · destinataires : analystes du Benelux",
        "nl": "TLP:AMBER · H0 alleen om misdrijven te voorkomen en te bestrijden · H1 niet als bewijs in rechte zonder toestemming van de verstrekker · beperkt (BEPERKT / RESTREINT / BEPERKTE VERSPREIDING / DIFFUSION RESTREINTE / Dep. VERTROUWELIJK / RESTREINT LUX) · voor: analisten van de Benelux",
      }
    `);
    expect(
      clearance(handling({ h: ['H2', 'H3'], h3Text: ['alleen na overleg'] }), 'internal').banner,
    ).toMatchInlineSnapshot(`
      {
        "de": "TLP:CLEAR · H2 keine Weitergabe ohne Zustimmung des Übermittlers · H3 alleen na overleg · nicht eingestuft · Empfänger: eigene Dienststelle",
        "en": "TLP:CLEAR · H2 not to be passed on without the provider’s permission · H3 alleen na overleg · not classified · for: own office",
        "fr": "TLP:CLEAR · H2 pas de transmission sans l’accord du fournisseur · H3 alleen na overleg · non classifié · destinataires : usage interne",
        "nl": "TLP:CLEAR · H2 niet doorgeven zonder toestemming van de verstrekker · H3 alleen na overleg · niet gerubriceerd · voor: eigen dienst",
      }
    `);
  });

  test('starts with EXERCISE where the data are made up', () => {
    const { banner } = clearance(handling(), 'public', { synthetic: true, draft: true });
    expect(banner.en.split('\n').slice(0, 2)).toEqual([
      'EXERCISE – synthetic data, no real seizures',
      'DRAFT – the source description is not finished',
    ]);
    expect(clearance(handling(), 'public', { synthetic: true }).banner).toMatchInlineSnapshot(`
      {
        "de": "ÜBUNG – synthetische Daten, keine echten Sicherstellungen
      TLP:CLEAR · nicht eingestuft · Empfänger: Öffentlichkeit",
        "en": "EXERCISE – synthetic data, no real seizures
      TLP:CLEAR · not classified · for: public",
        "fr": "EXERCICE – données synthétiques, aucune saisie réelle
      TLP:CLEAR · non classifié · destinataires : diffusion publique",
        "nl": "OEFENING – synthetische gegevens, geen echte inbeslagnames
      TLP:CLEAR · niet gerubriceerd · voor: openbaar",
      }
    `);
  });
});
