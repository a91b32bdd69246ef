import { ears, farrington, gapChart, poissonCusum } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';
import { agona } from './salmonella.ts';

describe('every alarm sentence', () => {
  const months = Array.from({ length: 72 }, (_, i) => 10 + (i % 12) + (i === 71 ? 25 : 0));
  const periods = months.map(
    (_, i) => `${2019 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
  );
  const label = {
    nl: 'Post uit Luik',
    fr: 'Courrier de Liège',
    de: 'Post aus Lüttich',
    en: 'Post from Liège',
  };

  it('is natural in four languages, for one month', () => {
    const { says } = farrington(months, { periods, examine: 1, label });
    expect(says).toMatchInlineSnapshot(`
      {
        "de": "Post aus Lüttich: Der letzte Monat, 2024-12, liegt über dem Üblichen: 46 gezählt, 17,0 erwartet, üblich sind höchstens 28,4. Ändert sich nichts, beträgt die Wahrscheinlichkeit eines solchen Alarms 10 %. Angaben zu Kontrollen fehlen: Mehr oder weniger Kontrollen können eine Veränderung erklären oder verdecken.",
        "en": "Post from Liège: the latest month, 2024-12, lies above what is usual: 46 counted, 17.0 expected, at most 28.4 is usual. Where nothing changes, the chance of such an alarm is 10%. There are no data on controls: more or fewer checks may explain or hide a change.",
        "fr": "Courrier de Liège : le dernier mois, 2024-12, dépasse le niveau habituel : compté 46, attendu 17,0, habituel jusqu’à 28,4. Si rien ne change, la probabilité d’une telle alerte est de 10 %. Il n’y a pas de données sur les contrôles : des contrôles plus ou moins nombreux peuvent expliquer ou masquer une évolution.",
        "nl": "Post uit Luik: de laatste maand, 2024-12, ligt boven wat gebruikelijk is: 46 geteld, 17,0 verwacht, gebruikelijk is hoogstens 28,4. Verandert er niets, dan is de kans op zo’n alarm 10%. Er zijn geen gegevens over controles: meer of minder controleren kan een verandering verklaren of verbergen.",
      }
    `);
  });

  it('is natural in four languages, for a year of weeks', () => {
    const { says } = farrington(agona, {
      frequency: 52,
      examine: 43,
      yearsBack: 4,
      alpha: 0.01,
      controls: true,
    });
    expect(says).toMatchInlineSnapshot(`
      {
        "de": "In 2 der 34 untersuchten Zeitabschnitte wurde mehr gezählt als erwartet (284, 285). Allein durch Zufall sind etwa 1 solche Zeitabschnitte zu erwarten; es kann sich also um Zufall handeln. Der letzte Zeitabschnitt, 312, liegt nicht über dem Üblichen: 4 gezählt, 6,68 erwartet, üblich sind höchstens 17,3. Nicht zu beurteilen: 9.",
        "en": "In 2 of the 34 periods examined more was counted than expected (284, 285). By chance alone about 1 such periods are to be expected; it may therefore be chance. The latest period, 312, does not lie above what is usual: 4 counted, 6.68 expected, at most 17.3 is usual. Not possible to judge: 9.",
        "fr": "Dans 2 des 34 périodes examinées, le nombre compté dépasse le nombre attendu (284, 285). Le hasard seul laisse attendre environ 1 de ces périodes ; il peut donc s’agir du hasard. La dernière période, 312, ne dépasse pas le niveau habituel : compté 4, attendu 6,68, habituel jusqu’à 17,3. Impossibles à évaluer : 9.",
        "nl": "In 2 van de 34 onderzochte perioden is meer geteld dan verwacht (284, 285). Door toeval alleen zijn ongeveer 1 van zulke perioden te verwachten; het kan dus toeval zijn. De laatste periode, 312, blijft binnen wat gebruikelijk is: 4 geteld, 6,68 verwacht, gebruikelijk is hoogstens 17,3. Niet te beoordelen: 9.",
      }
    `);
  });

  it('says where nothing is above the usual, and that this proves nothing', () => {
    const { says } = ears(months.slice(0, 20), { periods: periods.slice(0, 20), threshold: 6 });
    expect(says).toMatchInlineSnapshot(`
      {
        "de": "In keinem der 13 untersuchten Monate wurde deutlich mehr gezählt als erwartet. Allein durch Zufall sind etwa 0,027 solche Monate zu erwarten. Der letzte Monat, 2020-08, liegt nicht über dem Üblichen: 17 gezählt, 13 erwartet, üblich sind höchstens 26,0. Das beweist nicht, dass sich nichts verändert hat. Angaben zu Kontrollen fehlen: Mehr oder weniger Kontrollen können eine Veränderung erklären oder verdecken.",
        "en": "In none of the 13 months examined was clearly more counted than expected. By chance alone about 0.027 such months are to be expected. The latest month, 2020-08, does not lie above what is usual: 17 counted, 13 expected, at most 26.0 is usual. That does not prove that nothing changed. There are no data on controls: more or fewer checks may explain or hide a change.",
        "fr": "Dans aucun des 13 mois examinés le nombre compté ne dépasse nettement le nombre attendu. Le hasard seul laisse attendre environ 0,027 de ces mois. Le dernier mois, 2020-08, ne dépasse pas le niveau habituel : compté 17, attendu 13, habituel jusqu’à 26,0. Cela ne prouve pas que rien n’a changé. Il n’y a pas de données sur les contrôles : des contrôles plus ou moins nombreux peuvent expliquer ou masquer une évolution.",
        "nl": "In geen van de 13 onderzochte maanden is duidelijk meer geteld dan verwacht. Door toeval alleen zijn ongeveer 0,027 van zulke maanden te verwachten. De laatste maand, 2020-08, blijft binnen wat gebruikelijk is: 17 geteld, 13 verwacht, gebruikelijk is hoogstens 26,0. Dat bewijst niet dat er niets is veranderd. Er zijn geen gegevens over controles: meer of minder controleren kan een verandering verklaren of verbergen.",
      }
    `);
  });

  // Twenty weeks about 11, then 25, 22 and 19: C1 calls the first, and takes the next two into its own base.
  it('says that the high weeks lie in the base of C1, and is less sure then', () => {
    const calm = [11, 9, 12, 10, 13, 11, 8, 12, 11, 14, 10, 9, 13, 11, 12, 10, 11, 9, 12, 13];
    const counts = [...calm, 25, 22, 19];
    const weeks = counts.map((_, i) => `2024-W${String(i + 1).padStart(2, '0')}`);
    const c1 = ears(counts, { periods: weeks, controls: true });
    expect(c1.details.alarmPeriods).toBe('2024-W21');
    expect(c1.details.chance).toBeGreaterThan(0.05);
    expect(c1.confidence).toBe('medium');
    expect(c1.warnings.map(({ en }) => en)).toContain(
      'the base of the latest count holds an alarm: 2024-W21; its bound may lie too high',
    );
    expect(c1.says).toMatchInlineSnapshot(`
      {
        "de": "In 1 der 16 untersuchten Wochen wurde mehr gezählt als erwartet (2024-W21). Allein durch Zufall sind etwa 0,42 solche Wochen zu erwarten; es kann sich also um Zufall handeln. Die letzte Woche, 2024-W23, liegt nicht über dem Üblichen: 19 gezählt, 14,6 erwartet, üblich sind höchstens 33,5. In diese Grenze gehen die Wochen davor ein, darunter eine hohe Zahl (2024-W21): Sie kann daher zu hoch liegen. Die Verfahren C2 und C3 lassen die zwei Wochen davor außer Betracht.",
        "en": "In 1 of the 16 weeks examined more was counted than expected (2024-W21). By chance alone about 0.42 such weeks are to be expected; it may therefore be chance. The latest week, 2024-W23, does not lie above what is usual: 19 counted, 14.6 expected, at most 33.5 is usual. That bound is taken from the weeks before, a high count among them (2024-W21), and may therefore lie too high. The methods C2 and C3 leave the two weeks before out of it.",
        "fr": "Dans 1 des 16 semaines examinées, le nombre compté dépasse le nombre attendu (2024-W21). Le hasard seul laisse attendre environ 0,42 de ces semaines ; il peut donc s’agir du hasard. La dernière semaine, 2024-W23, ne dépasse pas le niveau habituel : compté 19, attendu 14,6, habituel jusqu’à 33,5. Cette borne est tirée des semaines qui précèdent, dont un nombre élevé (2024-W21) ; elle peut donc être trop haute. Les méthodes C2 et C3 laissent de côté les deux semaines qui précèdent.",
        "nl": "In 1 van de 16 onderzochte weken is meer geteld dan verwacht (2024-W21). Door toeval alleen zijn ongeveer 0,42 van zulke weken te verwachten; het kan dus toeval zijn. De laatste week, 2024-W23, blijft binnen wat gebruikelijk is: 19 geteld, 14,6 verwacht, gebruikelijk is hoogstens 33,5. Die grens is berekend uit de weken ervoor, met daarbij een hoge telling (2024-W21), en kan daardoor te hoog liggen. De methoden C2 en C3 laten de twee weken ervoor buiten beschouwing.",
      }
    `);
    const c2 = ears(counts, { periods: weeks, method: 'C2', controls: true });
    expect(c2.details.alarmPeriods).toBe('2024-W21 2024-W22 2024-W23');
    expect(c2.says.en).toContain('clearly more was counted');
    expect(c2.says.en).not.toContain('That bound');
  });

  it('says nothing clearly that may be chance, of sums neither', () => {
    const counts = [5, 3, 4, 9, 4, 3, 5, 4, 3, 4, 5, 4];
    const { says, details } = poissonCusum(counts, { expected: 4, threshold: 1 });
    expect(details.alarms).toBeGreaterThan(0);
    expect(says.en).toMatch(/it may therefore be chance/);
    for (const words of Object.values(says))
      expect(words).not.toMatch(/clearly|duidelijk|nettement|deutlich/);
  });

  it('says when a lasting rise began', () => {
    const counts = [4, 3, 6, 2, 5, 4, 9, 8, 11, 7];
    const { says } = poissonCusum(counts, { expected: 4, periods: periods.slice(0, 10) });
    expect(says).toMatchInlineSnapshot(`
      {
        "de": "In 1 der 10 untersuchten Monate wurde, zusammen mit dem, was voranging, mehr gezählt als erwartet (2019-09; der letzte Überschuss baute sich seit 2019-07 auf). Allein durch Zufall sind etwa 0,18 solche Monate zu erwarten; es kann sich also um Zufall handeln. Ändert sich nichts, kommt ein Fehlalarm im Mittel einmal in 57 Monaten. Angaben zu Kontrollen fehlen: Mehr oder weniger Kontrollen können eine Veränderung erklären oder verdecken.",
        "en": "In 1 of the 10 months examined, taken with what came before, more was counted than expected (2019-09; the last excess built up since 2019-07). By chance alone about 0.18 such months are to be expected; it may therefore be chance. Where nothing changes, a false alarm comes once in 57 months on average. There are no data on controls: more or fewer checks may explain or hide a change.",
        "fr": "Dans 1 des 10 mois examinés, le nombre compté, cumulé avec ce qui précède, dépasse le nombre attendu (2019-09 ; le dernier excédent s’est accumulé depuis 2019-07). Le hasard seul laisse attendre environ 0,18 de ces mois ; il peut donc s’agir du hasard. Si rien ne change, une fausse alerte survient en moyenne une fois en 57 mois. Il n’y a pas de données sur les contrôles : des contrôles plus ou moins nombreux peuvent expliquer ou masquer une évolution.",
        "nl": "In 1 van de 10 onderzochte maanden is, samen met wat eraan voorafging, meer geteld dan verwacht (2019-09; het laatste overschot bouwde zich op sinds 2019-07). Door toeval alleen zijn ongeveer 0,18 van zulke maanden te verwachten; het kan dus toeval zijn. Verandert er niets, dan komt een vals alarm gemiddeld eens per 57 maanden. Er zijn geen gegevens over controles: meer of minder controleren kan een verandering verklaren of verbergen.",
      }
    `);
  });

  it('says that rare events follow each other fast', () => {
    const gaps = [41, 63, 28, 55, 70, 39, 44, 61, 22, 2, 1, 3];
    const { says } = gapChart(gaps, { learnFrom: 8, gapsTogether: 2, open: 12 });
    expect(says).toMatchInlineSnapshot(`
      {
        "de": "Bei 1 der 3 beurteilten Ereignisse war der Abstand deutlich kürzer als erwartet (11). Jeweils sind 2 Abstände zusammen beurteilt. Allein durch Zufall sind etwa 0,011 solche Fälle zu erwarten. Das letzte, 12, folgte nicht ungewöhnlich schnell auf das vorige: 4 (Tage), 100 erwartet, ungewöhnlich kurz sind höchstens 3. Seither sind 12 Tage ohne ein neues vergangen; das ist nicht ungewöhnlich lang. Angaben zu Kontrollen fehlen: Mehr oder weniger Kontrollen können eine Veränderung erklären oder verdecken.",
        "en": "For 1 of the 3 events judged the time between events was clearly shorter than expected (11). Each time 2 gaps are judged together. By chance alone about 0.011 such cases are to be expected. The latest, 12, did not follow the one before unusually soon: 4 (days), 100 expected, at most 3 is unusually short. Since then 12 days have passed without another, which is not unusually long. There are no data on controls: more or fewer checks may explain or hide a change.",
        "fr": "Pour 1 des 3 événements évalués, l’intervalle a été nettement plus court qu’attendu (11). À chaque fois, 2 intervalles sont évalués ensemble. Le hasard seul laisse attendre environ 0,011 de ces cas. Le dernier, 12, n’a pas suivi le précédent inhabituellement vite : 4 (jours), attendu 100, inhabituellement court jusqu’à 3. Depuis, 12 jours se sont écoulés sans nouvel événement ; ce délai n’est pas inhabituellement long. Il n’y a pas de données sur les contrôles : des contrôles plus ou moins nombreux peuvent expliquer ou masquer une évolution.",
        "nl": "Bij 1 van de 3 beoordeelde gebeurtenissen was de tussentijd duidelijk korter dan verwacht (11). Telkens zijn 2 tussentijden samen beoordeeld. Door toeval alleen zijn ongeveer 0,011 van zulke gevallen te verwachten. De laatste, 12, volgde niet ongewoon snel op de vorige: 4 (dagen), 100 verwacht, hoogstens 3 is ongewoon kort. Sindsdien zijn 12 dagen verstreken zonder nieuwe; dat is niet ongewoon lang. Er zijn geen gegevens over controles: meer of minder controleren kan een verandering verklaren of verbergen.",
      }
    `);
  });

  it('says that effort may explain it, unless data on controls were used', () => {
    for (const { says } of [
      farrington(months, { frequency: 12 }),
      ears(months),
      poissonCusum(months, { expected: 15 }),
      gapChart([3, 9, 4, 20, 1, 7]),
    ]) {
      expect(says.nl).toContain('Er zijn geen gegevens over controles');
      expect(says.fr).toContain('Il n’y a pas de données sur les contrôles');
      expect(says.de).toContain('Angaben zu Kontrollen fehlen');
      expect(says.en).toContain('There are no data on controls');
    }
    expect(ears(months, { controls: true }).says.en).not.toContain('controls');
  });
});
