import { describe, expect, it, test } from 'vitest';
import type { ClaimOptions, ProposedClaim } from '../../src/claims/claim.ts';
import { claimRow } from '../../src/claims/claim-row.ts';
import { proposeClaims } from '../../src/claims/propose-claims.ts';

/** Made-up sentences only; what each shows, a figure a line: `?` asked, `~` not sure. */
function shown(
  text: string,
  fields: readonly string[],
  options: ClaimOptions = {},
): readonly string[] {
  return proposeClaims(text, options).claims.map((claim) =>
    fields.map((name) => said(claim, name)).join(' '),
  );
}

function said(claim: ProposedClaim, name: string): string {
  const { value, sure } = claim.fields[name as keyof typeof claim.fields];
  return value === null ? '?' : `${value}${sure ? '' : '~'}`;
}

describe('numbers', () => {
  test.each([
    ['Er werd 1.642,5 kilo cocaïne in beslag genomen.', ['1642.5 kg']],
    ['On a saisi 1 642 kilos de cocaïne et 13,5 grammes d’héroïne.', ['1642 kg', '13.5 g']],
    ['Es wurden 1.125.801 Euro Bargeld und 17 Waffen beschlagnahmt.', ['1125801 EUR', '17 weapon']],
    ['Police seized €593,941 in cash and 13.5 kg of heroin.', ['593941 EUR', '13.5 kg']],
    ['Zestien verdachten zijn aangehouden.', ['16 arrest']],
    ['Près de vingt mille comprimés ont été saisis.', ['20000 tablet']],
    ['Zweihundertfünfzig Personen wurden kontrolliert.', ['250 person']],
    ['Two hundred and fifty people were checked.', ['250 person']],
    ['Une cinquantaine de policiers ont été déployés.', ['50 person']],
    ['Een twintigtal voertuigen werd gecontroleerd.', ['20 vehicle']],
    ['Plus d’une tonne de cannabis a été saisie.', ['1 t']],
    ['Er werd voor 2,3 miljoen euro contant geld in beslag genomen.', ['2300000 EUR']],
    ['Half a tonne of cannabis resin was seized.', ['0.5 t']],
    ['Es wurden anderthalb Tonnen Kokain sichergestellt.', ['1.5 t']],
    ['Niemand werd met drugs betrapt.', ['0 person']],
    ['Joints : 13 pièces', ['13 piece']],
    ['Une vingtaine de kilos d’amphétamine ont été saisis.', ['20 kg']],
    [
      'Three quarters of a tonne and a tonne and a half of cocaine were seized.',
      ['0.75 t', '1.5 t'],
    ],
    ['Twee en een halve ton en driekwart kilo hasj werden gevonden.', ['2.5 t', '0.75 kg']],
    ['Une bonne tonne et trois quarts de tonne de cocaïne ont été saisis.', ['1 t', '0.75 t']],
    // A currency that no list holds is money, and its letter no unit.
    [
      'Officers found half a tonne of cocaine worth £40m hidden in fruit.',
      ['0.5 t', '40000000 GBP'],
    ],
    ['La douane a saisi 50 000 francs suisses.', ['50000 ?']],
    // Few things that were taken, whatever they are.
    ['De FIOD legde beslag op 14 panden.', ['14 ?']],
    ['Zwei Albaner (31/44) wurden festgenommen.', ['2 ?']],
    ['La saisie de 14 yachts, de montres et de 3 villas a été ordonnée.', ['14 ?']],
    ['Medewerkers van de Belastingdienst controleerden 812 busjes.', ['812 ?']],
    ['Douane en Belastingdienst 812 busjes.', ['812 ?']],
    ['Le nombre de plis augmente, passant de 410 à 1 236.', ['410 letter~', '1236 letter~']],
    ['Neun Haftbefehle wurden vollstreckt.', ['9 ?']],
    ["Er zijn ook 7 horloges en drie auto's in beslag genomen.", ['7 ?', '3 vehicle']],
    ['Het ging om xtc-pillen (1,9 miljoen stuks).', ['1900000 tablet~']],
    [
      'In 2023, 2024 en 2025 werd respectievelijk 121, 44 en 61 ton cocaïne onderschept.',
      ['121 t~', '44 t~', '61 t'],
    ],
    ['Sichergestellt wurden 38 beziehungsweise 21 Tonnen.', ['38 t~', '21 t']],
    [
      'Er werd 402 kilo cocaïne gevonden. In dezelfde periode waren het er 151.',
      ['402 kg', '151 ?'],
    ],
    ['La préfecture appelle à composer le 17.', []],
    ['Voor een gram speed betaalt een gebruiker 8 euro.', ['8 EUR']],
    ['They paid between EUR 5,000 and EUR 15,000 per code.', []],
    ['Lachgas: 3.100 cilinders in beslag genomen.', ['3100 cylinder']],
    ['Er werd 2 kilo hasj gevonden in 42 van de 68 loodsen.', ['2 kg', '42 ?', '68 ?']],
    ['Un fusil d’assaut et deux revolvers ont été saisis.', ['2 weapon']],
    ['Ein Kilogramm wird derzeit für rund 20.000 Euro gehandelt.', ['20000 EUR']],
    ['Dit jaar werden al 7 laboratoria ontmanteld.', ['7 ?']],
    ['The number of plantations dropped from 542 to 498.', ['542 ?', '498 ?']],
    // Without small words the digits are not read as English.
    ['Cocaïne: 2031 4.157 kg, 2032 3.900 kg.', ['4157~ kg', '3900~ kg']],
    [
      'Kerncijfers: ongebruikelijke transacties: 3.481.000; verdacht: 161.000.',
      ['3481000 ?', '161000 ?'],
    ],
    ['Dan liep dat vorig jaar op tot 50 ton.', ['50 t']],
    ['Er werden 30 Albanezen aangehouden met 40 kilo hasj.', ['30 ?', '40 kg']],
    ['Les internautes ont transmis six millions de messages suspects.', ['6000000 ?']],
    ['Customs seized nearly 27,000 pieces of outgoing mail.', ['27000 consignment']],
    // What is counted is said before, and is not what the sentence before counted.
    ['They checked 71 trains. Of the people on them, 95 had drugs.', ['71 train', '95 person~']],
    ['Parmi les personnes contrôlées, 95 étaient en possession de drogue.', ['95 person~']],
  ])('%s', (text, figures) => {
    expect(shown(text, ['value', 'unit'])).toEqual(figures);
  });

  it('says where only the habit of the language tells thousands from decimals', () => {
    expect(shown('Er werd 9.580 kilo hasj gevonden.', ['value'])).toEqual(['9580~']);
    expect(shown('They found 9.580 kilos of hashish.', ['value'])).toEqual(['9.580~']);
    expect(shown('Er werden 9.580 personen gecontroleerd.', ['value'])).toEqual(['9580']);
  });
});

test.each([
  ['Illicit cigarettes rose from 34m in 2030 to almost 68m in 2031.', ['34000000~', '68000000~']],
  ['Officers seized 12k pills and 2mn cigarettes on a 34m yacht.', ['12000~', '2000000~']],
  ['De douane nam 34M sigaretten in beslag, in een tunnel van 34m.', ['34000000~']],
  ['Les douanes ont saisi 34M de cigarettes dans un tunnel de 34m.', ['34000000~']],
  ['Der Zoll stellte 34M Zigaretten sicher, im Tunnel, 34m tief.', ['34000000~']],
  ['Customs seized £2m.', ['2000000']],
])('a letter behind a number is its scale, and never certain: %s', (text, values) => {
  expect(shown(text, ['value'])).toEqual(values);
});

