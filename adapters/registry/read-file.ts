import { readdirSync, readFileSync } from 'node:fs';
import { err, ok, parseJson, type Result } from '@testamur/engines/kernel';
import type { Static, TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { parse } from 'yaml';
import type { RegistryProblem } from './errors.ts';

/** A record with the place it was read from, for messages. */
export type Placed<T> = { readonly value: T; readonly at: string };
type Read<T> = Result<T, readonly RegistryProblem[]>;

/** One YAML document of the given shape. */
export function readYamlFile<S extends TSchema>(path: string, label: string, schema: S): Read<Static<S>> {
  const text = readText(path, label);
  if (!text.ok) return text;
  try {
    return checkShape(parse(text.value), label, schema);
  } catch (cause) {
    return err([syntaxProblem(label, cause instanceof Error ? cause.message.split('\n')[0] : undefined)]);
  }
}

/** One JSON value per line, each of the given shape; every bad line is reported. */
export function readJsonLines<S extends TSchema>(
  path: string,
  label: string,
  schema: S,
): Read<readonly Placed<Static<S>>[]> {
  const text = readText(path, label);
  if (!text.ok) return text;
  const values: Placed<Static<S>>[] = [];
  const problems: RegistryProblem[] = [];
  text.value.split('\n').forEach((line, index) => {
    if (line === '') return;
    const at = `${label}:${index + 1}`;
    const json = parseJson(line);
    const record = json.ok
      ? checkShape(json.value, at, schema)
      : err([syntaxProblem(at, json.error.message)]);
    if (record.ok) values.push({ value: record.value, at });
    else problems.push(...record.error);
  });
  return problems.length > 0 ? err(problems) : ok(values);
}

/** Names of the files with this ending, sorted, so that nothing depends on the file system's order. */
export function listFiles(folder: string, label: string, ending: string): Read<readonly string[]> {
  try {
    return ok(
      readdirSync(folder)
        .filter((file) => file.endsWith(ending))
        .sort(),
    );
  } catch {
    return err([missingProblem(label)]);
  }
}

function readText(path: string, label: string): Read<string> {
  try {
    return ok(readFileSync(path, 'utf8'));
  } catch {
    return err([missingProblem(label)]);
  }
}

const validators = new WeakMap<TSchema, Validator>();

/** Compiled once per schema: two thousand lines are checked at every start. */
function validatorOf(schema: TSchema): Validator {
  const known = validators.get(schema);
  if (known !== undefined) return known;
  const made = Compile(schema) as Validator;
  validators.set(schema, made);
  return made;
}

function checkShape<S extends TSchema>(value: unknown, at: string, schema: S): Read<Static<S>> {
  const validator = validatorOf(schema);
  if (validator.Check(value)) return ok(value as Static<S>);
  return err(
    validator.Errors(value).map((fault) => ({
      code: 'REGISTRY_RECORD_INVALID' as const,
      message: `${at}${fault.instancePath} ${fault.message}.`,
      at: `${at}${fault.instancePath}`,
      hint: 'Correct the field; the shape is described in the README of its folder.',
    })),
  );
}

function syntaxProblem(at: string, detail: string | undefined): RegistryProblem {
  return {
    code: 'REGISTRY_FILE_SYNTAX',
    message: `${at} cannot be read: ${detail ?? 'it is not well formed'}`,
    at,
    hint: 'Mend the file, or make it again with its import script.',
  };
}

function missingProblem(label: string): RegistryProblem {
  return {
    code: 'REGISTRY_FILE_MISSING',
    message: `${label} is missing or cannot be read.`,
    at: label,
    hint: 'Give the folder of packs that ships with Testamur, and check that it may be read.',
  };
}
