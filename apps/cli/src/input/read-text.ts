/** Text from a file or from standard input, never more of it than a dossier may be long. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { err, JSON_LIMITS, ok, type Problem, type Result } from '@testamur/engines/kernel';

export type InputCode = 'INPUT_UNREADABLE' | 'INPUT_TOO_LARGE' | 'INPUT_NOT_TEXT' | 'INPUT_EMPTY';
export type ReadText = Result<string, Problem<InputCode>>;

export type ReadBytes = Result<Uint8Array, Problem<InputCode>>;

/** A file of any kind. */
export async function readBytes(
  file: string,
  standardInput: Readable,
  mostBytes: number,
): Promise<ReadBytes> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of file === '-' ? standardInput : createReadStream(file)) {
      const bytes = Buffer.from(chunk as Buffer | string);
      length += bytes.length;
      if (length > mostBytes)
        return refuse(
          'INPUT_TOO_LARGE',
          `${file} is larger than ${mostBytes} bytes.`,
          'Give a smaller file.',
        );
      chunks.push(bytes);
    }
  } catch (error) {
    return refuse(
      'INPUT_UNREADABLE',
      `${file} cannot be read: ${reasonOf(error)}.`,
      'Check the name of the file and who may read it.',
    );
  }
  return ok(new Uint8Array(Buffer.concat(chunks)));
}

export async function readText(file: string, standardInput: Readable): Promise<ReadText> {
  if (file === '-') return readStream(standardInput, 'Standard input');
  try {
    if ((await stat(file)).isDirectory())
      return refuse('INPUT_UNREADABLE', `${file} is a folder.`, 'Give the file of a dossier.');
  } catch (error) {
    return refuse(
      'INPUT_UNREADABLE',
      `${file} cannot be read: ${reasonOf(error)}.`,
      'Check the name of the file and who may read it.',
    );
  }
  return readStream(createReadStream(file), file);
}

async function readStream(stream: Readable, name: string): Promise<ReadText> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk as Buffer | string);
      length += bytes.length;
      if (length > JSON_LIMITS.maxLength) return tooLarge(name);
      chunks.push(bytes);
    }
  } catch (error) {
    return refuse(
      'INPUT_UNREADABLE',
      `${name} cannot be read: ${reasonOf(error)}.`,
      'Check the name of the file and who may read it.',
    );
  }
  return decode(Buffer.concat(chunks), name);
}

function decode(bytes: Buffer, name: string): ReadText {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.trim() === '')
      return refuse(
        'INPUT_EMPTY',
        `${name} is empty.`,
        'Write a dossier; `testamur assess --help` names samples.',
      );
    return ok(text);
  } catch {
    return refuse('INPUT_NOT_TEXT', `${name} is not text in UTF-8.`, 'Save it as UTF-8.');
  }
}

const tooLarge = (name: string): ReadText =>
  refuse(
    'INPUT_TOO_LARGE',
    `${name} is larger than ${JSON_LIMITS.maxLength / 1024} kB, more than any dossier.`,
    'Give the dossier alone, without scans of documents.',
  );

function reasonOf(error: unknown): string {
  const code = (error as { readonly code?: string }).code;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'you may not read it';
  return code ?? (error instanceof Error ? error.message : String(error));
}

const refuse = (code: InputCode, message: string, hint: string): Result<never, Problem<InputCode>> =>
  err({ code, message, hint });
