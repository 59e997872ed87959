import { viewPolicies } from '$lib/policies/policy-view.ts';
import { readIn } from '$lib/reference/read-in.ts';

export async function load({ locals }) {
  return { policies: viewPolicies(await readIn(locals, 'policies')) };
}