describe('what is no figure of a claim', () => {
  test.each([
    'Außerdem wurden mehrere tausend Euro und einige 100 Gramm Kokain beschlagnahmt.',
    'Er werden een paar honderd kilo hasj en enkele duizend euro gevonden.',
    'Plusieurs mille euros et plusieurs 100 kilos de hasch ont été saisis.',
    'Several hundred kilos of hashish and a few thousand euros were seized.',
  ])('some thousands are no number: %s', (text) => {
    const { claims, noClaims } = proposeClaims(text);
    expect([claims.length, ...noClaims.map(({ kind }) => kind)]).toEqual([0, 'several', 'several']);
  });

  test.each([
    ['De politie hield mannen van 19, 23 en 41 jaar aan op de E19.', ['age', 'age', 'duration']],
    ['Die Zahl stieg im Jahr 2031 um 63 Gramm.', ['difference']],
    ['Ils sont âgés de 18 à 25 ans, soit 35 % des cas.', ['age', 'age', 'share']],
    ['Die Kontrolle dauerte von 14.30 Uhr bis Mitternacht, 3 Stunden lang.', ['time', 'duration']],
    ['Bel 0800 12 34 56 of lees artikel 13 van de wet.', ['law']],
    ['That is 3 times more than the 2nd highest figure.', ['multiple', 'ordinal']],
    ['Er werd tussen 20 en 30 kilo heroïne gevonden.', ['range', 'range']],
    ['Jusqu’à 5 kilos de haschich ont été trouvés.', ['ceiling']],
    [
      'Dat is 400 kilo minder dan in 2030, een toename van bijna 70 gram.',
      ['difference', 'difference'],
    ],
    ['C’est 20 kg de plus qu’en 2030, ou une baisse de 12 grammes.', ['difference', 'difference']],
    [
      'Die Menge ist um 40 Kilo gestiegen, 7,6 Tonnen oder 21 Prozent mehr als 2030.',
      ['difference', 'difference', 'share'],
    ],
    [
      'Seizures rose by 40 kg; there were 20 more than in the first half of 2030.',
      ['difference', 'difference'],
    ],
    ['Es waren 7 bis 13 Kilogramm Kokain.', ['range', 'range']],
    ['Der 34-jährige Fahrer war dabei, ein 41-jähriger auch.', ['age', 'age']],
    ['C’est plus d’une personne sur 10.', ['share']],
    ['Het percentage steeg van 8 naar 15 procent.', ['share', 'share']],
    ['Het model heeft zeven stappen en 4 fasen.', ['nothing', 'nothing']],
    ['It lay 100 kilometres away, 30 Kilometern from the coast.', ['distance', 'distance']],
    ['Das waren 11,25 Tonnen Kokain mehr als im Jahr 2030.', ['difference']],
    ['Der Laster fuhr auf der Autobahn 30 nach Westen.', ['road']],
    ['We verwachten in 2031 zeker 60 ton cocaïne.', ['forecast']],
    ['Près d’un kilo sur deux saisi en 2031 venait de là.', ['share', 'share']],
    ['Ongeveer 1 op de 5 containers is gescand.', ['share', 'share']],
    ['Dat gebeurde in week 12 van 2031.', ['law']],
    ['Les douanes s’attendent à 60 tonnes en 2031.', ['forecast']],
    ['Der Zoll rechnet 2031 mit 60 Tonnen Kokain.', ['forecast']],
    ['De minister wil 750.000 containers scannen.', ['forecast']],
    ['L’objectif est de saisir 60 tonnes.', ['forecast']],
    ['The port aims to scan 80,000 containers.', ['forecast']],
    ['Das Ziel von 5.000 Kontrollen wurde verfehlt.', ['forecast']],
    ['Die Strafe: eine Geldstrafe von 90.000 Euro.', ['penalty']],
    ['Hij kreeg een boete van 90.000 euro.', ['penalty']],
    ['Il risque une amende de 90.000 euros.', ['penalty']],
    ['Nederland stond op plaats 3, zie vraag 7.', ['law', 'law']],
    ['Le réseau écoulait 20 kilos de cocaïne par semaine.', ['rate']],
    ['Bribes of €100,000 per container were paid.', ['rate']],
    ['Das waren Pakete zu je 2 Kilo.', ['rate']],
    ['Quelque 1 800 agents seront recrutés.', ['forecast']],
    ['Numéro vert : 0 800 23 13 13.', []],
    ['Hinweise unter 0211/870-0.', ['phone']],
    ['Er werd 31.000 euro aan openstaande boetes geïnd.', ['penalty']],
    ['À Zeebruges, le total n’a pas dépassé 600 kilos.', ['ceiling']],
    ['23 Verhandlungstage sind angesetzt.', ['duration']],
    ['Die Täter (31 und 44) standen daneben.', ['age', 'age']],
    ['Dat zijn 32 personen per 100.000 inwoners.', ['rate', 'rate']],
    ['Es stünden 3,1 Millionen Euro bereit.', ['forecast']],
    ['Their average age was 22.', ['age']],
    ['They were told to repay £1.3m.', ['penalty']],
    ['Per dag gaan er 35.000 containers door de haven.', ['rate']],
    ['Six of every ten kilos came in reefers.', ['nothing', 'share']],
    ['Correctie: in een eerder bericht stond dat er 120 wapens waren gevonden.', ['denied']],
  ])('%s', (text, kinds) => {
    const { claims, noClaims } = proposeClaims(text);
    expect(claims).toEqual([]);
    expect(noClaims.map(({ kind }) => kind)).toEqual(kinds);
  });

  test.each([
    ['Er werd niet 400 maar 380 kilo cocaïne gevonden.', [380]],
    ['Ce ne sont pas 400 mais 380 kilos de cocaïne qui ont été saisis.', [380]],
    ['Nicht 400, sondern 380 Kilogramm Kokain wurden sichergestellt.', [380]],
    ['Not 400 but 380 kilos of cocaine were seized.', [380]],
    ['On a saisi 380 kilos au lieu de 400 kilos.', [380]],
    ['380 kilos were seized, not 400.', [380]],
    // Less than so many is no denial.
    ['On n’a pas saisi moins de 400 kilos.', []],
    ['Pas moins de 400 kilos ont été saisis.', [400]],
    // What is to be done is not done, and what was done stays so beside a wish.
    ['Customs wants to go on after 300 kilos of cocaine were seized.', [300]],
    ['De douane wil meer personeel omdat 300 kilo cocaïne werd onderschept.', [300]],
  ])('what the text takes back is none: %s', (text, values) => {
    expect(proposeClaims(text).claims.map(({ value }) => value)).toEqual(values);
  });

  test.each([
    [
      'Zonder de scanners zou de douane in 2031 maar 20 ton cocaïne hebben onderschept.',
      'supposed',
    ],
    ['Als de douane alles had gescand, had ze 200 ton cocaïne onderschept.', 'supposed'],
    ['Sans les scanners, la douane belge aurait saisi 20 tonnes de cocaïne.', 'supposed'],
    ['Si la douane avait tout scanné, elle aurait saisi 200 tonnes de cocaïne.', 'supposed'],
    ['Ohne Scanner hätte der Zoll nur 20 Tonnen Kokain beschlagnahmt.', 'supposed'],
    ['Hätte der Zoll alles gescannt, wären 200 Tonnen Kokain gefunden worden.', 'supposed'],
    ['If customs had scanned it all, they would have seized 200 tonnes of cocaine.', 'supposed'],
    ['De douane heeft in 2031 nooit 40 ton cocaïne onderschept.', 'denied'],
    ['Er is nooit meer dan 40 ton cocaïne onderschept.', 'denied'],
    ['Het klopt niet dat de douane in 2031 40 ton cocaïne onderschepte.', 'denied'],
    ['De 40 ton cocaïne werd niet onderschept.', 'denied'],
    ['La drogue, soit 1,1 tonne, n’a jamais été retrouvée.', 'denied'],
    ['De douane ontkent dat ze 40 ton cocaïne onderschepte.', 'denied'],
    ['La douane dément avoir saisi 40 tonnes de cocaïne.', 'denied'],
    ['De douane weerspreekt dat er 40 ton cocaïne is onderschept.', 'denied'],
    ['De douane zou 40 ton hebben onderschept; dat klopt niet.', 'denied'],
    ['Il n’est pas vrai que la douane a saisi 40 tonnes de cocaïne.', 'denied'],
    ['La douane n’a jamais saisi 40 tonnes de cocaïne.', 'denied'],
    ['Der Zoll hat nie 40 Tonnen Kokain sichergestellt.', 'denied'],
    ['Dass der Zoll 40 Tonnen Kokain sicherstellte, stimmt nicht.', 'denied'],
    ['Customs never seized 40 tonnes of cocaine.', 'denied'],
    ['Customs did not seize 40 tonnes of cocaine.', 'denied'],
    ['According to a false report, customs seized 40 tonnes of cocaine.', 'denied'],
    ['Heeft de douane 40 ton cocaïne onderschept?', 'question'],
    ['La douane a-t-elle saisi 40 tonnes de cocaïne ?', 'question'],
    ['Hat der Zoll 40 Tonnen Kokain sichergestellt?', 'question'],
    ['Did customs seize 40 tonnes of cocaine?', 'question'],
  ])('what would have been, is denied or only asked is none: %s', (text, kind) => {
    const { claims, noClaims } = proposeClaims(text);
    expect([claims.length, noClaims.map((one) => one.kind)]).toEqual([0, [kind]]);
  });

  test.each([
    'De Belgische douane zou in 2031 40 ton cocaïne hebben onderschept.',
    'Naar verluidt onderschepte de douane in 2031 40 ton cocaïne.',
    'En 2031, la douane belge n’aurait saisi que 40 tonnes de cocaïne.',
    'Der belgische Zoll soll 2031 40 Tonnen Kokain sichergestellt haben.',
    'Le suspect aurait été trouvé sans papiers en 2031 avec 40 kilos de cocaïne.',
    'Angeblich hat der Zoll 2031 40 Tonnen Kokain sichergestellt.',
    'Belgian customs allegedly seized 40 tonnes of cocaine in 2031.',
    'It is not clear if customs seized 40 tonnes of cocaine in 2031.',
  ])('what is passed on as hearsay is asked: %s', (text) => {
    const [claim] = proposeClaims(text).claims;
    expect(claim?.fields.metric).toMatchObject({ value: null, among: ['quantity'] });
  });

  test.each([
    'De douane wil in 2031 40 ton cocaïne in beslag nemen.',
    'Bijna had de douane in 2031 40 ton cocaïne in beslag genomen.',
    'De douane slaagde er niet in 40 ton cocaïne te onderscheppen.',
    'La douane espère saisir 40 tonnes de cocaïne en 2031.',
    'La douane a failli saisir 40 tonnes de cocaïne.',
    'Der Zoll will 2031 40 Tonnen Kokain sicherstellen.',
    'Der Zoll versuchte 2031, 40 Tonnen Kokain sicherzustellen.',
    'Customs wants to seize 40 tonnes of cocaine in 2031.',
    'Customs failed to seize 40 tonnes of cocaine in 2031.',
    'Customs nearly seized 40 tonnes of cocaine in 2031.',
  ])('what is wanted or tried, or failed, is asked: %s', (text) => {
    const [claim] = proposeClaims(text).claims;
    expect(claim?.fields.metric.value ?? null).toBeNull();
  });

  test.each([
    'De douane wilde meer controleren en nam in 2031 40 ton cocaïne in beslag.',
    'In 2031 werd bijna 40 ton cocaïne in beslag genomen.',
    'La douane a tenté d’intercepter un camion et a saisi 40 tonnes de cocaïne.',
    'Als der Zoll den Laster kontrollieren wollte, wurden 40 Tonnen Kokain gefunden.',
    'Customs, trying to find the owner, seized 40 tonnes of cocaine in 2031.',
    'Nearly 40 tonnes of cocaine were seized in 2031.',
    'De douane onderschepte 40 ton cocaïne, wat zonder scanners niet mogelijk zou zijn geweest.',
    'La douane a saisi 40 tonnes de cocaïne, sans compter ce que la police aurait trouvé.',
    'Customs seized 40 tonnes of cocaine, though it is not true that arrests were made.',
    'The suspect denied smuggling after 40 tonnes of cocaine were seized.',
    'Als gevolg van controles onderschepte de douane 40 ton cocaïne.',
    'Der Zoll teilte mit, die Beamten hätten 40 Tonnen Kokain sichergestellt.',
    'Ohne die Funde der Polizei stellte der Zoll 40 Tonnen Kokain sicher.',
    'Never before had customs found so much: 40 tonnes of cocaine were seized.',
    'Did you know that customs seized 40 tonnes of cocaine?',
    'En 2031, 40 tonnes de cocaïne ont été saisies : un record ?',
  ])('what is told as a fact stays one: %s', (text) => {
    expect(shown(text, ['value', 'metric'])).toEqual(['40 quantity']);
  });

  it('a table that was pasted without marks is read piece by piece', () => {
    const { claims } = proposeClaims('12 kilo cocaïne en '.repeat(120));
    expect(claims).toHaveLength(120);
    expect(new Set(claims.map(({ sentenceStart }) => sentenceStart)).size).toBeGreaterThan(2);
  });

  test.each([
    // More than so many of another thing is no difference of this one.
    ['12 pakketten met meer dan 5 kilo cocaïne werden onderschept.', ['consignment', 'kg']],
    ['In 2031 controleerden 300 agenten meer dan 1.000 voertuigen.', ['person', 'vehicle']],
    ['Im Jahr 2031 kontrollierten 300 Beamte mehr als 1.000 Fahrzeuge.', ['person', 'vehicle']],
    ['There was a drop in the number of parcels seized by 300 customs officers.', ['person']],
    ['Een man (34) en een vrouw (29) hadden samen 5 kg cocaïne.', ['kg']],
    // From which size on finds were counted, the same sum once more, and a unit that goes on with nothing.
    ['17 batches were over 1,000 kilograms (22 in 2030).', ['batch', 'batch~']],
    ['Vingt saisies supérieures à cent kilos ont été faites.', ['seizure']],
    ['Er waren 12 partijen van meer dan 500 kilo.', ['batch']],
    ['It was worth €3.5 million ($3.8 million).', ['EUR']],
    ['Er waren 3 ton. Fast 800.000 gefälschte Waren wurden sichergestellt.', ['t', '?']],
    ['De waarde was 15 miljard euro. In 2031 waren dit er nog 312.160.', ['EUR', '?']],
    // What was found is no forecast, whatever somebody expects beside it, and a road ends before the suspects on it.
    [
      'De burgemeester vreest meer geweld nadat in 2031 300 kilo cocaïne in beslag werd genomen.',
      ['kg'],
    ],
    ['Die Polizei hofft auf Hinweise, nachdem 2031 300 Kilo Kokain sichergestellt wurden.', ['kg']],
    ['Anders dan verwacht vond de douane in 2031 300 kilo cocaïne.', ['kg']],
    ['Customs fears more violence after 300 kilos of cocaine were seized in 2031.', ['kg']],
    ['De politie verwachtte 100 kilo maar vond 300 kilo cocaïne in 2031.', ['kg']],
    ['Op de rijksweg 12 verdachten aangehouden.', ['arrest']],
    ['Sur l’autoroute 300 kilos de cocaïne ont été saisis.', ['kg']],
    ['12 seizures of over 5,000 kilograms of cocaine in total were made.', ['seizure', 'kg']],
    ['Ils avaient 500 euros (et 200 dollars) sur eux.', ['EUR', 'USD']],
    ['Il y a eu 50 prises de sang.', ['?']],
    // What is wrapped is no parcel, and a value is no share.
    ['The officers found 1,700 packages of cocaine.', ['?']],
    // What each weighs is no amount, and the whole is not what befell the part.
    ['Er werden 300 pakketten van 2 kilo cocaïne gevonden.', ['consignment']],
    ['300 blocks of cocaine weighing 2 kg each were seized.', ['?']],
    ['Er werd 300 en 40 kilo hasj gevonden.', ['kg~', 'kg']],
    ['12 out of 120 drivers tested positive.', ['person~', 'person']],
    ['Die Drogen haben einen Wert von 1,8 Millionen Euro.', ['EUR']],
    ['Un téléphone et 300 euros ont été saisis.', ['EUR']],
    ['Last year, 450 collectors were arrested, and 89 busts were made.', ['arrest', 'seizure']],
  ])('%s', (text, units) => {
    expect(shown(text, ['unit'])).toEqual(units);
  });

  it('leaves years and dates to the period', () => {
    for (const text of [
      'Op 3 juni 2031 en in 2030 gebeurde dat ook.',
      'Le 07/02/2031 et du 4 au 7 février 2031.',
      'Vom 3. bis 6. Februar 2031, danach nicht.',
      'In March 2031, and on May 12, 2031.',
    ])
      expect(proposeClaims(text)).toMatchObject({ claims: [], noClaims: [] });
  });

  it('proposes nothing of a language that it does not read, and says so', () => {
    const { claims, unread } = proposeClaims(
      'Se decomisaron más de 48 toneladas de droga en los puertos del país.',
    );
    expect([claims.length, unread.length]).toEqual([0, 1]);
  });
});

describe('wording', () => {
  test.each([
    ['Ruim 300 kilo en bijna 40 gram cocaïne werden onderschept.', ['floor', 'just_under']],
    [
      'Quelque 300 kilos et près de 40 grammes de cocaïne ont été saisis.',
      ['rounded', 'just_under'],
    ],
    ['Rund 300 Kilo und mehr als 40 Gramm Kokain wurden sichergestellt.', ['rounded', 'floor']],
    ['Some 300 kilos and over 40 grams of cocaine were seized.', ['rounded', 'floor']],
    ['No fewer than 300 kilos and not below 40 grams of cocaine were seized.', ['floor~', 'floor']],
    ['In totaal werden 555 voertuigen gecontroleerd.', ['unmarked']],
    ['De schade liep op tot 39 miljoen euro.', ['unmarked']],
    ['Zeker 300 kilo en +/- 40 gram cocaïne werden onderschept.', ['floor', 'rounded']],
    ['Plus ou moins 300 kilos et au bas mot 40 grammes saisis.', ['rounded', 'floor']],
    ['Gute 300 Kilo und etwas unter 40 Gramm Kokain.', ['floor', 'just_under']],
    // Jailed about them, and not for more than so many.
    ['He was jailed for 15 years over 300 kilos of cocaine.', ['unmarked']],
    ['Police said over 300 kilos of cocaine were seized.', ['floor']],
    ['It has an estimated street value of €96 million.', ['rounded']],
    ['La valeur est estimée à 96 millions d’euros.', ['rounded']],
    ['De waarde wordt op 96 miljoen euro geschat.', ['rounded']],
  ])('%s', (text, wordings) => {
    expect(shown(text, ['wording'])).toEqual(wordings);
  });

  test.each([
    'Er werd bijna niet 3.900 kilo cocaïne onderschept.',
    'Er werd geen 40 kilo cocaïne onderschept.',
    'La douane a saisi pas 40 kilos de cocaïne.',
    'Der Zoll hat fast keine 2 Kilo Kokain sichergestellt.',
    'Customs seized no 40 kilos of cocaine.',
  ])('a bare negation is asked: %s', (text) => {
    const [claim] = proposeClaims(text).claims;
    expect([claim?.fields.wording.value, claim?.interval]).toEqual([null, null]);
  });

  it('gives what the words allow', () => {
    const [claim] = proposeClaims('Ruim 3.900 kilo cocaïne werd onderschept.').claims;
    expect(claim?.interval).toEqual({ low: 3900, high: null, closed: false });
  });
});

