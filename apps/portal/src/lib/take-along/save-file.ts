/** Hands a file to the person. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export const textFile = (text: string, type: string): Blob => new Blob([text], { type });

/** Letters that every file system takes. */
export const fileName = (...parts: readonly string[]): string =>
  parts
    .join('-')
    .replace(/[^\w.-]+/g, '-')
    .slice(0, 100);
