const UUID = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;

/** The user handle of a passkey is the person's id, 16 bytes: random, and without a meaning to anybody else. */
export const toHandle = (personId: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(personId.replaceAll('-', ''), 'hex'));

export function fromHandle(handle: string): string | undefined {
  const bytes = Buffer.from(handle, 'base64url');
  return bytes.length === 16 ? bytes.toString('hex').replace(UUID, '$1-$2-$3-$4-$5') : undefined;
}