describe('several facts in a sentence', () => {
  test.each([
    [
      'Parmi les 1 230 personnes contrôlées, 98 étaient en possession de drogues, 21 étaient sous influence, 12 ont été arrêtées et 9 véhicules ont été saisis.',
      ['persons_checked', 'persons_with_drugs~', 'under_influence~', 'arrests~', 'vehicles_seized'],
    ],
    [
      'Er werden 1.450 personen gecontroleerd, van wie 130 in het bezit waren van drugs en 14 onder invloed reden.',
      ['persons_checked', 'persons_with_drugs~', 'under_influence~'],
    ],
    [
      'Vom 3. bis 6. Februar 2031 kontrollierten 250 Beamte 1.800 Fahrzeuge und 2.400 Personen, 95 standen unter Drogeneinfluss.',
      ['staff~', 'vehicles_checked~', 'persons_checked~', 'under_influence~'],
    ],
    [
      'Sixteen people aged 20 to 45 were arrested and 24 cars were seized.',
      ['arrests', 'vehicles_seized'],
    ],
  ])('%s', (text, metrics) => {
    expect(shown(text, ['metric'])).toEqual(metrics);
  });

  it('says which substance is whose, and that drugs are all of them', () => {
    expect(
      shown('37,4 gram marihuana en 17 gram hasj werden gevonden, met 4 kilo drugs.', [
        'substance',
      ]),
    ).toEqual(['CAN_HERB', 'CAN_RESIN', 'ALL']);
    expect(shown('Ruim 90 kilo harddrugs is in beslag genomen.', ['substance'])).toEqual(['?']);
    expect(shown('In 241 pakketten zat cocaïne.', ['metric', 'count_unit'])).toEqual(['? ?']);
    expect(
      shown('Er werden 2.913 cocaïnezendingen onderschept.', ['substance', 'count_unit']),
    ).toEqual(['COC consignment']);
    expect(shown('In 241 pakketten zat cocaïne.', ['metric', 'count_unit'])).toEqual(['? ?']);
    expect(
      shown('In een hennepkwekerij met 1.260 planten lagen 210 ecstasypillen.', ['substance']),
    ).toEqual(['?', 'MDMA_TAB']);
    expect(shown('On a saisi 6,2 kg d’herbe de cannabis.', ['substance'])).toEqual(['CAN_HERB']);
    expect(
      shown(
        '214 personen zijn gecontroleerd en 19 aangehouden verdachten, onder wie 4 minderjarigen.',
        ['value', 'metric'],
      ).at(-1),
    ).toEqual('4 arrests~');
    expect(
      shown(
        'Ze smokkelden tussen maart 2022 en januari 2024 in totaal 2 ton. De politie nam 12 kilo hasj in beslag.',
        ['period'],
      ).at(-1),
    ).toEqual('?');
  });

  test.each([
    ['Héroïne : 5,3 kg\nCocaïne : 371,5 g\nEcstasy : 5.009 pilules', ['HER', 'COC', 'MDMA_TAB']],
    ['- Cocaïne : 9,09 kilos\n- Haschich : 214,2 grammes', ['COC', 'CAN_RESIN']],
    ['Heroin 5.3 kg\nCocaine 3.7 kg', ['HER~', 'COC~']],
    [
      'La première est la marijuana avec 26 kg, suivie par le haschisch avec 1,3 kg.',
      ['CAN_HERB', 'CAN_RESIN'],
    ],
    ['Le haschisch (266 kg) et la marijuana (91 kg) dominent.', ['CAN_RESIN', 'CAN_HERB']],
    ['Customs seized 44 tons of the drug.', ['?']],
    ['Er werd 51 kilo van de drugs onderschept.', ['?']],
    ['Les douanes ont saisi 57 kilos de drogue.', ['ALL']],
    ['Er werden 450 cannabisstekjes gevonden.', ['?']],
    ['Die Menge des Kokains lag bei 9 Kilo.', ['COC~']],
    ['Er zaten 12 pakketten met verdovende middelen tussen.', ['ALL']],
    ['Er lag 250 kg grondstoffen verstopt, naast 12 liter ghb.', ['?', 'GHB']],
    ['Die Teams fanden 16 kg Cannabiskraut.', ['CAN_HERB']],
    ['Es waren 152 Gramm Kokain und 3,38 Kilogramm THC.', ['COC', '?']],
    [
      'Im Jahre 2031 lag die Zahl der Funde bei 14. Alleine der Zoll fand 150 Kilogramm Heroin.',
      ['?', 'HER'],
    ],
    ['Es waren 10,7 Tonnen Stoffe, aus denen synthetische Drogen hergestellt werden.', ['?']],
    ['On a saisi 2 kg de cocaïne et 6 kg d’autres produits.', ['COC', '?']],
    // Places and things are counted, and no drug.
    ['Labs voor synthetische drugs: er werden 13 drugslabs opgerold.', ['?']],
    ['Es wurden 12 Drogenlabore ausgehoben.', ['?']],
    ['La police a démantelé 12 laboratoires de drogue.', ['?']],
    ['Police dismantled 12 drug labs.', ['?']],
    ['Er lagen cannabisplanten, 310 vuurwapens en 170 000 sigaretten.', ['?', '?']],
    ['195 kilos of cocaine and heroin were seized, compared to 27 kilos.', ['?', '?']],
    ['195 Kilo Kokain und Heroin wurden gefunden, gegenüber 27 Kilo.', ['?', '?']],
  ])('%s', (text, substances) => {
    expect(shown(text, ['substance'])).toEqual(substances);
  });

  test.each([
    [
      'La saisie de neuf véhicules et l’arrestation de sept personnes ont suivi les contrôles.',
      ['vehicles_seized', 'arrests'],
    ],
    ['Der Straßenverkaufswert der beschlagnahmten Drogen liegt bei 620.000 Euro.', ['?']],
    ['La police a saisi la drogue pour une valeur de 25 millions d’euros.', ['?']],
    ['Argent : 16 406 euros', ['cash~']],
    ['12 van de 120 bestuurders reden onder invloed.', ['under_influence~', '?']],
    ['Der Zoll fand 40 Kilo Kokain neben 20 Tonnen Bananen.', ['quantity', '?']],
    ['In a shipment of 22 tonnes of bananas customs found 40 kilos of cocaine.', ['?', 'quantity']],
    // What was found of it is told of the part.
    [
      'Der Gruppe werden 11 Tonnen Kokain zugerechnet, von denen 2 Tonnen sichergestellt wurden.',
      ['?', 'quantity'],
    ],
    ['De politie pakt op Schiphol vijf drugskoeriers.', ['arrests']],
    ['De FIOD legde beslag op 2 miljoen euro op bankrekeningen.', ['assets_seized~']],
    // What drugs are worth is no asset.
    ['As a result, EUR 7 billion of drugs were seized.', ['?']],
    ['Er werd voor 7 miljoen euro aan drugs in beslag genomen.', ['?']],
    ['7 millions d’euros de drogue ont été saisis.', ['?']],
    ['Es wurden 7 Millionen Euro an Drogen beschlagnahmt.', ['?']],
    ['De politie arresteerde vrijdag vijf mannen.', ['arrests']],
    ['De politie hield vrijdag vijf mannen aan.', ['arrests']],
    [
      'De politie hield een controle aan de grens en controleerde 300 personen.',
      ['persons_checked'],
    ],
    ['De douane hield toezicht aan de kade: 5.000 personen gecontroleerd.', ['persons_checked']],
    ['Bei Maßnahmen am Fest 300 Personen kontrolliert.', ['persons_checked']],
  ])('%s', (text, metrics) => {
    expect(shown(text, ['metric'])).toEqual(metrics);
  });

  it('asks for what is in none of the lists', () => {
    const [claim] = proposeClaims('The market had more than 250,000 listings in 2031.').claims;
    expect(claim?.asks).toEqual(expect.arrayContaining(['metric', 'unit', 'basis', 'place']));
  });
});

const year = (of: number): string => `${of}-01-01/${of}-12-31`;

describe('period', () => {
  test.each([
    ['967 pakketten in 2031, tegen 1.692 in 2030.', [year(2031), year(2030)]],
    ['On est passé de 967 colis en 2030 à 282 en 2031.', [year(2030), year(2031)]],
    [
      'Im Hafen wurden 2031 9,5 Tonnen sichergestellt; 2030 waren es 34 Tonnen.',
      [year(2031), year(2030)],
    ],
    [
      'Van 30.000 kilo in de eerste helft van 2030, naar 47.000 kilo een jaar later.',
      ['2030-01-01/2030-06-30', '2031-01-01/2031-06-30~'],
    ],
    [
      '1,300 kilos were seized in the first quarter of 2031, against 900 in the same period of 2030.',
      ['2031-01-01/2031-03-31', '2030-01-01/2030-03-31~'],
    ],
    ['Du 4 au 7 février 2031, 1 230 personnes ont été contrôlées.', ['2031-02-04/2031-02-07']],
    [
      'From December 20 to January 5, 2031, officers made 1,776 arrests.',
      ['2030-12-20/2031-01-05'],
    ],
    ['Van 6 tot en met 10 november 2031 werd 40 kilo cocaïne gevonden.', ['2031-11-06/2031-11-10']],
    [
      'Zwischen dem 16. Oktober und dem 16. November 2031 wurden 40 Kilo Kokain gefunden.',
      ['2031-10-16/2031-11-16'],
    ],
    [
      'Tussen de 16de oktober en de 16de november 2031 werd 40 kilo cocaïne gevonden.',
      ['2031-10-16/2031-11-16'],
    ],
    [
      'Du 20 décembre au 5 janvier 2031 inclus, 40 kilos de cocaïne ont été saisis.',
      ['2030-12-20/2031-01-05~'],
    ],
    ['Van november tot januari 2031 werd 40 kilo gevonden.', ['2030-11-01/2031-01-31']],
    // Two days, and not those between them.
    ['On May 3 and June 4, 2031, customs seized 40 kilos of cocaine.', ['?']],
    ['Am 3. und 14. Mai 2031 wurden 40 Kilo Kokain sichergestellt.', ['?']],
    ['In de periode 2029 – 2030 werd 40 kilo gevonden.', ['2029-01-01/2030-12-31']],
    // What began then goes on.
    ['Sinds de start van het meldpunt in april 2029 kwamen 517 meldingen binnen.', ['?']],
    ['Depuis le lancement du site en avril 2029, 517 signalements sont arrivés.', ['?']],
    ['Seit dem Start der Hotline im April 2029 gingen 517 Meldungen ein.', ['?']],
    ['Since the launch of the hotline in April 2029, 517 reports came in.', ['?']],
    ['In het team, opgericht in 2029, werken 40 agenten.', ['?']],
    ['Sinds 2029 zijn 450 personen aangehouden.', ['?']],
    [
      'In 2032 vond men 38 ton, in 2031 59 ton en in 2030 47 ton.',
      [year(2032), year(2031), year(2030)],
    ],
    ['Le total est passé de 59 à 38 tonnes entre 2030 et 2031.', ['?', '?']],
    ['Op 12 en 13 mei 2031 werd respectievelijk 300 en 40 kilo gevonden.', ['?', '?']],
    ['En 2030 et 2031, respectivement 812 et 944 dossiers ont été transmis.', ['?', '?']],
    ['Bis Ende November 2031 wurden 967 Sendungen gezählt.', ['?']],
    ['The total increased from 45 tonnes in 2031 to 81 tonnes in 2032.', [year(2031), year(2032)]],
    ['Trois actions pendant l’été 2031 ont livré 12 kilos.', ['?', '?']],
    ['Eind 2031 waren er 1.653 dossiers.', ['?']],
    // What a figure is held against is not its period, unless something is told of it.
    ['Ruim 40 ton werd onderschept, een toename van 7 ton ten opzichte van 2031.', ['?']],
    ['Customs made 82 seizures, 20 more than in the first half of 2031.', ['?']],
    ['This is less than in 2031, when 43.4 tonnes were seized.', [`${year(2031)}~`]],
    ['Le ministre a déclaré qu’en 2031, les services ont saisi 54 tonnes.', [year(2031)]],
    ['Als 2031 der Hafen kontrolliert wurde, stellte der Zoll 12 Kilo sicher.', [`${year(2031)}~`]],
    ['Een jaar eerder, in 2031, werd 51 kilo onderschept.', [`${year(2031)}~`]],
    ['In het eerste half jaar van 2031 werd 28 kilo gevonden.', ['2031-01-01/2031-06-30']],
    ['Im Jahr 2031 haben Fahnder, so der Zoll, 6,2 Tonnen gefunden.', [`${year(2031)}~`]],
    ['Fahnder haben im Jahr 2031 im Gebiet 6,2 Tonnen gefunden.', [year(2031)]],
    [
      'Du lundi 2 au dimanche 8 juin 2031, 1 436 personnes ont été contrôlées.',
      ['2031-06-02/2031-06-08'],
    ],
    [
      'Von Donnerstag, den 2. bis Sonntag, den 5. Juni 2031 wurden 96 Personen kontrolliert.',
      ['2031-06-02/2031-06-05'],
    ],
    [
      'Zum Vergleich: 2031 waren es rund 20 Tonnen, 2032 rund 23 Tonnen.',
      [`${year(2031)}~`, year(2032)],
    ],
    ['Die Zahl der Labore stieg auf 14 (2031: 9).', ['?', `${year(2031)}~`]],
    ['In Q3 2031 werd 40 kilo gevonden.', ['2031-07-01/2031-09-30']],
    ['Au T3 2031, 40 kilos ont été saisis.', ['2031-07-01/2031-09-30']],
    ['In H1 2031 40 kilos were found.', ['2031-01-01/2031-06-30']],
    ['In de eerste jaarhelft van 2031 werd 40 kilo gevonden.', ['2031-01-01/2031-06-30']],
    ['In the year ending March 2031 40 kilos were found.', ['2030-04-01/2031-03-31']],
    // A year that ends on another day, a part of a year, a week of it.
    ['Im Geschäftsjahr 2030/31 wurden 40 Kilo gefunden.', ['?']],
    ['In het boekjaar 2031 werd 40 kilo gevonden.', ['?']],
    ['In the financial year 2030-31, 40 kilos were found.', ['?']],
    ['In 2031, tot en met september, werd 40 kilo gevonden.', ['?']],
    ['In week 12 van 2031 werd 40 kilo gevonden.', ['?']],
    ['From January 2031, 40 kilos were found.', ['?']],
    ['In de nacht van 3 op 4 maart 2031 werd 40 kilo gevonden.', ['2031-03-03/2031-03-04']],
    [
      'In der Nacht vom 3. auf den 4. März 2031 wurden 40 Kilo gefunden.',
      ['2031-03-03/2031-03-04'],
    ],
    // A bracket closes over its year; an indictment tells of a while.
    [
      'In 2031: 59 kilo hasj gevonden (2030: 46 kilo), 22 kilo heroïne gevonden.',
      [`${year(2031)}~`, `${year(2030)}~`, `${year(2031)}~`],
    ],
    [
      'Die Angeklagten haben zwischen April und September 2031 40 Kilo verkauft.',
      ['2031-04-01/2031-09-30'],
    ],
    // When it was told, tried, begun or brought in is not when it was found.
    ['Police said on 4 February 2031 that 40 kilos had been found.', ['?']],
    ['Op 4 februari 2031 maakte de douane bekend dat 40 kilo was onderschept.', ['?']],
    ['La douane a annoncé le 4 février 2031 la saisie de 40 kilos.', ['?']],
    ['Wie der Zoll am 4. Februar 2031 mitteilte, wurden 40 Kilo sichergestellt.', ['?']],
    ['Gent, 4 februari 2031 – De douane onderschepte 40 kilo.', ['?']],
    ['They found 40 kilos on 3 May 2031, police said.', ['2031-05-03/2031-05-03']],
    ['Het onderzoek dat in 2031 van start ging, leverde 40 kilo op.', ['?']],
    ['In 2031 verklaarde de FIU 300 transacties verdacht.', [year(2031)]],
    ['De rechtbank veroordeelde hem in 2031 voor de invoer van 40 kilo hasj.', ['?']],
    ['L’enquête ouverte en 2031 a permis de saisir 40 kilos.', ['?']],
    ['Die 2031 begonnenen Ermittlungen führten zu 40 Kilo Kokain.', ['?']],
    ['Laut dem European Drug Report 2031 wurden 40 Kilo sichergestellt.', ['?']],
    ['Volgens het jaarverslag 2031 werd 40 kilo onderschept.', [`${year(2031)}~`]],
    ['De container kwam in 2031 aan; er werd 40 kilo gevonden.', [`${year(2031)}~`]],
    ['Dreimal so viel wie 2031: 40 Kilo wurden gefunden.', ['?']],
    [
      'On a saisi 12 kilos de cocaïne, 4 kilos de haschich et 812 comprimés en 2031.',
      [`${year(2031)}~`, `${year(2031)}~`, year(2031)],
    ],
  ])('%s', (text, periods) => {
    expect(shown(text, ['period'])).toEqual(periods);
  });

  test.each([
    'In 2031 werd 40 kilo gevonden. Vrijdag of zaterdag kwam daar 12 kilo bij.',
    'En 2031, seuls 40 kilos ont été saisis. Les douaniers ont trouvé 12 kilos.',
    '2031 wurden 40 Kilo gefunden. Am Montag kamen am Hafen 12 Kilo hinzu.',
    'In 2031, 40 kg were found. In last January another 12 kg were seized.',
  ])('what a sentence says of time itself is not overruled by the one before: %s', (text) => {
    expect(shown(text, ['period'])).toEqual([year(2031), '?']);
  });

  test.each([['Bis Ende Mai 2031 wurden 967 Sendungen gezählt.', ['?']]])('%s', (text, periods) => {
    expect(shown(text, ['period'])).toEqual(periods);
  });

  test.each([
    'Vorig jaar werd 44 ton cocaïne onderschept.',
    'L’an dernier, 44 tonnes de cocaïne ont été saisies.',
    'Letztes Jahr wurden 44 Tonnen Kokain sichergestellt.',
    'Im vergangenen Jahr wurden 44 Tonnen Kokain sichergestellt.',
    'Voriges Jahr wurden 44 Tonnen Kokain sichergestellt.',
    'Verleden jaar werd 44 ton cocaïne onderschept.',
    'Last year 44 tonnes of cocaine were seized.',
  ])('asks for a relative year, and with the day of publication is not sure of it: %s', (text) => {
    expect(shown(text, ['period'])).toEqual(['?']);
    expect(shown(text, ['period'], { publishedOn: '2032-03' })).toEqual([`${year(2031)}~`]);
  });

  it('does not guess a past year, nor the year of a day, nor the year before a named year', () => {
    const options = { publishedOn: '2032-03-15' };
    expect(shown('Het afgelopen jaar zijn 450 personen aangehouden.', ['period'], options)).toEqual(
      ['?'],
    );
    const [past] = proposeClaims('Het afgelopen jaar zijn 450 personen aangehouden.', {
      language: 'nl',
      ...options,
    }).claims;
    expect(past?.fields.period).toMatchObject({
      among: [year(2031)],
      why: { nl: expect.not.stringContaining('gepubliceerd') },
    });
    expect(shown('Op 3 juni werden 450 personen gecontroleerd.', ['period'])).toEqual(['?']);
    // Of a year each, or of all the years.
    expect(
      shown('Von 2029 bis 2031 stellte der Zoll 12, 14 und 19 Tonnen Kokain sicher.', ['period']),
    ).toEqual(Array.from({ length: 3 }, () => '2029-01-01/2031-12-31~'));
    expect(
      shown('En 2031, 44 tonnes ont été saisies, contre 81 l’an dernier.', ['period'], options),
    ).toEqual([year(2031), '?']);
  });

  test.each([
    'Der Zoll hat 2034 im Hamburger Hafen 16,4 Tonnen Kokain sichergestellt, knapp halb so viel wie im Jahr 2033 mit 33,5 Tonnen.',
  ])('the year that another is held against is of the figure it is told with: %s', (text) => {
    expect(shown(text, ['period'])[1]).toBe(`${year(2033)}~`);
  });

  test.each([
    ['Das Bundeskriminalamt registrierte 2031 insgesamt 340 Kilo Kokain.', 'DE_BKA~'],
    ['Belgian customs seized 3 kg. The prosecution service said 150 kg of heroin was seized.', '?'],
    ['Belgian customs seized 3 kg. Border Force officers seized 150 kg of heroin.', '?'],
  ])(
    'who counted is nobody of the sentence before where this one names somebody: %s',
    (text, code) => {
      expect(shown(text, ['agency']).at(-1)).toBe(code);
    },
  );

  test.each([
    'Beamte der Polizei Nordrhein-Westfalen stellten 2031 im Hafen 12 Kilo Kokain sicher.',
    'Between January and June 2031 Belgian customs seized 16 tonnes of cocaine.',
  ])('no body and no month is taken for a person: %s', (text) => {
    expect(proposeClaims(text).claims[0]?.sentence).toBe(text);
  });

  it('says of the year of publication that it is not over', () => {
    const [claim] = proposeClaims('Dit jaar is al 9 ton onderschept.', {
      publishedOn: '2031-09-01',
    }).claims;
    expect(claim?.toDate).toBe(true);
    expect(claim && claimRow(claim, 'X1', null)).toMatchObject({
      status: 'P',
      extent: 'some_finds',
    });
  });
});

