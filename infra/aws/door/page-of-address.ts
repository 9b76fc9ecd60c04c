/**
 * Runs in CloudFront before the bucket is asked: an address without a file's ending belongs to the pages, which know their own addresses.
 * The local host does the same (`infra/local/http/static-files.ts`). CloudFront's own JavaScript: no modules, no types.
 */
export const PAGE_OF_ADDRESS = `
function handler(event) {
  var request = event.request;
  var name = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (name.indexOf('.') === -1) request.uri = '/index.html';
  return request;
}
`.trim();
