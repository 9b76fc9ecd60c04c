import type { FileReader, Ports } from '../ports.ts';

/** The reader of the host, or the function's own: on AWS a function has its process, its time and its memory to itself. */
export const fileReader = (ports: Pick<Ports, 'fileReader'>): FileReader => ports.fileReader ?? ownReader;

const ownReader: FileReader = {
  pdfText: async (content) => (await import('./pdf-text.ts')).pdfText(content),
  pictureText: async () => noReader,
};

/** Nobody reads pictures here: what is written in one is known if whoever files it says so. */
export const noReader = { state: 'unread', why: 'no-reader' } as const;
