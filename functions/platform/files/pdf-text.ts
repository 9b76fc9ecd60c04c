import { getDocumentProxy } from 'unpdf';
import type { ReadText } from '../ports.ts';

/** Bounds of one PDF: pages that are read, and characters that are kept. */
const MAX_PAGES = 300;
const MAX_CHARACTERS = 200_000;

/** The text of a PDF, page after page. One that is broken says so. */
export async function pdfText(content: Uint8Array): Promise<ReadText> {
  try {
    const pdf = await getDocumentProxy(content, { disableFontFace: true, stopAtErrors: true, maxImageSize: 1 });
    const pages: string[] = [];
    let length = 0;
    for (let number = 1; number <= Math.min(pdf.numPages, MAX_PAGES) && length < MAX_CHARACTERS; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
      pages.push(text);
      length += text.length;
    }
    const { numPages } = pdf;
    await pdf.loadingTask.destroy();
    return {
      state: 'read',
      text: pages.join('\n\n').slice(0, MAX_CHARACTERS),
      pages: numPages,
      cut: pages.length < numPages || length > MAX_CHARACTERS,
    };
  } catch {
    return { state: 'unread', why: 'broken' };
  }
}
