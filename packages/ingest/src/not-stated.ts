import type { Text } from '@samenbeeld/schema';

const countingRule: Text = {
  nl: 'Niet vermeld in het bestand.',
  fr: 'Non précisé dans le fichier.',
  de: 'In der Datei nicht angegeben.',
  en: 'Not stated in the file.',
};

/** What a proposed description says where the file says nothing; while it stands, the question is open. */
export const notStated = {
  countingRule: countingRule as Text,
  licence: 'not stated in the file',
  publisher: 'publisher not stated',
} as const;
