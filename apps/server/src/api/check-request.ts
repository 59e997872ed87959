import type { Problem } from '@testamur/engines/kernel';
import type { FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { ProblemError } from './problems.ts';

const PLACES: Readonly<Record<string, string>> = {
  body: 'The body',
  params: 'The address',
  querystring: 'The query',
  headers: 'The headers',
};

/**
 * Checks what comes in by the schemas that the description publishes. A body is taken as it is: nothing is converted, left out or filled in.
 * In a query and in an address everything is text, so that numbers are read from it.
 */
export function checkRequests(api: FastifyInstance): void {
  api.setValidatorCompiler<TSchema>(({ schema, httpPart }) => {
    const validator = Compile(schema);
    const isText = httpPart === 'querystring' || httpPart === 'params';
    const isNumeric = isText && JSON.stringify(schema).includes('"integer"');
    return (given: unknown) => {
      const value = isNumeric ? readNumbers(schema, given) : given;
      if (validator.Check(value)) return { value };
      const place = PLACES[httpPart ?? 'body'] ?? 'The request';
      const problems = validator.Errors(value).flatMap((fault) => describe(fault, place));
      return { error: new ProblemError(...problems) };
    };
  });
}

/** Whole decimal numbers only: `0x10` and `1e1` stay text, and are then refused. */
function readNumbers(schema: TSchema, given: unknown): unknown {
  const properties = (schema as { properties?: Record<string, { type?: string }> }).properties ?? {};
  return Object.fromEntries(
    Object.entries(given as Record<string, unknown>).map(([name, value]) => {
      const isNumber = properties[name]?.type === 'integer' && /^-?\d{1,15}$/.test(String(value));
      return [name, isNumber ? Number(value) : value];
    }),
  );
}

type Fault = ReturnType<ReturnType<typeof Compile>['Errors']>[number];

function describe({ keyword, instancePath, message, params }: Fault, place: string): readonly Problem[] {
  const hint = 'The description at /api/openapi.json says what each field holds.';
  if (keyword === 'boolean')
    return [{ code: 'HTTP_REQUEST_INVALID', message: `${place} has no such field.`, at: instancePath, hint }];
  // Told field by field already.
  if (keyword === 'additionalProperties') return [];
  if (keyword === 'required')
    return (params as { requiredProperties: readonly string[] }).requiredProperties.map((name) => ({
      code: 'HTTP_REQUEST_INVALID',
      message: `${place} lacks the field ${JSON.stringify(name)}.`,
      at: `${instancePath}/${name}`,
      hint,
    }));
  return [
    {
      code: 'HTTP_REQUEST_INVALID',
      message: `${instancePath === '' ? place : `${place} does not fit: it`} ${message}.`,
      at: instancePath,
      hint,
    },
  ];
}
