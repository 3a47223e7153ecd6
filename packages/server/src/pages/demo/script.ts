import { hash } from 'node:crypto'

/** What the shop's own script does: it is what the documentation tells pages to do, and no more. */
export const shopScript = `
const { app, lang, ask } = document.currentScript.dataset
const people = [...document.querySelectorAll('[data-person]')]
const settingsOf = button => ({ app_id: app, language_override: lang, ...JSON.parse(button.dataset.person) })
const kept = sessionStorage.getItem('brindille.person')
const press = button => { for (const each of people) each.setAttribute('aria-pressed', String(each === button)) }
const first = people.find(each => each.id === kept) ?? people[0]
press(first)
window.intercomSettings = settingsOf(first)
{
  const queue = function () { queue.c(arguments) }
  queue.q = []
  queue.c = args => queue.q.push(args)
  window.Intercom = queue
  const script = document.createElement('script')
  script.async = true
  script.src = '/widget/' + app
  document.head.append(script)
}
for (const button of people)
  button.addEventListener('click', () => {
    press(button)
    sessionStorage.setItem('brindille.person', button.id)
    Intercom('shutdown')
    window.intercomSettings = settingsOf(button)
    Intercom('boot', window.intercomSettings)
  })
document.querySelector('#ask').addEventListener('click', () => Intercom('showNewMessage', ask))
document.querySelector('#article').addEventListener('click', () => Intercom('showSpace', 'help'))
document.querySelector('#event').addEventListener('click', () => Intercom('trackEvent', 'looked-at-kits', { page: location.pathname }))
`

/** Named by what is in it, so that it is kept for ever. */
export const SHOP_SCRIPT_PATH = `/demo-assets/${hash('sha256', shopScript, 'hex').slice(0, 16)}.js`
