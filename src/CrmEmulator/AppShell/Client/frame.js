/** What stands around every page: the notice, the user, the app and its site map. */
import * as api from './api.js';
import { addressOf, current, follow } from './address.js';
import { el, fill, freshId } from './dom.js';
import { quickCreateMenu } from './quick-create.js';
import { say, session } from './session.js';

export class Frame {
  async open() {
    const appId = freshId('app');
    const apps = session.apps.map((app) => el('option', { value: app.name }, app.label));
    this.app = current().app || (session.apps[0] ? session.apps[0].name : 'none');
    const picker = el('select', { id: appId, 'data-picker': 'app', onchange: () => { location.assign('/main.aspx?app=' + encodeURIComponent(picker.value)); } }, ...apps);
    picker.value = this.app;
    this.nav = el('nav', { class: 'site-map', 'aria-label': say('siteMap') });
    this.body = el('div', { class: 'frame-body' }, this.nav);
    fill(document.body,
      el('header', {}, el('p', { class: 'notice', 'data-notice': 'emulator' }, say('notice')), el('div', { class: 'top' },
        apps.length > 0 ? el('div', { class: 'picker' }, el('label', { for: appId }, say('app')), picker) : null,
        el('span', { class: 'grow' }),
        quickCreateMenu(),
        el('span', { class: 'who', dir: 'auto', 'data-user': session.user.id }, session.user.name),
        el('form', { method: 'post', action: '/signout' }, el('button', {}, say('signOut'))))),
      this.body);
    this.areas = await api.shell('sitemaps/' + this.app);
    fill(this.nav, ...this.areas.flatMap((area) => area.groups).map((group) => this.group(group)));
  }

  group(group) {
    const titleId = freshId('group');
    return el('div', { class: 'group', 'data-group': group.id }, el('h2', { id: titleId }, group.label),
      el('ul', { 'aria-labelledby': titleId }, ...group.links.map((link) => el('li', {}, this.link(link)))));
  }

  link(link) {
    const place = { app: this.app, pageType: link.pageType, table: link.table, view: link.view };
    return el('a', { href: addressOf(place), 'data-link': link.id, 'data-table': link.table || null, 'data-view': link.view || null, onclick: (event) => follow(event, place) },
      link.icon ? el('img', { src: link.icon, alt: '', width: 16, height: 16 }) : null, el('span', {}, link.label));
  }

  /** The first thing the site map leads to. */
  first() {
    const link = this.areas.flatMap((area) => area.groups).flatMap((group) => group.links)[0];
    return { app: this.app, pageType: link.pageType, table: link.table, view: link.view };
  }

  /** Puts a page into the frame and marks where it stands in the site map. */
  place(main, place) {
    fill(this.body, this.nav, main);
    this.mark(place);
    main.focus({ preventScroll: true });
  }

  /** One link at most: that of the view, else that of the table. */
  mark(place) {
    const links = Array.from(this.nav.querySelectorAll('a'));
    const ofTable = links.filter((link) => link.dataset.table === place.table);
    const here = place.pageType === 'dashboard'
      ? links.find((link) => !link.dataset.table && link.dataset.view === place.view)
      : ofTable.find((link) => place.view && link.dataset.view === place.view) || ofTable.find((link) => !link.dataset.view);
    links.forEach((link) => link.removeAttribute('aria-current'));
    here?.setAttribute('aria-current', 'page');
  }
}

