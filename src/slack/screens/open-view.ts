import { createHash } from 'node:crypto';
import type { ModalView } from '@slack/web-api';
import { quotesWhatIsGone } from '../../core/card/open-views.js';
import { refusalFor } from '../../core/card/rules.js';
import { reachOf } from '../../core/card/select.js';
import type { Desk } from '../../core/desk/desk.js';
import { actorFor } from '../../core/desk/desk-now.js';
import { isPurged } from '../../core/keeping/purged-card.js';
import { say } from '../../core/words/words.js';
import type { OpenViewContent } from '../../ports/board.js';
import { finishingView, handOffView } from '../editor/finish-view.js';
import { outcomeView } from '../editor/outcome-view.js';
import { deleteView, lookView } from './confirm-views.js';
import { draftView } from './draft-view.js';
import { historyView } from './history-view.js';
import { purgedView } from './keep-views.js';
import { moreView, outcomeReports } from './more-view.js';
import { noteView } from './note-view.js';
import { personView } from './person-view.js';
import { isOver, pictureView } from './picture-view.js';
import { snoozeView } from './snooze-view.js';

/**
 * What an open modal has to show now that its card or the pause changed. A screen that leads to something which can't be
 * done any more becomes the one that says why. Undefined for one that is still right: a picker's posts are not kept, so it
 * can't be drawn again.
 */
export function openViewOf(
  { card, view, waiting, checked, others = [] }: OpenViewContent,
  desk: Desk,
  now: number,
): ModalView | undefined {
  const { kind, user } = view;
  if (kind === 'quotes')
    return quotesWhatIsGone(card, view) ? noteView(desk, say(desk.words, 'kept.quoted')) : undefined;
  if (isPurged(card)) return kind === 'history' ? historyView(card, desk, now) : purgedView(card, desk);
  const actor = actorFor(desk, user);
  const may = (action: 'approve' | 'claim' | 'hand-off' | 'delete-from-x' | 'snooze') => {
    const refusal = refusalFor(card, { do: action }, actor, now);
    return refusal === undefined || (action === 'approve' && refusal.refused === 'trainee');
  };
  const outcome = () => outcomeView({ card, desk, user, waiting, now });
  switch (kind) {
    case 'draft':
      return draftView({ card, desk, now });
    case 'more':
      return moreView({ card, desk, actor, now });
    case 'history':
      return historyView(card, desk, now);
    case 'look': {
      const reports = outcomeReports(card, desk, actor, now);
      return reports.length > 0 ? lookView(card, desk, reports) : outcome();
    }
    case 'delete':
      return may('delete-from-x') ? deleteView(card, desk) : outcome();
    case 'snooze':
      return may('snooze') ? snoozeView(card, desk, now) : outcome();
    case 'warning':
      return may('approve') && !desk.pause ? undefined : outcome();
    case 'greet':
      return may(reachOf(card, desk) === 'api' ? 'claim' : 'hand-off') && !desk.pause ? undefined : outcome();
    case 'finish':
      if (card.state === 'handed-off' && card.holder?.id === user) return finishingView(card, desk, now);
      return checked ? handOffView(card, desk, checked, now) : outcome();
    case 'person':
      return personView({ card, others, desk, actor, now });
    case 'picture':
      return view.post && isOver(card, view.post) ? pictureView(card, view.post, desk) : undefined;
    case 'going':
      return outcome();
  }
}

/** A short digest of what a view shows; two showings of the same have the same. */
export const digestOf = ({ external_id: _showing, ...view }: ModalView): string =>
  createHash('sha256').update(JSON.stringify(view)).digest('base64url').slice(0, 16);
