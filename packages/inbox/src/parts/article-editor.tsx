import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useRef } from 'react'
import { reasonOf } from '../data/refusal.ts'
import { t } from '../text/t.ts'
import { toast } from '../ui/toast.tsx'
import { articleExtensions } from './article-extensions.ts'
import { plainCells } from './article-tables.ts'
import { ArticleToolbar } from './article-toolbar.tsx'

/** Where an article is written. `shown` takes the place of what is in it whenever it is another object. */
export function ArticleEditor({
  label,
  shown,
  isFixed = false,
  onWrite,
  onLeave,
  keepImage,
}: {
  label: string
  shown: { html: string }
  /** For those who may only read. */
  isFixed?: boolean
  onWrite: (html: string) => void
  onLeave?: () => void
  /** Keeps a picture that is dropped, pasted or picked, and says where it is. */
  keepImage: (file: File) => Promise<string>
}) {
  const write = useRef(onWrite)
  write.current = onWrite
  /** What is in it as far as is told: a caret that goes in changes nothing. */
  const known = useRef<string>(undefined)
  const add = useRef((_files: Iterable<File>): boolean => false)
  const editor = useEditor({
    extensions: articleExtensions(() => t('knowledge.bodyPlaceholder')),
    // The policy of the page lets no style in that has no address.
    injectCSS: false,
    content: shown.html,
    editable: !isFixed,
    editorProps: {
      attributes: {
        ...{ role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
        class: 'message article min-h-64 text-md leading-relaxed outline-none',
      },
      handlePaste: (_view, event) => add.current(event.clipboardData?.files ?? []),
      handleDrop: (_view, event, _slice, isMoved) => !isMoved && add.current(event.dataTransfer?.files ?? []),
    },
    onCreate: ({ editor: of }) => {
      known.current = writtenIn(of)
    },
    onUpdate({ editor: of }) {
      const html = writtenIn(of)
      if (html !== known.current) write.current(html)
      known.current = html
    },
    shouldRerenderOnTransaction: true,
  })
  /** One after another, so that they stand in the order in which they were chosen. */
  const addImages = async (images: File[]) => {
    for (const file of images)
      try {
        const src = await keepImage(file)
        const alt = file.name.replace(/\.[^.]*$/, '')
        editor?.chain().focus().setImage({ src, alt }).run()
      } catch (error) {
        toast({
          title: t('knowledge.imageFailed', { name: file.name }),
          says: reasonOf(error),
          failed: true,
        })
      }
  }
  add.current = files => {
    const images = [...files].filter(({ type }) => type.startsWith('image/'))
    void addImages(images)
    return images.length > 0
  }
  const first = useRef(shown)
  useEffect(() => {
    if (first.current === shown || !editor || editor.isDestroyed) return
    first.current = shown
    editor.commands.setContent(shown.html, { emitUpdate: false })
    known.current = writtenIn(editor)
  }, [shown, editor])
  useEffect(() => {
    if (editor && editor.isEditable === isFixed) editor.setEditable(!isFixed, false)
  }, [editor, isFixed])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears of what happens in the editor within
    <div onBlur={onLeave}>
      {!isFixed && <ArticleToolbar editor={editor} onFiles={files => add.current(files)} />}
      <EditorContent editor={editor} />
    </div>
  )
}

/** Without the empty line that the editor keeps behind the last table or picture, to write on. */
const writtenIn = (editor: Editor): string =>
  editor.isEmpty ? '' : plainCells(editor.getHTML()).replace(/(?:<p><\/p>)+$/, '')