describe('place, agency and basis', () => {
  const names = ['place', 'agency', 'basis'];
  test.each([
    [
      'De Belgische douane onderschepte 12 ton cocaïne in de haven van Antwerpen.',
      ['BEANR BE_CUST seized_in_port'],
    ],
    [
      'Les douanes françaises ont saisi 14 tonnes de cocaïne au port du Havre.',
      ['FRLEH FR_DOUANE seized_in_port'],
    ],
    ['Der Zoll stellte 40 Kilo Drogen in Postpaketen sicher.', ['? ? seized_in_post']],
    ['Police seized 46 kg of heroin.', ['? ? ?']],
    ['In Gent werd 619 kilo gevonden, in Vlissingen 4.157 kilo.', ['BEGNE~ ? ?', 'NLVLI~ ? ?']],
    ['In 2031 werden in Luxemburg 3,7 Kilo Kokain beschlagnahmt.', ['? ? ?']],
    ['Het kwam uit Ecuador: 559 kilo cocaïne, in beslag genomen.', ['? ? ?']],
    [
      'Plus d’une tonne de cocaïne à destination de la Belgique a été saisie à Guayaquil.',
      ['BE~ ? destined_for_country~'],
    ],
    // Where a court sits or who speaks works, what lies within a port's list, and who works on its quays.
    ['Prosecutors in Antwerp said 6.4 tonnes were seized.', ['? ? ?']],
    ['In een loods in Evergem werd 12 kilo gevonden.', ['BEGNE~ ? ?']],
    [
      'A docker at the port of Antwerp was arrested after 300 kilos were found in his home.',
      ['BEANR~ ? ?'],
    ],
    [
      'De container kwam aan in de haven van Vlissingen en werd in Breda geopend, waar 300 kilo werd gevonden.',
      ['NLVLI~ ? ?'],
    ],
    ['In een loods in de haven van Gent werd 12 kilo gevonden.', ['BEGNE ? seized_in_port']],
    // Of a town, whose bare name is its port where something is seized.
    ['De politie hield in Gent 112 verdachten aan.', ['BEGNE~ BE_POL~ not_applicable']],
    ['In de haven van Gent werden 112 verdachten aangehouden.', ['BEGNE ? not_applicable']],
    // An international body counts nothing itself.
    ['Volgens Europol werd in Antwerpen 44 ton cocaïne gevonden.', ['BEANR ? ?']],
    [
      'Europol supported the operation, in which 28 suspects were arrested.',
      ['? ? not_applicable'],
    ],
    [
      'In 2025 saisit la douane belge 12 kilos. En Amérique latine, 97 tonnes ont été interceptées.',
      ['BE~ BE_CUST ?', '? ? ?'],
    ],
    ['Spanish police seized 13 tonnes after a tip from Dutch police.', ['? ? ?']],
    [
      'De douane ontdekte in Gent 48 ton, en nog eens 60 ton met bestemming Antwerpen werd in Panama onderschept.',
      ['BEGNE~ ? ?', 'BEANR~ ? destined_for_port~'],
    ],
    // The service of a sentence is not that of each of its figures.
    [
      'De Belgische douane vond in Gent 48 ton, en 60 ton met bestemming Antwerpen werd in Panama onderschept.',
      ['BEGNE~ BE_CUST ?', 'BEANR~ ? destined_for_port~'],
    ],
    [
      'Belgian customs found 12 tonnes, Ecuadorian authorities 30 tonnes.',
      ['BE~ BE_CUST ?', 'BE~ ? ?'],
    ],
    ['De FIOD vond 12 kilo hasj in Antwerpen.', ['BEANR ? ?']],
    // A prosecutor tells what was found, a FIU arrests nobody, and where somebody comes from is no place.
    ['Het parket van Gent meldt de vondst van 12 kilo cocaïne.', ['? ? ?']],
    [
      'Die CRF erhielt 62.000 Verdachtsmeldungen. 14 Personen wurden verhaftet.',
      ['? CRF_LU not_applicable', '? ? not_applicable'],
    ],
    [
      'Un automobiliste belge a été arrêté avec 52 kilos d’amphétamine, qui venait des Pays-Bas.',
      ['? ? ?'],
    ],
    ['Im Postzentrum und am Flughafen Schiphol wurden 12 Kilo Kokain gefunden.', ['NLSPL~ ? ?']],
    [
      'In Gent werd 12 kilo gevonden, in Vlissingen 3 kilo. De politie nam 40 kilo cocaïne in beslag.',
      ['BEGNE~ ? ?', 'NLVLI~ ? ?', '? ? ?'],
    ],
    [
      'Grâce à des informations de l’OFAST, la police belge a saisi 40 kilos à Anvers.',
      ['BEANR BE_POL~ ?'],
    ],
    ['12 kilos were seized in Rotterdam, Vlissingen and Antwerp.', ['? ? ?']],
    ['Het Antwerpse parket opende 411 onderzoeken.', ['? BE_OM~ ?']],
    ['Im Hamburger Hafen wurden 2031 8 Kilo entdeckt.', ['DEHAM ? seized_in_port']],
    [
      'On a saisi 59 kilos au port de Gand, contre 40 kilos en 2031.',
      ['BEGNE ? seized_in_port', 'BEGNE~ ? seized_in_port~'],
    ],
    [
      'Er werd 59 kilo cocaïne onderschept, 17 vangsten in de post en 22 kilo hasj.',
      ['? ? ?', '? ? seized_in_post', '? ? ?'],
    ],
    [
      'België (123 ton), Spanje (118 ton) en Nederland (59 ton) namen het meest in beslag.',
      ['BE~ ? ?', 'ES~ ? ?', 'NL~ ? ?'],
    ],
    [
      'In Rotterdam werd 25 ton gevonden, in Vlissingen 9 ton en op Schiphol 2 ton.',
      ['NLRTM~ ? ?', 'NLVLI~ ? ?', 'NLSPL~ ? ?'],
    ],
    // More than one place, a part, an origin, a place of what led to it.
    [
      'Seizures in Belgium agree with figures from the Netherlands, where officers intercepted 15.6 tonnes.',
      ['? ? ?'],
    ],
    [
      'In 2031 werd in Nederland 59 kilo cocaïne onderschept, het meeste in de havens van Rotterdam en Vlissingen.',
      ['? ? ?'],
    ],
    ['De Nederlandse havens en luchthaven Schiphol waren goed voor 48 kilo coke.', ['NLSPL~ ? ?']],
    ['On a saisi 12 kilos, arrivés de Colombie et d’Équateur.', ['? ? ?']],
    [
      'Een controle in Nederland leverde informatie op die leidde tot 11 arrestaties.',
      ['NL~ ? not_applicable'],
    ],
    ['En 2031, 140 tonnes ont été saisies en Europe.', ['? ? ?']],
    ['On a saisi 12 tonnes sur le territoire national et en haute mer.', ['? ? ?']],
    ['Plus d’une tonne a été saisie au Havre.', ['FRLEH ? ?']],
    // Each Land has one.
    ['Das LKA stellte 93 Kilo sicher.', ['? ? ?']],
    // Those of more than one country.
    ['Zöllner stellten 93 Kilo sicher.', ['? ? ?']],
    ['Het parket meldt dat 93 kilo werd onderschept.', ['? ? ?']],
    ['Bij een onderzoek met Spanje werd 93 kilo onderschept.', ['? ? ?']],
    ['Das LKA NRW stellte 93 Kilo sicher.', ['DEA~ DE_LKA_NRW ?']],
    // Services of each country, not of the one named first or last.
    [
      'Les services de police belges, néerlandais et luxembourgeois ont contrôlé 183 personnes.',
      ['? ? not_applicable'],
    ],
    // How it was wrapped says nothing of the post.
    ['Er zaten 3 pakketten cocaïne in, die de politie in beslag nam.', ['? ? ?']],
    ['Das Zollfahndungsamt stellte 40 Kilogramm Kokain sicher.', ['? DE_ZOLL ?']],
    ['Zehn Kilogramm Heroin fanden Beamte des Hauptzollamts.', ['? DE_ZOLL ?']],
    [
      'In Zuid-Amerika werd 81 ton cocaïne onderschept die bestemd was voor België, terwijl in Antwerpen zelf 44 ton werd gevonden.',
      ['BE~ ? destined_for_country~', 'BEANR~ ? ?'],
    ],
  ])('%s', (text, scopes) => {
    expect(shown(text, names)).toEqual(scopes);
  });

  it('takes place and agency that are given, and settles a shared word by the place', () => {
    const options = { place: 'NL', agency: 'NL_HARC' };
    expect(shown('Er werd 12 ton cocaïne onderschept.', names, options)).toEqual(['NL NL_HARC ?']);
    expect(shown('De douane onderschepte 12 ton cocaïne.', names, { place: 'NL' })).toEqual([
      'NL NL_CUST~ ?',
    ]);
    expect(() => proposeClaims('12 kilo', { place: 'NLVIL' })).toThrow('NLVLI');
  });

  it('carries what was said earlier as not sure', () => {
    const text =
      'In 2031 werden in Gent 98 personen gecontroleerd. Er werden 12 personen aangehouden.';
    expect(shown(text, ['place', 'period', 'metric'])).toEqual([
      `BEGNE~ ${year(2031)} persons_checked`,
      `BEGNE~ ${year(2031)}~ arrests`,
    ]);
  });
});

describe('what a number by itself counts', () => {
  test.each([
    [
      'La CRF a reçu 55.000 déclarations. Elle a aussi bloqué plus de 80 millions.',
      ['55000 report', '80000000 ?'],
    ],
    [
      'Eine Plantage hatte 1000 Pflanzen. Es waren zwölf „Plantagen“ und 18 im Jahr 2028.',
      ['1000 plant', '18 ?'],
    ],
    ['Die Polizei legte 65 Großplantagen still.', ['65 ?']],
    ['Er lag een 300-tal pillen.', ['300 tablet']],
    ['Het aantal opslaglocaties nam toe van 79 tot 85.', ['79 ?', '85 ?']],
  ])('%s', (text, scopes) => {
    expect(shown(text, ['value', 'unit'])).toEqual(scopes);
  });
});

