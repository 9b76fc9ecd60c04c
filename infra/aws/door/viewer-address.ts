/**
 * Runs in CloudFront before the API is asked: API Gateway would see CloudFront's own address, and limits by the caller's address would then hold
 * strangers to one budget. Whatever the caller said in this header is overwritten. CloudFront's own JavaScript: no modules, no types.
 */
export const VIEWER_ADDRESS = `
function handler(event) {
  event.request.headers['x-diwan-viewer'] = { value: event.viewer.ip };
  return event.request;
}
`.trim();
