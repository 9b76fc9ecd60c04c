import { parentPort } from 'node:worker_threads';
import { pdfText } from '../../../functions/platform/files/pdf-text.ts';

/** Reads PDFs one after the other in a thread of its own, which its host may end at any moment. */
parentPort?.on('message', async (content: Uint8Array) => parentPort?.postMessage(await pdfText(content)));