describe('what a text goes on about', () => {
  const names = ['value', 'place', 'period'];
  test.each([
    // A sentence without a figure speaks of another port.
    [
      'Er werd 230 kilo cocaïne onderschept in de haven van Rotterdam. Ook in de haven van Antwerpen werd een lading gevonden. De douane vond er 270,5 kilo.',
      ['230 NLRTM ?', '270.5 BEANR~ ?'],
    ],
    [
      'La saisie a eu lieu au Havre. Les douaniers ont découvert 46 kilos de cocaïne.',
      ['46 FRLEH~ ?'],
    ],
    // Where it is bound for is no place where something was found.
    [
      'Vorige week was er een vondst in de haven van Rotterdam in een container die onderweg was naar een bedrijf in Vlissingen. Er werd 800 kilo cocaïne gevonden.',
      ['800 NLRTM~ ?'],
    ],
    [
      '45 tonnes of cocaine were seized in Rotterdam. Two tonnes were found at airports.',
      ['45 NLRTM ?', '2 ? ?'],
    ],
    // A look back leaves no year to what follows.
    [
      'Customs seized 180 tonnes of cocaine in 2031. In 2030 they seized 160 tonnes. Around 116 tonnes were seized in Antwerp.',
      ['180 ? 2031-01-01/2031-12-31', '160 ? 2030-01-01/2030-12-31', '116 BEANR ?'],
    ],
    [
      'The police intercepted 89 tonnes in Antwerp in 2031, a one-third increase on 2030, with 70 tonnes seized in Rotterdam.',
      ['89 BEANR~ 2031-01-01/2031-12-31~', '70 NLRTM~ 2031-01-01/2031-12-31~'],
    ],
    [
      'Het aantal ligt hoger dan in het eerste halfjaar van zowel 2030 (42) als 2031 (44).',
      ['42 ? ?', '44 ? ?'],
    ],
    [
      'Zo werden er locaties ontdekt: 6 in 2029, 12 in 2030 en 16 in 2031.',
      ['6 ? 2029-01-01/2029-12-31', '12 ? 2030-01-01/2030-12-31', '16 ? 2031-01-01/2031-12-31'],
    ],
    [
      'Er werd 800 kilo cocaïne onderschept in de haven van Rotterdam. In containers die via de haven van Vlissingen reizen is 300 kilo cocaïne gevonden.',
      ['800 NLRTM ?', '300 ? ?'],
    ],
    [
      'Het aantal daalde van 82 kilo in 2030 tot 79 kilo vorig jaar. Er werd 85 kilo cocaïne gevonden.',
      ['82 ? 2030-01-01/2030-12-31', '79 ? ?', '85 ? ?'],
    ],
    ['Antwerp in Belgium accounted for 110 tonnes of cocaine.', ['110 BEANR~ ?']],
    [
      'An der Spitze stand Kokain mit 1,6 Tonnen, wie aus der in Berlin vorgelegten Bilanz hervorgeht.',
      ['1.6 ? ?'],
    ],
    [
      '2031 zogen die Behörden rund 29 Tonnen aus dem Verkehr, zwei Tonnen mehr an verbotenem Rauschgift aus dem Hafen als im Jahr davor.',
      ['29 ? 2031-01-01/2031-12-31~'],
    ],
  ])('%s', (text, scopes) => {
    expect(shown(text, names)).toEqual(scopes);
  });

  test.each([
    'The record was presented by the two ministers after cocaine was seized.',
    'Gehe man von 25 Prozent aus, so würden etwa 30 Tonnen Kokain geschmuggelt.',
    'Uitgaande van een vijfde zou er 30 ton cocaïne zijn binnengekomen.',
    'À supposer un quart, 30 tonnes de cocaïne seraient entrées.',
    'Assuming a quarter, 30 tonnes of cocaine would have come in.',
    'Het duurde anderhalve maand.',
    'The crackdown was called Operation Mille.',
    'Soit près d’un blocage tous les deux jours.',
    'Er lagen bankbiljetten van 10 euro in de auto.',
    'Vorig jaar waren dat er honderd minder.',
    'Das entspricht etwa 400 Haushalten.',
    'Près d’une quarantaine de sacs contenant de la cocaïne ont été saisis.',
  ])('no figure: %s', (text) => {
    expect(shown(text, ['value'])).toEqual([]);
  });
});

describe('what is kept', () => {
  it('quotes the sentence as it stands, with its offsets', () => {
    const text = 'Een inleiding. In 2031 werd  40 kilo hasj gevonden. Slot.';
    const [claim] = proposeClaims(text).claims;
    expect(claim?.sentence).toBe('In 2031 werd  40 kilo hasj gevonden.');
    expect(text.slice(claim?.sentenceStart, claim?.sentenceEnd)).toBe(claim?.sentence);
    expect(text.slice(claim?.start, claim?.end)).toBe('40 kilo');
  });

  test.each([
    'Volgens woordvoerder Anna Verzonnen werd 40 kilo hasj gevonden (anna@example.org).',
    'Selon la porte-parole Anna Verzonnen, 40 kilos de haschich ont été saisis.',
    'Laut Sprecherin Anna Verzonnen wurden 40 Kilo Haschisch sichergestellt.',
    'Spokesperson Anna Verzonnen said 40 kilos of hashish were seized.',
    'Im Jahr 2031 stellten Polizeihauptmeister Jürgen Verzonnen und seine Kollegen in Gent 12 Kilogramm Kokain sicher.',
    'In Gent troffen hoofdinspecteur Jan Verzonnen en zijn collega’s 12 kilo hasj aan.',
    'In Gent haalden hoofdinspecteur Jan Verzonnen en collega’s 12 kilo hasj uit de haven.',
  ])('keeps no person: %s', (text) => {
    const [claim] = proposeClaims(text).claims;
    expect(claim?.sentence).toContain('(not shown)');
    expect(JSON.stringify(proposeClaims(text))).not.toMatch(/Verzonnen|example\.org/u);
  });

  test.each([
    'Le suspect Pierre Verzonnen détenait 30 kg de cocaïne en 2031.',
    'Pierre Verzonnen détenait 30 kg de cocaïne en 2031 à Anvers.',
    'De verdachte Jan de Verzonnen (34) uit de Verzonnenstraat 12 had 30 kilo hasj.',
    'In Gent had Mohamed El Verzonnen 30 kilo hasj bij zich.',
    'Der Beschuldigte Hans Verzonnen, geboren am 3.4.1980, hatte 30 Kilogramm Heroin.',
    'Karl Verzonnen wurde mit 30 Kilogramm Kokain festgenommen.',
    'Sven den Verzonnen was arrested with 30 kilos of heroin at 12 Verzonnen Street.',
  ])('knows a name by what it is not: %s', (text) => {
    const all = proposeClaims(text);
    expect(all.claims.map(({ value }) => value)).toEqual([30]);
    expect(JSON.stringify(all)).not.toMatch(/Verzonnen|1980/u);
    const [claim] = all.claims;
    expect(JSON.stringify(claim && claimRow(claim, 'X001', null))).not.toMatch(/Verzonnen|1980/u);
  });

  test.each([
    'In 2031 hat der Zoll Köln im Hafen Antwerpen 30 Tonnen Kokain sichergestellt.',
    'De Belgische Douane onderschepte 30 ton cocaïne in North Sea Port.',
    'La Police fédérale a saisi 30 tonnes de cocaïne au port de Gand.',
  ])('keeps bodies and ports: %s', (text) => {
    expect(proposeClaims(text).claims[0]?.sentence).toBe(text);
  });

  test.each([
    'Die Summe der Sicherungen betrug 92 Kilo Kokain.',
    'Der Straßenverkaufswert von 12 Kilo Kokain war hoch.',
    'Ein Mann wurde auf der Raststätte Siegburg mit 12 Kilo Kokain kontrolliert.',
    'Hamburger Fahnder fanden 12 Kilo Kokain.',
    'Bij een actie die plaatsvond van donderdag 25 maart tot zondag 28 maart werd 12 kilo hasj gevonden.',
    'In een voertuig dat een 300-tal biljetten vervoerde, zat 12 kilo hasj.',
  ])('shows the words of things: %s', (text) => {
    expect(proposeClaims(text).claims.at(-1)?.sentence).toBe(text);
  });

  test.each([
    // First names, and surnames that hold a body, a month or a nation.
    'De Gentse Jeroen Havenaar had 12 kilo hasj.',
    'Ein August Weber hatte 12 Kilo Kokain.',
    'Peter Zollner und Alexander Zoll hatten 12 Kilo.',
    'German Lopez had 12 kilos of cocaine.',
    'In Gent werd Jan van der Haven met 12 kilo hasj gepakt.',
    // Surnames that are small words, numbers or directions; roles and bodies beside a name.
    'Anita Das had 12 kilo hasj.',
    'Paul Six had 12 kilo hasj.',
    'Marie Dix avait 12 kilos de haschich dans sa voiture.',
    'Thomas Nord hatte 12 Kilo Kokain.',
    'Karel der Kinderen had 12 kilo hasj.',
    'Der Zollfahnder Hans Müller fand 12 Kilo Kokain.',
    'Peter Müller Zollfahnder fand 12 Kilo Kokain.',
    'Bundespolizei Martina Krause fand 12 Kilo Kokain.',
  ])('and no name: %s', (text) => {
    const shownOf = JSON.stringify(proposeClaims(text));
    for (const name of [
      ...['Havenaar', 'Jeroen', 'Weber', 'Zollner', 'Lopez', 'Jan', 'Anita', 'Paul', 'Marie'],
      ...['Thomas', 'Kinderen', 'Müller', 'Krause'],
    ])
      expect(shownOf).not.toContain(name);
  });

  it('is the same each time, and says why', () => {
    const text = 'In 2031 werd ruim 40 kilo hasj gevonden in Gent.';
    expect(proposeClaims(text)).toEqual(proposeClaims(text));
    const [claim] = proposeClaims(text).claims;
    expect(claim?.fields.wording.why.fr).toBe('« ruim »');
    expect(claim?.fields.period.why.de).toBe('„In 2031“ im Satz');
  });

  it('has no address and says PROPOSED until a person confirms', () => {
    const [claim] = proposeClaims('In 2031 werd ruim 40 kilo hasj gevonden in Gent.').claims;
    if (!claim) throw new Error('no claim');
    expect(claimRow(claim, 'X001', null)).toMatchObject({
      url: '',
      note: 'PROPOSED, to be confirmed: "In 2031 werd ruim 40 kilo hasj gevonden in Gent."',
    });
    const row = claimRow(
      claim,
      'X001',
      { url: 'https://example.org/a' },
      { basis: 'seized_in_port', period: 'maart 2031' },
    );
    expect(row).toMatchObject({
      basis: 'seized_in_port',
      period_from: '2031-03-01',
      period_to: '2031-03-31',
      wording_printed: 'ruim',
      stat: 'sum',
    });
  });
});

