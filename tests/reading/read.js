// Opens books in Chromium and prints, as JSON, what was seen of each; the judging is done elsewhere.
//
// Standard input: {browser, tasks: [{kind, path, every, folder}]}. A task's kind is a reading
// system, "axe" or "pictures"; `every` takes each so many-eth page; `folder` takes the pictures.

import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { serve } from './serving.js'

const ROOT = fileURLToPath(new URL('.', import.meta.url))
const AT_ONCE = 2
const SCREENS = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } }

const { browser: program, tasks } = JSON.parse(await text(process.stdin))
const server = await serve(ROOT, tasks.map(task => task.path))
const axe = await readFile(`${ROOT}node_modules/axe-core/axe.min.js`, 'utf-8')
const browser = await chromium.launch({
  executablePath: program,
  args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
})

const sampled = (items, every) => items.filter((_, place) => place % every === 0)

// A page of the browser's that notes every error, and every request to elsewhere.
const watched = async (seen, options) => {
  const page = await browser.newPage(options)
  page.on('console', message => {
    if (message.type() === 'error') seen.errors.push(message.text())
  })
  page.on('pageerror', error => seen.errors.push(String(error)))
  page.on('request', request => {
    if (!request.url().startsWith(server.origin) && !/^(blob|data):/.test(request.url()))
      seen.strangers.push(request.url())
  })
  return page
}

const read = async ({ kind, every }, number) => {
  const seen = { errors: [], strangers: [], items: [], links: [] }
  const page = await watched(seen, { viewport: SCREENS.desktop })
  await page.goto(`${server.origin}/systems/${kind}.html`)
  await page.waitForFunction(() => window.system)
  // An address leads to one place, whatever list it stands in.
  const shown = new Map()
  const show = async href => {
    if (!shown.has(href))
      shown.set(href, await page.evaluate(address => system.show(address), href))
    return shown.get(href)
  }
  const book = await page.evaluate(address => system.open(address), `/books/${number}.epub`)
  for (const file of sampled(book.spine, every))
    seen.items.push({
      asked: file,
      ...await show(file),
      notes: await page.evaluate(() => system.notes()),
    })
  for (const list of ['contents', 'pages', 'landmarks'])
    for (const link of sampled(book[list], every))
      seen.links.push({ list, ...link, ...await show(link.href) })
  await page.close()
  return { spine: book.spine, ...seen }
}

// Each page as it lies in the book, without a reading system around it.
const spineOf = async (page, number) => {
  await page.goto(`${server.origin}/books/${number}/EPUB/nav.xhtml`)
  const links = await page.evaluate(() =>
    [...document.querySelectorAll('a')].map(link => link.href.split('#')[0]))
  return [...new Set([...links, page.url()])].sort()
}

const judge = async ({ every }, number) => {
  const seen = { errors: [], strangers: [], violations: [] }
  const page = await watched(seen, { viewport: SCREENS.phone })
  for (const address of sampled(await spineOf(page, number), every)) {
    await page.goto(address)
    await page.evaluate(axe)
    const { violations } = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }))
    for (const { id, impact, nodes } of violations)
      seen.violations.push({ address, id, impact, html: nodes[0].html })
  }
  await page.close()
  return seen
}

const picture = async ({ every, folder }, number) => {
  const seen = { errors: [], strangers: [] }
  for (const [screen, viewport] of Object.entries(SCREENS))
    for (const colorScheme of ['light', 'dark']) {
      const page = await watched(seen, { viewport, colorScheme })
      for (const address of sampled(await spineOf(page, number), every)) {
        await page.goto(address)
        const name = address.split('/').at(-1).replace('.xhtml', '')
        await page.screenshot({ path: `${folder}/${name}-${screen}-${colorScheme}.png` })
      }
      await page.close()
    }
  return seen
}

const KINDS = { foliate: read, epubjs: read, axe: judge, pictures: picture }
const results = []
const waiting = [...tasks.entries()]
const work = async () => {
  for (let next; (next = waiting.shift());) {
    const [number, task] = next
    results[number] = await KINDS[task.kind](task, number)
  }
}
try {
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  process.stdout.write(JSON.stringify(results))
} finally {
  await browser.close()
  server.close()
}
