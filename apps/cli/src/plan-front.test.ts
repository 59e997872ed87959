/** Fronts on the law that ships, for every sample and every route. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { bundleSchema, FRONT_PARTS, FrontSchema } from '@testamur/adapters/http';
import { loadRegistry } from '@testamur/adapters/registry';
import { expectOk } from '@testamur/engines/kernel';
import { type FrontPoint, frontFor, type Plan, planFor } from '@testamur/engines/planner';
import { openLibrary, openPlans, packLawFile, packRegistryFile } from '@testamur/services/recognising';
import { realLaw } from '@testamur/testing/real-law';
import { Compile } from 'typebox/schema';
import { describe, expect, it } from 'vitest';
import { TODAY } from './host.fixture.ts';
import { nodeHost } from './host.ts';
import { readRequest } from './input/read-request.ts';

const folder = path.resolve(import.meta.dirname, '../../../packs');
const law = realLaw();
const registry = expectOk(loadRegistry(folder), 'the registry that ships');
const library = openLibrary(packLawFile(law, law), packRegistryFile(registry.registry));
const host = { ...nodeHost(), today: TODAY };
const samples = readdirSync(path.join(folder, 'samples')).filter((name) => name.endsWith('.yaml'));
/** A front to the hardest routes takes seconds: one route in so many; all with WHOLE=1. */
const TAKEN_OF = process.env.WHOLE === '1' ? 1 : 13;
const routes = library.book.packs
  .flatMap((pack) => pack.routes.map(({ route }) => route))
  .filter((_, index) => index % TAKEN_OF === 0);

/** What the order of plans looks at before the ids: of two that are alike in all this either may come first. */
const rated = ({ cost, time }: Pick<Plan, 'cost' | 'time'>) => ({
  unknown: cost.unknownParts.length,
  known: cost.known,
  days: time.days,
});

function expectProved(points: readonly FrontPoint[]): void {
  const best = (at: FrontPoint['bestAt'][number]) => points.filter(({ bestAt }) => bestAt.includes(at));
  for (const at of ['cheapest', 'fastest', 'balanced'] as const) expect(best(at)).toHaveLength(1);
  const earliest = Math.min(...points.map(({ time }) => time.days));
  expect(best('fastest')[0]?.time.days).toBe(earliest);
}

describe('the fronts of a sample on the law that ships', () => {
  const check = Compile(bundleSchema('urn:testamur:front:1', FrontSchema, FRONT_PARTS));
  it.each(samples)(
    '%s: exact, of the published form, the cheapest plan first',
    async (sample) => {
      const request = await readRequest({ file: path.join(folder, 'samples', sample) }, host, library);
      const planning = openPlans(library, expectOk(request, sample));
      let found = 0;
      for (const route of routes) {
        const front = frontFor(planning, { route });
        const single = planFor(planning, { route });
        expect(front.certificate.claim, route).toBe('exact');
        expect(check.Errors(JSON.parse(JSON.stringify(front)))[1], route).toEqual([]);
        const [cheapest] = front.points;
        if (single.state === 'none') {
          expect(cheapest, route).toBeUndefined();
          expect(front.none?.reason, route).toBe(single.reason);
          continue;
        }
        found += 1;
        expectProved(front.points);
        expect(cheapest?.state, route).toBe(single.state);
        if (cheapest !== undefined) expect(rated(cheapest), route).toEqual(rated(single.plan));
      }
      expect(found).toBeGreaterThan(5);
    },
    240_000,
  );
});
