/** Text in lines of a width. Untrusted text loses its control characters, which could move the cursor or change colours. */
export function cleanText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the purpose
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ');
}

/** A word longer than the width stays whole: it is an address, to be copied. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of cleanText(text).split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** The first line begins with `first`, the others with as many spaces. */
export function indentText(text: string, first: string, width: number): string {
  const lines = wrapText(text, Math.max(20, width - first.length));
  return lines.map((line, index) => (index === 0 ? first : ' '.repeat(first.length)) + line).join('\n');
}
