const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as text, wherever it stands in a page. */
export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => NAMES[letter] ?? letter);
