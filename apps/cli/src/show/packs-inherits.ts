import type { InheritanceView } from '@testamur/engines/recognition';

/** As a difference is written: = as it is, - of the parent, + of the pack. */
export function showInheritance(view: InheritanceView): string {
  const { pack, name, from, parentName, adopts, replaces, leaves, adds, unsaid } = view;
  return [
    `${name} (${pack}) and ${parentName} (${from}): ${adopts.length} adopted, ${replaces.length} replaced, ${leaves.length} left, ${adds.length} added${unsaid.length === 0 ? '' : `, ${unsaid.length} unsaid`}`,
    ...adopts.map(({ rule, title, routes }) => `= ${rule}  ${title}  [${routes.join(', ')}]`),
    ...replaces.flatMap(({ rule, by, because }) => [
      `- ${rule.rule}  ${rule.text}`,
      `+ ${by.rule}  ${by.text}`,
      `    ${because}`,
    ]),
    ...leaves.flatMap(({ rule, title, because }) => [`- ${rule}  ${title}`, `    ${because}`]),
    ...adds.map(({ rule, text }) => `+ ${rule}  ${text}`),
    ...unsaid.map(({ rule, title }) => `? ${rule}  ${title}`),
    '',
  ].join('\n');
}
