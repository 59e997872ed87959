import { expect, it } from 'vitest';
import { runFuzz } from './fuzz.fixture.ts';

it('of 20,000 changed credentials none passes with another meaning, none is thrown on, every untouched one passes', async () => {
  const report = await runFuzz(20_000, 20_260_301);
  const { wrong, crashes, controls, controlsAccepted, sameMeaning, codes } = report;
  expect(wrong).toEqual([]);
  expect(crashes).toEqual([]);
  expect(controls).toBeGreaterThan(200);
  expect(controlsAccepted).toBe(controls);
  expect(codes.size).toBeGreaterThan(40);
  const said = [...codes].sort(([, a], [, b]) => b - a).map(([code, times]) => `${code} ${times}`);
  console.log(
    `credentials fuzz: ${controlsAccepted} of ${controls} controls accepted, ${sameMeaning} with the same meaning\n${said.join('\n')}`,
  );
});
