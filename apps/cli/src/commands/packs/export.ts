import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseDay } from '@testamur/engines/kernel';
import { exportInput, type Loss, toCtdl, toPlanDefinition } from '@testamur/engines/recognition';
import type { Command } from '../../command-line.ts';
import { EXIT } from '../../exit-codes.ts';
import type { InputProblem } from '../../input/read-request.ts';
import { refuse } from '../../refuse.ts';
import { FOLDER, JSON_FLAG } from './arguments.ts';

const TARGETS = {
  ctdl: { write: toCtdl, ending: 'ctdl.jsonld' },
  plandefinition: { write: toPlanDefinition, ending: 'plandefinition.json' },
} as const;

/** `testamur packs export PACK --as ctdl|plandefinition`: routes in the forms of others, each with what it loses. */
export const exportRoutes: Command = {
  name: 'export',
  summary: 'Routes as CTDL or as FHIR PlanDefinitions, each with a statement of what it loses',
  args: {
    pack: { type: 'positional', description: 'The pack' },
    as: { type: 'string', valueHint: 'FORM', description: 'ctdl or plandefinition' },
    route: { type: 'string', valueHint: 'ROUTE', description: 'Only this route' },
    rule: { type: 'string', valueHint: 'RULE', description: 'Only routes that ask for this rule' },
    out: {
      type: 'string',
      valueHint: 'FOLDER',
      description: 'A file for each route, and one of what it loses',
    },
    on: { type: 'string', valueHint: 'DATE', description: 'The law of this day (today)' },
    site: {
      type: 'string',
      valueHint: 'ADDRESS',
      description: 'The portal to link back to (http://localhost:8080)',
    },
    ...FOLDER,
    ...JSON_FLAG,
  },
  examples: [
    'testamur packs export ke --as ctdl --out exported',
    'testamur packs export gb --as plandefinition --route gb.plab --site https://rules.example.org',
  ],
  run: async (values, host) => {
    const json = values.flag('json');
    const target = TARGETS[values.text('as') as keyof typeof TARGETS];
    const day = values.text('on') === undefined ? undefined : parseDay(values.text('on') ?? '');
    const site = values.text('site') ?? 'http://localhost:8080';
    const wrong: readonly InputProblem[] = [
      ...(target === undefined
        ? [problem('--as', 'There is no such form.', 'Write ctdl or plandefinition.')]
        : []),
      ...(day !== undefined && !day.ok
        ? [problem('--on', 'This is no day.', 'Write a day such as 2027-01-01.')]
        : []),
      ...(/^https?:\/\/[^\s/]+/.test(site)
        ? []
        : [problem('--site', 'This is no address.', 'Write https://….')]),
    ];
    if (target === undefined || wrong.length > 0) return refuse(wrong, host, { json });
    const { openWholePacks } = await import('./open-packs.ts');
    const opened = await openWholePacks(
      { wanted: [values.text('pack') ?? ''], folder: values.text('folder'), json, lawOnly: true },
      host,
    );
    if (typeof opened === 'number') return opened;
    const { set, wanted, progress } = opened;
    const pack = set.packs.find((each) => each.pack === wanted[0]);
    const [only, rule] = [values.text('route'), values.text('rule')];
    const routes = (pack?.routes ?? []).filter(
      ({ route, scope, requirements }) =>
        (only === undefined || route === only) &&
        (rule === undefined || scope.includes(rule) || requirements.includes(rule)),
    );
    progress.stop();
    if (pack === undefined || routes.length === 0) {
      const hint = `There are: ${(pack?.routes ?? []).map(({ route }) => route).join(', ')}.`;
      const option = only === undefined ? '--rule' : '--route';
      return refuse([problem(option, 'No route of the pack fits.', hint)], host, { json });
    }
    const input = exportInput(pack, set, { on: day?.ok ? day.value : host.today, site });
    const made = routes.map((route) => ({ route: route.route, ...target.write(route, input) }));
    const out = values.text('out');
    if (out !== undefined) {
      mkdirSync(out, { recursive: true });
      for (const { route, document, losses } of made) {
        writeFileSync(path.join(out, `${route}.${target.ending}`), `${JSON.stringify(document, null, 2)}\n`);
        writeFileSync(path.join(out, `${route}.losses.json`), `${JSON.stringify(losses, null, 2)}\n`);
      }
    }
    if (json) host.write(`${JSON.stringify({ schema: 'testamur/pack-export/1', routes: made })}\n`);
    else if (out === undefined)
      host.write(
        `${JSON.stringify(
          made.map(({ document }) => document),
          null,
          2,
        )}\n`,
      );
    const told = made.map(({ route, losses }) => showLosses(route, losses)).join('\n');
    if (!json) (out === undefined ? host.writeError : host.write)(`${told}\n`);
    return EXIT.answered;
  },
};

const problem = (option: string, message: string, hint: string): InputProblem => ({
  code: 'INPUT_ARGUMENTS',
  option,
  message,
  hint,
});

const showLosses = (route: string, losses: readonly Loss[]): string =>
  [
    `${route} loses:`,
    ...losses.map(({ feature, why, places }) => `  ${feature} (${places.length}): ${why}`),
  ].join('\n');
