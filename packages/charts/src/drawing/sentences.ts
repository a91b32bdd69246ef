import { inEach, type Language, type Text } from '@samenbeeld/schema';

/** Sentences that apply, one after another, in each language. */
export function sentences(...parts: readonly (Text | false | null | undefined)[]): Text {
  const said = parts.filter((part): part is Text => Boolean(part));
  return inEach((language) => said.flatMap((part) => part[language] || []).join(' '));
}

/** A text with each `{name}` replaced by what it stands for in its language. */
export function fill(
  text: Text,
  values: Readonly<Record<string, (language: Language) => string>>,
): Text {
  return inEach((language) =>
    text[language].replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
      const say = values[name];
      return say ? say(language) : whole;
    }),
  );
}
