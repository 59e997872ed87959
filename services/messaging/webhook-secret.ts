/**
 * A secret in the form of Standard Webhooks: the word `whsec_`, then base64. Secrets of the platform are base64url of 32 bytes; here they get
 * the alphabet and the padding that receivers' libraries expect.
 */
export function webhookSecretOf(secret: string): string {
  const plain = secret.replaceAll('-', '+').replaceAll('_', '/');
  return `whsec_${plain.padEnd(Math.ceil(plain.length / 4) * 4, '=')}`;
}
