// The loopback server: reading systems and books under a policy that lets nothing else run or load.

import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import JSZip from 'jszip'

const TYPES = {
  '.css': 'text/css',
  '.epub': 'application/epub+zip',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.xhtml': 'application/xhtml+xml',
}

// Reading systems make a page's parts blobs, and style it from outside.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self' blob:",
  "font-src 'self' blob: data:",
  "frame-src blob:",
  "img-src 'self' blob: data:",
  "style-src 'self' blob: 'unsafe-inline'",
].join('; ')

// Serves this folder, each book as /books/N.epub, and its files below /books/N/.
export const serve = async (root, books) => {
  const archives = new Map()
  const content = async address => {
    const [, number, inside] = address.match(/^\/books\/(\d+)(?:\.epub$|\/(.*))/) ?? []
    if (!number) return readFile(join(root, normalize(address)))
    if (!inside) return readFile(books[number])
    if (!archives.has(number))
      archives.set(number, readFile(books[number]).then(bytes => JSZip.loadAsync(bytes)))
    return (await archives.get(number)).file(inside).async('nodebuffer')
  }
  const server = createServer(async (request, response) => {
    const address = decodeURIComponent(new URL(request.url, 'http://localhost').pathname)
    // Chromium asks for it on its own.
    if (address === '/favicon.ico') return response.writeHead(204).end()
    try {
      const body = await content(address)
      const type = TYPES[extname(address)] ?? 'application/octet-stream'
      response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': POLICY })
      response.end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise(done => server.listen(0, '127.0.0.1', done))
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }
}
