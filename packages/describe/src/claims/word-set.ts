export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(' '));
