import { figure, inEach, paragraph, type Text } from '@samenbeeld/schema';
import { effortUnknown } from '../words/effort.ts';
import { headed } from '../words/headed.ts';
import { manyOf, type PeriodUnit } from '../words/period-units.ts';
import { chanceOfOne, firstFew, roughly } from './alarm-words.ts';

/** What a sentence about the time between events may say. */
export interface GapWords {
  readonly unit: PeriodUnit;
  readonly examined: number;
  readonly alarms: readonly string[];
  readonly byChance: number;
  readonly mayBeChance: boolean;
  readonly together: number;
  /** At most this is sooner than expected; null where no time is short enough. */
  readonly short: number | null;
  readonly latest: {
    readonly event: string;
    readonly gap: number;
    readonly expected: number;
    readonly alarm: boolean;
  } | null;
  readonly open: { readonly length: number; readonly long: boolean } | null;
  readonly label: Text | undefined;
  readonly controls: boolean;
}

const cannotTell: Text = {
  nl: 'Geen conclusie mogelijk: zelfs gebeurtenissen op één dag zouden bij dit niveau toeval kunnen zijn.',
  fr: 'Aucune conclusion possible\u00a0: à ce niveau, même des événements survenus le même jour pourraient être dus au hasard.',
  de: 'Keine Aussage möglich: Auf diesem Niveau könnten selbst Ereignisse an einem Tag Zufall sein.',
  en: 'No conclusion possible: at this level even events on one day may be chance.',
};

const notProof: Text = {
  nl: 'Dat bewijst niet dat er niets is veranderd.',
  fr: 'Cela ne prouve pas que rien n’a changé.',
  de: 'Das beweist nicht, dass sich nichts verändert hat.',
  en: 'That does not prove that nothing changed.',
};

function main(w: GapWords): Text {
  const { alarms, examined } = w;
  if (alarms.length === 0)
    return {
      nl: `Bij geen van de ${examined} beoordeelde gebeurtenissen was de tussentijd duidelijk korter dan verwacht.`,
      fr: `Pour aucun des ${examined} événements évalués, l’intervalle n’a été nettement plus court qu’attendu.`,
      de: `Bei keinem der ${examined} beurteilten Ereignisse war der Abstand deutlich kürzer als erwartet.`,
      en: `For none of the ${examined} events judged was the time between events clearly shorter than expected.`,
    };
  return inEach((language) => {
    const list = firstFew(alarms, language);
    return {
      nl: `Bij ${alarms.length} van de ${examined} beoordeelde gebeurtenissen was de tussentijd duidelijk korter dan verwacht (${list}).`,
      fr: `Pour ${alarms.length} des ${examined} événements évalués, l’intervalle a été nettement plus court qu’attendu (${list}).`,
      de: `Bei ${alarms.length} der ${examined} beurteilten Ereignisse war der Abstand deutlich kürzer als erwartet (${list}).`,
      en: `For ${alarms.length} of the ${examined} events judged the time between events was clearly shorter than expected (${list}).`,
    }[language];
  });
}

function together(count: number): Text | null {
  return count === 1
    ? null
    : {
        nl: `Telkens zijn ${count} tussentijden samen beoordeeld.`,
        fr: `À chaque fois, ${count} intervalles sont évalués ensemble.`,
        de: `Jeweils sind ${count} Abstände zusammen beurteilt.`,
        en: `Each time ${count} gaps are judged together.`,
      };
}

function chance(w: GapWords): Text {
  const so = w.mayBeChance
    ? {
        nl: '; het kan dus toeval zijn',
        fr: '\u00a0; il peut donc s’agir du hasard',
        de: '; es kann sich also um Zufall handeln',
        en: '; it may therefore be chance',
      }
    : { nl: '', fr: '', de: '', en: '' };
  return inEach((language) => {
    const about = roughly(w.byChance, language);
    return {
      nl: `Door toeval alleen zijn ongeveer ${about} van zulke gevallen te verwachten${so.nl}.`,
      fr: `Le hasard seul laisse attendre environ ${about} de ces cas${so.fr}.`,
      de: `Allein durch Zufall sind etwa ${about} solche Fälle zu erwarten${so.de}.`,
      en: `By chance alone about ${about} such cases are to be expected${so.en}.`,
    }[language];
  });
}

function latest(w: GapWords): Text | null {
  if (!w.latest || w.short === null) return null;
  const { event, gap, expected, alarm } = w.latest;
  const many = manyOf(w.unit);
  return inEach((language) => {
    const [own, mean, short] = [gap, expected, w.short as number].map((value) =>
      figure(value, language),
    ) as [string, string, string];
    const numbers = {
      nl: `${own} (${many.nl}), ${mean} verwacht, hoogstens ${short} is ongewoon kort`,
      fr: `${own} (${many.fr}), attendu ${mean}, inhabituellement court jusqu’à ${short}`,
      de: `${own} (${many.de}), ${mean} erwartet, ungewöhnlich kurz sind höchstens ${short}`,
      en: `${own} (${many.en}), ${mean} expected, at most ${short} is unusually short`,
    }[language];
    return {
      nl: `De laatste, ${event}, volgde ${alarm ? '' : 'niet '}ongewoon snel op de vorige: ${numbers}.`,
      fr: `Le dernier, ${event}, ${alarm ? 'a suivi' : 'n’a pas suivi'} le précédent inhabituellement vite\u00a0: ${numbers}.`,
      de: `Das letzte, ${event}, folgte ${alarm ? '' : 'nicht '}ungewöhnlich schnell auf das vorige: ${numbers}.`,
      en: `The latest, ${event}, ${alarm ? 'followed' : 'did not follow'} the one before unusually soon: ${numbers}.`,
    }[language];
  });
}

function open(w: GapWords): Text | null {
  if (!w.open) return null;
  const { length, long } = w.open;
  const many = manyOf(w.unit);
  return inEach((language) => {
    const time = `${figure(length, language)} ${many[language]}`;
    return {
      nl: `Sindsdien zijn ${time} verstreken zonder nieuwe; dat is ${long ? '' : 'niet '}ongewoon lang.`,
      fr: `Depuis, ${time} se sont écoulés sans nouvel événement\u00a0; ce ${long ? 'délai est' : 'délai n’est pas'} inhabituellement long.`,
      de: `Seither sind ${time} ohne ein neues vergangen; das ist ${long ? '' : 'nicht '}ungewöhnlich lang.`,
      en: `Since then ${time} have passed without another, which is ${long ? '' : 'not '}unusually long.`,
    }[language];
  });
}

/** The sentence for the time between events. */
export function gapSays(w: GapWords): Text {
  const effort = w.controls ? null : effortUnknown;
  if (w.examined === 0 || w.short === null)
    return headed(w.label, null, paragraph(cannotTell, open(w), effort));
  const onlyLatest = w.examined === 1;
  return headed(
    w.label,
    null,
    paragraph(
      onlyLatest ? latest(w) : main(w),
      together(w.together),
      onlyLatest ? chanceOfOne(w.byChance) : chance(w),
      onlyLatest ? null : latest(w),
      open(w),
      w.alarms.length === 0 ? notProof : null,
      effort,
    ),
  );
}
