/**
 * Properties draw the same examples in every run, so that a run says the same of the same program.
 * `PROPERTY_SEED=random npx vitest run …` draws others; a failure then prints its seed.
 */
import fc from 'fast-check';

const wanted = process.env.PROPERTY_SEED;
if (wanted !== 'random') fc.configureGlobal({ seed: wanted === undefined ? 20_261_122 : Number(wanted) });
