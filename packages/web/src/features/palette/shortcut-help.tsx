import { SHORTCUT_HELP } from '../../lib/shortcuts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';

/** What `?` opens. */
export const ShortcutHelp = ({ onClose }: { onClose: () => void }) => (
  <Dialog open onOpenChange={onClose} title="Keyboard shortcuts">
    {SHORTCUT_HELP.map((group) => (
      <section key={group.title} className="grid gap-1">
        <h3 className="font-medium text-ink-muted">{group.title}</h3>
        <dl>
          {group.rows.map((row) => (
            <div
              key={row.does}
              className="flex flex-row-reverse items-center justify-between gap-4 border-b border-line py-1.5 last:border-0"
            >
              <dt className="flex gap-1">
                {row.keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd>{row.does}</dd>
            </div>
          ))}
        </dl>
      </section>
    ))}
  </Dialog>
);
