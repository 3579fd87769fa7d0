// Visits a served reading room in Chromium, by keyboard alone, and prints what was seen as JSON.
//
// Standard input: {browser, address, words}. The judging is done elsewhere.

import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { chromium } from 'playwright-core'

const STOPS = 80
const SCREENS = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } }

const { browser: program, address, words } = JSON.parse(await text(process.stdin))
const axe = await readFile(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf-8')
const browser = await chromium.launch({
  executablePath: program,
  args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
})
const seen = { errors: [], strangers: [], steps: [], violations: [], wide: [] }

const opened = async options => {
  const page = await (await browser.newContext({ locale: 'en-GB', ...options })).newPage()
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type()))
      seen.errors.push(`${message.location().url}: ${message.text()}`)
  })
  page.on('pageerror', error => seen.errors.push(String(error)))
  page.on('request', request => {
    if (!request.url().startsWith(address) && !/^(blob|data|chrome)/.test(request.url()))
      seen.strangers.push(request.url())
  })
  return page
}

// Goes on by the tab key to the first thing that matches.
const tabTo = async (page, selector) => {
  for (let stop = 0; stop < STOPS; stop++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(one => document.activeElement?.matches(one), selector)) return
  }
  throw new Error(`${page.url()}: the tab key doesn't lead to ${selector}`)
}

const follow = async (page, selector) => {
  await tabTo(page, selector)
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
}

const note = async (page, name) => seen.steps.push({
  name,
  address: page.url(),
  heading: await page.locator('h1').textContent(),
  marks: await page.locator('mark').allTextContents(),
})

const got = async (page, selector) => {
  await tabTo(page, selector)
  const address = await page.evaluate(() => document.activeElement.href)
  const answer = page.waitForResponse(address)
  await page.keyboard.press('Enter')
  const { status, headers } = await answer.then(one => ({ status: one.status(), headers: one.headers() }))
  const whole = await page.request.get(address)
  return { status, type: headers['content-type'], size: (await whole.body()).length }
}

const visit = async () => {
  const page = await opened({ viewport: SCREENS.desktop, acceptDownloads: true })
  await page.goto(address)
  await tabTo(page, '.skip')
  await tabTo(page, 'input[name=q]')
  await page.keyboard.type(words)
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
  await note(page, 'search')
  const found = page.url()
  await follow(page, '.hits a')
  await note(page, 'article')
  const article = page.url()
  await tabTo(page, '#repairs summary')
  await page.keyboard.press('Enter')
  seen.repairs = await page.locator('#repairs .changes li').first().isVisible()
  seen.epub = await got(page, '.editions a[type="application/epub+zip"]')
  if (page.url() !== article) await page.goBack()
  await page.goto(article)
  seen.pdf = await got(page, '.editions a[type="application/pdf"]')
  await page.waitForTimeout(500)
  await page.goto(found)
  await follow(page, '.hits a')
  await page.goBack()
  await note(page, 'back')
  await page.context().close()
  return { found, article }
}

const judge = async addresses => {
  for (const [screen, viewport] of Object.entries(SCREENS))
    for (const colorScheme of ['light', 'dark']) {
      const page = await opened({ viewport, colorScheme })
      for (const one of addresses) {
        await page.goto(one)
        await page.evaluate(() =>
          document.querySelectorAll('details').forEach(part => { part.open = true }))
        await page.evaluate(axe)
        const { violations } = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }))
        for (const { id, impact, nodes } of violations)
          seen.violations.push({ one, screen, colorScheme, id, impact, html: nodes[0].html })
        if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
          seen.wide.push({ one, screen })
      }
      await page.context().close()
    }
}

// Without scripts all can be read.
const withoutScripts = async article => {
  const page = await opened({ javaScriptEnabled: false, viewport: SCREENS.phone })
  await page.goto(article)
  seen.plain = (await page.locator('article').innerText()).length
  await page.context().close()
}

try {
  const { found, article } = await visit()
  const issue = new URL('../index.html', article).href
  await judge([address, `${address}years/2025.html`, `${address}search`, found, issue, article])
  await withoutScripts(article)
  process.stdout.write(JSON.stringify(seen))
} finally {
  await browser.close()
}
