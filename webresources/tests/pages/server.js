import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, resolve, sep } from 'node:path';
import process from 'node:process';

const root = resolve(process.cwd(), 'smsys_');
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.resx': 'text/xml; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png' };

const host = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Dynamics</title><link rel="icon" href="data:,"><style>body{margin:0}iframe{border:0;width:100vw;height:100vh}</style></head><body></body></html>';

/** Serves the web resources, and an empty window around them that stands for Dynamics. */
export async function serve() {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const file = resolve(root, path.replace('/WebResources/smsys_/', ''));
    if (path === '/main.aspx') {
      response.writeHead(200, { 'content-type': types['.html'] }).end(host);
    } else if (path.startsWith('/WebResources/smsys_/') && file.startsWith(root + sep)) {
      try {
        const content = await readFile(file);
        response.writeHead(200, { 'content-type': types[extname(file)] || 'application/octet-stream' }).end(content);
      } catch {
        response.writeHead(404).end();
      }
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { address: 'http://127.0.0.1:' + server.address().port, close: () => server.close() };
}
