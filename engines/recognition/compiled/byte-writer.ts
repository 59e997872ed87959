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
  writer.bytes.set(bytes, writer.length);
  writer.length += bytes.length;
}

export function writeByte(writer: ByteWriter, byte: number): void {
  makeRoom(writer, 1);
  writer.bytes[writer.length] = byte;
  writer.length += 1;
}

export const writeText = (writer: ByteWriter, text: string): void => writeBytes(writer, utf8Of(text));

const ZERO = 48;
const MOST_DIGITS = 10;

/** A whole number from 0 to 999 999 999, without making a text of it first. */
export function writeWhole(writer: ByteWriter, number: number): void {
  makeRoom(writer, MOST_DIGITS);
  let size = 1;
  for (let rest = number; rest > 9; rest = (rest / 10) | 0) size += 1;
  let rest = number;
  for (let at = writer.length + size - 1; at >= writer.length; at -= 1) {
    const next = (rest / 10) | 0;
    writer.bytes[at] = ZERO + rest - next * 10;
    rest = next;
  }
  writer.length += size;
}

export const isSmallWhole = (number: number): boolean =>
  number >= 0 && number < 1_000_000_000 && Number.isInteger(number);
