import { type CheckedClaim, checkClaim, checkSentence, type DoubleReport } from '@samenbeeld/merge';
import { type Coverage, type Observation, type Seizure, UsageError } from '@samenbeeld/schema';
import { beforeAll, describe, expect, it } from 'vitest';
import { claimRow, decided } from './claim-row.ts';
import { pair } from './paired-seizures.ts';
import { pastedBack } from './pasted-claims.ts';
import { publishedClaims } from './published.ts';
import { seizureRow } from './seizure-row.ts';

let published: readonly Observation[];
beforeAll(async () => {
  published = await publishedClaims();
});

function check(text: string, language: 'nl' | 'fr' | 'de' | 'en' = 'en') {
  const checked: CheckedClaim = checkClaim(text, published, new Map());
  return {
    verdict: checked.verdict,
    matches: checked.matches.map(
      ({ claim, relation }) =>
        `${claim.rows
          .map((row) => row.reference)
          .sort()
          .join('=')} ${relation}`,
    ),
    may: checked.mayBeSaid.map((text_) => text_[language]),
    not: checked.doNotSay.map((text_) => text_[language]),
  };
}

describe('checkClaim(text, observations)', () => {
  it('4,100 kg in Vlissingen 2022: "more than", and 4,157 is exact', () => {
    expect(check('4100 kg cocaine Vlissingen 2022')).toMatchInlineSnapshot(`
      {
        "matches": [
          "C088 same",
        ],
        "may": [
          ""more than 4,100 kg" – Public Prosecution Service (Netherlands), January 2023",
          ""4,157 kg" – HARC team, January 2023",
        ],
        "not": [
          ""4,100 kg" without qualification: the figure is "4,157 kg" – HARC team, January 2023.",
          ""4,100 kg in North Sea Port": the 619 kg of Ghent are not in it; Terneuzen is not reported.",
          "A sum with the 10,000 kg "entered via the port". Another basis: counted wherever it was seized. Includes the port’s own seizures.",
        ],
        "verdict": "misworded",
      }
    `);
  });

  it('names another port by what it reported, and not by the end that its wording leaves', () => {
    const of = (place: string, value: number): Observation =>
      claimRow(place, { place, value, periodStart: '2031-01-01', periodEnd: '2031-12-31' });
    const rows = [of('NLVLI', 4157), of('NLTNZ', 300), of('BEGNE', 619)];
    const { doNotSay } = checkClaim('4157 kg cocaine Vlissingen 2031', rows, new Map());
    expect(doNotSay.map(({ en }) => en).join('\n')).toContain(
      'Terneuzen (about 300 kg) is not in it',
    );
  });

  it('services that each counted for themselves contest nobody', () => {
    const { may, not } = check('83.8 kg marijuana Luxembourg 2020');
    expect(may.join('\n')).toMatch(/83\.803 kg.*; apart from the count of /u);
    expect([...may, ...not].join('\n')).not.toMatch(/contested|contradict/u);
    expect(not.join('\n')).toContain('each service counted for itself');
    const said = checkClaim('83.803 kg marijuana Luxembourg 2020', published, new Map(), 'en').says;
    expect(said.en).toBe('Counted apart: name the service.');
  });

  it('says the same in the words of the other languages', () => {
    const text = '4100 kg cocaine Vlissingen 2022';
    expect(check(text, 'nl')).toMatchInlineSnapshot(`
      {
        "matches": [
          "C088 same",
        ],
        "may": [
          ""meer dan 4.100 kg" – Openbaar Ministerie (Nederland), januari 2023",
          ""4.157 kg" – HARC-team, januari 2023",
        ],
        "not": [
          ""4.100 kg" zonder meer: het cijfer is "4.157 kg" – HARC-team, januari 2023.",
          ""4.100 kg in North Sea Port": de 619 kg van Gent zitten daar niet in; voor Terneuzen is niets gemeld.",
          "Een som met de 10.000 kg "via de haven binnengekomen". Andere grondslag: geteld ongeacht waar het in beslag is genomen. Bevat ook de eigen inbeslagnames van de haven.",
        ],
        "verdict": "misworded",
      }
    `);
    expect(check(text, 'fr')).toMatchInlineSnapshot(`
      {
        "matches": [
          "C088 same",
        ],
        "may": [
          "« plus de 4 100 kg » – ministère public (Pays-Bas), janvier 2023",
          "« 4 157 kg » – équipe HARC, janvier 2023",
        ],
        "not": [
          "« 4 100 kg » sans précision : le chiffre est « 4 157 kg » – équipe HARC, janvier 2023.",
          "« 4 100 kg » (North Sea Port) : les 619 kg (Gand) n’y sont pas compris ; rien n’est déclaré (Terneuzen).",
          "Une somme avec les 10 000 kg de la base « entrées par le port ». Autre base : compté quel que soit le lieu de la saisie. Comprend aussi les saisies faites dans le port lui-même.",
        ],
        "verdict": "misworded",
      }
    `);
    expect(check(text, 'de')).toMatchInlineSnapshot(`
      {
        "matches": [
          "C088 same",
        ],
        "may": [
          "„mehr als 4.100 kg“ – Staatsanwaltschaft (Niederlande), Januar 2023",
          "„4.157 kg“ – HARC-Team, Januar 2023",
        ],
        "not": [
          "„4.100 kg“ ohne Zusatz: Die Zahl ist „4.157 kg“ – HARC-Team, Januar 2023.",
          "„4.100 kg in North Sea Port“: 619 kg aus Gent sind darin nicht enthalten; für Terneuzen ist nichts gemeldet.",
          "Eine Summe mit den 10.000 kg „über den Hafen eingeführt“. Andere Grundlage: gezählt, gleich wo sichergestellt wurde. Enthält auch die Sicherstellungen im Hafen selbst.",
        ],
        "verdict": "misworded",
      }
    `);
  });

  it('4,776 kg in North Sea Port 2022: "at least", with what is missing', () => {
    expect(check('4776 kg cocaine North Sea Port 2022')).toMatchInlineSnapshot(`
      {
        "matches": [],
        "may": [
          "North Sea Port: "at least 4,776 kg"; Terneuzen is not reported",
        ],
        "not": [
          ""4,776 kg" as the total of North Sea Port: Terneuzen is not reported.",
          "A sum with the 10,000 kg (Vlissingen) "entered via the port". Another basis: counted wherever it was seized. Includes the port’s own seizures.",
        ],
        "verdict": "misworded",
      }
    `);
  });

  it('10,000 kg in Vlissingen 2022: only as "entered via"', () => {
    expect(check('10000 kg cocaine Vlissingen 2022')).toMatchInlineSnapshot(`
      {
        "matches": [
          "C089 other-basis",
        ],
        "may": [
          ""about 10,000 kg" – Netherlands Police, January 2023: only as "entered via the port"",
          ""4,157 kg" – HARC team, January 2023",
        ],
        "not": [
          ""10,000 kg" without qualification: the figure is "4,157 kg" – HARC team, January 2023.",
          ""10,000 kg seized in the port": the figure means "entered via the port".",
          ""10,000 kg in North Sea Port": the 619 kg of Ghent are not in it; Terneuzen is not reported.",
        ],
        "verdict": "misworded",
      }
    `);
  });

  it('a rival figure on the footing of the number is no other basis than the total', () => {
    const of = (id: string, value: number): Observation =>
      claimRow(id, {
        ...{ value, place: 'LU', basis: 'seized_in_post', agencies: ['LU_CUST'] },
        ...{ periodStart: '2031-01-01', periodEnd: '2031-12-31', publication: id },
      });
    const rows = [of('a', 10), of('b', 9.4)];
    const told = checkClaim('10 kg cocaine Luxembourg 2031', rows, new Map());
    expect(told.mayBeSaid.map(({ en }) => en).join()).toContain('only as "seized in');
    expect(told.doNotSay.map(({ en }) => en).join()).not.toContain('A sum with');
    const other = [...rows, { ...of('c', 8), basis: 'entered_via_port' } as Observation];
    const sum = checkClaim('10 kg cocaine Luxembourg 2031', other, new Map());
    expect(sum.doNotSay.map(({ en }) => en).join()).toContain('A sum with the 8 kg');
  });

  it('2,100 kg in Vlissingen 2021: contested', () => {
    expect(check('2100 kg cocaine Vlissingen 2021')).toMatchInlineSnapshot(`
      {
        "matches": [
          "P030 same",
          "C086 same",
        ],
        "may": [
          ""about 2,100 kg" – Public Prosecution Service (Netherlands), January 2023; contested by a newspaper’s own count: "about 250 kg"",
          "Vlissingen: "at least 245 kg"",
          "Vlissingen: "at most 2,150 kg"",
          ""more than 2,100 kg" – Public Prosecution Service (Netherlands), January 2023; contested by a newspaper’s own count: "about 250 kg"",
        ],
        "not": [
          "One figure without its source: the counts contradict each other and nothing has been decided yet.",
          "One of these figures without the other. Public Prosecution Service (Netherlands): 2,100; a newspaper’s own count: 250. No other figure explains the difference.",
          ""2,100 kg in North Sea Port": of Ghent only a lower limit is known (361 kg); Terneuzen is not reported.",
        ],
        "verdict": "contested",
      }
    `);
  });

  it('7,000 kg in Vlissingen 2020: contradicted by the figure that counts Vlissingen alone', () => {
    expect(check('7000 kg cocaine Vlissingen 2020')).toMatchInlineSnapshot(`
      {
        "matches": [
          "C084=P029 same",
        ],
        "may": [
          ""6,055 kg" – HARC team, January 2021",
        ],
        "not": [
          ""7,000 kg" without qualification: the figure is "6,055 kg" – HARC team, January 2021.",
          "One of these figures without the other. 7,000 is, rounded, 6,055 + 967 (Moerdijk, cocaine) = 7,022: the figure covers more than Vlissingen.",
          ""7,000 kg in North Sea Port": Ghent is not reported; Terneuzen is not reported.",
        ],
        "verdict": "contradicted",
      }
    `);
  });

  it('a figure nobody published', () => {
    expect(check('5555 kg cocaine Vlissingen 2022')).toMatchInlineSnapshot(`
      {
        "matches": [],
        "may": [
          ""4,157 kg" – HARC team, January 2023",
        ],
        "not": [
          ""5,555 kg" without qualification: the figure is "4,157 kg" – HARC team, January 2023.",
          "A sum with the 10,000 kg "entered via the port". Another basis: counted wherever it was seized. Includes the port’s own seizures.",
        ],
        "verdict": "misworded",
      }
    `);
    expect(check('5555 kg cocaine North Sea Port 2022').verdict).toBe('unknown');
    expect(check('1200 kg cocaine Terneuzen 2022').may).toEqual([]);
    expect(check('1200 kg cocaine Terneuzen 2022').verdict).toBe('unknown');
  });

  it('4,157 kg in Vlissingen 2022: supported', () => {
    expect(check('4157 kg cocaine Vlissingen 2022')).toMatchObject({
      verdict: 'supported',
      may: ['"4,157 kg" – HARC team, January 2023'],
    });
    expect(checkClaim('4.157 t cocaine Vlissingen 2022', published, new Map(), 'en').verdict).toBe(
      'supported',
    );
  });

  it('figures that are true in their own words', () => {
    expect(check('about 4200 kg cocaine Vlissingen 2022')).toMatchObject({
      verdict: 'worded',
      may: ['"about 4,200 kg"', '"4,157 kg" – HARC team, January 2023'],
    });
    expect(check('more than 4000 kg cocaine Vlissingen 2022').verdict).toBe('worded');
    expect(check('more than 4500 kg cocaine Vlissingen 2022').verdict).toBe('misworded');
    expect(check('ruim 4000 kilo cocaïne in de haven van Vlissingen 2022').verdict).toBe('worded');
    expect(check('plus de 4000 kg de cocaïne dans North Sea Port en 2022').verdict).toBe('worded');
    expect(check('more than 200 kg cocaine Vlissingen 2021').verdict).toBe('worded');
  });

  it('part of the year, a single find, and the figure of another place', () => {
    expect(check('4500 kg cocaine Vlissingen 2023')).toMatchObject({
      verdict: 'misworded',
      may: [
        '"about 4,500 kg" – Dutch Customs, July 2023: only for 1 January 2023 – 10 July 2023',
        '"about 11,500 kg" – HARC team, January 2024; contested by a newspaper’s own count: "almost 15,000 kg", HARC team: "about 11,300 kg" for ports in Zeeland and West Brabant, all drugs',
        'Vlissingen: "at most 15,000 kg" (a newspaper’s own count, 17 January 2024); contested by HARC team: "about 11,500 kg", HARC team: "about 11,300 kg" for ports in Zeeland and West Brabant, all drugs',
      ],
    });
    expect(check('3000 kg cocaine Vlissingen 2023').may[0]).toBe(
      '"about 3,000 kg" – Dutch Customs, 12 July 2023: only for first half of 2023',
    );
    expect(check('circa 3000 kg cocaïne Vlissingen eerste halfjaar 2023', 'nl')).toMatchObject({
      verdict: 'worded',
      may: ['"ongeveer 3.000 kg" – Douane (Nederland), 12 juli 2023'],
    });
    expect(check('33 kg cocaine Ghent 2022')).toMatchObject({
      verdict: 'misworded',
      may: [
        '"33 kg" – Belgian Customs and Excise, 25 November 2022: only as a single find (24–25 November 2022)',
        '"619 kg" – Belgian Customs and Excise, January 2023',
      ],
    });
    const harc = check('52480 kg cocaine Vlissingen 2022');
    expect(harc.verdict).toBe('contradicted');
    expect(harc.not).toContain('"52,480 kg in Vlissingen": that is the figure of all HARC ports.');
  });

  it('the words that are asked decide, in every language', () => {
    const verdicts = (...texts: readonly string[]) => texts.map((text) => check(text).verdict);
    expect(
      verdicts(
        'ruim 4.100 kg cocaïne Vlissingen 2022',
        'plus de 4 100 kg de cocaïne à Flessingue en 2022',
        'mehr als 4100 Kilogramm Kokain in Vlissingen 2022',
        'over 4100 kg cocaine Flushing 2022',
        'bijna 4200 kilo cocaïne Vlissingen 2022',
        'minstens 4157 kg cocaïne Vlissingen 2022',
        '4157 kg or more cocaine Vlissingen 2022',
        'hoogstens 5 ton cocaïne Vlissingen 2022',
        'maximaal 4157 kg cocaïne Vlissingen 2022',
        'höchstens 5 Tonnen Kokain in Vlissingen 2022',
        'au plus 5 tonnes de cocaïne à Flessingue en 2022',
        'entre 4 000 et 4 200 kg de cocaïne à Flessingue en 2022',
        'zwischen 4 und 5 t Kokain in Vlissingen 2022',
        'between 4,000 and 4,200 kg cocaine Vlissingen 2022',
      ),
    ).toEqual(Array.from({ length: 14 }, () => 'worded'));
    expect(
      verdicts(
        'meer dan 4157 kg cocaïne Vlissingen 2022',
        '4200 kg cocaine Vlissingen 2022',
        '4157 kg cocaine North Sea Port 2022',
        '4157 kg cocaine Zeeland 2022',
        '4157 kg cocaine Vlissingen januari-juni 2022',
        '4157 kg cocaine Vlissingen 2021-2022',
      ),
    ).toEqual(Array.from({ length: 6 }, () => 'misworded'));
    // Of a sum that lacks a port nothing is known from above.
    expect(verdicts('hoogstens 5000 kg cocaïne North Sea Port 2022')).toEqual(['unknown']);
    expect(verdicts('minder dan 4157 kg cocaïne Vlissingen 2022')).toEqual(['contradicted']);
  });

  it('a figure that does not fit in a wider one is contested by it', () => {
    const harc = 'HARC team: "about 11,300 kg" for ports in Zeeland and West Brabant, all drugs';
    const prosecution = '"at least 11,500 kg" – Public Prosecution Service (Netherlands), 2024';
    for (const text of [
      'minstens 11450 kg cocaïne Vlissingen 2023',
      'meer dan 11.400 kg cocaïne in de haven van Vlissingen in 2023',
      'entre 11000 et 15000 kg de cocaïne à Flessingue en 2023',
      'at least 11450 kg cocaine Vlissingen 2023 NL_HARC',
      'minstens 20000 kg cocaïne Vlissingen 2022-2024',
    ]) {
      const { verdict, may, not } = check(text);
      expect([text, verdict]).toEqual([text, 'contested']);
      expect(may.join('\n')).toContain(harc);
      expect(may.join('\n')).not.toMatch(/^Vlissingen: "(?:at least|more than)/mu);
      expect(not.join('\n')).toContain('That does not fit the wider figure of 11,300');
    }
    for (const text of [
      'au moins 11,5 tonnes de cocaïne à North Sea Port en 2023',
      'minstens 11500 kg cocaïne Zeeuwse havens 2023',
      'meer dan 11000 kg cocaïne Zeeland 2023',
      'mindestens 11,5 Tonnen Kokain Zeeland 2023',
      '11500 kg cocaine Zeeland ports 2023',
    ]) {
      const { verdict, may } = check(text);
      expect([text, verdict]).toEqual([text, 'contested']);
      expect(may.find((one) => one.startsWith(prosecution))).toContain(`; contested by ${harc}`);
    }
    // What the wider figure leaves possible, and what Customs found by July, is contested by nobody.
    expect(check('meer dan 4000 kg cocaïne Vlissingen 2023').verdict).toBe('worded');
    expect(
      check('11300 kg alle drugs havens in Zeeland en West-Brabant 2023').may.join(),
    ).toContain('contested by HARC team: "about 11,500 kg" for Vlissingen, cocaine');
  });

  it('an upper end that a contested newspaper alone sets is not said by itself, one of a named agency is', () => {
    for (const text of [
      'hoogstens 15 ton cocaïne Vlissingen 2023',
      'höchstens 16 Tonnen Kokain Vlissingen 2023',
      'moins de 16 tonnes de cocaïne à Flessingue en 2023',
    ]) {
      const { verdict, may, not } = check(text);
      expect([text, verdict]).toEqual([text, 'contested']);
      expect(may).toContain(
        'Vlissingen: "at most 15,000 kg" (a newspaper’s own count, 17 January 2024); contested by HARC team: "about 11,500 kg", HARC team: "about 11,300 kg" for ports in Zeeland and West Brabant, all drugs',
      );
      expect(not.join('\n')).not.toContain(
        'for Vlissingen, 2023: that is the figure of Vlissingen',
      );
    }
    expect(check('at most 2150 kg cocaine Vlissingen 2021').verdict).toBe('worded');
  });

  it('whoever a sentence names is named, also where the figure is of nobody in a country', () => {
    const { doNotSay } = checkClaim('15 ton cocaïne Vlissingen 2023 volgens het OM', published);
    expect(doNotSay.map(({ nl }) => nl)).toContain(
      '"15.000 kg" als cijfer van Openbaar Ministerie (Nederland): dat is het cijfer van eigen telling van een krant.',
    );
  });

  it('a name that several places bear is given with their codes', () => {
    expect(() => check('3014 kg cocaïne Hamburg 2024', 'nl')).toThrow(
      'found no place; "Hamburg" may be DEHAM (Hamburg), DE6 (Hamburg (state)); write the code',
    );
  });

  it('finds beside figures are the floor that the total states, and without figures nothing', () => {
    const find = seizureRow('a', { date: '2022-02-01', quantity: 60, massBasis: 'net' });
    const asked = (observations: readonly Observation[]) =>
      checkClaim('at least 50 kg cocaine Vlissingen 2022', observations, new Map(), 'en', {
        finds: { seizures: [find] },
      });
    const before = claimRow('x', { periodStart: '2021-01-01', periodEnd: '2021-12-31' });
    expect(asked([before])).toMatchObject({ verdict: 'worded' });
    expect(asked([before]).mayBeSaid.map(({ en }) => en)).toContain('Vlissingen: "at least 60 kg"');
    expect(asked([])).toMatchObject({ verdict: 'unknown' });
    expect(asked([]).advice[0]?.en).toContain('may not be quoted');
    // Of the find that another file gives as 0.06 kg, no more than that may be said.
    const said = checkClaim('at least 50 kg cocaine Vlissingen 2022', [before], new Map(), 'en', {
      finds: {
        seizures: [find, { ...find, id: 'b', source: 'other', quantity: 0.06 }],
        pairs: [pair('a', 'b', 0.99)],
      },
    }).mayBeSaid.map(({ en }) => en);
    expect(said).toEqual(['Vlissingen: "at least 0.06 kg"']);
  });

  it('a bare number that is only the rounded form of a finer one', () => {
    expect(check('7000 kg cocaine Vlissingen 2025')).toMatchObject({
      verdict: 'misworded',
      may: ['"7,000 kg" – Dutch Customs, January 2026', '"7,292 kg" – HARC team, January 2026'],
    });
    // A source that prints no word is quoted without one; how the figure is said otherwise is a sentence of its own.
    const bare = checkClaim('7000 kg cocaine Vlissingen 2025', published);
    expect(bare.advice.map(({ nl }) => nl)).toEqual([
      '"7.000 kg" is een rond getal: zeg in eigen woorden "ongeveer 7.000 kg"',
    ]);
    expect(checkClaim('9600 kg cocaine Vlissingen 2024', published).mayBeSaid[0]?.en).toBe(
      '"8,939 kg" – HARC team, January 2026; contested by Dutch Customs: "9,600 kg"',
    );
    expect(check('about 7000 kg cocaine Vlissingen 2025').verdict).toBe('worded');
    expect(check('7292 kg cocaine Vlissingen 2025').verdict).toBe('supported');
  });

  it('what is printed with decimals is no round figure, and a round one is not forbidden where it may be quoted', () => {
    const row = claimRow('d', {
      ...{ value: 9.4, printed: '9.4', wording: 'unmarked', place: 'LU', agencies: ['LU_CUST'] },
      ...{ basis: 'seized_in_post', periodStart: '2025-01-01', periodEnd: '2025-12-31' },
    });
    const said = checkClaim(
      '9,4 kg cocaïne dans le courrier Luxembourg 2025',
      [row],
      new Map(),
      'fr',
    );
    expect(said).toMatchObject({ verdict: 'worded', advice: [], doNotSay: [] });
    expect(said.mayBeSaid.map(({ fr }) => fr)[0]).toMatch(/^« 9,4.kg » – /u);
    expect(
      checkClaim('9,38 kg cocaïne courrier Luxembourg 2025', [row], new Map(), 'fr').verdict,
    ).not.toBe('worded');
    const round = { ...row, value: 7000, printed: '7000' };
    const asked = checkClaim('7000 kg cocaïne courrier Luxembourg 2025', [round]);
    expect(asked).toMatchObject({ verdict: 'misworded', doNotSay: [] });
    expect(asked.advice[0]?.en).toContain('in your own words say "about 7,000 kg"');
  });

  it('drugs of whatever kind are all drugs, of which what is published of one is a lower end', () => {
    for (const drugs of [
      'drugs',
      'drogues',
      'stupéfiants',
      'Drogen',
      'Rauschgift',
      'verdovende middelen',
    ]) {
      const { substance, mayBeSaid } = checkClaim(`4157 kg ${drugs} Vlissingen 2022`, published);
      expect(substance).toBe('ALL');
      expect(mayBeSaid.map(({ en }) => en).join()).toContain('at least 4,157 kg');
    }
  });

  it('counts of seizures', () => {
    expect(check('3 seizures cocaine Ghent 2022')).toMatchObject({
      verdict: 'supported',
      may: ['"3 seizures" – Belgian Customs and Excise, January 2023'],
    });
  });

  it('a country, and one agency of it', () => {
    expect(check('71796 kg cocaine Netherlands 2021 NL_CUST').verdict).toBe('supported');
  });

  it('offers the place that a misspelt word may mean, and none that it is far from', () => {
    const says = (text: string): string => {
      try {
        return checkClaim(text, published).says.nl;
      } catch (error) {
        return (error as UsageError).says?.nl ?? '';
      }
    };
    expect(says('2738 kg cocaïne Vlisingen 2021')).toBe(
      'Niet begrepen: "2738 kg cocaïne Vlisingen 2021": geen plaats gevonden; "Vlisingen" is geen bekende plaats. Bedoelt u NLVLI (Vlissingen)?',
    );
    expect(says('20 kg cocaïne Genk 2021')).not.toContain('Bedoelt u');
    expect(says('1380 drugsdelicten Nederlnd 2021')).toContain('Bedoelt u NL (Nederland)?');
  });

  it('does not understand what it cannot read, and says so in each language', () => {
    const told = (text: string, spoken?: 'nl' | 'fr' | 'de' | 'en') => {
      try {
        checkClaim(text, published, new Map(), spoken);
      } catch (error) {
        if (error instanceof UsageError && error.says) return error.says;
      }
      throw new Error(`${text} is understood`);
    };
    for (const text of [
      'cocaine Vlissingen 2022',
      '4100 kg cocaine 2022',
      '4100 kg cocaine Vlissingen',
      '4100 kg moonshine Vlissingen 2022',
      'niet ruim 4157 kg cocaïne Vlissingen 2022',
      'pas environ 4157 kg de cocaïne à Flessingue en 2022',
      '4157 kg cocaïne in 3 vangsten Gent 2022',
      'tussen 4200 en 4100 kg cocaïne Vlissingen 2022',
      '4.100 kg cocaine Vlissingen 2022',
      '4157 kg cocaïne Vlissingen 2022 volgens Jan en alleman',
    ]) {
      const { nl, fr, de, en } = told(text);
      expect([nl, fr, de, en].map((one) => one.slice(0, 11))).toEqual([
        'Niet begrep',
        'Pas compris',
        'Nicht verst',
        'Not underst',
      ]);
    }
    expect(told('cocaine Vlissingen 2022').en).toBe(
      'Not understood: "cocaine Vlissingen 2022": expected a quantity, a drug, a place and a year, found no quantity. Repair: write it like "4100 kg cocaine Vlissingen 2022".',
    );
    expect(told('4100 kg moonshine Vlissingen 2022').nl).toContain('"moonshine" is geen bekende');
  });

  it('reads a quantity wherever it stands, and half-years in words', () => {
    for (const [text, verdict] of [
      ['In de haven van Vlissingen werd in 2022 4157 kilo cocaïne onderschept', 'supported'],
      ['in 2022 619 kg cocaïne Gent', 'supported'],
      ['En 2022, 619 kilos de cocaïne ont été saisis à Gand.', 'supported'],
      ['2022 wurden in Vlissingen 4157 kg Kokain sichergestellt', 'supported'],
      ['In Vlissingen, 4157 kg of cocaine were seized in 2022', 'supported'],
      ['eerste halfjaar 2023 circa 3000 kg cocaïne Vlissingen', 'worded'],
      ['in de eerste helft van het jaar 2023 ongeveer 3000 kg cocaïne in Vlissingen', 'worded'],
      ['eerste half jaar 2023: ongeveer 3000 kg cocaïne, Vlissingen', 'worded'],
      ['premier semestre 2023 : environ 3000 kg de cocaïne à Flessingue', 'worded'],
      ['au 1er semestre 2023 environ 3 000 kg de cocaïne à Flessingue', 'worded'],
      ['six premiers mois de 2023, environ 3000 kg de cocaïne à Flessingue', 'worded'],
      ['im ersten Halbjahr 2023 rund 3000 kg Kokain in Vlissingen', 'worded'],
      ['1. Halbjahr 2023 rund 3000 kg Kokain Vlissingen', 'worded'],
      ['Vlissingen 2022: 4000 tot 4200 kg cocaïne', 'worded'],
      ['first half of 2023 about 3000 kg cocaine Vlissingen', 'worded'],
      ['eerste halfjaar 2023 3000 kg cocaïne Vlissingen', 'misworded'],
      ['eerste halfjaar 2025 3000 kg cocaïne Vlissingen', 'unknown'],
      ['in Gent waren er in 2022 3 vangsten van cocaïne', 'supported'],
    ] as const)
      expect([text, check(text).verdict]).toEqual([text, verdict]);
  });

  it('takes the source of a sentence for what it is', () => {
    for (const text of [
      'ongeveer 11500 kg cocaïne Vlissingen 2023 volgens HARC',
      'according to the HARC team about 11500 kg cocaine Vlissingen 2023',
      'selon l’équipe HARC environ 11500 kg de cocaïne à Flessingue en 2023',
      'laut HARC-Team rund 11500 kg Kokain Vlissingen 2023',
      'ongeveer 11500 kg cocaïne Vlissingen 2023 – HARC-team, januari 2024',
      '8939 kg cocaïne Vlissingen 2024 volgens HARC',
      '8939 kg cocaïne Vlissingen – HARC-team, 2024',
      '4157 kg cocaïne Vlissingen 2022 – HARC-team, januari 2023',
    ]) {
      const { verdict, may } = check(text);
      expect([text, verdict]).toEqual([text, 'worded']);
      expect(may[0]).toContain('HARC team');
    }
    const customs = check('4157 kg cocaïne Vlissingen 2022 volgens de douane');
    expect(customs.verdict).toBe('misworded');
    expect(customs.not[0]).toBe(
      '"4,157 kg" as the figure of Dutch Customs: that is the figure of HARC team.',
    );
    expect(check('8939 kg cocaïne Vlissingen 2024 volgens de douane').verdict).toBe('misworded');
  });

  // In all four in check-claim-properties.slow.test.ts.
  it('stands by what it offers with a source, pasted back in Dutch and another language in turn', () => {
    const others = ['fr', 'de', 'en'] as const;
    const pasted = pastedBack(published, (at) => ['nl', others[at % others.length] ?? 'en']);
    expect(pasted).toBeGreaterThan(20);
  });

  it('a number that the published figures contradict is not as it stands; it is told where it stands', () => {
    const told = (text: string) => {
      const { verdict, not } = check(text);
      return [verdict, not.join('\n')] as const;
    };
    for (const text of [
      '7292 kg cocaine North Sea Port 2023',
      '24000 kg cocaine Vlissingen 2021-2023',
      '4157.5 kg cocaine Vlissingen 2022',
      '4157 g cocaine Vlissingen 2022',
    ])
      expect([text, told(text)[0]]).toEqual([text, 'misworded']);
    expect(told('7292 kg cocaine North Sea Port 2023')[1]).toContain(
      '"7,292 kg" for North Sea Port, 2023: that is the figure of Vlissingen, 2025.',
    );
    expect(check('24000 kg cocaine Vlissingen 2021-2023').may.at(-1)).toBe(
      'Vlissingen: "at most 21,307 kg"',
    );
  });

  it('where nothing is reported, says so: unknown is not zero, and no other port answers', () => {
    const advice = (text: string) => checkClaim(text, published).advice.map(({ en }) => en);
    expect(advice('0 kg cocaïne Terneuzen 2022')).toEqual([
      'nothing is reported for Terneuzen (cocaine, 2022); unknown is not zero',
    ]);
    expect(check('0 kg cocaïne Terneuzen 2022')).toMatchObject({ may: [], not: [], matches: [] });
    expect(advice('hoogstens 1534 kg cocaïne Terneuzen 2022')).toHaveLength(1);
    expect(advice('12 kg heroïne Vlissingen 2022')).toEqual([
      'nothing is reported for Vlissingen (heroin, 2022); unknown is not zero',
    ]);
    expect(advice('4157 kg cocaïne Vlissingen 2022')).toEqual([]);
  });

  it('says nothing of a complex that lacks the figure, and names the ports of what is not added, once', () => {
    expect(check('4157 kg cocaïne Terneuzen 2022').not).toEqual([
      '"4,157 kg in Terneuzen": that is the figure of Vlissingen.',
    ]);
    const sums = check('4157 kg cocaïne Nederland 2022').not.filter((one) =>
      one.startsWith('A sum'),
    );
    expect(sums).toHaveLength(3);
    expect(sums[0]).toContain('46,789 kg (Rotterdam)');
    expect(sums.join().split('46,789')).toHaveLength(2);
  });

  it('is true as it stands only of a bare number, else in its words', () => {
    expect(check('au moins 11500 kg de cocaïne Zeeland 2022').verdict).not.toBe('supported');
    expect(check('au moins 4776 kg de cocaïne North Sea Port 2022').verdict).toBe('worded');
    const contested = check('2100 kg cocaine Vlissingen 2021', 'fr').may.join('\n');
    expect(contested).toContain(
      '; contesté (décompte propre d’un journal : « environ 250 kg »)'.replace('; ', ' ; ').trim(),
    );
  });

  it('follows a decision', () => {
    const subject = 'NLVLI COC seized_in_port quantity 2021';
    const keep = published.find((row) => row.reference === 'C086')?.id;
    const decision = {
      id: 'd1',
      kind: 'conflict',
      subject,
      verdict: `keep ${keep}`,
      role: 'analyst',
      time: '2026-01-01',
      reason: 'counting authority',
      evidence: null,
      supersedes: null,
    } as const;
    const decisions = new Map([[subject, decision]]);
    const bare = checkClaim('2100 kg cocaine Vlissingen 2021', published, decisions);
    expect([bare.verdict, bare.mayBeSaid[1]?.en]).toEqual([
      'misworded',
      '"about 2,100 kg" – Public Prosecution Service (Netherlands), January 2023',
    ]);
    expect(checkClaim('about 2100 kg cocaine Vlissingen 2021', published, decisions)).toMatchObject(
      {
        verdict: 'worded',
        asItStands: true,
      },
    );
    expect(checkClaim('250 kg cocaine Vlissingen 2021', published, decisions).verdict).toBe(
      'contradicted',
    );
    const by =
      '"about 2,100 kg" – Public Prosecution Service (Netherlands), January 2023, as decided by analyst on 1 January 2026; not followed: "about 250 kg" – a newspaper’s own count, January 2022';
    const about = checkClaim('about 2100 kg cocaine Vlissingen 2021', published, decisions);
    expect(about.standsBy.map(({ en }) => en)).toEqual([by]);
    expect(about.doNotSay.map(({ en }) => en).join()).not.toContain('One of these figures');
  });

  it('of a figure that stands, exactly or by decision, does not say that it needs another', () => {
    const subject = 'NLVLI COC seized_in_port quantity 2024';
    const decisions = decided(subject, 'keep C095');
    const kept = checkClaim('8939 kg cocaine Vlissingen 2024', published, decisions);
    expect(kept.verdict).toBe('supported');
    expect(kept.standsBy.map(({ en }) => en).join()).toContain('as decided by analyst');
    for (const { doNotSay } of [kept, checkClaim('6055 kg cocaine Vlissingen 2020', published)])
      expect(doNotSay.map(({ en }) => en).join()).not.toContain('One of these figures');
  });
});

it.each([
  ['4776 kg cocaïne Vlissingen en Gent 2022', 'NLVLI+BEGNE'],
  ['4776 kg Kokain in Gent und Vlissingen 2022', 'BEGNE+NLVLI'],
  ['4776 kg de cocaïne à Gand, Flessingue et Terneuzen en 2022', 'BEGNE+NLVLI+NLTNZ'],
  ['4776 kg cocaine Ghent + Vlissingen 2022', 'BEGNE+NLVLI'],
  ['4776 kg cocaine BEGNE+NLVLI 2022', 'BEGNE+NLVLI'],
  ['4776 kg cocaine Vlissingen, 2022', 'NLVLI'],
])('places that a sentence joins are asked together: %s', (sentence, place) => {
  const rows = [claimRow('C1', { value: 4157 }), claimRow('C2', { place: 'BEGNE', value: 619 })];
  const checked = checkClaim(sentence, rows);
  expect(checked.place).toBe(place);
  expect(checked.mayBeSaid.map(({ en }) => en).join()).toContain(
    place.includes('BEGNE') ? '4,776' : '4,157',
  );
});

it.each([
  '30.417 xtc-pillen Vlissingen 2022',
  '30417 xtc pillen in Vlissingen in 2022',
  '30417 Ecstasytabletten in Vlissingen 2022',
  '30417 ecstasy tablets Vlissingen 2022',
])('a drug before its pieces is read with them: %s', (sentence) => {
  const row = claimRow('C1', { value: 30_417, substance: 'MDMA_TAB', unit: 'tablet' });
  const { substance, unit, asItStands } = checkClaim(sentence, [row], undefined, 'nl');
  expect([substance, unit, asItStands]).toEqual(['MDMA_TAB', 'tablet', true]);
});

it('a place beside the country it lies in is no second one', () => {
  const rows = [claimRow('C1', { value: 4157 })];
  expect(() => checkClaim('4157 kg cocaine Vlissingen, Netherlands 2022', rows)).toThrow(
    /Not understood/u,
  );
});

it.each([
  'De grootste vangst in Vlissingen in 2022 was 4157 kg cocaïne',
  'La plus grande saisie à Flessingue en 2022 : 4157 kg de cocaïne',
  'La saisie la plus importante de 2022 à Flessingue : 4157 kg de cocaïne',
  'Größter Kokainfund in Vlissingen 2022: 4157 kg',
  'Recordvangst in Vlissingen in 2022: 4157 kg cocaïne',
  'The largest single seizure of cocaine in Vlissingen in 2022 was 4157 kg',
])('a sentence about the largest find is held against no total: %s', async (sentence) => {
  const asked = checkSentence(sentence, {
    check: (text, of) => checkClaim(text, [claimRow('C1', { value: 4157 })], undefined, of),
    read: async () => ({ claims: [], noClaims: [], unread: [] }),
  });
  await expect(asked).rejects.toThrow(/about one find/u);
});

describe('checkClaim of a service that a sentence names', () => {
  const row = claimRow('C1', {
    ...{ place: 'LU', basis: 'seized_in_territory', agencies: ['LU_CUST'], value: 9.4 },
  });
  it.each([
    '9,4 kg cocaïne in 2022 volgens de Luxemburgse douane',
    'In 2022 heeft de Luxemburgse douane 9,4 kg cocaïne in beslag genomen',
    'La douane luxembourgeoise a saisi 9,4 kg de cocaïne en 2022',
    '9,4 kg Kokain 2022, luxemburgischer Zoll',
    'Luxembourg customs seized 9.4 kg of cocaine in 2022',
    'De Belgische douane nam in Luxemburg 9,4 kg cocaïne in beslag in 2022',
  ])('%s', async (sentence) => {
    const { place, asItStands } = (
      await checkSentence(sentence, {
        check: (text, of) => checkClaim(text, [row], undefined, of),
        read: async () => ({ claims: [], noClaims: [], unread: [] }),
      })
    ).checked;
    expect([place, asItStands]).toEqual(['LU', !sentence.includes('Belgische')]);
  });
});

describe('checkClaim beside files of finds that cover a place in full', () => {
  const covered = ['NLVLI', 'NLTNZ'].map(
    (place): Coverage => ({
      ...{ source: 'nl-harc', agency: 'NL_HARC', place, substance: null },
      ...{ basis: 'seized_in_port', periodStart: '2022-01-01', periodEnd: '2022-12-31' },
      ...{ extent: 'full', evidence: null },
    }),
  );
  // 900 kg gross and 100 kg net: 910 to 1,000.
  const seizures = [
    seizureRow('a', { date: '2022-02-01', quantity: 900, massBasis: 'gross' }),
    seizureRow('b', { date: '2022-05-01', quantity: 100, massBasis: 'net' }),
  ];
  const refuted = claimRow('C1', { value: 3100, wording: 'rounded', wordingPrinted: 'about' });
  const ghent = claimRow('C2', { value: 65, place: 'BEGNE', agencies: ['BE_CUST'] });
  const check = (sentence: string, rows: readonly Observation[] = [refuted, ghent]) =>
    checkClaim(sentence, rows, undefined, 'en', { finds: { seizures, coverage: covered } });

  it('lets the bounds of the finds be said, and never calls a figure that does not fit the figure', () => {
    const checked = check('3100 kg cocaine Vlissingen 2022');
    expect(checked.verdict).toBe('contradicted');
    expect(checked.mayBeSaid.map(({ en }) => en)).toEqual([
      'Vlissingen: "at least 910 kg"',
      'Vlissingen: "at most 1,000 kg"',
    ]);
    expect(checked.doNotSay.map(({ en }) => en).join()).toContain(
      'does not fit the files of finds',
    );
    expect(checked.advice.map(({ en }) => en).join()).toContain('910 kg to 1,000 kg, by no model');
  });

  it.each([
    ['at least 900 kg cocaine Vlissingen 2022', 'supported'],
    ['at least 950 kg cocaine Vlissingen 2022', 'misworded'],
    ['over 1200 kg cocaine Vlissingen 2022', 'contradicted'],
    ['at most 1000 kg cocaine Vlissingen 2022', 'supported'],
    ['960 kg cocaine Vlissingen 2022', 'misworded'],
  ])('%s: %s', (sentence, verdict) => {
    expect(check(sentence).verdict).toBe(verdict);
  });

  describe('of one service', () => {
    const customs: Coverage = { ...(covered[0] as Coverage), source: 'nl-cust', agency: 'NL_CUST' };
    const found = [
      seizureRow('a', { date: '2022-02-01', quantity: 600, agencies: ['NL_CUST'] }),
      seizureRow('b', { date: '2022-03-01', quantity: 300, agencies: ['NL_CUST', 'NL_POL'] }),
      seizureRow('c', { date: '2022-05-01', quantity: 100, agencies: ['NL_POL'] }),
    ].map((find): Seizure => ({ ...find, massBasis: 'net' }));
    const of = (sentence: string, coverage: readonly Coverage[], rows = [ghent]) =>
      checkClaim(sentence, rows, undefined, 'en', { finds: { seizures: found, coverage } });
    const said = ({ verdict, mayBeSaid }: CheckedClaim) => [
      verdict,
      ...mayBeSaid.map(({ en }) => en),
    ];

    it('is held against its own finds, from those that are its alone to those of several', () => {
      const own = [
        'Vlissingen: "at least 600 kg" – Dutch Customs',
        'Vlissingen: "at most 900 kg" – Dutch Customs',
      ];
      const sentence = (kg: string) => `${kg} cocaine Vlissingen 2022 – Dutch Customs`;
      expect(said(of(sentence('1000 kg'), [customs]))).toEqual(['contradicted', ...own]);
      expect(said(of(sentence('600 kg'), [customs]))).toEqual(['misworded', ...own]);
      expect(said(of(sentence('at least 600 kg'), [customs]))).toEqual(['supported', ...own]);
      expect(of('1000 kg cocaine Vlissingen 2022', [customs]).verdict).toBe('supported');
      expect(
        of(sentence('600 kg'), [customs])
          .advice.map(({ en }) => en)
          .join(),
      ).toContain('files of finds (Dutch Customs) cover Vlissingen in full');
    });

    it('that is not declared to list its finds is told what all of them give, as nobody’s', () => {
      const police = of('1000 kg cocaine Vlissingen 2022 – Netherlands Police', [customs]);
      expect(said(police)).toEqual(['misworded', 'Vlissingen: "1,000 kg"']);
      const figure = claimRow('C4', { value: 1000, agencies: ['NL_POL'] });
      const told = of('1000 kg cocaine Vlissingen 2022 – Netherlands Police', [customs], [figure]);
      expect(told.verdict).toBe('supported');
      expect(said(told)[1]).toContain('"1,000 kg" – Netherlands Police');
    });
  });

  it('says no upper end where a find is dated by its registration', () => {
    const [first, ...others] = seizures as [Seizure, ...Seizure[]];
    const found = {
      seizures: [{ ...first, dateRole: 'registration' as const }, ...others],
      coverage: covered,
    };
    const checked = checkClaim('3100 kg cocaine Vlissingen 2022', [refuted], undefined, 'en', {
      finds: found,
    });
    expect(checked.mayBeSaid.map(({ en }) => en)).toEqual(['Vlissingen: "at least 100 kg"']);
  });

  it('of which finds were left out are a lower end, and refute no figure that may count them', () => {
    const [vlissingen] = covered as [Coverage];
    const left: Coverage = { ...vlissingen, substance: 'COC', extent: 'left_out' };
    const of = (sentence: string, rows: readonly Observation[]) =>
      checkClaim(sentence, rows, undefined, 'en', {
        finds: { seizures, coverage: [...covered, left] },
      });
    const above = of('3100 kg cocaine Vlissingen 2022', [ghent]);
    expect(above.verdict).toBe('misworded');
    expect(above.mayBeSaid.map(({ en }) => en)).toEqual(['Vlissingen: "at least 910 kg"']);
    expect(above.advice.map(({ en }) => en)).toEqual([
      'files of finds (HARC team) give 910 kg or more for Vlissingen, by no model',
      'the source description leaves out finds that may belong here (Vlissingen): a figure that counts them may be right',
    ]);
    expect(of('at least 900 kg cocaine Vlissingen 2022', [ghent]).verdict).toBe('supported');
    expect(
      of('3100 kg cocaine Vlissingen 2022', [refuted])
        .doNotSay.map(({ en }) => en)
        .join(),
    ).not.toContain('does not fit');
  });

  describe('of their number', () => {
    const double = [
      ...seizures,
      seizureRow('c', { source: 'be-cust', date: '2022-02-01', quantity: 890 }),
    ];
    const numbered = (
      sentence: string,
      pairs: readonly DoubleReport[] = [],
      rows: readonly Observation[] = [],
    ) =>
      checkClaim(sentence, rows, undefined, 'en', {
        finds: { seizures: double, pairs, coverage: covered },
      });
    const said = ({ mayBeSaid }: ReturnType<typeof numbered>) => mayBeSaid.map(({ en }) => en);

    it('says each once, between those that may be one and those that somebody joined', () => {
      const asked = '3 seizures of cocaine Vlissingen 2022';
      expect(said(numbered(asked))).toEqual(['Vlissingen: "3 seizures"']);
      const open = numbered(asked, [pair('a', 'c', 0.9)]);
      expect(said(open)).toEqual([
        'Vlissingen: "at least 2 seizures"',
        'Vlissingen: "at most 3 seizures"',
      ]);
      expect(open.advice.map(({ en }) => en).join()).toContain('may follow another counting rule');
      const joined = numbered(asked, [pair('a', 'c', 0.9, 'same')]);
      expect(joined.verdict).toBe('contradicted');
      expect(said(joined)).toEqual(['Vlissingen: "2 seizures"']);
    });

    it('leaves a number that an office publishes as it is, and what they weigh to a model', () => {
      const published = claimRow('C3', { metric: 'seizures', unit: 'seizure', value: 5 });
      expect(said(numbered('5 seizures of cocaine Vlissingen 2022', [], [published]))).toEqual([
        expect.stringContaining('"5 seizures"'),
      ]);
      expect(said(numbered('900 kg cocaine Vlissingen 2022'))).toEqual([]);
    });

    it('weighs what somebody joined once at most, with the larger of its weights', () => {
      const weighed = (pairs: readonly DoubleReport[]) =>
        said(numbered('950 kg cocaine Vlissingen 2022', pairs, [ghent])).at(-1);
      expect(weighed([pair('a', 'c', 0.9)])).toBe('Vlissingen: "at most 1,890 kg"');
      expect(weighed([pair('a', 'c', 0.9, 'different')])).toBe('Vlissingen: "at most 1,890 kg"');
      expect(weighed([pair('a', 'c', 0.9, 'same')])).toBe('Vlissingen: "at most 1,000 kg"');
    });

    it('does not call a port unreported whose files hold finds, beside a number that another publishes', () => {
      const published = claimRow('C4', {
        ...{ metric: 'seizures', unit: 'seizure', value: 5 },
        ...{ place: 'BEGNE', agencies: ['BE_CUST'] },
      });
      for (const coverage of [covered, []]) {
        const asked = checkClaim(
          '7 seizures of cocaine North Sea Port 2022',
          [published],
          undefined,
          'en',
          { finds: { seizures: double, coverage } },
        );
        const texts = [...asked.mayBeSaid, ...asked.doNotSay].map(({ en }) => en);
        expect(texts.length).toBeGreaterThan(0);
        for (const one of texts) {
          expect(one).toContain('Vlissingen is counted from files of finds and is not in it');
          expect(one).not.toContain('Vlissingen is not reported');
        }
      }
    });

    it.each([
      '3 Funde Kokain Vlissingen 2022',
      '3 Aufgriffe Kokain Vlissingen 2022',
      '3 onderscheppingen cocaïne Vlissingen 2022',
      '3 vondsten cocaïne Vlissingen 2022',
      '3 saisies de cocaïne Flessingue 2022',
    ])('is asked in the words of each language: %s', (sentence) => {
      expect(said(numbered(sentence))).toEqual(['Vlissingen: "3 seizures"']);
    });

    it('is not said where a file does not cover the place in full', () => {
      expect(said(numbered('2 seizures of cocaine Ghent 2022'))).toEqual([]);
    });
  });

  it('names whose files hold no find of a period', () => {
    const elsewhen = seizures.map((find) => ({ ...find, date: find.date.replace('2022', '2021') }));
    const none = checkClaim('40 kg cocaine Vlissingen 2022', [refuted], undefined, 'en', {
      finds: { seizures: elsewhen, coverage: covered },
    });
    expect(none.advice.map(({ en }) => en).join()).toContain('files of finds (HARC team) cover');
  });

  it('does not call a port not reported whose finds are counted', () => {
    const said = check('about 65 kg cocaine Ghent 2022')
      .doNotSay.map(({ en }) => en)
      .join();
    expect(said).toContain('Vlissingen is counted from files of finds');
    expect(said).not.toContain('Vlissingen is not reported');
  });
});

it('two publishers of one figure are both named beside what may be said, also where they print other numbers', () => {
  const of = (agency: string, value: number, wording: Observation['wording']): Observation =>
    claimRow(`${agency} ${value}`, {
      ...{ place: 'PC_NSP', value, wording, agencies: [agency] },
      ...{ periodStart: '2031-01-01', periodEnd: '2031-12-31' },
    });
  const rows = [of('BE_CUST', 4060, 'exact'), of('NL_HARC', 4000, 'rounded')];
  for (const asked of [4060, 4000]) {
    const { mayBeSaid } = checkClaim(`${asked} kg cocaine North Sea Port 2031`, rows, new Map());
    const said = mayBeSaid.map(({ en }) => en).join('\n');
    expect(said).toContain('4,060 kg" – Belgian Customs');
    expect(said).toMatch(/4,000 kg" – HARC/u);
  }
});
