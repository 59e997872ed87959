/** Bytes written one after another into a buffer that grows. */
import { utf8Of } from './utf8.ts';

export type ByteWriter = {
  bytes: Uint8Array;
  length: number;
};

export const newWriter = (): ByteWriter => ({ bytes: new Uint8Array(1 << 16), length: 0 });

/** Room for so many more bytes; what was written before stays. */
export function makeRoom(writer: ByteWriter, more: number): void {
  if (writer.length + more <= writer.bytes.length) return;
  const grown = new Uint8Array(2 * (writer.length + more));
  grown.set(writer.bytes.subarray(0, writer.length));
  writer.bytes = grown;
}

export function writeBytes(writer: ByteWriter, bytes: Uint8Array): void {
  makeRoom(writer, bytes.length);
  writer.length = putBytes(bytes, writer.bytes, writer.length);
}

export const writeText = (writer: ByteWriter, text: string): void => writeBytes(writer, utf8Of(text));

const FEW = 32;

/** Puts bytes at a place that has room for them; returns the place after them. */
export function putBytes(bytes: Uint8Array, into: Uint8Array, at: number): number {
  const { length } = bytes;
  // Asking for a few bytes to be copied takes longer than copying them.
  if (length > FEW) into.set(bytes, at);
  else for (let index = 0; index < length; index += 1) into[at + index] = bytes[index] as number;
  return at + length;
}

const ZERO = 48;

/** The same for the digits of a whole number from 0 to 999 999 999, without making a text of it first. */
export function putWhole(number: number, into: Uint8Array, at: number): number {
  let size = 1;
  for (let rest = number; rest > 9; rest = (rest / 10) | 0) size += 1;
  let rest = number;
  for (let place = at + size - 1; place >= at; place -= 1) {
    const next = (rest / 10) | 0;
    into[place] = ZERO + rest - next * 10;
    rest = next;
  }
  return at + size;
}

export const isSmallWhole = (number: number): boolean =>
  number >= 0 && number < 1_000_000_000 && Number.isInteger(number);
