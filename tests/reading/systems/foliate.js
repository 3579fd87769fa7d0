// foliate-js with the four calls that read.js makes of a reading system.

import '/node_modules/foliate-js/view.js'
import { flat, showing } from './showing.js'

const view = document.createElement('foliate-view')
document.body.append(view)

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
}
