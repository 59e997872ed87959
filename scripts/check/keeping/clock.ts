/** The clock jumps between what people do: nothing ends twice, nothing that has ended serves again, and the doctor says that the clock is wrong. */
import { rmSync } from 'node:fs';
import { checkDatabase } from '@testamur/adapters/postgres';
import { expectOk } from '@testamur/engines/kernel';
import { registerOrganisation } from '@testamur/services/institutions';
import { acceptInvitation, inviteMember } from '@testamur/services/people';
import { examineLatest, examineSkew } from '../../../apps/server/src/keeping/doctor/examine-database.ts';
import { barred, figure, type Line } from '../../../bench/line.ts';
import { asPerson, freshFolder, newPerson, platformOn, withDatabase } from './seed-houses.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Where clocks stumble: far back and ahead, a leap day, both changes of European summer time, the end of 32 bits, the end of a year. */
const STUMBLES = [
  ...[
    '2025-10-18T12:00:00.000Z',
    '2027-12-27T12:00:00.000Z',
    '2028-02-28T23:59:59.999Z',
    '2028-02-29T00:00:00.000Z',
  ],
  ...[
    '2027-03-28T00:59:59.999Z',
    '2027-10-31T00:59:59.999Z',
    '2038-01-19T03:14:07.000Z',
    '2026-12-31T23:59:59.999Z',
  ],
];
const shift = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

export async function* checkClock(): AsyncIterable<Line> {
  const folder = freshFolder();
  try {
    const { tried, wrong, faults } = await withDatabase({ kind: 'embedded', folder }, async (database) => {
      const platform = platformOn(database);
      let [tried, wrong] = [0, 0];
      const expectIs = (isOk: boolean, due: boolean) => {
        tried += 1;
        if (isOk !== due) wrong += 1;
      };
      for (const at of STUMBLES) {
        const person = await newPerson(database, at);
        const given = { kind: 'school', name: 'S', country: 'IN', knownAs: 'A' } as const;
        const house = expectOk(
          await registerOrganisation(platform, asPerson(person, at), given),
          'a house',
        ).organisation;
        const invite = async () => {
          const wanted = { role: 'officer', invitedAs: 'O', expiresAt: shift(at, HOUR) } as const;
          return expectOk(await inviteMember(platform, asPerson(person, at, house), wanted), 'an invitation')
            .secret;
        };
        const accept = async (secret: string, guest: string, when: string) =>
          (await acceptInvitation(platform, { ...asPerson(guest, when), secret }, { knownAs: 'G' })).ok;
        const [first, second] = [await invite(), await invite()];
        const [early, late] = [await newPerson(database, at), await newPerson(database, at)];
        expectIs(await accept(first, late, shift(at, HOUR)), false);
        expectIs(await accept(first, early, shift(at, HOUR - 1)), true);
        // The clock goes back and ahead: what was used stays used, what has ended stays ended.
        for (const jump of [-400 * DAY, -HOUR, HOUR, 400 * DAY])
          expectIs(await accept(first, late, shift(at, jump)), false);
        expectIs(await accept(second, late, shift(at, 400 * DAY)), false);
        expectIs(await accept(second, late, shift(at, HOUR - 1)), true);
      }
      return { tried, wrong, faults: expectOk(await checkDatabase(database), 'a check').faults.length };
    });
    yield figure({ id: 'clock.tried', value: tried, unit: 'acts', better: 'higher' });
    yield barred({ id: 'clock.wrong', value: wrong, unit: 'acts', bar: 0, better: 'lower' });
    yield barred({ id: 'clock.fsck', value: faults, unit: 'faults', bar: 0, better: 'lower' });
    const now = Date.parse('2026-11-22T12:00:00.000Z');
    const unnoticed =
      [-400 * DAY, -HOUR, HOUR, 400 * DAY].filter((jump) => examineSkew(now + jump, now).state !== 'ill')
        .length +
      (examineLatest(now, now + HOUR).state === 'ill' ? 0 : 1) +
      (examineSkew(now + 900, now).state === 'well' ? 0 : 1);
    yield barred({ id: 'clock.not-noticed', value: unnoticed, unit: 'jumps', bar: 0, better: 'lower' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
