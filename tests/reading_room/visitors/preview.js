// Watches an issue's preview in Chromium while its source changes, and prints what was seen as JSON.
//
// Standard input: {browser, address, file, word, fresh, broken, pictures}; `word` stands once in
// `file` and becomes `fresh`; `broken` is a settings file that can't be read.

import { createRequire } from 'node:module'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { chromium } from 'playwright-core'

const told = JSON.parse(await text(process.stdin))
const home = new URL('/', told.address).href
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const browser = await chromium.launch({
  executablePath: told.browser,
  args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
})
const seen = { errors: [], strangers: [], faults: [] }

const opened = async options => {
  const context = await browser.newContext({ bypassCSP: true, ...options })
  const page = await context.newPage()
  page.on('pageerror', error => seen.errors.push(String(error)))
  page.on('request', request => {
    if (!request.url().startsWith(home) && !/^(blob|data|chrome)/.test(request.url()))
      seen.strangers.push(request.url())
  })
  await page.goto(told.address)
  return page
}

const book = page => page.frameLocator('#book')
const change = async (from, to) =>
  writeFile(told.file, (await readFile(told.file, 'utf8')).replace(from, to))

const page = await opened({ locale: 'en-GB', viewport: { width: 1500, height: 900 } })
await page.locator('#pages img').first().waitFor({ timeout: 120000 })
await page.locator('.leaves a', { hasText: told.leaf }).click()
const passage = book(page).locator('p', { hasText: told.word })
await passage.waitFor()
await passage.click()
await page.locator('#source .where').waitFor()
seen.where = await page.locator('#source .where').textContent()
seen.passage = await page.locator('#source mark').textContent()
const before = await page.locator('#pages img').first().getAttribute('src')

const begun = performance.now()
await change(told.word, told.fresh)
await book(page).locator('p', { hasText: told.fresh }).waitFor()
seen.seconds = (performance.now() - begun) / 1000
seen.fresh = await page.locator('.leaves .fresh').allTextContents()
await page.waitForFunction(
  was => document.querySelector('#pages img').getAttribute('src') !== was, before, { timeout: 120000 })

await writeFile(told.settings, told.broken)
await page.locator('#problem:not([hidden])').waitFor()
seen.problem = await page.locator('#problem pre').textContent()
seen.still = await book(page).locator('p', { hasText: told.fresh }).count()
await rm(told.settings)
await page.locator('#problem').waitFor({ state: 'hidden' })

for (const locale of ['en-GB', 'zh-CN'])
  for (const colorScheme of ['light', 'dark'])
    for (const width of [390, 1500]) {
      const other = await opened({ locale, colorScheme, viewport: { width, height: 900 } })
      await other.waitForFunction(() => document.querySelector('#pages img')?.naturalWidth > 0)
      await other.evaluate(axe)
      const { violations } = await other.evaluate(() => window.axe.run({ iframes: false }))
      const serious = violations.filter(one => ['serious', 'critical'].includes(one.impact))
      seen.faults.push(...serious.map(one => `${one.id}: ${one.nodes[0].html.slice(0, 200)}`))
      seen[locale] = await other.locator('#working').textContent()
      if (told.pictures)
        await other.screenshot({ path: `${told.pictures}/preview-${locale}-${colorScheme}-${width}.png` })
      await other.context().close()
    }
await browser.close()
process.stdout.write(JSON.stringify(seen))
