/**
 * Where a browser has Trusted Types, text becomes script, markup or the address of a program only by a policy (W3C Trusted Types). Ours
 * lets the programs that the portal starts beside the page come from the portal itself, and nothing else: no markup, no script.
 */
type Policies = {
  createPolicy(name: 'default', rules: { createScriptURL(address: string): string | null }): unknown;
};

const { trustedTypes } = globalThis as { trustedTypes?: Policies };
trustedTypes?.createPolicy('default', {
  // Null is a refusal.
  createScriptURL: (address) => (new URL(address, location.href).origin === location.origin ? address : null),
});
