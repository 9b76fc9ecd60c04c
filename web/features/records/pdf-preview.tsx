import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { recordMessages } from './record-messages.ts';

type Pdf = Awaited<ReturnType<typeof import('unpdf')['getDocumentProxy']>>;
const WIDTH_PX = 900;

/** A PDF drawn page by page, by our own code alone: no plug-in, no frame, nothing that the policy of the pages forbids. */
export function PdfPreview({ content, name }: { readonly content: Uint8Array; readonly name: string }) {
  const t = useMessages(recordMessages);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [pdf, setPdf] = useState<Pdf | undefined>(undefined);
  const [page, setPage] = useState(1);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let isOpen = true;
    let opened: Pdf | undefined;
    import('unpdf')
      .then(({ getDocumentProxy }) => getDocumentProxy(content.slice()))
      .then((next) => {
        opened = next;
        if (isOpen) setPdf(next);
      })
      .catch(() => isOpen && setFailed(true));
    return () => {
      isOpen = false;
      void opened?.cleanup();
    };
  }, [content]);
  useEffect(() => {
    if (!pdf) return;
    let isShown = true;
    const draw = async () => {
      const one = await pdf.getPage(page);
      const element = canvas.current;
      if (!isShown || !element) return;
      const scale = WIDTH_PX / one.getViewport({ scale: 1 }).width;
      const viewport = one.getViewport({ scale });
      element.width = viewport.width;
      element.height = viewport.height;
      await one.render({ canvas: element, viewport }).promise;
    };
    draw().catch(() => isShown && setFailed(true));
    return () => {
      isShown = false;
    };
  }, [pdf, page]);
  if (failed) return <p className="muted">{t('previewFailed')}</p>;
  return (
    <div className="stack">
      <canvas ref={canvas} dir="ltr" role="img" aria-label={`${name}: ${t('page', { page, pages: pdf?.numPages ?? 1 })}`} />
      {pdf && pdf.numPages > 1 && (
        <div className="row">
          <Button size="small" icon="previous" aria-label={t('previousPage')} onClick={() => setPage(Math.max(1, page - 1))} />
          <span>{t('page', { page, pages: pdf.numPages })}</span>
          <Button size="small" icon="next" aria-label={t('nextPage')} onClick={() => setPage(Math.min(pdf.numPages, page + 1))} />
        </div>
      )}
    </div>
  );
}
