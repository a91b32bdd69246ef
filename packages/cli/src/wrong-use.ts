export { sayAsIs, wrongUse } from '@samenbeeld/merge';