describe('what is said of a part is not taken for the whole, nor for another part', () => {
  test.each([
    'Les services ont saisi près de 54 tonnes de stupéfiants en 2024, dont 1 642 kg de cocaïne au port du Havre et 13,5 tonnes de cannabis.',
    'In 2024 werd bijna 54 ton drugs onderschept, waarvan 1.642 kilo cocaïne in de haven van Antwerpen en 13,5 ton cannabis.',
    'Im Jahr 2024 wurden fast 54 Tonnen Drogen sichergestellt, davon 1.642 Kilo Kokain im Hafen von Antwerpen und 13,5 Tonnen Cannabis.',
    'In 2024 almost 54 tonnes of drugs were seized, of which 1,642 kilos of cocaine in the port of Antwerp and 13.5 tonnes of cannabis.',
  ])('%s', (text) => {
    const { claims } = proposeClaims(text);
    expect(claims.map(({ fields: { place, basis } }) => [place.value, basis.value])).toEqual([
      [null, null],
      [expect.any(String), 'seized_in_port'],
      [null, null],
    ]);
  });

  test.each([
    'In 2031 verbrandde de douane 40 ton cocaïne die in de haven van Gent in beslag was genomen.',
    'In 2031 werd 40 ton in beslag genomen cocaïne vernietigd.',
    'En 2031, la douane belge a détruit 40 tonnes de cocaïne saisies au port de Gand.',
    'La destruction de 40 tonnes de cocaïne saisie a eu lieu en 2031.',
    'Der Zoll hat 2031 40 Tonnen beschlagnahmtes Kokain vernichtet.',
    'In 2031, 40 tonnes of seized cocaine were incinerated.',
    'In 2031 customs handed over 40 tonnes of cocaine that had been seized.',
    'The seized 40 tonnes of cocaine were tested in 2031.',
    'In 2031 werden 40 voertuigen geveild die in beslag waren genomen.',
  ])('what was done with it later says neither what was seized nor when: %s', (text) => {
    expect(shown(text, ['value', 'metric', 'period'])).toEqual(['40 ? ?']);
  });

  test.each([
    'In 2031 werd 40 ton cocaïne in beslag genomen en vernietigd.',
    'Na een tip over verkochte drugs werd in 2031 40 ton cocaïne onderschept.',
    'En 2031, la douane a saisi 40 tonnes de cocaïne et les a détruites.',
    'En 2031, 40 tonnes de cocaïne importées de Colombie ont été saisies.',
    'In 2031 stellte der Zoll 40 Tonnen Kokain sicher, die verbrannt wurden.',
    'In 2031 customs intercepted 40 tonnes of cocaine being transported to Gent.',
    'In 2031, customs seized and destroyed 40 tonnes of cocaine.',
  ])('but a find stays one, whatever was done with it: %s', (text) => {
    expect(shown(text, ['metric', 'period'])).toEqual(['quantity 2031-01-01/2031-12-31']);
  });

  test.each([
    ['Er werd 40 kilo valse cocaïne onderschept.', []],
    ['Er werd 40 kilo cocaïneprecursoren onderschept.', []],
    ['Er werd 40 kilo grondstoffen voor amfetamine onderschept.', ['PRE_OTHER']],
    ['La douane a saisi 40 kilos de fausse cocaïne.', []],
    ['La douane a saisi 40 kilos de précurseurs de cocaïne.', ['PRE_OTHER']],
    ['Der Zoll hat 40 Kilo Kokain-Imitat beschlagnahmt.', []],
    ['Der Zoll hat 40 Kilo gefälschtes Kokain beschlagnahmt.', []],
    ['Customs seized 40 kilos of fake cocaine.', []],
    ['Customs seized 40 kilos of cocaine precursors.', ['PRE_OTHER']],
    ['Customs seized 40 kilos of a cutting agent for cocaine.', ['CUT_OTHER']],
  ])('what is no drug is not the drug that it is named by: %s', (text, among) => {
    expect(proposeClaims(text).claims[0]?.fields.substance).toMatchObject({ value: null, among });
  });

  test('a precursor and a cutting agent of the list are what they are', () => {
    expect(shown('Der Zoll hat 40 Kilo Streckmittel für Kokain gefunden.', ['substance'])).toEqual([
      'CUT_OTHER',
    ]);
    expect(shown('Er werd 40 kilo PMK gevonden.', ['substance'])).toEqual(['PRE_PMK']);
  });

  test('the year that a figure is held against is not its own, and a year that goes on is not sure', () => {
    const year = '2031-01-01/2031-12-31';
    expect(
      shown('Met 120 locaties is dit een stijging van 40 procent ten opzichte van 2031 (86).', [
        'period',
      ]),
    ).toEqual(['?', `${year}~`]);
    expect(shown('Tot nu toe werd in 2031 al 300 kilo hasj onderschept.', ['period'])).toEqual([
      `${year}~`,
    ]);
    expect(
      shown('Bisher wurden 2031 rund 40 Kilogramm Heroin sichergestellt.', ['period']),
    ).toEqual([`${year}~`]);
    expect(
      proposeClaims('Jusqu’à présent, en 2031, 40 kg de khat ont été saisis.').claims[0]?.toDate,
    ).toBe(true);
    expect(shown('En 2031, 40 kg de khat ont été saisis.', ['period'])).toEqual([year]);
  });

  test('a year to compare with is not the one that a text goes on about', () => {
    expect(
      shown('In 2030 was dat nog 44 ton. In Gent werd 340,5 kilogram onderschept.', ['period']),
    ).toEqual(['2030-01-01/2030-12-31~', '?']);
    expect(
      shown('2030 waren es noch 44 Tonnen. In Bremerhaven wurden 40 Kilo sichergestellt.', [
        'period',
      ]),
    ).toEqual(['2030-01-01/2030-12-31~', '?']);
  });

  test('what a change set out from is not of the time of the change, a mean is no total, and goods are no finds', () => {
    const of = ['value', 'period'];
    const year = '2031-01-01/2031-12-31';
    expect(shown('In 2031 daalde het aantal inbeslagnames van 412 naar 390.', of)[0]).toBe('412 ?');
    expect(shown('Im Jahr 2031 stieg die Zahl von 620 auf 701 Personen.', of)[0]).toBe('620 ?');
    expect(shown('Seizures rose from 300 kg in 2030 to 400 kg in 2031.', of)).toEqual([
      '300 2030-01-01/2030-12-31',
      `400 ${year}`,
    ]);
    expect(shown('Per jaar werd gemiddeld 4 ton cocaïne in beslag genomen.', ['metric'])).toEqual([
      'quantity~',
    ]);
    expect(
      shown(
        'The port handled 278 million tonnes of goods in 2031, while customs seized 44 tonnes.',
        ['metric'],
      ),
    ).toEqual(['?', 'quantity']);
  });

  test('a sentence that goes on with a count goes on with what was counted', () => {
    const before = 'In 2031 werd 20 ton cocaïne onderschept. ';
    const of = ['metric', 'substance'];
    expect(shown(`${before}In Gent ging het om 9 ton.`, of)).toEqual([
      'quantity COC',
      'quantity~ COC~',
    ]);
    expect(shown(`${before}Het schip woog 9 ton.`, of)[1]).toMatch(/^\?/u);
    expect(
      shown('They shipped 40 tonnes to Europe, but only 6 tonnes were seized.', ['metric']),
    ).toEqual(['?', 'quantity']);
  });

  test('a sum of unknown measure takes nothing from the sentence before', () => {
    expect(
      shown('In 2031 werd in Rotterdam 20 ton onderschept. De reder verloor 29 miljoen euro.', [
        'place',
        'period',
      ]),
    ).toEqual([`NLRTM 2031-01-01/2031-12-31`, '? ?']);
  });

  test('a place that no list holds is asked, and not that of the sentence before', () => {
    const before = 'In 2031 werd in Rotterdam 20 ton onderschept. ';
    expect(shown(`${before}Het ging in Brabant om veertien ton.`, ['place'])).toEqual([
      'NLRTM',
      '?',
    ]);
    expect(shown(`${before}In 2030 was het 10 ton.`, ['place'])).toEqual(['NLRTM', 'NLRTM~']);
  });

  test('what a text puts right is not what it printed first', () => {
    const text = 'Rectificatif : nous indiquions 450 kilos saisis ; il s’agissait de 45 kilos.';
    expect(shown(text, ['value'])).toEqual(['45']);
  });

  test('a year after "nog maar", a day of an article and a day on which a market closed', () => {
    const text = 'In 2032 vond men 20 kilo, in 2031 was dat 12 kilo en in 2030 nog maar 9 kilo.';
    expect(shown(text, ['period']).map((period) => period.slice(0, 4))).toEqual([
      ...['2032', '2031', '2030'],
    ]);
    const [written] = shown('Notre article du 12 janvier 2031 parlait de 45 kilos.', ['period']);
    expect(written).toBe('?');
    const [closed] = shown('Une place fermée en mars 2031 comptait 1 890 clients.', ['period']);
    expect(closed).toBe('?');
  });

  test.each([
    // A year since which, a day before which, and a year in a bracket are not of what was counted.
    ['Sinds de start in 2031 zijn 14.000 jongeren bereikt.', ['?']],
    ['It took 41,000 orders before it was closed on 11 June 2031.', ['?']],
    ['In 2032 fand man 38 kg (2031: 59 kg). Es gab 402 Festnahmen.', ['2032', '2031', '2032']],
    [
      'They dismantled four labs in 2032, against nine in 2031, and recovered 690 litres of GHB.',
      ['2032', '2032'],
    ],
  ])('whose time it is: %s', (text, years) => {
    expect(shown(text, ['period']).map((period) => period.slice(0, 4))).toEqual(years);
  });

  test('a service in another part of the sentence did not count the first', () => {
    const text = 'Investigators arrested 19 people; the Dutch police alone arrested 8 people.';
    expect(shown(text, ['agency'])).toEqual(['?', 'NL_POL']);
  });

  test('the adjective of one of several services is no place', () => {
    const text =
      'Bundespolizei, Zoll und niederländische Marechaussee kontrollierten 310 Fahrzeuge.';
    expect(shown(text, ['place'])).toEqual(['?']);
    expect(shown('De Nederlandse douane vond 20 kilo hasj.', ['place'])).toEqual(['NL~']);
  });

  test('of several drugs of parts none is that of a sum behind a semicolon', () => {
    const text = 'Man fand 740 kg Marihuana und 31 kg Heroin; 2031 waren es 1,9 t.';
    expect(shown(text, ['substance'])).toEqual(['CAN_HERB', 'HER', '?']);
  });

  test('a number without a measure takes no day, no port and no finder from the sentence before', () => {
    const of = ['metric', 'place', 'agency', 'period'];
    const before = 'Op 4 mei 2031 vond de Belgische douane in de haven van Gent 20 kilo cocaïne. ';
    expect(shown(`${before}Er werken 640 mensen.`, of)[1]).toBe('? ? ? ?');
    // Of a year or a country the text goes on.
    expect(
      shown('In 2031 werd in België 20 kilo cocaïne gevonden. Er werken 640 mensen.', of)[1],
    ).toBe('? BE~ ? 2031-01-01/2031-12-31~');
    // Another place beside it, which no list holds.
    expect(
      shown('Durchsucht wurden 26 Objekte in NRW und der Provinz Limburg. Es gab 8 Festnahmen.', [
        'place',
      ])[1],
    ).toBe('?');
  });

  test.each([
    ['La police fédérale brésilienne a saisi 850 kg de cocaïne au port de Santos.', '? ?'],
    ['Spanische Ermittler stellten im Hafen von Algeciras 13 Tonnen Kokain sicher.', '? ?'],
    ['De Ecuadoraanse politie vond in de haven van Guayaquil 2,3 ton cocaïne.', '? ?'],
    [
      'La police fédérale belge a saisi 850 kg de cocaïne au port d’Anvers.',
      'BE_POL_FED seized_in_port',
    ],
  ])('a service or a port of another country is none of our lists: %s', (text, expected) => {
    expect(shown(text, ['agency', 'basis'])).toEqual([expected]);
  });

  test.each([
    ['500 kilo explosieven werden gevonden.', ['500 quantity~ ?']],
    ['500 kilo heroïne werden gevonden.', ['500 quantity HER']],
    ['88 armes saisies.', ['88 weapons ']],
    ['Les armes saisies passent de 61 à 88.', ['61 weapons~ ', '88 weapons~ ']],
    [
      'Belgian customs pulled 2,318 parcels out of the mail; 1,406 held MDMA, 519 ketamine.',
      ['2318 seizures ?', '1406 seizures~ MDMA', '519 seizures~ KETA'],
    ],
  ])('what was counted: %s', (text, expected) => {
    expect(shown(text, ['value', 'metric', 'substance'])).toEqual(expected);
  });

  test('what no list holds is none of the drugs named before', () => {
    expect(
      shown('Er werd 317 gram spacecake, 73,7 gram paddenstoelen en 23,2 gram ghb gevonden.', [
        'substance',
      ]),
    ).toEqual(['CAN_EDIBLE', '?', 'GHB']);
    expect(
      shown('Man fand 10 Kilogramm Heroin und 11 Kilogramm einer braunen Masse.', ['substance']),
    ).toEqual(['HER', '?']);
  });

  test('a service of one country did not count in a port of another', () => {
    const { claims } = proposeClaims(
      'La douane française a saisi 1 642 kg de cocaïne au Havre en 2024. En 2024, 44 tonnes de cocaïne ont été saisies à Anvers.',
    );
    expect(claims.map(({ fields }) => fields.agency.value)).toEqual(['FR_DOUANE', null]);
  });

  test('two things taken on one day are both of that day, and money taken is no drug', () => {
    const { claims } = proposeClaims(
      'La police a saisi 12 kilos de cocaïne et 593.941 euros le 3 mars 2024.',
    );
    expect(
      claims.map(({ fields: { metric, substance, period } }) => [
        metric.value,
        substance.value,
        period.value,
      ]),
    ).toEqual([
      ['quantity', 'COC', '2024-03-03/2024-03-03'],
      ['cash', '', '2024-03-03/2024-03-03'],
    ]);
    const [, worth] = proposeClaims(
      'De politie nam op 3 maart 2024 12 kilo cocaïne in beslag met een waarde van 593.941 euro.',
    ).claims;
    expect(worth?.fields.metric.value).not.toBe('cash');
  });

  test.each([
    ['In 2023 investigators of the Dutch police seized 3 million euros in Rotterdam.', '3000000'],
    ['During the investigation Dutch customs seized 450,000 euros in cash.', '450000'],
    ['La police a saisi 450 000 euros et des cartes de crédit à Anvers.', '450000'],
    ['450 000 euros, prévus pour l’achat de cocaïne, ont été saisis.', '450000'],
    ['The government invested 3 million euros in new scanners.', 'forecast'],
    ['Le budget prévoit 3 millions d’euros pour la saisie de drogue.', 'forecast'],
    ['De regering investeert 3 miljoen euro in de douane.', 'forecast'],
  ])('money that was seized was not set aside: %s', (text, expected) => {
    const { claims, noClaims } = proposeClaims(text);
    expect([...claims.map(({ value }) => `${value}`), ...noClaims.map(({ kind }) => kind)]).toEqual(
      [expected],
    );
  });

  test.each([
    [
      "Aux Pays-Bas, une tonne de cocaïne d'une valeur de 50 000 000 euros a été saisie en 2023.",
      '1 t',
    ],
    [
      'Bij de controle kostte het moeite, maar een ton cocaïne ter waarde van 30 000 000 euro is onderschept.',
      '1 t',
    ],
    [
      'Im Prozess um den Preis: eine Tonne Kokain im Wert von 30 000 000 Euro wurde sichergestellt.',
      '1 t',
    ],
    ['Een gram kost 1.500 euro, een kilo in de groothandel 26.500 euro.', 'rate rate'],
    ['Voor een gram speed betaalt een gebruiker 8 euro.', 'rate'],
  ])('a find with what it is worth is no price, and a price is told: %s', (text, expected) => {
    const mass = shown(text, ['value', 'unit']).filter((each) => !each.endsWith('EUR'));
    const told = proposeClaims(text).noClaims.map(({ kind }) => kind);
    expect([...mass, ...told].join(' ')).toBe(expected);
  });

  test.each([
    ['Der Zoll beschlagnahmte einen Wagen mit 8 Zylindern.', ['? ?']],
    ['De politie nam 500 cilinders in beslag.', ['? ?']],
    ['La police a saisi une voiture à moteur de 8 cylindres.', []],
    ['De politie nam 500 cilinders lachgas in beslag.', ['cylinder quantity']],
    ['Police seized 500 cylinders of nitrous oxide.', ['cylinder quantity']],
  ])('a cylinder is of laughing gas where that is named: %s', (text, expected) => {
    expect(shown(text, ['unit', 'metric'])).toEqual(expected);
  });

  test.each([
    ['Police seized 30 pistols and 12 encrypted phones.', ['30 weapon', '12 ?']],
    ['Police seized 30 pistols and 12 armoured jackets.', ['30 weapon', '12 ?']],
    ['Of the 300 drivers, 12 tested positive.', ['300 person', '12 person~']],
  ])('an English participle before a noun is no verb: %s', (text, expected) => {
    expect(shown(text, ['value', 'unit'])).toEqual(expected);
  });

  test.each([
    ['De Surinaamse politie vond 12 kilo cocaïne.', 'Surinaamse politie'],
    ['De Zweedse douane vond 12 kilo cocaïne.', 'Zweedse douane'],
    ['De Chinese douane vond 12 kilo cocaïne.', 'Chinese douane'],
    ['La police portugaise a saisi 12 kilos de cocaïne.', 'La police'],
    ['Die indische Polizei fand 12 Kilo Kokain.', 'indische Polizei'],
    ['La police montoise a saisi 12 kilos de cocaïne.', null],
    ['La police malinoise a saisi 12 kilos de cocaïne.', null],
    ['La police marseillaise a saisi 12 kilos de cocaïne.', null],
    ['De politie vond, indien nodig met honden, 12 kilo cocaïne.', null],
  ])('the adjective of a country is more than its first letters: %s', (text, expected) => {
    const [claim] = proposeClaims(text).claims;
    expect(claim?.fields.basis.rests || null).toBe(expected);
  });

  test.each([
    [
      'The Dutch customs, backed by US authorities, found 12 kilos of cocaine in Rotterdam.',
      ['NL_CUST'],
    ],
    [
      'De federale politie en de douane vonden in 2023 samen met de lokale autoriteiten 12 kilo cocaïne in Antwerpen.',
      ['BE_POL_FED+BE_CUST~'],
    ],
    [
      'Belgian customs found 12 kilos of cocaine, with Ecuadorian authorities finding 30 kilos.',
      ['BE_CUST', '?'],
    ],
  ])('who worked along does not unseat who found it: %s', (text, expected) => {
    expect(shown(text, ['agency'])).toEqual(expected);
  });
});

