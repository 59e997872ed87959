import { actorId, type Instant, organisationOf, type Request, type Uuid } from './request.ts';
import type { MemberRole } from './roles.ts';

export const APPROVAL_NOTICES = ['approval-requested', 'approval-decided'] as const;

/** What this room tells people; the store of messages offers more. */
export type NoticeStore = {
  add(
    organisation: Uuid,
    notice: {
      readonly messageId: Uuid;
      readonly kind: (typeof APPROVAL_NOTICES)[number];
      readonly recipient: Uuid;
      readonly values: Readonly<Record<string, string>>;
      readonly at: Instant;
    },
  ): Promise<void>;
  /** Who belongs to the organisation now and holds one of the roles. */
  listHolders(organisation: Uuid, roles: readonly MemberRole[]): Promise<readonly Uuid[]>;
};
export type Noticing = { readonly messages: NoticeStore };

/** Tells everybody who could approve, but whoever asks. */
export async function noticeApprovers(
  { messages }: Noticing,
  request: Request,
  newId: () => Uuid,
): Promise<void> {
  const organisation = organisationOf(request);
  for (const recipient of await messages.listHolders(organisation, ['administrator', 'approver'])) {
    if (recipient === actorId(request.actor)) continue;
    const notice = { messageId: newId(), kind: 'approval-requested', recipient, values: {} } as const;
    await messages.add(organisation, { ...notice, at: request.at });
  }
}
