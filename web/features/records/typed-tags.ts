/** Tags as people type them: apart by commas of either script, each once. */
export const typedTags = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,،;؛\n]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
];