describe('certain is what the clause of the figure says, and nothing else of its kind', () => {
  test.each([
    // Put in between, beside another time, and of a part.
    [
      'La pose du scanner, en juin 2031, a permis la saisie de 40 kilos de cocaïne.',
      ['2031-06-01/2031-06-30~'],
    ],
    ['In 2031 werd, na de inval in mei, 40 kilo cocaïne gevonden.', ['?']],
    // A month of a year that is not said is not the year before it.
    [
      'In 2031 werd 40 kilo cocaïne gevonden. In mei werd 5 kilo heroïne gevonden.',
      ['2031-01-01/2031-12-31', '?'],
    ],
    ['In 2031 werd 40 kilo cocaïne gevonden.', ['2031-01-01/2031-12-31']],
    ['Im Jahr 2031 stellte die Polizei 40 kg Kokain sicher.', ['2031-01-01/2031-12-31']],
    ['In 2031, customs seized 40 kg of cocaine.', ['2031-01-01/2031-12-31']],
    // What had been, what came of an inquiry, and who else comes in, is not of the day before.
    [
      'Op 3 mei 2031 vond de douane 12 kilo cocaïne. Eerder had de politie er 9 kilo gevonden.',
      ['2031-05-03/2031-05-03', '?'],
    ],
    [
      'Le 3 mai 2031, les douaniers ont saisi 12 kg de cocaïne. L’enquête a conduit à l’arrestation de huit personnes.',
      ['2031-05-03/2031-05-03', '?'],
    ],
    [
      'On 3 May 2031 Belgian customs seized 12 kg of cocaine. The Dutch police arrested two men.',
      ['2031-05-03/2031-05-03', '?'],
    ],
  ])('%s', (text, periods) => {
    expect(shown(text, ['period'])).toEqual(periods);
  });

  test.each([
    ['Van de 118 pakketten voor Duitsland bleek de helft leeg.', ['?']],
    ['They froze EUR 20 million for Germany.', ['?']],
    [
      'In Zeebrugge werd 3 ton cocaïne gevonden. De Belgische douane vond 40 kilo heroïne.',
      ['BEZEE', '?'],
    ],
    [
      'Bremerhaven bleibt wichtig: Von bundesweit 23 Tonnen Kokain wurden 3 Tonnen dort gefunden.',
      ['?', 'DEBRV~'],
    ],
    ['Officers made 212 checks on Dutch soil, and their colleagues 305 in Belgium.', ['?', 'BE~']],
  ])('the place of: %s', (text, at) => {
    expect(shown(text, ['place'])).toEqual(at);
  });

  test.each([
    // A branch that no list holds, and a prosecutor whom files are sent.
    ['In 2031 the maritime police seized 40 kg of cocaine at Ghent.', ['quantity ?']],
    ['La cellule a transmis 1 254 dossiers aux parquets belges.', ['? ?']],
    ['Le parquet belge a reçu 268 dossiers.', ['? ?']],
    // Those who were held, and work somewhere, are no staff.
    ['Negen mensen zitten vast, onder wie twee medewerkers van een rederij.', ['? ?', '? ?']],
  ])('who counted what: %s', (text, fields) => {
    expect(shown(text, ['metric', 'agency'])).toEqual(fields);
  });

  test.each([
    // Years of a crime, what a court holds, and an earlier year beside it are no period that goes on.
    [
      'Tussen 2029 en 2031 werd 11 ton cocaïne onderschept. De FIOD nam 3 auto’s in beslag.',
      'period',
      ['2029-01-01/2031-12-31', '?'],
    ],
    [
      'Das Landgericht sah 2031 den Schmuggel von 8 Tonnen als erwiesen an. Eingezogen werden 3 Millionen Euro.',
      'period',
      ['?', '?'],
    ],
    ['Seit Beginn des Jahres 2031 wurden 190 Kilogramm Cannabis sichergestellt.', 'period', ['?']],
    // A part of what the text goes on about, and "there".
    [
      'Allein im Hafen Bremerhaven fand der Zoll 2 Tonnen Kokain. Es gab 52.300 Kontrollen.',
      'place',
      ['DEBRV', '?'],
    ],
    ['Anvers encore. La douane belge y a saisi 44 tonnes de cocaïne.', 'place', ['?']],
    [
      'Le port du Havre, avec 10 tonnes de cocaïne saisies, attire, alors qu’à Dunkerque on saisit 4 tonnes.',
      'place',
      ['?', 'FRDKK~'],
    ],
    // Of another item of a list, and what only might be.
    [
      'Bilan : 4 kg d’héroïne saisis par la police belge ; 2 armes saisies.',
      'agency',
      ['BE_POL', '?'],
    ],
    ['De 38 ton van de HARC-teams zou op 190 ton duiden.', 'agency', ['?', '?']],
    // An act of the figure behind it.
    [
      'They opened 310 parcels in 2031 and found drugs in 94 of the parcels.',
      'metric',
      ['?', 'seizures'],
    ],
    // What is told of a list is told of each of it; of a noun alone only what kind it is.
    [
      'In 2031 the police arrested 12 people, seized 3 cars and 40 kg of cocaine.',
      'metric',
      ['arrests', 'vehicles_seized', 'quantity'],
    ],
    [
      'Er werden 12 kilo cocaïne, 3 kilo heroïne en 2 vuurwapens in beslag genomen.',
      'metric',
      ['quantity', 'quantity', 'weapons'],
    ],
    ['Twee verdachten zijn voorgeleid.', 'metric', ['suspects~']],
    // An act of another noun, or of the figure behind it.
    ['The seized ship carries 4,000 tonnes.', 'metric', ['quantity~']],
    ['The fund spent 3 million euros in seized cash.', 'metric', ['cash~']],
    ['In 2031 ging 12 ton in beslag genomen cocaïne in de oven.', 'metric', ['quantity~']],
    ['Un lot de 3 tonnes d’avocats cachait la cocaïne saisie.', 'metric', ['quantity~']],
    ['In 2031, 300 parcels were opened and 40 seized.', 'metric', ['seizures~', 'seizures~']],
    ['The week ended with 312 stolen cars recovered.', 'metric', ['?']],
    ['Bij 40 controles zag men 12 voertuigen.', 'metric', ['controls', 'vehicles_checked~']],
    ['Es wurden 28 Verdächtige festgenommen: 16 in Spanien.', 'metric', ['arrests', 'arrests~']],
    ['Eurojust supported 13 joint teams and 20 more actions.', 'unit', ['?', 'action~']],
    ['The office sold 318 cars, 46 boats and 12 horses.', 'unit', ['vehicle', '?', '?']],
    ['The 12 officers arrested had worked at Antwerp.', 'place', ['BEANR~']],
    [
      'In Deutschland, Belgien und den Niederlanden wurden 41 Personen festgenommen.',
      'place',
      ['?'],
    ],
    ['An der niederländischen Grenze fand der Zoll 4 Kilogramm Heroin.', 'place', ['?']],
    ['Il est jugé pour 12 infractions.', 'metric', ['offences~']],
    ['Three smugglers were detained and later released.', 'metric', ['arrests~']],
    // Another noun may hold the things of the one behind it.
    ['Police seized 400 sacks of pills.', 'unit', ['?']],
    ['Der Zoll stellte 60 Säcke Tabletten sicher.', 'unit', ['?']],
    ['Police seized 400 white pills.', 'unit', ['tablet']],
    // The adjective of a country says where only beside a service, a place or a port.
    ['During the Belgian presidency, 640 officers took part.', 'place', ['?']],
    ['Belgian customs seized 40 kilos of cocaine.', 'place', ['BE~']],
    // A year does not run on to another subject, nor "police" to what it did not count.
    [
      'In 2031 werd 11 ton cocaïne onderschept. Zijn parket telt 41 vacatures.',
      'period',
      ['2031-01-01/2031-12-31', '?'],
    ],
    [
      'At Ghent, 3.2 tonnes were landed, of which police recovered 700 kilos.',
      'agency',
      ['?', 'BE_POL~'],
    ],
    ['Es gab 74 Aufgriffe, ein Drittel davon Cannabis.', 'substance', ['?']],
  ] as const)('%s', (text, field, expected) => {
    expect(shown(text, [field])).toEqual(expected);
  });

  test('the scale of two figures is of both, a kilo behind a price is none, and numbers of papers are none', () => {
    expect(shown('Het CJIB inde respectievelijk 31 en 44 miljoen euro.', ['value'])).toEqual([
      '31000000',
      '44000000',
    ]);
    expect(shown('Les saisies ont pu passer de 60 à 38 tonnes.', ['value', 'unit'])).toEqual([
      '60 t~',
      '38 t',
    ]);
    expect(shown('Prices fell to EUR 14,000 a kilo.', ['value'])).toEqual(['14000']);
    expect(shown('Siehe Drucksache 20/9876 und Abschnitt 4.2.', ['value'])).toEqual([]);
  });

  test('what ends as a word does is not that word: "managed", "gefunden", and a German "an"', () => {
    expect(shown('The office managed 2,300 bank accounts.', ['value'])).toEqual(['2300~']);
    expect(shown('Die FIU gab 8.400 an das Landeskriminalamt ab.', ['value'])).toEqual(['8400~']);
    expect(shown('Der Zoll hat 2031 weniger gefunden als erwartet.', ['value'])).toEqual([]);
  });

  test.each([
    ['Rotterdams Anteil sank auf 4,1 Tonnen Kokain.', 'place', ['NLRTM~']],
    ['Der niederländische Zoll nannte für Rotterdam 24 Tonnen Kokain.', 'place', ['?']],
    ['Customs reported 2,300 Dutch parcels.', 'place', ['?']],
    [
      'De politie vond 1.150 hennepplanten en 6 kilo geoogste toppen.',
      'substance',
      ['CAN_PLANT', '?'],
    ],
    [
      'Im Jahr 2031 stellte der Zoll 11 Tonnen Kokain sicher, im Jahr davor 34 Tonnen.',
      'period',
      ['2031-01-01/2031-12-31', '2030-01-01/2030-12-31~'],
    ],
  ] as const)('%s', (text, field, expected) => {
    expect(shown(text, [field])).toEqual(expected);
  });
});

describe('certain is only what is told as done', () => {
  test.each([
    // A duty, a rule, a threshold, a case, an example, a plan, an exercise.
    ['The agency has been ordered to seize 40 tonnes of cocaine in 2031.', 'quantity~'],
    ['À partir de 2 kilos de cocaïne saisis, le parquet est saisi.', 'quantity~'],
    ['Supposons que la douane saisisse 500 kilos de cocaïne à Dunkerque.', 'quantity~'],
    ['Bijvoorbeeld: de politie neemt in Breda 20 kilo cocaïne in beslag.', 'quantity~'],
    ['Für 2031 sind 300 Festnahmen eingeplant.', 'arrests~'],
    ['In the novel, customs seized 900 kg of cocaine in Rotterdam.', 'quantity~'],
    [
      'Die Übung sah vor, dass am 4. Mai 2031 40 Kilogramm Kokain sichergestellt werden.',
      'quantity~',
    ],
    // A participle of which something else is told.
    ['Ministers pledged 90 tonnes of cocaine seized in 2031.', 'quantity~'],
    ['Il manque 25 kilos de la cocaïne saisie au port d’Anvers.', 'quantity~'],
    // By somebody who has reason to tell it otherwise.
    ['Le prévenu affirme que la police a saisi 15 kilos de cocaïne.', 'quantity~'],
    ['Een getuige beweerde dat in Breda 40 kilo cocaïne was onderschept.', 'quantity~'],
    [
      'Medien meldeten fälschlich, in Bremen seien 5 Tonnen Kokain sichergestellt worden.',
      'quantity~',
    ],
    // Told as done.
    ['Customs were able to seize 40 tonnes of cocaine.', 'quantity'],
    ['Der Zoll konnte 40 Tonnen Kokain sicherstellen.', 'quantity'],
    ['La douane vient de saisir 40 tonnes de cocaïne.', 'quantity'],
    ['De douane heeft 40 ton cocaïne onderschept.', 'quantity'],
  ])('%s', (text, expected) => {
    expect(shown(text, ['metric'])).toEqual([expected]);
  });

  test('where it is not certain what was done, no more is where and when', () => {
    const fields = ['place', 'period'];
    expect(shown('Customs seized 9 kg of cocaine in Rotterdam in 2031.', fields)).toEqual([
      'NLRTM 2031-01-01/2031-12-31',
    ]);
    expect(shown('Ministers pledged 9 kg seized in Rotterdam in 2031.', fields)).toEqual([
      'NLRTM~ 2031-01-01/2031-12-31~',
    ]);
  });

  test('one of so many is a share, so many of each hundred a rate, what anyone must do a rule', () => {
    for (const text of [
      'Only one in 12 kg of cocaine was seized.',
      'Slechts één op 12 kilo cocaïne werd in beslag genomen.',
      'Je 100 Straftaten wurden 61 Tatverdächtige erfasst.',
      'There were 14 suspects per 100 recorded offences.',
      'Sur 100 kilos de cocaïne saisis, 80 passent par le port.',
      'Wer mehr als 10.000 Euro mitführt, muss das Geld anmelden.',
      'Dit jaar moeten 60.000 containers worden gescand.',
      'Hauliers pay 5 euros per box.',
      'Le navire peut transporter 4 tonnes de fret.',
      'The seized ship can carry 4,000 tonnes.',
      'Any sum above €10,000 must be declared.',
      'A man in his 40s was detained.',
    ])
      expect(shown(text, ['value'])).toEqual([]);
    expect(shown('Hij moet 310.000 euro betalen.', ['value'])).toEqual(['310000']);
    expect(
      shown('Ik kan u meedelen dat de Douane 12.214 zendingen tegenhield.', ['value']),
    ).toEqual(['12214']);
    expect(shown('De post bracht 12 kilo cocaïne per post.', ['value'])).toEqual(['12']);
  });

  test('a few things that were found are told of, whatever they are, and persons within their verb', () => {
    expect(shown('Er werden 7 jetski’s gevonden.', ['value', 'metric'])).toEqual(['7 ?']);
    expect(shown('Officers found 14 phones and 3 drones.', ['value', 'metric'])).toEqual([
      '14 ?',
      '3 ?',
    ]);
    expect(shown('De marechaussee hield er vijf aan.', ['value'])).toEqual(['5']);
  });
});

