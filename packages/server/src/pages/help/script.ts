import { hash } from 'node:crypto'

/**
 * What the pages do where scripts run: suggest articles while somebody types, and take an opinion without leaving the page.
 * Everything works without it, by forms.
 */
export const script = `
const form = document.querySelector('.seek')
const input = form.querySelector('input')
const status = form.querySelector('[role=status]')
const list = document.createElement('div')
list.className = 'suggestions'
list.id = 'suggestions'
list.role = 'listbox'
list.hidden = true
list.setAttribute('aria-label', form.querySelector('label').textContent)
form.append(list)
for (const [name, value] of Object.entries({ role: 'combobox', 'aria-controls': list.id, 'aria-expanded': 'false', 'aria-autocomplete': 'list' }))
  input.setAttribute(name, value)

let asked = 0
let chosen = -1
const show = open => {
  list.hidden = !open
  input.setAttribute('aria-expanded', String(open))
  if (!open) choose(-1)
}
const choose = at => {
  chosen = at
  for (const [each, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(each === at))
  const option = list.children[at]
  if (option) input.setAttribute('aria-activedescendant', option.id)
  else input.removeAttribute('aria-activedescendant')
}
const draw = ({ found, says }) => {
  status.textContent = says
  list.replaceChildren(...found.map(({ href, title, excerpt }, at) => {
    const link = document.createElement('a')
    link.role = 'option'
    link.id = 'suggestion-' + at
    link.href = href
    link.tabIndex = -1
    const text = document.createElement('small')
    text.textContent = excerpt
    link.append(title, text)
    return link
  }))
  show(found.length > 0)
}
let waiting
input.addEventListener('input', () => {
  clearTimeout(waiting)
  const phrase = input.value.trim()
  const mine = ++asked
  if (phrase.length < 2) return show(false)
  waiting = setTimeout(async () => {
    const response = await fetch(form.dataset.suggest + '?' + new URLSearchParams({ q: phrase })).catch(() => undefined)
    if (response?.ok && mine === asked) draw(await response.json())
  }, 120)
})
input.addEventListener('keydown', event => {
  const most = list.children.length
  if (event.key === 'Escape') return show(false)
  if (list.hidden || most === 0) return
  if (event.key === 'ArrowDown') choose((chosen + 1) % most)
  else if (event.key === 'ArrowUp') choose((chosen - 1 + most) % most)
  else if (event.key === 'Enter' && chosen >= 0) list.children[chosen].click()
  else return
  event.preventDefault()
})
document.addEventListener('click', event => { if (!form.contains(event.target)) show(false) })

const opinion = document.querySelector('.opinion')
opinion?.addEventListener('submit', async event => {
  event.preventDefault()
  const { submitter } = event
  const response = await fetch(opinion.action, { method: 'POST', body: new URLSearchParams({ opinion: submitter.value }) }).catch(() => undefined)
  if (!response?.ok) return
  for (const button of opinion.querySelectorAll('button')) button.setAttribute('aria-pressed', String(button === submitter))
  opinion.querySelector('[role=status]').textContent = opinion.dataset.thanks
})
`

/** Named by what is in it, so that it is kept for ever. */
export const SCRIPT_PATH = `/help-assets/${hash('sha256', script, 'hex').slice(0, 16)}.js`
