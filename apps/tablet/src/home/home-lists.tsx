import type { ReactNode } from 'react';
import { useLanguage } from '../parts/language.js';
import { DraftCard } from './draft-card.js';
import type { HomeParts } from './home-parts.js';
import type { HomeLists as Lists } from './lists.js';
import { ReturnedCard } from './returned-card.js';
import { SentCard } from './sent-card.js';
import { ToDoCard } from './to-do-card.js';
import { WaitingCard } from './waiting-card.js';

/** The visits: returned ones on top, then what was begun, what is to be done, what waits, what was sent. */
export function HomeLists({ lists, ...parts }: HomeParts & { readonly lists: Lists }) {
  const { returned, drafts, toDo, waiting, sent } = lists;
  const { say } = useLanguage();
  const nothingToDo = parts.state.work === null ? say('tablet.toDo.neverFetched') : say('tablet.toDo.none');
  return (
    <>
      {returned.length > 0 && (
        <List id="returned" title={say('tablet.returned')}>
          {returned.map((one) => (
            <ReturnedCard key={one.assignment.id} {...parts} {...one} />
          ))}
        </List>
      )}
      <List id="drafts" title={say('tablet.drafts')} empty={say('tablet.drafts.none')}>
        {drafts.map((one) => (
          <DraftCard key={one.draft.id} {...parts} {...one} />
        ))}
      </List>
      <List id="to-do" title={say('tablet.toDo')} empty={nothingToDo}>
        {toDo.map((one) => (
          <ToDoCard key={one.id} {...parts} assignment={one} />
        ))}
      </List>
      <List id="waiting" title={say('tablet.waiting')} empty={say('tablet.waiting.none')}>
        {waiting.map((one) => (
          <WaitingCard key={one.waiting.id} {...parts} {...one} />
        ))}
      </List>
      <List id="sent" title={say('tablet.sent')} empty={say('tablet.sent.none')}>
        {sent.map((one) => (
          <SentCard key={one.id} sent={one} now={parts.now} />
        ))}
      </List>
    </>
  );
}

function List({ id, title, empty, children }: ListProps) {
  const isEmpty = Array.isArray(children) && children.length === 0;
  return (
    <section className="home-list" aria-labelledby={`${id}-title`} id={id} tabIndex={-1}>
      <h2 id={`${id}-title`}>{title}</h2>
      {isEmpty && empty ? <p className="empty">{empty}</p> : <ul className="cards">{children}</ul>}
    </section>
  );
}

interface ListProps {
  readonly id: string;
  readonly title: string;
  /** What to do next when nothing stands here. */
  readonly empty?: string;
  readonly children: ReactNode;
}