describe('what a word beside it takes away', () => {
  test.each([
    ['Officers checked 1980 vans and seized 40 kg of heroin.', ['1980 ?', '40 ?']],
    ['Er waren 1914 gemelde gevallen.', ['1914 ?']],
    ['Les 2012 agents ont saisi 4 kg de hasch.', ['2012 ?', '4 ?']],
    ['1914 meldingsplichtige instellingen meldden 722.000 transacties.', ['1914 ?', '722000 ?']],
    ['In 2031 werden 40 kilo gevonden.', ['40 2031-01-01/2031-12-31']],
    ['In 2031 en 2032 voertuigen gecontroleerd: 40.', ['40 ?']],
    ['The 2031 seizures came to 40 tonnes.', ['40 2031-01-01/2031-12-31~']],
    // Of the year or so many: not certain.
    [
      'Der Zoll kontrollierte 2012 Baustellen und fand 40 Kilogramm Kokain.',
      ['40 2012-01-01/2012-12-31~'],
    ],
  ])('a count is no year where a plural noun follows: %s', (text, expected) => {
    expect(shown(text, ['value', 'period'])).toEqual(expected);
  });

  test.each([
    ['Customs seized 40 kilos of ecstasy.', '?'],
    ['La police a saisi 12 kg d’ecstasy en poudre.', '?'],
    ['De politie nam 8 kilo xtc-poeder in beslag.', '?'],
    ['De politie nam 8 kilo xtc-pillen in beslag.', 'MDMA_TAB'],
    ['Police seized 300 ecstasy pills.', 'MDMA_TAB'],
  ])('ecstasy that is weighed is no tablets: %s', (text, expected) => {
    expect(shown(text, ['substance'])).toEqual([expected]);
  });

  test('a warrant, a team or an attempt of arrest is no arrest', () => {
    expect(
      shown('Over 700 European Arrest Warrants were issued.', ['value', 'unit', 'metric']),
    ).toEqual(['700 ? ?']);
    expect(shown('Police made 12 arrests and 1 arrest followed.', ['unit'])).toEqual([
      'arrest',
      'arrest',
    ]);
  });

  test.each([
    ['Police found £300,000 with cocaine.', '?'],
    ['Bij de cocaïne lag 40.000 euro.', '?'],
    ['Neben Kokain fanden die Beamten 25.000 Euro.', '?'],
    ['Officers found cocaine worth £2 million.', 'COC~'],
  ])('money that lay with drugs is of none: %s', (text, expected) => {
    expect(shown(text, ['substance'])).toEqual([expected]);
  });

  test.each([
    ['La gendarmerie a arrêté 800 véhicules et en a contrôlé 310.', '?'],
    ['Officers stopped 400 cars and searched 60 of them.', '?'],
    ['Die Polizei hielt 500 Fahrzeuge an, von denen 120 überprüft wurden.', '?'],
    ['Police stopped 300 cars.', 'vehicles_checked~'],
    ['Douze personnes ont été placées en garde à vue.', 'arrests~'],
  ])('who is stopped or held is not surely checked or arrested: %s', (text, expected) => {
    expect(shown(text, ['metric'])[0]).toBe(expected);
  });

  test('no fewer than so many may be so many', () => {
    expect(shown('Niet minder dan 17 bestuurders werden aangehouden.', ['wording'])).toEqual([
      'floor~',
    ]);
  });

  test.each([
    ['Un conteneur venu du Brésil cachait 296 kg de cocaïne.', ['?']],
    ['Raids ended with 234 arrests, 225 of them in Turkey.', ['?', 'TR~']],
    ['225 of the 234 arrests were made in Turkey.', ['TR~', '?']],
    ['Op Schiphol en Beekdam zat 800 kilo cocaïne.', ['?']],
    ['140 kilos ont été saisis en France et à l’étranger.', ['?']],
    [
      'In Rotterdam werd 9 kilo gevonden. In België werd 4 ton gevonden, meer dan eerder. Er werd 3 kilo gevonden.',
      ['NLRTM', 'BE', '?'],
    ],
    [
      'In Rotterdam werd 9 kilo gevonden. In Gent ging het om 3 kilo; een jaar eerder was het 2 kilo.',
      ['NLRTM', 'BEGNE~', '?'],
    ],
  ])('a place of a part, an origin or a comparison is none of the figure: %s', (text, places) => {
    expect(shown(text, ['place'])).toEqual(places);
  });

  test('the year of what a change set out from is not that of what it came to', () => {
    expect(
      shown('Die Zahl der Verfahren stieg von 14 im Jahr 2008 auf 85.', ['value', 'period']),
    ).toEqual(['14 2008-01-01/2008-12-31', '85 ?']);
  });

  test('police of several lands is of no one of them', () => {
    expect(
      shown('Polizei und Zoll der Benelux-Länder und Frankreichs kontrollierten 300 Personen.', [
        'agency',
      ]),
    ).toEqual(['?']);
  });

  test.each([
    ['Pv’s voor rijden zonder gordel (18), zonder verzekering (6) en zonder rijbewijs (3).', 3],
    ['Police issued fines for speeding (18) and phone use (6).', 2],
    ['Verstöße: ohne Führerschein (5), unter Drogen (9), ohne Gurt (14).', 3],
    ['Infractions : défaut d’assurance (12), alcoolémie (7), stupéfiants (9).', 3],
    ['A driver (34) and a passenger (11) were held.', 0],
    ['They held a man from Ghent (34) with his son (11).', 0],
    ['In 2022 there were eight seizures; in 2023 there were five.', 2],
    ['Officers searched 10 houses.', 1],
    // Counted by nobody.
    ['L’opération Gaz 789 a permis 34 interpellations.', 1],
    ['Police of five European countries made 40 arrests.', 1],
    ['In één voertuig lag 38 gram heroïne.', 1],
    ['Les gendarmes ont trouvé 27 sacs contenant 75 kg de pollen.', 1],
    ['Zendingen van meer dan 1000 kilo komen even vaak voor.', 0],
    ['Un conteneur censé porter 960 sacs cachait 4 kg d’héroïne.', 1],
  ])('what is counted, and what is not: %s', (text, count) => {
    expect(shown(text, ['value'])).toHaveLength(count);
  });

  test('a number is not of the thing of a neighbour', () => {
    const fields = ['value', 'unit'];
    expect(
      shown('597 trains ont été contrôlés. Parmi les interpellés, 170 étaient en fuite.', fields),
    ).toEqual(['597 train', '170 arrest~']);
    expect(
      shown('Er waren drie partijen van samen 300 kilo; in 2022 waren dat er vijf.', fields),
    ).toEqual(['3 batch', '300 kg', '5 batch~']);
  });

  test.each([
    [
      'Le cannabis pèse 157 tonnes, dont 151 t de résine et 6 t d’herbe.',
      ['CAN~', 'CAN_RESIN', 'CAN_HERB'],
    ],
    ['Er was 22 ton cannabis, waarvan 20 ton hars.', ['CAN', 'CAN_RESIN']],
    ['Es waren 157 Tonnen Cannabis, davon 151 Tonnen Harz.', ['CAN', 'CAN_RESIN']],
    ['Of 157 tonnes of cannabis, 151 tonnes of resin were seized.', ['CAN', 'CAN_RESIN']],
    [
      'La cocaïne et l’héroïne reculent, avec respectivement 12 tonnes et 424 kg.',
      ['COC~', 'HER~'],
    ],
    ['Cocaine and heroin reached 12 tonnes and 424 kg respectively.', ['COC~', 'HER~']],
    ['Cocaine rose to over 28 tonnes and herbal cannabis to 74.', ['COC~', 'CAN_HERB~']],
  ])('a form of what was named, and what is told in order: %s', (text, substances) => {
    expect(shown(text, ['substance'])).toEqual(substances);
  });

  test.each([
    'De slachtoffers kwamen uit Syrië (132), Jemen (48), Turkije (42) en Afghanistan (19).',
    'Les victimes venaient de Syrie (132), du Yémen (48), de Turquie (42) et d’Afghanistan (19).',
    'Die Opfer kamen aus Syrien (132), Jemen (48), der Türkei (42) und Afghanistan (19).',
    'The victims came from Syria (132), Yemen (48), Turkey (42) and Afghanistan (19).',
  ])('countries of origin are no places, also with figures between them: %s', (text) => {
    expect(shown(text, ['value', 'place'])).toEqual(['132 ?', '48 ?', '42 ?', '19 ?']);
  });

  test.each([
    ['Schiphol levert met afstand (607) de meeste zaken, gevolgd door Beekdam (74).', '74 ?'],
    ['In Belgisch-Limburg werd 40 kilo hasj gevonden.', '40 BE22'],
    ['40 kilos de hasch ont été saisis dans le Limbourg belge.', '40 BE22'],
    [
      'Op Schiphol werden 40 zaken geteld. Aan de Nederlandse grenzen waren het 50 zaken. Nadien waren het 12 zaken.',
      '12 ?',
    ],
  ])('a place of a land, at its borders or in no list: %s', (text, expected) => {
    expect(shown(text, ['value', 'place']).at(-1)).toBe(expected);
  });

  test.each([
    ['Die Bundespolizei nahm am Flughafen Beekdam 26 Personen fest.', 'place', 'Flughafen Beekdam'],
    ['Die Bundespolizei nahm 26 Personen fest.', 'agency', 'Bundespolizei'],
    ['La gendarmerie de l’Orne a saisi 40 kilos de hasch.', 'place', 'gendarmerie de l’Orne'],
    ['The UKFIU received 573,085 SARs.', 'agency', 'UKFIU'],
  ] as const)('what no list holds is asked in its own words: %s', (text, name, words) => {
    const [claim] = proposeClaims(text).claims;
    expect(claim?.fields[name]).toMatchObject({ value: null, rests: words });
  });

  test.each([
    ['De afpakdoelstelling (138.560.000 euro) is gehaald.', 0],
    ['L’objectif de confiscation (138 560 000 euros) est atteint.', 0],
    ['Das Abschöpfungsziel (138.560.000 Euro) ist erreicht.', 0],
    ['The recovery target (138,560,000 euros) was met.', 0],
    ['Eingenommen hat das Hauptzollamt rund 2,5 Milliarden Euro.', 0],
    ['Les recettes douanières ont atteint 2,5 milliards d’euros.', 0],
    ['De douane inde 2,5 miljard euro aan invoerrechten.', 0],
    ['Customs collected 2.5 billion euros in duties.', 0],
    ['Customs seized 2.5 million euros in cash.', 1],
    ['Op twaalf plaatsen werden er huiszoekingen verricht.', 1],
    ['Seize perquisitions ont été menées.', 1],
    ['Es wurden zwölf Objekte durchsucht, 40 Kilo Kokain lagen dort.', 2],
    ['Fifteen safeguarding visits were also carried out.', 1],
    ['De politie deelde zeshonderd boetes uit.', 1],
    ['Meldingen leidden tot de ontdekking van onder meer 5 labo’s en 15 plantages.', 2],
    ['Er kwamen zaken van Schiphol (607), gevolgd door Beekdam (74).', 2],
    ['120 targets were found, 94 on an app, 11 on marketplaces and five on the dark web.', 4],
    ['Het rapport heeft zeven hoofdstukken.', 0],
  ])('a target or revenue is no figure, and a few deeds are: %s', (text, count) => {
    expect(shown(text, ['value'])).toHaveLength(count);
  });

  test.each([
    ['173 Verstöße gegen das Waffengesetz wurden festgestellt.', '173 offence'],
    ['3528 zur Fahndung ausgeschriebene Menschen wurden festgestellt.', '3528 person'],
    ['Police found 310 pieces of various weapons.', '310 weapon~'],
    ['They checked 288,774 entities, including 215,273 people.', '215273 person'],
    ['Die Polizei nahm 266 Schleuser fest.', '266 arrest'],
  ])('nouns: %s', (text, expected) => {
    expect(shown(text, ['value', 'unit']).at(-1)).toBe(expected);
  });

  test('a number of a list may be joined to the figure behind it', () => {
    const [claim] = proposeClaims('4\u00a0957 kilos de cocaïne ont été saisis.').claims;
    expect(claim?.fields.value).toMatchObject({ value: '4957', sure: false, among: ['957'] });
    expect(shown('On a saisi 4\u00a0957 kilos de cocaïne.', ['value'])).toEqual(['4957']);
  });

  test('a title is no part of the sentence below it, and a wrapped line is', () => {
    expect(
      shown('Grote vangst in Antwerpen\nDe douane onderschepte 40 kilo cocaïne.', ['place']),
    ).toEqual(['?']);
    expect(
      shown('De politie heeft in de haven van\nAntwerpen 40 kilo cocaïne gevonden.', ['place']),
    ).toEqual(['BEANR']);
    expect(
      shown('Am Montag wurden im Hafen von Hamburg\nKokain, 40 Kilogramm, gefunden.', [
        'substance',
      ]),
    ).toEqual(['COC~']);
  });
});

test('the police of a country whose services each have their own name may be any of these', () => {
  const text =
    'Im Jahr 2023 registrierte die Polizei in Nordrhein-Westfalen 61.498 Rauschgiftdelikte.';
  const [claim] = proposeClaims(text, { language: 'de' }).claims;
  expect(claim?.fields.agency).toMatchObject({ value: null, among: ['DE_BKA', 'DE_LKA_NRW'] });
});

test.each([
  ['de', 'Im Jahr 2023 registrierte die Polizei 61.498 Rauschgiftdelikte.', 'ICCS0601', ''],
  ['nl', 'In 2023 werden in Nederland 12.450 drugsdelicten geregistreerd.', 'ICCS0601', ''],
  ['fr', 'La police a enregistré 1133 faits de cocaïne à Anvers en 2024.', '', 'COC'],
  ['en', 'In 2023 Belgian police recorded 812 cocaine offences.', '', 'COC'],
] as const)(
  'the offence and the drug of what is counted are kept (%s)',
  (language, text, offence, substance) => {
    const [claim] = proposeClaims(text, { language }).claims;
    expect(claim && claimRow(claim, 'X1', null)).toMatchObject({
      metric: 'offences',
      offence,
      substance,
    });
  },
);

test('the police of a place that may be two of one country are of that country', () => {
  const text = 'Police in Hamburg recorded 5,000 drug offences in 2023.';
  const [claim] = proposeClaims(text, { language: 'en' }).claims;
  expect(claim?.fields.agency.among.every((code) => code.startsWith('DE_'))).toBe(true);
});

test('words of evidence stand whole', () => {
  const told = (text: string): string =>
    proposeClaims(text, {})
      .claims.map(({ fields }) => JSON.stringify(fields.metric))
      .join();
  expect(told('In Bremen wurden 300 kg Kokain sichergestellt.')).toContain('sichergestellt');
  expect(told('Trois saisies de cocaïne ont été réalisées à Anvers en 2023.')).not.toContain(
    '… saisi”',
  );
});

test.each([
  ['nl', 'De douane onderschepte in 2023 160 keer cocaïne in de haven van Antwerpen.'],
  ['fr', 'En 2023, la douane belge a saisi 160 fois de la cocaïne au port d’Anvers.'],
  ['de', '2023 wurde im Hafen von Antwerpen 160 Mal Kokain sichergestellt.'],
  ['en', 'Customs intercepted cocaine 160 times in Antwerp in 2023.'],
] as const)('how often a drug was found is a count of finds (%s)', (language, text) => {
  const [claim] = proposeClaims(text, { language }).claims;
  expect(claim && claimRow(claim, 'X1', null)).toMatchObject({
    ...{ metric: 'seizures', value: '160', unit: 'seizure' },
    ...{ substance: 'COC', place: 'BEANR' },
  });
});

test.each([
  'In 2022 werd er 3 keer zoveel cocaïne gevonden in Gent als in 2021.',
  'In 2022 was er 2 keer meer cocaïne in Gent.',
])('so many times as much is a multiple: %s', (text) => {
  const { claims, noClaims } = proposeClaims(text, { language: 'nl' });
  expect(claims).toEqual([]);
  expect(noClaims.map(({ kind }) => kind)).toEqual(['multiple']);
});

test('a pound of a drug is a weight, and other pounds are asked', () => {
  const unit = (text: string) =>
    proposeClaims(text, { language: 'en' }).claims[0]?.fields.unit.value;
  expect(unit('Officers seized 85 pounds of cocaine in Dover in 2023.')).toBe('lb');
  expect(unit('Officers seized 85 pounds in Dover in 2023.')).toBe(null);
});

test('groups parted by blanks may have decimals behind a point', () => {
  const text = 'In Vlissingen wurden 2023 Bargeld in Höhe von 47 800.50 Euro sichergestellt.';
  const [claim] = proposeClaims(text, { language: 'de' }).claims;
  expect(claim).toMatchObject({ value: 47_800.5, fields: { unit: { value: 'EUR' } } });
});

test('a whole is of the country that holds the place of its part, and of reports the country of their unit is asked first', () => {
  const place = (text: string) => proposeClaims(text, {}).claims[0]?.fields.place;
  expect(
    place('La Belgique a saisi 116 tonnes de cocaïne en 2023, dont 113 tonnes à Anvers.'),
  ).toMatchObject({ value: 'BE', sure: false });
  expect(
    place('De FIU-Nederland ontving in 2023 1.896.176 meldingen van ongebruikelijke transacties.'),
  ).toMatchObject({ value: null, among: ['NL'] });
});
