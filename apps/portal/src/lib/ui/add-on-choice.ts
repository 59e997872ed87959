type OnSelect<Kind extends Event> = Kind & { readonly currentTarget: HTMLSelectElement };

const WALKS = /^(Arrow(Up|Down|Left|Right)|Home|End|Page(Up|Down))$/;

/**
 * For a list to add from: `<select {...addOnChoice(add)}>`. Somebody who types the beginning of a name, or walks with the arrows,
 * passes over other entries on the way, and each of them is a change: what stands there counts when she presses Enter or leaves
 * (WCAG 2.2, 3.2.2). A click, or Enter in the open list, counts at once.
 */
export function addOnChoice(add: (value: string) => void) {
  let isWalking = false;
  const take = (select: HTMLSelectElement): void => {
    const { value } = select;
    isWalking = false;
    select.value = '';
    if (value !== '') add(value);
  };
  return {
    onkeydown(event: OnSelect<KeyboardEvent>): void {
      const { key, altKey, currentTarget: select } = event;
      if (key === 'Escape') select.value = '';
      if (key === 'Enter' || key === 'Escape') isWalking = false;
      if (key === 'Enter' && select.value !== '') {
        event.preventDefault();
        take(select);
      } else if (!altKey && (WALKS.test(key) || (key.length === 1 && key !== ' '))) isWalking = true;
    },
    onpointerdown(): void {
      isWalking = false;
    },
    onchange({ currentTarget }: OnSelect<Event>): void {
      if (!isWalking) take(currentTarget);
    },
    onblur({ currentTarget }: OnSelect<FocusEvent>): void {
      take(currentTarget);
    },
  };
}
