// epub.js with the calls that read.js makes of a reading system.

import { flat, showing } from './showing.js'

let rendition

window.system = {
  async open(address) {
    const response = await fetch(address)
    const book = ePub(await response.arrayBuffer())
    await book.ready
    rendition = book.renderTo('book', { width: innerWidth, height: innerHeight })
    const { toc, landmarks } = book.navigation
    return {
      spine: book.spine.spineItems.map(item => item.href),
      contents: flat(toc),
      // It reads the labels of pages as numbers only.
      pages: book.pageList.pageList.map(({ href }) => ({ label: null, href })),
      landmarks: flat(landmarks),
    }
  },
  async show(href) {
    await rendition.display(href)
    const [{ document, sectionIndex }] = rendition.getContents()
    const { href: file } = rendition.book.spine.get(sectionIndex)
    return showing(file, document, href.split('#')[1])
  },
  // Where each mark of the page shown leads when it's touched: it has no pop-ups.
  async notes() {
    const [{ document }] = rendition.getContents()
    const seen = []
    for (const mark of document.querySelectorAll('a[role=doc-noteref]')) {
      const led = new Promise(resolve => rendition.once('relocated', resolve))
      mark.click()
      await led
      const note = document.getElementById(mark.hash.slice(1))
      seen.push({ mark: mark.textContent, note: note.textContent, hidden: false })
    }
    return seen
  },
}
