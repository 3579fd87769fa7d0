// foliate-js with the calls that read.js makes of a reading system.

import '/node_modules/foliate-js/view.js'
import { FootnoteHandler } from '/node_modules/foliate-js/footnotes.js'
import { flat, showing } from './showing.js'

const view = document.createElement('foliate-view')
document.body.append(view)

const popUps = new FootnoteHandler()
popUps.addEventListener('before-render', ({ detail }) => {
  detail.view.style.position = 'fixed'
  document.body.append(detail.view)
})
view.addEventListener('link', event => popUps.handle(view.book, event))

window.system = {
  async open(address) {
    await view.open(address)
    const { sections, toc, pageList, landmarks } = view.book
    return {
      spine: sections.map(section => section.id),
      contents: flat(toc),
      pages: flat(pageList),
      landmarks: flat(landmarks),
    }
  },
  async show(href) {
    await view.goTo(href)
    const [{ doc, index }] = view.renderer.getContents()
    return showing(view.book.sections[index].id, doc, href.split('#')[1])
  },
  // What pops up where each mark of the page shown is touched.
  async notes() {
    const [{ doc }] = view.renderer.getContents()
    const seen = []
    for (const mark of doc.querySelectorAll('a[role=doc-noteref]')) {
      const popped = new Promise(resolve =>
        popUps.addEventListener('render', resolve, { once: true }))
      mark.click()
      const { detail } = await popped
      const { body } = detail.target.ownerDocument
      seen.push({ mark: mark.textContent, note: body.textContent, hidden: detail.hidden })
    }
    return seen
  },
}
