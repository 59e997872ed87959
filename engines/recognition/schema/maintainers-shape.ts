/** The shape of the file that says who may propose and who may approve the rules of a jurisdiction. */
import { day, integer, listOf, matching, oneOf, record, text } from './check.ts';
import { choice, withWord } from './guard.ts';
import { shapeOf } from './shape.ts';

const role = oneOf('proposer', 'approver');
const contact = matching(/^(mailto:[^\s@]+@[^\s@]+|https?:\/\/[^\s/]+\S*)$/, 'a mailto: or https: address');
const held = record({ role, holder: text, contact, from: day }, { to: day, office: text }, 'holder');
/** Nobody is invented: a role that nobody has taken on says so, and since when it is known. */
const vacant = record({ role, holder: oneOf('vacant'), since: day }, {}, 'holder');

const approvals = shapeOf(
  (value, at, report) => {
    integer(value, at, report);
    if (typeof value === 'number' && value < 1)
      report('PACK_VALUE', at, 'A change needs at least one approval.', 'Write 1 or more.');
  },
  () => ({ type: 'integer', minimum: 1 }),
);

export const maintainers = record(
  {
    maintainers: matching(/^([A-Z]{2,}(-[A-Z0-9]{1,3})?|X-[A-Z]+)$/, 'a jurisdiction such as GB or US-NY'),
    approvals,
    roles: listOf(choice([[withWord('holder', 'vacant'), vacant]], held), 1),
  },
  {},
  'maintainers',
);
