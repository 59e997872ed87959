import { NOBODY, type Platform } from '../authorising/index.ts';
import type { InstitutionStore } from '../institutions/index.ts';
import type { PrivacyStores } from './privacy-act.ts';

/** A receipt names who answers for the platform. */
export type ControlledPlatform = Platform<PrivacyStores & { readonly institutions: InstitutionStore }>;

/** The organisation that runs the platform; the nil UUID where none has been founded. */
export async function nameController({
  institutions,
}: {
  readonly institutions: { findPlatform(): Promise<{ readonly organisation: string } | undefined> };
}): Promise<string> {
  return (await institutions.findPlatform())?.organisation ?? NOBODY;
}
