/** What some derivation reaches when every step may be taken and everything unknown turns out well; when is not asked. */
import type { Graph, NodeId } from './graph.ts';
import { layoutOf } from './layout.ts';

export function reachableIn(graph: Graph): (id: NodeId) => boolean {
  const { needed, usersFrom, users } = layoutOf(graph);
  const left = needed.slice();
  const queue: NodeId[] = [];
  for (const [id, count] of needed.entries()) if (count === 0) queue.push(id);
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const last = usersFrom[id + 1] as number;
    for (let place = usersFrom[id] as number; place < last; place += 1) {
      const user = users[place] as number;
      left[user] = (left[user] as number) - 1;
      if (left[user] === 0) queue.push(user);
    }
  }
  return (id) => (left[id] as number) <= 0;
}
