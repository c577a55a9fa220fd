import { Shell } from './home/shell.js';
import { Notices, type NoticesProps } from './notices/notices.js';

/** The notes while they are open: notices above, the screens below. */
export function OpenNotes(props: NoticesProps) {
  return (
    <>
      <Notices {...props} />
      <Shell store={props.store} />
    </>
  );
}
