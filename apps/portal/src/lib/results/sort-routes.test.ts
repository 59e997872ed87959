import { describe, expect, it } from 'vitest';
import { authority, route } from './results.fixture.ts';
import { sortRoutes } from './sort-routes.ts';

describe('the routes of an authority', () => {
  const routes = [
    route({ route: 'closed', status: 'closed', closedBecause: 'requirement' }),
    route({ route: 'elsewhere', status: 'closed', closedBecause: 'notYourRoute' }),
    route({ route: 'past', status: 'closed', closedBecause: 'notInForce' }),
    route({ route: 'unknown', status: 'unknown' }),
    route({ route: 'steps', status: 'withSteps' }),
    route({ route: 'best', status: 'open' }),
  ];

  it('stand each in one place: the best, then the open ones, then what is closed, then what is for others', () => {
    const sorted = sortRoutes(authority({ routes, bestRoute: 'best' }));
    expect(sorted.shown?.route).toBe('best');
    expect(sorted.others.map((each) => each.route)).toEqual(['steps', 'unknown']);
    expect(sorted.closed.map((each) => each.route)).toEqual(['closed']);
    expect(sorted.elsewhere.map((each) => each.route)).toEqual(['elsewhere', 'past']);
  });

  it('are all there when none is best', () => {
    const { shown, others, closed, elsewhere } = sortRoutes(authority({ routes }));
    expect(shown).toBeUndefined();
    expect(others.length + closed.length + elsewhere.length).toBe(routes.length);
  });

  it('show the one that was chosen, and the best among the others', () => {
    const { shown, others, closed } = sortRoutes(authority({ routes, bestRoute: 'best' }), 'closed');
    expect(shown?.route).toBe('closed');
    expect(others.map((each) => each.route)).toEqual(['best', 'steps', 'unknown']);
    expect(closed).toEqual([]);
  });
});
