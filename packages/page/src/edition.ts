import type { Language, Text } from '@samenbeeld/schema';
import { escapeXml } from '@samenbeeld/schema';
import type { Why } from './document.ts';
import type { DrawnCharts } from './draw-charts.ts';

/** What the parts of one language's edition need to know. */
export interface Edition {
  readonly language: Language;
  readonly charts: DrawnCharts;
  /** Number of each answer to "why?", by key. */
  readonly answers: ReadonlyMap<string, number>;
  /** A number that no other part of this edition has had. */
  readonly next: () => number;
  /** Notes below tables of this chapter that stand there already: each is read once. */
  readonly noted: Set<string>;
}

/** Anchor of the answer to "why?" in an edition. */
export function whyAnchor(why: Why, edition: Edition): string {
  return `${edition.language}-why-${edition.answers.get(why.key) ?? 0}`;
}

/** A text as HTML in the language of the edition. */
export function say(text: Text, edition: Edition): string {
  return escapeXml(text[edition.language]);
}
