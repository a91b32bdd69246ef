import { inEach, type Text } from '@samenbeeld/schema';
import { type ClaimWhy, whyText } from './claim-words.ts';

/** What is proposed for a field, or null where it is asked; and why. */
export interface ProposedField {
  /** Code, digits, or for a period its days ("2024-01-01/2024-12-31"); null where it is asked. */
  readonly value: string | null;
  /** Whether the sentence says it; what is not sure is to be looked at. */
  readonly sure: boolean;
  readonly why: Text;
  /** The words of the text that it rests on; empty where it rests on none. */
  readonly rests: string;
  /** Other values it may have. */
  readonly among: readonly string[];
}

/** Why something is proposed or asked, and on which words that rests. */
type Because = Pick<ProposedField, 'why' | 'rests'>;

export const asked = (because: Because, among: readonly string[] = []): ProposedField => ({
  ...{ value: null, sure: false, among },
  ...because,
});
export const proposed = (
  value: string,
  sure: boolean,
  because: Because,
  among: readonly string[] = [],
): ProposedField => ({ value, sure, ...because, among });

export function because(why: ClaimWhy, words = ''): Because {
  const rests = words.trim();
  return {
    why: inEach((language) => whyText[why][language].replace('{words}', () => rests)),
    rests,
  };
}

/** A field that stays sure only where something else holds as well. */
export const sureIf = (field: ProposedField, isSaid: () => boolean): ProposedField =>
  field.sure && !isSaid() ? { ...field, sure: false } : field;

/** What the sentence before said, as a proposal that is not sure. */
export function carriedField(field: ProposedField | null): ProposedField | null {
  return field?.value ? { ...field, sure: false, ...because('before', field.rests) } : null;
}
