import { randomOf } from '@samenbeeld/exercise';
import { expect, test } from 'vitest';

const many = 20_000;

test('a stream follows from seed and name', () => {
  const draw = (seed: number, name: string) => {
    const random = randomOf(seed, name);
    return Array.from({ length: 8 }, () => random.int(0, 1_000_000));
  };
  expect(draw(1, 'ports')).toEqual(draw(1, 'ports'));
  expect(draw(1, 'ports')).not.toEqual(draw(2, 'ports'));
  expect(draw(1, 'ports')).not.toEqual(draw(1, 'roads'));
});

test('poisson has its mean as mean and variance', () => {
  const random = randomOf(3, 'poisson');
  const drawn = Array.from({ length: many }, () => random.poisson(6));
  const mean = drawn.reduce((sum, count) => sum + count, 0) / many;
  const variance = drawn.reduce((sum, count) => sum + (count - mean) ** 2, 0) / many;
  expect(Math.abs(mean - 6)).toBeLessThan(0.1);
  expect(Math.abs(variance - 6)).toBeLessThan(0.3);
});

test('normal has mean 0, variance 1 and the tails of the bell', () => {
  const random = randomOf(4, 'normal');
  const drawn = Array.from({ length: many }, () => random.normal());
  const mean = drawn.reduce((sum, value) => sum + value, 0) / many;
  const variance = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / many;
  const beyond = drawn.filter((value) => Math.abs(value) > 1.96).length / many;
  expect(Math.abs(mean)).toBeLessThan(0.03);
  expect(Math.abs(variance - 1)).toBeLessThan(0.05);
  expect(Math.abs(beyond - 0.05)).toBeLessThan(0.01);
});

test('weighted keeps to the weights and shuffle to the members', () => {
  const random = randomOf(5, 'weights');
  const drawn = Array.from({ length: many }, () => random.weighted({ often: 3, seldom: 1 }));
  expect(Math.abs(drawn.filter((key) => key === 'often').length / many - 0.75)).toBeLessThan(0.02);
  expect([...random.shuffle([1, 2, 3, 4, 5])].sort()).toEqual([1, 2, 3, 4, 5]);
});
