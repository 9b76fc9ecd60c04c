import { parentPort, workerData } from 'node:worker_threads';
import { pdfText } from '../../../functions/platform/files/pdf-text.ts';

/** Reads one PDF in a thread of its own, which its host may end at any moment. */
if (parentPort && workerData instanceof Uint8Array) parentPort.postMessage(await pdfText(workerData));
