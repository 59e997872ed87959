import type { InstitutionStore, Organisation, VerificationFound } from '@testamur/services/institutions';
import type { Selectable, Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { countOf, toInstant, toInstantOrNone } from './instants.ts';

export function openInstitutionStore(trx: Transaction<Tables>): InstitutionStore {
  return {
    add: async ({ organisation, kind, name, country, createdBy, createdAt }) => {
      await trx
        .insertInto('organisations')
        .values({
          organisation_id: organisation,
          kind,
          name,
          country: country ?? null,
          created_by: createdBy ?? null,
          created_at: createdAt,
        })
        .execute();
    },
    find: async (organisation) => {
      const row = await trx
        .selectFrom('organisations')
        .selectAll()
        .where('organisation_id', '=', organisation)
        .executeTakeFirst();
      return row && toOrganisation(row);
    },
    search: async ({ words, isUnverified, limit }) => {
      const rows = await trx
        .selectFrom('organisations')
        .select(['organisation_id', 'kind', 'name', 'country'])
        .select(({ exists, selectFrom }) =>
          exists(
            selectFrom('verifications')
              .select('verification_id')
              .whereRef('subject_id', '=', 'organisations.organisation_id')
              .where('withdrawn_at', 'is', null),
          ).as('is_verified'),
        )
        .where('kind', '<>', 'personal')
        .$if(words !== undefined, (query) => query.where('name', '~', eitherCase(words ?? '')))
        .$if(isUnverified, (query) =>
          query
            .where('kind', '<>', 'platform')
            .where(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom('verifications')
                    .select('verification_id')
                    .whereRef('subject_id', '=', 'organisations.organisation_id')
                    .where('withdrawn_at', 'is', null),
                ),
              ),
            ),
        )
        .orderBy('name')
        .orderBy('organisation_id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        organisation: row.organisation_id,
        kind: row.kind as Organisation['kind'],
        name: row.name,
        country: row.country ?? undefined,
        isVerified: Boolean(row.is_verified),
      }));
    },
    findPlatform: async () => {
      const row = await trx
        .selectFrom('organisations')
        .selectAll()
        .where('kind', '=', 'platform')
        .orderBy('created_at')
        .orderBy('organisation_id')
        .executeTakeFirst();
      return row && toOrganisation(row);
    },
    addVerification: async ({ verificationId, by, subject, method, evidence, verifiedBy, verifiedAt }) => {
      await trx
        .insertInto('verifications')
        .values({
          organisation_id: by,
          verification_id: verificationId,
          subject_id: subject,
          method,
          evidence,
          verified_by: verifiedBy,
          verified_at: verifiedAt,
        })
        .execute();
    },
    withdrawVerification: async (by, verificationId, { reason, at }) =>
      countOf(
        await trx
          .updateTable('verifications')
          .set({ withdrawn_at: at, withdrawn_why: reason })
          .where('organisation_id', '=', by)
          .where('verification_id', '=', verificationId)
          .where('withdrawn_at', 'is', null)
          .executeTakeFirst(),
      ),
    listVerifications: async (subject) => {
      const rows = await trx
        .selectFrom('verifications')
        .selectAll()
        .where('subject_id', '=', subject)
        .orderBy('verified_at')
        .orderBy('verification_id')
        .execute();
      return rows.map(toVerification);
    },
    claimParent: async ({ child, parent, by, at }) => {
      await trx
        .insertInto('parent_claims')
        .values({ organisation_id: child, parent_id: parent, claimed_by: by, claimed_at: at })
        .execute();
    },
    confirmChild: async ({ parent, child, by, at }) => {
      await trx
        .insertInto('child_confirmations')
        .values({ organisation_id: parent, child_id: child, confirmed_by: by, confirmed_at: at })
        .execute();
    },
    listLinks: async (organisation) => {
      const rows = await trx
        .selectFrom('parent_claims as claim')
        .leftJoin('child_confirmations as yes', (join) =>
          join
            .onRef('yes.organisation_id', '=', 'claim.parent_id')
            .onRef('yes.child_id', '=', 'claim.organisation_id'),
        )
        .select([
          'claim.organisation_id as child',
          'claim.parent_id as parent',
          'yes.confirmed_at as confirmed',
        ])
        .where((where) =>
          where.or([
            where('claim.organisation_id', '=', organisation),
            where('claim.parent_id', '=', organisation),
          ]),
        )
        .orderBy('claim.organisation_id')
        .orderBy('claim.parent_id')
        .execute();
      return rows.map(({ child, parent, confirmed }) => ({ child, parent, isConfirmed: confirmed !== null }));
    },
  };
}

/** What is typed as it stands, in either case: a server whose locale is C folds ASCII only, so that each letter names both. */
const eitherCase = (text: string): string =>
  [...text]
    .map((letter) => {
      const [lower, upper] = [letter.toLowerCase(), letter.toUpperCase()];
      const isPair = lower !== upper && [...lower].length === 1 && [...upper].length === 1;
      return isPair ? `[${lower}${upper}]` : letter.replace(/[\\^$.|?*+(){}[\]]/, '\\$&');
    })
    .join('');

function toOrganisation(row: Selectable<Tables['organisations']>): Organisation {
  return {
    organisation: row.organisation_id,
    kind: row.kind as Organisation['kind'],
    name: row.name,
    country: row.country ?? undefined,
    createdBy: row.created_by ?? undefined,
    createdAt: toInstant(row.created_at),
  };
}

function toVerification(row: Selectable<Tables['verifications']>): VerificationFound {
  return {
    verificationId: row.verification_id,
    by: row.organisation_id,
    subject: row.subject_id,
    method: row.method as VerificationFound['method'],
    evidence: row.evidence,
    verifiedBy: row.verified_by,
    verifiedAt: toInstant(row.verified_at),
    withdrawnAt: toInstantOrNone(row.withdrawn_at),
  };
}
