import { EditorContent, useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useRef } from 'react'
import { controlClass } from '../ui/field.tsx'

/** A few words that may be bold, slanted or a link: by the keys that do so everywhere, or as they are pasted. */
export function LineEditor({
  label,
  html,
  isFixed = false,
  onWrite,
}: {
  label: string
  /** What it begins with. */
  html: string
  isFixed?: boolean
  onWrite: (html: string) => void
}) {
  const write = useRef(onWrite)
  write.current = onWrite
  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        ...{ heading: false, bulletList: false, orderedList: false, listItem: false, blockquote: false },
        ...{ codeBlock: false, horizontalRule: false },
        link: { openOnClick: false, autolink: true, defaultProtocol: 'https' },
      }),
    ],
    // The policy of the page lets no style in that has no address.
    injectCSS: false,
    content: html,
    editable: !isFixed,
    editorProps: {
      attributes: {
        ...{ role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
        class: `message min-h-20 px-2.5 py-1.5 ${controlClass}`,
      },
    },
    onUpdate: ({ editor: of }) => write.current(of.isEmpty ? '' : of.getHTML()),
  })
  return <EditorContent editor={editor} />
}
