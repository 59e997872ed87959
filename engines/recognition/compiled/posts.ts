/** When an entry of a list begins and ends and how much of each day it counts, between what is least and what is most. */
import type { Node } from '../language/nodes.ts';
import type { Place } from './compiled-node.ts';
import type { EntryFrame, Frame } from './frame.ts';
import { fieldSlot, scalarSlot } from './layout.ts';
import { F, FULL } from './packed.ts';
import type { Found } from './selection.ts';
import { IN_DISPUTE, isExactAt, KNOWN, type Slots, stateAt, strengthAt, UNKNOWN } from './slots.ts';

type SumDuration = Extract<Node, { sumDuration: unknown }>['sumDuration'];
type Bounds = { readonly lo: number; readonly hi: number };

export type Post = {
  readonly from: Bounds;
  readonly to: Bounds;
  readonly share: Bounds;
  readonly strength: number;
  readonly disputed: boolean;
};

export type PostReader = {
  readonly read: (entry: EntryFrame, frame: Frame) => Post;
  /** The fields that are not one day or one number, over the entries that may match. */
  readonly missing: (found: Found, frame: Frame) => readonly string[];
};

const ANY: Bounds = { lo: Number.NEGATIVE_INFINITY, hi: Number.POSITIVE_INFINITY };
const SHARE: Bounds = { lo: 0, hi: 1 };
const WHOLE: Bounds = { lo: 1, hi: 1 };

export function postReader({ list, from, to, weight }: SumDuration, place: Place): PostReader {
  const { layout, law } = place.compiler;
  const [fromSlot, toSlot] = [fieldSlot(list, from, layout), fieldSlot(list, to, layout)];
  const shareSlot = weight === undefined ? -1 : fieldSlot(list, weight, layout);
  const applicationOn = scalarSlot('application.on', layout);
  const read = ({ slots }: EntryFrame, frame: Frame): Post => {
    const running = stateAt(slots, toSlot) === UNKNOWN;
    const [endSlots, endSlot] = running ? [frame.scalars, applicationOn] : [slots, toSlot];
    const read = [fromSlot, toSlot, ...(shareSlot < 0 ? [] : [shareSlot])];
    return {
      from: boundsAt(slots, fromSlot, ANY),
      to: running ? afterApplication(frame, applicationOn, law.query.on) : boundsAt(slots, toSlot, ANY),
      share: shareSlot < 0 ? WHOLE : boundsAt(slots, shareSlot, SHARE),
      strength: Math.min(
        knownStrength(slots, fromSlot),
        knownStrength(endSlots, endSlot),
        shareSlot < 0 ? FULL : knownStrength(slots, shareSlot),
      ),
      disputed: read.some((slot) => stateAt(slots, slot) === IN_DISPUTE),
    };
  };
  const missing = (found: Found, frame: Frame): readonly string[] =>
    found.entries.flatMap((entry, index) => {
      if (found.truths[index] === F) return [];
      const vague = [fromSlot, ...(shareSlot < 0 ? [] : [shareSlot])].filter(
        (slot) => !isExactAt(entry.slots, slot),
      );
      const end = read(entry, frame).to;
      const vagueEnd = end.lo !== end.hi || stateAt(entry.slots, toSlot) === IN_DISPUTE;
      const fields = vague.map((slot) => (slot === fromSlot ? from : (weight ?? '')));
      return [...fields, ...(vagueEnd ? [to] : [])].map((field) => `${list}/${entry.id}.${field}`);
    });
  return { read, missing };
}

const boundsAt = (slots: Slots, slot: number, otherwise: Bounds): Bounds =>
  stateAt(slots, slot) === KNOWN ? { lo: slots.lo[slot] as number, hi: slots.hi[slot] as number } : otherwise;

const knownStrength = (slots: Slots, slot: number): number =>
  stateAt(slots, slot) === KNOWN ? strengthAt(slots, slot) : FULL;

/** No end was given: it runs on, the day of the application included. */
function afterApplication({ scalars }: Frame, slot: number, on: number): Bounds {
  const { lo, hi } = boundsAt(scalars, slot, { lo: on, hi: on });
  return { lo: lo + 1, hi: hi + 1 };
}
