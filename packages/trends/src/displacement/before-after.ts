import { inFour, type Shape, shape } from '@samenbeeld/schema';
import { checkCount } from '../check-count.ts';

/** The events of one area before and after. */
export interface BeforeAfter {
  /** To tell whether it could be a place to which traffic moved. */
  readonly name?: string;
  readonly before: number;
  readonly after: number;
}

/** Two counts of events, or an InputError that names the area. */
export function checkBeforeAfter(role: string, area: BeforeAfter): void {
  checkCount(
    inFour('{role} ervoor', '{role} avant', '{role} vorher', '{role} before', { role }),
    area.before,
  );
  checkCount(
    inFour('{role} erna', '{role} après', '{role} nachher', '{role} after', { role }),
    area.after,
  );
}

export const beforeAfterShape: Shape = shape.record<BeforeAfter>({
  before: shape.number,
  after: shape.number,
});
