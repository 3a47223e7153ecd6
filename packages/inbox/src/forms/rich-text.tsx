import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { type ReactNode, useEffect } from 'react'
import { FormatButtons } from '../parts/format-buttons.tsx'

/** A text with formats, as messages have them. */
export function RichText({
  label,
  content,
  aside,
  onEditor,
}: {
  label: string
  content: string
  /** At the end of the row of formats. */
  aside?: ReactNode
  onEditor: (editor: Editor) => void
}) {
  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        heading: false,
        link: { openOnClick: false, autolink: true, defaultProtocol: 'https' },
      }),
    ],
    // The policy of the page lets no style in that has no address.
    injectCSS: false,
    content,
    editorProps: {
      attributes: {
        ...{ role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
        class: 'message max-h-[40vh] min-h-32 overflow-y-auto px-3 py-2 outline-none',
      },
    },
    shouldRerenderOnTransaction: true,
  })
  useEffect(() => {
    if (editor) onEditor(editor)
  }, [editor, onEditor])
  return (
    <div className="rounded-md border border-line-strong bg-surface shadow-sm focus-within:border-focus">
      <EditorContent editor={editor} />
      <div className="flex items-center justify-between gap-2 border-line border-t px-1.5 py-1">
        <FormatButtons editor={editor} />
        {aside}
      </div>
    </div>
  )
}
