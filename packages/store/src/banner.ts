import {
  classifications,
  type Handling,
  handlingCodes,
  type Language,
  languages,
  shownText,
  type Text,
} from '@samenbeeld/schema';
import type { Audience } from './audience.ts';

const exercise: Text = {
  nl: 'OEFENING – synthetische gegevens, geen echte inbeslagnames',
  fr: 'EXERCICE – données synthétiques, aucune saisie réelle',
  de: 'ÜBUNG – synthetische Daten, keine echten Sicherstellungen',
  en: 'EXERCISE – synthetic data, no real seizures',
};

const readers: Text = { nl: 'voor', fr: 'destinataires', de: 'Empfänger', en: 'for' };

function handlingWords(handling: Handling, language: Language): readonly string[] {
  return handling.h.map((code) =>
    code === 'H3'
      ? `H3 ${shownText(handling.h3Text.join('; '))}`
      : handlingCodes.label(code, language).replace(' · ', ' '),
  );
}

/** The level in words, with what each state prints on paper. */
function classificationWords({ classification }: Handling, language: Language): string {
  const { label, national } = classifications.get(classification);
  const printed = Object.values(national).flat().join(' / ');
  return printed === '' ? label[language] : `${label[language]} (${printed})`;
}

/** The handling of an output in one line a language; an exercise says so on a line before it. */
export function bannerOf(handling: Handling, audience: Audience, synthetic: boolean): Text {
  const lines = languages.map((language) => {
    const colon = language === 'fr' ? '\u00a0:' : ':';
    const line = [
      `TLP:${handling.tlp}`,
      ...handlingWords(handling, language),
      classificationWords(handling, language),
      `${readers[language]}${colon} ${audience.label[language]}`,
    ].join(' · ');
    return [language, synthetic ? `${exercise[language]}\n${line}` : line] as const;
  });
  return Object.fromEntries(lines) as unknown as Text;
}
