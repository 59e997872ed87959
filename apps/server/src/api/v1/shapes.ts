import { Type } from 'typebox';

/** What goes over the wire of the platform's interface. */
export const Uuid = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
});
export const Instant = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' });
export const Secret = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });
export const Line = Type.String({ minLength: 1, maxLength: 200 });
/** Free words: a reason, what was looked at. */
export const Text = Type.String({ minLength: 1, maxLength: 2_000 });
export const Mail = Type.String({ minLength: 3, maxLength: 254 });
export const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>({ enum: [...values] });
/** What the browser's `navigator.credentials` gave or wants, as Web Authentication writes it in JSON. */
export const WebAuthn = Type.Object({}, { additionalProperties: true });
export const closed = <T extends Parameters<typeof Type.Object>[0]>(members: T) =>
  Type.Object(members, { additionalProperties: false });
