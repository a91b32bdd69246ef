export type { ColumnTable } from 'arquero';
export { dialect } from './dialect/dialect.ts';
export type { NumberRange } from './dialect/number-set.ts';
export type { DecimalFormat } from './dialect/parse-decimal.ts';
export type { Unpivot } from './dialect/unpivot.ts';
export type { Engine, EngineOptions, Progress } from './engine.ts';
export { openEngine } from './open-engine.ts';
export type { Column, ColumnType, Params, Scalar } from './value.ts';
