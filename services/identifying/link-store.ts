import type { Instant, Uuid } from '../authorising/index.ts';

export type LinkKept = {
  readonly linkId: Uuid;
  readonly personId: Uuid;
  readonly tokenHash: string;
  /** Of the secret that the asking browser keeps: a link that was passed on, or read by somebody else, opens nothing. */
  readonly browserHash: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
};
export type LinkFound = Omit<LinkKept, 'tokenHash' | 'createdAt'> & { readonly usedAt: Instant | undefined };

/** One-time links by mail, in the person's own tenant. */
export type LinkStore = {
  /** Whose accounts name this mail address, the oldest first. */
  listPeopleByMail(mail: string, limit: number): Promise<readonly Uuid[]>;
  countLinks(personId: Uuid, since: Instant): Promise<number>;
  addLink(link: LinkKept): Promise<void>;
  findLink(tokenHash: string): Promise<LinkFound | undefined>;
  useLink(personId: Uuid, linkId: Uuid, at: Instant): Promise<number>;
};
